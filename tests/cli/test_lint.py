"""`hsplan lint` from the outside: formats, exit codes, bad input."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Build, Run

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
owners:
  Housing Team: {kind: team}
actions:
  "1":
    title: "An action, 100% done: or not"
    lead: Housing Taem
    timescale: February 2013
  "2":
    title: "Agree another"
    lead: Housing Team
    timescale: September 2013
"""
GOOD = PLAN.replace("Taem", "Team").replace("February", "December")


def test_a_plan_with_nothing_wrong(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": GOOD})
    result = hsplan("lint", "example-2013.yaml", "--as-at", "2013-06-30", cwd=folder)
    assert result == (0, "Nothing found in 1 plan (2 actions) as at 2013-06-30.\n", "")


def test_text(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN})
    result = hsplan("lint", "example-2013.yaml", "--as-at", "2013-06-30", "--format", "text", cwd=folder)
    assert result.code == 1
    assert result.out == (
        'example-2013.yaml:11:11: error HS203 owner-unknown: Action 1 "An action, 100% done: or not": "Housing Taem" '
        'is not in the owners list. Did you mean "Housing Team"?\n'
        "   11 |     lead: Housing Taem\n"
        "      |           ^^^^^^^^^^^^\n\n"
        'example-2013.yaml:12:16: warning HS310 due-before-plan: Action 1 "An action, 100% done: or not" is due 28 '
        "February 2013, before the plan begins on 1 April 2013. Write the date it is now due, or take it out.\n"
        "   12 |     timescale: February 2013\n"
        "      |                ^^^^^^^^^^^^^\n\n"
        '1 error and 1 warning in 1 plan (2 actions) as at 2013-06-30. "hsplan rule HS203" explains a finding.\n'
    )


def test_json(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN})
    result = hsplan("lint", "example-2013.yaml", "--as-at", "2013-06-30", "--format", "json", cwd=folder)
    content = json.loads(result.out)
    assert (content["schema"], content["as_at"]) == (1, "2013-06-30")
    assert content["summary"] == {
        "plans": 1,
        "actions": 2,
        "errors": 1,
        "warnings": 1,
        "notes": 0,
        "accepted": 0,
        "known": 0,
    }
    assert content["findings"][0] == {
        "rule": "HS203",
        "name": "owner-unknown",
        "severity": "error",
        "message": 'Action 1 "An action, 100% done: or not": "Housing Taem" is not in the owners list.',
        "help": 'Did you mean "Housing Team"?',
        "path": "example-2013.yaml",
        "line": 11,
        "column": 11,
        "end_line": 11,
        "end_column": 23,
        "plan": "example-2013",
        "action": "1",
    }


def test_github_gives_the_worst_first_and_escapes(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN})
    result = hsplan("lint", "example-2013.yaml", "--as-at", "2013-06-30", "--format", "github", cwd=folder)
    lines = result.out.splitlines()
    assert lines[0] == (
        "::error file=example-2013.yaml,line=11,endLine=11,col=11,title=HS203 owner-unknown::"
        'Action 1 "An action, 100%25 done: or not": "Housing Taem" is not in the owners list. '
        'Did you mean "Housing Team"?'
    )
    assert lines[1].startswith("::warning file=example-2013.yaml,line=12,")


@pytest.mark.parametrize(
    ("options", "code", "rules"),
    [
        (["--fail-on", "never"], 0, ["HS203", "HS310"]),
        (["--select", "HS3"], 0, ["HS310"]),
        (["--select", "HS3", "--fail-on", "warning"], 1, ["HS310"]),
        (["--ignore", "owner-unknown"], 0, ["HS310"]),
        (["--ignore", "hs2,due-before-plan"], 0, ["HS401"]),
        (["--ignore", "hs2,due-before-plan,overdue"], 0, []),
    ],
)
def test_selection_and_threshold(hsplan: Run, build: Build, options: list[str], code: int, rules: list[str]) -> None:
    folder = build({"example-2013.yaml": PLAN})
    result = hsplan("lint", ".", "--as-at", "2013-06-30", "--format", "json", *options, cwd=folder)
    assert result.code == code
    assert [finding["rule"] for finding in json.loads(result.out)["findings"]] == rules


