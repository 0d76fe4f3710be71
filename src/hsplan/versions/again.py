"""Versions of one plan read one after another: what did not change in between is not read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.document import Document, Map, read
from hsplan.document.encoding import decode
from hsplan.frozen import Frozen
from hsplan.plan import Plan, read_plan

_NOTHING = ":\n"
"""What is left of an action behind its key."""


class _Block(Frozen):
    """An action, the lines that it stands in, how far its key reaches into the first of them, and what they say."""

    action: str
    lines: str
    key: int
    node: Map


class Again:
    """Reads versions of a plan in turn. An action whose lines are those of the version before is taken over from there,
    and nothing but its key is left in the text that is parsed; so a month in which ten actions of a hundred were
    reported on costs what ten actions do. Places in these plans mean nothing: they are for counting.
    """

    def __init__(self) -> None:
        self._blocks: dict[str, _Block] = {}
        self._plan: Plan | None = None

    def read(self, data: bytes, path: str) -> Plan | None:
        """The plan of the next version; None where it cannot be read."""
        text, faults = decode(data, path)
        held = [] if faults else list(self._unchanged(text))
        document = read(_without(text, held).encode(), path) if held else read(data, path)
        if held and not _restored(document, held):
            held, document = [], read(data, path)
        if document.root is None:
            return None
        self._plan = read_plan(document, self._plan)
        kept = {id(block.node) for _, block in held}
        self._blocks = {_first_line(block): block for block in (*_blocks(document, kept), *(each for _, each in held))}
        return self._plan

    def _unchanged(self, text: str) -> Iterator[tuple[int, _Block]]:
        """Where the blocks of the version before stand in a text as they were, in its order."""
        at, seen = 0, set()
        while at < len(text):
            end = _line_end(text, at)
            block = self._blocks.get(text[at:end])
            if block and block.action not in seen and text.startswith(block.lines, at):
                after = at + len(block.lines)
                if _block_end(text, at) == after:
                    seen.add(block.action)
                    yield at, block
                    end = after
            at = end


def _without(text: str, held: Sequence[tuple[int, _Block]]) -> str:
    """The text with nothing but their keys where these blocks stand."""
    parts, at = [], 0
    for start, block in held:
        parts += [text[at:start], block.lines[: block.key], _NOTHING]
        at = start + len(block.lines)
    return "".join((*parts, text[at:]))


def _restored(document: Document, held: Sequence[tuple[int, _Block]]) -> bool:
    """Put back what the blocks say; whether the key of each was read as that of an action, where it was left."""
    gone, nodes = 0, {}
    for start, block in held:
        nodes[start - gone + block.key] = block.node
        gone += len(block.lines) - block.key - len(_NOTHING)
    found = 0
    for actions in _containers(document.root):
        for key, value in actions.items():
            node = nodes.get(actions.marks[key][1])
            if node is not None and value is None:
                actions[key] = node
                found += 1
    return found == len(held)


def _blocks(document: Document, kept: set[int]) -> Iterator[_Block]:
    """The actions of a document that stand in lines of their own, but for those that were put back into it."""
    text = document.text
    for actions in _containers(document.root):
        for key, node in actions.items():
            if not isinstance(node, Map) or id(node) in kept:
                continue
            start, key_end = actions.marks[key][:2]
            line = text.rfind("\n", 0, start) + 1
            end = _block_end(text, line)
            if not text[line:start].strip(" ") and not any(map(_says, text[end : node.end].split("\n"))):
                yield _Block(key, text[line:end], key_end - line, node)


def _containers(root: Map | None) -> Iterator[Map]:
    """Every map of actions: the plan's, its themes' and its goals'."""
    for key, value in root.items() if root is not None else ():
        if isinstance(value, Map):
            if key == "actions":
                yield value
            elif key in ("themes", "goals"):
                for group in value.values():
                    yield from _containers(group) if isinstance(group, Map) else ()


def _first_line(block: _Block) -> str:
    return block.lines[: _line_end(block.lines, 0)]


def _block_end(text: str, at: int) -> int:
    """Where the first line begins, after the one at a place, that says something and is not further in than it."""
    line = text[at : _line_end(text, at)]
    indent = len(line) - len(line.lstrip(" "))
    further = " " * (indent + 1)
    while (at := _line_end(text, at)) < len(text):
        if not text.startswith(further, at) and text[at : _line_end(text, at)].strip():
            return at
    return len(text)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
