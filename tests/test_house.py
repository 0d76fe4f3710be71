"""The house stands as CONTRIBUTING.md draws it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "hsplan"
ROOMS = [
    "constructors",
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
    for name in imported(path.read_text(encoding="utf-8")):
        assert ROOMS.index(name) <= ROOMS.index(here), f"{here} imports {name}"


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(SOURCE))) for path in FILES])
def test_only_commands_read_the_clock(path: Path) -> None:
    """What is found depends on the files and on the days that it is given, never on when it runs."""
    assert room(path) == "cli" or "clock" not in imported(path.read_text(encoding="utf-8"))


def imported(text: str) -> Iterator[str]:
    """The rooms that a file's text imports from, however it is written; what is not named from the top is refused."""
    for node in ast.walk(ast.parse(text)):
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a room is named from the top: from hsplan.plan import …"
            names = [f"hsplan.{name.name}" for name in node.names] if node.module == "hsplan" else [node.module or ""]
        for name in names:
            top, _, rest = name.partition(".")
            if top == "hsplan" and rest and rest != "__version__":
                yield rest.partition(".")[0]


def test_an_import_is_seen_however_it_is_written() -> None:
    for text in (
        "import hsplan.cli.app",
        "from hsplan import cli",
        "from hsplan.cli import main",
        "import hsplan.cli as x",
    ):
        assert list(imported(f"def later():\n    {text}\n")) == ["cli"], text
    assert list(imported("import hsplan\nfrom hsplan import __version__\nimport os.path")) == []
    for text in ("from . import cli", "from ..cli import app", "from .cli.app import main"):
        with pytest.raises(AssertionError, match="named from the top"):
            list(imported(text))


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
    assert loaded <= {"cli", "constructors", "errors", "frozen"}
