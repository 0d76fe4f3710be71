"""A plan's account balances at every date, and what two plans say of each other agrees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.monitor import PlanState, assess
from hsplan.monitor.account import Account
from hsplan.monitor.accounts import Accounts, accounts
from hsplan.monitor.book import book_of
from hsplan.monitor.ledger import Ledger
from hsplan.monitor.life import life
from hsplan.monitor.lineage import Lineage, lineage
from hsplan.plan import STATUSES
from hsplan.workspace import Workspace, load_config
from tests.conftest import ROOT
from tests.monitor.county import YEARS, County, county, plans_of
from tests.monitor.family import Actions, action, entry, states

END = "2010-03-31"
PLANS: dict[str, Actions] = {
    "a-2005": {
        "1": action("", entry(END, "carried over", "b-2010/1", "b-2010/2")),
        "2": action("", entry(END, "carried over", "b-2010/2")),
        "3": action("", entry(END, "carried over")),
        "4": action("", entry(END, "achieved", "b-2010/3")),
        "5": action("", entry("2008-01-01", "superseded", "a-2005/6")),
        "6": action("", entry("2009-01-01", "now routine")),
        "7": action("", entry("2009-01-01", "withdrawn")),
        "8": action("", entry("2009-01-01", "withdrawn", decided=False)),
        "9": action(),
    },
    "b-2010": {
        **{str(number): action() for number in range(1, 5)},
        "5": action(carried_from=["old-2000/1"]),
        "6": action("", entry("2011-01-01", "carried over", "away-2020/?")),
    },
}


def numbers(found: Account) -> tuple[int, ...]:
    return tuple(found.numbers.values())


def accounted(plans: list[PlanState], *elsewhere: str) -> Accounts:
    return accounts([book_of(each) for each in plans], elsewhere=elsewhere)


def balances(found: Account) -> bool:
    ended = found.achieved + found.now_routine + found.withdrawn + found.superseded + found.carried_out
    return found.opened + found.carried_in == ended + found.still_open


@pytest.mark.parametrize(
    ("as_at", "of_a", "of_b"),
    [
        ("2007-01-01", (9, 0, 0, 0, 0, 0, 0, 9), (5, 1, 0, 0, 0, 0, 0, 6)),
        ("2009-06-30", (9, 0, 0, 1, 1, 1, 0, 6), (5, 1, 0, 0, 0, 0, 0, 6)),
        ("2010-03-31", (9, 0, 1, 1, 1, 1, 3, 2), (2, 4, 0, 0, 0, 0, 0, 6)),
        ("2011-01-01", (9, 0, 1, 1, 1, 1, 3, 2), (2, 4, 0, 0, 0, 0, 1, 5)),
    ],
)
def test_account(as_at: str, of_a: tuple[int, ...], of_b: tuple[int, ...]) -> None:
    found = accounted(states(PLANS, as_at), "away-2020").plans
    assert [numbers(each) for each in found] == [of_a, of_b]
    assert all(map(balances, found))


def test_account_in_words() -> None:
    assert [each.sentence for each in accounted(states(PLANS, "2010-03-31"), "away-2020").plans] == [
        "9 opened by the plan: 1 achieved, 1 now routine, 1 withdrawn, 1 superseded, 3 carried over and 2 still open.",
        "2 opened by the plan and 4 carried in from another plan: 6 still open.",
    ]


def test_ledger_counts_splits_and_merges() -> None:
    first, elsewhere, before = accounted(states(PLANS, "2011-01-01"), "away-2020").ledgers
    assert (first.sent, first.became) == (("1", "2", "4"), ("1", "2", "3"))
    assert (first.split, first.merged, first.carried_over, first.faults) == (("1",), ("2",), 2, ())
    assert [ledger.told() for ledger in (first, elsewhere, before)] == [
        "3 actions of a-2005 became 3 actions of b-2010 (2 carried over and 1 that had ended and was "
        "taken further; 1 was split; 1 of the new ones comes from several).",
        "1 action of b-2010 went into away-2020; as which actions is not known.",
        "1 action of old-2000 became 1 action of b-2010.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        (entry(END, "carried over", "b-2010/9"), {}, ["no action"]),
        (entry(END, "carried over"), {"carried_from": ["a-2005/1"]}, ["not named back"]),
        (entry(END, "carried over", "b-2010/1"), {"carried_from": ["a-2005/1"]}, []),
    ],
)
def test_a_ledger_tells_where_two_plans_disagree(
    old: Mapping[str, Any], new: Mapping[str, Any], faults: list[str]
) -> None:
    (found,) = accounted(
        states({"a-2005": {"1": action("", old)}, "b-2010": {"1": action(**new)}}, "2012-01-01")
    ).ledgers
    assert [orphan.fault for orphan in found.faults] == faults


# Any family of plans

NAMES = [f"p{plan}-{2000 + 5 * plan}/{number}" for plan in range(3) for number in range(1, 4)]
TARGETS = st.lists(
    st.sampled_from([*NAMES, "p0-2000/9", "p1-2005/?", "gone-1990/1", "away-2020/?", "away-2020/4", "7"])
)
DAYS = [f"{year}-{end}" for year in range(2001, 2012, 2) for end in ("03-31", "09-30")]
ENTRIES = st.builds(
    lambda day, status, into, decided: entry(day, status, *into, decided=decided),
    st.sampled_from(DAYS),
    st.sampled_from([*STATUSES, "carried over", "superseded", "no change"]),
    TARGETS,
    st.booleans(),
)
ACTION = st.builds(
    lambda due, entries, claimed: action(due, *entries, carried_from=claimed),
    st.sampled_from(["", *DAYS]),
    st.lists(ENTRIES, max_size=3),
    st.one_of(st.just([]), TARGETS),
)
FAMILIES = st.fixed_dictionaries(
    {f"p{plan}-{2000 + 5 * plan}": st.fixed_dictionaries({str(n): ACTION for n in range(1, 4)}) for plan in range(3)}
)


@given(FAMILIES, st.sampled_from(DAYS))
def test_every_account_balances_and_every_life_ends(plans: dict[str, Actions], as_at: str) -> None:
    made = states(plans, as_at)
    of = lineage(made, ("away-2020",))
    kept = accounted(made, "away-2020")
    for plan, found in zip(made, kept.plans, strict=True):
        assert balances(found)
        assert found.opened + found.carried_in == len(plan.actions)
    assert set(kept.broken) == set(of.orphans)
    for each in (life(of, name) for name in of.actions):
        assert each.action in each.chain
        assert len(set(each.chain)) == len(each.chain)
        assert set(pairwise(each.chain)) <= set(of.pairs)
        assert (each.slippage_days is None) == (each.first_due is None or each.due is None)
        assert each.circular or all(set(each.chain).isdisjoint(names) for names in of.cycles)
    assert {each for ledger in kept.ledgers for each in received(ledger)} == carried_in(of, made)


@given(FAMILIES, st.sampled_from(DAYS), st.sampled_from(NAMES), ENTRIES)
def test_a_later_entry_never_changes_an_earlier_lineage(
    plans: dict[str, Actions], as_at: str, name: str, later: dict[str, object]
) -> None:
    before = lineage(states(plans, as_at), ("away-2020",))
    plan_id, _, number = name.partition("/")
    next_day = str(date.fromisoformat(as_at) + timedelta(days=1))
    changed = {**plans[plan_id][number]}
    changed["progress"] = [*changed["progress"], {**later, "date": next_day, "decided": next_day}]
    after = lineage(states({**plans, plan_id: {**plans[plan_id], number: changed}}, as_at), ("away-2020",))
    assert (after.pairs, after.orphans, after.cycles) == (before.pairs, before.orphans, before.cycles)


def received(ledger: Ledger) -> list[str]:
    return [f"{ledger.new}/{new}" for new in ledger.became]


def carried_in(of: Lineage, made: list[PlanState]) -> set[str]:
    """The names that come from another plan, of actions here or in a plan elsewhere (the unknown left out)."""
    pairs = [(old, new) for old, new in of.pairs if old.partition("/")[0] != new.partition("/")[0]]
    return {new for _, new in pairs if not new.endswith("/?")}


# The simulated county


@pytest.fixture(scope="module")
def made() -> County:
    return county()


@pytest.fixture(scope="module")
def by_year(made: County) -> dict[date, list[PlanState]]:
    plans = plans_of(made)
    return {day: [assess(plan, owners, day) for plan, owners in plans] for day in YEARS}


def test_the_county_is_as_large_as_it_should_be(made: County, by_year: dict[date, list[PlanState]]) -> None:
    last = by_year[YEARS[-1]]
    assert (len(made.plans), sum(len(plan.actions) for plan in last), len(YEARS)) == (24, 2400, 22)
    assert county() == made
    assert len(made.links) > 500


@pytest.mark.parametrize("day", YEARS, ids=str)
def test_the_county_balances_every_year(made: County, by_year: dict[date, list[PlanState]], day: date) -> None:
    for plan, found in zip(by_year[day], accounted(by_year[day]).plans, strict=True):
        assert balances(found)
        assert numbers(found) == counted(made, plan.plan.id, len(plan.actions), day)


@pytest.mark.parametrize("day", YEARS, ids=str)
def test_the_countys_ledgers_agree_pairwise(made: County, by_year: dict[date, list[PlanState]], day: date) -> None:
    kept = accounted(by_year[day])
    found = kept.ledgers
    assert not any(ledger.faults for ledger in found)
    links = [(old, new) for old, new in made.links if made.ends[old][0] <= day and plan_of(old) != plan_of(new)]
    assert {(ledger.old, ledger.new) for ledger in found} == {(plan_of(old), plan_of(new)) for old, new in links}
    for ledger in found:
        between = [link for link in links if (plan_of(link[0]), plan_of(link[1])) == (ledger.old, ledger.new)]
        assert len(ledger.sent) == len({old for old, _ in between})
        assert len(ledger.became) == len({new for _, new in between})
    for plan in kept.plans:
        into = {name for ledger in found if ledger.new == plan.plan for name in received(ledger)}
        assert plan.carried_in == len(into)


def plan_of(name: str) -> str:
    return name.partition("/")[0]


def counted(made: County, plan_id: str, actions: int, day: date) -> tuple[int, ...]:
    """The account as it must be, counted from what the county's maker decided."""
    carried = {new for old, new in made.links if made.ends[old][0] <= day and plan_of(old) != plan_of(new)}
    into = sum(plan_of(new) == plan_id for new in carried)
    ended = [how for name, (when, how) in made.ends.items() if plan_of(name) == plan_id and when <= day]
    closed = [ended.count(how) for how in ("achieved", "now routine", "withdrawn", "superseded", "carried over")]
    return (actions - into, into, *closed, actions - sum(closed))


# The real pair


def test_worcestershire_2007_into_2012() -> None:
    config, root = load_config(str(ROOT / "plans"))
    workspace = Workspace.load([], config, root)
    both = [workspace.sibling(plan_id) for plan_id in ("worcestershire-2007", "worcestershire-2012")]
    day = date(2011, 3, 31)
    made = [assess(each.plan, each.owners, day) for each in both if each is not None and each.plan is not None]
    kept = accounted(made)
    assert [numbers(each) for each in kept.plans] == [(29, 0, 11, 0, 0, 0, 16, 2), (67, 18, 0, 0, 0, 0, 0, 85)]
    (found,) = kept.ledgers
    assert (len(found.sent), len(found.became), found.carried_over, len(found.links)) == (16, 18, 15, 21)
    assert found.merged == ("G2.2.1", "G1.3.1", "G1.3.2")
    assert found.split == ("Y3.5", "Y3.3", "Y4.1", "Y2.6", "Y2.11")
    assert not found.faults
    assert "Y2.11" in found.sent
    assert [orphan.sentence for orphan in kept.broken] == [
        "worcestershire-2007/Y2.4 is carried over, but does not say into which action."
    ]
