"""Plans as different editors would write them: a tree of values, and its YAML in a layout chosen by chance."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import TypeAlias

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree] | None"
Path: TypeAlias = tuple[str | int, ...]

WORDS = ["Kent", "in progress", "2013-09-30", "120", "1.10", "NO", "Steering Group", "Fewer evictions, by April"]
SIGNS = ["a: b", "x #y", "it's", '"By Name" approach', "C:\\x", "[sic]", "", "null", "-", "é – ü", "😀"]
KEYS = ["title", "lead", "progress", "note", "due", "5.1", "All LAs", "x-risks", "1", "Tonbridge & Malling"]
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .&-]*[A-Za-z0-9])?")


def tree(random: Random, depth: int = 0) -> Tree:
    """A value: at the top a map, further in rather text."""
    kind = 0 if depth == 0 else random.randrange(4 + 2 * depth)
    if kind == 0:
        keys = random.sample(KEYS, random.randint(1 if depth == 0 else 0, 5))
        return {key: tree(random, depth + 1) for key in keys}
    if kind == 1:
        return [tree(random, depth + 1) for _ in range(random.randint(0, 4))]
    if kind == 2:
        return None
    return random.choice(WORDS if random.random() < 0.7 else SIGNS)


@dataclass
class Layout:
    """One editor's habits; `chance` decides what habit leaves open."""

    chance: Random
    step: int = 2
    dash: int = 2
    gap: bool = False
    comments: bool = False
    flow: float = 0.3
    new_line: str = "\n"
    final: bool = True
    bom: bool = False
    quotes: str = field(default="")

    @classmethod
    def drawn(cls, random: Random) -> Layout:
        """Habits by chance."""
        step = random.choice([2, 2, 3, 4])
        return cls(
            random,
            step,
            random.choice([0, 2, step]),
            random.random() < 0.2,
            random.random() < 0.6,
            random.choice([0, 0.3, 1]),
            random.choice(["\n", "\n", "\r\n"]),
            random.random() < 0.8,
            random.random() < 0.2,
            random.choice(["", '"', "'"]),
        )

    def text(self, root: dict[str, Tree]) -> str:
        """The YAML of a map."""
        body = self.new_line.join(self._pairs(root, 0)) if root else "{}"
        return ("# a plan" + self.new_line if self.comments else "") + body + (self.new_line if self.final else "")

    def _pairs(self, node: dict[str, Tree], indent: int) -> list[str]:
        lines: list[str] = []
        for key, value in node.items():
            lines += self._between(lines, indent)
            lines += self._under(" " * indent + self._key(key) + ":", value, indent, self.step, self.dash)
        return lines

    def _items(self, node: list[Tree], indent: int) -> list[str]:
        lines: list[str] = []
        for value in node:
            lines += self._between(lines, indent)
            head = " " * indent + "-"
            if isinstance(value, dict) and value and self._block():
                pairs = self._pairs(value, indent + 2)
                while not pairs[0].strip() or pairs[0].strip().startswith("#"):
                    pairs.pop(0)
                lines += [head + pairs[0][indent + 1 :], *pairs[1:]]
            else:
                lines += self._under(head, value, indent, self.step, max(self.dash, 2))
        return lines

    def _under(self, head: str, value: Tree, indent: int, step: int, dash: int) -> list[str]:
        if value is None:
            return [head + self.chance.choice(["", "", " ~", " null"]) + self._comment()]
        if isinstance(value, str):
            return self._scalar(head, value, indent)
        if not value or not self._block():
            return self._flow_lines(head, value, indent)
        if isinstance(value, dict):
            return [head + self._comment(), *self._pairs(value, indent + step)]
        return [head + self._comment(), *self._items(value, indent + dash)]

    def _scalar(self, head: str, value: str, indent: int) -> list[str]:
        if self.chance.random() < 0.1 and value.strip() == value != "" and "\n" not in value:
            mark = self.chance.choice(["|-", ">-"])
            pad = " " * (indent + 2)
            return [f"{head} {mark}{self._comment()}", pad + value, *[""] * self.chance.randrange(2)]
        if self.chance.random() < 0.1 and re.fullmatch(r"\w+ \w+", value):
            first, second = value.split(" ")
            return [f'{head} "{first}', " " * (indent + 2) + f'{second}"{self._comment()}']
        return [f"{head} {self._quoted(value)}{self._comment()}"]

    def _flow_lines(self, head: str, value: Tree, indent: int) -> list[str]:
        if not value or self.chance.random() < 0.7:
            return [f"{head} {self._flow(value)}{self._comment()}"]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        entries = self._entries(value)
        lines = [f"{' ' * (indent + 2)}{entry},{self._comment()}" for entry in entries]
        if self.chance.random() < 0.6:
            lines[-1] = " " * (indent + 2) + entries[-1] + self._comment()
        return [f"{head} {opening}", *lines, " " * (indent + 1) + closing + self._comment()]

    def _flow(self, value: Tree) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(self._entries(value)) + self.chance.choice(["", "", ","] if value else [""]) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self._entries(value)) + "]"
        return "null" if value is None else self._quoted(value)

    def _entries(self, value: Tree) -> list[str]:
        if isinstance(value, dict):
            return [f"{self._key(key)}: {self._flow(item)}" for key, item in value.items()]
        assert isinstance(value, list)
        return [self._flow(item) for item in value]

    def _quoted(self, value: str) -> str:
        if not self.quotes and _PLAIN.fullmatch(value) and value != "null":
            return value
        if self.quotes == "'":
            return "'" + value.replace("'", "''") + "'"
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def _key(self, key: str) -> str:
        return key if _PLAIN.fullmatch(key) and not key[0].isdigit() else f'"{key}"'

    def _block(self) -> bool:
        return self.chance.random() >= self.flow

    def _comment(self) -> str:
        return "  # a word" if self.comments and self.chance.random() < 0.3 else ""

    def _between(self, lines: list[str], indent: int) -> list[str]:
        own = [" " * indent + "# the next one"] if self.comments and self.chance.random() < 0.2 else []
        return [*([""] if lines and self.gap else []), *own]


def written(seed: int) -> tuple[dict[str, Tree], bytes]:
    """A plan's values and the bytes of its file, the same for the same seed."""
    random = Random(seed)
    root = tree(random)
    assert isinstance(root, dict)
    layout = Layout.drawn(random)
    return root, (b"\xef\xbb\xbf" if layout.bom else b"") + layout.text(root).encode()


def paths(node: Tree, path: Path = ()) -> list[Path]:
    """The path of every value in a tree, its own first."""
    found = [path]
    for step, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        found += paths(value, (*path, step))
    return found


def at(node: Tree, path: Path) -> Tree:
    """The value at a path."""
    for step in path:
        node = node[step]  # type: ignore[index]
    return node


def changed(node: Tree, path: Path, new: Tree) -> Tree:
    """The tree with the value at a path replaced, or added at the end."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(node, dict) and isinstance(step, str):
        return {**node, step: changed(node.get(step), rest, new)}
    assert isinstance(node, list)
    assert isinstance(step, int)
    copy: list[Tree] = [*node, None] if step == len(node) else list(node)
    copy[step] = changed(copy[step], rest, new)
    return copy
