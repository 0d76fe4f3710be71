"""What a finding advises can be done as it stands, and leads into no other finding."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build
from tests.lint.test_fix import HEAD, action, run_fix, two_plans


def advice(build: Build, files: dict[str, str | bytes], rule: str, config: Config = Config()) -> list[str]:
    """The advice of a rule, or for one with a help that never changes its messages."""
    folder = build(files)
    workspace = Workspace.load([str(folder / "plans")], config, str(folder))
    found = lint(workspace, date(2019, 6, 30), Selection((rule,))).findings
    return [each.message if rule == "HS213" else each.help for each in found]


def ended(status: str, into: str) -> str:
    entry = f"{{date: 2013-05-31, status: {status}, decided: 2013-05-31, into: [{into}], note: Drafted}}"
    return action(f"progress:\n      - {entry}")


SECOND = action().replace('"1"', '"2"')
HALVES = {
    "from one that is not there": (SECOND, action("carried_from: [1]"), True, 'Write the plan too: "plan/1".'),
    "from one that is there": (action(), action("carried_from: [1]"), True, 'Write it as "example-2013/1".'),
    "from one of no plan": (action(), action("carried_from: [1]"), False, 'Write the plan too: "plan/1".'),
    "from a plan": (action(), action("carried_from: [example-2013]"), True, 'Write it as "example-2013/?".'),
    "into one of the same id": (ended("carried over", "1"), action(), True, 'Write it as "next-2018/1".'),
    "into one that both plans have": (
        ended("carried over", "2") + SECOND, action() + SECOND, True, 'Write it as "next-2018/2".'),
    "into another of this plan": (
        ended("superseded", "2") + SECOND, action() + SECOND, True, 'Write it as "example-2013/2".'),
}  # fmt: skip


@pytest.mark.parametrize("half", HALVES)
def test_half_a_name_is_made_whole_in_the_plan_that_is_meant(build: Build, half: str) -> None:
    old, new, follows, help = HALVES[half]
    files = two_plans(old, new)
    if follows:
        later = str(files["plans/next-2018.yaml"])
        files["plans/next-2018.yaml"] = later.replace("adopted:", "follows: example-2013\nadopted:", 1)
    assert advice(build, files, "HS502") == [help]


IDS = [
    ("A\u00a02", "a space that does not break (U+00A0)", "A2"),
    ("A\u20112", "a hyphen that does not break (U+2011)", "A-2"),
    ("A\u20102", "a hyphen of another kind (U+2010)", "A-2"),
    ("A\u22122", "a minus sign (U+2212)", "A-2"),
    ("A\u20132", "a long dash (U+2013)", "A-2"),
    ("A\u200b2", "a sign that nobody can see (U+200B)", "A2"),
]


@pytest.mark.parametrize(("id", "what", "right"), IDS)
def test_an_id_is_advised_that_can_be_one(build: Build, id: str, what: str, right: str) -> None:
    text = HEAD + action().replace('"1"', f'"{id}"')
    folder = build({"example-2013.yaml": text})
    workspace = Workspace.load([str(folder)], Config(), str(folder))
    (found,) = lint(workspace, date(2013, 6, 30), Selection(("HS015", "HS027"))).findings
    assert (found.message, found.help) == (
        f'"{id}" has {what} in it, as comes with text pasted from Word.',
        f"Write {right}.",
    )
    assert run_fix(folder).after.text == text.replace(id, right)


def test_one_action_is_not_several(build: Build) -> None:
    files: dict[str, str | bytes] = {"plans/example-2013.yaml": HEAD + action()}
    assert advice(build, files, "HS213", Config(max_per_lead=0)) == [
        'One open action has the lead "Housing Team", this one first; more than 0 is too many.'
    ]
