"""A council's own Word template: how it is found, and what is said where it is at fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from hsplan.report.word.files import same_content, settled, shipped_template
from hsplan.report.word.template import build
from tests.conftest import Run

PLAN = ("report", "tests/report/rich-2026.yaml", "--as-at", "2026-10-05")


def written(path: Path, *paragraphs: str) -> Path:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def test_the_shipped_file_is_what_the_code_makes() -> None:
    assert same_content(shipped_template().read_bytes(), build())
    assert build() == build() == settled(build())


def test_a_councils_own_file_is_filled_in(hsplan: Run, tmp_path: Path) -> None:
    own = written(
        tmp_path / "own.docx",
        "Borough of Mere: {{ report.header.title }}",
        "{%p for section in sections %}",
        "{%p if section.name == “summary” %}",
        "{%p for block in section.blocks %}",
        "{{ block.line }}",
        "{%p endfor %}",
        "{%p endif %}",
        "{%p endfor %}",
        "Finance: none. {{ made }}",
    )
    target = tmp_path / "r.docx"
    result = hsplan(*PLAN, "--template", str(own), "--output", str(target))
    assert (result.code, result.out) == (0, "")
    found = texts(target)
    assert found[0] == "Borough of Mere: Avon and Mere joint homelessness strategy, action plan 2025-28"
    assert found[1] == "2 Summary"
    assert found[-1].startswith("Finance: none. Made with hsplan from the plan")


def test_a_copy_makes_the_same_file_and_a_folder_is_searched_for_it(hsplan: Run, tmp_path: Path) -> None:
    hsplan("report", "--copy-template", "exceptions", str(tmp_path / "own"))
    for target, more in (("a.docx", "exceptions"), ("b.docx", str(tmp_path / "own" / "exceptions.html.j2"))):
        assert hsplan(*PLAN, "--template", more, "--output", str(tmp_path / target)).code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    written(tmp_path / "own" / "word" / "report.docx", "Only {{ title }}")
    assert hsplan(*PLAN, "--template", str(tmp_path / "own"), "--output", str(tmp_path / "c.docx")).code == 0
    assert texts(tmp_path / "c.docx")[0].startswith("Only 5 October 2026: Avon and Mere")


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (["{{ report.header.titel }}"], 'Header has no field "titel"; those that it has: title, '),
        (["{{ reprot }}"], 'there is no "reprot"; a template is given report'),
        (["{%p for x in sections %}", "so far"], "Unexpected end of template"),
        (["fine", "{%p endif %}"], "Encountered unknown tag 'endif'"),
        (["fine", "and {{ report. }} so"], 'in "and {{ report. }} so"'),
        (["{{ ''.__class__.__mro__ }}"], "access to attribute '__class__' of 'str' object is unsafe"),
        (["{{ 1 / 0 }}"], "division by zero"),
    ],
)
def test_a_fault_is_one_line_that_names_the_file(paragraphs: list[str], said: str, hsplan: Run, tmp_path: Path) -> None:
    own = written(tmp_path / "own.docx", *paragraphs)
    result = hsplan(*PLAN, "--template", str(own), "--output", str(tmp_path / "r.docx"))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"Error: {own}: ")
    assert said in result.err
    assert result.err.count("\n") == 1
    assert not (tmp_path / "r.docx").exists()


@pytest.mark.parametrize("content", [b"", b"not a Word file", b"PK\x03\x04", settled(build())[:4000]])
def test_what_is_no_word_file_is_one_line(content: bytes, hsplan: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    own.write_bytes(content)
    result = hsplan(*PLAN, "--template", str(own), "--output", str(tmp_path / "r.docx"))
    said = f'Error: {own}: is no Word file that can be read. Save it in Word as "Word Document (*.docx)".\n'
    assert (result.code, result.err) == (2, said)
