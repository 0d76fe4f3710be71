"""How the positions are worked out, in words."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.monitor.thresholds import CYCLES
from hsplan.report.setting import Setting
from hsplan.report.wording import counted
from hsplan.timescale.wording import words


def rules(setting: Setting) -> tuple[str, ...]:
    """The rules that hold for this report, with the council's own thresholds; each a sentence or two."""
    return tuple(_rules(setting))


def _rules(setting: Setting) -> Iterator[str]:
    limits = setting.state.thresholds
    yield (
        "The position comes from dates, not from anybody’s judgement. The due date is the last day that the timescale "
        "means: “March 2023” means 31 March 2023."
    )
    yield (
        "An action counts as it was reported by the report’s date. “Not reported” means that nobody has said how it "
        "stands; it does not mean “not started”."
    )
    yield (
        "A due date moves only when somebody has agreed to it, and the first date stays in the report. A proposed "
        "change, deferral or withdrawal changes nothing until it is decided."
    )
    if setting.closed:
        yield f"Lateness of what was left open is counted to {words(setting.last_day)}, the day the plan closed."
        return
    yield (
        f"Due soon means due within {counted(limits.due_soon, 'day')}. An overdue action is rated amber from "
        f"{counted(limits.amber, 'day')} late and red from {counted(limits.red, 'day')} late."
    )
    if setting.plan.reporting in CYCLES:
        days = counted(CYCLES[setting.plan.reporting], "day")
        yield f"Progress is due {setting.plan.reporting}. No update means that nothing was reported for over {days}."
