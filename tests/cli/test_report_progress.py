"""The bar is for somebody who waits at a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from hsplan.cli.quiet import call
from hsplan.cli.report_progress import watched


class Terminal(io.StringIO):
    """A stream that says that somebody looks at it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("terminal", "seconds", "drawn"), [(True, 0.6, True), (True, 0.01, False), (False, 9, False)])
def test_is_drawn_on_a_terminal_after_a_second(
    terminal: bool, seconds: float, drawn: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]

    def later() -> float:
        now[0] += seconds
        return now[0]

    stream = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("time.monotonic", later)
    monkeypatch.setenv("TERM", "xterm")
    assert list(watched(iter(range(5)), 5, "Writing the site")) == [0, 1, 2, 3, 4]
    assert ("Writing the site" in stream.getvalue()) == drawn


def test_is_not_drawn_where_the_result_alone_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("time.monotonic", iter(range(0, 99, 9)).__next__)
    monkeypatch.setenv("TERM", "xterm")

    def run() -> list[int]:
        return list(watched(range(5), 5, "Writing the site"))

    assert call(run, {"quiet": True}) == [0, 1, 2, 3, 4]
    assert stream.getvalue() == ""
