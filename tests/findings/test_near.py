"""Did you mean: the likeliest word comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.cli.app import COMMANDS
from hsplan.findings import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("lnit", "lint"),
        ("lsit", "list"),
        ("repotr", "report"),
        ("stauts", "status"),
        ("shwo", "show"),
        ("confg", "config"),
        ("xyz", ""),
    ],
)
def test_letters_that_changed_places_are_known_again(word: str, meant: str) -> None:
    assert nearest(word, COMMANDS) == meant


@given(st.sampled_from(sorted(COMMANDS)), st.data())
def test_any_two_neighbours_may_change_places(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    assert nearest(word[:at] + word[at + 1] + word[at] + word[at + 2 :], COMMANDS) == word


def test_of_words_equally_like_it_the_same_beginning_counts() -> None:
    assert nearest("plan-2012", ["plan-2022", "plan-2011", "flan-2012"]) == "plan-2011"
    assert did_you_mean("zzz", ["abc"], "Look it up.") == "Look it up."


def test_a_word_in_capitals_is_known_again() -> None:
    assert nearest("WEST-KENT-2010", ["west-kent-2011", "west-kent-2010"]) == "west-kent-2010"
    assert did_you_mean("Lint", COMMANDS) == 'Did you mean "lint"?'
