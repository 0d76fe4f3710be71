"""The rule about known findings that are gone."""

from __future__ import annotations

from hsplan.lint.rule import reading_rule

KNOWN_GONE = reading_rule(
    "HS094",
    "known-gone",
    "note",
    """A known finding, kept in hsplan-known.toml, that no longer occurs; as at another date, neither then nor today.
    Also a word there that is no rule's name, but like one.

    Why it matters: it has been mended, and it would hide the fault if it came back.

    To mend it: take it out of the file; where some of them still occur, write there how many. Where nothing else is
    found, let `hsplan lint --write-known` do it; else that would make known what is new.
    """,
)
