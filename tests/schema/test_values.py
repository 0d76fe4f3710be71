"""What counts as a day, a past date, a figure, a flag, an id."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.schema.values import (
    COLUMN_PATTERN,
    DAY_PATTERN,
    PAST_PATTERN,
    figure,
    flag,
    is_column,
    is_day,
    is_past,
    whole,
)


@pytest.mark.parametrize("text", ["2010-07-01", "2012-02-29", "0001-01-01", "9999-12-31"])
def test_days(text: str) -> None:
    assert is_day(text)
    assert is_past(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "2010-02-30",
            "2010-13-01",
            "20100701",
            "2010-W26-4",
            "2010-7-1",
            "31/03/2020",
            "2010-07-01\n",
            "0000-01-01",
        ),
        *("٢٠١٠-٠٧-٠١", "2010-07-01T00:00", "2010-07-0 ", "-010-07-01"),
    ],
)
def test_no_days(text: str) -> None:
    assert not is_day(text)
    assert not is_past(text)


@pytest.mark.parametrize("text", ["2010", "2010-07", "2010-12"])
def test_past_dates(text: str) -> None:
    assert is_past(text)
    assert not is_day(text)


@pytest.mark.parametrize("text", ["0000", "2010-00", "2010-13", "201", "20100", "2010-7", "2010-07-", "²⁰¹⁰", "2010\n"])
def test_no_past_dates(text: str) -> None:
    assert not is_past(text)


@given(st.text("0123456789-x\n", max_size=11) | st.dates().map(date.isoformat))
def test_the_patterns_for_editors_take_in_what_we_take(text: str) -> None:
    assert not is_day(text) or re.search(DAY_PATTERN, text)
    assert not is_past(text) or re.search(PAST_PATTERN, text)


@given(st.text("x-aA1._ /\n", max_size=5).map("x-".__add__) | st.text("x-a ", max_size=4))
def test_columns_are_as_the_pattern_says(text: str) -> None:
    assert is_column(text) == bool(re.search(COLUMN_PATTERN, text))


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("-5", -5), ("4.50", 4.5), ("007", 7), ("1,200", None), ("12%", None), ("1e5", None), ("nan", None)],
)
def test_figures(text: str, number: float | None) -> None:
    assert figure(text) == number
    assert type(figure(text)) is type(number)


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1), ("01", 1), ("1.0", None), ("-1", None), ("²", None), ("", None)]
)
def test_whole_numbers(text: str, number: int | None) -> None:
    assert whole(text) == number


@pytest.mark.parametrize(
    ("text", "is_true"), [("true", True), ("False", False), ("yes", None), ("tRUE", None), ("", None)]
)
def test_flags(text: str, is_true: bool | None) -> None:
    assert flag(text) is is_true
