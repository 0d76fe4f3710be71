"""The glossary: the plan's own entries, and the owners whom it names by something shorter than their full names; of
both only what the report uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hsplan.findings import listed
from hsplan.report.records import Term
from hsplan.report.setting import Setting
from hsplan.report.text import clean


def glossary(setting: Setting) -> tuple[Term, ...]:
    """In the order of the alphabet, letter case aside; the plan's own entry wins over an owner's name."""
    found = {word: Term(clean(word), clean(meaning)) for word, meaning in setting.plan.glossary.items() if meaning}
    for key in dict.fromkeys(_named(setting)):
        owner = setting.state.owners.resolve(key)
        if owner is None or key in found:
            continue
        title = clean(owner.title) if owner.title != key else ""
        members = listed([clean(member) for member in owner.members])
        if title or members:
            found[key] = Term(clean(key), f"{title} ({members})" if title and members else title or members)
    return tuple(sorted(found.values(), key=lambda term: (term.word.casefold(), term.word)))


def used(terms: Sequence[Term], said: tuple[object, ...]) -> tuple[Term, ...]:
    """The terms that stand in a text as words of their own, in the plural too. `said` is records with texts in them."""
    text = "\n".join(_texts(said))
    return tuple(term for term in terms if _stands(term.word, text))


def _stands(word: str, text: str) -> bool:
    # Most words are not there at all, which is told much faster.
    return word in text and re.search(rf"(?<!\w){re.escape(word)}s?(?!\w)", text) is not None


def _texts(said: tuple[object, ...]) -> set[str]:
    """The texts in records within records, each once: a report has some ten thousand, and tells of an action in several
    places."""
    found: set[str] = set()
    todo, seen = [said], {id(said)}
    for part in todo:  # a list that grows
        for each in part:
            if type(each) is str:
                found.add(each)
            elif isinstance(each, tuple) and id(each) not in seen:
                seen.add(id(each))
                todo.append(each)
    return found


def _named(setting: Setting) -> Iterator[str]:
    yield from setting.plan.organisations
    yield from (meeting.body for meeting in setting.plan.meetings if meeting.minutes)
    for each in setting.state.actions:
        for names in (each.action.lead, each.action.each, each.action.partners):
            for name in names:
                yield name
                owner = setting.state.owners.resolve(name)
                yield from owner.members if owner else ()
