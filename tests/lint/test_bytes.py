"""The rules whose page can show no example: what an editor does not show is told in whole lines all the same."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import lint
from hsplan.lint.output.concise import line
from hsplan.lint.output.style import Style
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

PASSING = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
owners: {Housing Team: {kind: team}}
actions:
  "1":
    title: "Caf\u00e9 for the homeless"
    lead: Housing Team
    timescale: September 2013
"""
CRLF = PASSING.replace("\n", "\r\n")
FAILING = {
    "utf-16": (
        PASSING.encode("utf-16"),
        '1:1: error HS001 encoding: The file was saved as "Unicode" (UTF-16), which git and hsplan cannot read. Open '
        "it in the editor and save it as UTF-8.",
    ),
    "windows": (
        PASSING.encode("cp1252"),
        "9:16: error HS001 encoding: The file was saved in the Windows encoding (Windows-1252); the first such letter "
        'is "\u00e9". Open it in the editor and save it as UTF-8.',
    ),
    "a space that does not break before a key": (
        PASSING.replace("    lead", "  \u00a0 lead").encode(),
        "10:3: error HS002 invisible-character: This line is indented with a space that does not break, as comes with "
        "text pasted from Word. Delete it and type ordinary spaces.",
    ),
    "a line separator": (
        PASSING.replace("Caf\u00e9 for", "Caf\u00e9\u2028for").encode(),
        "9:17: error HS002 invisible-character: An invisible line separator (U+2028) stands here, as often comes with "
        "text pasted from elsewhere. Delete it and type a space or a new line.",
    ),
    "a sign that nobody can see": (
        PASSING.replace("adopted: 2013-04-01", "adopted: 2013-04-01\u200b").encode(),
        '5:10: error HS015 odd-character: "2013-04-01\u200b" has a sign that nobody can see (U+200B) in it, as comes '
        "with text pasted from Word. Write 2013-04-01.",
    ),
    "a tab": (
        PASSING.replace("    lead", "\tlead").encode(),
        "10:1: error HS003 tab: This line is indented with a tab. Use spaces, two for each step in.",
    ),
    "one line of Windows": (
        PASSING.replace("adopted: 2013-04-01\n", "adopted: 2013-04-01\r\n").encode(),
        "5:1: note HS014 mixed-line-endings: 1 of 11 lines ends in the Windows way, this first. Save the file with one "
        "kind of line ending.",
    ),
    "two lines that are not of Windows": (
        CRLF.replace("\r\n", "\n", 2).encode(),
        "1:1: note HS014 mixed-line-endings: 2 of 11 lines end in the other way, this first. Save the file with one "
        "kind of line ending.",
    ),
}


def lines(build: Build, data: bytes) -> list[str]:
    folder = build({"example-2013.yaml": data})
    path = str(folder / "example-2013.yaml")
    report = lint(Workspace.load([path], Config(), str(folder)), date(2013, 6, 30))
    return [line(each, Style()).removeprefix(f"{path}:") for each in report.findings]


@pytest.mark.parametrize("case", FAILING)
def test_it_is_told_in_these_words(build: Build, case: str) -> None:
    data, told = FAILING[case]
    assert lines(build, data) == [told]


@pytest.mark.parametrize("text", [PASSING, CRLF, "\ufeff" + PASSING])
def test_what_is_sound_is_not_told_of(build: Build, text: str) -> None:
    assert lines(build, text.encode()) == []
