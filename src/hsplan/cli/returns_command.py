"""`hsplan returns`."""

from typing import Annotated

from hsplan.cli.declared import Option
from hsplan.cli.formats import format_for
from hsplan.cli.options import AsAt, Output, Paths, as_at_date, choice, deliver, open_workspace, readable
from hsplan.errors import HsplanError
from hsplan.exporting.returned import returned_json, returned_text
from hsplan.monitor import assess
from hsplan.monitor.reviews import returns
from hsplan.plan import period_of

EXAMPLES = """\b
Examples:
  hsplan returns plans/west-kent-2010.yaml --for "Q4 2010/11"
  hsplan returns plans/ --for "Q2 2026/27" --by organisation"""


def run(
    paths: Paths = None,
    period: Annotated[str, Option("--for", metavar="PERIOD", help='The period: "Q2 2026/27", "2025/26".')] = "",
    by: Annotated[str, Option("--by", help="lead or organisation.")] = "lead",
    as_at: AsAt = "",
    format: Annotated[str, Option("--format", help="text or json; default: by the ending of FILE, else text.")] = "",
    output: Output = "",
) -> int:
    kind = format_for(format, output, ("text", "json"))
    choice("--by", by, ("lead", "organisation"))
    if not period:
        raise HsplanError("which period? Nothing is given.", mend='Add --for "Q2 2026/27".')
    span = period_of(period)
    if span is None:
        raise HsplanError(
            f'--for: "{period}" is not a period.', mend='Write it as "Q2 2026/27", "June 2026" or "2026/27".'
        )
    day = as_at_date(as_at)
    workspace = open_workspace(paths)
    plans, code = readable(workspace)
    found = []
    for loaded, plan in plans:
        state = assess(plan, loaded.owners, day, workspace.config.thresholds).known
        found.append((state, returns(state, period, span, by=by)))
    deliver(returned_json(found, period, day) if kind == "json" else returned_text(found, period, span.start), output)
    return code
