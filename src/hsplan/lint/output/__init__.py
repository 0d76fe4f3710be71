"""The formats in which findings are printed, one module each."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from hsplan.lint.engine import Report
from hsplan.lint.output.style import Style

Writer = Callable[[Report, Style], str]


def _writer(module: str, function: str = "write") -> Writer:
    """A format's function, whose module is imported when it writes: a run uses one of them."""

    def write(report: Report, style: Style) -> str:
        text = getattr(import_module(f"hsplan.lint.output.{module}"), function)(report, style)
        assert isinstance(text, str)
        return text

    return write


FORMATS: dict[str, Writer] = {
    name: _writer(name)
    for name in ("text", "concise", "json", "github", "gitlab", "sarif", "junit", "azure", "markdown")
}

OF_A_REPOSITORY = frozenset({"github", "gitlab", "sarif", "azure"})
"""The formats whose readers know files by their paths from the top of the repository."""

STATISTICS: dict[str, Writer] = {name: _writer("statistics", name) for name in ("text", "json")}
"""The formats that can give counts instead of findings."""

__all__ = ["FORMATS", "OF_A_REPOSITORY", "STATISTICS", "Style", "Writer"]
