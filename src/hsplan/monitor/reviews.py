"""When the plan is looked at next, and who has sent in what for a reporting period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hsplan.frozen import Frozen
from hsplan.monitor.assess import PlanState
from hsplan.monitor.slots import FREQUENCIES
from hsplan.monitor.summary import organisations_of
from hsplan.monitor.thresholds import CYCLES
from hsplan.plan import Period
from hsplan.timescale import read
from hsplan.timescale.days import add_months


class Review(Frozen):
    """A governance body's next progress review, or the first of those `missed`. `due` is None where nothing gives a
    date; `listed` is the meeting to come that the plan lists."""

    body: str
    every: str
    due: date | None
    last: date | None
    missed: int
    """How many should have been held since the last one."""
    listed: date | None = None

    @property
    def overdue(self) -> bool:
        """Whether it should have been held by now."""
        return self.missed > 0


class Cycle(Frozen):
    """How far one review lies from the next: so many months, or 0 and so many days. `days` are by the longest month,
    quarter, half year and year."""

    months: int
    days: int

    def after(self, day: date, times: int = 1) -> date:
        """So many cycles on: the same day of the month, or the month's last where it is shorter."""
        if self.months:
            return add_months(day, self.months * times)
        span = self.days * times
        return day + timedelta(days=span) if span <= (date.max - day).days else date.max

    def passed(self, day: date, until: date) -> int:
        """How many cycles from a day on end before another day."""
        number = max(((until - day).days - 1) // self.days, 0)  # none is longer, so as many have passed at least
        while self.after(day, number + 1) < until:
            number += 1
        return number


def cycle_days(wording: str) -> int | None:
    """Days of the cycle that a body's own words for it mean; None where they mean none."""
    found = cycle_of(wording)
    return found.days if found else None


def cycle_of(wording: str) -> Cycle | None:
    """The cycle that a body's own words for it mean ("annual", "twice a year", "every 6 weeks"); None where they say
    more than a cycle, or something else.
    """
    if not wording or wording in CYCLES:
        return Cycle(FREQUENCIES[wording], CYCLES[wording]) if wording else None
    said = read(wording)
    if said.kind != "recurring" or said.due or said.condition or [(0, len(wording))] != [*said.used]:
        return None
    every, _, times = (said.recurrence or "").removeprefix("FREQ=").partition(";INTERVAL=")
    number = int(times) if times.isdecimal() else 1
    days = _DAYS.get(every)
    if days is None or (times and not times.isdecimal()) or not 0 < days * number <= _LONGEST:
        return None
    months = number * _MONTHS.get(every, 0)
    same = next((CYCLES[word] for word, length in FREQUENCIES.items() if length == months), days * number)
    return Cycle(months, same)


_DAYS = {"WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
_MONTHS = {"MONTHLY": 1, "YEARLY": 12}
_LONGEST = 3660
"""Nobody reviews a plan every ten years; a longer cycle is a slip."""


def reviews(state: PlanState) -> list[Review]:
    """Each body's next review: a meeting that the plan already lists, else one cycle after its last one; where that day
    has passed, the first that was missed.

    A body that never met counts from the plan's adoption. Wordings that are no cycle ("as per work programme") give no
    date. A meeting to come stands for the review before it where it is only a quarter of a cycle late.
    """
    found, adopted = [], state.plan.life(state.as_at) == "adopted"
    for body in state.plan.governance.values():
        held = [meeting.date for meeting in state.plan.meetings if meeting.body == body.name and meeting.date]
        coming = listed = min((day for day in held if day > state.as_at), default=None)
        last = max((day for day in held if day <= state.as_at), default=None)
        since = last or state.plan.adopted
        cycle, missed = cycle_of(body.reviews) if since and adopted else None, 0
        if since and cycle:
            missed = cycle.passed(since, state.as_at)
            if listed and missed and (listed - cycle.after(since, missed)).days <= cycle.days // 4:
                missed -= 1
            coming = cycle.after(since) if missed or listed is None else listed
        found.append(Review(body.name, body.reviews, coming, last, missed, listed))
    return found


class Returned(Frozen):
    """What one lead or organisation has sent in for a period."""

    name: str
    actions: int
    """Open actions that it has to report on."""
    reported: int
    returned: date | None
    """The day of its return in the plan's `returns:`, None without one."""
    signed_off: bool


def returns(state: PlanState, words: str, period: Period, *, by: str = "lead") -> list[Returned]:
    """For each lead (or, `by="organisation"`, each organisation): the open actions that it answers for, how many have
    an entry for the period, and its return.

    An entry is for the period if it says so (`for:`), or says nothing and its date lies in it. `words` is how the plan
    names the period ("Q2 2026/27").
    """
    found: dict[str, list[bool]] = {}
    names: Iterable[str]
    for each in state.actions:
        if (each.ended or period.start) < period.start:
            continue
        if by == "organisation":
            names = organisations_of(state.owners, each.action.each or each.action.lead)
        else:
            names = state.owners.expand(each.action.each) or each.action.lead or ("",)
        for name in names:
            entries = [
                entry
                for entry in each.action.progress
                if (not entry.by or not each.action.each or name in state.owners.expand((entry.by,)))
                and (
                    entry.period == words
                    or (not entry.period and entry.date and period.start <= entry.date <= period.end)
                )
                and (entry.date is None or entry.date <= state.as_at)
            ]
            found.setdefault(name, []).append(bool(entries))
    if by == "organisation":
        for name in state.plan.organisations:
            found.setdefault(name, [])
    given = {
        each.by: each for each in state.plan.returns if each.period == words and (each.date or date.min) <= state.as_at
    }
    return [
        Returned(
            name,
            len(entries),
            sum(entries),
            given[name].date if name in given else None,
            name in given and given[name].signed_off,
        )
        for name, entries in found.items()
    ]
