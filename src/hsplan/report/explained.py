"""How the positions are worked out, in words."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import counted
from hsplan.monitor.thresholds import CYCLES
from hsplan.report.setting import Setting
from hsplan.timescale.days import month_end
from hsplan.timescale.wording import words


def rules(setting: Setting) -> tuple[str, ...]:
    """The rules that hold for this report, with the council's own thresholds; each a sentence or two."""
    return tuple(_rules(setting))


def _rules(setting: Setting) -> Iterator[str]:
    limits = setting.state.thresholds
    period = setting.plan.period
    last = period.end if period else setting.state.as_at
    last = month_end(last.year, last.month)
    month = words(last).partition(" ")[2]
    yield f"The position comes from dates, not judgement: the timescale “{month}” means by {words(last)}."
    yield ("“Not reported” means that nobody has said how the action stands, not that it has not begun.")
    yield (
        "A due date moves only when the move is agreed, and the first date stays in the report. A proposed change, "
        "deferral or withdrawal changes nothing until it is decided."
    )
    if setting.closed:
        yield f"Lateness of what was left open is counted to {words(setting.last_day)}, the day the plan closed."
        return
    soon = f"Due soon means due within {counted(limits.due_soon, 'day')}."
    if setting.draft:
        yield f"{soon} The plan is a draft, so its dates are proposals: one that has passed is not counted yet."
        return
    yield (
        f"{soon} An overdue action is rated amber from "
        f"{counted(limits.amber, 'day')} late and red from {counted(limits.red, 'day')} late; where the officer rates "
        "it otherwise, that is said."
    )
    if setting.plan.reporting in CYCLES:
        days = counted(CYCLES[setting.plan.reporting], "day")
        silent = any(each.no_update for each in setting.state.actions)
        what = f" No update means that nothing was reported for over {days}." if silent else ""
        yield f"Progress is due {setting.plan.reporting}.{what}"
