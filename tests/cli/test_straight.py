"""What is read without typer is what typer reads: the same commands, given the same."""

from __future__ import annotations

from inspect import signature
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.cli import parser
from hsplan.cli.app import COMMANDS, command_module
from hsplan.cli.declared import Argument
from hsplan.cli.straight import parameters, straight

WORDS = st.sampled_from(["HEAD", "2026-11-22", "", "-", "--", "-5", "a=b", "plans/a b.yaml", "-x", "--nothing", "-h"])


def by_typer(name: str, words: list[str]) -> object:
    """What typer gives the command, or None where it stops with a message."""
    with patch("hsplan.cli.parser.call", lambda run, values: values):
        try:
            return parser.run([name, *words])
        except Exception:
            return None


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A command and words after it: its own options, now whole, now joined, shortened or without a value."""
    name = draw(st.sampled_from(list(COMMANDS)))
    options = [
        each.declared for each in parameters(command_module(name).run) if not isinstance(each.declared, Argument)
    ]
    words = []
    for _ in range(draw(st.integers(0, 5))):
        option, value = draw(st.sampled_from(options)), draw(WORDS)
        forms = [[option.name], [option.name, value], [f"{option.name}={value}"], [value], [option.name[:-1], value]]
        forms += [[option.short, value], [f"{option.short}{value}"]] if option.short else []
        words += draw(st.sampled_from(forms))
    return name, words


@given(lines())
def test_a_line_is_read_as_typer_reads_it_or_left_to_it(line: tuple[str, list[str]]) -> None:
    name, words = line
    run = command_module(name).run
    values = straight(run, words)
    if values is not None:
        defaults = {each.name: each.default for each in signature(run).parameters.values()}
        assert {"quiet": False, **defaults, **values} == by_typer(name, words)


@pytest.mark.parametrize(
    ("name", "words", "values"),
    [
        ("lint", [], {}),
        ("lint", ["a.yaml", "--against", "HEAD", "b.yaml"], {"paths": ["a.yaml", "b.yaml"], "against": "HEAD"}),
        ("lint", ["--report", "sarif=a", "--report", "json=b"], {"report": ["sarif=a", "json=b"]}),
        ("lint", ["-", "--stdin-filename=a.yaml"], {"paths": ["-"], "stdin_filename": "a.yaml"}),
        ("report", ["a", "-o", "a.html", "--large-print"], {"plans": ["a"], "output": "a.html", "large_print": True}),
        ("show", ["a/1", "-q"], {"action": "a/1", "quiet": True}),
        ("show", [], None),
        ("show", ["a/1", "a/2"], None),
        ("git-setup", ["here"], None),
        ("lint", ["--help"], None),
        ("lint", ["--as-at"], None),
        ("lint", ["--as-at", "--fix"], None),
        ("lint", ["--fix=yes"], None),
        ("lint", ["--against", ""], None),
        ("lint", ["--", "--fix"], None),
        ("report", ["--copy-template", "owner", "mine"], None),
    ],
)
def test_what_is_read_and_what_is_left_to_typer(name: str, words: list[str], values: dict[str, Any] | None) -> None:
    assert straight(command_module(name).run, words) == values
