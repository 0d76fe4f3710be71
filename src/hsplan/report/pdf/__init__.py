"""The report's HTML as PDF, tagged: by a browser that is installed, else by WeasyPrint."""

from hsplan.report.pdf.engine import ENGINES, pdf

__all__ = ["ENGINES", "pdf"]
