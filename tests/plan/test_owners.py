"""Which owner a name means, where several share a spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.document import Map
from hsplan.plan import Owner, Owners


def owner(key: str, *also: str, name: str = "") -> Owner:
    return Owner(key, name, "team", also, (), "", (), None, None, "", "owners.yaml", Map(0))


def owners(*every: Owner, own: tuple[Owner, ...] = ()) -> Owners:
    return Owners({each.key: each for each in every}, {each.key: each for each in own})


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("ADC", ["Ashby", "Alton"]),
        ("adc", ["Ashby", "Alton"]),
        ("Ashby DC", ["Ashby"]),
        ("HO", ["HO"]),
        ("ho", ["HO"]),
        ("Options", ["Options"]),
        ("options", ["options"]),
        ("OPTIONS", ["Options", "options"]),
        ("Advice Team", ["A", "B"]),
        ("Nobody", []),
    ],
)
def test_a_shared_spelling_means_nobody(words: str, meant: list[str]) -> None:
    found = owners(
        *(owner("Ashby", "ADC", "Ashby DC"), owner("Alton", "ADC", "adc"), owner("Housing Options", "HO"), owner("HO")),
        *(owner("Options"), owner("options"), owner("A", name="Advice Team"), owner("B", "advice team")),
    )
    assert [each.key for each in found.may_mean(words)] == meant
    resolved = found.resolve(words)
    assert (resolved.key if resolved else None) == (meant[0] if len(meant) == 1 else None)


def test_an_entry_of_the_plan_that_replaces_a_shared_one_shares_nothing_with_it() -> None:
    found = owners(owner("Ashby", "ADC"), own=(owner("Ashby", "ADC", "A"),))
    assert [each.also for each in found.may_mean("ADC")] == [("ADC", "A")]
    apart = owners(owner("Ashby", "ADC"), owner("Alton", "ADC"), own=(owner("Alton"),))
    assert [each.key for each in apart.may_mean("ADC")] == ["Ashby"]


def test_a_body_that_the_plan_has_under_another_key_is_the_plans() -> None:
    """As where one plan calls the city council by letters that another plan has for the county's."""
    shared = owner("OCtyC", "OCityC", "City", name="Oxford City Council"), owner("Oxfordshire County Council", "County")
    own = owner("OCC", "City", name="Oxford City Council"), owner("Oxon", "county", name="Oxfordshire County Council")
    found = owners(*shared, own=own)
    meant = {"oxford city council": "OCC", "City": "OCC", "ocityc": "OCtyC", "COUNTY": "Oxon", "OCtyC": "OCtyC"}
    meant |= {"Oxfordshire County Council": "Oxfordshire County Council"}
    for words, key in meant.items():
        assert [each.key for each in found.may_mean(words)] == [key]


_words = st.sampled_from(["Ashby", "ashby", "Alton", "ADC", "adc", "DC", ""])


@given(st.lists(st.tuples(_words.filter(bool), _words, st.lists(_words.filter(bool), max_size=3)), max_size=5))
def test_whoever_is_meant_does_not_depend_on_the_order_of_the_list(
    entries: list[tuple[str, str, list[str]]],
) -> None:
    every = {key: owner(key, *also, name=name) for key, name, also in entries}
    one, other = Owners(every), Owners(dict(reversed(every.items())))
    for words in ("Ashby", "ASHBY", "Alton", "adc", "DC", "Nobody"):
        assert one.resolve(words) == other.resolve(words)
        assert {each.key for each in one.may_mean(words)} == {each.key for each in other.may_mean(words)}
