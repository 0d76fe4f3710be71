"""The house stands as CONTRIBUTING.md draws it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "hsplan"
ROOMS = [
    "frozen",
    "errors",
    "clock",
    "timescale",
    "findings",
    "document",
    "schema",
    "plan",
    "monitor",
    "workspace",
    "git",
    "compare",
    "versions",
    "merging",
    "lint",
    "exporting",
    "report",
    "cli",
]
"""From the ground up: a room imports only those before it."""

FILES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(SOURCE))) for path in FILES])
def test_a_room_imports_only_what_stands_below_it(path: Path) -> None:
    here = room(path)
    if here in ("__init__", "__main__"):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        names += [name.name for name in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            parts = name.split(".")
            if parts[0] == "hsplan" and len(parts) > 1:
                assert ROOMS.index(parts[1]) <= ROOMS.index(here), f"{here} imports {name}"


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(SOURCE))) for path in FILES])
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            # A command's options are declared in its parameters, so only the body is counted.
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            length = node.end_lineno - body[0].lineno + 1
            assert length <= LONGER.get(f"{path.stem}.{node.name}", 40), f"{node.name} has {length} lines"


LONGER = {"tree.build": 95}
"""The one loop that every plan's text goes through: calls in it would cost a quarter of its speed."""

HEAVY = ("jsonschema", "jinja2", "rich", "dateutil", "pydantic", "typer", "docx", "docxtpl", "lxml", "weasyprint")


def modules_after(*arguments: str) -> set[str]:
    code = (
        "import sys\nfrom hsplan.cli.app import main\n"
        f"try:\n    main({list(arguments)!r})\nexcept SystemExit:\n    pass\n"
        "print('MODULES', *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.rsplit("MODULES", 1)[1].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("lint",),
        ("lint", "--as-at", "2025-01-01", "-q"),
        ("list", "--format", "json"),
        ("show", "worcester-2023/1.1.1"),
    ],
)
def test_no_command_loads_more_than_it_needs(arguments: tuple[str, ...]) -> None:
    plan = () if "/" in arguments[-1] else ("plans/worcester-2023.yaml",)
    assert not modules_after(*arguments, *plan).intersection(HEAVY)


def test_a_report_loads_no_rules_but_those_that_find_errors() -> None:
    loaded = modules_after("report", "plans/oxford-2013.yaml")
    rules = {name.rpartition(".")[2] for name in loaded if name.startswith("hsplan.lint.rules.")}
    assert "structure" in rules
    assert "hsplan.lint.registry" not in loaded
    assert rules.isdisjoint(("words", "titles", "personal", "law", "rewritten"))


def test_version_loads_no_room_but_the_command_line() -> None:
    loaded = {name.split(".")[1] for name in modules_after("--version") if name.startswith("hsplan.")}
    assert loaded <= {"cli", "errors", "frozen"}
