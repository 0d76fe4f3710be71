"""What the whole plan prints under an action: outcomes, milestones, date changes, the council's own columns."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import full_stop, listed
from hsplan.monitor import ActionState, MilestoneState, Move
from hsplan.report.records import Detail
from hsplan.report.setting import Setting
from hsplan.report.text import clean
from hsplan.report.wording import how_long, past_words
from hsplan.timescale.wording import words

_REMEDIES = ("x-consequence", "x-remedy")


def details(each: ActionState, setting: Setting) -> tuple[Detail, ...]:
    """The facts that are there, each under its label; internal ones only for the internal audience."""
    found = (Detail(label, tuple(text for text in texts if text)) for label, texts in _facts(each, setting))
    return tuple(detail for detail in found if detail.texts)


def remedies(each: ActionState, setting: Setting) -> tuple[Detail, ...]:
    """The council's columns that belong beside an overdue action, as far as the audience may see them."""
    shown, said = setting.columns(), dict(each.action.columns)
    found = ((shown[key], clean(said[key])) for key in _REMEDIES if key in shown and key in said)
    return tuple(Detail(label, (text,)) for label, text in found if text)


def _facts(each: ActionState, setting: Setting) -> Iterator[tuple[str, list[str]]]:
    action, plan = each.action, setting.plan
    yield "Outcomes", [clean(text) for text in action.outcomes]
    yield "Milestones", [_milestone(state, each.open, setting) for state in each.milestones]
    yield "Date changes", [change_words(move) for move in each.moves]
    yield "By organisation", [f"{clean(who.organisation)}: {clean(who.status)}" for who in each.by_organisation]
    yield "Phase", [clean(plan.phases[action.phase].title if action.phase in plan.phases else action.phase)]
    yield "Client groups", [listed([clean(text) for text in action.client_groups])]
    yield "Resources", [clean(text) for text in (*action.resources, action.budget)]
    yield "Linked strategies", [clean(text) for text in action.links]
    yield "Depends on", [listed([clean(text) for text in action.depends_on])]
    origins = dict.fromkeys((*action.carried_from, *setting.carried_from.get(action.id, ())))
    yield "Carried over from", [clean(text) for text in origins]
    shown = setting.columns()
    for key, text in action.columns:
        yield shown.get(key, clean(key)), [clean(text)] if key in shown or setting.internal else []
    yield "Note", [clean(action.note)]
    yield "Internal note", [clean(action.internal_note)] if setting.internal else []


def change_words(move: Move) -> str:
    """ "To 30 November 2011, agreed on 14 December 2010 (Steering Group, SG/10/4 item 6): redrafted."."""
    change = move.change
    to = words(move.new) if move.new else f"“{clean(change.timescale)}”"
    state = "agreed" if move.agreed else "refused" if change.refused else "proposed, not decided"
    if change.decided and not move.proposed:
        state += f" on {words(change.decided)}"
    elif change.date:
        state += f" (put forward on {words(change.date)})"
    by = f" ({clean(change.decision)})" if change.decision and not move.proposed else ""
    return full_stop(f"To {to}, {state}{by}" + (f": {clean(change.reason)}" if change.reason else ""))


def _milestone(state: MilestoneState, action_is_open: bool, setting: Setting) -> str:
    """A milestone counts as done from the day that its date of doing may have been; later facts are not known yet."""
    milestone = state.milestone
    done = milestone.done if state.done else None
    texts = [
        f"due {words(state.due)}"
        if state.due
        else f"“{clean(milestone.timescale)}”"
        if milestone.timescale
        else "no date"
    ]
    if done:
        texts.append(f"done {past_words(done)}")
    elif action_is_open and state.due and state.due < setting.last_day and not setting.draft:
        texts.append(f"not done, {how_long(state.due, setting.last_day)} late")
    if state.due != state.first_due and state.first_due:
        texts.append(f"first due {words(state.first_due)}")
    note = f" {full_stop(clean(milestone.note))}" if milestone.note else ""
    return full_stop(f"{clean(milestone.title)}: {', '.join(texts)}") + note
