"""The lines of one action, by themselves."""

from __future__ import annotations

import pytest

from hsplan.compare.excerpt import excerpt

TEXT = b"""\
hsplan: 1
themes:
  # 5.1: not here
  T1:
    goals:
      "5":
        title: "5.1: neither"
        actions:
          "15.1": {title: "a"}
          "5.1":
            title: "b"

            # still inside
\t
            note: "5.1"
          "5.10":
            title: "c"
  T2:
    actions:
      '5.1':
        title: "d"
      5.1: {title: e}"""

ABOVE = b'        actions\n      "5"\n    goals\n  T1\nthemes\n'


def test_each_block_comes_with_the_keys_that_it_stands_in() -> None:
    first, second, third = excerpt(TEXT, "5.1")
    assert first == ABOVE + b'          "5.1":\n            title: "b"\n\n            # still inside\n\t\n' + (
        b'            note: "5.1"'
    )
    assert second == b"    actions\n  T2\nthemes\n      '5.1':\n        title: \"d\""
    assert third == b"    actions\n  T2\nthemes\n      5.1: {title: e}"


def test_line_ends_make_no_difference() -> None:
    assert excerpt(TEXT.replace(b"\n", b"\r\n"), "5.1") == excerpt(TEXT, "5.1")


@pytest.mark.parametrize("name", ["5.11", "T", "hsplan", ".1"])
def test_what_is_no_key_further_in_is_not_found(name: str) -> None:
    assert excerpt(TEXT, name) == ()


def test_an_empty_text_holds_nothing() -> None:
    assert excerpt(b"", "5.1") == ()
