"""The words by which an officer reports how an action stands."""

STATUSES = (
    "not started",
    "deferred",
    "in progress",
    "carried over",
    "superseded",
    "withdrawn",
    "now routine",
    "achieved",
)
"""From the least advanced on; an action that several organisations must do takes the first of theirs."""

CLOSED = frozenset({"achieved", "now routine", "carried over", "superseded", "withdrawn"})
"""After these an action is no longer open in its plan."""

PROPOSABLE = frozenset({"deferred", "superseded", "withdrawn"})
"""These need somebody's agreement: with `decision:` but no `decided:` they are proposals and change nothing."""

NOT_REPORTED = "not reported"
"""No entry has said how the action stands, which is not "not started"."""

NO_CHANGE = "no change"
"""Renews the entry before it, by the same organisation."""
