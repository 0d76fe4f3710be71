"""HS8: the words that a reader must understand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsplan.findings import Finding
from hsplan.lint.marked import places_of
from hsplan.lint.persons import names
from hsplan.lint.postcodes import is_district
from hsplan.lint.rule import View, fault, plan_rule

_COMMON = """
UK EU USA GP NHS A&E MP MEP CEO HR IT TV PC ID CV PDF VAT AGM BBC HIV AIDS CCTV DIY B&B LGBT LGBTQ YMCA
AND NOT ALL OR NO AM PM FAQ COVID II III IV VI VII VIII IX XI XII TBA TBC TBD TODO
"""
_GENERAL = frozenset(_COMMON.split())
"""Known to every reader, or no abbreviations at all."""
_LONGEST = 6
"""Letters of an abbreviation; what is longer is a word in capitals."""
_SHORTEST = 4
"""Letters of a word that the plan also has in small letters, and that is therefore none in capitals."""
_SHOUTED = 3
"""Words of a text that is all in capitals, in which nobody can tell."""
_HEADING = 5
"""Letters of a word that is a heading in capitals and no abbreviation: "SUPPLY"."""
_SMALL = frozenset({"OF", "THE", "AND", "FOR", "TO", "IN", "ON", "AT", "A", "AN", "BY", "WITH"})


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

    Not asked about are what every reader knows (NHS, MP), what is explained on the spot, "DHP (Discretionary Housing
    Payments)", or by an owner's name (the HSCP of "City HSCP", whose name is "City Health and Social Care
    Partnership"), postcodes, and ordinary words in capitals: those of more than six letters, those that the plan has
    in small letters too, and headings such as "SUPPLY".

    To mend it: add it to `glossary:`, or write the words out.
    """
    text, capitals = view.printed.text, view.printed.capitals
    words = {word for _, word in capitals} - _GENERAL
    candidates = {word for word in words - _explained(words, view) if not _ordinary(word, text)} if words else words
    for start, word in capitals:
        if word not in candidates:
            continue
        sentence = view.printed.at(start)
        shouted = sentence.text.isupper()
        if shouted and len(sentence.text.split()) >= _SHOUTED:
            continue
        if shouted and not sentence.action and len(word) >= _HEADING:
            continue
        if not _of_a_name(word, sentence.text):
            candidates.discard(word)
            if not _explained_here(word, sentence.text):
                at = max(view.document.text.find(word, sentence.start, sentence.end), sentence.start)
                place = view.document.place(at, at + len(word))
                message = f'"{word}" is not explained in the glossary.'
                help = "Add it to glossary:, or write the words out."
                yield fault(place, message, help)._replace(action=sentence.action)


def _explained(words: set[str], view: View) -> set[str]:
    """Glossary entries, and the keys and other spellings of the owners that the plan itself names or lists, with those
    of the words in them for which the name has the initials. Of an entry in other letters than the plan's
    glossary-unused speaks."""
    plan, every = view.plan, view.owners
    owners = [*plan.owners.values(), *(owner for name in view.named for owner in every.may_mean(name))]
    known = {spelt for word in plan.glossary for spelt in (word, word.replace(".", "").upper())}
    known.update([owner.key for owner in owners if owner.name], *[owner.also for owner in owners])
    known.update([word.rstrip("s") for word in known if word[-1:] == "s"])
    short = (words - known).intersection(" ".join([word for each in owners for word in (each.key, *each.also)]).split())
    for owner in owners if short else ():
        known.update(_initials_in(owner.name, short.intersection(" ".join((owner.key, *owner.also)).split())))
    return known


def _initials_in(name: str, words: set[str]) -> list[str]:
    """Those of the abbreviations in an owner's short names that its name spells out: HSCP in "Oxford HSCP", of "Oxford
    Health and Social Care Partnership"."""
    every, without = _initials(name) if words else ("", "")
    return [word for word in words if word in every or word in without]


def _ordinary(word: str, text: str) -> bool:
    """Whether it is no abbreviation: a postcode, or a word that somebody has put in capitals."""
    if not word.isalpha():
        return is_district(word)
    small = word.lower()
    return len(word) > _LONGEST or (
        len(word) >= _SHORTEST and any(_whole(small, at, text) for at in places_of(small, text))
    )


def _whole(word: str, at: int, text: str) -> bool:
    """Whether a word that stands at a place stands there by itself."""
    before, after = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def _of_a_name(word: str, text: str) -> bool:
    """Whether it is a part of a person's name in capitals, of which personal-data speaks."""
    title = "MR" in text or "CLLR" in text or "REVD" in text
    return title and any(word in name.split() for name in names(text) if name.isupper())


def _explained_here(word: str, text: str) -> bool:
    """The words stand before it, `Complex Adult Risk Management (CARM)`, or after it, `DHP money (Discretionary
    Housing Payments)`."""
    return f"({word})" in text or f"{word} (" in text or any(_spells(each, word) for each in text.split("(")[1:])


def _spells(brackets: str, word: str) -> bool:
    """Whether the words in brackets begin with an abbreviation's letters, small words left out or not."""
    return word in _initials(brackets.partition(")")[0])


def _initials(text: str) -> tuple[str, str]:
    """The first letters of the words, of all of them and without the small ones."""
    words = re.findall(r"[A-Z&]+", text.upper())
    return "".join(each[0] for each in words), "".join(each[0] for each in words if each not in _SMALL)


RULES = (abbreviation_undefined,)
