"""HS8, second part: the glossary, and one spelling for one term."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hsplan.document import Map
from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, plan_rule


@plan_rule("HS802", "glossary-unused", "note")
def glossary_unused(view: View) -> Iterator[Finding]:
    """A word that the glossary explains and the plan does not use.

    Why it matters: the report prints a glossary that explains what nobody reads in it.

    Failing:

        glossary:
          RSL: "Registered Social Landlord"
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    Passing:

        glossary:
          RSL: "Registered Social Landlord"
        actions:
          "1.1": {title: "Agree a protocol with every RSL", lead: Housing Team, timescale: September 2013}

    To mend it: take it out.
    """
    mark = view.plan.node.marks.get("glossary")
    node = view.plan.node.get("glossary")
    if mark is None or not isinstance(node, Map):
        return
    text = view.document.text
    elsewhere = text[: mark[0]] + "\n" + text[mark[3] :]
    explained = " ".join(view.plan.glossary.values())
    spelt = Counter(_plain(word) for word in view.plan.glossary)  # of the same word twice, defined-twice speaks
    for word in view.plan.glossary:
        if spelt[_plain(word)] == 1 and not _stands(word, elsewhere) and not _stands(word, explained):
            message = f'The plan does not use "{word}", which its glossary explains.'
            yield fault(view.document.key(node, word), message, "Take it out.")


def _plain(word: str) -> str:
    """A word without capitals and full stops."""
    return word.casefold().replace(".", "")


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text by itself; it may have a plural or a possessive ending there."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        after = text[end : end + 1]
        if not text[at - 1 : at].isalnum() and (not after.isalnum() or after in "sS"):
            return True
        at = text.find(word, at + 1)
    return False


@plan_rule("HS803", "defined-twice", "note", lasting=True)
def defined_twice(view: View) -> Iterator[Finding]:
    """A word that the glossary explains twice, with other capitals or full stops; or that an owner of the plan explains
    already.

    Why it matters: sooner or later the two explanations differ.

    Failing:

        owners:
          RSLs: {name: "Registered Social Landlords", kind: group}
        glossary:
          RSLs: "Registered social landlords"
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, partners: [RSLs], timescale: September 2013}

    Passing:

        owners:
          RSLs: {name: "Registered Social Landlords", kind: group}
        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, partners: [RSLs], timescale: September 2013}

    To mend it: keep one of them. Owners' names are in the report's glossary by themselves.
    """
    node = view.plan.node.get("glossary")
    if not isinstance(node, Map):
        return
    seen: dict[str, str] = {}
    for word in view.plan.glossary:
        owner = view.owners.get(word)
        first = seen.setdefault(_plain(word), word)
        if first != word:
            message = f'The glossary explains "{word}" and "{first}", which are one word.'
        elif owner is not None and owner.name and (word in view.named or word in view.plan.owners):
            message = f'The glossary explains "{word}", and so does the owner of that name ("{owner.name}").'
        else:
            continue
        yield fault(view.document.key(node, word), message, "Keep one of them.")


_HYPHEN = re.compile(r"-(?=[a-z]{2})")
_BEFORE = re.compile(r"[a-z]{2,}\Z")
_AFTER = re.compile(r"-[a-z]{2,}(?![\w-])")
_LONGEST = 30
"""Letters before a hyphen that are looked at."""


@plan_rule("HS804", "two-spellings", "note")
def two_spellings(view: View) -> Iterator[Finding]:
    """A word that is written with a hyphen in one place and as one word in another: "co-ordinate" and "coordinate".

    Why it matters: it looks careless in print, and a search finds half of the places.

    Failing:

        "1.1": {title: "Co-ordinate the hostels' waiting lists", lead: Housing Team, timescale: September 2013}
        "1.2": {title: "Coordinate the work of the night shelters", lead: Housing Team, timescale: October 2013}

    Passing:

        "1.1": {title: "Coordinate the hostels' waiting lists", lead: Housing Team, timescale: September 2013}
        "1.2": {title: "Coordinate the work of the night shelters", lead: Housing Team, timescale: October 2013}

    To mend it: write it in one way throughout.
    """
    text = view.printed.lowered
    if "-" not in text:
        return
    pairs = {word: word.replace("-", "") for word in _hyphened(text)}
    doubtful = {word: joined for word, joined in pairs.items() if joined in text and _stands(joined, text)}
    if not doubtful:
        return
    found: dict[str, tuple[int, int, str]] = {}
    for word in (*doubtful, *doubtful.values()):
        for sentence in view.printed.around(_places(word, text)):
            if _stands(word, sentence.text.lower()):
                at = view.document.text[sentence.start : sentence.end].lower().find(word)
                found[word] = (sentence.start + max(at, 0), len(word), sentence.action)
                break
    for word, joined in doubtful.items():
        if word in found and joined in found:
            at, length, action = max(found[word], found[joined])
            message = f'"{word}" and "{joined}" both stand in the plan.'
            place = view.document.place(at, at + length)
            yield fault(place, message, "Write it in one way throughout.")._replace(action=action)


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _hyphened(text: str) -> set[str]:
    """Words of two parts with a hyphen between them. The search begins at hyphens, of which there are few."""
    found = set()
    for match in _HYPHEN.finditer(text):
        at = match.start()
        before = _BEFORE.search(text[max(at - _LONGEST, 0) : at])
        after = _AFTER.match(text, at)
        if before and after and (at == len(before[0]) or not text[at - len(before[0]) - 1].isalnum()):
            found.add(before[0] + after[0])
    return found


RULES = (glossary_unused, defined_twice, two_spellings)