def test_configuration_sets_severity_and_what_fails(hsplan: Run, build: Build) -> None:
    levels = 'HS203 = "note", due-before-plan = "off", overdue = "note"'
    settings = f'plans = ["*.yaml"]\n[lint]\nfail-on = "warning"\nseverity = {{{levels}}}\n'
    folder = build({"example-2013.yaml": PLAN, "hsplan.toml": settings})
    result = hsplan("lint", "--as-at", "2013-06-30", "--format", "concise", cwd=folder)
    assert result.code == 0
    assert "note HS203" in result.out
    assert "HS310" not in result.out


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ('HS2 = "note"', "note"),
        ('HS20 = "note", HS2 = "off"', "note"),
        ('HS2 = "off", HS20 = "note"', "note"),
        ('HS203 = "note", HS20 = "off"', "note"),
        ('owner-unknown = "note", HS20 = "off"', "note"),
        ('hs20 = "off"', ""),
        ('HS21 = "off"', "error"),
    ],
)
def test_the_most_exact_word_sets_the_severity(hsplan: Run, build: Build, levels: str, found: str) -> None:
    settings = f'plans = ["*.yaml"]\n[lint]\nseverity = {{{levels}}}\n'
    folder = build({"example-2013.yaml": PLAN, "hsplan.toml": settings})
    result = hsplan("lint", "--as-at", "2013-06-30", "--select", "HS203", "--format", "json", cwd=folder)
    assert [each["severity"] for each in json.loads(result.out)["findings"]] == ([found] if found else [])


def test_colour_only_when_asked_for_or_on_a_terminal(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN})
    assert "\x1b[" not in hsplan("lint", ".", cwd=folder).out
    assert "\x1b[31m" in hsplan("lint", ".", "--color", "always", cwd=folder).out


def test_output_goes_to_a_file_whole(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN})
    result = hsplan("lint", ".", "--output", "found.txt", cwd=folder)
    assert result.out == ""
    assert "HS203" in (folder / "found.txt").read_text()
    assert sorted(path.name for path in folder.iterdir()) == ["example-2013.yaml", "found.txt"]


BAD_USAGE = [
    (["nope.yaml"], "Error: nope.yaml: there is no such file or folder."),
    (["example.yaml"], 'Error: example.yaml: there is no such file or folder. Did you mean "example-2013.yaml"?'),
    (["empty"], "Error: empty: there are no plans (.yaml files) in this folder."),
    (
        ["example-2013.yaml", "--as-at", "2013-02-30"],
        'Error: --as-at: "2013-02-30" is not a day of the calendar. Write it as YYYY-MM-DD, 2026-03-31.',
    ),
    (
        ["example-2013.yaml", "--format", "jsn"],
        'Error: --format: "jsn" is none of text, concise, json, github, gitlab, sarif, junit, azure, markdown. '
        'Did you mean "json"?',
    ),
    (
        ["example-2013.yaml", "--select", "lead-mising"],
        'Error: "lead-mising" is not a rule. Did you mean "lead-missing"?',
    ),
    (
        ["example-2013.yaml", "--fail-on", "errors"],
        'Error: --fail-on: "errors" is none of error, warning, note, never. Did you mean "error"?',
    ),
    (
        ["example-2013.yaml", "--output", "nowhere/found.txt"],
        'Error: nowhere/found.txt: cannot be written (No such file or directory). There is no folder "nowhere".',
    ),
    (["example-2013.yaml", "--output", "empty"], "Error: empty: is a folder. Name a file to write to."),
    (
        ["example-2013.yaml", "--report", "sarif"],
        'Error: --report: "sarif" is not a format and a file. Write it as sarif=lint.sarif.',
    ),
    (
        ["example-2013.yaml", "--report", "serif=a"],
        'Error: --report: "serif" is none of text, concise, json, github, gitlab, sarif, junit, azure, markdown. '
        'Did you mean "sarif"?',
    ),
    (
        ["example-2013.yaml", "--report", "sarif=a", "--report", "junit=./a"],
        "Error: ./a: two results cannot go to one file.",
    ),
    (
        ["example-2013.yaml", "--report", "sarif=a", "--output", "a"],
        "Error: a: two results cannot go to one file.",
    ),
    (
        ["example-2013.yaml", "--report", "sarif=-"],
        'Error: "-" is no file. Name a file; without --output the result is printed.',
    ),
    (
        ["example-2013.yaml", "--statistics", "--format", "sarif"],
        "Error: --statistics goes with --format text or json.",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), BAD_USAGE)
