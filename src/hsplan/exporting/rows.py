"""One action as a row of plain data: what lists, spreadsheets and other programs are given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hsplan.findings import one_line
from hsplan.frozen import Frozen
from hsplan.monitor import PlanState


class Row(Frozen):
    """An action as at a date. Dates are ISO days or None, lists are tuples, `line` counts from 1."""

    plan: str
    id: str
    title: str
    theme: str
    goal: str
    phase: str
    lead: tuple[str, ...]
    partners: tuple[str, ...]
    timescale: str
    kind: str
    start: str | None
    due: str | None
    first_due: str | None
    slippage_days: int | None
    status: str
    position: str
    rag: str
    carried_from: tuple[str, ...]
    carried_to: tuple[str, ...]
    path: str
    line: int


def rows(state: PlanState, carried_from: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    """The rows of a plan in document order; `carried_from` names each action's predecessors (`plan/action`)."""
    plan = state.plan
    for each in state.actions:
        action = each.action
        yield Row(
            plan=plan.id,
            id=action.id,
            title=one_line(action.title),
            theme=action.theme,
            goal=action.goal,
            phase=action.phase,
            lead=tuple(one_line(name) for name in action.lead or action.each),
            partners=tuple(one_line(name) for name in action.partners),
            timescale=one_line(action.timescale),
            kind=each.timescale.kind,
            start=each.start.isoformat() if each.start else None,
            due=each.due.isoformat() if each.due else None,
            first_due=each.first_due.isoformat() if each.first_due else None,
            slippage_days=each.slippage_days,
            status=each.status,
            position=each.position,
            rag=each.rag,
            carried_from=tuple(dict.fromkeys((*action.carried_from, *carried_from.get(action.id, ())))),
            carried_to=each.carried_to,
            path=plan.document.path,
            line=plan.document.record(action.node).line,
        )
