"""What the templates are given: plain data, every word of it ready to print, nothing that an audience must not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsplan.frozen import Frozen
from hsplan.report.action_records import ActionView as ActionView
from hsplan.report.action_records import Column as Column
from hsplan.report.action_records import Day as Day
from hsplan.report.action_records import Detail as Detail
from hsplan.report.action_records import Item as Item
from hsplan.report.action_records import Listing as Listing
from hsplan.report.action_records import Mark as Mark
from hsplan.report.action_records import Said as Said
from hsplan.report.action_records import Tally as Tally
from hsplan.report.source import Source

if TYPE_CHECKING:
    from hsplan.report.charts.bullet import Bullet
    from hsplan.report.charts.burn_up import BurnUp
    from hsplan.report.charts.slippage import SlippageChart
    from hsplan.report.charts.sparkline import Sparkline
    from hsplan.report.charts.status_bar import StatusBar
    from hsplan.report.charts.timeline import TimelineChart


class Proposal(Frozen):
    """Something put forward and not decided: `what` begins with a verb, so that a meeting can agree to it."""

    kind: str
    """date change, deferral, withdrawal or replacement."""
    action: ActionView
    what: str
    put_forward: Day | None
    reason: str
    decision: str
    organisations: tuple[str, ...] = ()
    """Whose part of the action it is about, of several organisations that must each do it; none where of all of it."""
    rest: tuple[str, ...] = ()
    """Those of them who have still to do their part and for whom nothing is proposed."""


class Proposals(Frozen):
    """The section of what waits for a decision."""

    anchor: str
    title: str
    intro: str
    caption: str
    heading: str
    """What the plan calls an action."""
    rows: tuple[Proposal, ...]


class Group(Frozen):
    """A theme or goal in the whole plan: its heading's level in HTML (3 or 4), and its own actions."""

    level: int
    anchor: str
    title: str
    note: str
    internal_note: str
    empty: str
    """What to say where neither it nor a goal in it has actions."""
    listing: Listing
    details: tuple[Detail, ...] = ()
    """What stands on it beside its note: outcomes, linked strategies, columns of the council's own."""


class Count(Frozen):
    """How many actions stand in a position, and what that position means."""

    mark: Mark
    number: int
    meaning: str
    change: str = ""
    """Against the earlier version that the report compares with: "3 more", "2 fewer", "the same"."""


class Fact(Frozen):
    """A sentence of the summary with the anchor of the section that it speaks of ("" for none)."""

    text: str
    anchor: str


class ThemeView(Frozen):
    """A theme in numbers: how many actions, how they stand in words, and a bar."""

    id: str
    title: str
    total: int
    said: str
    bar: StatusBar


class Summary(Frozen):
    """The plan in a sentence, in a few facts, and in numbers that add up to `total`."""

    sentence: str
    facts: tuple[Fact, ...]
    counts: tuple[Count, ...]
    total: int
    bar: StatusBar
    compared: Day | None = None
    """The day that the changes of the counts are counted from; only where there is an earlier version."""
    change: str = ""
    """How the total changed since that day: "1 fewer"; "" where there is no earlier version."""
    themes: tuple[ThemeView, ...] = ()
    """Where the plan has two or more."""
    rows: tuple[Count, ...] = ()
    """The counts for a table: with the positions in which no action stands any more, so that the changes add up."""
    heading: str = "Theme"
    """What the plan calls a theme."""


class Header(Frozen):
    """What the report is about."""

    title: str
    meeting: str
    """The meeting that it is for, and its day."""
    decision_maker: str
    organisations: str
    period: tuple[Day, Day] | None
    as_at: Day
    returns: str
    """How many organisations have sent in their returns, and which have not."""
    draft: str
    """That it is a draft, as long as returns are not signed off."""
    status: str
    """Draft, adopted or closed, with what that means."""
    source: str
    note: str
    internal_note: str
    audience: str
    author: str = ""
    """The post that answers for the report; from the configuration, as are the next three."""
    contact: str = ""
    """Whom to ask, for another format too."""
    wards: str = ""
    exempt: str = ""
    """Why it is not for publication; "" of a report that is."""
    addressee: str = "the steering group"
    """Whom the steering group's report is to, as a sentence names it: "the Cabinet"."""


class Point(Frozen):
    """A paragraph that gets a number, with the section that it speaks of ("" for none) and a list below it."""

    text: str
    section: str
    items: tuple[Item, ...]
    alone: str = ""
    """What to say instead in a report that lacks that section."""


class Section(Frozen):
    """A section: `part` is the template's part that prints it, `intro` stands before the numbered paragraphs."""

    name: str
    title: str
    part: str
    intro: str
    points: tuple[Point, ...]
    listing: Listing | None


