"""Tables of forms, applied one after another to a row of nodes.

A form is a row of node classes ("day [of] month [,] year") and what it makes. `[x]` may be left out, `a|b` is either,
a name in capitals stands for several classes (MACROS), and nodes after `>` must follow but are left in place. At each
node the longest form wins; what a form makes can begin another form ("years 1", then "& 2"). No form is tried twice at
a place and none is longer than a dozen nodes, so the time is linear in the length of the wording.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    """Takes patterns apart; each word in them is looked at once. `meant` gives the class that a name stands for."""

    def __init__(self, meant: Callable[[str], str] = str) -> None:
        self._meant = meant
        self._now: dict[str, Part] = {}
        self._ahead: dict[str, Part] = {}

    def row(self, pattern: str) -> Row:
        """A pattern taken apart.

        >>> [sorted(part.classes) for part in Patterns().row("DAY [of] month")]
        [['n1', 'n2', 'o'], ['of'], ['month']]
        """
        now, _, ahead = pattern.partition(">")
        first = [self._now.get(word) or self._part(self._now, word, False) for word in now.split()]
        if not ahead:
            return tuple(first)
        return (*first, *[self._ahead.get(word) or self._part(self._ahead, word, True) for word in ahead.split()])

    @property
    def names(self) -> frozenset[str]:
        """Every class that a pattern asks for."""
        return frozenset().union(*[part.classes for each in (self._now, self._ahead) for part in each.values()])

    def _part(self, known: dict[str, Part], word: str, ahead: bool) -> Part:
        optional = word[0] == "[" and len(word) > 1
        names: list[str] = []
        for name in (word[1:-1] if optional else word).split("|"):
            names += MACROS[name].split("|") if name in MACROS else (name,)
        known[word] = Part(frozenset(map(self._meant, names)), optional, ahead)
        return known[word]


class Table:
    """The forms of one table as a machine that reads classes one by one; its states are made when first needed."""

    def __init__(self, forms: Sequence[Form], rows: Sequence[Row]) -> None:
        self.forms = forms
        self.rows = rows
        self.states: dict[tuple[_Place, ...], State] = {}
        self.root: dict[str, State | None] = {}
        self.beginnings: dict[str, list[_Place]] = {}
        for number, row in enumerate(rows):
            for at, part in enumerate(row):
                for name in part.classes:
                    self.beginnings.setdefault(name, []).append((number, at + 1, int(not part.ahead)))
                if not part.optional:
                    break

    def begin(self, cls: str) -> State | None:
        """The state after a first node of this class; None where no form begins with it."""
        if cls not in self.root:
            places = self.beginnings.get(cls)
            self.root[cls] = self.state(places) if places else None
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
            if all(part.optional for part in table.rows[number][at:]):
                self.accepts = table.forms[number], taken
                break

    def step(self, cls: str) -> State | None:
        """The state after one more node of this class."""
        if cls in self.following:
            return self.following[cls]
        places: list[_Place] = []
        for number, at, taken in self.places:
            row = self.table.rows[number]
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
