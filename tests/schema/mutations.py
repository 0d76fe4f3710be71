"""Ways in which people spoil a file, done at random to a tree of values."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

from hsplan.document import Map, Seq, Value

TEXTS = [
    *(
        "",
        " ",
        "text",
        "text\n",
        "5.1",
        "a b",
        "a/b",
        "x-risks",
        "ongoing",
        "Achieved",
        "in progress",
        "amber",
        "yearly",
    ),
    *(
        "2010-07-01",
        "2010-07-01\n",
        "2010-02-30",
        "2010-13-01",
        "31/03/2020",
        "2010-7-1",
        "20100701",
        "2010-W05-1",
        "0000",
    ),
    *(
        "2010",
        "2010-07",
        "2010-13",
        "0000-01-01",
        "٢٠١٠-٠٧-٠١",
        "²",
        "1",
        "1.0",
        "01",
        "-5",
        "1,200",
        "12%",
        "1e5",
        "inf",
    ),
    *(
        "nan",
        "0x1F",
        "1_000",
        "9" * 400,
        "true",
        "True",
        "tRUE",
        "yes",
        "false",
        "null",
        "~",
        "[a]",
        "#",
        "é",
        "\u2028",
    ),
]
KEYS = [
    "titel",
    "owner",
    "x-new",
    "x-",
    "goals",
    "note",
    "a b",
    "",
    "title",
    "date",
    "actions",
    "5.1",
    "for",
    "NO",
    "é",
]


def copy(value: Value) -> Value:
    """The tree again, with its places."""
    if isinstance(value, Map):
        made = Map(value.start)
        made.end, made.name = value.end, value.name
        made.update({key: copy(entry) for key, entry in value.items()})
        made.marks = dict(value.marks)
        return made
    if isinstance(value, Seq):
        listed = Seq(value.start)
        listed.end = value.end
        listed.extend(copy(entry) for entry in value)
        listed.marks = list(value.marks)
        return listed
    return value


def mutate(root: Map, random: Random) -> None:
    """Spoil one place of the tree (or leave it sound, as chance has it)."""
    nodes = containers(root)
    node = random.choice(nodes)
    if isinstance(node, Map):
        _mutate_map(node, nodes, random)
    else:
        _mutate_seq(node, nodes, random)


def _mutate_map(node: Map, nodes: list[Map | Seq], random: Random) -> None:
    keys = list(node)
    key = random.choice(keys) if keys else ""
    deed = random.randrange(5)
    if deed == 0 or not keys:
        new = random.choice([*KEYS, *random.choice(nodes)]) if random.random() < 0.5 else random.choice(KEYS)
        new = new if isinstance(new, str) else "title"
        node.setdefault(new, _value(node, nodes, random))
        node.marks.setdefault(new, (node.start, node.start, node.start, node.start))
    elif deed == 1:
        del node[key], node.marks[key]
    elif deed == 2:
        new = random.choice(KEYS)
        value, mark = node.pop(key), node.marks.pop(key)
        node[new], node.marks[new] = value, mark
    else:
        node[key] = _value(node[key], nodes, random)


def _mutate_seq(node: Seq, nodes: list[Map | Seq], random: Random) -> None:
    at = random.randrange(len(node) + 1)
    deed = random.randrange(3)
    if deed == 0 or at == len(node):
        node.insert(at, _value(node, nodes, random))
        node.marks.insert(at, (node.start, node.end))
    elif deed == 1:
        del node[at], node.marks[at]
    else:
        node[at] = _value(node[at], nodes, random)


def _value(old: Value, nodes: list[Map | Seq], random: Random) -> Value:
    """A blank, a text, a list or a map with little in it, something from elsewhere, or the old value wrapped."""
    start, end = (old.start, old.end) if isinstance(old, Map | Seq) else (0, 1)
    deed = random.randrange(7)
    if deed == 0:
        return None
    if deed in (1, 2):
        return random.choice(TEXTS)
    if deed == 3:
        return copy(random.choice(nodes))
    made: Map | Seq = Map(start) if deed == 4 else Seq(start)
    made.end = end
    inside = random.choice([old, None, random.choice(TEXTS)])
    if isinstance(made, Map) and random.random() < 0.8:
        key = random.choice(KEYS)
        made[key], made.marks[key] = copy(inside), (start, start, start, end)
    elif isinstance(made, Seq) and random.random() < 0.8:
        made.append(copy(inside))
        made.marks.append((start, end))
    return made


def alone(root: Map, node: Map) -> tuple[Map, Map]:
    """The tree with nothing in it but texts and the way down to one map, so that it is quick to check; and that map."""
    pruned = copy(root)
    assert isinstance(pruned, Map)
    twin = containers(pruned)[next(at for at, each in enumerate(containers(root)) if each is node)]
    assert isinstance(twin, Map)
    _prune(pruned, twin)
    return pruned, twin


def _prune(top: Map | Seq, twin: Map) -> bool:
    """Blank what in a container holds no way to the map; whether there is one."""
    if top is twin:
        for key, value in twin.items():
            twin[key] = value if isinstance(value, str) else None
        return True
    kept = False
    for value, blank in _inside(top):
        if _prune(value, twin):
            kept = True
        else:
            blank()
    return kept


def _inside(top: Map | Seq) -> list[tuple[Map | Seq, Callable[[], None]]]:
    """The lists and maps in a container, each with the way to blank it."""
    if isinstance(top, Map):
        return [
            (value, partial(top.__setitem__, key, None)) for key, value in top.items() if isinstance(value, Map | Seq)
        ]
    return [(value, partial(top.__setitem__, at, None)) for at, value in enumerate(top) if isinstance(value, Map | Seq)]


def containers(node: Map | Seq) -> list[Map | Seq]:
    found: list[Map | Seq] = [node]
    for value in node.values() if isinstance(node, Map) else node:
        if isinstance(value, Map | Seq):
            found += containers(value)
    return found
