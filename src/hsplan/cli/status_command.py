"""`hsplan status`."""

from __future__ import annotations

from hsplan.cli.formats import format_for
from hsplan.cli.options import AsAt, At, Color, Output, Paths, as_at_date, deliver, open_workspace, readable, use_colour
from hsplan.exporting.overview import plan_overview, portfolio
from hsplan.monitor import assess

EXAMPLES = "\b\nExamples:\n  hsplan status plans/west-kent-2010.yaml --as-at 2011-06-30\n  hsplan status plans/"


def run(paths: Paths = None, as_at: AsAt = "", at: At = "", output: Output = "", color: Color = "auto") -> int:
    format_for("", output, ("text",))
    day = as_at_date(as_at)
    workspace = open_workspace(paths, at)
    plans, code = readable(workspace)
    states = [assess(plan, loaded.owners, day, workspace.config.thresholds) for loaded, plan in plans]
    colour = use_colour(color, output)
    deliver(plan_overview(states[0], colour=colour) if len(states) == 1 else portfolio(states), output)
    return code