class IndicatorView(Frozen):
    """An indicator as the report prints it; texts that do not apply are ""."""

    title: str
    now: str
    """The newest figure and its period."""
    target: str
    baseline: str
    trend: str
    """Better, worse or the same, against which figure."""
    status: str
    rule: str
    """How the status is worked out."""
    missing: str
    note: str
    chart: Bullet | None
    line: Sparkline | None = None
    """Where there are three figures or more."""
    parts: str = ""
    """The newest figures of single organisations, and who gave none, where they make no whole."""
    since: str = ""
    """The same of what is newer than the newest figure of all together."""


class Cell(Frozen):
    """A row of numbers under a name."""

    name: str
    numbers: tuple[int, ...]


class Grid(Frozen):
    """A table of numbers: positions across, organisations down."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[Cell, ...]


class MovedDate(Frozen):
    """An action whose due date was moved; `by` is the slippage in words, `carried` says that the first date is that of
    a plan before."""

    action: ActionView
    by: str
    carried: bool = False


class Moved(Frozen):
    """The moved due dates, the furthest first."""

    chart: SlippageChart
    phone: SlippageChart
    """The same as narrow as a phone."""
    rows: tuple[MovedDate, ...]
    """All of them."""
    shown: tuple[MovedDate, ...]
    """Those that the table in the front shows."""
    rest_intro: str
    """What introduces the others; "" where there are none."""
    rest: tuple[MovedDate, ...]
    heading: str = "Action"
    """What the plan calls an action."""


class DueDay(Frozen):
    """A day with the actions that fall due on it."""

    day: Day
    items: tuple[Item, ...]


class Ahead(Frozen):
    """What falls due in the next two quarters: a chart where it is few, and the days."""

    chart: TimelineChart | None
    phone: TimelineChart | None
    """The same as narrow as a phone."""
    days: tuple[DueDay, ...]


class ChangedLevel(Frozen):
    """Changes that are equally grave: `key` is weakened, proposed, slipped, attention, progress or editorial."""

    key: str
    title: str
    items: tuple[Item, ...]
    """All of them, one for each action or other record that changed; in the order of the plan."""
    shown: tuple[Item, ...]
    """Those that the front of the report tells."""


class Changed(Frozen):
    """What changed since an earlier version of the plan, the gravest first."""

    since: Day
    meeting: bool
    """Whether that is the day of the last meeting."""
    levels: tuple[ChangedLevel, ...]
    left: int
    """How many changes the front has no room for."""
    numbers: tuple[str, ...]
    """What is only counted: "3 actions were achieved", "5 texts were worded anew"."""
    revision: str = ""
    """The version that was asked for by its name in git; "" where a day or a meeting was."""


class ReviewView(Frozen):
    """A governance body's progress reviews."""

    body: str
    every: str
    last: Day | None
    due: Day | None
    """The next one, or the first that was missed."""
    missed: int
    """How many were missed since the last meeting."""
    listed: Day | None = None
    """The next meeting that the plan lists."""


class Owned(Frozen):
    """A lead with what stands in their name: a sentence, and the open actions in a table."""

    anchor: str
    name: str
    sentence: str
    listing: Listing
    key: str = ""
    """What the plan calls the lead, where `name` is the full name."""


class CourseRow(Frozen):
    """The plan in numbers of actions on a day: in it, fallen due by their first dates, done."""

    day: Day | None
    actions: int
    due: int
    done: int


class CourseView(Frozen):
    """How the plan grew and was worked off, month by month, as far as git knows."""

    chart: BurnUp | None
    """Only where there are three points or more."""
    rows: tuple[CourseRow, ...]


class AcceptedView(Frozen):
    """A finding that stands accepted in the plan."""

    rule: str
    about: str
    """What the rule finds."""
    actions: tuple[Item, ...]
    """The actions that it is about; none where it is about the plan."""
    reason: str
    until: Day | None
    state: str
    """Whether it is still found."""


class Term(Frozen):
    """An entry of the glossary."""

    word: str
    meaning: str


class Report(Frozen):
    """The report of one plan: every section that has something to say, and the data that its parts print."""

    plan: str
    header: Header
    sections: tuple[Section, ...]
    """In the order of the steering group's report; a template picks by name."""
    summary: Summary
    listings: tuple[Listing, ...]
    proposals: Proposals
    indicators: tuple[IndicatorView, ...]
    grid: Grid | None
    moved: Moved | None
    moved_open: Moved | None
    """Those of them that are still open."""
    changed: Changed | None
    """Only where there is an earlier version to compare with."""
    ahead: Ahead | None
    reviews: tuple[ReviewView, ...]
    owners: tuple[Owned, ...]
    """Every lead of an open action, in the order of the alphabet; last the actions without one."""
    groups: tuple[Group, ...]
    rules: tuple[str, ...]
    """How the positions are worked out, a sentence or two each."""
    glossary: tuple[Term, ...]
    source: Source | None = None
    """The commit that it comes from; nothing outside of a repository."""
    course: CourseView | None = None
    """Given to the template burn-up and to a council's own."""
    accepted: tuple[AcceptedView, ...] = ()
    """Given to the template accepted and to a council's own."""
