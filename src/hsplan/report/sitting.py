"""The meeting that the report is for, the one before it and the one after."""

from __future__ import annotations

from datetime import date, timedelta

from hsplan.frozen import Frozen
from hsplan.monitor.reviews import cycle_days
from hsplan.report.setting import Setting
from hsplan.report.text import clean
from hsplan.timescale.days import months_later

_MONTHS = {"monthly": 1, "quarterly": 3, "six-monthly": 6, "yearly": 12}
PACK = timedelta(days=10)
"""So long before a meeting its papers are out: five clear working days by law, with a weekend and a day to print."""
_STRETCH = {1: "month", 3: "quarter", 6: "six months", 12: "year"}


class Sitting(Frozen):
    """When and before whom the plan is looked at.

    `body` is the one asked to decide ("" where the plan does not tell), `day` its meeting, `next` the one after that.
    `since` is the day of the meeting before, else one reporting cycle (`stretch`) before the report's date; where the
    report compares with another day that was asked for, that day, and `stretch` is "".
    """

    body: str
    day: date | None
    last: date | None
    next: date | None
    since: date
    stretch: str


def sitting(setting: Setting, back_to: date | None = None) -> Sitting:
    """By the plan's own list of meetings: the first on or after the report's date is the one that the report is for.

    Without one the body is the only one whose progress reviews come in cycles, since nobody else is certain to decide.
    """
    plan, as_at = setting.plan, setting.state.as_at
    held = sorted((meeting.date, meeting.body) for meeting in plan.meetings if meeting.date)
    day, body = next(((when, who) for when, who in held if when >= as_at), (None, _only_body(setting)))
    own = [when for when, who in held if not body or who == body]
    last = max((when for when in own if when < as_at), default=None)
    after = min((when for when in own if when > (day or as_at)), default=None)
    months = _MONTHS.get(plan.reporting, 3)
    if back_to:
        return Sitting(body, day, last, after, back_to, "")
    return Sitting(body, day, last, after, last or months_later(as_at, -months), _STRETCH[months])


def body_title(when: Sitting, setting: Setting) -> str:
    """The body that is asked to decide, by its full name; "" where the plan does not tell."""
    owner = setting.state.owners.resolve(when.body) if when.body else None
    return clean(owner.title if owner else when.body)


def _only_body(setting: Setting) -> str:
    found = [body.name for body in setting.plan.governance.values() if cycle_days(body.reviews)]
    return found[0] if len(found) == 1 else ""
