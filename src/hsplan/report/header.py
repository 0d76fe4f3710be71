"""The head of the report: what it is about, for whom, as at when."""

from __future__ import annotations

from datetime import date

from hsplan.findings import full_stop, listed, the
from hsplan.report.received import Received
from hsplan.report.records import Day, Header
from hsplan.report.setting import Setting
from hsplan.report.sitting import Sitting, body_title
from hsplan.report.text import clean
from hsplan.timescale.wording import words


def header(setting: Setting, when: Sitting, returned: Received) -> Header:
    """Facts that the plan does not give are ""."""
    plan = setting.plan
    owners = setting.state.owners
    found = [(key, owners.resolve(key)) for key in plan.organisations]
    period = plan.period
    hidden = plan.node.get("internal_note") if setting.internal else None
    decides = body_title(when, setting)
    return Header(
        title=clean(plan.title) or clean(plan.id) or "Plan without a title",
        meeting=f"{decides}, {words(when.day)}" if when.day and decides else words(when.day) if when.day else "",
        decision_maker=decides,
        addressee=the(decides or "steering group"),
        organisations=listed([clean(owner.title if owner else key) for key, owner in found]),
        period=(_day(period.start), _day(period.end)) if period else None,
        as_at=_day(setting.state.as_at),
        returns=returned.words,
        draft=returned.draft,
        status=_status(setting),
        source=full_stop(clean(plan.source)),
        note=full_stop(clean(plan.note)),
        internal_note=full_stop(clean(hidden)) if isinstance(hidden, str) else "",
        audience=setting.audience,
        author=clean(setting.settings.author),
        contact=clean(setting.settings.contact),
        wards=clean(setting.settings.wards),
        exempt=clean(setting.settings.exempt),
    )


def _day(found: date) -> Day:
    return Day(found.isoformat(), words(found))


def _status(setting: Setting) -> str:
    plan = setting.plan
    if setting.closed:
        return f"Closed on {words(setting.last_day)}. What was open is told of as it stood on that day."
    if plan.life(setting.state.as_at) == "adopted" and plan.adopted:
        if setting.over:
            return f"Adopted on {words(plan.adopted)}. Its period is over, and it has not been closed."
        return f"Adopted on {words(plan.adopted)} and in force."
    past = " Its period is over." if setting.lapsed else ""
    return f"Draft. The plan is not adopted yet, so its actions and dates are proposals.{past}"
