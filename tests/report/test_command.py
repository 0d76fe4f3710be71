"""`hsplan report` as it is typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Build, Run

PLAN = """\
hsplan: 1
id: a
title: "A plan"
nation: england
organisations: [City]
period: {from: 2013-04-01, to: 2018-03-31}
"""
OWNERS = 'owners:\n  City: {name: "City Council", kind: organisation}\n'
ACTION = 'actions:\n  "1": {title: "Build homes for all", lead: City, timescale: June 2013}\n'


def test_html_to_the_screen_by_default(hsplan: Run) -> None:
    result = hsplan("report", "plans/worcester-2023.yaml", "--as-at", "2023-12-31")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("<!DOCTYPE html>")


def test_a_plan_is_known_by_its_id_too(hsplan: Run) -> None:
    by_id = hsplan("report", "worcester-2023", "--as-at", "2023-12-31")
    assert by_id == hsplan("report", "plans/worcester-2023.yaml", "--as-at", "2023-12-31")


@pytest.mark.parametrize(
    ("name", "options", "start"),
    [
        ("r.md", [], "# "),
        ("r.html", [], "<!DOCTYPE"),
        ("r", ["--format", "html"], "<!DOCTYPE"),
        ("r", ["--format", "md"], "# "),
        ("r.MD", [], "# "),
        ("r.md", ["--format", "html"], "<!DOCTYPE"),
    ],
)
def test_the_ending_of_the_file_says_the_format(
    name: str, options: list[str], start: str, hsplan: Run, tmp_path: Path
) -> None:
    path = tmp_path / name
    result = hsplan("report", "west-kent-2010", "--as-at", "2011-06-30", "--output", str(path), *options)
    assert (result.code, result.out) == (0, "")
    assert path.read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("name", "options", "warned"),
    [
        (
            "r.docx",
            ["--format", "html"],
            'r.docx will hold html, as --format says, although its name ends with ".docx".',
        ),
        ("r.MD", ["--format", "html"], 'r.MD will hold html, as --format says, although its name ends with ".MD".'),
        ("r.htm", ["--format", "html"], ""),
        ("r.txt", ["--format", "md"], ""),
        ("r.md", ["--format", "markdown"], ""),
    ],
)
def test_a_file_that_holds_other_than_its_name_says_is_warned_of(
    name: str, options: list[str], warned: str, hsplan: Run, build: Build
) -> None:
    folder = build({"a.yaml": PLAN + OWNERS + ACTION})
    result = hsplan("report", "a.yaml", "--as-at", "2014-01-01", "--output", name, *options, cwd=folder)
    assert result.code == 0
    assert result.err == (f"Warning: {warned}\n" if warned else "") + f"Written: {name}\n"


def test_a_page_for_a_lead_where_nobody_leads_anything(hsplan: Run, build: Build) -> None:
    folder = build({"a.yaml": PLAN})
    result = hsplan("report", "a.yaml", "--as-at", "2014-01-01", "--owner", "Shelter", cwd=folder)
    assert (result.code, result.out) == (2, "")
    said = "Error: --owner: nobody leads an open action of this plan, so there is no page to make.\n"
    assert result.err == said


def test_a_plan_with_errors_is_reported_with_a_warning(hsplan: Run, build: Build) -> None:
    folder = build({"a.yaml": PLAN + OWNERS + ACTION + 'statsu: "x"\n'})
    result = hsplan("report", "a.yaml", "--as-at", "2014-01-01", "--format", "md", cwd=folder)
    assert result.code == 0
    assert "Build homes for all" in result.out
    assert result.err.count("\n") == 1
    assert result.err.startswith("Warning: the plan has 1 error")


def test_a_plan_that_cannot_be_read_is_one_line(hsplan: Run, build: Build) -> None:
    result = hsplan("report", "a.yaml", "--output", "r.html", cwd=build({"a.yaml": "- a list\n"}))
    assert (result.code, result.out) == (1, "")
    assert result.err == 'Error: a.yaml: cannot be read. "hsplan lint a.yaml" says why.\n'


@pytest.mark.parametrize("arguments", [[], ["plans"], ["west-kent-2010", "worcester-2023"]])
def test_a_report_is_about_one_plan(arguments: list[str], hsplan: Run) -> None:
    result = hsplan("report", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "one plan" in result.err


def test_a_wrong_id_gets_a_suggestion(hsplan: Run) -> None:
    result = hsplan("report", "worcester-2022")
    assert result.code == 2
    assert 'Did you mean "worcester-2023"?' in result.err


def test_an_unwritable_file_is_one_line(hsplan: Run, tmp_path: Path) -> None:
    result = hsplan("report", "west-kent-2010", "--output", str(tmp_path / "no" / "r.html"))
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_public_unless_asked(hsplan: Run, build: Build) -> None:
    noted = ACTION.replace("lead:", 'internal_note: "Hush", lead:')
    folder = build({"a.yaml": PLAN + OWNERS + noted})
    assert "Hush" not in hsplan("report", "a.yaml", "--as-at", "2014-01-01", cwd=folder).out
    assert "Hush" in hsplan("report", "a.yaml", "--as-at", "2014-01-01", "--audience", "internal", cwd=folder).out


def test_jinja_is_loaded_by_nothing_else() -> None:
    code = "import sys, hsplan.cli.report_command, hsplan.report; print('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_check_says_whether_a_file_is_what_would_be_made_now(hsplan: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    plan = ("report", "west-kent-2010", "--as-at")
    hsplan(*plan, "2011-06-30", "--output", str(path))
    same = hsplan(*plan, "2011-06-30", "--check", str(path))
    assert (same.code, same.out) == (0, f"{path} is what would be made now.\n")
    other = hsplan(*plan, "2011-05-31", "--check", str(path))
    assert other.code == 1
    assert "is not what would be made now" in other.out
    assert hsplan(*plan, "2011-06-30", "--check", str(tmp_path / "no.md")).code == 2


def test_open_shows_the_written_file(hsplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def remember(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", remember)
    path = tmp_path / "r.html"
    assert hsplan("report", "west-kent-2010", "--as-at", "2011-06-30", "--output", str(path), "--open").code == 0
    assert opened == [path.as_uri()]
    assert hsplan("report", "west-kent-2010", "--open").code == 2


@pytest.mark.parametrize("option", ["--large-print", "--fragment"])
def test_what_is_for_html_alone(option: str, hsplan: Run) -> None:
    result = hsplan("report", "west-kent-2010", "--format", "md", option)
    assert (result.code, result.out) == (2, "")


def test_several_plans_by_their_ids(hsplan: Run) -> None:
    plans = ("west-kent-2010", "oxford-2013")
    text = hsplan("report", *plans, "--as-at", "2013-12-31", "--template", "portfolio", "--format", "md").out
    assert text.startswith("# 2 plans as at 31 December 2013\n")
    assert "| All plans | 107 |" in text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ["--output", "x"],
            "Error: x: the name does not say what the file is to hold. Let its name end with .html, .md, .pdf "
            "or .docx, or say what it is to hold with --format.\n",
        ),
        (
            ["--check", "r.html", "--output", "q.html"],
            "Error: --check and --output do not go together. Give one of them.\n",
        ),
        (
            ["--large-print", "--output", "lp.md"],
            "Error: --large-print is for HTML and PDF. Let the name of the file end with .html.\n",
        ),
        (
            ["--large-print", "--format", "md"],
            "Error: --large-print is for HTML and PDF. Leave out --format markdown.\n",
        ),
        (
            ["--fragment", "--format", "md"],
            "Error: --fragment is for HTML. Leave out --format markdown.\n",
        ),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else "",
)
def test_what_cannot_be_meant_is_refused_and_nothing_written(
    options: list[str], told: str, hsplan: Run, build: Build
) -> None:
    folder = build({"a.yaml": PLAN + OWNERS + ACTION})
    result = hsplan("report", "a.yaml", *options, cwd=folder)
    assert (result.code, result.out, result.err) == (2, "", told)
    assert [each.name for each in folder.iterdir()] == ["a.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_a_device_needs_no_ending(hsplan: Run) -> None:
    assert hsplan("report", "worcester-2023", "--as-at", "2023-12-31", "--output", "/dev/null").code == 0


def test_a_suggested_file_name_with_a_space_can_be_pasted(hsplan: Run, build: Build) -> None:
    folder = build({"a.yaml": PLAN + OWNERS + ACTION, "my report.html": "old"})
    result = hsplan("report", "a.yaml", "--check", "my report.html", cwd=folder)
    assert result.code == 1
    assert (
        result.out == 'my report.html is not what would be made now. Write it again with --output "my report.html".\n'
    )
