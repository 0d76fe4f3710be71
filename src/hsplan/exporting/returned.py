"""Who has reported for a period, as text and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hsplan.exporting.named import named
from hsplan.findings import counted, one_line
from hsplan.monitor import PlanState
from hsplan.monitor.reviews import Returned
from hsplan.timescale.wording import words

Found = Sequence[tuple[PlanState, Sequence[Returned]]]


def returned_text(found: Found, period: str, start: date) -> str:
    """For each plan who has reported, who has not, and whose return is signed off; where the plan was over on the
    period's first day, `start`, that too."""
    blocks = []
    for state, entries in found:
        complete = [each for each in entries if _complete(each)]
        lines = [f"{one_line(named(state.plan))}: returns for {period}, {len(complete)} of {len(entries)} complete"]
        last = state.plan.closed or (state.plan.period.end if state.plan.period else None)
        if last and last < start:
            lines.append(f"  The plan was over by then: its last day was {words(last)}.")
        told = [(one_line(each.name) or "nobody", _said(each)) for each in sorted(entries, key=_complete)]
        width = max((len(name) for name, _ in told), default=0)
        lines += [f"  {name:<{width}}  {said}" for name, said in told]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def returned_json(found: Found, period: str, as_at: date) -> str:
    """`{"schema": 1, "as_at", "for", "plans": [{"plan", "returns": […]}]}`."""
    from json import dumps

    plans = [
        {
            "plan": state.plan.id,
            "returns": [
                {**each._asdict(), "returned": each.returned.isoformat() if each.returned else None} for each in entries
            ],
        }
        for state, entries in found
    ]
    return (
        dumps({"schema": 1, "as_at": as_at.isoformat(), "for": period, "plans": plans}, indent=2, ensure_ascii=False)
        + "\n"
    )


def _complete(each: Returned) -> bool:
    return each.reported == each.actions and (each.actions > 0 or each.returned is not None)


def _said(each: Returned) -> str:
    actions = f"{each.reported} of {counted(each.actions, 'action')} reported"
    if each.returned is None:
        return f"{actions}; no return"
    return f"{actions}; returned {words(each.returned)}, {'signed off' if each.signed_off else 'not signed off'}"
