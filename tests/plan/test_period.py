"""Past facts' dates, in words."""

from __future__ import annotations

import pytest

from hsplan.plan.period import past, past_words


@pytest.mark.parametrize(
    ("text", "words"), [("2010-10-12", "12 October 2010"), ("2011-04", "April 2011"), ("2011", "2011")]
)
def test_past_dates_as_exactly_as_known(text: str, words: str) -> None:
    found = past(text)
    assert found is not None
    assert past_words(found) == words
