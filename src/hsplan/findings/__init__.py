"""The one record that every room reports with, and how its sentences speak of a plan's words."""

from hsplan.findings.finding import Finding, Related
from hsplan.findings.near import did_you_mean, nearest, the_first
from hsplan.findings.place import Place
from hsplan.findings.plain import plain
from hsplan.findings.quoting import brief, shorten
from hsplan.findings.severity import SEVERITIES, Severity, at_least

__all__ = [
    "SEVERITIES",
    "Finding",
    "Place",
    "Related",
    "Severity",
    "at_least",
    "brief",
    "did_you_mean",
    "nearest",
    "plain",
    "shorten",
    "the_first",
]
