"""What the whole plan prints under an action, a theme or a goal: outcomes, date changes, the council's own columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hsplan.document import Map
from hsplan.findings import capital, full_stop, listed
from hsplan.monitor import ActionState, MilestoneState, Move, OrganisationState
from hsplan.monitor.catalogue import completed
from hsplan.monitor.figures import budget_text
from hsplan.monitor.state import CLOSED_POSITIONS
from hsplan.plan import NOT_REPORTED, Group
from hsplan.plan.columns import columns_of
from hsplan.plan.period import past_words
from hsplan.plan.values import text, texts
from hsplan.report.milestones import how_late
from hsplan.report.origins import origins
from hsplan.report.records import Detail
from hsplan.report.setting import Setting
from hsplan.report.text import clean
from hsplan.report.wording import PROPOSED_NOUNS
from hsplan.timescale.wording import words

_REMEDIES = ("x-consequence", "x-remedy")


def details(each: ActionState, setting: Setting) -> tuple[Detail, ...]:
    """The facts that are there, each under its label; internal ones only for the internal audience."""
    return _there(_facts(each, setting))


def group_details(group: Group, setting: Setting) -> tuple[Detail, ...]:
    """What stands on a theme or goal itself, in the order of an action's facts; its notes are not among them."""
    return _there(_group_facts(group, setting))


def _there(facts: Iterable[tuple[str, list[str]]]) -> tuple[Detail, ...]:
    return tuple([Detail(label, there) for label, found in facts if (there := tuple(filter(None, found)))])


def remedies(each: ActionState, setting: Setting) -> tuple[Detail, ...]:
    """The council's columns that belong beside an overdue action, as far as the audience may see them."""
    said = dict(each.action.columns)
    if said.keys().isdisjoint(_REMEDIES):
        return ()
    shown = setting.columns()
    found = ((shown[key], clean(said[key])) for key in _REMEDIES if key in shown and key in said)
    return tuple(Detail(label, (text,)) for label, text in found if text)


def _facts(each: ActionState, setting: Setting) -> Iterator[tuple[str, list[str]]]:
    """In the order in which they are printed. Most actions have few of them, so each is asked for first."""
    action = each.action
    if action.outcomes:
        yield "Outcomes", [clean(text) for text in action.outcomes]
    if each.milestones:
        yield "Milestones", [_milestone(state, each.open, setting) for state in each.milestones]
    if each.moves:
        yield "Date changes", [_change(move, setting) for move in each.moves]
    if each.by_organisation:
        yield "By organisation", [_part(who) for who in each.by_organisation]
    if action.phase:
        phases = setting.plan.phases
        yield "Phase", [clean(phases[action.phase].title if action.phase in phases else action.phase)]
    if action.client_groups:
        yield "Client groups", [listed([clean(text) for text in action.client_groups])]
    yield from _purpose(action.node, action.indicators, setting)
    if action.resources or action.budget:
        yield "Resources", [clean(text) for text in (*action.resources, budget_text(action.budget))]
    if action.links:
        yield "Linked strategies", [clean(text) for text in action.links]
    if action.depends_on:
        yield "Depends on", [listed([clean(text) for text in action.depends_on])]
    yield from origins(each, setting)
    if action.columns:
        yield from _own_columns(action.columns, setting)
    if action.note:
        yield "Note", [clean(action.note)]
    if setting.internal:
        yield "Internal note", [clean(action.internal_note)]


def _group_facts(group: Group, setting: Setting) -> Iterator[tuple[str, list[str]]]:
    node = group.node
    yield "Outcomes", [clean(text) for text in texts(node, "outcomes")]
    yield "Client groups", [listed([clean(text) for text in texts(node, "client_groups")])]
    yield from _purpose(node, texts(node, "indicators"), setting)
    yield "Linked strategies", [clean(text) for text in texts(node, "links")]
    yield from _own_columns(columns_of(node), setting)


def _purpose(node: Map, indicators: Sequence[str], setting: Setting) -> Iterator[tuple[str, list[str]]]:
    """What it serves, of what the Act names, and by which indicators one sees whether it works."""
    if "purpose" in node:
        yield "Purpose", [capital(listed([clean(text) for text in texts(node, "purpose")]))]
    if indicators:
        known = setting.plan.indicators
        yield "Indicators", [clean(completed(known[key]).title or key if key in known else key) for key in indicators]


def _own_columns(columns: Iterable[tuple[str, str]], setting: Setting) -> Iterator[tuple[str, list[str]]]:
    """The council's own; one that is internal, or not declared, only for the internal audience."""
    shown = setting.columns()
    for key, said in columns:
        yield shown.get(key, clean(key)), [clean(said)] if key in shown or setting.internal else []


def _part(who: OrganisationState) -> str:
    """ "Stour: no status given; deferral proposed": how one of several organisations stands."""
    status = "no status given" if who.status == NOT_REPORTED and who.latest else clean(who.status)
    waits = who.proposal is not None and who.position not in CLOSED_POSITIONS
    proposed = f"; {PROPOSED_NOUNS[who.proposal.status]} proposed" if who.proposal and waits else ""
    return f"{clean(who.organisation)}: {status}{proposed}"


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
    said = full_stop(f"To {to}, {state}{by}" + (f": {clean(change.reason)}" if change.reason else ""))
    note = clean(text(change.node, "note"))
    return f"{said} {full_stop(note)}" if note else said


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
    elif action_is_open and state.days_late:
        texts.append(f"not done, {how_late(state, setting)} late")
    if state.due != state.first_due and state.first_due:
        texts.append(f"first due {words(state.first_due)}")
    said = full_stop(f"{clean(milestone.title)}: {', '.join(texts)}")
    moved = (f"Date change t{_change(move, setting)[1:]}" for move in state.moves)
    return " ".join([said, *moved, full_stop(clean(milestone.note)), _internal(milestone.node, setting)]).rstrip()


def _change(move: Move, setting: Setting) -> str:
    return f"{change_words(move)} {_internal(move.change.node, setting)}".rstrip()


def _internal(node: Map, setting: Setting) -> str:
    """The internal note of a milestone or a date change, for the internal audience."""
    note = clean(text(node, "internal_note")) if setting.internal else ""
    return full_stop(f"Internal: {note}") if note else ""
