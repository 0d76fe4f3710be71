"""`hsplan status`."""

from hsplan.cli.formats import format_for
from hsplan.cli.options import AsAt, At, Color, Output, Paths, as_at_date, deliver, open_workspace, readable, use_colour
from hsplan.exporting.accounts import account_lines, accounts_table
from hsplan.exporting.overview import plan_overview, portfolio
from hsplan.monitor import assess
from hsplan.monitor.book import book_of
from hsplan.workspace.accounts import accounts_of

EXAMPLES = "\b\nExamples:\n  hsplan status plans/west-kent-2010.yaml --as-at 2011-06-30\n  hsplan status plans/"


def run(paths: Paths = None, as_at: AsAt = "", at: At = "", output: Output = "", color: Color = "auto") -> int:
    format_for("", output, ("text",))
    day = as_at_date(as_at)
    workspace = open_workspace(paths, at)
    plans, code = readable(workspace)
    states = [assess(plan, loaded.owners, day, workspace.config.thresholds).known for loaded, plan in plans]
    if not states:
        return code
    kept = accounts_of(workspace, [book_of(state) for state in states])
    if len(states) == 1:
        deliver(plan_overview(states[0], account_lines(kept), colour=use_colour(color, output)), output)
        return code
    deliver(portfolio(states) + (f"\n{accounts_table(kept)}" if kept.telling else ""), output)
    return code
