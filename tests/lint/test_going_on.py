"""What becomes of actions that were carried over: carried again and again, or changed in the old plan after that."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hsplan.lint import Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

RULES = Selection(("HS512", "HS513"))
AS_AT = date(2016, 1, 1)


def plan(plan_id: str, *actions: str, follows: str = "", more: str = "") -> str:
    year = int(plan_id[-4:])
    head = f'hsplan: 1\nid: {plan_id}\ntitle: "A plan"\nperiod: {{from: {year}-04-01, to: {year + 5}-03-31}}\n'
    head += f"follows: {follows}\n" if follows else ""
    lines = [f'  "{number}": {{title: "Action {number}", {action}}}\n' for number, action in enumerate(actions, 1)]
    return head + more + "actions:\n" + "".join(lines)


def entry(day: str, status: str, *more: str) -> str:
    return "{" + ", ".join((f"date: {day}", f"status: {status}", *more)) + "}"


def carried(day: str, into: str, *before: str) -> str:
    return f"progress: [{', '.join((*before, entry(day, 'carried over', f'into: [{into}]')))}]"


def findings(folder: Path, *paths: str) -> list[str]:
    named = [str(folder / path) for path in paths] or [str(folder)]
    workspace = Workspace.load(named, Config(plans=("*.yaml",), path="x"), str(folder))
    return [
        f"{Path(each.place.path).name}:{each.place.line}:{each.place.column} {each.name} {each.message} {each.help}"
        for each in lint(workspace, AS_AT, RULES).findings
    ]


def three(first: str, second: str, third: str) -> dict[str, str | bytes]:
    return {
        "a-2005.yaml": plan("a-2005", first),
        "b-2010.yaml": plan("b-2010", second, follows="a-2005"),
        "c-2015.yaml": plan("c-2015", third, follows="b-2010"),
    }


FIRST, SECOND = carried("2010-03-31", "b-2010/1"), carried("2015-03-31", "c-2015/1")
TOLD = [
    'c-2015.yaml:7:3 carried-without-progress Action 1 "Action 1" has been carried over twice, from a-2005/1 and '
    "b-2010/1, without any progress. Report what has been done, say what stands in the way, or withdraw it."
]


@pytest.mark.parametrize(
    ("first", "second", "third", "found"),
    [
        (FIRST, SECOND, "lead: City", TOLD),
        (carried("2010-03-31", "b-2010/1", entry("2007-01-01", "not started", "note: x")), SECOND, "lead: City", TOLD),
        (FIRST, SECOND, f"progress: [{entry('2015-06-30', 'no change')}]", TOLD),
        (FIRST, SECOND, f"progress: [{entry('2016-06-30', 'in progress')}]", TOLD),
        (FIRST, SECOND, f"progress: [{entry('2015-06-30', 'in progress')}]", []),
        (FIRST, SECOND, "progress: [{date: 2015-06-30, note: The landlord is away}]", []),
        (FIRST, SECOND, f"progress: [{entry('2015-06-30', 'withdrawn', 'decided: 2015-06-30')}]", []),
        (carried("2010-03-31", "b-2010/1", entry("2007-01-01", "in progress")), SECOND, "lead: City", []),
        (FIRST, carried("2015-03-31", "c-2015/1", "{date: 2012-01-01, note: A draft}"), "lead: City", []),
        (FIRST, "progress: [{date: 2015-03-31, status: superseded, decided: 2015-03-31, into: [c-2015/1]}]", "", []),
        ("lead: City", SECOND, "lead: City", []),
    ],
)
def test_carried_twice_without_progress(build: Build, first: str, second: str, third: str, found: list[str]) -> None:
    folder = build(three(first, second, third or "lead: City"))
    assert findings(folder) == found
    assert findings(folder, "c-2015.yaml") == found


def test_carried_three_times_and_by_the_new_plans_word_only(build: Build) -> None:
    files = three("lead: City", SECOND, carried("2016-01-01", "d-2016/1"))
    files["b-2010.yaml"] = plan("b-2010", SECOND[:-1] + "], carried_from: [a-2005/1]", follows="a-2005")
    files["b-2010.yaml"] = str(files["b-2010.yaml"]).replace("]]", "]")
    files["d-2016.yaml"] = plan("d-2016", "carried_from: [c-2015/1]")
    assert findings(build(files), "d-2016.yaml") == [
        'd-2016.yaml:6:3 carried-without-progress Action 1 "Action 1" has been carried over twice, from b-2010/1 and '
        "c-2015/1, without any progress. Report what has been done, say what stands in the way, or withdraw it."
    ]
    files["a-2005.yaml"] = plan("a-2005", FIRST)
    assert "has been carried over 3 times, from a-2005/1 and b-2010/1 and c-2015/1, w" in findings(build(files))[0]


def test_where_two_became_one_and_one_of_them_moved(build: Build) -> None:
    files = three(FIRST, SECOND, "lead: City")
    files["b-2010.yaml"] = plan("b-2010", SECOND, carried("2015-03-31", "c-2015/1"), follows="a-2005")
    assert findings(build(files)) == TOLD
    moved = carried("2015-03-31", "c-2015/1", entry("2013-01-01", "in progress"))
    files["b-2010.yaml"] = plan("b-2010", SECOND, moved, follows="a-2005")
    assert findings(build(files)) == []


def test_a_circle_ends(build: Build) -> None:
    files = {
        "a-2005.yaml": plan("a-2005", carried("2010-03-31", "b-2010/1"), "carried_from: [b-2010/1]", follows="b-2010"),
        "b-2010.yaml": plan("b-2010", carried("2010-03-31", "a-2005/1"), carried("2010-03-31", "a-2005/2")),
    }
    files["b-2010.yaml"] = files["b-2010.yaml"].replace("actions:", "follows: a-2005\nactions:")
    assert len(findings(build({**files}))) < 3


CARRIED = "date: 2015-03-31, status: carried over, into: [c-2015/1]"


@pytest.mark.parametrize(
    ("action", "where", "day"),
    [
        (f"progress: [{{{CARRIED}}}, {{date: 2015-05-31, note: Signed}}]", "2015-05-31", "31 May 2015"),
        (f"progress: [{{{CARRIED}}}, {entry('2015-05-31', 'achieved')}]", "2015-05-31", "31 May 2015"),
        (f"progress: [{{{CARRIED}}}], done: 2015-05", "2015-05", "1 May 2015"),
        (
            f"date_changes: [{{date: 2015-03-01, decided: 2015-06-01, due: 2017-05-31}}], progress: [{{{CARRIED}}}]",
            "{date: 2015-03-01",
            "1 June 2015",
        ),
        (f"progress: [{{{CARRIED}}}, {{date: 2015-03-31, note: Signed}}]", "", ""),
        (f"progress: [{{date: 2015-02-28, note: Signed}}, {{{CARRIED}}}], done: 2015-02", "", ""),
        (f"progress: [{{{CARRIED}}}, {entry('2016-05-31', 'achieved')}]", "", ""),  # after the day asked for
        (f"progress: [{{{CARRIED}}}, {entry('2015-05-31', 'in progress')}]", "", ""),  # reopened-silently says it
        (f"each: [A, B], progress: [{{{CARRIED}, by: A}}, {{date: 2015-05-31, by: B, note: x}}]", "", ""),
        (
            f"each: [A, B], progress: [{{{CARRIED}, by: A}}, {{date: 2015-05-31, by: A, note: x}}]",
            "2015-05-31",
            "31 May 2015",
        ),
        (f"progress: [{{{CARRIED}}}, {entry('2015-05-31', 'superseded', 'into: [c-2015/2]')}]", "", ""),
    ],
)
def test_changed_after_it_was_carried(build: Build, action: str, where: str, day: str) -> None:
    folder = build({"b-2010.yaml": plan("b-2010", action), "c-2015.yaml": plan("c-2015", "lead: City", "lead: City")})
    column = len('  "1": {title: "Action 1", ') + action.index(where) + 1
    told = (
        f'b-2010.yaml:6:{column} changed-after-carry Action 1 "Action 1" was carried over into c-2015/1 on 31 March '
        f"2015, and something dated {day} was entered here after that. Move it to c-2015/1."
    )
    assert findings(folder) == ([told] if day else [])
