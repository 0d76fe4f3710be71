"""What lint says of two plans that hand actions to each other, and that it reads no more plans than it must."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import hsplan.workspace.workspace as room
from hsplan.document import Document, read
from hsplan.lint import Report, Selection, lint
from hsplan.lint.known import Key, collect, part
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

RULES = Selection(("HS503", "HS504", "HS505"))


def plan(plan_id: str, *actions: str, period: bool = True) -> str:
    year = int(plan_id[-4:])
    span = f"period: {{from: {year}-04-01, to: {year + 5}-03-31}}\n" if period else ""
    lines = [f'  "{number}": {{title: "Action {number}", {action}}}\n' for number, action in enumerate(actions, 1)]
    return f'hsplan: 1\nid: {plan_id}\ntitle: "A plan"\n{span}actions:\n' + "".join(lines)


def into(*names: str) -> str:
    return f"progress: [{{date: 2010-03-31, status: carried over, into: [{', '.join(names)}]}}]"


def findings(folder: Path, *paths: str) -> list[str]:
    named = [str(folder / path) for path in paths] or [str(folder)]
    workspace = Workspace.load(named, Config(plans=("*.yaml",), path="x"), str(folder))
    found = lint(workspace, date(2012, 1, 1), RULES).findings
    return [f"{Path(each.place.path).name}:{each.place.line} {each.name} {each.message}" for each in found]


CIRCLE: dict[str, str | bytes] = {
    "a-2005.yaml": plan("a-2005", into("b-2010/1")),
    "b-2010.yaml": plan("b-2010", into("c-2015/1")),
    "c-2015.yaml": plan("c-2015", into("a-2005/1")),
}


def test_a_circle_is_told_once_where_it_turns_back(build: Build) -> None:
    assert findings(build(CIRCLE)) == [
        'c-2015.yaml:6 carry-cycle Action 1 "Action 1" is carried into itself: '
        "c-2015/1 > a-2005/1 > b-2010/1 > c-2015/1."
    ]


def test_a_circle_of_plans_without_a_period_is_told_in_each(build: Build) -> None:
    files = {
        "a-2005.yaml": plan("a-2005", into("b-2010/1"), period=False),
        "b-2010.yaml": plan("b-2010", into("a-2005/1")),
    }
    assert [found.split(" Action")[0] for found in findings(build({**files}))] == [
        "a-2005.yaml:5 carry-cycle",
        "b-2010.yaml:6 carry-cycle",
    ]


def test_two_circles_are_two_findings(build: Build) -> None:
    folder = build({"a-2005.yaml": plan("a-2005", into("a-2005/2"), into("a-2005/1"), into("a-2005/3"))})
    assert findings(folder) == [
        'a-2005.yaml:6 carry-cycle Action 1 "Action 1" is carried into itself: a-2005/1 > a-2005/2 > a-2005/1.',
        'a-2005.yaml:8 carry-cycle Action 3 "Action 3" is carried into itself: a-2005/3 > a-2005/3.',
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (into("b-2010/1"), "carried_from: [a-2005/1]", []),
        (into("b-2010/1"), 'carried_from: ["a-2005/?"]', []),
        (into("b-2010/1"), "lead: City", []),
        ("lead: City", "carried_from: [elsewhere-2000/1]", []),
        (
            "lead: City",
            "carried_from: [a-2005/1]",
            ["says that it comes from a-2005/1, but a-2005/1 does not say so."],
        ),
        (
            "lead: City",
            'carried_from: ["a-2005/?"]',
            ["says that it comes from a-2005/?, but no action of a-2005 says so."],
        ),
    ],
)
def test_two_sides(build: Build, old: str, new: str, found: list[str]) -> None:
    folder = build({"a-2005.yaml": plan("a-2005", old), "b-2010.yaml": plan("b-2010", new)})
    expected = [f'b-2010.yaml:6 carried-sides-disagree Action 1 "Action 1" {each}' for each in found]
    assert findings(folder) == expected
    assert findings(folder, "b-2010.yaml") == expected


def test_one_that_is_left_out(build: Build) -> None:
    files = {
        "a-2005.yaml": plan("a-2005", into("b-2010/1"), into("b-2010/1")),
        "b-2010.yaml": plan("b-2010", "carried_from: [a-2005/1]"),
    }
    assert findings(build({**files})) == [
        'b-2010.yaml:6 carried-sides-disagree Action 1 "Action 1": a-2005/2 says that it went on into this action, but '
        "carried_from: does not name it."
    ]


def test_what_the_old_plan_left_open_is_to_be_written_there(build: Build) -> None:
    """Another action names the new one too; what the question mark stands for is likelier than that both are wrong."""
    files = {
        "a-2005.yaml": plan("a-2005", into("b-2010/1", "b-2010/2"), into('"b-2010/?"')),
        "b-2010.yaml": plan("b-2010", "lead: City", "carried_from: [a-2005/2]"),
    }
    assert findings(build({**files})) == [
        'b-2010.yaml:7 carried-sides-disagree Action 2 "Action 2" says that it comes from a-2005/2, which names only '
        "b-2010/?."
    ]


def test_a_plan_without_an_action_is_told_once(build: Build) -> None:
    """Where the new plan says which of its actions it is, that one is proposed."""
    files: dict[str, str | bytes] = {
        "a-2005.yaml": plan("a-2005", into("b-2010")),
        "b-2010.yaml": plan("b-2010", "lead: City", "carried_from: [a-2005/1]"),
    }
    found = carrying(build(files))
    assert told(found) == [("into-dangling", "a-2005", "1")]
    assert [each.help for each in found.findings] == ['Write it as "b-2010/2".']


def test_backwards(build: Build) -> None:
    folder = build({"a-2005.yaml": plan("a-2005", "lead: City"), "b-2010.yaml": plan("b-2010", into("a-2005/1"))})
    assert findings(folder) == [
        'b-2010.yaml:6 carried-backwards Action 1 "Action 1" is carried into a-2005/1, whose plan begins earlier than '
        "this one."
    ]


def test_two_files_with_one_id_are_no_crash(build: Build) -> None:
    files = {"a-2005.yaml": plan("a-2005", into("b-2010/1")), "b-2010.yaml": plan("a-2005", "lead: City")}
    assert findings(build({**files})) == []


def test_a_plan_that_carries_nothing_reads_no_other(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []

    def counting(data: bytes, path: str) -> Document:
        names.append(Path(path).name)
        return read(data, path)

    files = {f"z{number}-2010.yaml": plan(f"z{number}-2010", "lead: City") for number in range(30)}
    folder = build({**CIRCLE, **files})
    monkeypatch.setattr(room, "read", counting)
    findings(folder, "z0-2010.yaml")
    assert names == ["z0-2010.yaml"]
    names.clear()
    findings(folder, "b-2010.yaml")
    assert names == ["b-2010.yaml", "c-2015.yaml"]


@pytest.mark.parametrize("line", ["follows: a-2011", ""])
def test_a_plan_that_is_not_here_is_mended_in_two_ways_and_is_never_this_one(build: Build, line: str) -> None:
    """Copied without the plans that it names, it is told how to say that they are kept elsewhere."""
    text = plan("a-2010", into("a-2011/1")).replace("id: a-2010\n", f"id: a-2010\n{line}\n")
    folder = build({"a-2010.yaml": text, "bc-2011.yaml": plan("bc-2011")})
    selection = Selection(("HS502", "HS506"))

    def found(outside: tuple[str, ...] = ()) -> list[tuple[str, str]]:
        config = Config(plans=("*.yaml",), path="x", outside=outside)
        workspace = Workspace.load([str(folder)], config, str(folder))
        return [(each.name, each.help) for each in lint(workspace, date(2012, 1, 1), selection).findings]

    names = [*(["follows-unknown"] if line else []), "into-dangling"]
    near = 'Did you mean "bc-2011"? If it is kept elsewhere, list it in hsplan.toml: outside = '
    assert found() == [(name, f'{near}["a-2011"].') for name in names]
    assert found(("z",)) == [(name, f'{near}["z", "a-2011"].') for name in names]
    assert found(("a-2011",)) == []
    (folder / "bc-2011.yaml").unlink()
    alone = "Correct the id, or add that plan's file. If it is kept elsewhere, list it in hsplan.toml: outside = "
    assert found() == [(name, f'{alone}["a-2011"].') for name in names]


SILENT = "progress: [{date: 2010-03-31, status: carried over}]"
CLAIMED: dict[str, str | bytes] = {
    "a-2005.yaml": plan("a-2005", SILENT),
    "b-2010.yaml": plan("b-2010", "carried_from: [a-2005/1]"),
}
OLD = ("into-missing", "a-2005", "1")
NEW = ("carried-sides-disagree", "b-2010", "1")


def carrying(
    folder: Path, *paths: str, ignore: tuple[str, ...] = (), severity: tuple[tuple[str, str], ...] = ()
) -> Report:
    """What the rules on carrying over find in two plans, or in those of the paths."""
    named = [str(folder / path) for path in paths] or [str(folder)]
    workspace = Workspace.load(named, Config(plans=("*.yaml",), path="x"), str(folder))
    return lint(workspace, date(2012, 1, 1), Selection(("HS50",), ignore, severity))


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(each.name, each.plan, each.action) for each in report.findings]


def test_what_the_old_plan_does_not_say_is_told_once_where_it_is_mended(build: Build) -> None:
    found = carrying(build(CLAIMED))
    assert told(found) == [OLD]
    assert [each.help for each in found.findings] == ["Add into: [b-2010/1], whose carried_from: names this action."]


def test_of_one_that_nobody_has_decided_it_is_told_once_too(build: Build) -> None:
    proposed: dict[str, str | bytes] = {
        **CLAIMED,
        "a-2005.yaml": plan("a-2005", SILENT.replace("carried over", "superseded")),
    }
    assert proposed != CLAIMED
    assert told(carrying(build(proposed))) == [NEW]
    assert told(carrying(build(proposed), ignore=("HS504",))) == [OLD]


@pytest.mark.parametrize(
    "away",
    [
        {"paths": ("b-2010.yaml",)},
        {"ignore": ("HS501",)},
        {"severity": (("HS501", "off"),)},
    ],
)
def test_what_the_old_plan_is_not_told_the_new_one_is(build: Build, away: dict[str, tuple[str, ...]]) -> None:
    paths = away.pop("paths", ())
    assert told(carrying(build(CLAIMED), *paths, **away)) == [NEW]  # type: ignore[arg-type]


def test_graver_things_are_not_left_out_for_lesser_ones(build: Build) -> None:
    assert told(carrying(build(CLAIMED), severity=(("HS501", "note"),))) == [OLD, NEW]
    assert told(carrying(build(CLAIMED), severity=(("HS504", "note"),))) == [OLD]


def test_what_the_old_plan_accepts_the_new_one_is_told(build: Build) -> None:
    accepted = SILENT + ', accepted: [{rule: HS501, reason: "The report says no more"}]'
    assert told(carrying(build({**CLAIMED, "a-2005.yaml": plan("a-2005", accepted)}))) == [NEW]


def test_what_the_old_plan_is_known_for_the_new_one_is_told(build: Build) -> None:
    found = carrying(build(CLAIMED))
    only_old = {Key("a-2005", "1", "into-missing"): 1}
    assert told(part(found, only_old, "hsplan-known.toml")) == [NEW]
    assert told(part(found, collect(found, {}), "hsplan-known.toml")) == []


def test_what_another_cause_may_have_is_told_beside_it(build: Build) -> None:
    """The old action is still open, no action of the old plan is known, or another one says that it went on here."""
    others = {
        "open": (plan("a-2005", "lead: City"), "carried_from: [a-2005/1]", [NEW]),
        "reopened": (
            plan("a-2005", SILENT.replace("]", ", {date: 2010-06-30, status: in progress}]")),
            "carried_from: [a-2005/1]",
            [OLD, NEW],
        ),
        "unknown": (plan("a-2005", SILENT), 'carried_from: ["a-2005/?"]', [OLD, NEW]),
        "another": (plan("a-2005", SILENT, into("b-2010/1")), "carried_from: [a-2005/1]", [OLD, NEW]),
    }
    for name, (old, new, found) in others.items():
        folder = build({"a-2005.yaml": old, "b-2010.yaml": plan("b-2010", new)})
        assert told(carrying(folder)) == found, name


def test_two_actions_of_one_plan_are_told_once_too(build: Build) -> None:
    text = plan("a-2005", SILENT.replace("carried over", "superseded, decided: 2010-03-31"), "carried_from: [a-2005/1]")
    assert told(carrying(build({"a-2005.yaml": text}))) == [OLD]
