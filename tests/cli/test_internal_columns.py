"""A column whose declaration has a slip is printed nowhere that the public reads, by no command."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import Run
from tests.git.repositories import Made
from tests.plan.test_columns import plan

MARK = "zebrafish"
DAY = ("--as-at", "2014-06-30")
SHOWN = ("html", "html since", "md", "md since", "docx", "docx since", "site", "show")
"""The outputs that print a public column."""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """An empty repository."""
    return Made.fresh(tmp_path / "council", monkeypatch)


def outputs(hsplan: Run, made: Made, column: str, audience: str) -> dict[str, str]:
    """All that the commands say of a plan whose column was said otherwise, and was public, before."""
    texts = (plan('{title: "T"}', f"{MARK} before"), plan(column, f"{MARK} then"), plan(column))
    for text, day in zip(texts, ("2014-01-01", "2014-02-01", "2014-03-01"), strict=True):
        made.commit({"example-2013.yaml": text}, on=day)
    to = ("--audience", audience, *DAY)
    said = {}
    for kind in ("html", "md", "docx"):
        for label, since in (("", ()), (" since", ("--since", "2014-01-15"))):
            file = made.folder / f"a.{kind}"
            ran = hsplan("report", "example-2013.yaml", *since, *to, "--output", str(file), cwd=made.folder)
            assert ran.code == 0, ran.err
            said[kind + label] = _read(file) + ran.err
    ran = hsplan("report", "example-2013.yaml", *to, "--output", "site/", cwd=made.folder)
    assert ran.code == 0, ran.err
    said["site"] = "".join(map(_read, sorted((made.folder / "site").rglob("*.*")))) + ran.err
    said["show"] = hsplan("show", "example-2013/1", *to, cwd=made.folder).out
    for kind in ("text", "json", "csv"):
        said[f"list {kind}"] = hsplan("list", "example-2013.yaml", "--format", kind, *DAY, cwd=made.folder).out
    for kind in ("text", "json", "markdown"):
        said[f"diff {kind}"] = hsplan("diff", "HEAD~2", "--format", kind, *DAY, cwd=made.folder).out
        said[f"history {kind}"] = hsplan("history", "example-2013/1", "--format", kind, *DAY, cwd=made.folder).out
    assert all(said.values())
    return said


def _read(file: Path) -> str:
    if file.suffix != ".docx":
        return file.read_text(encoding="utf-8")
    with ZipFile(file) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize(
    "column", ['{title: "T", Internal: true}', '{title: "T", interal: true}', '{title: "T", private: true}', '"T"']
)
def test_no_output_prints_a_column_with_a_slip(hsplan: Run, made: Made, column: str) -> None:
    for name, text in outputs(hsplan, made, column, "public").items():
        assert MARK not in text, name


def test_the_internal_audience_sees_it(hsplan: Run, made: Made) -> None:
    said = outputs(hsplan, made, '{title: "T", Internal: true}', "internal")
    assert [name for name in said if MARK in said[name]] == list(SHOWN)


def test_a_column_that_is_understood_is_printed(hsplan: Run, made: Made) -> None:
    said = outputs(hsplan, made, '{title: "T", internal: false}', "public")
    assert [name for name in said if MARK in said[name]] == list(SHOWN)
