"""What the templates are given: plain data, every word of it ready to print, nothing that an audience must not see."""

from __future__ import annotations

from typing import NamedTuple

from hsplan.report.charts import Bullet, SlippageChart, StatusBar, TimelineChart


class Day(NamedTuple):
    """A day for machines (`2013-09-30`) and for people ("30 September 2013")."""

    iso: str
    words: str


class Mark(NamedTuple):
    """A position as a tag: `key` for the style sheet ("due-soon"), a word, and a shape that says it without colour."""

    key: str
    label: str
    shape: str


class Said(NamedTuple):
    """The newest progress entry. `status` is left out where it only repeats the action's own; `by` may be ""."""

    day: Day | None
    by: str
    status: str
    note: str
    internal_note: str


class Detail(NamedTuple):
    """A few more facts on an action under one label: its outcomes, its milestones, a column of the council's own."""

    label: str
    texts: tuple[str, ...]


class ActionView(NamedTuple):
    """One action as the report prints it. Texts that do not apply are "", days that are not there None."""

    anchor: str
    id: str
    title: str
    lead: str
    partners: str
    timescale: str
    due: Day | None
    due_note: str
    """What to say beside the due date: a condition, that it comes round again, that it is its milestones'."""
    written: str
    """The timescale's wording, where the due date and its note do not say it all."""
    first_due: Day | None
    """Only where agreed changes moved the due date."""
    moves: str
    position: Mark
    late: str
    """How long past the due date: "23 days", "5 months and 2 days"."""
    rating: str
    """The colour by the dates, of an overdue action."""
    officer: str
    """The colour that the officer gives, where it is another than the one by the dates."""
    why: str
    """The reason of the newest agreed move."""
    remark: str
    """What to add to the position: how late, where it was carried over to, what is proposed."""
    status: str
    said: Said | None
    silence: str
    """How long nothing was reported; only where the action should have been reported on."""
    details: tuple[Detail, ...]


class Column(NamedTuple):
    """A column of a table of actions: `key` names the cell, `heading` stands above it."""

    key: str
    heading: str


class Item(NamedTuple):
    """An action named in a list: its address in the whole plan, its id, and what is said of it."""

    anchor: str
    id: str
    text: str


class Tally(NamedTuple):
    """A lead ("" for none) with the actions that are theirs."""

    name: str
    items: tuple[Item, ...]


class Listing(NamedTuple):
    """Actions in a table. Without actions it is left out."""

    anchor: str
    title: str
    intro: str
    caption: str
    columns: tuple[Column, ...]
    actions: tuple[ActionView, ...]
    """All of them."""
    shown: tuple[ActionView, ...]
    """Those that the table shows; the others stand in `rest`."""
    rest_intro: str
    rest: tuple[Tally, ...]


class Proposal(NamedTuple):
    """Something put forward and not decided: `what` begins with a verb, so that a meeting can agree to it."""

    kind: str
    """date change, deferral, withdrawal or replacement."""
    action: ActionView
    what: str
    put_forward: Day | None
    reason: str
    decision: str


class Proposals(NamedTuple):
    """The section of what waits for a decision."""

    anchor: str
    title: str
    intro: str
    caption: str
    heading: str
    """What the plan calls an action."""
    rows: tuple[Proposal, ...]


class Group(NamedTuple):
    """A theme or goal in the whole plan: its heading's level in HTML (3 or 4), and its own actions."""

    level: int
    anchor: str
    title: str
    note: str
    internal_note: str
    empty: str
    """What to say where neither it nor a goal in it has actions."""
    listing: Listing


class Count(NamedTuple):
    """How many actions stand in a position, and what that position means."""

    mark: Mark
    number: int
    meaning: str


class Fact(NamedTuple):
    """A sentence of the summary with the anchor of the section that it speaks of ("" for none)."""

    text: str
    anchor: str


class Summary(NamedTuple):
    """The plan in a sentence, in a few facts, and in numbers that add up to `total`."""

    sentence: str
    facts: tuple[Fact, ...]
    counts: tuple[Count, ...]
    total: int
    bar: StatusBar


class Header(NamedTuple):
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


class Point(NamedTuple):
    """A paragraph that gets a number, with the section that it speaks of ("" for none) and a list below it."""

    text: str
    section: str
    items: tuple[Item, ...]


class Section(NamedTuple):
    """A section: `part` is the template's part that prints it, `intro` stands before the numbered paragraphs."""

    name: str
    title: str
    part: str
    intro: str
    points: tuple[Point, ...]
    listing: Listing | None


class IndicatorView(NamedTuple):
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


class Cell(NamedTuple):
    """A row of numbers under a name."""

    name: str
    numbers: tuple[int, ...]


class Grid(NamedTuple):
    """A table of numbers: positions across, organisations down."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[Cell, ...]


class MovedDate(NamedTuple):
    """An action whose due date was moved; `by` is the slippage in words."""

    action: ActionView
    by: str


class Moved(NamedTuple):
    """The moved due dates, the furthest first."""

    chart: SlippageChart
    rows: tuple[MovedDate, ...]
    """All of them."""
    shown: tuple[MovedDate, ...]
    """Those that the table in the front shows."""


class DueDay(NamedTuple):
    """A day with the actions that fall due on it."""

    day: Day
    items: tuple[Item, ...]


class Ahead(NamedTuple):
    """What falls due in the next two quarters: a chart where it is few, and the days."""

    chart: TimelineChart | None
    days: tuple[DueDay, ...]


class ReviewView(NamedTuple):
    """A governance body's progress reviews."""

    body: str
    every: str
    last: Day | None
    due: Day | None
    missed: bool


class Owned(NamedTuple):
    """A lead with what stands in their name: a sentence, and the open actions in a table."""

    anchor: str
    name: str
    sentence: str
    listing: Listing


class Term(NamedTuple):
    """An entry of the glossary."""

    word: str
    meaning: str


class Report(NamedTuple):
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
    ahead: Ahead | None
    reviews: tuple[ReviewView, ...]
    owners: tuple[Owned, ...]
    """Every lead of an open action, in the order of the alphabet; last the actions without one."""
    groups: tuple[Group, ...]
    rules: tuple[str, ...]
    """How the positions are worked out, a sentence or two each."""
    glossary: tuple[Term, ...]


class PortfolioRow(NamedTuple):
    """A plan in the table of several: how many actions stand in each position."""

    plan: str
    anchor: str
    title: str
    numbers: tuple[int, ...]


class Portfolio(NamedTuple):
    """Several plans together: totals, a row for each, then each report."""

    as_at: Day
    sentence: str
    headings: tuple[str, ...]
    rows: tuple[PortfolioRow, ...]
    totals: tuple[int, ...]
    reports: tuple[Report, ...]
