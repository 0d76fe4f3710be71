"""Tables of forms, applied one after another to a row of nodes.

A form is a row of node classes ("day [of] month [,] year") and what it makes. `[x]` may be left out, `a|b` is either,
a name in capitals stands for several classes (MACROS), and nodes after `>` must follow but are left in place. At each
node the longest form wins; what a form makes can begin another form ("years 1", then "& 2"). No form is tried twice at
a place and none is longer than a dozen nodes, so the time is linear in the length of the wording.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from hsplan.frozen import Frozen

MACROS: Final = {
    "NUMBER": "n1|n2",
    "COUNT": "n1|n2|n3|numw",
    "DAY": "n1|n2|o",
    "YEAR": "year|planyear",
    "ORDINAL": "o|ordw",
    "UNIT": "uday|uweek|umonth|uquarter|uyear",
    "GLUE": "of|,|-|/|in|for|.|:",
}


class Node:
    """A token, or what a form made of several: its class, its value, and the characters it covers."""

    __slots__ = ("cls", "end", "start", "value")

    def __init__(self, cls: str, value: Any, start: int, end: int) -> None:
        self.cls = cls
        self.value = value
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"{self.cls}={self.value!r}@{self.start}-{self.end}"


Builder = Callable[..., Any]


class Made(Frozen):
    """What a builder returns when the class differs from the one its form names."""

    cls: str
    value: Any


class Form(Frozen):
    """`build` gets the context and the values of the matched nodes that have one; None from it means: not this form.

    A form without `build` makes `value`.
    """

    pattern: str
    makes: str
    build: Builder | None = None
    value: Any = None


class Part(Frozen):
    """One place in a pattern: the classes that fit, whether it may be left out, whether it is only looked at."""

    classes: frozenset[str]
    optional: bool
    ahead: bool


Row = tuple[Part, ...]
_Place = tuple[int, int, int]
"""A form's number, how many of its parts are behind, how many nodes it takes."""


class Patterns:
    """Takes patterns apart, each when it is first needed and each word in them once. `meant` gives the class of those
    literal words that stand for one ("start" in "immediate start" -> "begin")."""

    def __init__(self, meant: Mapping[str, str]) -> None:
        self._meant = meant
        self._now: dict[str, Part] = {}
        self._ahead: dict[str, Part] = {}
        self._asked: dict[str, list[str]] = {}
        for word, cls in meant.items():
            self._asked.setdefault(cls, []).append(word)
        for macro, names in MACROS.items():
            for name in names.split("|"):
                self._asked.setdefault(meant.get(name, name), []).append(macro)

    def asked(self, cls: str) -> tuple[str, ...]:
        """Every name by which a pattern may ask for a class: its own, words that mean it, macros that hold it."""
        return (*(() if cls in self._meant else (cls,)), *self._asked.get(cls, ()))

    def row(self, pattern: str) -> Row:
        """A pattern taken apart.

        >>> [sorted(part.classes) for part in Patterns({}).row("DAY [of] month")]
        [['n1', 'n2', 'o'], ['of'], ['month']]
        """
        now, _, ahead = pattern.partition(">")
        first = [self._now.get(word) or self._part(self._now, word, False) for word in now.split()]
        if not ahead:
            return tuple(first)
        return (*first, *[self._ahead.get(word) or self._part(self._ahead, word, True) for word in ahead.split()])

    def _part(self, known: dict[str, Part], word: str, ahead: bool) -> Part:
        written, optional = _written(word)
        names: list[str] = []
        for name in written.split("|"):
            names += MACROS[name].split("|") if name in MACROS else (name,)
        known[word] = Part(frozenset([self._meant.get(name, name) for name in names]), optional, ahead)
        return known[word]


def named(patterns: Iterable[str]) -> set[str]:
    """Every name that patterns ask by, but for those of several classes.

    >>> sorted(named(["[of] DAY|month", "once > per|other"]))
    ['month', 'of', 'once', 'other', 'per']
    """
    text = " ".join(set(" ".join(patterns).split()))
    for mark in "[]|>":
        text = text.replace(mark, " ")
    return set(text.split()).difference(MACROS)


def _written(word: str) -> tuple[str, bool]:
    """A word of a pattern without its brackets, and whether it has them: it may be left out."""
    return (word[1:-1], True) if word[0] == "[" and len(word) > 1 else (word, False)


