"""What holds for one action as at a date."""

from __future__ import annotations

from datetime import date

from hsplan.frozen import Frozen
from hsplan.plan import Action, DateChange, Milestone, Progress
from hsplan.timescale import Timescale

OPEN_POSITIONS = (
    "overdue",
    "left open",
    "due soon",
    "within date",
    "ongoing or recurring",
    "draft date",
    "no date",
    "deferred",
)
CLOSED_POSITIONS = ("achieved", "now routine", "carried over", "superseded", "withdrawn")
POSITIONS = OPEN_POSITIONS + CLOSED_POSITIONS
"""Every position, the open ones first, worst first.

"left open" is open when its plan closed; "ongoing or recurring" is meant by its own wording to go on or to come round,
without a due date; "draft date" is due on a day that has passed, in a draft, whose dates are proposals.
"""


class Move(Frozen):
    """A date change with what it does: from which due date to which; `days` is positive for a later date.

    `agreed` is whether it counts as at the date asked about; a proposed or refused change moves nothing.
    """

    change: DateChange
    timescale: Timescale
    old: date | None
    new: date | None
    days: int | None
    agreed: bool

    @property
    def proposed(self) -> bool:
        """Put forward, and nobody has agreed to it or refused it yet."""
        return not self.agreed and not self.change.refused

    @property
    def put_forward_late(self) -> bool:
        """Whether it was put forward only after the date that it moves had passed."""
        return bool(self.old and self.change.date and self.change.date > self.old)


class Proposed(Frozen):
    """A deferral, withdrawal or merger that was put forward and not decided. `organisations` are those of several whose
    part it is; () where it is about the whole action."""

    entry: Progress
    organisations: tuple[str, ...]


class OrganisationState(Frozen):
    """How one of several organisations stands with an action that each of them must do."""

    organisation: str
    status: str
    position: str
    days_late: int
    reported: Progress | None
    """The entry that states its status."""
    latest: Progress | None
    proposal: Progress | None
    officer_rag: str
    no_update: bool


class MilestoneState(Frozen):
    """A milestone's dates as at the date asked about, and whether it was done by then."""

    milestone: Milestone
    timescale: Timescale
    first_due: date | None
    due: date | None
    moves: tuple[Move, ...]
    done: bool
    days_late: int
    """Days past the due date of one that is not done and does not come round again, as an action's are counted; 0 in a
    draft."""


class Before(Frozen):
    """What an action brings along from plans before its own: the action (`plan/action`) that gave its first due date,
    and how often that date moved until it came here, by agreement and by being carried over."""

    first_due_in: str
    times_moved: int


class ActionState(Frozen):
    """One action as at a date. Days count calendar days; `slippage_days` is from the first due date to the current."""

    action: Action
    timescale: Timescale
    start: date | None
    first_due: date | None
    due: date | None
    moves: tuple[Move, ...]
    milestones: tuple[MilestoneState, ...]
    slippage_days: int | None
    status: str
    reported: Progress | None
    """The entry that states the status."""
    latest: Progress | None
    """The newest entry of any kind."""
    proposals: tuple[Proposed, ...]
    """The deferrals, withdrawals and mergers put forward since and not decided, oldest first."""
    by_organisation: tuple[OrganisationState, ...]
    """For an action with `each:`, every organisation that must do it."""
    position: str
    days_late: int
    """Days past the due date of an overdue action, and of one left open on the day its plan closed; of an achieved one,
    days from the due date to `done` (may be negative), of one done within a month or year as many as are certain; else
    0."""
    no_update: bool
    silent_since: date | None
    """Where there is no update, the day of the newest entry; of several organisations', of the one longest silent. None
    where one has never said anything."""
    rag: str
    rag_rule: str
    """The rule that gave the colour, in words."""
    officer_rag: str
    """The officer's own judgement in the newest entry that gives one, "" where none does."""
    before: Before | None = None
    """Where its first due date is that of an action of a plan before; see `inherited`."""
    takes_further: tuple[str, ...] = ()
    """Of the actions (`plan/action`) that it comes from, those that were done; see `inherited`."""

    @property
    def open(self) -> bool:
        """Whether something remains to be done in this plan."""
        return self.position not in CLOSED_POSITIONS

    @property
    def ended(self) -> date | None:
        """The day on which it was reported closed, of several organisations by the last of them; None while it is open
        and where no day is given."""
        entries = [each.reported for each in self.by_organisation] or [self.reported]
        return None if self.open else max((each.date for each in entries if each and each.date), default=None)

    @property
    def late(self) -> bool:
        """Whether its due date passed with the work not done: overdue, or left open so."""
        return self.open and self.days_late > 0

    @property
    def late_milestones(self) -> tuple[MilestoneState, ...]:
        """The milestones that are late while the action is neither overdue itself nor put off, the longest first; ()
        once the plan has closed."""
        if not self.milestones or self.position not in ("due soon", "within date", "no date", "ongoing or recurring"):
            return ()
        return tuple(sorted((each for each in self.milestones if each.days_late), key=lambda each: -each.days_late))

    @property
    def rag_disputed(self) -> bool:
        """Whether the officer rates what is open otherwise than the dates do; where these give no colour, red or
        amber."""
        if not self.open or self.position == "left open":
            return False
        return self.officer_rag not in ("", self.rag or "green")

    @property
    def times_moved(self) -> int:
        """How many agreed changes have moved the due date; in the plans before, too, where these are told of."""
        own = len([move for move in self.moves if move.agreed and move.new and move.new != move.old])
        return own + (self.before.times_moved if self.before else 0)

    def seen_by(self, organisation: str) -> ActionState:
        """The action as it stands for one of several organisations that must each do it; for any other, the action."""
        own = next((each for each in self.by_organisation if each.organisation == organisation), None)
        if own is None:
            return self
        same = own.position == self.position
        return self._replace(
            status=own.status,
            position=own.position,
            days_late=own.days_late,
            reported=own.reported,
            latest=own.latest,
            proposals=(Proposed(own.proposal, ()),) if own.proposal else (),
            by_organisation=(),
            no_update=own.no_update,
            silent_since=own.latest.date if own.latest else None,
            rag=self.rag if same else "",
            officer_rag=own.officer_rag,
        )

    @property
    def carried_to(self) -> tuple[str, ...]:
        """The actions that it was carried over to, merged into or split into (`plan/action`)."""
        return self.reported.into if self.reported else ()
