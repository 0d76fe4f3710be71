"""Whole messages: for each file in faults/ its findings stand beside it, word for word.

To write one anew: `python -m tests.schema.test_faults`; then read it with your own eyes.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hsplan.document import read
from hsplan.schema import explain, valid
from tests.schema import samples

FAULTS = Path(__file__).parent / "faults"


def told(path: Path) -> str:
    """A file's findings as an officer would read them."""
    document, kind = samples.document(path), samples.kind_of(path)
    assert document.root is not None
    assert not valid(document.root, kind)
    lines = []
    for finding in explain(document, kind):
        place = finding.place
        end = f"{place.end_line}:" if place.end_line != place.line else ""
        action = f" [action {finding.action}]" if finding.action else ""
        lines.append(f"{place.line}:{place.column}-{end}{place.end_column} {finding.name}{action}")
        lines.append(f"    {finding.message}")
        lines.append(f"    -> {finding.help}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", sorted(FAULTS.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_is_told(path: Path) -> None:
    assert told(path) == path.with_suffix(".txt").read_text("utf-8")


def test_what_the_reader_has_said_is_not_said_again() -> None:
    """A comma in braces makes a key of the words after it: the reader knows why, so the schema keeps quiet."""
    text = b"owners:\n  SG: {kind: board, name: Steering, Planning}\n"
    document = read(text, "owners.yaml")
    assert document.root is not None
    assert [finding.name for finding in document.findings] == ["words-lost"]
    assert not valid(document.root, "owners")
    assert explain(document, "owners") == []


if __name__ == "__main__":
    for each in FAULTS.glob("*.yaml"):
        each.with_suffix(".txt").write_text(told(each), "utf-8", newline="\n")
