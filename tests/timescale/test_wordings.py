"""Tables of wordings: one row a test. A row added to a .tsv file is a test."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from hsplan.timescale import Context, read

HERE = Path(__file__).parent
CONTEXTS = {
    "none": Context(),
    "oxford-2013": Context(date(2013, 4, 1), date(2018, 3, 31), date(2013, 4, 1)),
    "oxfordshire-2021": Context(date(2021, 4, 1), date(2026, 3, 31), date(2021, 4, 1)),
    "worcester-2023": Context(
        date(2023, 1, 1),
        date(2025, 12, 31),
        date(2023, 1, 1),
        (
            ("Year One", date(2023, 1, 1), date(2023, 12, 31)),
            ("Years Two & Three", date(2024, 1, 1), date(2025, 12, 31)),
        ),
    ),
    "worcestershire-2012": Context(date(2012, 4, 1), date(2017, 3, 31)),
    "worcestershire-2007": Context(
        date(2007, 4, 1),
        date(2011, 3, 31),
        date(2007, 4, 1),
        (
            ("Year One", date(2007, 4, 1), date(2008, 3, 31)),
            ("Year Two", date(2008, 4, 1), date(2009, 3, 31)),
            ("Year Four", date(2009, 4, 1), date(2010, 3, 31)),
            ("Year Four (2010-11)", date(2010, 4, 1), date(2011, 3, 31)),
        ),
    ),
    "west-kent-2010": Context(date(2010, 7, 1), date(2011, 6, 30), date(2010, 7, 1)),
    "plan-2022": Context(date(2022, 4, 1), date(2027, 3, 31), date(2022, 4, 1)),
    "june-2022": Context(date(2022, 6, 15), date(2027, 6, 14), date(2022, 7, 20)),
}


class Row(NamedTuple):
    context: str
    wording: str
    kind: str
    start: str
    due: str
    doubt: str


def rows(name: str) -> list[Row]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def check(row: Row) -> None:
    found = read(row.wording, CONTEXTS[row.context])
    start = found.start.isoformat() if found.start else "-"
    due = found.due.isoformat() if found.due else "-"
    doubt = "yes" if found.doubt else "no"
    assert (found.kind, start, due, doubt) == (row.kind, row.start, row.due, row.doubt), found


@pytest.mark.parametrize("row", rows("seeds.tsv"), ids=lambda row: f"{row.context}: {row.wording}")
def test_every_wording_of_the_six_plans(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", rows("wordings.tsv"), ids=lambda row: f"{row.context}: {row.wording}")
def test_wordings(row: Row) -> None:
    check(row)


def test_there_are_enough_wordings() -> None:
    assert len({row.wording for row in rows("wordings.tsv")}) >= 400


def test_nothing_is_past_over_in_silence() -> None:
    """What is unparseable always says why; a reading with a doubt and a due date says how to write it plainly."""
    for row in (*rows("seeds.tsv"), *rows("wordings.tsv")):
        found = read(row.wording, CONTEXTS[row.context])
        if found.kind == "unparseable":
            assert found.doubt, row
        if found.doubt and found.due and found.kind not in ("ongoing", "recurring"):
            assert found.suggestion, row
            plain = read(found.suggestion, CONTEXTS[row.context])
            assert (plain.due, plain.doubt) == (found.due, None), row
