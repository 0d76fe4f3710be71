"""Every sentence that a rule can say stands whole in a test: on its page, in variants.txt or elsewhere.

A plan of variants.txt is written as on a rule's page; what stands above `--- now` is what git remembers of it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hsplan.findings import Finding
from hsplan.lint.output.concise import line
from hsplan.lint.output.style import Style
from hsplan.lint.registry import RULES
from tests.conftest import ROOT
from tests.lint.test_rule_pages import example, report_on

Golden = Callable[[str, str], None]
VARIANTS = (Path(__file__).parent / "variants.txt").read_text(encoding="utf-8")
SAYING = ("rules/*.py", "unknown_owner.py", "wild.py", "carried.py")


def whole(finding: Finding, folder: Path) -> str:
    """A finding as it is printed, with the other places that it names."""
    related = [f"    see {each.place.line}:{each.place.column}: {each.message}" for each in finding.related]
    return "\n".join([line(finding, Style()), *related]).replace(f"{folder}/", "")


def test_every_failing_example_is_told_in_these_words(tmp_path: Path, golden: Golden) -> None:
    found = [
        whole(each, tmp_path)
        for rule in RULES
        if example(rule, "Failing")
        for each in report_on(tmp_path, example(rule, "Failing"), example(rule, "Before"))
    ]
    golden("lint-pages.txt", "\n".join(found) + "\n")


def test_every_variant_is_told_in_these_words(tmp_path: Path, golden: Golden) -> None:
    parts = []
    for block in VARIANTS.removeprefix("=== ").split("\n=== "):
        title, text = block.split("\n", 1)
        before, _, now = text.strip("\n").rpartition("\n--- now\n")
        found = [whole(each, tmp_path) for each in report_on(tmp_path, f"{now}\n", f"{before}\n" if before else "")]
        parts.append("\n".join([f"=== {title}", *found]))
    golden("lint-variants.txt", "\n\n".join(parts) + "\n")


def sentences(tree: ast.Module) -> Iterator[str]:
    """The pieces of three words and more of what a module says: no docstrings, tables or patterns."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            for inside in (each for statement in node.body for each in ast.walk(statement)):
                value = inside.value if isinstance(inside, ast.Constant) else None
                if isinstance(value, str) and value != ast.get_docstring(node, clean=False):
                    text = value.strip()
                    if len(re.findall(r"[A-Za-z']{2,}", text)) > 2 and not re.search(r"[\\\n|]", text):
                        yield text


@pytest.fixture(scope="module")
def said() -> str:
    """Everything that stands in a test or in a file that one compares with."""
    found = []
    for path in sorted((ROOT / "tests").rglob("*")):
        if path.suffix in (".txt", ".md", ".json", ".text"):
            found.append(path.read_text(encoding="utf-8", errors="ignore"))
        elif path.suffix == ".py":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += [
                each.value for each in ast.walk(tree) if isinstance(each, ast.Constant) and isinstance(each.value, str)
            ]
    return "\n".join(found)


@pytest.mark.parametrize(
    "path",
    [path for name in SAYING for path in sorted((ROOT / "src/hsplan/lint").glob(name))],
    ids=lambda path: path.name,
)
def test_every_sentence_stands_in_a_test(path: Path, said: str) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [text for text in sentences(tree) if text not in said] == []
