"""HS0, first part continued: signs and indentation that look right and are not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from hsplan.document import Map, Seq, Value
from hsplan.findings import Finding, Place
from hsplan.lint.marked import places_of, texts_with
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.spot import Spot, names_under
from hsplan.plan import Owners
from hsplan.schema.table import knows, words_of

_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f"
_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_SINGLE = "\u2018\u2019\u02bc\u2032"
_DOUBLE = "\u201c\u201d\u201e"
_ODD = _SPACES + _HIDDEN + _DASHES + _SINGLE + _DOUBLE
_PLAIN = str.maketrans({
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_HIDDEN, ""),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
})  # fmt: skip
_KINDS = (
    (_SPACES, "a space that does not break"),
    (_HIDDEN, "a sign that nobody can see"),
    ("\u2010", "a hyphen of another kind"),
    ("\u2011", "a hyphen that does not break"),
    ("\u2212", "a minus sign"),
    (_DASHES, "a long dash"),
    (_SINGLE, "a curly apostrophe"),
    (_DOUBLE, "a curly quotation mark"),
)
_ENTRIES = ("themes", "goals", "actions", "phases", "indicators", "owners")
_FIGURES = ("value", "amount")
_DATES = ("date", "due", "decided", "done", "added", "adopted", "closed", "from", "to")
_NAMING = frozenset(
    (*_ENTRIES, *_DATES, "organisations", "lead", "partners", "each", "by", "phase", "client_groups", "depends_on")
)
"""The keys under which ids, dates and names stand."""


@plan_rule("HS014", "mixed-line-endings", "note", lasting=True)
def mixed_line_endings(view: View) -> Iterator[Finding]:
    """A file in which some lines end as Windows ends them and some do not.

    Why it matters: git and editors then show lines as changed in which nobody has changed a word.

    To mend it: let the editor write one kind throughout: in VS Code click "CRLF" or "LF" at the bottom right and save.
    """
    text = view.document.text
    if "\r" not in text:
        return
    windows = text.count("\r\n")
    plain = text.count("\n") - windows
    if not windows or not plain:
        return
    rarer, other = ("\r\n", "Windows") if windows <= plain else ("\n", "other")
    at = text.find("\r\n") if rarer == "\r\n" else _bare(text)
    line = view.document.place(at).line
    number = min(windows, plain)
    message = f"{number} of {windows + plain} lines {'ends' if number == 1 else 'end'} in the {other} way, this first."
    yield fault(Place(view.document.path, line, 1, line, 1), message, "Save the file with one kind of line ending.")


def _bare(text: str) -> int:
    at = text.find("\n")
    while at > 0 and text[at - 1] == "\r":
        at = text.find("\n", at + 1)
    return at


@plan_rule("HS015", "odd-character", "error", lasting=True)
def odd_character(view: View) -> Iterator[Finding]:
    """A curly quotation mark, a long dash or a non-breaking space in an id, a date, a word such as a status or the name
    of an owner; such a space in a key or a figure, or after the dash of a list, too. Where an owner is declared, also a
    space too many.

    Why it matters: it came with text pasted from Word and looks right, but to a program it is another id, no date, or
    an owner that nobody knows.

    Failing, in an action:

        progress:
          - {date: 2013\u201305\u201331, status: in progress}

    Passing, in an action:

        progress:
          - {date: 2013-05-31, status: in progress}

    To mend it: type the sign again, on the keyboard.
    """
    text = view.document.text
    yield from _owners_spaced(view)
    if text.isascii():
        return
    signs = [sign for sign in _ODD if sign in text]
    if any(sign in _SPACES for sign in signs):
        yield from _no_list(view)
    places = sorted(at for sign in signs for at in places_of(sign, text))
    outside = view.prose.outside(places) if places else []
    if not outside:
        return  # in sentences they are welcome
    words: Iterable[tuple[str, Spot, str]] = ()
    if any(text[at] not in _DASHES for at in outside):
        words = _of_format(view.plan.node, "", places)
    elif _NAMING.isdisjoint([each.key for each in texts_with(outside, view.plan.node)]):
        return  # long dashes in comments and timescales are, too
    for word, spot, action in (*words, *_suspects(view, outside)):
        odd = next(sign for sign in word if sign in _ODD)
        kind = next(name for signs, name in _KINDS if odd in signs)
        message = f'"{word}" has {kind} (U+{ord(odd):04X}) in it, as comes with text pasted from Word.'
        wanted = as_typed(word)
        if spot.as_key and not knows(wanted) and word not in view.plan.owners:
            wanted = "".join(wanted.split())  # an id takes no spaces
        yield fault(spot.place(view), message, f"Write {wanted}.")._replace(action=action)


def _no_list(view: View) -> Iterator[Finding]:
    """Dashes after which no ordinary space stands, so that they and what follows them are read as words."""
    text, at = view.document.text, -1
    for match in re.finditer(f"(?m)^ *(?P<dash>-[{_SPACES}])", text):
        start, end = _scalar_around(view.plan.node, match.start("dash"))
        if end > at and text[start : start + 1] not in ("", '"', "'", "|", ">"):
            message = "A space that does not break stands after the dash, so no list begins here."
            yield fault(
                view.document.place(match.start("dash"), end), message, "Type an ordinary space after the dash."
            )
            at = end


def _scalar_around(node: Value, offset: int) -> tuple[int, int]:
    """Where the text that an offset stands in begins and ends; (-1, -1) where there is none."""
    marks = node.marks.values() if isinstance(node, Map) else node.marks if isinstance(node, Seq) else ()
    values = node.values() if isinstance(node, Map) else node if isinstance(node, Seq) else ()
    for value, (start, end) in zip(values, (mark[-2:] for mark in marks), strict=True):
        if start <= offset < end:
            return _scalar_around(value, offset) if isinstance(value, Map | Seq) else (start, end)
    return -1, -1


def _suspects(view: View, odd: Sequence[int]) -> Iterator[tuple[str, Spot, str]]:
    """Ids, dates and names with an odd sign in them; a name only where it is known without the sign. `odd` are the
    places of such signs in the file, in order."""
    plan = view.plan
    if plan.node:
        yield from _keys(plan.node)
        yield from _dates(plan.node, "")
        yield from _dates_below(plan.node)
    for group in (*plan.themes, *plan.goals):
        yield from _keys(group.node)
    for name, spot in names_under(plan.node, "organisations"):
        if _meant(name, _knows(view.owners)):
            yield name, spot, ""
    references = tuple(_references(view))
    for action in plan.actions:
        if not _within(action.node, odd):
            continue
        for key, is_known in references:
            for name, spot in names_under(action.node, key) if key in action.node else ():
                if _meant(name, is_known):
                    yield name, spot, action.id
        nodes = [action.node, *(entry.node for entry in action.progress)]
        nodes += [step.node for step in action.milestones]
        nodes += [change.node for change in action.date_changes]
        for node in nodes:
            yield from _dates(node, action.id)
        for entry in action.progress:
            if entry.by and _meant(entry.by, _knows(view.owners)):
                yield entry.by, Spot(entry.node, "by"), action.id


def _keys(node: Map) -> Iterator[tuple[str, Spot, str]]:
    for key in _ENTRIES:
        entries = node.get(key)
        for name in entries if isinstance(entries, Map) else ():
            signs = _SPACES + _HIDDEN if key == "owners" and not _in_quotes(name) else _ODD
            if not name.isascii() and any(sign in name for sign in signs):
                yield name, Spot(entries, name, as_key=True), name if key == "actions" else ""  # type: ignore[arg-type]


def _in_quotes(name: str) -> bool:
    """Whether curly quotation marks enclose a name, rather than being part of it."""
    return name[0] in _DOUBLE + _SINGLE and name[-1] in _DOUBLE + _SINGLE


def _owners_spaced(view: View) -> Iterator[Finding]:
    """Owners whose name, where they are declared, has a space too many; nobody writes it so where they are named."""
    owners = view.plan.node.get("owners")
    for name in owners if isinstance(owners, Map) else ():
        if ("  " in name or name[:1] == " " or name[-1:] == " ") and name.strip():
            message = f'The owner "{name}" has a space too many in its name.'
            yield fault(view.document.key(owners, name), message, f"Write {as_typed(name)}.")  # type: ignore[arg-type]


def _within(node: Map, odd: Sequence[int]) -> bool:
    """Whether one of these places lies in a record."""
    first = bisect_left(odd, node.start)
    return first < len(odd) and odd[first] < node.end


def _of_format(node: Map, action: str, odd: Sequence[int]) -> Iterator[tuple[str, Spot, str]]:
    """Keys of the format, figures, and words of which a key takes one, that would be known without what looks like a
    space; such words in curly quotation marks. `odd` are the places of all odd signs in the file, in order."""
    for key, value in node.items() if _within(node, odd) else ():
        if _bent(key) and not knows(key) and knows(as_typed(key)):
            yield key, Spot(node, key, as_key=True), action
        for text, spot in names_under(node, key):
            if text.isascii():
                continue
            if as_typed(text) in words_of(key) or (key in _FIGURES and _bent(text) and _is_figure(as_typed(text))):
                yield text, spot, action
        if key in _ENTRIES and isinstance(value, Map):
            for name, entry in value.items():
                yield from (
                    _of_format(entry, name if key == "actions" else action, odd) if isinstance(entry, Map) else ()
                )
        elif isinstance(value, Map | Seq):
            for entry in value if isinstance(value, Seq) else (value,):
                yield from _of_format(entry, action, odd) if isinstance(entry, Map) else ()


def _is_figure(text: str) -> bool:
    from hsplan.schema.values import figure

    return figure(text) is not None


def _bent(text: str) -> bool:
    return not text.isascii() and any(sign in text for sign in _SPACES + _HIDDEN)


def _dates(node: Map, action: str) -> Iterator[tuple[str, Spot, str]]:
    for key in _DATES:
        value = node.get(key)
        if isinstance(value, str) and not value.isascii() and any(sign in value for sign in _ODD):
            yield value, Spot(node, key), action


def _dates_below(node: Map) -> Iterator[tuple[str, Spot, str]]:
    """In the plan's period, its phases and its owners."""
    period = node.get("period")
    if isinstance(period, Map):
        yield from _dates(period, "")
    for key in ("phases", "owners"):
        records = node.get(key)
        for record in records.values() if isinstance(records, Map) else ():
            if isinstance(record, Map):
                yield from _dates(record, "")


