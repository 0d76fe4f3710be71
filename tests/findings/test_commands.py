"""Suggested commands: pasted, each word is one again."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.findings import command, quoted_command

NAMES = st.text(st.sampled_from("abcé-_./~0 &();'"), min_size=1)


@pytest.mark.parametrize(
    ("name", "bare", "quoted"),
    [
        ("plans/a.yaml", "hsplan lint plans/a.yaml", '"hsplan lint plans/a.yaml"'),
        ("my plan.yaml", 'hsplan lint "my plan.yaml"', 'hsplan lint "my plan.yaml"'),
        ("R&D/a.yaml", 'hsplan lint "R&D/a.yaml"', 'hsplan lint "R&D/a.yaml"'),
        ("C:\\plans\\a.yaml", "hsplan lint C:\\plans\\a.yaml", '"hsplan lint C:\\plans\\a.yaml"'),
    ],
)
def test_a_name_with_a_space_stands_in_quotation_marks(name: str, bare: str, quoted: str) -> None:
    assert command("hsplan", "lint", name) == bare
    assert quoted_command("hsplan", "lint", name) == quoted


@given(st.lists(NAMES, min_size=1))
def test_a_shell_reads_the_same_words(names: list[str]) -> None:
    assert shlex.split(command("hsplan", *names)) == ["hsplan", *names]
