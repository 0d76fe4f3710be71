"""The last line names the commit that a report comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.git.repositories import Made
from tests.report.site_plans import PLAN, site_repository

REPORT = ("report", "plans/mere-2024.yaml", "--as-at", "2025-05-15")
MADE = "Made with hsplan from the plan mere-2024 as at 15 May 2025"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    return site_repository(tmp_path / "council", monkeypatch)


def last_line(hsplan: Run, made: Made, *more: str) -> str:
    return hsplan(*REPORT, "--format", "md", *more, cwd=made.folder).out.splitlines()[-1]


def test_the_last_commit_that_changed_the_plan_or_the_owners_list(made: Made, hsplan: Run) -> None:
    own = made.git("rev-parse", "HEAD")[:8]
    assert last_line(hsplan, made) == f"{MADE}, commit {own} of 4 April 2025."
    made.commit({"notes.txt": "x\n"}, on="2025-05-05")
    assert last_line(hsplan, made) == f"{MADE}, commit {own} of 4 April 2025."
    owners = (made.folder / "plans/owners.yaml").read_text(encoding="utf-8")
    new = made.commit({"plans/owners.yaml": f"{owners}  Police: {{kind: organisation}}\n"}, on="2025-06-06")[:8]
    assert last_line(hsplan, made) == f"{MADE}, commit {new} of 6 June 2025."
    page = hsplan(*REPORT, cwd=made.folder).out
    assert f"<p>{MADE}, commit {new} of 6 June 2025.</p>" in page
    assert last_line(hsplan, made, "--at", "HEAD~1") == f"{MADE}, commit {own} of 4 April 2025."


def test_changes_that_are_not_committed(made: Made, hsplan: Run) -> None:
    own = made.git("rev-parse", "HEAD")[:8]
    made.write("plans/mere-2024.yaml", PLAN + "# a comment\n")
    said = f"{MADE}, commit {own} of 4 April 2025, with changes that are not committed yet."
    assert last_line(hsplan, made) == said
    assert last_line(hsplan, made, "--at", "HEAD") == f"{MADE}, commit {own} of 4 April 2025."


def test_nothing_outside_of_a_repository_and_of_a_file_that_git_does_not_keep(
    made: Made, hsplan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.git("rm", "-q", "--cached", "plans/mere-2024.yaml")
    assert last_line(hsplan, made) == f"{MADE}."
    monkeypatch.setenv("PATH", "")
    assert last_line(hsplan, made) == f"{MADE}."


def test_several_plans_name_the_newest_of_their_commits(made: Made, hsplan: Run) -> None:
    own = made.git("rev-parse", "HEAD")[:8]
    several = ("report", "plans", "--as-at", "2025-05-15", "--template", "portfolio", "--format", "md")
    result = hsplan(*several, cwd=made.folder)
    assert result.out.splitlines()[-1] == (
        f"Made with hsplan from 2 plans as at 15 May 2025, commit {own} of 4 April 2025."
    )


def test_check_tells_a_new_commit_from_new_contents(made: Made, hsplan: Run) -> None:
    hsplan(*REPORT, "--output", "r.md", cwd=made.folder)
    assert hsplan(*REPORT, "--check", "r.md", cwd=made.folder).code == 0
    made.commit({}, on="2025-05-05")  # the report, and no plan
    assert hsplan(*REPORT, "--check", "r.md", cwd=made.folder).code == 0
    made.commit({"plans/mere-2024.yaml": PLAN + "# a comment\n"}, on="2025-05-06")
    other = hsplan(*REPORT, "--check", "r.md", cwd=made.folder)
    assert other.code == 1
    assert other.out == (
        "r.md is not what would be made now; only the commit that its last lines name is another. "
        "Write it again with --output r.md.\n"
    )
    made.commit({"plans/mere-2024.yaml": PLAN.replace("Draw up", "Agree")}, on="2025-05-07")
    assert "; only" not in hsplan(*REPORT, "--check", "r.md", cwd=made.folder).out
