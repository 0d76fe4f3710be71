"""The formats in which findings are printed, one module each."""

from __future__ import annotations

from collections.abc import Callable

from hsplan.lint.engine import Report
from hsplan.lint.output import concise, github, json, text
from hsplan.lint.output.style import Style

Writer = Callable[[Report, Style], str]

FORMATS: dict[str, Writer] = {
    "text": text.write,
    "concise": concise.write,
    "json": json.write,
    "github": github.write,
}

__all__ = ["FORMATS", "Style", "Writer"]
