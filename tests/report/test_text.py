"""Single texts, lengths of time, and Markdown's own signs."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.findings import counted, full_stop, listed
from hsplan.findings.markdown import as_markdown
from hsplan.monitor.lengths import how_long
from hsplan.report.text import clean
from hsplan.timescale.days import months_later


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2013-09-30", "2013-09-30", "0 days"),
        ("2013-09-30", "2013-10-01", "1 day"),
        ("2013-09-30", "2013-10-31", "31 days"),
        ("2013-09-30", "2013-11-02", "1 month and 2 days"),
        ("2013-06-30", "2013-12-31", "6 months"),
        ("2013-02-28", "2013-05-31", "3 months"),
        ("2013-02-28", "2013-05-01", "2 months and 1 day"),
        ("2012-01-30", "2012-03-29", "1 month and 29 days"),
        ("2010-06-30", "2011-06-30", "12 months"),
        ("2011-03-31", "2023-12-01", "12 years and 8 months"),
    ],
)
def test_how_long(start: str, end: str, words: str) -> None:
    assert how_long(date.fromisoformat(start), date.fromisoformat(end)) == words


@pytest.mark.parametrize(
    ("day", "later"),
    [
        ("2011-06-30", "2011-09-30"),
        ("2010-11-15", "2011-02-15"),
        ("2011-11-29", "2012-02-29"),
        ("9999-11-01", "9999-12-31"),
    ],
)
def test_a_quarter_later(day: str, later: str) -> None:
    assert months_later(date.fromisoformat(day), 3) == date.fromisoformat(later)


def test_small_words() -> None:
    assert [listed(texts) for texts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert [counted(number, "action") for number in (0, 1, 2)] == ["0 actions", "1 action", "2 actions"]
    assert [full_stop(text) for text in ("", "Why?", "So")] == ["", "Why?", "So."]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  two\n\tlines ", "two lines"),
        ("=1+1", "=1+1"),
        ("＝1", "＝1"),
        ("-5", "-5"),
        ("+3.5%", "+3.5%"),
        ("-£1,200", "-£1,200"),
        ("- a dash", "- a dash"),
        ("a\u202eb\u200bc", "abc"),
        ("\ud800\ufffe", "\ufffd\ufffd"),
        ("Cafés – “B&B”", "Cafés – “B&B”"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Plain text, 2010-11 (B&B).", "Plain text, 2010-11 (B&B)."),
        ("a|b", r"a\|b"),
        ("a_b*c`d", r"a\_b\*c\`d"),
        ("<b>", "&lt;b>"),
        ("&lt;", "&amp;lt;"),
        ("# a", r"\# a"),
        ("1. a", r"1\. a"),
        ("1.1 a", "1.1 a"),
        ("> a", r"\> a"),
        ("https://a", r"https\://a"),
        ("www.a", r"www\.a"),
        ("a\nb", "a b"),
    ],
)
def test_markdown_as_markdown(text: str, escaped: str) -> None:
    assert as_markdown(text) == escaped
