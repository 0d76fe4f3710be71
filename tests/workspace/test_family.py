"""Which plans an action's whole life may touch, and that no others are read for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import hsplan.workspace.workspace as room
from hsplan.document import Document, read
from hsplan.workspace import Workspace, load_config
from hsplan.workspace.family import family
from hsplan.workspace.mentions import mentions
from tests.conftest import Build

HEAD = 'hsplan: 1\nid: {id}\ntitle: "A plan"\nperiod: {{from: {year}-04-01, to: {year}-12-31}}\n'
ONE = 'actions:\n  "1": {title: "One"}\n'
INTO = 'actions:\n  "1": {{title: "One", progress: [{{date: {day}, status: carried over, into: [{into}]}}]}}\n'
FROM = 'actions:\n  "1": {{title: "One", carried_from: [{name}]}}\n'


def plan(plan_id: str, rest: str = ONE) -> str:
    return HEAD.format(id=plan_id, year=plan_id[-4:]) + rest


def into(name: str, day: str = "2004-12-31") -> str:
    return INTO.format(day=day, into=name)


FILES: dict[str, str | bytes] = {
    "a-2001.yaml": plan("a-2001", into("b-2002/1")),
    "b-2002.yaml": plan("b-2002"),
    "c-2003.yaml": plan("c-2003", "follows: b-2002\n" + ONE),
    "d-2004.yaml": plan("d-2004", FROM.format(name="c-2003/1")),
    "e-2005.yaml": plan("e-2005", into("f-2006/1")),
    "f-2006.yaml": plan("f-2006", ONE + 'note: "Read with b-2002/1 and e-2005/1"\n'),
    **{f"z{number}-2009.yaml": plan(f"z{number}-2009") for number in range(20)},
}


def load(folder: Path) -> Workspace:
    config, root = load_config(str(folder))
    return Workspace.load([str(folder)], config, root)


REOPENED = into("b-2002/1").replace("/1]}]", "/1]}, {date: 2005-01-31, status: in progress}]")


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read as YAML."""
    names: list[str] = []

    def counting(data: bytes, path: str) -> Document:
        names.append(Path(path).name)
        return read(data, path)

    monkeypatch.setattr(room, "read", counting)
    return names


@pytest.mark.parametrize(
    ("start", "found"),
    [
        *[(name, ["a-2001", "b-2002", "c-2003", "d-2004"]) for name in ("a-2001", "b-2002", "c-2003", "d-2004")],
        ("e-2005", ["e-2005", "f-2006"]),
        ("f-2006", ["e-2005", "f-2006"]),
        ("z3-2009", ["z3-2009"]),
    ],
)
def test_family(build: Build, read_files: list[str], start: str, found: list[str]) -> None:
    workspace = load(build(FILES))
    loaded = workspace.sibling(start)
    assert loaded is not None
    assert [each.plan.id for each in family(workspace, loaded) if each.plan] == found
    looked_at = {name.removesuffix(".yaml") for name in read_files}
    assert looked_at <= {*found, "b-2002", "e-2005", "f-2006"}, "a note may make one more plan worth a look"
    assert len(read_files) == len(looked_at), "each is read once"


def test_a_plan_that_cannot_be_read_is_left_out(build: Build) -> None:
    workspace = load(build({**FILES, "b-2002.yaml": "\t"}))
    first, second = workspace.sibling("a-2001"), workspace.sibling("b-2002")
    assert first is not None
    assert second is not None
    assert [each.plan.id for each in family(workspace, first) if each.plan] == ["a-2001"]
    assert family(workspace, second) == [second]


def test_an_entry_that_no_longer_counts_still_connects(build: Build) -> None:
    workspace = load(build({"a-2001.yaml": plan("a-2001", REOPENED), "b-2002.yaml": plan("b-2002")}))
    loaded = workspace.sibling("b-2002")
    assert loaded is not None
    assert len(family(workspace, loaded)) == 2


def test_carried_into_is_as_at_a_date(build: Build) -> None:
    workspace = load(build(FILES))
    loaded = workspace.sibling("b-2002")
    assert loaded is not None
    assert loaded.plan is not None
    assert workspace.carried_into(loaded.plan) == {"1": ["a-2001/1"]}
    assert workspace.carried_into(loaded.plan, date(2004, 12, 30)) == {}


@pytest.mark.parametrize("read_before", [False, True])
@pytest.mark.parametrize(("as_at", "found"), [("2005-01-15", {"1": ["a-2001/1"]}), ("2005-01-31", {})])
def test_what_was_read_before_changes_nothing(
    build: Build, as_at: str, found: dict[str, list[str]], read_before: bool
) -> None:
    workspace = load(build({"a-2001.yaml": plan("a-2001", REOPENED), "b-2002.yaml": plan("b-2002")}))
    loaded = workspace.sibling("b-2002")
    assert loaded is not None
    assert loaded.plan is not None
    if read_before:
        workspace.sibling("a-2001")
    assert workspace.carried_into(loaded.plan, date.fromisoformat(as_at)) == found


def test_list_reads_no_plan_for_a_successor(build: Build, read_files: list[str]) -> None:
    workspace = load(build(FILES))
    loaded = workspace.sibling("b-2002")
    assert loaded is not None
    assert loaded.plan is not None
    workspace.carried_into(loaded.plan)
    assert read_files == ["b-2002.yaml", "a-2001.yaml", "f-2006.yaml"], "f-2006 speaks of b-2002 in a note"


def test_links_are_read_once(build: Build, read_files: list[str]) -> None:
    workspace = load(build(FILES))
    first, second = workspace.links("a-2001"), workspace.links("a-2001")
    assert first is second
    assert first is not None
    assert first.into == {"1": ("b-2002/1",)}
    assert workspace.links("nowhere-2001") is None
    assert read_files == ["a-2001.yaml"]


def test_mentions_are_told_from_bytes(build: Build) -> None:
    folder = build(
        {
            "a.yaml": "/into: [b/1,'c/?']\n / x",
            "b.yaml": "follows: 'a'\nid: b\n",
            "c.yaml": "carried_from:\n  - a/1\n# and/or 1/2 b\n",
            "d.yaml": b"\xff\xfe/\x00a",
        }
    )
    paths = {name: str(folder / f"{name}.yaml") for name in "abcd"}
    found = mentions({**paths, "gone": str(folder / "gone.yaml")})
    assert found == ({"a": ("c",), "b": ("a",), "c": ("a",)}, {"a": ("b",)})
