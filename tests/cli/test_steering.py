"""Whatever stands in a plan, what is printed steers no terminal and no program that reads it line by line."""

from __future__ import annotations

import unicodedata

import pytest

from tests.conftest import Build, Run

PLAN = r"""hsplan: 1
id: example-2013
title: "An \e[2Jexample \u202Ehidden"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
columns: {x-odd: {title: "Odd\e[31m"}}
owners:
  "Team\n::set-env::x": {kind: team}
actions:
  a1:
    title: "D\e[2Jo it\n::error::x\n##vso[task.setvariable variable=x]y\u009b31m\u202E"
    lead: "Nobody\n::set-env::x"
    timescale: "June 2014\n::error::x"
    x-odd: "Odd\e[2J\n::error::x"
    note: "A note\e]0;x\a\n::error::x"
    progress:
      - {date: 2014-01-01, status: in progress, note: "Begun\e[2J\n::error::x", by: "Team\n::set-env::x"}
"""
OTHER = PLAN.replace("June 2014", "June 2015").replace("Do it", "See to it").replace("Begun", "Under way")


def steers(text: str) -> list[str]:
    """The lines that steer something: a character that no screen shows, or a beginning that a runner obeys."""
    hidden = {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf") and sign not in "\n\u200b"}
    return [*map(repr, hidden), *(line for line in text.splitlines() if line.lstrip().startswith(("::", "##vso")))]


@pytest.mark.parametrize(
    "command",
    [
        *(f"lint --format {name}" for name in ("text", "concise", "markdown", "json", "sarif", "gitlab", "junit")),
        "list",
        "show example-2013/a1",
        "status",
        "returns --for 2013/14",
        "diff old.yaml example-2013.yaml",
        "diff old.yaml example-2013.yaml --format concise",
        "diff old.yaml example-2013.yaml --format markdown",
        "report example-2013.yaml --format markdown",
    ],
)
def test_a_plan_steers_nothing(hsplan: Run, build: Build, command: str) -> None:
    folder = build({"example-2013.yaml": PLAN, "old.yaml": OTHER})
    name, *rest = command.split()
    named = [] if name in ("show", "diff", "report") else ["example-2013.yaml"]
    day = [] if name == "diff" else ["--as-at", "2014-12-31"]
    result = hsplan(name, *rest, *named, *day, cwd=folder)
    assert result.out
    assert steers(result.out) == []
    assert steers(result.err) == []


@pytest.mark.parametrize("level", ["error", "warning", "notice"])
def test_only_commands_of_its_own_reach_a_runner(hsplan: Run, build: Build, level: str) -> None:
    folder = build({"example-2013.yaml": PLAN, "old.yaml": OTHER})
    for arguments in (
        ["lint", "--format", "github", "example-2013.yaml"],
        ["diff", "--format", "github", "old.yaml", "example-2013.yaml"],
    ):
        out = hsplan(*arguments, cwd=folder).out
        commands = [line for line in out.splitlines() if line.startswith(f"::{level}")]
        assert all(" file=" in line for line in commands)
        assert "\x1b" not in out


def test_what_was_typed_steers_nothing(hsplan: Run) -> None:
    assert steers(hsplan("timescale", "By \x1b[2Jx").out) == []
    assert steers(hsplan("list", "plans", "--owner", "\x1b[2Jx").err) == []