class Table:
    """The forms of one table as a machine that reads classes one by one; its states are made when first needed, and
    patterns taken apart only for those: few of the many forms ever begin with what stands in a plan."""

    def __init__(self, forms: Sequence[Form], patterns: Patterns) -> None:
        self.forms = forms
        self.patterns = patterns
        self.states: dict[tuple[_Place, ...], State] = {}
        self.root: dict[str, State | None] = {}
        self._rows: dict[int, Row] = {}
        self._beginnings: dict[str, list[_Place]] = {}
        first: dict[str, list[_Place]] = {}
        for number, form in enumerate(forms):
            word = form.pattern.partition(" ")[0]
            if word[0] != "[" or word == "[":
                first.setdefault(word, []).append((number, 1, 1))
            else:
                self._index(number, form.pattern, first)
        for word, places in first.items():
            for name in _written(word)[0].split("|"):
                self._beginnings.setdefault(name, []).extend(places)

    def _index(self, number: int, pattern: str, first: dict[str, list[_Place]]) -> None:
        """Note the words that a form may begin with, of whose words the first may be left out."""
        at, taken = 0, 1
        for word in pattern.split():
            if word == ">":
                taken = 0
                continue
            at += 1
            first.setdefault(word, []).append((number, at, taken))
            if not _written(word)[1]:
                return

    def row(self, number: int) -> Row:
        """A form's pattern taken apart."""
        if number not in self._rows:
            self._rows[number] = self.patterns.row(self.forms[number].pattern)
        return self._rows[number]

    def begin(self, cls: str) -> State | None:
        """The state after a first node of this class; None where no form begins with it."""
        if cls not in self.root:
            places = {place for name in self.patterns.asked(cls) for place in self._beginnings.get(name, ())}
            self.root[cls] = self.state(sorted(places)) if places else None
        return self.root[cls]

    def state(self, places: list[_Place]) -> State:
        key = tuple(places)
        if key not in self.states:
            self.states[key] = State(self, places)
        return self.states[key]


class State:
    """Where the forms of a table can stand after some nodes."""

    __slots__ = ("accepts", "following", "places", "table")

    def __init__(self, table: Table, places: list[_Place]) -> None:
        self.table = table
        self.places = places
        self.following: dict[str, State | None] = {}
        self.accepts: tuple[Form, int] | None = None
        for number, at, taken in places:
            if all(part.optional for part in table.row(number)[at:]):
                self.accepts = table.forms[number], taken
                break

    def step(self, cls: str) -> State | None:
        """The state after one more node of this class."""
        if cls in self.following:
            return self.following[cls]
        places: list[_Place] = []
        for number, at, taken in self.places:
            row = self.table.row(number)
            for ahead in range(at, len(row)):
                part = row[ahead]
                if cls in part.classes:
                    places.append((number, ahead + 1, taken + (not part.ahead)))
                if not part.optional:
                    break
        state = self.table.state(places) if places else None
        self.following[cls] = state
        return state


def _make(form: Form, nodes: list[Node], first: int, last: int, context: Any) -> Node | None:
    start, end = nodes[first].start, nodes[last - 1].end
    if form.build is None:
        return Node(form.makes, form.value, start, end)
    if last - first == 1:
        value = nodes[first].value
        made = form.build(context) if value is None else form.build(context, value)
    else:
        made = form.build(context, *[node.value for node in nodes[first:last] if node.value is not None])
    if made is None:
        return None
    if type(made) is Made:
        return Node(made.cls, made.value, start, end)
    return Node(form.makes, made, start, end)


def _best(nodes: list[Node], at: int, state: State, context: Any) -> tuple[Node, int] | None:
    """The longest form that begins at a node and whose builder agrees, and how many nodes it takes."""
    accepted = [state.accepts] if state.accepts is not None else []
    for ahead in range(at + 1, len(nodes)):
        cls = nodes[ahead].cls
        following = state.following[cls] if cls in state.following else state.step(cls)
        if following is None:
            break
        state = following
        if state.accepts is not None:
            accepted.append(state.accepts)
    while accepted:
        form, taken = accepted.pop()
        made = _make(form, nodes, at, at + taken, context)
        if made is not None:
            return made, taken
    return None


def reduce(nodes: list[Node], table: Table, context: Any) -> list[Node]:
    """The nodes with every form of one table applied, left to right. The list given is used up."""
    root = table.root
    done: list[Node] = []
    at, count = 0, len(nodes)
    while at < count:
        node = nodes[at]
        cls = node.cls
        state = root[cls] if cls in root else table.begin(cls)
        if state is None or (at + 1 == count and state.accepts is None):
            done.append(node)
            at += 1
            continue
        best = _best(nodes, at, state, context)
        if best is None:
            done.append(node)
            at += 1
            continue
        made, taken = best
        at += taken
        if taken == 1:
            done.append(made)
        else:  # what was made may begin another form
            at -= 1
            nodes[at] = made
    return done
