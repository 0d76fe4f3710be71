"""A plan dropped into tests/examples/lint becomes a test: its findings must be those of the .txt file beside it.

The first line of the plan says the date, `# as at 2013-06-30`. `pytest --bless` writes the .txt file; read it before
it is committed.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hsplan.lint import Selection, lint
from hsplan.lint.output import FORMATS, Style
from hsplan.workspace import Config, Workspace

FOLDER = Path(__file__).parent.parent / "examples" / "lint"
EXAMPLES = [pytest.param(path, id=path.stem) for path in sorted(FOLDER.glob("*.yaml"))]


@pytest.mark.parametrize("path", EXAMPLES)
def test_findings_are_those_expected(
    path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# as at ")
    monkeypatch.chdir(FOLDER)
    workspace = Workspace.load([path.name], Config(outside=("elsewhere-2018",)), ".")
    report = lint(workspace, date.fromisoformat(first.removeprefix("# as at ")), Selection())
    text = FORMATS["text"](report, Style(show_accepted=True))
    expected = path.with_suffix(".txt")
    if request.config.getoption("--bless"):
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert expected.read_text(encoding="utf-8") == text
