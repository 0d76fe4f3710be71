"""Officers' wording of deadlines -> dates. Pure; knows nothing of plans.

The path: text -> tokens -> six tables of forms, one after another (`grammar`) -> what was said (`gather`) -> one
kind and one due date (`shape`) -> the record, with what was not understood (`reading`).
"""

from hsplan.timescale.occurrences import occurrences
from hsplan.timescale.reader import Reader, reader_of
from hsplan.timescale.reading import read
from hsplan.timescale.record import Context, Fault, Kind, Precision, Span, Terms, Timescale
from hsplan.timescale.sense import sense

__all__ = [
    "Context",
    "Fault",
    "Kind",
    "Precision",
    "Reader",
    "Span",
    "Terms",
    "Timescale",
    "occurrences",
    "read",
    "reader_of",
    "sense",
]
