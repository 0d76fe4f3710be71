"""How much is shown, and whether in colour."""

from __future__ import annotations

from hsplan.findings import SEVERITIES, Severity, from_top
from hsplan.frozen import Frozen

_CODES = {"error": "31", "warning": "33", "note": "36", "bold": "1", "dim": "2"}


class Style(Frozen):
    """`colour`: terminal colours. `show_accepted`: list what stands accepted, with its reasons. `fail_on`: from which
    severity on a run fails ("never": none), for formats that tell failures from the rest. `quiet`: without the line
    that counts, so that nothing is said where nothing is found. `here`: the current folder as the top of the repository
    has it, "housing/"; "" at the top."""

    colour: bool = False
    show_accepted: bool = False
    fail_on: str = "error"
    quiet: bool = False
    here: str = ""

    def paint(self, text: str, as_what: Severity | str) -> str:
        """The text in the colour of a severity, or "bold" or "dim"."""
        return f"\x1b[{_CODES[as_what]}m{text}\x1b[0m" if self.colour and text else text

    def from_top(self, path: str) -> str:
        """A finding's path from the top of the repository."""
        return from_top(path, self.here)

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of that severity makes the run fail."""
        return any(severity == each for each in SEVERITIES[: _reach(self.fail_on)])


def _reach(threshold: str) -> int:
    return next((number for number, each in enumerate(SEVERITIES, 1) if each == threshold), 0)
