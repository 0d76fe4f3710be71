"""The head of a report, what the configuration says of it, its implications and its background papers."""

from __future__ import annotations

import pytest

from hsplan.report import report_context
from tests.conftest import Build, Run
from tests.report.conftest import FromText

PLAN = """\
hsplan: 1
id: a
title: "A plan"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
source: "The plan as printed"
strategy: {title: "A strategy", published: {City: 2013-02, County: 2013-02-14}}
links: ["Local plan"]
meetings:
  - {date: 2013-12-01, body: Board, minutes: B/1}
  - {date: 2014-06-01, body: Board, minutes: B/9}
owners:
  City: {kind: organisation}
  County: {kind: organisation}
  Board: {kind: board}
actions:
  "1": {title: "Build homes", lead: City, timescale: June 2013, links: ["Local plan", "Asset plan"]}
"""
SETTINGS = """\
[report]
author = "Head of Housing <b>"
contact = "housing@example.org, 01234 567890"
wards = "All"
exempt = "paragraph 3 of Schedule 12A to the Local Government Act 1972"
"""
LINES = [
    "**Not for publication: paragraph 3 of Schedule 12A to the Local Government Act 1972**",
    "- Report by: Head of Housing &lt;b>",
    "- Wards: All",
    "- Public or exempt: exempt",
    "- Questions, or another format: housing@example.org, 01234 567890",
]


def report(hsplan: Run, folder: object, *more: str) -> str:
    result = hsplan("report", "plans/a.yaml", "--as-at", "2014-01-01", *more, cwd=folder)
    assert (result.code, result.err) == (0, "")
    return str(result.out)


def test_what_the_configuration_says_stands_in_the_head(hsplan: Run, build: Build) -> None:
    folder = build({"plans/a.yaml": PLAN, "hsplan.toml": SETTINGS})
    text = report(hsplan, folder, "--format", "md").splitlines()
    assert [line for line in LINES if line not in text] == []
    page = report(hsplan, folder)
    assert "<dt>Report by</dt><dd>Head of Housing &lt;b&gt;</dd>" in page
    assert "<dt>Public or exempt</dt><dd>Exempt</dd>" in page


def test_without_a_configuration_they_are_left_out(hsplan: Run, build: Build) -> None:
    text = report(hsplan, build({"plans/a.yaml": PLAN}), "--format", "md")
    assert "- Public or exempt: public\n" in text
    assert not any(word in text for word in ("Not for publication", "Report by", "Wards", "another format"))


def test_the_configuration_is_shown_and_checked(hsplan: Run, build: Build) -> None:
    folder = build({"plans/a.yaml": PLAN, "hsplan.toml": SETTINGS})
    shown = hsplan("config", cwd=folder).out
    assert "report.wards = All  (hsplan.toml)\n" in shown
    build({"hsplan.toml": '[report]\nauthr = "x"\n'})
    wrong = hsplan("config", cwd=folder)
    assert wrong.code == 2
    assert 'Did you mean "author"?' in wrong.err
    build({"hsplan.toml": "[report]\nauthor = 3\n"})
    assert '"report.author" must be a text.' in hsplan("config", cwd=folder).err


def test_background_papers(hsplan: Run, build: Build) -> None:
    text = report(hsplan, build({"plans/a.yaml": PLAN}), "--format", "md")
    assert [line.partition(" ")[2] for line in text.partition("Background papers\n")[2].splitlines()[:8] if line] == [
        "The action plan: The plan as printed.",
        "The strategy: A strategy, published February 2013 (City) and 14 February 2013 (County).",
        "Linked strategies and protocols: Local plan; Asset plan.",
        "Minutes: Board, 1 December 2013 (B/1).",
    ]


def test_no_background_papers_where_the_plan_names_none(from_text: FromText) -> None:
    made = report_context(from_text('actions:\n  "1": {title: "Build", timescale: May 2014}\n', "2014-01-01"))
    assert "background" not in [each.name for each in made.sections]


@pytest.mark.parametrize("format", ["html", "md"])
def test_implications_appear_only_where_a_council_fills_them(format: str, hsplan: Run, build: Build) -> None:
    folder = build({"plans/a.yaml": PLAN})
    assert "Implications" not in report(hsplan, folder, "--format", format)
    filled = {"html": "<h3>Finance</h3>\n<p>None for {{ report.plan }}.</p>\n", "md": "### Finance\n\nNone for a.\n"}
    build({f"council/parts/implications.{format}.j2": filled[format]})
    text = report(hsplan, folder, "--format", format, "--template", "council")
    assert "None for a." in text
    lines = text.splitlines()
    if format == "md":
        headings = [line for line in lines if line.startswith("## ")]
        assert [each.split(" ", 2)[2] for each in headings[-5:-2]] == [
            "Implications",
            "How the ratings are worked out",
            "Background papers",
        ]
        numbers = [int(each.split()[1]) for each in headings if each.split()[1].isdigit()]
        assert numbers == list(range(1, len(numbers) + 1))
    else:
        assert any('<a href="#implications">Implications</a>' in line for line in lines)
        assert any(line.startswith('<h2 id="implications">') for line in lines)
