"""How much is shown, and whether in colour."""

from __future__ import annotations

from typing import NamedTuple

from hsplan.findings import Severity

_CODES = {"error": "31", "warning": "33", "note": "36", "bold": "1", "dim": "2"}


class Style(NamedTuple):
    """`colour`: terminal colours. `show_accepted`: list what stands accepted, with its reasons."""

    colour: bool = False
    show_accepted: bool = False

    def paint(self, text: str, as_what: Severity | str) -> str:
        """The text in the colour of a severity, or "bold" or "dim"."""
        return f"\x1b[{_CODES[as_what]}m{text}\x1b[0m" if self.colour and text else text
