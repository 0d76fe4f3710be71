"""HS8, second part: the glossary, and one spelling for one term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hsplan.document import Map
from hsplan.findings import Finding, shorten
from hsplan.lint.mentions import spellings
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.spellings import stands, twice_spelt
from hsplan.plan import Owner


@plan_rule("HS802", "glossary-unused", "note")
def glossary_unused(view: View) -> Iterator[Finding]:
    """A word that the glossary explains and the plan does not use, or writes in another way ("dhp", "DHP").

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

    To mend it: take it out, or write it as the plan does.
    """
    mark = view.plan.node.marks.get("glossary")
    node = view.plan.node.get("glossary")
    if mark is None or not isinstance(node, Map):
        return
    text, used = view.document.text, {word for _, word in view.printed.capitals}
    elsewhere = text[: mark[0]] + "\n" + text[mark[3] :]
    explained = " ".join(view.plan.glossary.values())
    spelt = Counter(_plain(word) for word in view.plan.glossary)  # of the same word twice, defined-twice speaks
    for word in view.plan.glossary:
        if word in used:
            continue  # as most are
        if spelt[_plain(word)] == 1 and not stands(word, elsewhere) and not stands(word, explained):
            message, help = f'The plan does not use "{word}", which its glossary explains.', "Take it out."
            written = _plain(word).upper()
            if written != word and stands(written, elsewhere):
                message = f'The glossary explains "{word}", and the plan writes "{written}".'
                help = "Write it in one way."
            yield fault(view.document.key(node, word), message, help)


def _plain(word: str) -> str:
    """A word without capitals and full stops."""
    return word.casefold().replace(".", "")


@plan_rule("HS803", "defined-twice", "note", lasting=True)
def defined_twice(view: View) -> Iterator[Finding]:
    """A word that the glossary explains twice, with other capitals or full stops; or that an owner of the plan explains
    already; or that the glossary explains as something else than the owner who has it under `also:`.

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
    called = {*view.spellings, *spellings(view.plan.owners.values())}
    for word, meaning in view.plan.glossary.items():
        owner = view.owners.resolve(word) if word.casefold() in called else None
        first = seen.setdefault(_plain(word), word)
        if first != word:
            message = f'The glossary explains "{word}" and "{first}", which are one word.'
        elif owner is None or (view.named.isdisjoint((word, owner.key)) and owner.key not in view.plan.owners):
            continue
        elif owner.key == word and owner.name:
            message = f'The glossary explains "{word}", and so does the owner of that name ("{owner.name}").'
        elif owner.key != word and not _says(meaning, owner):
            message = f'The glossary explains "{word}" as "{shorten(meaning)}", and also: of "{owner.key}" has it too.'
        else:
            continue
        yield fault(view.document.key(node, word), message, "Keep one of them.")


def _says(meaning: str, owner: Owner) -> bool:
    """Whether a glossary means an owner's other spelling as the owner: then it explains what the report does not."""
    return any(name.casefold() in meaning.casefold() for name in (owner.key, owner.name) if name)


@plan_rule("HS804", "two-spellings", "note")
def two_spellings(view: View) -> Iterator[Finding]:
    """A word that is spelt in two ways: with a hyphen and without, "co-ordinate" and "coordinate", "multi-agency" and
    "multi agency"; or with an s and with a z, "organise" and "organize".

    Why it matters: it looks careless in print, and a search finds half of the places.

    Failing:

        "1.1": {title: "Co-ordinate the hostels' waiting lists", lead: Housing Team, timescale: September 2013}
        "1.2": {title: "Coordinate the work of the night shelters", lead: Housing Team, timescale: October 2013}

    Passing:

        "1.1": {title: "Coordinate the hostels' waiting lists", lead: Housing Team, timescale: September 2013}
        "1.2": {title: "Coordinate the work of the night shelters", lead: Housing Team, timescale: October 2013}

    Two words are not held against a hyphen, "rough sleepers" against "rough-sleeper services": that is good English.
    Only behind what is no word by itself (multi, non, sub) they are.

    To mend it: write it in one way throughout.
    """
    for one, other in sorted(twice_spelt(view.printed.text, view.printed.lowered)):
        found = [first for word in (one, other) if (first := _first(word, view)) is not None]
        if len(found) == 2:
            at, length, action = max(found)
            message = f'"{one}" and "{other}" both stand in the plan.'
            place = view.document.place(at, at + length)
            yield fault(place, message, "Write it in one way throughout.", action=action)


def _first(word: str, view: View) -> tuple[int, int, str] | None:
    """Where a word first stands by itself: its place in the file, its length and its action."""
    for sentence in view.printed.around(view.printed.places((word,))):
        if stands(word, sentence.text.lower()):
            at = view.document.text[sentence.start : sentence.end].lower().find(word)
            return sentence.start + max(at, 0), len(word), sentence.action
    return None


RULES = (glossary_unused, defined_twice, two_spellings)
