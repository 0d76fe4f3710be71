"""How much `hsplan lint` shows: `--level`, and the errors once more where they would drown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Build, Run

HEAD = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
owners:
  Housing Team: {kind: team}
actions:
"""
ON = ("lint", "--as-at", "2013-06-30", "--select", "HS201,HS121,HS021")
ERROR = (
    'example-2013.yaml:{line}:5: error HS021 unknown-key: Action A "Agree a protocol": "resorces" is not a key of '
    'an action. Did you mean "resources"? resources: What it takes, in words.'
)
# What stands under a key that the format does not know may be internal, so a log shows dots.
SNIPPET = "\n   {line} |     resorces: ····· ····\n      |     ^^^^^^^^\n"
LAST = 'in 1 plan ({actions} actions) as at 2013-06-30{rest}. "hsplan rule {rule}" explains a finding.\n'


def plan(warnings: int, errors: int = 1) -> str:
    """Actions without a lead, one of them with a long title; then those with an error."""
    titles = ["Agree a protocol on " + "rent arrears and " * 6 + "evictions"] + [
        f"Step {each}" for each in range(warnings)
    ]
    actions = [f'  "{number}": {{title: "{title}"}}\n' for number, title in enumerate(titles[:warnings])]
    slip = '    title: "Agree a protocol"\n    resorces: Staff time\n'
    return (
        HEAD + "".join(actions) + "".join(f"  {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[each]}:\n{slip}" for each in range(errors))
    )


def found(hsplan: Run, folder: Path, *options: str) -> tuple[int, str]:
    result = hsplan(*ON, *options, cwd=folder)
    return result.code, result.out


def test_only_errors_are_shown_and_the_rest_is_counted(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": plan(3)})
    error = ERROR.format(line=14)
    last = "1 error " + LAST.format(actions=4, rest="; 4 warnings and 1 note not shown", rule="HS021")
    assert found(hsplan, folder, "--level", "error") == (1, f"{error}{SNIPPET.format(line=14)}\n{last}")
    assert found(hsplan, folder, "--level", "error", "--format", "concise") == (1, f"{error}\n{last}")
    assert found(hsplan, folder, "--level", "error", "--format", "concise", "-q") == (1, f"{error}\n")
    assert found(hsplan, folder, "--level", "note") == found(hsplan, folder)
    out = found(hsplan, folder, "--level", "warning")[1]
    assert (out.count(": warning "), out.count(": note "), out.count("; 1 note not shown")) == (4, 0, 1)


def test_nothing_so_grave(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": plan(3, errors=0)})
    checked = "in 1 plan (3 actions) as at 2013-06-30"
    assert found(hsplan, folder, "--level", "error") == (
        0,
        f"No error {checked}; 3 warnings and 1 note not shown.\n",
    )
    assert found(hsplan, folder, "--level", "warning", "--ignore", "HS201")[1] == (
        f"No error or warning {checked}; 1 note not shown.\n"
    )
    assert found(hsplan, folder, "--level", "error", "-q") == (0, "")


def test_what_fails_the_run_is_always_shown(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": plan(3, errors=0)})
    code, out = found(hsplan, folder, "--level", "error", "--fail-on", "warning")
    assert (code, out.count(": warning "), out.count("; 1 note not shown")) == (1, 3, 1)
    assert found(hsplan, folder, "--level", "error", "--fail-on", "never")[1].count(": warning ") == 0


def test_it_holds_for_files_and_counts_too(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": plan(3)})
    options = ("--level", "error", "--report", "json=a.json", "--report", "sarif=a.sarif", "--report", "gitlab=a.gl")
    assert found(hsplan, folder, *options)[0] == 1
    written = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    assert [each["rule"] for each in written["findings"]] == ["HS021"]
    assert (written["summary"]["errors"], written["summary"]["warnings"], written["summary"]["notes"]) == (1, 4, 1)
    assert len(json.loads((folder / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 1
    assert len(json.loads((folder / "a.gl").read_text(encoding="utf-8"))) == 1
    counts = found(hsplan, folder, "--level", "error", "--statistics")[1].splitlines()
    assert [line.split()[-2] for line in counts[1:-1]] == ["HS021"]
    assert counts[-1].startswith("1 error in 1 plan (4 actions) as at 2013-06-30; 4 warnings and 1 note not shown.")


def test_known_findings_are_left_out_first(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": plan(3)})
    assert hsplan(*ON, "--write-known", "--ignore", "HS121", cwd=folder).code == 0
    assert found(hsplan, folder, "--level", "error") == (
        0,
        "No error or warning in 1 plan (4 actions) as at 2013-06-30; 1 note not shown; 5 known findings not shown.\n",
    )


def test_a_word_that_is_none(hsplan: Run, build: Build) -> None:
    result = hsplan(*ON, "--level", "errors", cwd=build({"example-2013.yaml": plan(1)}))
    assert (result.code, result.out) == (2, "")
    assert result.err == 'Error: --level: "errors" is none of error, warning, note. Did you mean "error"?\n'


BLOCKS = "\nWhat blocks the commit: "


def test_errors_that_would_drown_stand_once_more_at_the_end(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": plan(20)})
    code, out = found(hsplan, folder)
    error = ERROR.format(line=31)
    last = "1 error, 21 warnings and 1 note " + LAST.format(actions=21, rest="", rule="HS021")
    assert code == 1
    assert out.endswith(f"{BLOCKS}1 error\n{error}\n\n{last}")
    assert out.count(error) == 2
    for options in (
        ("-q",),
        ("--format", "concise"),
        ("--level", "error"),
        ("--fail-on", "never"),
        ("--format", "github"),
    ):
        assert BLOCKS not in found(hsplan, folder, *options)[1], options
    few = build({"example-2013.yaml": plan(18)})
    assert BLOCKS not in found(hsplan, few)[1], "20 others fit on a screen"
    assert BLOCKS not in found(hsplan, build({"example-2013.yaml": plan(30, errors=0)}))[1]


def test_not_all_of_many_errors_are_repeated(hsplan: Run, build: Build) -> None:
    out = found(hsplan, build({"example-2013.yaml": plan(1, errors=23)}))[1]
    assert f"{BLOCKS}23 errors\n" in out
    tail = out[out.index(BLOCKS) :].splitlines()
    assert (len(tail), tail[-3]) == (1 + 1 + 20 + 1 + 2, "and 3 more above.")


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "junit", "azure", "markdown"])
def test_machines_are_told_once(hsplan: Run, build: Build, name: str) -> None:
    out = found(hsplan, build({"example-2013.yaml": plan(25)}), "--format", name)[1]
    assert "blocks the commit" not in out
