"""New values as lines of YAML, in the style of their neighbours."""

from __future__ import annotations

from collections.abc import Mapping

from hsplan.document.nodes import Map, Seq
from hsplan.document.splice.new import New
from hsplan.document.splice.scalar import double, fresh, is_name, plain_safe, short
from hsplan.document.splice.style import DEFAULT_STEP, Layout, Sample, in_lists, under_key
from hsplan.frozen import Frozen

WIDTH = 120
"""A map or list in braces that would make a longer line goes in block form."""


class Renderer(Frozen):
    """Writes values for one place of a file: its text, to look at neighbours, and its layout there."""

    text: str
    layout: Layout

    def flow(self, value: New, like: list[Sample]) -> str:
        """A value on one line, in braces and brackets where it is a map or a list."""
        if isinstance(value, Mapping):
            return "{" + ", ".join(self.flow_pair(key, item, like) for key, item in value.items()) + "}"
        if not isinstance(value, str | int):
            within = in_lists(self.text, like)
            return "[" + ", ".join(self.flow(item, within) for item in value) + "]"
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value) if isinstance(value, int) else fresh(value, _scalar_like(like))

    def flow_pair(self, key: str, value: New, like: list[Sample]) -> str:
        """`key: value` as it stands in braces; `like` are maps that may hold the same key."""
        return f"{_key(key)}: {self.flow(value, under_key(self.text, like, key))}"

    def pair(self, key: str, value: New, indent: int, like: list[Sample]) -> list[str]:
        """The lines of `key: value` in block form from column `indent` on; `like` are values in its place elsewhere."""
        head = " " * indent + _key(key) + ":"
        inline = self.inline(value, len(head) + 1, like)
        return [head, *self.body(value, indent, like)] if inline is None else [f"{head} {inline}"]

    def body(self, value: New, indent: int, like: list[Sample]) -> list[str]:
        """The lines of a map or a list under a key that stands at column `indent`."""
        if isinstance(value, Mapping):
            return self._pairs(value, indent + self.layout.step, like)
        assert not isinstance(value, str | int)
        within = in_lists(self.text, like)
        if any(isinstance(item, str) and not is_name(item) for item in value):
            within = within or [Sample("", '"')]
        return [line for item in value for line in self.item(item, indent + self.layout.dash, within)]

    def item(self, value: New, indent: int, like: list[Sample], after_dash: int = DEFAULT_STEP) -> list[str]:
        """The lines of a list's entry whose dash stands at column `indent`."""
        head = " " * indent + "-" + " " * (after_dash - 1)
        inline = self.inline(value, len(head), like, entry=True)
        if inline is not None:
            return [head + inline]
        if isinstance(value, Mapping):
            lines = self._pairs(value, len(head), like)
        else:
            lines = self.body(value, len(head) - self.layout.dash, like)
        return [head + lines[0][len(head) :], *lines[1:]]

    def inline(self, value: New, at: int, like: list[Sample], *, entry: bool = False) -> str | None:
        """The value as it stands on its key's line from column `at` on, or None where it needs lines of its own.

        Without neighbours to copy, lists of names stand in brackets, and maps and lists of anything else in block form.
        """
        if isinstance(value, str | int) or not value:
            return self.flow(value, like)
        alike = [sample for sample in like if sample.value and isinstance(sample.value, _kind(value))]
        if alike:
            wanted = all(sample.is_flow for sample in alike)
        else:
            wanted = not entry and not isinstance(value, Mapping) and all(isinstance(item, str | int) for item in value)
        if not wanted or not _short(value):
            return None
        written = self.flow(value, like)
        return written if at + len(written) <= WIDTH else None

    def _pairs(self, value: Mapping[str, New], indent: int, like: list[Sample]) -> list[str]:
        return [
            line
            for key, item in value.items()
            for line in self.pair(key, item, indent, under_key(self.text, like, key))
        ]


def _kind(value: New) -> type:
    return Map if isinstance(value, Mapping) else Seq


def _key(key: str) -> str:
    return key if plain_safe(key) else double(key)


def _scalar_like(like: list[Sample]) -> str:
    return next((sample.first for sample in like if isinstance(sample.value, str)), "")


def _short(value: New) -> bool:
    if isinstance(value, Mapping):
        return all(_short(item) for item in value.values())
    if isinstance(value, str):
        return short(value)
    return isinstance(value, int) or all(_short(item) for item in value)
