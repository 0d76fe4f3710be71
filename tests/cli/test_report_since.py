"""`hsplan report` in a repository: what changed since, the burn-up, and what is left out where git knows nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Build, Run
from tests.git.repositories import Made

PLAN = """\
hsplan: 1
id: a
title: "A plan"
period: {from: 2026-01-01, to: 2027-12-31}
adopted: 2026-01-01
meetings:
  - {date: 2026-03-10, body: Board}
  - {date: 2026-06-10, body: Board}
owners:
  Board: {kind: board}
  City: {name: "City Council", kind: organisation}
actions:
  "1": {title: "Build homes", lead: City, timescale: May 2026}
  "2": {title: "Open a day centre", lead: City, timescale: May 2027}
"""
ONE = PLAN.replace("May 2027", "March 2027")
REPORT = ("report", "plans/a.yaml", "--format", "md", "--as-at", "2026-06-01")
CHANGED = "Changed since the last meeting"
REWRITTEN = "The first timescale was rewritten from March 2027 to May 2027"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A plan of February, changed in April."""
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    made.commit({"plans/a.yaml": ONE}, on="2026-02-10")
    made.git("tag", "adopted")
    made.commit({"plans/a.yaml": PLAN}, on="2026-04-10")
    return made


def test_the_last_meeting_is_the_default_in_git(made: Made, hsplan: Run) -> None:
    result = hsplan(*REPORT, cwd=made.folder)
    assert (result.code, result.err) == (0, "")
    assert CHANGED in result.out
    assert REWRITTEN in result.out
    assert "1 action is overdue, 1 more than on 10 March 2026" in result.out
    assert hsplan(*REPORT, "--since", "last-meeting", cwd=made.folder) == result


def test_a_councils_own_levels_hold_in_the_report_too(made: Made, hsplan: Run) -> None:
    assert "Promises taken back" in hsplan(*REPORT, cwd=made.folder).out
    made.write("hsplan.toml", '[diff]\nlevels = {first-date-rewritten = "slipped"}\n')
    told = hsplan(*REPORT, cwd=made.folder).out
    assert REWRITTEN in told
    assert "Promises taken back" not in told


@pytest.mark.parametrize("since", ["2026-03-01", "adopted"])
def test_since_a_day_or_a_tag(since: str, made: Made, hsplan: Run) -> None:
    result = hsplan(*REPORT, "--since", since, cwd=made.folder)
    day = "1 March 2026" if since != "adopted" else "10 February 2026"
    assert f"Changed since {day}\n" in result.out
    assert REWRITTEN in result.out
    assert f"more than on {day}" in result.out


def test_a_file_that_was_renamed_is_the_same_plan(made: Made, hsplan: Run) -> None:
    made.git("mv", "plans/a.yaml", "plans/b.yaml")
    made.write("plans/b.yaml", PLAN.replace("id: a", "id: b"))
    assert REWRITTEN in hsplan("report", "b", *REPORT[2:], cwd=made.folder).out


def test_the_report_of_a_revision_is_compared_too(made: Made, hsplan: Run) -> None:
    made.commit({"plans/a.yaml": PLAN.replace("May 2027", "December 2027")}, on="2026-05-10")
    result = hsplan(*REPORT, "--at", "HEAD~1", cwd=made.folder)
    assert (result.code, result.err) == (0, "")
    assert REWRITTEN in result.out


@pytest.mark.parametrize(
    ("as_at", "text"),
    [("2026-03-01", PLAN), ("2026-06-01", PLAN.replace("2026-03-10", "2026-02-01"))],
    ids=["no meeting yet", "git is younger than the meeting"],
)
def test_left_out_where_there_is_nothing_to_compare_with(as_at: str, text: str, made: Made, hsplan: Run) -> None:
    made.write("plans/a.yaml", text)
    arguments = (*REPORT[:-1], as_at)
    result = hsplan(*arguments, cwd=made.folder)
    assert (result.code, result.err) == (0, "")
    assert "Changed since" not in result.out
    asked = hsplan(*arguments, "--since", "last-meeting", cwd=made.folder)
    assert (asked.code, asked.out) == (2, "")
    assert asked.err.count("\n") == 1


def test_left_out_outside_of_git(build: Build, hsplan: Run) -> None:
    folder = build({"plans/a.yaml": PLAN})
    result = hsplan(*REPORT, cwd=folder)
    assert (result.code, result.err) == (0, "")
    assert "Changed since" not in result.out
    assert hsplan(*REPORT, "--since", "2026-03-01", cwd=folder).code == 2
    drawn = hsplan(*REPORT, "--template", "burn-up", cwd=folder)
    assert (drawn.code, drawn.out) == (2, "")
    assert drawn.err == (
        "Error: plans/a.yaml: the burn-up is drawn from the commits of the plan, and they cannot be had. "
        "plans: is not in a git repository, so there is no earlier version of anything in it. "
        "Keep it in git, or choose another template.\n"
    )


