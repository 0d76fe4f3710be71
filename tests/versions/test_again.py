"""Versions read one after another say what each says when it is read alone, and what did not change is not read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsplan.document import read
from hsplan.plan import Plan, read_plan
from hsplan.versions import again
from hsplan.versions.again import Again
from tests.conftest import ROOT

PLANS = {path.stem: path.read_text() for path in sorted((ROOT / "plans").glob("*-*.yaml"))}
SMALL = """\
hsplan: 1
id: example-2013
title: "Example"
period: {from: 2013-04-01, to: 2016-03-31}
adopted: 2013-04-01
themes:
  "1":
    title: "Prevention"
    actions:
      "1.1":
        title: "Agree a protocol"
        lead: Housing Team
        timescale: September 2013
        note: |
          "1.2":
            title: "No action"

      "1.2": {title: "Sign up landlords", lead: Housing Team, timescale: March 2014}
      # of the second year
      "1.3":
        title: "Let empty homes"
        progress:
        - {date: 2013-06-30, status: in progress}
  "2":
    title: "Homes"
    goals:
      "2a":
        title: "More of them"
        actions:
          "2.1":
            title: "Build"
            lead: [Housing Team,
  Support Team]
"""


def alone(text: str) -> Plan | None:
    """The plan as it is read without any other."""
    document = read(text.encode(), "plan.yaml")
    return read_plan(document) if document.root is not None else None


def same(one: Plan | None, other: Plan | None) -> bool:
    """Whether two plans say the same, places aside."""
    if one is None or other is None:
        return one is other
    return [name for name in Plan._fields if name != "document" and getattr(one, name) != getattr(other, name)] == []


@st.composite
def edits(draw: st.DrawFn, text: str) -> str:
    """A text with a few of its lines taken out, doubled, moved, indented, reworded, commented or left blank."""
    lines = text.splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        lines[at : at + 1] = draw(
            st.sampled_from((
                [],
                [line, line],
                ["  " + line],
                [line.removeprefix("  ")],
                [line.replace("e", "a", 1)],
                ["# " + line],
                [line, "\n"],
                [line, "# aside\n"],
                [line.replace("\n", "\r\n")],
                [line.rstrip("\n")],
                [line.rstrip("\n") + " |\n"],
                [line, *lines[draw(st.integers(0, len(lines) - 1)) :][:3]],
            ))
        )  # fmt: skip
        if not lines:
            return ""
    return "".join(lines)


@settings(max_examples=300)
@given(st.data())
def test_a_small_plan_read_after_another_is_the_plan_read_alone(data: st.DataObject) -> None:
    reader = Again()
    text = SMALL
    for _ in range(4):
        assert same(reader.read(text.encode(), "plan.yaml"), alone(text))
        text = data.draw(edits(text)) or SMALL


@pytest.mark.parametrize("name", PLANS)
def test_a_real_plan_read_after_another_is_the_plan_read_alone(name: str) -> None:
    """A few edits of each; the small plan, which holds every form, is put through the many."""
    text = PLANS[name]
    whole = alone(text)

    @settings(max_examples=25)
    @given(edits(text))
    def check(changed: str) -> None:
        reader = Again()
        assert same(reader.read(text.encode(), "plan.yaml"), whole)
        assert same(reader.read(changed.encode(), "plan.yaml"), alone(changed))

    check()


@pytest.mark.parametrize("name", PLANS)
def test_only_what_changed_is_parsed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counting(data: bytes, path: str) -> object:
        parsed.append(data.decode())
        return read(data, path)

    monkeypatch.setattr(again, "read", counting)
    text = PLANS[name]
    action = next(each for each in (alone(text) or pytest.fail("a real plan")).actions if each.lead)
    reader = Again()
    reader.read(text.encode(), name)
    changed = text.replace(action.title, "Something else", 1)
    reader.read(changed.encode(), name)
    reader.read(text.encode(), name)
    assert len(parsed) == 3
    titles = [each.title for each in (alone(text) or pytest.fail("a real plan")).actions if each.title != action.title]
    assert not any(f'title: "{title}"' in parsed[1] for title in titles)
    assert "Something else" in parsed[1]
    assert parsed[2].count("title:") == parsed[1].count("title:")


def test_actions_that_are_taken_over_are_the_same_records() -> None:
    reader = Again()
    first = reader.read(SMALL.encode(), "plan.yaml")
    second = reader.read(SMALL.replace("Sign up landlords", "Sign up everybody").encode(), "plan.yaml")
    assert first is not None
    assert second is not None
    assert [one.id for one, other in zip(first.actions, second.actions, strict=True) if one.node is not other.node] == [
        "1.2",
        "2.1",  # its lines are not all further in than its id
    ]


def test_an_action_moved_to_another_goal_is_counted_there() -> None:
    block = SMALL[SMALL.index('      "1.2": {') : SMALL.index("      # of")]
    moved = SMALL.replace(block, "").replace('          "2.1":', "    " + block.rstrip("\n") + '\n          "2.1":')
    reader = Again()
    reader.read(SMALL.encode(), "plan.yaml")
    plan = reader.read(moved.encode(), "plan.yaml")
    assert plan is not None
    assert same(plan, alone(moved))
    assert next(each for each in plan.actions if each.id == "1.2").goal == "2a"


def test_lines_that_stand_in_a_text_too_are_no_action() -> None:
    old = 'hsplan: 1\nactions:\n  "1":\n    title: A\n'
    new = old.replace("actions", 'note: |\n  "1":\n    title: A\nactions').replace(
        "    title: A\n", "", 2
    )  # the action's own line
    new = new.replace('note: |\n  "1":\n', 'note: |\n  "1":\n    title: A\n') + '  "2":\n    title: B\n'
    reader = Again()
    reader.read(old.encode(), "plan.yaml")
    plan = reader.read(new.encode(), "plan.yaml")
    assert same(plan, alone(new))
    assert plan is not None
    assert [action.title for action in plan.actions] == ["B"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_version_in_another_encoding_cannot_be_read(encoding: str) -> None:
    reader = Again()
    reader.read(SMALL.encode(), "plan.yaml")
    assert reader.read(SMALL.replace("landlords", "landlords – all").encode(encoding), "plan.yaml") is None


def test_a_version_that_cannot_be_read_leaves_the_one_before_it() -> None:
    reader = Again()
    reader.read(SMALL.encode(), "plan.yaml")
    assert reader.read((SMALL + "  bad: [\n").encode(), "plan.yaml") is None
    assert same(reader.read(SMALL.encode(), "plan.yaml"), alone(SMALL))
