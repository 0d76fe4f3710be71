"""Shipped templates and a council's own."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from hsplan.report.templates import SHIPPED
from tests.conftest import Build, Run

PLAN = ("report", "tests/report/rich-2026.yaml", "--as-at", "2026-10-05")


def test_the_list_names_every_template(hsplan: Run) -> None:
    result = hsplan("report", "--list-templates")
    assert result.code == 0
    assert [line.split()[0] for line in result.out.splitlines()] == list(SHIPPED)


def test_a_copy_makes_the_same_report_until_it_is_changed(hsplan: Run, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    copied = hsplan("report", "--copy-template", "exceptions", str(folder))
    assert copied.code == 0
    assert f"--template {folder}/exceptions.html.j2" in copied.out
    own = ("--template", str(folder / "exceptions.html.j2"))
    assert hsplan(*PLAN, *own).out == hsplan(*PLAN, "--template", "exceptions").out
    assert hsplan("report", "--copy-template", "exceptions", str(folder)).code == 2


def test_a_part_in_a_councils_folder_stands_before_the_shipped_one(hsplan: Run, tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "glossary.md.j2").write_text("Ask {{ report.header.decision_maker }}.\n", encoding="utf-8")
    changed = hsplan(*PLAN, "--format", "md", "--template", str(tmp_path)).out
    assert "Ask Joint Homelessness Steering Group." in changed
    assert changed.split("## Appendix C")[0].startswith("# Avon and Mere")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("\n{{ report.header.titel }}", ':2: Header has no field "titel"; those that it has: title, meeting,'),
        ("{{ reprot }}", ':1: there is no "reprot"; a template is given report'),
        ("{{ report.grid.rows[0].x }}", ':1: Cell has no field "x"; those that it has: name, numbers.'),
        ("{% if %}", ":1: Expected an expression"),
        ("{% foo %}", ":1: Encountered unknown tag 'foo'.\n"),
        ('{{ outline(["sumary"]) }}', ':1: there is no section "sumary"; those that there are: recommendations,'),
        ('{% include "gone.j2" %}', '"gone.j2" is included, and it is not there.'),
        ("{{ ''.__class__.__mro__ }}", "access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ report.plan.format.__globals__ }}", "is unsafe"),
        ("{{ 1 / 0 }}", ":1: division by zero.\n"),
        ("{{ range(10 ** 9) }}", "(100000).\n"),
        ('{{ "a"() }}', ":1: 'str' object is not callable.\n"),
        (
            '\n{% include "parts/glossary.html.j2" %}',
            ":2: the template includes itself, or a macro in it calls itself, without end.\n",
        ),
        ('{% from "parts/cells.html.j2" import gone %}{{ gone() }}', "does not export the requested name 'gone'.\n"),
        ("{{ report.header.titel }}", '. "hsplan report --list-fields" has them all.\n'),
    ],
)
def test_a_fault_in_a_template_is_one_line_that_says_where(
    content: str, said: str, hsplan: Run, tmp_path: Path
) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "glossary.html.j2").write_text(content, encoding="utf-8")
    result = hsplan(*PLAN, "--template", str(tmp_path))
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.startswith(f"Error: {tmp_path}")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("parts/implications.html.j2", b"<p>None</p>\n<p>\xa35</p>", ":2: The file was saved in the Windows encoding"),
        ("report.css", b"p { quotes: '\xa3' }", ":1: The file was saved in the Windows encoding"),
        ("parts/glossary.html.j2", "None".encode("utf-16"), ':1: The file was saved as "Unicode" (UTF-16)'),
    ],
)
def test_a_template_in_another_encoding_is_told_by_its_own_name(
    name: str, content: bytes, said: str, hsplan: Run, build: Build
) -> None:
    folder = build({name: content})
    result = hsplan(*PLAN, "--template", str(folder))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"Error: {folder / name}{said}")
    assert result.err.endswith("Open it in the editor and save it as UTF-8.\n")


def test_a_byte_order_mark_in_a_part_costs_no_heading(hsplan: Run, build: Build) -> None:
    folder = build({"parts/implications.md.j2": b"\xef\xbb\xbf### Finance\n\nNone.\n"})
    assert "\n### Finance\n" in hsplan(*PLAN, "--format", "md", "--template", str(folder)).out


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"parts/sumary.html.j2": ""}, 'parts/sumary.html.j2 is not used. Did you mean "summary.html.j2"?'),
        (
            {"parts/logo.html.j2": ""},
            "parts/logo.html.j2 is not used. No template of hsplan's has a part of that name.",
        ),
        ({"parts/summary.html": ""}, 'parts/summary.html is not used. Did you mean "summary.html.j2"?'),
        ({"summary.html.j2": ""}, "summary.html.j2 is not used, since it does not stand in the folder {}/parts."),
        ({"notes.txt": ""}, "{} holds no template, so the report is as hsplan has it."),
        ({"parts/logo.html.j2": "", "parts/own.html.j2": '{% include "parts/logo.html.j2" %}'}, ""),
        ({"parts/implications.md.j2": "", "report.css": ""}, ""),
    ],
    ids=lambda each: next(iter(each)) if isinstance(each, dict) else "",
)
def test_what_no_report_takes_of_a_councils_folder_is_named(
    files: dict[str, str | bytes], said: str, hsplan: Run, build: Build
) -> None:
    folder = build(files)
    result = hsplan(*PLAN, "--template", str(folder))
    assert result.code == 0
    assert result.err.endswith(said.format(folder) + "\n" if said else "")
    assert result.err.count("Warning: ") == bool(said)


@pytest.mark.parametrize(
    ("name", "said"),
    [("expections", 'Did you mean "exceptions"?'), ("own/none.html.j2", "no file own/none.html.j2")],
)
def test_a_template_that_is_not_there(name: str, said: str, hsplan: Run) -> None:
    result = hsplan(*PLAN, "--template", name)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_councils_own_sections_are_numbered_in_its_own_order(hsplan: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.md.j2").write_text(
        '{% extends "base.md.j2" %}\n{% set kind = "Ours" %}\n'
        '{% set sections = outline(["overdue", "left-open", "summary"], ["glossary"]) %}\n',
        encoding="utf-8",
    )
    text = hsplan(*PLAN, "--format", "md", "--template", str(tmp_path / "mine.md.j2")).out
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    assert heads == ["## 1 Overdue", "## 2 Summary", "## Appendix A: Glossary"]
    assert "2.2 The longest overdue is action 1.1, by 3 months and 5 days (section 1)." in text


@pytest.mark.parametrize("name", list(SHIPPED))
def test_every_page_is_valid_and_its_links_lead_somewhere(name: str, hsplan: Run) -> None:
    for more in ((), ("--fragment",), ("--large-print",)):
        page = hsplan(*PLAN, "--template", name, *more).out
        whole = page if page.startswith("<!DOCTYPE") else f"<!DOCTYPE html><title>x</title><main>{page}</main>"
        root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(whole)
        ids = [value for element in root.iter() if (value := element.get("id"))]
        assert len(ids) == len(set(ids))
        assert all(element.get("href", "#x")[1:] in {*ids, "x"} for element in root.iter("a"))


def test_a_fragment_fits_into_a_page_that_has_its_own(hsplan: Run) -> None:
    page = hsplan(*PLAN, "--fragment").out
    for part in ("<html", "<head", "<style", "<h1", "<main", "<header", "<nav", "<footer", "<!DOCTYPE"):
        assert part not in page
    assert "<h2>Avon and Mere" in page
    assert '<h3 id="recommendations">' in page
