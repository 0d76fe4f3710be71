"""`hsplan report` as PDF and as a Word file, as it is typed; the browser is made up."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hsplan.errors import HsplanError
from hsplan.findings.installing import install_line
from hsplan.report.pdf import pdf
from hsplan.report.pdf.browser import find_browser, print_page
from hsplan.report.pdf.page import for_browser, for_weasyprint
from tests.conftest import ROOT, Build, Run

PLAN = ("report", "tests/report/rich-2026.yaml", "--as-at", "2026-10-05")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the made-up browser is a script with a first line")


@pytest.fixture
def fake(tmp_path: Path) -> Path:
    """A browser that "prints" what it was asked and the page that it was given."""
    path = tmp_path / "browser"
    path.write_text(
        f"#!{sys.executable}\nimport sys, urllib.request\n"
        "target = next(each for each in sys.argv if each.startswith('--print-to-pdf='))[15:]\n"
        "page = urllib.request.urlopen(sys.argv[-1]).read()\n"
        "open(target, 'wb').write(' '.join(sys.argv).encode() + page + b'%%EOF\\n')\n",
        encoding="utf-8",
    )
    path.chmod(0o755)
    return path


@POSIX
def test_a_pdf_is_the_browsers_print_of_the_page(fake: Path, hsplan: Run, tmp_path: Path) -> None:
    target = tmp_path / "r.pdf"
    result = hsplan(*PLAN, "--output", str(target), "--pdf-browser", str(fake), "--large-print")
    assert (result.code, result.out, result.err) == (0, "", f"Written: {target}\n")
    said, _, page = target.read_text(encoding="utf-8").partition("<!DOCTYPE html>")
    for flag in ("--headless", "--no-pdf-header-footer", "--generate-pdf-document-outline", "MAP * ~NOTFOUND"):
        assert flag in said
    assert '<html lang="en-GB" class="large-print">' in page
    folder = said.partition("--user-data-dir=")[2].partition("/profile")[0]
    assert not Path(folder).exists()


@POSIX
def test_the_environment_names_a_browser_too(
    fake: Path, hsplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HSPLAN_PDF_BROWSER", str(fake))
    assert hsplan(*PLAN, "--output", str(tmp_path / "r.pdf")).code == 0
    assert (tmp_path / "r.pdf").read_bytes().endswith(b"%%EOF\n")


@POSIX
def test_nothing_internal_reaches_a_public_pdf(fake: Path, hsplan: Run, build: Build) -> None:
    noted = 'hsplan: 1\nid: a\ntitle: "A"\nactions:\n  "1": {title: "Build homes", internal_note: "Hush"}\n'
    folder = build({"a.yaml": noted})
    plan = ("report", "a.yaml", "--as-at", "2014-01-01", "--pdf-browser", str(fake))
    assert hsplan(*plan, "--output", "p.pdf", cwd=folder).code == 0
    assert hsplan(*plan, "--output", "i.pdf", "--audience", "internal", cwd=folder).code == 0
    assert b"Hush" not in (folder / "p.pdf").read_bytes()
    assert b"Hush" in (folder / "i.pdf").read_bytes()


@POSIX
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("true", "the browser made no PDF."),
        ("echo no display >&2; exit 1", "the browser made no PDF (it said: no display)."),
        ("sleep 30", "the browser took more than 2 seconds."),
    ],
)
def test_a_browser_that_fails_is_one_line(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hsplan.report.pdf.browser.SECONDS", 2)
    path = tmp_path / "bad"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    with pytest.raises(HsplanError) as stop:
        print_page("<p>x</p>", str(path))
    assert str(stop.value).startswith(f"{path}: {said}")
    assert "Save as PDF" in str(stop.value)


def test_a_browser_that_is_not_there_is_one_line(hsplan: Run, tmp_path: Path) -> None:
    result = hsplan(*PLAN, "--output", str(tmp_path / "r.pdf"), "--pdf-browser", "/no/browser")
    said = "Error: /no/browser: there is no such browser. Name its program with --pdf-browser or HSPLAN_PDF_BROWSER.\n"
    assert (result.code, result.err) == (2, said)


@pytest.mark.parametrize(
    ("platform", "there", "found"),
    [
        ("win32", ["Program Files/Microsoft/Edge/Application/msedge.exe", "chrome.exe"], "msedge.exe"),
        ("win32", ["Local/Google/Chrome/Application/chrome.exe"], "chrome.exe"),
        ("darwin", ["Google Chrome.app/Contents/MacOS/Google Chrome"], "Google Chrome"),
        ("linux", ["chromium", "google-chrome"], "google-chrome"),
        ("linux", [], ""),
    ],
)
def test_edge_then_chrome_then_chromium(
    platform: str, there: list[str], found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def which(path: str) -> str | None:
        plain = path.replace("\\", "/")
        return plain if any(plain.endswith(each) for each in there) else None

    monkeypatch.setattr("shutil.which", which)
    monkeypatch.setattr(sys, "platform", platform)
    for name, folder in (("PROGRAMFILES(X86)", "C:/Program Files (x86)"), ("PROGRAMFILES", "C:/Program Files")):
        monkeypatch.setenv(name, folder)
    monkeypatch.setenv("LOCALAPPDATA", "C:/Local")
    assert find_browser().rpartition("/")[2] == found


def test_with_nothing_to_print_it_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda path: None)
    monkeypatch.delenv("HSPLAN_PDF_BROWSER", raising=False)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    monkeypatch.delitem(sys.modules, "hsplan.report.pdf.weasy", raising=False)
    for engine in ("", "browser", "weasyprint"):
        with pytest.raises(HsplanError) as stop:
            pdf("<p>x</p>", engine)
        assert str(stop.value).endswith(install_line("pdf"))
        assert ("Save as PDF" in str(stop.value)) == (engine != "weasyprint")


def test_a_browser_tags_no_figure_without_its_words() -> None:
    page = '<style>figure { x: y } figure svg, .figure-x { }</style><body><figure class="a"><svg>figure</svg></figure>'
    changed = for_browser(page).partition(">")[2]
    own = "report-figure { display: block; }"
    assert changed.startswith(f"<style>\n{own}\nreport-figure {{ x: y }} report-figure svg, .figure-x {{ }}</style>")
    assert changed.endswith('<body><report-figure class="a"><svg>figure</svg></report-figure>')


def test_weasyprint_is_given_decorations_as_backgrounds() -> None:
    svg = '<svg aria-hidden="true" viewBox="0 0 34 22" width="34" height="22"><rect/></svg>'
    changed = for_weasyprint(f'<style>p {{}}</style><body>{svg}<svg role="img"></svg>')
    assert changed.count("<svg") == 1
    assert "width: 34px; height: 22px; background: url(data:image/svg+xml;base64," in changed


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--output", "r.docx", "--large-print"], "--large-print is for HTML and PDF."),
        (["--output", "r.docx", "--fragment"], "--fragment is for HTML."),
        (["--output", "r.pdf", "--fragment"], "--fragment is for HTML."),
        (["--check", "r.pdf"], "--check compares HTML, Markdown and Word files"),
        (["--output", "r.html", "--pdf-engine", "browser"], "are for PDF."),
        (["--output", "r.pdf", "--pdf-engine", "browsre"], 'Did you mean "browser"?'),
        (["--output", "r.docx", "--template", "no.docx"], "there is no file no.docx"),
        (["--output", "r.html", "--template", "tests/report/no.docx"], "is a template for Word files"),
        (["--output", "r.doc", "--format", "doc"], '--format: "doc" is none of html, markdown, pdf, docx.'),
    ],
)
def test_options_that_do_not_go_together(options: list[str], said: str, hsplan: Run) -> None:
    result = hsplan(*PLAN, *options)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert said in result.err


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_bytes_are_for_files_and_pipes_alone(format: str, hsplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from hsplan.cli import report_printed

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(HsplanError, match=f"Add --output report.{format}"):
        report_printed.refuse(report_printed.printing(format, "", "", ""), "", "", large_print=False, fragment=False)


def test_a_word_file_goes_through_a_pipe() -> None:
    command = [sys.executable, "-m", "hsplan", *PLAN, "--format", "docx"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    assert zipfile.is_zipfile(io.BytesIO(done.stdout))
    assert done.stderr == b""


def test_check_of_a_word_file(hsplan: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    hsplan(*PLAN, "--output", str(path))
    assert hsplan(*PLAN, "--check", str(path)).out == f"{path} is what would be made now.\n"
    other = hsplan(*PLAN[:-1], "2026-10-06", "--check", str(path))
    assert (other.code, "is not what would be made now" in other.out) == (1, True)
    path.write_bytes(b"")
    assert hsplan(*PLAN, "--check", str(path)).code == 1
    assert hsplan(*PLAN, "--check", str(tmp_path / "no.docx")).code == 2


def test_without_what_draws_them_one_line_says_that_the_charts_are_missing(
    hsplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    path = tmp_path / "r.docx"
    result = hsplan(*PLAN, "--output", str(path))
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "Warning: the Word file has no charts, since resvg-py is not installed. Install it: "
        f"{install_line('word')}\nWritten: {path}\n"
    )
    assert not [name for name in zipfile.ZipFile(path).namelist() if "media" in name]


def test_without_its_library_one_line_says_what_to_install(
    hsplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    for name in list(sys.modules):
        if name.startswith("hsplan.report.word"):
            monkeypatch.delitem(sys.modules, name)
    result = hsplan(*PLAN, "--output", str(tmp_path / "r.docx"))
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.endswith(f"or install them: {install_line('word')}\n")
