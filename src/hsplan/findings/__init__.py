"""The one record that every room reports with, and how its sentences speak of a plan's words."""

from hsplan.findings.commands import command, quoted_command
from hsplan.findings.finding import Finding, Related
from hsplan.findings.near import did_you_mean, nearest, the_first
from hsplan.findings.place import Place
from hsplan.findings.plain import one_line, plain, same_length
from hsplan.findings.quoting import brief, shorten, tellable
from hsplan.findings.sentences import capital, counted, full_stop, listed, some, the
from hsplan.findings.severity import SEVERITIES, Severity
from hsplan.findings.workflow import from_top, workflow_command

__all__ = [
    "SEVERITIES",
    "Finding",
    "Place",
    "Related",
    "Severity",
    "brief",
    "capital",
    "command",
    "counted",
    "did_you_mean",
    "from_top",
    "full_stop",
    "listed",
    "nearest",
    "one_line",
    "plain",
    "quoted_command",
    "same_length",
    "shorten",
    "some",
    "tellable",
    "the",
    "the_first",
    "workflow_command",
]
