"""An action's state to what the report prints of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hsplan.findings import capital, listed
from hsplan.monitor import ActionState
from hsplan.monitor.lengths import how_long
from hsplan.monitor.state import CLOSED_POSITIONS
from hsplan.monitor.status import pending
from hsplan.plan import NO_CHANGE, NOT_REPORTED, PROPOSABLE, PastDate, Progress
from hsplan.plan.period import past_words
from hsplan.report.details import details, remedies
from hsplan.report.milestones import how_late, told_late
from hsplan.report.positions import mark
from hsplan.report.records import ActionView, Said
from hsplan.report.setting import Setting, day
from hsplan.report.targets import targets_words
from hsplan.report.text import clean
from hsplan.report.wording import PROPOSED_NOUNS

_TIMES = {1: "once", 2: "twice"}
_PLAIN_ID = re.compile(r"[A-Za-z0-9._-]+")


def action_views(setting: Setting) -> list[ActionView]:
    """Every action of the plan, in document order."""
    anchors = _anchors(each.action.id for each in setting.state.actions)
    return [action_view(each, anchor, setting) for each, anchor in zip(setting.state.actions, anchors, strict=True)]


def names(keys: Sequence[str]) -> str:
    """Owners as the plan writes them; some have commas of their own, so they are parted by semicolons."""
    return "; ".join(clean(key) for key in keys)


def action_view(each: ActionState, anchor: str, setting: Setting) -> ActionView:
    """One action; `anchor` is its address in the page."""
    action = each.action
    moved = each.times_moved > 0
    return ActionView(
        anchor=anchor,
        id=clean(action.id) or "?",
        title=clean(action.title),
        lead=names(action.lead) or _each(each, setting),
        partners=names(action.partners),
        timescale=clean(action.timescale),
        due=None if not each.open and each.timescale.recurrence else day(each.due),
        due_note=_due_note(each),
        written="" if each.due is None or each.timescale.recurrence else clean(action.timescale),
        first_due=day(each.first_due) if moved else None,
        moves=_moves(each) if moved else "",
        position=mark(each.position),
        late=_late(each, setting),
        rating=each.rag if each.position == "overdue" else "",
        officer=each.officer_rag if each.rag_disputed else "",
        officer_by=_officer_by(each),
        officer_said=each.officer_rag,
        why=_why(each),
        remark=_remark(each, setting),
        status=_status(each),
        said=_said(each, setting),
        silence=_silence(each, setting),
        silent=_silent(each),
        details=details(each, setting),
        remedies=remedies(each, setting) if each.late else (),
        still=_still(each),
        reason=_reason(each),
        late_milestones=told_late(each, setting),
    )


def _status(each: ActionState) -> str:
    if each.status != NOT_REPORTED:
        return capital(clean(each.status))
    told = sum(1 for who in each.by_organisation if who.latest)
    if told and told == len(each.by_organisation):
        unsaid = [clean(who.organisation) for who in each.by_organisation if who.status == NOT_REPORTED]
        return f"No status from {listed(unsaid)}"
    return f"Reported by {told} of {len(each.by_organisation)} organisations" if told else "Status not reported"


def _still(each: ActionState) -> tuple[str, ...]:
    """Who has still to do what some of several organisations have done."""
    left = [who for who in each.by_organisation if who.position not in CLOSED_POSITIONS]
    return tuple(clean(who.organisation) for who in left) if len(left) < len(each.by_organisation) else ()


def _officer_by(each: ActionState) -> str:
    """Who gives the colour that is shown, where some of several organisations give another one or none; one that has
    done its part gives none any more."""
    if not each.rag_disputed:
        return ""
    left = [part for part in each.by_organisation if part.position not in CLOSED_POSITIONS]
    who = [clean(part.organisation) for part in left if part.officer_rag == each.officer_rag]
    return listed(who) if 0 < len(who) < len(each.by_organisation) else ""


def _anchors(ids: Iterable[str]) -> list[str]:
    """An address in the page for each action: its id, so that a link to it lives on; a number where ids are odd."""
    used: set[str] = set()
    anchors = []
    for number, key in enumerate(ids, start=1):
        anchor = f"action-{key}" if _PLAIN_ID.fullmatch(key) and key not in used else f"action-number-{number}"
        used.add(key)
        anchors.append(anchor)
    return anchors


def _due_note(each: ActionState) -> str:
    if each.due is None:
        return ""
    if each.timescale.recurrence:
        return f"comes round again, “{clean(each.action.timescale)}”"
    if each.timescale.condition:
        return f"“{clean(each.timescale.condition)}”"
    if each.timescale.due is None and each.action.due is None and not any(move.agreed for move in each.moves):
        return "from its milestones"
    return ""


def _each(each: ActionState, setting: Setting) -> str:
    """Where every one of several organisations must do it, they stand where the lead would."""
    members = setting.state.owners.expand(each.action.each)
    return f"{'Each of ' if len(members) > 1 else ''}{listed([clean(key) for key in members])}"


def _moves(each: ActionState) -> str:
    """ "Moved twice, by 14 months in all"; the first date stands beside it."""
    text = f"moved {_TIMES.get(each.times_moved, f'{each.times_moved} times')}"
    if not each.first_due or not each.due or not each.slippage_days:
        return text
    in_all = " in all" if each.times_moved > 1 else ""
    if each.slippage_days > 0:
        return f"{text}, by {how_long(each.first_due, each.due)}{in_all}"
    return f"{text}, {how_long(each.due, each.first_due)} earlier{in_all}"


def _why(each: ActionState) -> str:
    carried = f"Carried over from {clean(each.before.first_due_in)}" if each.before else ""
    return next((clean(move.change.reason).rstrip(".") for move in reversed(each.moves) if move.agreed), carried)


def _reason(each: ActionState) -> str:
    why = _why(each) if each.times_moved else ""
    return f"{'reason' if each.times_moved == 1 else 'last reason'}: {why}" if why else ""


def _late(each: ActionState, setting: Setting) -> str:
    return how_long(each.due, setting.last_day) if each.late and each.due else ""


def _remark(each: ActionState, setting: Setting) -> str:
    late = _late(each, setting)
    texts = [f"{late} late" if late else ""]
    if each.position == "left open":
        texts = [_when_it_closed(each, late, setting)]
    if each.position == "draft date":
        texts = ["not counted yet"]
    if each.status in ("achieved", "now routine"):
        texts = [_done(each, setting)]
    if each.carried_to and not each.open:
        texts.append(f"see {targets_words(each.carried_to, setting.plan.id)}")
    if each.open:
        texts += [f"{PROPOSED_NOUNS[one.entry.status]} proposed{_of_whom(one.organisations)}" for one in each.proposals]
    if any(move.proposed for move in each.moves) and each.open:
        texts.append("new date proposed")
    if each.late_milestones:
        texts.append(f"a milestone is {how_late(each.late_milestones[0], setting)} late")
    return capital("; ".join(text for text in texts if text))


def _of_whom(organisations: Sequence[str]) -> str:
    return f" for {listed([clean(name) for name in organisations])}" if organisations else ""


def _when_it_closed(each: ActionState, late: str, setting: Setting) -> str:
    """Of an action left open, how it stood on its plan's last day."""
    if late:
        return f"{late} late when the plan closed"
    if each.due is None:
        return "no due date"
    return "not yet late" if each.due >= setting.last_day else "its date never counted, as the plan was not adopted"


