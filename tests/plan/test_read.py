"""Documents to records."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.document import read
from hsplan.plan import Owners, read_owners, read_plan
from hsplan.plan.period import past
from tests.conftest import ROOT

COUNTS = {
    "west-kent-2010": 33,
    "worcestershire-2007": 29,
    "worcestershire-2012": 85,
    "oxford-2013": 74,
    "oxfordshire-2021": 57,
    "worcester-2023": 55,
}


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_the_real_plans_are_read_whole(name: str, count: int) -> None:
    document = read((ROOT / "plans" / f"{name}.yaml").read_bytes(), f"plans/{name}.yaml")
    assert document.findings == ()
    plan = read_plan(document)
    assert (plan.id, len(plan.actions)) == (name, count)
    assert all(action.title for action in plan.actions)
    assert len({action.id for action in plan.actions}) == count


def test_text_is_read_as_it_was_written() -> None:
    source = (
        b'id: 1.10\ntitle: NO\nactions:\n  "1": {title: on, timescale: 2013-09-30, note: 012, lead: ~, partners: []}\n'
    )
    plan = read_plan(read(source, "x.yaml"))
    action = plan.actions[0]
    assert (plan.id, plan.title, action.title, action.timescale, action.note) == (
        "1.10",
        "NO",
        "on",
        "2013-09-30",
        "012",
    )
    assert (action.lead, action.partners) == ((), ())


def test_goals_and_actions_may_stand_without_themes() -> None:
    source = b"goals:\n  g: {title: G, actions: {a: {title: A}}}\nactions:\n  b: {title: B}\n"
    plan = read_plan(read(source, "x.yaml"))
    assert [(action.id, action.theme, action.goal) for action in plan.actions] == [("a", "", "g"), ("b", "", "")]


def test_themes_goals_and_actions_are_flat_and_in_order() -> None:
    source = b"""\
themes:
  T:
    title: T
    actions: {t1: {title: A}}
    goals:
      G: {title: G, actions: {g1: {title: B}, g2: {title: C}}}
  U: {title: U, actions: {u1: {title: D}}}
"""
    plan = read_plan(read(source, "x.yaml"))
    assert [(action.id, action.theme, action.goal) for action in plan.actions] == [
        ("t1", "T", ""),
        ("g1", "T", "G"),
        ("g2", "T", "G"),
        ("u1", "U", ""),
    ]
    assert [(group.id, group.actions) for group in plan.themes] == [("T", ("t1",)), ("U", ("u1",))]
    assert [(group.id, group.theme, group.actions) for group in plan.goals] == [("G", "T", ("g1", "g2"))]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2011", date(2011, 1, 1), date(2011, 12, 31)),
        ("2011-02", date(2011, 2, 1), date(2011, 2, 28)),
        ("2011-02-03", date(2011, 2, 3), date(2011, 2, 3)),
        ("2011-02-30", None, None),
        ("2011-13", None, None),
        ("last year", None, None),
        (None, None, None),
    ],
)
def test_past_dates(text: str | None, first: date | None, last: date | None) -> None:
    found = past(text)
    assert (found.first if found else None, found.last if found else None) == (first, last)


def test_life() -> None:
    plan = read_plan(read(b"adopted: 2013-04-01\nclosed: 2018-03-31\n", "x.yaml"))
    days = (date(2013, 3, 31), date(2013, 4, 1), date(2018, 3, 31), date(2018, 4, 1))
    assert [plan.life(day) for day in days] == ["draft", "adopted", "adopted", "closed"]


OWNERS = b"""\
owners:
  All: {kind: group, members: [Some, City, All]}
  Some: {kind: group, members: [County, District]}
  City: {name: "The City Council", kind: organisation, also: [Town Hall]}
  County: {kind: organisation}
  District: {kind: organisation}
"""


def test_groups_expand_to_their_members_once() -> None:
    owners = Owners(read_owners(read(OWNERS, "owners.yaml")))
    assert owners.expand(["All", "County", "Nobody"]) == ("County", "District", "City", "Nobody")


@pytest.mark.parametrize("words", ["City", "city", "The City Council", "town hall"])
def test_owners_are_found_by_every_spelling(words: str) -> None:
    owner = Owners(read_owners(read(OWNERS, "owners.yaml"))).resolve(words)
    assert owner is not None
    assert owner.key == "City"


def test_the_plans_own_entry_wins() -> None:
    shared = read_owners(read(b"owners:\n  OCC: {name: County}\n", "owners.yaml"))
    own = read_owners(read(b"owners:\n  OCC: {name: City}\n", "plan.yaml"))
    owner = Owners(shared, own).resolve("OCC")
    assert owner is not None
    assert owner.name == "City"


KEYS = [
    "id",
    "title",
    "period",
    "themes",
    "goals",
    "actions",
    "owners",
    "progress",
    "lead",
    "columns",
    "phases",
    "labels",
]
VALUES = st.recursive(
    st.sampled_from(["", "x", "2013-01-01", "~"]),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)),
    max_leaves=25,
)


def flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(entry) for entry in value) + "]"
    return str(value) or '""'


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1))
def test_values_of_any_shape_are_read_without_an_exception(value: dict[str, object]) -> None:
    document = read(flow(value).encode(), "x.yaml")
    assert document.root is not None
    read_plan(document)
