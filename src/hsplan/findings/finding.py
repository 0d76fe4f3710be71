"""What a rule reports."""

from __future__ import annotations

from hsplan.findings.place import Place
from hsplan.findings.severity import Severity
from hsplan.frozen import Frozen


class Related(Frozen):
    """Another place that explains a finding, with a few words on what is there."""

    place: Place
    message: str


class Finding(Frozen):
    """One thing that is wrong or doubtful, in an officer's words.

    A room that reports gives `name` (of the rule), what and where; `rule` (its code) and `severity` are the lint
    engine's to fill in, so no room decides how grave its own findings are.
    """

    name: str
    message: str
    place: Place
    help: str = ""
    plan: str = ""
    action: str = ""
    related: tuple[Related, ...] = ()
    rule: str = ""
    severity: Severity = "error"
    proposed: tuple[str, ...] = ()
    """What the finding names that may stand in the place of the word it is about, or above it."""
    unless: tuple[str, ...] = ()
    """Rule, plan and action of a finding that says the same at the place where it is mended, perhaps in another file;
    () where none would. Where that one stands, this one need not be told."""
