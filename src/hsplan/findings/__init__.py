"""The one record that every room reports with."""

from hsplan.findings.finding import Finding, Related
from hsplan.findings.place import Place
from hsplan.findings.plain import plain
from hsplan.findings.severity import SEVERITIES, Severity, at_least

__all__ = ["SEVERITIES", "Finding", "Place", "Related", "Severity", "at_least", "plain"]
