"""The names of a site's pages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.report.addresses import addresses, file_names, link

_odd = st.text(alphabet=st.sampled_from('aAbB.-_ /\\:*?"<>|%#ü\u202e0'), max_size=12)
_ids = st.sets(st.one_of(_odd, st.text(max_size=80), st.sampled_from(["CON", "con", "nul.1", "A1", "a1", "..", "."])))
SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@pytest.mark.parametrize("key", ["5.1", "A1.2", "G1.2.6", "west-kent-2010", "x_y", "a", "console", "Y2"])
def test_an_ordinary_id_is_its_own_name(key: str) -> None:
    assert file_names({key, "other"})[key] == key


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("CON", "CON--55df9cfa"),
        ("nul.5", "nul-5--ac04beae"),
        ("5.1.", "5-1--4d14ef41"),
        ("../../etc/passwd", "etc-passwd--d9fb9fdd"),
        ("", "id--e3b0c442"),
        ("a--b", "a-b--1c1d6f6d"),
        ("x" * 61, f"{'x' * 48}--77da1cf9"),
    ],
)
def test_a_name_that_a_disk_does_not_take_gets_a_mark(key: str, name: str) -> None:
    found = file_names({key, "other"})[key]
    assert re.sub(r"[0-9a-f]{8}$", "", found) == re.sub(r"[0-9a-f]{8}$", "", name)
    assert re.search(r"--[0-9a-f]{8}$", found)


def test_capitals_alone_tell_no_two_names_apart() -> None:
    found = file_names({"A1", "a1", "A2"})
    assert found["A2"] == "A2"
    assert found["A1"].startswith("A1--")
    assert found["a1"].startswith("a1--")
    assert found["A1"].casefold() != found["a1"].casefold()


@given(_ids)
def test_every_id_has_a_safe_name_of_its_own(ids: set[str]) -> None:
    found = file_names(ids)
    assert found.keys() == ids
    assert len({name.casefold() for name in found.values()}) == len(ids)
    assert found == file_names(sorted(ids, reverse=True))
    for name in found.values():
        assert SAFE.fullmatch(name)
        assert not RESERVED.fullmatch(name)
        assert len(name) <= 60


def test_addresses_and_the_ways_between_them() -> None:
    where = addresses({"a-2013": ["1", "2"], "b-2018": ["1"]})
    assert where.plans == {"a-2013": "plans/a-2013.html", "b-2018": "plans/b-2018.html"}
    assert where.actions["b-2018/1"] == "plans/b-2018/1.html"
    assert link("index.html", "plans/a-2013.html") == "plans/a-2013.html"
    assert link("plans/a-2013.html", "index.html") == "../index.html"
    assert link("plans/a-2013.html", "plans/a-2013/1.html") == "a-2013/1.html"
    assert link("plans/a-2013/1.html", "plans/b-2018/1.html") == "../b-2018/1.html"
