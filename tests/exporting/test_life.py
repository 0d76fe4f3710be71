"""An action's life in plain English."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from hsplan.exporting.life import life_lines
from hsplan.monitor.life import life
from hsplan.monitor.lineage import lineage
from tests.conftest import Run
from tests.monitor.family import Actions, action, entry, states


def over(*into: str) -> dict[str, object]:
    return entry("2010-03-31", "carried over", *into)


ALONE: dict[str, Actions] = {"a-2005": {"1": action("2008-03-31")}}
ONCE: dict[str, Actions] = {
    "a-2005": {"1": action("2010-03-31", over("b-2010/1")), "2": action("2009-03-31", over("b-2010/1", "b-2010/2"))},
    "b-2010": {"1": action("2014-09-30"), "2": action()},
}
ELSEWHERE: dict[str, Actions] = {
    "a-2005": {"1": action("2009-03-31", over("away-2020/?"), carried_from=["old-2000/7"]), "2": action()}
}
WITHIN: dict[str, Actions] = {
    "a-2005": {
        "1": action("2009-03-31", entry("2008-01-01", "superseded", "a-2005/2")),
        "2": action("2008-12-31", entry("2008-06-01", "superseded", "a-2005/3")),
        "3": action("2008-09-30"),
    }
}
CIRCLE: dict[str, Actions] = {"a-2005": {"1": action("", over("a-2005/2")), "2": action("", over("a-2005/1"))}}

FURTHER: dict[str, Actions] = {
    "a-2005": {"1": action("2009-03-31", entry("2009-01-01", "achieved", "b-2010/1"))},
    "b-2010": {"1": action("2011-03-31", entry("2011-06-30", "achieved", "away-2020/?", "away-2020/4"))},
}


@pytest.mark.parametrize(
    ("plans", "name", "lines"),
    [
        (ALONE, "a-2005/1", []),
        (
            ONCE,
            "a-2005/1",
            [
                "a-2005/1 (due 31 March 2010) > b-2010/1 (due 30 September 2014)",
                "Carried once. First due 31 March 2010 in a-2005/1; now due 30 September 2014, 4 years and 6 months "
                "later.",
                "b-2010/1 comes from a-2005/2 too.",
            ],
        ),
        (
            ONCE,
            "b-2010/1",
            [
                "a-2005/2 (due 31 March 2009) > b-2010/1 (due 30 September 2014)",
                "Carried once. First due 31 March 2009 in a-2005/2, the earliest of 2 first dates; now due "
                "30 September 2014, 5 years and 6 months later.",
                "Joined from 2 actions: a-2005/1 and a-2005/2.",
                "a-2005/2 went on into b-2010/2 too.",
            ],
        ),
        (
            ONCE,
            "b-2010/2",
            [
                "a-2005/2 (due 31 March 2009) > b-2010/2 (no due date)",
                "Carried once. First due 31 March 2009 in a-2005/2; now without a due date.",
                "a-2005/2 went on into b-2010/1 too.",
            ],
        ),
        (
            ELSEWHERE,
            "a-2005/1",
            [
                "old-2000/7 (kept elsewhere) > a-2005/1 (due 31 March 2009) > away-2020, action not known (kept "
                "elsewhere)",
                "Carried twice. First due 31 March 2009 in a-2005/1, the first of its plans that is here; its newest "
                "date stands in a plan that is kept elsewhere.",
            ],
        ),
        (
            WITHIN,
            "a-2005/2",
            [
                "a-2005/1 (due 31 March 2009) > a-2005/2 (due 31 December 2008) > a-2005/3 (due 30 September 2008)",
                "Stayed in one plan. First due 31 March 2009 in a-2005/1; now due 30 September 2008, 6 months earlier.",
            ],
        ),
        (
            CIRCLE,
            "a-2005/1",
            [
                "a-2005/2 (no due date) > a-2005/1 (no due date)",
                "Stayed in one plan. It had no due date in any plan that is here.",
                "By what the plans say it was carried back into itself, so this line is only a part of a circle.",
            ],
        ),
        (
            FURTHER,
            "a-2005/1",
            [
                "a-2005/1 (due 31 March 2009) > b-2010/1 (due 31 March 2011) > away-2020, action not known (kept "
                "elsewhere)",
                "a-2005/1 was done; b-2010/1 takes it further and begins anew. First due 31 March 2009 in a-2005/1; "
                "that date was not moved.",
            ],
        ),
        (
            FURTHER,
            "b-2010/1",
            [
                "a-2005/1 (due 31 March 2009) > b-2010/1 (due 31 March 2011) > away-2020, action not known (kept "
                "elsewhere)",
                "b-2010/1 takes further what was done in a-2005/1, so it begins anew. b-2010/1 was done; an action of "
                "away-2020 and away-2020/4 take it further and begin anew. First due 31 March 2011 in b-2010/1; that "
                "date was not moved.",
                "Split into 2 actions: away-2020/? and away-2020/4.",
            ],
        ),
    ],
)
def test_life_in_words(plans: Mapping[str, Actions], name: str, lines: list[str]) -> None:
    of = lineage(states(plans, "2012-01-01"), ("away-2020",))
    assert list(life_lines(life(of, name), of)) == lines


REAL = """
Life            worcestershire-2007/Y3.3 (due 31 March 2010) > worcestershire-2012/G1.2.11
                (due 31 March 2014)
                Carried once. First due 31 March 2010 in worcestershire-2007/Y3.3; now due
                31 March 2014, 4 years later.
                Split into 2 actions: worcestershire-2012/G1.2.11 and
                worcestershire-2012/G4.2.2.
Progress """


def test_show_prints_the_life_of_a_real_action(hsplan: Run) -> None:
    assert REAL in hsplan("show", "worcestershire-2007/Y3.3", "--as-at", "2012-06-30").out
    before = hsplan("show", "worcestershire-2007/Y3.3", "--as-at", "2011-03-30").out
    assert "Life " not in before
    assert "worcestershire-2012" not in before


def test_show_gives_the_position_the_first_date_of_the_whole_life(hsplan: Run) -> None:
    shown = hsplan("show", "worcestershire-2012/G1.2.11", "--as-at", "2013-03-31").out
    assert "due 31 March 2014, first due 31 March 2010 (+1461 days)" in shown
