"""The tables in the order in which they are applied, and the words that they know."""

from __future__ import annotations

from typing import Any, Final

from hsplan.timescale import calendar_forms, figures, frequency, phrases, relative, spans, year_forms
from hsplan.timescale.cascade import Form, Part, Table, parts
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


def _translated(part: Part, classes: frozenset[str]) -> Part:
    """A part whose literal words are replaced by their classes: "start" in "immediate start" -> "begin"."""
    if part.classes <= classes:
        return part
    names = (WORDS[name][0] if name not in classes and name in WORDS else name for name in part.classes)
    return part._replace(classes=frozenset(names))


def _tables() -> tuple[tuple[Table, ...], dict[str, tuple[str, Any]]]:
    classes = _classes()
    translated: dict[Part, Part] = {}
    made = []
    for level in _LEVELS:
        rows = []
        for form in level:
            row = parts(form.pattern)
            for part in row:
                if part not in translated:
                    translated[part] = _translated(part, classes)
            rows.append(tuple(translated[part] for part in row))
        made.append(Table(level, rows))
    literal = {name for part in translated.values() for name in part.classes - classes}
    return tuple(made), {**{name: (name, None) for name in literal}, **WORDS}


TABLES, KNOWN = _tables()
