"""The tables hold together: every form's builder takes what its pattern can give it."""

from __future__ import annotations

import inspect
from itertools import product

import pytest

from hsplan.timescale.cascade import Form, Part, Patterns
from hsplan.timescale.grammar import KNOWN, TABLES

FIGURES = {"n1", "n2", "n3", "n5", "n8", "y4", "o"}
VALUED = FIGURES | {cls for cls, value in KNOWN.values() if value is not None}
VALUED |= {form.makes for table in TABLES for form in table.forms if form.build is not None or form.value is not None}
VALUED -= {"w", "status", "fy"}  # made by a builder, and yet without a value
FORMS = [
    pytest.param(form, table.row(number), id=form.pattern)
    for table in TABLES
    for number, form in enumerate(table.forms)
    if form.build is not None
]


def counts(row: tuple[Part, ...]) -> set[int]:
    """How many values the builder may get."""
    choices = []
    for part in row:
        if part.ahead:
            continue
        given = {int(cls in VALUED) for cls in part.classes}
        choices.append(given | {0} if part.optional else given)
    return {sum(chosen) for chosen in product(*choices)}


@pytest.mark.parametrize(("form", "row"), FORMS)
def test_a_builder_takes_the_values_of_its_pattern(form: Form, row: tuple[Part, ...]) -> None:
    assert form.build is not None
    signature = inspect.signature(form.build)
    for count in counts(row):
        signature.bind(None, *range(count))


def test_a_pattern_is_taken_apart() -> None:
    assert Patterns({}).row("[of] DAY > month") == (
        Part(frozenset({"of"}), True, False),
        Part(frozenset({"n1", "n2", "o"}), False, False),
        Part(frozenset({"month"}), False, True),
    )
