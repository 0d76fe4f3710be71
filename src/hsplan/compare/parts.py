"""The parts of an action: who does it, its outcomes, its steps, what stands accepted, and all the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hsplan.compare.change import Change
from hsplan.compare.dates import date_changes, first_date
from hsplan.compare.pairing import frozen, paired
from hsplan.compare.subject import Subject
from hsplan.compare.wording import day_words, differing, plain, quoted, same_words
from hsplan.document import Map, Seq
from hsplan.findings import listed, nearest
from hsplan.monitor.figures import budget_text
from hsplan.monitor.status import reported
from hsplan.plan import CLOSED, Action, Milestone, Owners
from hsplan.plan.period import past_words
from hsplan.schema import knows
from hsplan.timescale import Reader

TOLD = frozenset(
    ("title", "lead", "partners", "each", "timescale", "due", "date_changes", "milestones", "done", "outcomes")
) | {"accepted", "progress", "phase", "resources", "budget"}
"""The keys of an action that have kinds of changes of their own."""
_NAMES = {
    "client_groups": "client groups",
    "depends_on": "what it depends on",
    "internal_note": "internal note",
    "purpose": "purpose",
    "links": "linked strategies",
    "rag": "officer's rating",
}

_ONE_SLIP = 0.85
"""How like each other two titles are, from 0 to 1, of which one is the other with a letter or two amiss."""


def people(subject: Subject, old: Action, new: Action, owners: tuple[Owners, Owners]) -> Iterator[Change]:
    """Who leads, who must each do it, who helps."""
    if set(old.lead) != set(new.lead) or set(old.each) != set(new.each):
        was, now = _answerable(old), _answerable(new)
        kind = "lead-changed"
        text = f"the lead goes from {was} to {now}" if now != "nobody" else f"nobody leads it any more; it was {was}"
        if was == "nobody":
            text = f"{now} {'leads' if new.lead else 'must do'} it now; until now nobody did"
        elif old.each and new.each and set(old.lead) == set(new.lead):
            kind, text = _each(old, new, owners)
        yield subject.change(kind, text, values=(was, now))
    if set(old.partners) != set(new.partners):
        text = f"partners: {differing(old.partners, new.partners)}"
        yield subject.change("partners-changed", text, values=(listed(old.partners), listed(new.partners)))


def _each(old: Action, new: Action, owners: tuple[Owners, Owners]) -> tuple[str, str]:
    """Which organisations must do it from now on, and which no longer: a promise taken back where one had not ended
    its part. The kind and the text."""
    before, after = (owner.expand(each.each) for owner, each in zip(owners, (old, new), strict=True))
    more, fewer = ([name for name in one if name not in other] for one, other in ((after, before), (before, after)))
    if not more and not fewer:
        return "wording", f"who must each do it is written as {listed(new.each)}"
    parts = [f"{listed(more)} must do it too now"] * bool(more)
    parts += [f"{listed(fewer)} no longer {'has' if len(fewer) == 1 else 'have'} to do it"] * bool(fewer)
    said = dict(reported(old, owners[0], date.max).by_organisation)
    open_ones = [name for name in fewer if name not in said or said[name].status not in CLOSED]
    return "each-removed" if open_ones else "lead-changed", "; ".join(parts)


def _answerable(action: Action) -> str:
    each = f"each of {listed(action.each)}" if action.each else ""
    return " with ".join(part for part in (listed(action.lead), each) if part) or "nobody"


def outcomes(subject: Subject, old: Action, new: Action) -> Iterator[Change]:
    """Outcomes promised, taken out or worded otherwise."""
    if old.outcomes == new.outcomes:
        return
    pairs, gone, come = paired(old.outcomes, new.outcomes, lambda each: each, plain)
    values = ("; ".join(old.outcomes), "; ".join(new.outcomes))
    if not gone and not come:
        if any(was != now for was, now in pairs):
            yield subject.change("wording", "an outcome is spelled otherwise", values=values)
        else:
            yield subject.change("details-changed", "the outcomes stand in another order", values=values)
        return
    if len(gone) == len(come) == 1:
        text = f"the outcome {quoted(gone[0])} became {quoted(come[0])}"
    else:
        told = [f"{listed(map(quoted, each))} {what}" for each, what in ((gone, "taken out"), (come, "added")) if each]
        text = f"outcomes: {', '.join(told)}"
    yield subject.change("outcomes-changed", text, values=values)


def milestones(subject: Subject, old: Action, new: Action, readers: tuple[Reader, Reader]) -> Iterator[Change]:
    """Steps added, taken out, done, moved."""
    if old.milestones == new.milestones:
        return
    pairs, gone, come = paired(
        old.milestones,
        new.milestones,
        lambda each: frozen(each.node),
        lambda each: plain(each.title) or None,
        lambda each: (each.timescale, each.due) if each.timescale or each.due else None,
    )
    for was, now in (*pairs, *_misspelt(gone, come)):
        if was.node != now.node:
            yield from _milestone(subject, was, now, readers)
    for each in gone:
        if each.done is not None:
            text = f"the milestone {quoted(each.title)}, done {past_words(each.done)}, was taken out"
            yield subject.change("details-changed", text, each.title, old=each.node, values=(each.title, ""))
        else:
            text = f"the milestone {quoted(each.title)}{_due(each, readers[0])}, was taken out"
            if not _due(each, readers[0]):
                text = f"the milestone {quoted(each.title)} was taken out"
            yield subject.change("milestone-removed", text, old=each.node, values=(each.title, ""))
    for each in come:
        kind = "milestone-done" if each.done else "milestone-added"
        done = f", done {past_words(each.done)}" if each.done else ""
        text = f"a milestone is added, {quoted(each.title)}{_due(each, readers[1])}{done}"
        yield subject.change(kind, text, new=each.node, values=("", each.title))


def _misspelt(gone: list[Milestone], come: list[Milestone]) -> Iterator[tuple[Milestone, Milestone]]:
    """Takes out of both lists what is one milestone but for a slip of the pen in its title, and gives the pairs.
    Another number is no slip: "Phase 1" is not "Phase 2"."""
    for was in tuple(gone) if come else ():
        likely = [each for each in come if was.title and _numbers(each.title) == _numbers(was.title)]
        title = nearest(was.title, (each.title for each in likely), _ONE_SLIP)
        now = next((each for each in likely if title and each.title == title), None)
        if now is not None:
            gone.remove(was)
            come.remove(now)
            yield was, now


def _numbers(text: str) -> list[str]:
    return [sign for sign in text if sign.isdigit()]


def _milestone(subject: Subject, old: Milestone, new: Milestone, readers: tuple[Reader, Reader]) -> Iterator[Change]:
    name = f"the milestone {quoted(new.title)}"
    here = subject.at(old.node, new.node)
    if old.title != new.title:
        kind = "wording" if same_words(old.title, new.title) else "retitled"
        yield here.change(
            kind, f"the milestone {quoted(old.title)} is now called {quoted(new.title)}",
            values=(old.title, new.title),
        )  # fmt: skip
    for change in first_date(subject, (old.timescale, old.due), (new.timescale, new.due), readers):
        kinds = {"first-date-rewritten": "milestone-rewritten", "date-taken-away": "milestone-rewritten"}
        text = f"{name}: {change.text}"
        values = (change.old.value if change.old else "", change.new.value if change.new else "")
        yield here.change(kinds.get(change.kind, change.kind), text, new.title, values=values)
    first = readers[1](new.timescale).due or new.due
    yield from date_changes(
        subject, old.date_changes, new.date_changes, first, readers[1], f" for the milestone {quoted(new.title)}"
    )
    was, now = (past_words(each.done) if each.done else "" for each in (old, new))
    if was != now:
        kind = "milestone-done" if not was else "done-edited" if now else "milestone-reopened"
        text = {
            "milestone-done": f"{name} is done, {now}",
            "done-edited": f"{name} was done {was}, which was changed after the fact to {now}",
            "milestone-reopened": f"{name} is no longer done; it said {was}",
        }[kind]
        yield here.change(kind, text, new.title, values=(was, now))
    rest = [key for key in (*old.node, *new.node) if key not in ("title", "timescale", "due", "date_changes", "done")]
    if any(old.node.get(key) != new.node.get(key) for key in rest):
        yield here.change("details-changed", f"{name}: its note changed", frozen(old.node), frozen(new.node))


def _due(milestone: Milestone, read: Reader) -> str:
    due = read(milestone.timescale).due or milestone.due
    return f", due {day_words(due)}" if due else f", {quoted(milestone.timescale)}" if milestone.timescale else ""


def accepted(subject: Subject, old: Map, new: Map) -> Iterator[Change]:
    """Findings that stand accepted from now on, or no longer do."""
    was, now = (_entries(node.get("accepted")) for node in (old, new))
    if was == now:
        return
    pairs, gone, come = paired(was, now, frozen, lambda each: str(each.get("rule")))
    for before, after in pairs:
        if before != after:
            text = f"why or how long the finding {after.get('rule')} stands accepted was changed: {_why(after)}"
            yield subject.change("finding-accepted", text, frozen(before), frozen(after), old=before, new=after)
    for each in come:
        yield subject.change(
            "finding-accepted", f"the finding {each.get('rule')} stands accepted: {_why(each)}", frozen(each), new=each
        )
    for each in gone:
        text = f"the finding {each.get('rule')} is accepted no longer"
        yield subject.change("details-changed", text, frozen(each), old=each)


def _why(entry: Map) -> str:
    until = f", until {entry.get('until')}" if entry.get("until") else ""
    return f"{entry.get('reason') or 'no reason given'}{until}"


def _entries(value: object) -> list[Map]:
    return [each for each in value if isinstance(each, Map)] if isinstance(value, Seq) else []


def means(subject: Subject, old: Action, new: Action) -> Iterator[Change]:
    """The money and people for it, the phase in which it falls."""
    for name, was, now in (
        ("resources", "; ".join(old.resources), "; ".join(new.resources)),
        ("budget", budget_text(old.budget), budget_text(new.budget)),
    ):
        if was != now:
            kind = "wording" if same_words(was, now) and was and now else "resources-changed"
            text = f"{name}: {_from_to(was, now)}"
            yield subject.change(kind, text, name, values=(was, now))
    if old.phase != new.phase:
        text = f"phase: {_from_to(old.phase, new.phase)}"
        yield subject.change("phase-changed", text, values=(old.phase, new.phase))


def _from_to(was: str, now: str) -> str:
    if not was:
        return f"{quoted(now)} is written down"
    return f"{quoted(was)} became {quoted(now)}" if now else f"{quoted(was)} was taken out"


def rest(subject: Subject, old: Map, new: Map, told: frozenset[str], titles: dict[str, str]) -> Iterator[Change]:
    """Whatever else differs, named by its keys, in one change; `titles` names the council's own columns. Internal notes
    and columns are named and not told."""
    keys = [key for key in dict.fromkeys((*old, *new)) if key not in told and not _same(old.get(key), new.get(key))]
    if not keys:
        return
    kind = "details-changed"
    if all(same_words(_text(old.get(key)), _text(new.get(key))) and old.get(key) and new.get(key) for key in keys):
        kind = "wording"
    names = dict.fromkeys(_NAMES.get(key) or titles.get(key) or _name(key) for key in keys)
    digest = tuple((key, frozen(old.get(key)), frozen(new.get(key))) for key in keys)
    verb = "is spelled otherwise" if kind == "wording" else "changed"
    yield subject.change(kind, f"{listed(names)} {verb}", digest)


def _name(key: str) -> str:
    """A key in words. One that the format does not know may be the end of a text that a comma cut off: not named."""
    return key.replace("_", " ") if knows(key) else "a key that the format does not have"


def _same(was: object, now: object) -> bool:
    return was == now or frozen(was) == frozen(now)


def _text(value: object) -> str:
    return value if isinstance(value, str) else repr(frozen(value))