def test_bad_usage_is_one_line_and_two(hsplan: Run, build: Build, arguments: list[str], message: str) -> None:
    folder = build({"example-2013.yaml": PLAN, "empty/readme.txt": "nothing"})
    assert hsplan("lint", *arguments, cwd=folder) == (2, "", message + "\n")


BAD_SETTINGS = [
    ("plan = 1\n", 'Error: {path}: "plan" is not a setting. Did you mean "plans"?'),
    ("plans = 1\n", 'Error: {path}: "plans" must be a list of texts.'),
    ("lint = 1\n", 'Error: {path}: "lint" is a section: write it as [lint].'),
    ("[lint]\nfail-on = 'bad'\n", 'Error: {path}: "lint.fail-on" must be one of "error", "warning", "note", "never".'),
    ("[monitor]\nred = -1\n", 'Error: {path}: "monitor.red" must be a number of days up to 3650 (ten years).'),
    (
        "[monitor]\ndue-soon = 3651\n",
        'Error: {path}: "monitor.due-soon" must be a number of days up to 3650 (ten years).',
    ),
    ("[monitor]\ntolerance = 101\n", 'Error: {path}: "monitor.tolerance" must be a number of percent up to 100.'),
    (
        "[monitor]\namber = 40\n",
        'Error: {path}: "monitor.amber" (40 days late) comes after "monitor.red" (31). Set them so that an action is '
        "amber before it is red.",
    ),
    (
        "owners = 'who.yaml'\n",
        'Error: {path}: "owners" names who.yaml, and there is no such file. Write the path from the folder of this '
        "file.",
    ),
    ("[lint]\nseverity = 'off'\n", 'Error: {path}: "lint.severity" is a section: write it as [lint.severity].'),
    ("[lint]\nignore = ['nope']\n", 'Error: {path}: "nope" is not a rule. Did you mean "no-update"?'),
    ("[lint]\nselect = 'lead-mising'\n", 'Error: {path}: "lead-mising" is not a rule. Did you mean "lead-missing"?'),
    (
        "[diff]\nlevels = 'x'\n",
        "Error: {path}: \"diff.levels\" must be kinds of changes with levels, as in {{ renumbered = 'weakened' }}.",
    ),
    (
        "[lint.severity]\nHS201 = 'x'\n",
        'Error: {path}: "lint.severity.HS201" must be one of "error", "warning", "note", "off".',
    ),
    (
        "[lint.severity]\nlead-mising = 'off'\n",
        'Error: {path}: "lead-mising" is not a rule. Did you mean "lead-missing"?',
    ),
]


