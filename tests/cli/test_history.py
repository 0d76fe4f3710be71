"""`hsplan history`, on repositories made with real git."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from hsplan.compare.excerpt import excerpt
from hsplan.schema import schema_folder
from tests.compare.cases import CASES, edited
from tests.compare.plans import PLAN, compared, plan, replaced
from tests.conftest import Result, Run
from tests.git.repositories import Made

PATH = "plans/example-2013.yaml"
BEFORE = """\
hsplan: 1
id: before-2008
title: "The one before"
period: {from: 2008-04-01, to: 2013-03-31}
adopted: 2008-04-01
actions:
  "9":
    title: "Train all advice staff"
    timescale: March 2010
    progress:
      - {date: 2013-03-31, status: carried over, into: [example-2013/A1.2]}
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A plan that was renamed, in which an action was renumbered, moved and proposed to be moved again."""
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    early = PLAN.replace("A1.2", "A1.9").replace("example-2013", "draft-2013")
    made.commit({"plans/draft-2013.yaml": early}, on="2026-01-05")
    made.commit({"plans/before-2008.yaml": BEFORE.replace("carried over, into: [example-2013/A1.2]", "in progress")})
    made.git("mv", "plans/draft-2013.yaml", PATH)
    made.commit({PATH: early.replace("draft-2013", "example-2013")}, on="2026-02-05")
    made.commit({PATH: PLAN, "plans/before-2008.yaml": BEFORE}, on="2026-03-05")
    made.commit({PATH: edited("outcome")}, on="2026-03-20")
    made.commit({PATH: edited("date change agreed", edited("outcome"))}, on="2026-04-05")
    made.write(PATH, edited("partners", edited("date change agreed", edited("outcome"))).replace(
        "Train the advice staff in mediation", "Train advice staff in mediation"
    ))  # fmt: skip
    return made


def shown(result: Result, made: Made) -> str:
    """What was printed, with the commits by their numbers."""
    text = result.out
    for number, name in enumerate(made.git("rev-list", "--reverse", "HEAD").split(), 1):
        text = text.replace(name, f"<commit {number}>").replace(name[:8], f"<commit {number}>")
    return text


def test_a_life_through_renames_and_carry_over(made: Made, hsplan: Run, golden: Callable[[str, str], None]) -> None:
    result = hsplan("history", "example-2013/A1.2", cwd=made.folder)
    assert (result.code, result.err) == (0, "")
    golden("history/history.txt", shown(result, made))
    golden(
        "history/history.md", shown(hsplan("history", f"{PATH}/A1.2", "--format", "markdown", cwd=made.folder), made)
    )


def test_json_keeps_to_its_schema_and_names_nobody_unless_asked(made: Made, hsplan: Run) -> None:
    schema = json.loads((schema_folder() / "history.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for options, authors in (([], {None}), (["--authors"], {None, "Ann Écrivain"})):
        result = hsplan("history", "example-2013/A1.2", "--format", "json", *options, cwd=made.folder)
        content = json.loads(result.out)
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(content)
        assert {each["author"] for each in content["changes"]} == authors
        assert [(each["commit"] == "", each["date"]) for each in content["changes"]][-1] == (True, None)


def test_a_branch_is_told_once_and_a_merge_only_for_what_is_new_in_it(made: Made, hsplan: Run) -> None:
    made.git("checkout", "-q", "--", ".")
    made.git("checkout", "-q", "-b", "side", "HEAD~1")
    text = (made.folder / PATH).read_text(encoding="utf-8")
    made.commit({PATH: replaced("            lead: County\n", "            lead: City\n", text)}, on="2026-04-10")
    made.git("checkout", "-q", "main")
    made.git("merge", "-q", "--no-commit", "side")
    text = (made.folder / PATH).read_text(encoding="utf-8")
    made.commit(
        {PATH: replaced('"Train the advice staff in mediation"', '"Train in mediation"', text)}, on="2026-04-20"
    )
    content = json.loads(hsplan("history", "example-2013/A1.2", "--format", "json", cwd=made.folder).out)
    own = [(each["date"], each["kind"]) for each in content["changes"] if each["date"] and each["date"] > "2026-04"]
    assert sorted(own) == [("2026-04-05", "date-later"), ("2026-04-10", "lead-changed"), ("2026-04-20", "retitled")]


def test_before_the_first_commit(tmp_path: Path, hsplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made.fresh(tmp_path / "new", monkeypatch)
    made.write(PATH, PLAN)
    result = hsplan("history", "example-2013/A1.2", cwd=made.folder)
    assert result.out == (
        "example-2013/A1.2  Train the advice staff in mediation\n\n"
        "Not committed yet\n  new, led by County, due December 2014.\n"
    )


def test_a_shallow_copy_is_told(made: Made, hsplan: Run, tmp_path: Path) -> None:
    made.git("clone", "-q", "--depth", "1", f"file://{made.folder}", str(tmp_path / "copy"))
    result = hsplan("history", "example-2013/A1.1", cwd=tmp_path / "copy")
    assert result.err == "Warning: this copy is shallow, so older changes are missing.\n"


def test_a_version_that_cannot_be_read_hides_nothing(
    tmp_path: Path, hsplan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it changed is told once: where it touched the action, or with the next version that can be read."""
    made = Made.fresh(tmp_path / "broken", monkeypatch)
    broken = "  bad: [\n"
    made.commit({PATH: PLAN}, on="2026-01-05")
    made.commit({PATH: edited("lead") + broken}, on="2026-02-05")
    made.commit({PATH: edited("lead")}, on="2026-03-05")
    made.commit({PATH: edited("lead") + broken}, on="2026-04-05")
    made.commit({PATH: edited("outcome", edited("lead"))}, on="2026-05-05")
    result = hsplan("history", "example-2013/A1.1", "--format", "json", cwd=made.folder)
    assert result.err == "Warning: 1 older version cannot be read and is passed over.\n"
    assert [(each["date"], each["kind"]) for each in json.loads(result.out)["changes"]] == [
        ("2026-01-05", "added"),
        ("2026-02-05", "lead-changed"),
        ("2026-05-05", "outcomes-changed"),
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "example-2013",
            '"example-2013" does not name a plan and an action. Name one of its actions, as example-2013/',
        ),
        ("exmple-2013/A1.2", 'there is no plan "exmple-2013". Did you mean "example-2013"?'),
        ("example-2013/A1.22", 'there is no action "A1.22". Did you mean "A1.2"?'),
    ],
)
def test_wrong_usage(made: Made, hsplan: Run, name: str, message: str) -> None:
    result = hsplan("history", name, cwd=made.folder)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@given(st.sampled_from(sorted(CASES)), st.sampled_from(["A1.1", "A1.2", "A2.1"]))
def test_an_excerpt_that_is_the_same_says_the_same(name: str, action: str) -> None:
    new = edited(name)
    before, after = (excerpt(text.encode(), action) for text in (PLAN, new))
    assert before
    if before == after:
        old, now = (next(each for each in plan(text).actions if each.id == action) for text in (PLAN, new))
        assert old == now
        assert not [each for each in compared(PLAN, new) if each.action == action]


def test_a_plan_that_was_deleted_and_came_back(made: Made, hsplan: Run) -> None:
    made.commit({})
    made.git("rm", "-q", PATH)
    made.commit({}, on="2026-05-05")
    made.commit({PATH: PLAN}, on="2026-06-05")
    told = [line.strip() for line in hsplan("history", "example-2013/A2.1", cwd=made.folder).out.splitlines() if line]
    head = "new, led by City and County"
    assert [line.split(" (")[0].rstrip(".") for line in told[-4:]] == [
        "5 May 2026",
        "taken out of the plan; it had ended",
        "5 June 2026",
        f'{head}, timescale "Ongoing"',
    ]
