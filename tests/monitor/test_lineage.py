"""Which action came from which, and an action's whole life."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from hsplan.monitor.cycles import cycles, reached
from hsplan.monitor.life import Life, life
from hsplan.monitor.lineage import Lineage, lineage
from tests.monitor.family import Actions, action, entry, state, states

END = "2010-03-31"
LATER = "2012-01-01"


def join(plans: Mapping[str, Actions], as_at: str = LATER) -> Lineage:
    return lineage(states(plans, as_at), elsewhere=("away-2020",))


def over(*into: str) -> dict[str, object]:
    return entry(END, "carried over", *into)


SPLIT: dict[str, Actions] = {
    "a-2005": {"1": action("2008-03-31", over("b-2010/1", "b-2010/2"))},
    "b-2010": {"1": action("2012-03-31"), "2": action("2013-03-31")},
}
MERGED: dict[str, Actions] = {
    "a-2005": {"1": action("2008-03-31", over("b-2010/1")), "2": action("2007-03-31", over("b-2010/1"))},
    "b-2010": {"1": action("2012-03-31")},
}
FOUR: dict[str, Actions] = {
    "a-2005": {
        "1": action("2008-03-31", entry("2009-01-01", "superseded", "a-2005/2")),
        "2": action("", over("b-2010/1")),
    },
    "b-2010": {"1": action("2011-03-31", entry("2011-03-31", "achieved", "c-2015/1"))},
    "c-2015": {"1": action("2017-09-30", entry("2011-12-31", "carried over", "away-2020/?"))},
}


@pytest.mark.parametrize(
    ("plans", "name", "chain", "carried", "first", "due", "earliest_of", "related"),
    [
        (SPLIT, "a-2005/1", "a-2005/1 b-2010/2", 1, "2008-03-31", "2013-03-31", 1, ("b-2010/1",)),
        (SPLIT, "b-2010/1", "a-2005/1 b-2010/1", 1, "2008-03-31", "2012-03-31", 1, ()),
        (MERGED, "b-2010/1", "a-2005/2 b-2010/1", 1, "2007-03-31", "2012-03-31", 2, ("a-2005/1",)),
        (MERGED, "a-2005/1", "a-2005/1 b-2010/1", 1, "2008-03-31", "2012-03-31", 1, ()),
        (FOUR, "a-2005/1", "a-2005/1 a-2005/2 b-2010/1 c-2015/1 away-2020/?", 1, "2008-03-31", "2011-03-31", 1, ()),
        (FOUR, "c-2015/1", "a-2005/1 a-2005/2 b-2010/1 c-2015/1 away-2020/?", 1, "2017-09-30", "2017-09-30", 1, ()),
        ({"a-2005": {"1": action()}}, "a-2005/1", "a-2005/1", 0, None, None, 0, ()),
    ],
)
def test_life(
    plans: dict[str, Actions],
    name: str,
    chain: str,
    carried: int,
    first: str | None,
    due: str | None,
    earliest_of: int,
    related: tuple[str, ...],
) -> None:
    found = life(join(plans), name)
    days = [date.fromisoformat(text) if text else None for text in (first, due)]
    assert " ".join(found.chain) == chain
    assert [found.first_due, found.due] == days
    assert (found.carried, found.earliest_of, found.related, found.circular) == (carried, earliest_of, related, False)
    assert found.slippage_days == ((days[1] - days[0]).days if days[0] and days[1] else None)


def test_first_date_of_a_plan_that_gave_none_is_that_of_the_next() -> None:
    plans: dict[str, Actions] = {
        "a-2005": {"1": action("", over("b-2010/1"))},
        "b-2010": {"1": action("2012-03-31")},
    }
    found = life(join(plans), "a-2005/1")
    assert (found.first_due_in, found.slippage_days, found.chain) == ("b-2010/1", 0, ("a-2005/1", "b-2010/1"))


def test_what_has_no_date_any_more_has_no_slippage() -> None:
    plans: dict[str, Actions] = {
        "a-2005": {"1": action("2008-03-31", over("b-2010/1"))},
        "b-2010": {"1": action()},
    }
    for name in ("a-2005/1", "b-2010/1"):
        found = life(join(plans), name)
        assert (found.first_due, found.due, found.slippage_days) == (date(2008, 3, 31), None, None)


def test_moves_within_the_plans_count() -> None:
    moved = {"date": "2011-01-01", "due": "2013-06-30", "decided": "2011-01-01", "reason": "a"}
    plans: dict[str, Actions] = {
        "a-2005": {"1": action("2008-03-31", over("b-2010/1"))},
        "b-2010": {"1": action("2012-03-31", date_changes=[moved])},
    }
    found = life(join(plans), "a-2005/1")
    assert (found.first_due, found.due, found.slippage_days) == (date(2008, 3, 31), date(2013, 6, 30), 1917)


def test_what_only_takes_further_what_was_done_begins_anew() -> None:
    done = entry("2008-01-31", "achieved", "b-2010/1")
    plans: dict[str, Actions] = {
        "a-2005": {"1": action("2008-03-31", done), "2": action("", done), "3": action("2009-03-31", over("b-2010/2"))},
        "b-2010": {"1": action("", over("c-2015/1")), "2": action("2011-03-31", over("c-2015/1"))},
        "c-2015": {"1": action("2017-03-31")},
    }
    of = join(plans)
    found = life(of, "a-2005/1")
    assert (found.promise, found.first_due, found.slippage_days) == (("a-2005/1",), date(2008, 3, 31), 0)
    found = life(of, "a-2005/2")
    assert (found.promise, found.first_due, found.due) == (("a-2005/2",), None, None)
    found = life(of, "b-2010/1")
    assert (found.promise, found.first_due) == (("b-2010/1", "c-2015/1"), date(2017, 3, 31))
    found = life(of, "c-2015/1")
    assert found.promise == ("a-2005/3", "b-2010/2", "c-2015/1")
    assert (found.first_due, found.earliest_of) == (date(2009, 3, 31), 1)


def test_what_comes_round_again_has_not_slipped() -> None:
    plans: dict[str, Actions] = {
        "a-2005": {"1": action("", entry("2011-07-31", "in progress"), timescale="Annually by June")},
    }
    found = life(join(plans), "a-2005/1")
    assert found.slippage_days == 0


def test_only_what_was_reported_by_the_date_joins() -> None:
    assert join(SPLIT, "2010-03-30").pairs == ()
    assert join(SPLIT, END).pairs == (("a-2005/1", "b-2010/1"), ("a-2005/1", "b-2010/2"))


@pytest.mark.parametrize(
    ("entries", "into"),
    [
        ([over("b-2010/1"), entry("2010-06-30", "in progress")], ()),
        ([over("b-2010/1"), entry("2010-06-30", "carried over", "b-2010/2")], ("b-2010/2",)),
        ([over("b-2010/1"), entry("2010-06-30", "no change")], ("b-2010/1",)),
        ([entry(END, "superseded", "b-2010/1", decided=False)], ()),
        ([entry(END, "in progress", "b-2010/1")], ()),
        ([entry(END, "now routine", "b-2010/1")], ("b-2010/1",)),
    ],
)
def test_the_entry_that_ends_an_action_decides(entries: list[dict[str, object]], into: tuple[str, ...]) -> None:
    of = join({"a-2005": {"1": action("", *entries)}, "b-2010": {"1": action(), "2": action()}})
    assert of.successors.get("a-2005/1", ()) == into


def test_each_organisation_says_where_its_part_went() -> None:
    both = action("", {**over("b-2010/1"), "by": "City"}, {**over("b-2010/2"), "by": "County"}, each=["City", "County"])
    of = join({"a-2005": {"1": both}, "b-2010": {"1": action(), "2": action()}})
    assert of.successors == {"a-2005/1": ("b-2010/1", "b-2010/2")}


@pytest.mark.parametrize("silent", ["City", "County"])
def test_where_one_organisation_says_where_it_went_the_action_does(silent: str) -> None:
    said = {"City": "County", "County": "City"}[silent]
    both = action("", {**over(), "by": silent}, {**over("b-2010/1"), "by": said}, each=["City", "County"])
    of = join({"a-2005": {"1": both}, "b-2010": {"1": action()}})
    assert (of.successors, of.orphans) == ({"a-2005/1": ("b-2010/1",)}, ())


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        (action("", over()), action(), ["a-2005/1 is carried over, but does not say into which action."]),
        (
            action("", over()),
            action(carried_from=["a-2005/1"]),
            ["b-2010/1 says that it comes from a-2005/1, which does not say so."],
        ),
        (action("", over("b-2010/9")), action(), ["a-2005/1 goes on into b-2010/9, but that plan has no such action."]),
        (action("", over("b-2010/?")), action(), ["a-2005/1 goes on into b-2010/?, but that plan has no such action."]),
        (action("", over("z-2010/1")), action(), ["a-2005/1 goes on into z-2010/1, but there is no such plan here."]),
        (action("", over("1")), action(), ['a-2005/1 names "1", which is not a plan and an action.']),
        (action("", over("away-2020/1")), action(), []),
        (action("", over("away-2020/?")), action(), []),
        (action(), action(carried_from=["old-2000/3", "old-2000/?"]), []),
        (action("", over("b-2010/1")), action(carried_from=["a-2005/1"]), []),
        (action("", over("b-2010/1")), action(carried_from=["a-2005/?"]), []),
        (
            action(),
            action(carried_from=["a-2005/1"]),
            ["b-2010/1 says that it comes from a-2005/1, which does not say so."],
        ),
        (
            action(),
            action(carried_from=["a-2005/9", "3"]),
            [
                "b-2010/1 says that it comes from a-2005/9, but that plan has no such action.",
                'b-2010/1 names "3", which is not a plan and an action.',
            ],
        ),
        (
            action("", over("b-2010/1")),
            action(carried_from=["a-2005/2"]),
            [
                "b-2010/1 says that it comes from a-2005/2, which does not say so.",
                "a-2005/1 says that it went on into b-2010/1, which names others that it comes from, but not this one.",
            ],
        ),
    ],
)
def test_orphans_on_both_sides(old: dict[str, object], new: dict[str, object], faults: list[str]) -> None:
    of = join({"a-2005": {"1": old, "2": action()}, "b-2010": {"1": new}})
    assert [orphan.sentence for orphan in of.orphans] == faults


def test_a_predecessor_here_need_not_name_the_action_before_the_new_plan_begins() -> None:
    plans: dict[str, Actions] = {
        "a-2005": {"1": action("", over("b-2010/1"))},
        "b-2010": {"1": action(carried_from=["a-2005/1"])},
    }
    before = join(plans, "2009-12-31")
    assert (before.pairs, before.orphans) == ((), ())


def test_a_plan_elsewhere_may_stand_between_two_but_an_unknown_action_joins_nothing() -> None:
    plans: dict[str, Actions] = {
        "a-2005": {"1": action("", over("away-2020/5")), "2": action("", over("away-2020/?"))},
        "c-2025": {"1": action(carried_from=["away-2020/5"]), "2": action(carried_from=["away-2020/?"])},
    }
    of = join(plans)
    assert life(of, "c-2025/1").chain == ("a-2005/1", "away-2020/5", "c-2025/1")
    assert life(of, "c-2025/2").chain == ("away-2020/?", "c-2025/2")


CIRCLES: list[dict[str, Actions]] = [
    {"a-2005": {"1": action("2008-03-31", over("a-2005/1"))}},
    {"a-2005": {"1": action("2008-03-31", over("a-2005/2")), "2": action("2009-03-31", over("a-2005/1"))}},
    {
        "a-2005": {"1": action("2008-03-31", over("b-2010/1", "b-2010/2"))},
        "b-2010": {"1": action("", over("c-2015/1")), "2": action()},
        "c-2015": {"1": action("2016-03-31", over("a-2005/1"))},
    },
]
ROUNDS = [(("a-2005/1",),), (("a-2005/1", "a-2005/2"),), (("a-2005/1", "b-2010/1", "c-2015/1"),)]


@pytest.mark.parametrize(("plans", "rounds"), list(zip(CIRCLES, ROUNDS, strict=True)))
def test_circles_end_and_are_told(plans: dict[str, Actions], rounds: tuple[tuple[str, ...], ...]) -> None:
    of = join(plans)
    assert of.cycles == rounds
    for found in (life(of, name) for name in of.actions):
        assert found.circular
        assert len(found.chain) == len(set(found.chain))


def test_walks_need_no_recursion() -> None:
    line = {str(number): (str(number + 1),) for number in range(50_000)}
    assert cycles(line) == ()
    assert len(reached("0", lambda name: line.get(name, ()))) == 50_001
    assert len(cycles({**line, "50000": ("0",)})[0]) == 50_001


def test_one_date_only() -> None:
    with pytest.raises(ValueError, match="2010-01-01 and 2011-01-01"):
        lineage([state("a-2005", {}, "2010-01-01"), state("b-2010", {}, "2011-01-01")])


def test_an_unknown_action_has_no_life() -> None:
    with pytest.raises(KeyError):
        life(join(SPLIT), "a-2005/9")


def test_no_plans_no_lineage() -> None:
    assert lineage([]).actions == {}


def chains(found: list[Life]) -> list[tuple[str, ...]]:
    return [each.chain for each in found]


def test_the_chain_of_each_action() -> None:
    of = join(MERGED)
    assert chains([life(of, name) for name in of.actions]) == [
        ("a-2005/1", "b-2010/1"),
        ("a-2005/2", "b-2010/1"),
        ("a-2005/2", "b-2010/1"),
    ]