@pytest.mark.parametrize(("settings", "message"), BAD_SETTINGS)
def test_bad_configuration(hsplan: Run, build: Build, settings: str, message: str) -> None:
    folder = build({"plans/example-2013.yaml": PLAN, "hsplan.toml": settings})
    result = hsplan("lint", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert result.err == message.format(path=folder / "hsplan.toml") + "\n"


def test_a_bad_file_is_a_finding_and_the_others_are_checked(hsplan: Run, build: Build) -> None:
    folder = build({"a.yaml": b"\xff\xfeh\x00", "example-2013.yaml": PLAN, "z.yaml": ""})
    result = hsplan("lint", ".", "--format", "concise", "--as-at", "2013-06-30", cwd=folder)
    assert result.code == 1
    assert [line.split(" ")[2] for line in result.out.splitlines()[:-1]] == [
        "HS001",
        "HS203",
        "HS310",
        "HS011",
    ]


def test_unused_owners_of_the_list_are_told_only_when_every_plan_was_read(hsplan: Run, build: Build) -> None:
    owners = "owners:\n  Housing Team: {kind: team}\n  Rent Team: {kind: team}\n"
    plan = GOOD.replace("owners:\n  Housing Team: {kind: team}\n", "")
    other = plan.replace("example-2013", "other-2013")
    folder = build({"example-2013.yaml": plan, "other-2013.yaml": other, "owners.yaml": owners})
    assert "HS205" in hsplan("lint", ".", cwd=folder).out
    assert "HS205" not in hsplan("lint", "example-2013.yaml", cwd=folder).out
    (folder / "other-2013.yaml").write_text("\t")
    assert "HS205" not in hsplan("lint", ".", cwd=folder).out


def test_an_acceptance_is_unused_only_as_at_today(hsplan: Run, build: Build) -> None:
    accepted = "accepted:\n  - {rule: due-after-plan, reason: x}\n"
    folder = build({"example-2013.yaml": GOOD + accepted})
    assert "HS091" in hsplan("lint", "example-2013.yaml", cwd=folder).out
    assert "HS091" not in hsplan("lint", "example-2013.yaml", "--as-at", "2013-06-30", cwd=folder).out


def test_a_named_file_may_refer_to_its_siblings(hsplan: Run, build: Build) -> None:
    progress = "    progress:\n      - {date: 2018-03-31, status: carried over, into: [other-2013/2]}\n"
    folder = build(
        {"example-2013.yaml": GOOD + progress, "other-2013.yaml": GOOD.replace("example-2013", "other-2013")}
    )
    assert hsplan("lint", "example-2013.yaml", "--select", "HS5", cwd=folder).code == 0
    (folder / "other-2013.yaml").unlink()
    assert hsplan("lint", "example-2013.yaml", "--select", "HS5", cwd=folder).code == 1


def test_several_reports_at_once(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN})
    day = ("lint", ".", "--as-at", "2013-06-30", "--color", "always")
    result = hsplan(*day, "--report", "sarif=a.sarif", "--report", "junit=b.xml", "--report", "text=c.txt", cwd=folder)
    assert result.err == "Written: a.sarif\nWritten: b.xml\nWritten: c.txt\n"
    assert "HS203" in result.out
    for name, path in (("sarif", "a.sarif"), ("junit", "b.xml"), ("text", "c.txt")):
        alone = hsplan(*day[:-1], "never", "--format", name, cwd=folder).out
        assert (folder / path).read_text(encoding="utf-8") == alone


def test_several_reports_are_written_all_or_none(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": PLAN, "a.sarif": "before"})
    result = hsplan("lint", ".", "--report", "sarif=a.sarif", "--report", "junit=nowhere/b.xml", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert (folder / "a.sarif").read_text() == "before"
    assert sorted(path.name for path in folder.iterdir()) == ["a.sarif", "example-2013.yaml"]


def test_the_job_of_github_gets_a_summary(hsplan: Run, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build({"example-2013.yaml": PLAN, "summary.md": "# before\n"})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    day = ("lint", ".", "--as-at", "2013-06-30")
    hsplan(*day, "--format", "text", cwd=folder)
    assert (folder / "summary.md").read_text(encoding="utf-8") == "# before\n"
    table = hsplan(*day, "--format", "markdown", cwd=folder).out
    hsplan(*day, "--format", "github", cwd=folder)
    assert (folder / "summary.md").read_text(encoding="utf-8") == "# before\n" + table


def test_a_summary_that_cannot_be_written_stops_nothing(
    hsplan: Run, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = build({"example-2013.yaml": GOOD})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    result = hsplan("lint", ".", "--format", "github", "--as-at", "2013-06-30", "--fail-on", "error", cwd=folder)
    assert result.code == 0
    assert result.err.startswith("Warning: nowhere/summary.md: cannot be written")
