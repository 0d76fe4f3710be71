"""The steering group's report: a plan's state as plain data, and the data through templates."""

from hsplan.report.context import report_context
from hsplan.report.records import Report
from hsplan.report.setting import Audience

__all__ = ["Audience", "Report", "report_context"]
