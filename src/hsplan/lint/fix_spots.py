"""Where the values and keys of a file stand, for those that mend single ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsplan.document import Document, Map, Seq, Value
from hsplan.document.splice import Path
from hsplan.document.splice.patch import Patch
from hsplan.document.splice.scalar import in_place_of
from hsplan.document.splice.verify import commit
from hsplan.findings import Finding
from hsplan.frozen import Frozen


class Spot(Frozen):
    """A piece of text in the file, or a key: where it stands."""

    path: Path
    start: int
    end: int


def at_place(document: Document, spots: Iterable[Spot], finding: Finding) -> Spot | None:
    """The one of the spots that begins where the finding does."""
    offset = document.offset(finding.place.line, finding.place.column)
    return next((spot for spot in spots if spot.start == offset), None)


def scalars(node: Value, path: Path = ()) -> Iterator[Spot]:
    """Every piece of text below a value."""
    for step, value, (start, end) in _children(node):
        if isinstance(value, str):
            yield Spot((*path, step), start, end)
        else:
            yield from scalars(value, (*path, step))


def keys(node: Value, path: Path = ()) -> Iterator[Spot]:
    """Every key below a value."""
    for step, value, _ in _children(node):
        if isinstance(node, Map):
            yield Spot((*path, step), *node.marks[str(step)][:2])
        yield from keys(value, (*path, step))


def _children(node: Value) -> Iterator[tuple[str | int, Value, tuple[int, int]]]:
    if isinstance(node, Map):
        for key, value in node.items():
            yield key, value, node.marks[key][2:]
    elif isinstance(node, Seq):
        for index, value in enumerate(node):
            yield index, value, node.marks[index]


def find(document: Document, path: Path) -> Value:
    """The value at a path; None where nothing stands there."""
    node: Value = document.root
    for step in path:
        node = node[step] if isinstance(node, Map | Seq) else None  # type: ignore[index]
    return node


def text_at(document: Document, path: Path) -> str:
    """The text at a path, "" where something else stands there."""
    value = find(document, path)
    return value if isinstance(value, str) else ""


def key_of(path: Path) -> str:
    """The key that a text stands under; of an entry of a list, the list's."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def stands_beside(document: Document, path: Path, name: str) -> bool:
    """Whether the list that a name stands in has the other one too."""
    parent = find(document, path[:-1])
    return isinstance(parent, Seq) and name in parent


def rename(document: Document, key: Spot, new: str) -> Document | None:
    """The document with another name for a key, in the same style; None where that name stands beside it already."""
    *parent, old = key.path
    beside = find(document, tuple(parent))
    if isinstance(beside, Map) and new in beside and new != old:
        return None
    source = document.text[key.start : key.end]
    space = " " * (document.text[key.start - 1 : key.start] == ",")
    patch = Patch(key.start, key.end, space + in_place_of(new, source))

    def renamed(node: dict[str, Value]) -> dict[str, Value]:
        return {new if name == old else name: value for name, value in node.items()}

    return commit(document, [[patch]], tuple(parent), renamed)