Knows = Callable[[str], bool]


def _references(view: View) -> Iterator[tuple[str, Knows]]:
    plan = view.plan
    for key in ("lead", "partners", "each"):
        yield key, _knows(view.owners)
    yield "phase", plan.phases.__contains__
    yield "indicators", plan.indicators.__contains__
    yield "client_groups", plan.client_groups.__contains__
    yield "depends_on", lambda name: any(name == action.id for action in plan.actions)


def _knows(owners: Owners) -> Knows:
    return lambda name: bool(owners.may_mean(name))


def _meant(name: str, knows: Knows) -> bool:
    """Whether a name that nobody knows would be known without its odd signs."""
    return not name.isascii() and any(sign in name for sign in _ODD) and not knows(name) and knows(as_typed(name))


def as_typed(word: str) -> str:
    """The word as a keyboard would write it."""
    return " ".join(word.translate(_PLAIN).strip(" \"'").split())


@plan_rule("HS016", "misplaced-key", "error", lasting=True)
def misplaced_key(view: View) -> Iterator[Finding]:
    """A key of an action, such as `lead:`, that is not indented far enough and so stands among the actions' ids.

    Why it matters: it is taken for an action of its own, and the action that it belongs to goes without it.

    Failing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
        resources: "Staff time"

    Passing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
          resources: "Staff time"

    To mend it: put it further to the right, in line with the other keys of its action.
    """
    for node in (view.plan.node, *(group.node for group in (*view.plan.themes, *view.plan.goals))):
        entries = node.get("actions")
        before = ""
        for name, value in entries.items() if isinstance(entries, Map) else ():
            if name in _KEYS and not (isinstance(value, Map) and "title" in value):
                whose = f"action {before}" if before else "the action that it belongs to"
                message = f'"{name}:" stands among the ids of the actions, so it is taken for an action.'
                help = f"Put it further to the right, in line with the other keys of {whose}."
                yield fault(view.document.key(entries, name), message, help)._replace(action=name)  # type: ignore[arg-type]
            else:
                before = name


_KEY_NAMES = """
title lead partners each client_groups purpose phase added timescale due date_changes milestones done depends_on
resources budget outcomes indicators links carried_from progress note internal_note source accepted
"""
_KEYS = frozenset(_KEY_NAMES.split())

RULES = (mixed_line_endings, odd_character, misplaced_key)
