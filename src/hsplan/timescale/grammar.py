"""The tables in the order in which they are applied, and the words that they know."""

from __future__ import annotations

from typing import Any, Final

from hsplan.timescale import calendar_forms, figures, frequency, phrases, relative, spans, year_forms
from hsplan.timescale.cascade import Form, Patterns, Table, named
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


def _tables() -> tuple[tuple[Table, ...], dict[str, tuple[str, Any]]]:
    made = {form.makes for level in _LEVELS for form in level}
    classes = {cls for cls, _ in WORDS.values()} | made | _TOKENS | {"year", "point"}
    patterns = Patterns({word: cls for word, (cls, _) in WORDS.items() if word not in classes})
    literal = named([form.pattern for level in _LEVELS for form in level]) - classes
    known: dict[str, tuple[str, Any]] = {name: (name, None) for name in literal}
    return tuple([Table(level, patterns) for level in _LEVELS]), {**known, **WORDS}


TABLES, KNOWN = _tables()
