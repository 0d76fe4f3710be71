"""HS8: the words that a reader must understand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, plan_rule

_ABBREVIATION = re.compile(r"(?<![\w/&-])[A-Z](?:[A-Z0-9]|&(?=[A-Z]))*[A-Z](?:[A-Z0-9])*(?=s?(?![\w&]))")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9&]*[A-Z][0-9]*")
"""A quick look for what may be an abbreviation, run over all sentences at once."""
_COMMON = """
UK EU GP IT TV PC ID PDF DIY B&B LGBT LGBTQ
AND NOT ALL OR NO AM PM FAQ COVID II III IV VI VII VIII IX XI XII TBA TBC TBD TODO
"""
_GENERAL = frozenset(_COMMON.split())
"""Known to every reader, or no abbreviations at all."""


@plan_rule("HS801", "abbreviation-undefined", "note")
def abbreviation_undefined(view: View) -> Iterator[Finding]:
    """An abbreviation that neither the glossary nor the owners list explains; reported where it first stands.

    Why it matters: members and the public read the report, and not all of them know "NSNO".

    Failing:

        "1.1":
          title: "Agree a protocol with every RSL"
          lead: Housing Team
          timescale: September 2013

    Passing:

        glossary:
          RSL: "Registered Social Landlord"
        actions:
          "1.1":
            title: "Agree a protocol with every RSL"
            lead: Housing Team
            timescale: September 2013

    To mend it: add it to `glossary:`, or write the words out.
    """
    known = _GENERAL | _explained(view)
    capitals = [(match.start(), match[0]) for match in _CAPITALS.finditer(view.printed.text) if match[0] not in known]
    candidates = {word for _, word in capitals}
    found: list[tuple[int, str, str]] = []
    for sentence in view.printed.around(at for at, _ in capitals):
        for match in _ABBREVIATION.finditer(sentence.text):
            word = match[0]
            if word in candidates and not _explained_here(word, sentence.text):
                candidates.discard(word)
                at = view.document.text.find(word, sentence.start, sentence.end)
                found.append((at if at >= 0 else sentence.start, word, sentence.action))
            elif word in candidates:
                candidates.discard(word)
    for at, word, action in found:
        place = view.document.place(at, at + len(word))
        message = f'"{word}" is not explained in the glossary.'
        yield fault(place, message, "Add it to glossary:, or write the words out.")._replace(action=action)


def _explained(view: View) -> set[str]:
    """Glossary entries, and the keys and other spellings of the owners that the plan itself names or lists."""
    known: set[str] = set(view.plan.glossary)
    named = (view.owners.resolve(name) for name in view.named)
    for owner in (*view.plan.owners.values(), *(found for found in named if found)):
        known.update((owner.key, *owner.also) if owner.name else owner.also)
    known.update(word.rstrip("s") for word in tuple(known))
    return known


def _explained_here(word: str, text: str) -> bool:
    """`Complex Adult Risk Management (CARM)`: the words stand before it."""
    return f"({word})" in text or f"{word} (" in text


RULES = (abbreviation_undefined,)
