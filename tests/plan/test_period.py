"""Past facts' dates, in words."""

from __future__ import annotations

import pytest

from hsplan.plan.period import Period, past, past_words, period_of
from hsplan.timescale import read
from hsplan.timescale.days import add_months, split_year


@pytest.mark.parametrize(
    ("text", "words"), [("2010-10-12", "12 October 2010"), ("2011-04", "April 2011"), ("2011", "2011")]
)
def test_past_dates_as_exactly_as_known(text: str, words: str) -> None:
    found = past(text)
    assert found is not None
    assert past_words(found) == words


@pytest.mark.parametrize("year", [1899, 1900, 1998, 1999, 2000, 2008, 2009, 2012, 2013, 2014, 2099, 2198, 2199, 2200])
def test_the_short_way_is_the_readings(year: int) -> None:
    for wording, months in ((split_year(year), 12), *((f"Q{number} {split_year(year)}", 3) for number in range(1, 5))):
        due = read(wording).due
        found = period_of(wording)
        if due is None:
            assert found is None
        else:
            assert found is not None
            assert found == Period(found.start, due)
            assert add_months(found.start, months).toordinal() == due.toordinal() + 1


@pytest.mark.parametrize("wording", ["2013/15", "2013/12", "Q5 2013/14", "Q0 2013/14", "2013/14/15", "1899/00"])
def test_what_only_looks_like_it_is_read(wording: str) -> None:
    assert period_of(wording) == period_of(f" {wording.replace('/', ' / ')}")
