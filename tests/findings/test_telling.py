"""Words as they are told: what has to be changed in none of them is quick to see, and gives the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.findings import brief, one_line, shorten, tellable

TEXTS = st.text(st.sampled_from("ab '’\"  \t\n\r\u00a0\u200b\x1b\u202e:#…é"), max_size=40)


@given(TEXTS)
def test_what_is_tellable_stands_as_it_is(text: str) -> None:
    assert not tellable(text) or brief(one_line(text)) == text


@pytest.mark.parametrize("text", ["a\nb", "a\x1bb", "a::b", "## a", "a\u202eb", "word " * 100])
def test_what_has_to_be_changed_is_not_tellable(text: str) -> None:
    assert not tellable(text)


@given(TEXTS, st.integers(1, 50))
def test_words_are_shortened_the_same_whether_or_not_that_is_quick_to_see(text: str, limit: int) -> None:
    line = " ".join(text[: 4 * limit].split())
    assert shorten(text, limit) == (line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + "…")
