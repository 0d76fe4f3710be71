"""A plan in two files: one of them counts, the same one for every command."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.workspace import Workspace, load_config
from hsplan.workspace.twice import counting, left_out, plan_id_in
from tests.conftest import Build, Run

PLAN = """\
hsplan: 1
id: {id}
title: "Mere action plan"
period: {{from: 2013-04-01, to: 2018-03-31}}
adopted: 2013-04-01
actions:
  "1": {{title: "{title}", lead: City, timescale: September 2013}}
"""
OWNERS = "owners:\n  City: {kind: organisation}\n"
REAL, COPY, OTHER = "plans/mere-2013.yaml", "plans/mere-2013 (1).yaml", "plans/lake-2013.yaml"
REAL_PLAN = PLAN.format(id="mere-2013", title="The real one")
FILES: dict[str, str | bytes] = {
    COPY: PLAN.format(id="mere-2013", title="The copy"),
    REAL: REAL_PLAN,
    OTHER: PLAN.format(id="lake-2013", title="Another plan"),
    "plans/owners.yaml": OWNERS,
    "hsplan.toml": "",
}
AS_AT = ("--as-at", "2013-12-31")
WARNING = f"Warning: {COPY} is left out: it has the same plan id as {REAL}, which counts.\n"
NAMES = st.sampled_from([f"{folder}/{name}.yaml" for folder in ("/a", "/b") for name in ("x", "y", "x (1)", "x-2")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hsplan: 1\nid: a-1\ntitle: x\n", "a-1"),
        ("\ufeffid: 'a-1'\r\nhsplan: 1\r\n", "a-1"),
        ('# a plan\r\nid: "a-1"  # its name\r\n', "a-1"),
        ("id: a-1 # its name", "a-1"),
        ('{hsplan: 1, id: a-1, title: "x"}', "a-1"),
        ('{"hsplan": 1,\n "id": "a-1"}', "a-1"),
        ("id: café one\n", "café one"),
        ("<<<<<<< HEAD\nid: a-1\n=======\nid: a-2\n>>>>>>> other\n", "a-1"),
        ("title: x\nactions:\n  id: b\n", ""),
        ("id:\ntitle: x\n", ""),
        ("", ""),
    ],
)
def test_the_id_that_bytes_say(text: str, found: str) -> None:
    assert plan_id_in(text.encode()) == found


@given(st.dictionaries(NAMES, st.sampled_from(["x", "y", "z", ""])))
def test_one_file_counts_for_each_id_whatever_the_order(ids: dict[str, str]) -> None:
    out = left_out(ids)
    assert out == left_out(dict(reversed(ids.items())))
    kept = [plan for path, plan in ids.items() if path not in out and plan]
    assert sorted(kept) == sorted({plan for plan in ids.values() if plan})
    assert all(ids[path] == ids[other] and other not in out for path, other in out.items())
    for path, other in out.items():
        assert counting(ids[path], [path, other]) == other


def load(folder: Path, *paths: str) -> Workspace:
    config, root = load_config(str(folder))
    return Workspace.load([str(folder / path) for path in paths], config, root)


def test_the_files_of_other_plans_are_not_opened_for_a_plan_that_is_named_rightly(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = load(build(FILES))
    opened: list[str] = []

    def bytes_of(_: Workspace, path: str) -> bytes:
        opened.append(path)
        return b""

    monkeypatch.setattr(Workspace, "bytes_of", bytes_of)
    assert workspace.twin("mere-2013", str(Path(workspace.root, REAL))) is None
    assert opened == []


def test_other_plans_are_told_what_the_file_says_that_counts(build: Build) -> None:
    workspace = load(build(FILES))
    for _ in workspace.plans():
        pass
    links = workspace.links("mere-2013")
    assert links is not None
    assert os.path.basename(links.path) == "mere-2013.yaml"


def test_lint_tells_of_the_copy_and_names_both(build: Build, hsplan: Run) -> None:
    folder = build(FILES)
    chosen = ("lint", *AS_AT, "--format", "concise", "--select", "HS030,HS031")
    said = (
        f'{COPY}:2:5: error HS031 plan-twice: This file has the plan id "mere-2013", which {REAL} has too. That one '
        f"counts; {COPY} is left out of lists, reports and the site. Delete the one that is not wanted; if both are "
        "plans, give this one an id and a file name of its own.\n"
    )
    for paths in ([], ["plans"], [COPY]):
        result = hsplan(*chosen, *paths, cwd=folder)
        assert (result.code, result.out.splitlines(True)[0]) == (1, said)
    assert "HS031" not in hsplan(*chosen, REAL, cwd=folder).out
    (folder / REAL).unlink()
    alone = hsplan(*chosen, cwd=folder)
    assert "HS031" not in alone.out
    assert "HS030 file-name" in alone.out


def test_two_copies_of_one_name_in_two_folders(build: Build, hsplan: Run) -> None:
    folder = build(
        {
            "plans/a/mere-2013.yaml": FILES[REAL],
            "plans/b/mere-2013.yaml": FILES[COPY],
            "plans/owners.yaml": OWNERS,
            "hsplan.toml": 'plans = ["plans/*/*.yaml"]',
        }
    )
    result = hsplan("lint", *AS_AT, "--format", "concise", "--select", "HS031", cwd=folder)
    assert result.out.startswith('plans/b/mere-2013.yaml:2:5: error HS031 plan-twice: This file has the plan id "mere')
    assert result.out.count("HS031 plan-twice") == 1
    assert "The real one" in hsplan("show", "mere-2013/1", *AS_AT, cwd=folder).out


def test_list_and_status_count_it_once(build: Build, hsplan: Run) -> None:
    folder = build(FILES)
    listed = hsplan("list", *AS_AT, "--format", "json", cwd=folder)
    assert (listed.code, listed.err) == (0, WARNING)
    titles = [each["title"] for each in json.loads(listed.out)["actions"]]
    assert sorted(titles) == ["Another plan", "The real one"]
    status = hsplan("status", *AS_AT, cwd=folder)
    assert (status.code, status.err) == (0, WARNING)
    assert status.out.splitlines()[-1].split()[:4] == ["All", "plans", "2", "2"]
    named = hsplan("list", COPY, *AS_AT, "--format", "json", cwd=folder)
    assert (named.err, [each["title"] for each in json.loads(named.out)["actions"]]) == ("", ["The copy"])


def test_the_report_on_several_plans_counts_it_once(build: Build, hsplan: Run) -> None:
    result = hsplan("report", "--template", "portfolio", *AS_AT, "--format", "md", cwd=build(FILES))
    assert (result.code, result.err) == (0, WARNING)
    assert "2 plans have 2 actions; 2 are overdue" in result.out
    assert "The copy" not in result.out


def test_the_site_publishes_the_file_that_is_named_after_the_plan(build: Build, hsplan: Run) -> None:
    folder = build(FILES)
    result = hsplan("report", "plans", *AS_AT, "--output", "site/", cwd=folder)
    assert (result.code, result.err) == (0, WARNING + "Written: site/index.html (5 pages: 5 new or changed)\n")
    page = (folder / "site/plans/mere-2013/1.html").read_text(encoding="utf-8")
    assert "The real one" in page
    assert "The copy" not in page
    assert "(1).yaml" not in (folder / "site/index.html").read_text(encoding="utf-8")


def test_a_plan_that_cannot_be_read_is_not_replaced_by_its_copy(build: Build, hsplan: Run) -> None:
    conflict = REAL_PLAN.replace("adopted:", "<<<<<<< HEAD\nadopted:")
    result = hsplan("list", *AS_AT, "--format", "json", cwd=build({**FILES, REAL: conflict}))
    assert result.code == 1
    assert result.err.startswith(WARNING)
    assert [each["title"] for each in json.loads(result.out)["actions"]] == ["Another plan"]