def _done(each: ActionState, setting: Setting) -> str:
    """When it was done, as far as that is known by the report's date; of an achieved action how early or late too."""
    done = each.action.done
    if done is None or done.first > setting.state.as_at:
        return "date not given" if each.status == "achieved" else ""
    return ", ".join(filter(None, (past_words(done), _against_the_date(each, done))))


def _against_the_date(each: ActionState, done: PastDate) -> str:
    """ "3 months early", "on time", "12 days late", "at least 2 months early"; "" where that is not certain. What is
    routine now is only said to be late: it goes on."""
    if each.due is None or done.first <= each.due < done.last:
        return ""
    least = "" if done.first == done.last else "at least "
    if done.first > each.due:
        return f"{least}{how_long(each.due, done.first)} late" if each.days_late else ""
    if each.status != "achieved":
        return ""
    return f"{least}{how_long(done.last, each.due)} early" if done.last < each.due else "on time"


def _said(each: ActionState, setting: Setting) -> Said | None:
    entry = each.latest
    if entry is None:
        return None
    hidden = clean(entry.internal_note) if setting.internal else ""
    return Said(day(entry.date), clean(entry.by), _said_status(each, entry, setting), clean(entry.note), hidden)


def _said_status(each: ActionState, entry: Progress, setting: Setting) -> str:
    """The entry's own status where it says something that the action's does not."""
    if noun := undecided(entry, setting):
        return noun
    return "" if entry.status in (each.status, NO_CHANGE) else clean(entry.status)


def undecided(entry: Progress, setting: Setting) -> str:
    """ "withdrawal proposed", "withdrawal refused"; "" of an entry that was agreed or needs nobody's agreement."""
    if pending(entry, setting.state.as_at):
        return f"{PROPOSED_NOUNS[entry.status]} proposed"
    return f"{PROPOSED_NOUNS[entry.status]} refused" if entry.refused and entry.status in PROPOSABLE else ""


def _silence(each: ActionState, setting: Setting) -> str:
    if not each.no_update:
        return ""
    if not each.by_organisation:
        return _unheard(each.latest, each, setting)
    found: dict[str, list[str]] = {}
    for part in each.by_organisation:
        if part.no_update:
            found.setdefault(_unheard(part.latest, each, setting), []).append(clean(part.organisation))
    if len(found) == 1 and sum(map(len, found.values())) == len(each.by_organisation):
        return next(iter(found))
    return "; ".join(f"{length}: {listed(names)}" for length, names in found.items())


def _silent(each: ActionState) -> tuple[str, ...]:
    who = tuple(clean(part.organisation) for part in each.by_organisation if part.no_update)
    return who if len(who) < len(each.by_organisation) else ()


def _unheard(latest: Progress | None, each: ActionState, setting: Setting) -> str:
    """How long ago the newest entry was, or that there is none."""
    if latest and latest.date:
        return how_long(latest.date, setting.state.as_at)
    since = each.action.added or setting.plan.adopted
    return f"no report yet ({_roughly(how_long(since, setting.state.as_at))})" if since else "no report yet"


def _roughly(length: str) -> str:
    """ "12 months" of "12 months and 9 days"."""
    longest, _, rest = length.partition(" and ")
    return longest if rest.endswith(("day", "days")) else length
