"""hsplan's lines in a file of attributes, and that nothing else in it is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.git.attributes import GIVEN, MARK, own_lines, with_lines, without_lines

PATTERNS = ("plans/*.yaml", "a b/*.yaml")
OWN = f'{MARK}\nplans/*.yaml {GIVEN}\n"a b/*.yaml" {GIVEN}\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", OWN),
        ("* text=auto\n", OWN + "* text=auto\n"),
        ("* text=auto", OWN + "* text=auto"),
        ("* text=auto\r\n", (OWN + "* text=auto\n").replace("\n", "\r\n")),
        ("\ufeff* text=auto\n", "\ufeff" + OWN + "* text=auto\n"),
        (f"# a\n{MARK}\nold/*.yaml {GIVEN}\n*.png binary\n", f"# a\n{OWN}*.png binary\n"),
        (f"# a\n{MARK}", f"# a\n{OWN}"),
    ],
)
def test_lines_are_put_in_and_put_right(before: str, after: str) -> None:
    assert with_lines(before, PATTERNS) == after
    assert with_lines(after, PATTERNS) == after
    assert own_lines(after) == [f"plans/*.yaml {GIVEN}", f'"a b/*.yaml" {GIVEN}']


def test_a_line_of_somebody_else_stays() -> None:
    text = f"docs/*.yaml {GIVEN}\n{MARK}\nplans/*.yaml {GIVEN}\nplans/*.yaml text\nx/*.yaml {GIVEN}\n"
    assert without_lines(text) == f"docs/*.yaml {GIVEN}\nplans/*.yaml text\nx/*.yaml {GIVEN}\n"


LINES = st.lists(st.sampled_from(["* text=auto", "", "# a", "*.yaml eol=lf", "é/*.yaml -text"]), max_size=4)


@given(lines=LINES, end=st.sampled_from(["\n", "\r\n"]), final=st.booleans(), bom=st.booleans())
def test_what_was_there_is_there_again_afterwards(lines: list[str], end: str, final: bool, bom: bool) -> None:
    text = "\ufeff" * bom + end.join(lines) + end * final
    there = with_lines(text, PATTERNS)
    assert without_lines(there) == text
    assert without_lines(with_lines(there, ("other/*.yaml",))) == text
    assert with_lines(there, PATTERNS) == there
