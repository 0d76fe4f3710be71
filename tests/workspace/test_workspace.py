"""Which files belong to a workspace, and what is read of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsplan.errors import HsplanError
from hsplan.workspace import Workspace, load_config
from tests.conftest import Build

PLAN = 'hsplan: 1\nid: {id}\ntitle: "A plan"\nactions:\n  "1": {{title: "One"}}\n'
OWNERS = "owners:\n  City: {kind: organisation}\n"


def load(folder: Path, *paths: str) -> Workspace:
    named = [str(folder / path) for path in paths]
    first = Path(named[0]) if named else folder
    config, root = load_config(str(first if first.is_dir() else first.parent))
    return Workspace.load(named, config, root)


def names(workspace: Workspace) -> list[str]:
    return [Path(path).name for path in workspace.named]


def test_without_configuration_a_named_folder_holds_the_plans(build: Build) -> None:
    folder = build(
        {"x/b.yaml": PLAN.format(id="b"), "x/a.yml": PLAN.format(id="a"), "x/owners.yaml": OWNERS, "x/n.txt": ""}
    )
    workspace = load(folder, "x")
    assert names(workspace) == ["a.yml", "b.yaml"]
    assert list(workspace.shared) == ["City"]
    assert workspace.names_all


def test_without_configuration_a_file_has_its_folder_for_siblings(build: Build) -> None:
    folder = build({"x/b.yaml": PLAN.format(id="b"), "x/a.yaml": PLAN.format(id="a"), "x/owners.yaml": OWNERS})
    workspace = load(folder, "x/a.yaml")
    assert names(workspace) == ["a.yaml"]
    assert list(workspace.shared) == ["City"]
    assert workspace.action_ids("b") == frozenset({"1"})
    assert workspace.action_ids("c") is None
    assert not workspace.names_all


def test_the_git_root_is_the_root_where_there_is_no_configuration(build: Build) -> None:
    folder = build({".git/HEAD": "", "plans/a.yaml": PLAN.format(id="a"), "plans/owners.yaml": OWNERS, "deep/er/x": ""})
    config, root = load_config(str(folder / "deep" / "er"))
    workspace = Workspace.load([], config, root)
    assert (names(workspace), Path(workspace.root)) == (["a.yaml"], folder)


def test_the_nearest_configuration_wins(build: Build) -> None:
    folder = build(
        {
            "hsplan.toml": 'plans = ["outer/*.yaml"]',
            "inner/hsplan.toml": 'plans = ["p/*.yaml"]\nowners = "who.yaml"',
            "inner/p/a.yaml": PLAN.format(id="a"),
            "inner/who.yaml": OWNERS,
        }
    )
    workspace = load(folder, "inner")
    assert (names(workspace), list(workspace.shared)) == (["a.yaml"], ["City"])


@pytest.mark.parametrize("text", ["plans = ", "plans = " + "9" * 5000, "plans = " + "[" * 5000])
def test_a_configuration_that_cannot_be_read_is_refused(build: Build, text: str) -> None:
    folder = build({"hsplan.toml": text, "plans/a.yaml": PLAN.format(id="a")})
    with pytest.raises(HsplanError, match="is not TOML: "):
        load(folder)


def test_patterns_may_go_down_folders(build: Build) -> None:
    folder = build({"hsplan.toml": 'plans = ["plans/**/*.yaml"]', "plans/2010/a.yaml": PLAN.format(id="a")})
    assert names(load(folder)) == ["a.yaml"]


def test_plans_may_end_in_yml(build: Build) -> None:
    folder = build({"plans/a.yaml": PLAN.format(id="a"), "plans/b.yml": PLAN.format(id="b")})
    assert names(load(folder)) == ["a.yaml", "b.yml"]


def test_the_owners_list_ends_in_yaml_unless_the_configuration_says_otherwise(build: Build) -> None:
    folder = build({"plans/a.yml": PLAN.format(id="a"), "plans/owners.yml": OWNERS})
    wanted = r'owners\.yml: would be read as a plan.* Call it owners\.yaml, or write owners = "plans/owners\.yml" in'
    with pytest.raises(HsplanError, match=wanted):
        load(folder)
    (folder / "hsplan.toml").write_text('owners = "plans/owners.yml"\n', encoding="utf-8")
    workspace = load(folder)
    assert (names(workspace), list(workspace.shared)) == (["a.yml"], ["City"])


def test_a_folder_without_plans_is_an_error(build: Build) -> None:
    folder = build({"x/readme.txt": ""})
    with pytest.raises(HsplanError, match="there are no plans"):
        load(folder, "x")


def test_no_plans_at_all_is_an_error(build: Build) -> None:
    with pytest.raises(HsplanError, match=r"no plan matches plans/\*\.yaml"):
        load(build({"x": ""}))


def test_the_owners_list_may_be_named_alone(build: Build) -> None:
    folder = build({"x/a.yaml": PLAN.format(id="a"), "x/owners.yaml": OWNERS})
    assert list(load(folder, "x/owners.yaml").plans()) == []


def test_plans_are_read_one_at_a_time(build: Build) -> None:
    folder = build({f"x/p{number}.yaml": PLAN.format(id=f"p{number}") for number in range(3)})
    plans = load(folder, "x").plans()
    first = next(plans).plan
    assert first is not None
    assert first.id == "p0"


def test_carried_into_follows_the_predecessor(build: Build) -> None:
    before = PLAN.format(id="before").replace(
        '{title: "One"}',
        '{title: "One", progress: [{date: 2013-03-31, status: carried over, into: [after/1, after/2]}]}',
    )
    after = PLAN.format(id="after").replace("actions:", "follows: before\nactions:")
    folder = build({"x/before.yaml": before, "x/after.yaml": after})
    workspace = load(folder, "x")
    loaded = workspace.read(str(folder / "x" / "after.yaml"))
    assert loaded.plan is not None
    assert workspace.carried_into(loaded.plan) == {"1": ["before/1"], "2": ["before/1"]}
