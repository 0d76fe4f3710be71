"""The rule about known findings that are gone."""

from __future__ import annotations

from hsplan.lint.rule import reading_rule

KNOWN_GONE = reading_rule(
    "HS094",
    "known-gone",
    "note",
    """A known finding, kept in hsplan-known.toml, that no longer occurs; as at another date, neither then nor today.

    Why it matters: it has been mended, and it would hide the fault if it came back.

    To mend it: run `hsplan lint --write-known`, which takes it out.
    """,
)
