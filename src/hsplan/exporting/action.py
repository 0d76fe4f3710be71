"""One action whole, as text."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from hsplan.exporting.life import life_lines
from hsplan.findings import counted, listed, one_line
from hsplan.monitor import ActionState, Move, PlanState
from hsplan.monitor.figures import budget_text
from hsplan.monitor.life import Life, life
from hsplan.monitor.lineage import Lineage
from hsplan.monitor.status import as_known, pending
from hsplan.plan import PROPOSABLE, Action, Progress
from hsplan.timescale.wording import sentence, words

_WIDTH = 92
_LABEL = 16


def action_text(state: PlanState, each: ActionState, of: Lineage, *, internal: bool) -> str:
    """Everything that the plan says of an action and what holds as at the date; internal notes only if asked.

    `of` is the lineage of the plan and those connected with it, as at the same date.
    """
    action = each.action
    place = state.plan.document.record(action.node)
    lines = [one_line(f"{state.plan.id}/{action.id}  {action.title}"), one_line(f"{place.path}:{place.line}"), ""]
    whole = life(of, f"{state.plan.id}/{action.id}")
    for label, text in _facts(state, each, whole, internal):
        if text:
            lines.append(_line(label, text))
    for label, entries in (
        ("Life", life_lines(whole, of)),
        ("Date changes", _moves(each)),
        ("Milestones", _milestones(each)),
        ("Progress", _progress(state, action, internal)),
    ):
        lines += [_line(label if index == 0 else "", text) for index, text in enumerate(entries)]
    return "\n".join(lines) + "\n"


def _facts(state: PlanState, each: ActionState, whole: Life, internal: bool) -> Iterator[tuple[str, str]]:
    plan, action = state.plan, each.action
    yield plan.label("theme"), f"{action.theme} {plan.theme_title(action.theme)}".strip()
    goal = next((group for group in plan.goals if group.id == action.goal and group.theme == action.theme), None)
    yield plan.label("goal"), f"{goal.id} {goal.title}" if goal else ""
    yield "Phase", plan.phases[action.phase].title if action.phase in plan.phases else action.phase
    yield "Lead", ", ".join(action.lead) or ("" if action.each else "nobody")
    yield "Each of", ", ".join(action.each)
    yield "Partners", ", ".join(action.partners)
    yield "Client groups", ", ".join(action.client_groups)
    yield "Timescale", f'"{action.timescale}": {sentence(each.timescale)}' if action.timescale else "none"
    yield "Position", _position(state, each)
    yield "Status", each.status + "".join(f"; {who.organisation}: {who.status}" for who in each.by_organisation)
    for proposed in each.proposals:
        whose = f"{listed(proposed.organisations)}: " if proposed.organisations else ""
        yield "Proposed", f"{whose}{proposed.entry.status}, not decided"
    yield "Carried from", ", ".join(dict.fromkeys((*action.carried_from, *whole.predecessors)))
    yield "Carried to", ", ".join(dict.fromkeys((*each.carried_to, *whole.successors)))
    yield "Depends on", ", ".join(action.depends_on)
    for outcome in action.outcomes:
        yield "Outcome", outcome
    yield "Indicators", ", ".join(action.indicators)
    yield "Resources", "; ".join(action.resources)
    yield "Budget", budget_text(action.budget)
    yield "Links", "; ".join(action.links)
    for key, text in action.columns:
        yield plan.column_titles.get(key, key), text if internal or not plan.columns.get(key, True) else ""
    yield "Note", action.note
    yield "Internal note", action.internal_note if internal else ""
    yield "Source", action.source


def _position(state: PlanState, each: ActionState) -> str:
    text = each.position
    if each.position == "left open":
        text += f" when the plan closed on {words(state.plan.last_day(state.as_at))}"
    if each.late:
        text += f"{' by' if each.position == 'overdue' else ','} {counted(each.days_late, 'day')}"
        text += " late" if each.position == "left open" else ""
    if each.position == "draft date" and each.due:
        text += f", not counted yet: {words(each.due)} has passed, and the plan is a draft"
    elif each.due:
        text += f", due {words(each.due)}"
    if each.slippage_days and each.first_due:
        text += f", first due {words(each.first_due)} ({each.slippage_days:+d} days)"
    return text


def _moves(each: ActionState) -> Iterator[str]:
    for move in each.moves:
        yield _move(move)


def _move(move: Move) -> str:
    change = move.change
    state = "agreed" if move.agreed else "refused" if change.refused else "proposed"
    to = words(move.new) if move.new else f'"{change.timescale}"' if change.timescale else "no date"
    when = f" {words(change.decided)}" if change.decided and not move.proposed else ""
    by = f" by {change.decision}" if change.decision else ""
    return f"to {to}, {state}{when}{by}" + (f": {change.reason}" if change.reason else "")


def _milestones(each: ActionState) -> Iterator[str]:
    for state in each.milestones:
        milestone = state.milestone
        due = f", due {words(state.due)}" if state.due else f', "{milestone.timescale}"' if milestone.timescale else ""
        done = f", done {milestone.done.text}" if milestone.done else ""
        yield f"{milestone.title}{due}{done}" + (f" ({milestone.note})" if milestone.note else "")


def _progress(state: PlanState, action: Action, internal: bool) -> Iterator[str]:
    for entry in action.progress:
        if entry.date is None or entry.date <= state.as_at:
            yield _entry(as_known(entry, state.as_at), state, internal)


def _entry(entry: Progress, state: PlanState, internal: bool) -> str:
    head = words(entry.date) if entry.date else "no date"
    by = f", {entry.by}" if entry.by else ""
    status = f": {entry.status}" if entry.status else ""
    if entry.status in PROPOSABLE:
        status += " (refused)" if entry.refused else " (proposed)" if pending(entry, state.as_at) else ""
    rag = f" ({entry.rag})" if entry.rag else ""
    note = f". {entry.note}" if entry.note else ""
    hidden = f" [{entry.internal_note}]" if internal and entry.internal_note else ""
    return f"{head}{by}{status}{rag}{note}{hidden}"


def _line(label: str, text: str) -> str:
    return fill(
        one_line(f"{label:<{_LABEL}}{text}"),
        _WIDTH,
        subsequent_indent=" " * _LABEL,
        break_long_words=False,
        break_on_hyphens=False,
    )
