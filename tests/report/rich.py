"""The made-up plan with all that a report may be given beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hsplan.document import read
from hsplan.lint.standing import Standing
from hsplan.monitor import PlanState, assess
from hsplan.monitor.account import Account
from hsplan.monitor.accounts import Accounts
from hsplan.monitor.burn_up import PlanVersion, trend_points
from hsplan.monitor.ledger import Ledger
from hsplan.monitor.orphans import Orphan
from hsplan.plan import Owners, read_plan
from hsplan.report import Report, report_context
from hsplan.report.beside import with_accepted, with_course
from hsplan.report.earlier import Earlier
from hsplan.workspace.config import ReportSettings

HERE = Path(__file__).parent
DAYS = (date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 30))
SETTINGS = ReportSettings("Head of Housing", "housing@example.org", "All", "paragraph 3 of Schedule 12A")


def state(name: str, day: date) -> PlanState:
    """A plan of this folder on a day."""
    plan = read_plan(read((HERE / name).read_bytes(), "rich-2026.yaml"))
    return assess(plan, Owners({}, plan.owners), day)


def compared_report() -> Report:
    """The report with what changed since the plan's last meeting."""
    before = state("rich-2026-before.yaml", date(2026, 7, 16))
    return report_context(state("rich-2026.yaml", date(2026, 10, 5)), earlier=Earlier(before, meeting=True))


def whole_report() -> Report:
    """The same with the settings of a council, the plan's course and two acceptances."""
    now, before = state("rich-2026.yaml", date(2026, 10, 5)), state("rich-2026-before.yaml", date(2026, 7, 16))
    report = report_context(now, earlier=Earlier(before, meeting=True), settings=SETTINGS)
    versions = [PlanVersion(day, "", before.plan, before.owners) for day in DAYS]
    versions.append(PlanVersion(now.as_at, "", now.plan, now.owners))
    accepted = [
        Standing("HS201", "lead-missing", "An action that nobody leads.", now.plan.actions[3:4], "A", None, False, 1),
        Standing("", "gone-rule", "", (), "B", date(2026, 1, 31), True, 0),
    ]
    return with_accepted(with_course(report, trend_points(versions)), accepted)


def made_accounts() -> Accounts:
    """The accounts of two plans between which something went, each way of ending once."""
    old = Account("old-2021", 20, 0, 9, 2, 1, 1, 4, 3)
    new = Account("new-2026", 30, 5, 0, 0, 0, 0, 0, 35)
    links = (("A1", "B1"), ("A1", "B2"), ("A2", "B3"), ("A3", "B4"), ("A4", "B4"))
    return Accounts(
        (old, new),
        (Ledger("old-2021", "new-2026", links, 3, 1, ()),),
        (Orphan("old-2021/A9", "new-2026/B9", "no action"),),
    )