def test_what_keeps_the_burn_up_from_being_drawn_is_told(
    made: Made, hsplan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    drawn = hsplan(*REPORT, "--template", "burn-up", cwd=made.folder)
    assert drawn.code == 2
    assert "git is not installed, or not where programs are looked for (PATH)." in drawn.err


def test_an_owners_list_outside_of_the_repository_is_todays(made: Made, hsplan: Run) -> None:
    shared = "owners:\n  Team: {kind: team}\n"
    (made.folder.parent / "people.yaml").write_text(shared, encoding="utf-8")
    led = PLAN.replace("lead: City", "lead: Team")
    made.commit({"hsplan.toml": 'owners = "../people.yaml"\n', "plans/a.yaml": led}, on="2026-02-20")
    made.commit({"plans/a.yaml": led.replace("May 2027", "July 2027")}, on="2026-04-20")
    told = hsplan(*REPORT, cwd=made.folder)
    assert (told.code, told.err) == (0, "")
    assert "The first timescale was rewritten from May 2027 to July 2027" in told.out
    assert told.out == hsplan(*REPORT, "--since", "last-meeting", cwd=made.folder).out
    assert "commit " in told.out.splitlines()[-1]
    diff = hsplan("diff", "HEAD~1", "--format", "concise", cwd=made.folder).out.splitlines()
    assert [line.split(": ")[1] for line in diff[:-1]] == ["weakened first-date-rewritten"]
    assert hsplan("lint", "--at", "HEAD", "--select", "HS203,owner-unknown", cwd=made.folder).code == 0


@pytest.mark.parametrize("since", ["nowhere", "2025-01-01", "2026-07-01"])
def test_what_cannot_be_compared_is_one_line(since: str, made: Made, hsplan: Run) -> None:
    result = hsplan(*REPORT, "--since", since, cwd=made.folder)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("old", [b"- a list\n", b"\xff\xfe", b"", ONE.replace("title:", " title:", 1).encode()])
@pytest.mark.parametrize("to", ["", "site/"])
def test_an_old_version_that_cannot_be_read_is_told(old: bytes, to: str, made: Made, hsplan: Run) -> None:
    made.git("checkout", "-q", "--orphan", "other")
    (made.folder / "plans/a.yaml").write_bytes(old)
    made.git("add", "-A")
    made.git("commit", "-q", "-m", "Broken", on="2026-02-10")
    name = made.git("rev-parse", "HEAD")[:8]
    made.commit({"plans/a.yaml": ONE}, on="2026-04-10")
    made.commit({"plans/a.yaml": PLAN}, on="2026-04-12")
    truth = f"cannot be read in commit {name} of 10 February 2026, so there is nothing to compare with"
    mend = (
        f'"hsplan lint plans/a.yaml --at {name}" says why; to compare with a later version, name a day or a revision: '
        "--since DAY.\n"
    )
    asked_for = ("report", "plans", *REPORT[4:], "--output", to) if to else REPORT
    left_out = "the report does not say what has changed since the last meeting"
    result = hsplan(*asked_for, cwd=made.folder)
    assert result.code == 0
    assert result.err.replace("\\", "/").partition("Written: site/index.html")[0] == (
        f"Warning: plans/a.yaml {truth}; {left_out}. {mend}"
    )
    assert "Changed since" not in result.out
    quiet = hsplan(*asked_for, "-q", cwd=made.folder)
    assert quiet.err == f"Warning: plans/a.yaml {truth}; {left_out}. {mend}"
    for since in ("last-meeting", "2026-03-01", name):
        refused = hsplan(*asked_for, "--since", since, cwd=made.folder)
        assert refused == (2, "", f"Error: plans/a.yaml: {truth}. {mend}")
    later = hsplan(*asked_for, "--since", "2026-04-11", cwd=made.folder)
    assert (later.code, "Warning" in later.err) == (0, False)
    page = made.folder / "site" / "plans" / "a.html"
    told = page.read_text(encoding="utf-8") if to else later.out
    assert "Changed since 11 April 2026" in told
    assert REWRITTEN in told


def test_a_plan_under_another_name_then_may_be_the_one_that_cannot_be_read(made: Made, hsplan: Run) -> None:
    made.git("mv", "plans/a.yaml", "plans/old.yaml")
    made.commit({"plans/old.yaml": "- a list\n"}, on="2026-04-20")
    made.git("rm", "-q", "plans/old.yaml")
    made.commit({"plans/a.yaml": PLAN}, on="2026-04-25")
    refused = hsplan(*REPORT, "--since", "2026-04-22", cwd=made.folder)
    assert refused.err == (
        "Error: plans/a.yaml: git has no such plan from before 22 April 2026. "
        "Of the files of that time, plans/old.yaml cannot be read.\n"
    )


def test_the_burn_up_with_its_numbers(made: Made, hsplan: Run) -> None:
    text = hsplan(*REPORT, "--template", "burn-up", cwd=made.folder).out
    rows = [line for line in text.splitlines() if line.startswith("| ") and " 2026 | 2 |" in line]
    assert rows == [
        "| 28 February 2026 | 2 | 0 | 0 |",
        "| 31 March 2026 | 2 | 0 | 0 |",
        "| 30 April 2026 | 2 | 0 | 0 |",
        "| 31 May 2026 | 2 | 1 | 0 |",
        "| 1 June 2026 | 2 | 1 | 0 |",
    ]
    page = hsplan("report", "a", "--as-at", "2026-06-01", "--template", "burn-up", cwd=made.folder).out
    assert '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="burn-up-title"' in page
    short = hsplan("report", "a", "--as-at", "2026-02-20", "--template", "burn-up", cwd=made.folder).out
    assert "A chart needs three points" in short
    assert 'id="burn-up-title"' not in short


def test_a_councils_own_template_may_ask_for_all_of_it(made: Made, build: Build, hsplan: Run) -> None:
    own = "{{ report.course.rows | length }} {{ report.accepted | length }} {{ report.changed.levels[0].title }}"
    made.write("council/own.md.j2", own)
    result = hsplan(*REPORT, "--template", "council/own.md.j2", cwd=made.folder)
    assert (result.code, result.out.strip()) == (0, "5 0 Promises taken back")
