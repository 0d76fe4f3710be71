"""Regular expressions that could take hours are known by their look."""

from __future__ import annotations

import pytest

from hsplan.workspace.patterns import repeated_twice

ENDLESS = [
    ("Open (a+)+$", "(a+)+"),
    ("(a*)*", "(a*)*"),
    ("^(?:[a-z]+)*x", "(?:[a-z]+)*"),
    ("((a+))+", "((a+))+"),
    (r"(\w+\s?)+", r"(\w+\s?)+"),
    (r"(\w+\w)+", r"(\w+\w)+"),
    ("(?i)(A+a)+", "(A+a)+"),
    ("(.*,){20}", "(.*,){20}"),
    ("(a{2,})+", "(a{2,})+"),
    ("(a+?){,}", "(a+?){,}"),
    ("(a+|b)*", "(a+|b)*"),
    ("(?P<name>a+)+?", "(?P<name>a+)+?"),
    (r"(a)(\1+b)+", r"(\1+b)+"),
]
QUICK = [
    "(?i)^explore",
    "20[0-9][0-9]",
    "^[A-Z].*[.]$",
    r"^\w+(, \w+)*$",
    r"(\d+\.)+\d*",
    r"(\w+ )+",
    "(ab)+",
    "([(a+)]+)",
    r"\(a+\)+",
    "[]a+)]+",
    "(a+){3}",
    "(a{1,3})+",
    "(a++)+",
    "(a+)++",
    "(?#what (a+)+)a+",
    "(?P<a>x+)(?P=a)",
    "a{}",
    "(",
    "*",
]


@pytest.mark.parametrize(("pattern", "part"), ENDLESS)
def test_a_repetition_of_a_repetition_is_found(pattern: str, part: str) -> None:
    assert repeated_twice(pattern) == part


@pytest.mark.parametrize("pattern", QUICK)
def test_all_else_is_none(pattern: str) -> None:
    assert repeated_twice(pattern) == ""
