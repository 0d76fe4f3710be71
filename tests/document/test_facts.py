"""A plan as lines, one a fact: nothing is left out in silence, and nothing is said twice where it stands once."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.document import Map, Seq, Value, read
from hsplan.document.facts import facts, facts_in_conflict
from tests.conftest import ROOT
from tests.document import styles

PLAN = """\
# a plan
hsplan: 1
title: "Kent"   # as printed
period: {from: 2010-07-01, to: 2011-06-30}
accepted:
  - {rule: lead-missing, for: ["5.1"], reason: "So # printed"}
owners:
  TMBC: {kind: organisation, also: [Tonbridge]}
  RSLs: {}
themes:
  WK:
    title: West Kent
    goals:
      "5":
        note: "First line
          second"
        actions:
          "5.1":
            lead: Steering Group
            title: "Draw up a protocol"
            partners: [RSLs, TMBC]
            budget: {amount: 3000, note: "each\\nyear\\e[31m"}
            date_changes:
              - {date: 2010-11-20, timescale: November 2011}
            milestones:
              - title: "Landlords signed up"
                done: 2011-03
            progress:
              - date: 2010-09-30
                by: TMBC
                status: in progress
                note: |
                  # no comment
                  at all
              # the last one
              - {date: 2011-06-30}
              - note: "Undated"
"""
FACTS = """\
plan title: Kent
# a plan
plan hsplan: 1
# as printed
plan period from: 2010-07-01
plan period to: 2011-06-30
plan accepted finding lead-missing for: 5.1
plan accepted finding lead-missing reason: So # printed
owner TMBC kind: organisation
owner TMBC also: Tonbridge
owner RSLs
theme WK title: West Kent
goal 5 title: none
goal 5 note: First line second
5.1 title: Draw up a protocol
5.1 lead: Steering Group
5.1 partner: RSLs
5.1 partner: TMBC
5.1 budget amount: 3000
5.1 budget note: each / year\\u001B[31m
5.1 date change 2010-11-20 timescale: November 2011
5.1 milestone "Landlords signed up" done: 2011-03
5.1 progress 2010-09-30, TMBC status: in progress
5.1 progress 2010-09-30, TMBC note: # no comment / at all
# the last one
5.1 progress 2011-06-30
5.1 progress 3 note: Undated
"""


def lines(text: str) -> list[str]:
    found = facts(read(text.encode(), "plan.yaml"))
    assert found is not None
    return found


def test_a_whole_plan() -> None:
    assert lines(PLAN) == FACTS.splitlines()
    assert lines(PLAN.replace("\n", "\r\n")) == FACTS.splitlines()


@pytest.mark.parametrize("text", ["", "a: [", "a: 1\na: 2\n", "a: {b, c}\n", "- a\n", "a: b #c\n", "a: *b\n"])
def test_what_is_not_read_whole_has_no_facts(text: str) -> None:
    assert facts(read(text.encode(), "plan.yaml")) is None


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_text_of_the_real_plans_is_told(path: Path) -> None:
    document = read(path.read_bytes(), "plan.yaml")
    found = "\n".join(facts(document) or [])
    assert [text for text in texts(document.root) if text not in found] == []
    comments = [line.strip() for line in document.text.splitlines() if line.strip().startswith("#")]
    assert [line for line in comments if line not in found] == []


def texts(node: Value) -> list[str]:
    if isinstance(node, str):
        return [node]
    children = node.values() if isinstance(node, Map) else node if isinstance(node, Seq) else ()
    return [text for child in children for text in texts(child)]


def test_an_entry_that_is_only_known_by_its_name_has_a_line() -> None:
    assert lines("milestones:\n  - title: Signed\n    note:\n") == ['plan milestone "Signed"']


@given(seed=st.integers(0, 2**32), new=st.sampled_from(["new words", "x: y", "# hash"]))
def test_a_change_of_any_text_changes_the_facts(seed: int, new: str) -> None:
    root, _ = styles.written(seed)
    before = of_tree(root, seed)
    for path in styles.paths(root):
        if path and isinstance(styles.at(root, path), str):
            changed = styles.changed(root, path, new)
            assert isinstance(changed, dict)
            after = of_tree(changed, seed)
            assert after != before or before is None
            assert after is None or any(new in line for line in after)


def of_tree(root: dict[str, styles.Tree], seed: int) -> list[str] | None:
    return facts(read(styles.Layout(Random(seed)).text(root).encode(), "plan.yaml"))


CONFLICT = """\
hsplan: 1
actions:
  "5.1":
<<<<<<< ours
    lead: RSLs
||||||| base
    lead: TMBC
=======
    lead: KCC
>>>>>>> theirs
    timescale: May 2011
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_git_has_marked_is_told_between_its_marks(ends: str) -> None:
    text = CONFLICT.replace("\n", ends)
    assert facts_in_conflict(read(text.encode(), "plan.yaml")) == [
        "plan hsplan: 1",
        "5.1 title: none",
        "<<<<<<< ours",
        "5.1 lead: RSLs",
        "=======",
        "5.1 lead: KCC",
        ">>>>>>> theirs",
        "5.1 timescale: May 2011",
    ]
    assert facts_in_conflict(read(text.replace("KCC", "[").encode(), "plan.yaml")) is None
    assert facts_in_conflict(read(b"a: [", "plan.yaml")) is None
