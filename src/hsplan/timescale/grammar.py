"""The tables in the order in which they are applied, and the words that they know."""

from __future__ import annotations

from typing import Any, Final

from hsplan.timescale import calendar_forms, figures, frequency, phrases, relative, spans, year_forms
from hsplan.timescale.cascade import Form, Patterns, Table
from hsplan.timescale.days import listed
from hsplan.timescale.lexicon import WORDS

_LEVELS: Final[tuple[list[Form], ...]] = (
    [*phrases.FORMS, *figures.FORMS, *frequency.FORMS],
    [*relative.TERMS, *calendar_forms.FORMS, *year_forms.FORMS],
    spans.EDGES,
    [*relative.FORMS, *frequency.LATER],
    spans.RANGES,
    spans.BRACKETS,
    [*spans.SMALL_WORDS, *relative.PREFIXED, *year_forms.ANCHORS],
)
_TOKENS: Final = frozenset(listed("y4 n1 n2 n3 n5 n8 o big w sign ' - / & ( ) ; , : . ? lt gt"))


def _classes() -> frozenset[str]:
    made = {form.makes for level in _LEVELS for form in level}
    return frozenset({cls for cls, _ in WORDS.values()} | made | _TOKENS | {"year", "point"})


def _tables() -> tuple[tuple[Table, ...], dict[str, tuple[str, Any]]]:
    classes = _classes()

    def meant(name: str) -> str:
        """Of a literal word its class: "start" in "immediate start" -> "begin"."""
        return WORDS[name][0] if name not in classes and name in WORDS else name

    patterns = Patterns(meant)
    tables = tuple(Table(level, [patterns.row(form.pattern) for form in level]) for level in _LEVELS)
    literal = patterns.names - classes
    return tables, {**{name: (name, None) for name in literal}, **WORDS}


TABLES, KNOWN = _tables()
