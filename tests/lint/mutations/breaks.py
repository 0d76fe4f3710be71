"""Every rule's break, family by family, by the names of the rules."""

from __future__ import annotations

from tests.lint.mutations import (
    of_carrying,
    of_dates,
    of_files,
    of_format,
    of_governance,
    of_indicators,
    of_moves,
    of_owners,
    of_progress,
    of_structure,
    of_timescales,
    of_words,
)
from tests.lint.mutations.page import Break

BREAKS: dict[str, Break] = {
    **of_files.BREAKS,
    **of_format.BREAKS,
    **of_format.OWN,
    **of_structure.BREAKS,
    **of_owners.BREAKS,
    **of_timescales.BREAKS,
    **of_dates.BREAKS,
    **of_moves.BREAKS,
    **of_progress.BREAKS,
    **of_carrying.BREAKS,
    **of_indicators.BREAKS,
    **of_governance.BREAKS,
    **of_words.BREAKS,
}
