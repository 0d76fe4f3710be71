"""A result's format: as asked for, else by the ending of its file, and never another one than the ending says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hsplan.cli.formats import agreed, format_for
from hsplan.errors import HsplanError
from tests.conftest import Run

PLAN = "plans/worcester-2023.yaml"
DAY = ("--as-at", "2024-03-31")


@pytest.mark.parametrize(
    ("command", "ending", "start"),
    [
        (["report", PLAN, *DAY], "html", "<!DOCTYPE html>"),
        (["report", PLAN, *DAY], "htm", "<!DOCTYPE html>"),
        (["report", PLAN, *DAY], "MD", "# "),
        (["report", PLAN, *DAY], "markdown", "# "),
        (["list", PLAN, *DAY], "csv", "\ufeffplan,id,"),
        (["list", PLAN, *DAY], "json", '{\n  "schema": 1'),
        (["lint", PLAN, *DAY], "json", '{\n  "schema": 1'),
        (["lint", PLAN, *DAY], "sarif", '{\n  "$schema"'),
        (["lint", PLAN, *DAY], "sarif.json", '{\n  "$schema"'),
        (["lint", PLAN, *DAY], "xml", "<?xml"),
        (["returns", PLAN, *DAY, "--for", "2023/24"], "json", '{\n  "schema": 1'),
        (["rule", "HS201"], "md", "# HS201"),
        (["timescale", "June 2027"], "json", '{"wording"'),
        (["status", PLAN, *DAY], "txt", "worcester-2023  "),
    ],
    ids=lambda each: each if isinstance(each, str) else each[0],
)
def test_the_ending_says_the_format(hsplan: Run, tmp_path: Path, command: list[str], ending: str, start: str) -> None:
    path = tmp_path / f"result.{ending}"
    assert hsplan(*command, "--output", str(path)).code == 0
    assert path.read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("command", "name", "mend"),
    [
        (["report", PLAN], "r.doc", 'Did you mean "r.docx"?'),
        (["report", PLAN], "r.txt", "Let its name end with .html, .md, .pdf or .docx, or say what it is to hold with"),
        (["list"], "late.xlsx", 'Did you mean "late.csv"? Excel opens it.'),
        (["list"], "late.pdf", "Let its name end with .txt, .json or .csv, or say what it is to hold with --format."),
        (["diff"], "d.pdf", "Let its name end with .html, .md, .txt or .json, or say"),
        (["diff", "--list-kinds"], "d.html", "Let its name end with .txt."),
        (["history", "west-kent-2010/5.1"], "h.docx", "Let its name end with .md, .txt or .json, or say"),
        (["show", "west-kent-2010/5.1"], "s.html", "Let its name end with .txt."),
        (["status"], "s.html", "Let its name end with .txt."),
        (["config"], "c.toml", "Let its name end with .txt."),
        (["schema"], "s.yaml", "Let its name end with .json."),
        (["lint"], "l.html", "Let its name end with .md, .txt, .sarif, .json or .xml, or say"),
    ],
    ids=lambda each: each if isinstance(each, str) else each[0],
)
def test_an_ending_that_says_none_is_refused_and_nothing_written(
    hsplan: Run, tmp_path: Path, command: list[str], name: str, mend: str
) -> None:
    result = hsplan(*command, "--output", str(tmp_path / name))
    ending = f".{name.rpartition('.')[2]}"
    assert (result.code, result.out) == (2, "")
    assert f'{name}: this command writes no "{ending}" files.' in result.err
    assert mend in result.err.replace(f"{tmp_path}/", "")
    assert not list(tmp_path.iterdir())


def test_what_is_asked_for_comes_before_the_ending(hsplan: Run, tmp_path: Path) -> None:
    path = tmp_path / "actions.dat"
    assert hsplan("list", PLAN, "--format", "json", "--output", str(path)).code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["schema"] == 1
    plain = tmp_path / "v1.2" / "result"
    plain.parent.mkdir()
    assert hsplan("rule", "HS201", "--output", str(plain)).code == 0


def test_markdown_has_one_name_everywhere_and_a_short_one(hsplan: Run) -> None:
    long = hsplan("report", PLAN, *DAY, "--format", "markdown")
    assert (long.code, long.out[:2]) == (0, "# ")
    assert hsplan("report", PLAN, *DAY, "--format", "md").out == long.out
    for command in (["lint", PLAN], ["rule", "HS201"], ["diff", "HEAD", "HEAD"]):
        assert hsplan(*command, "--format", "md") == hsplan(*command, "--format", "markdown"), command
    assert hsplan("list", "--format", "md").err == 'Error: --format: "md" is none of text, json, csv.\n'


def test_no_ending_is_the_first_format_unless_another_is_said() -> None:
    assert format_for("", "", ("text", "json")) == "text"
    assert format_for("", "/dev/stdout", ("html", "markdown")) == "html"
    assert format_for("", "", ("text", "github"), "github") == "github"
    with pytest.raises(HsplanError, match="this command writes no"):
        format_for("", "notes.md", ("text", "json"))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "t.json",
            '--trend csv does not go with the ending ".json". Write --trend json, or let the name end with .csv.',
        ),
        ("t.SVG", '--trend csv does not go with the ending ".SVG". Write --trend svg, or let the name end with .csv.'),
        ("t.pdf", 'this command writes no ".pdf" files. Let its name end with .json, .csv or .svg.'),
        ("t.xlsx", 'this command writes no ".xlsx" files. Did you mean "t.csv"? Excel opens it.'),
    ],
)
def test_a_trend_is_never_written_under_another_ending(hsplan: Run, tmp_path: Path, name: str, told: str) -> None:
    result = hsplan("history", "worcester-2023", "--trend", "csv", "--output", str(tmp_path / name))
    assert (result.code, result.out) == (2, "")
    assert result.err.replace(f"{tmp_path}/", "") == f"Error: {name}: {told}\n"
    assert not list(tmp_path.iterdir())


def test_a_trend_goes_with_its_own_ending_and_with_none() -> None:
    known = ("csv", "json", "svg")
    assert [agreed("--trend", "csv", name, known) for name in ("", "t", "t.csv", "/dev/stdout")] == ["csv"] * 4
    assert agreed("--trend", "svg", "t.svg", known) == "svg"
