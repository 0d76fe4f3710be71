"""Each finding with its source line and a caret under the words that it is about."""

from __future__ import annotations

from hsplan.findings import Finding, counted, one_line, same_length
from hsplan.lint.engine import Report
from hsplan.lint.output import concise
from hsplan.lint.output.style import Style
from hsplan.lint.output.summary import summary

SCREEN = 20
"""Findings beside the errors from which on nobody sees the errors among them."""
WIDTH = 96
"""A longer source line is cut around the place, so that the caret stays under it on a common terminal."""


def write(report: Report, style: Style) -> str:
    """All findings with their source lines, and the summary unless it is to be quiet."""
    blocks = [_block(finding, report, style) for finding in report.findings]
    if style.show_accepted:
        for finding, reason in report.accepted:
            blocks.append(f"{concise.line(finding, style)}\n   accepted: {one_line(reason)}")
    if not style.quiet:
        blocks += _blocking(report, style)
        blocks.append(summary(report))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _blocking(report: Report, style: Style) -> list[str]:
    """The errors once more, where so much else is found that they have run off the screen."""
    errors = [finding for finding in report.findings if finding.severity == "error"]
    if not errors or style.fail_on != "error" or len(report.findings) - len(errors) <= SCREEN:
        return []
    lines = [style.paint(f"What blocks the commit: {counted(len(errors), 'error')}", "bold")]
    lines += [concise.line(finding, style) for finding in errors[:SCREEN]]
    lines += [f"and {len(errors) - SCREEN} more above."] if len(errors) > SCREEN else []
    return ["\n".join(lines)]


def _block(finding: Finding, report: Report, style: Style) -> str:
    lines = [concise.line(finding, style)]
    source = report.lines.get((finding.place.path, finding.place.line), "")
    if source.strip():
        lines += _snippet(finding, source, style)
    lines += [f"   see {related.place}: {one_line(related.message)}" for related in finding.related]
    return "\n".join(lines)


def _snippet(finding: Finding, source: str, style: Style) -> list[str]:
    start = finding.place.column - 1
    end = finding.place.end_column - 1 if finding.place.end_line == finding.place.line else len(source)
    source = same_length(source.replace("\t", " "))
    if len(source) > WIDTH:
        cut = max(0, min(start - 8, len(source) - WIDTH))
        more = "…" if cut + WIDTH < len(source) else ""
        source = ("…" if cut else "") + source[cut : cut + WIDTH] + more
        start, end = start - cut + bool(cut), end - cut + bool(cut)
    length = max(1, min(end, len(source)) - start)
    number = str(finding.place.line)
    gutter = style.paint(f"{number:>5} | ", "dim")
    mark = style.paint("^" * length, finding.severity)
    return [f"{gutter}{source}", f"{style.paint('      | ', 'dim')}{' ' * start}{mark}"]
