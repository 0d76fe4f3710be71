"""Real merges by git, in repositories where `git-setup` has told it about plans."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.git.repositories import Made

PATH = "plans/west kent é.yaml"
PLAN = (ROOT / "plans" / "west-kent-2010.yaml").read_text(encoding="utf-8")
LAST = 'West Kent Liaison RSL Group next meets at Sevenoaks District Council on 17 November 2011"\n'
MINE = '              - date: 2012-03-31\n                status: achieved\n                note: "Signed"\n'
THEIRS = (
    '              - date: 2011-12-31\n                status: in progress\n                note: "Out to landlords"\n'
)
CHANGE = "            date_changes:\n              - date: 2011-09-01\n                timescale: March 2012\n"
TIMESCALE = "            timescale: by July 2010\n"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hsplan: Run) -> Made:
    """A repository with a real plan, and git told about it."""
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    made.commit({PATH: PLAN})
    assert hsplan("git-setup", "--enable", cwd=made.folder).code == 0
    made.commit({})
    return made


def merged(made: Made, mine: str, theirs: str, base: str = PLAN) -> tuple[int, str]:
    """git's exit code for the merge of two branches, and what stands in the file afterwards."""
    made.commit({PATH: base})
    made.git("checkout", "-q", "-b", "side")
    made.commit({PATH: theirs})
    made.git("checkout", "-q", "main")
    made.commit({PATH: mine})
    done = subprocess.run(["git", "merge", "--no-edit", "side"], cwd=made.folder, capture_output=True)
    return done.returncode, (made.folder / PATH).read_bytes().decode()


def test_what_git_alone_would_stop_at_is_put_together(made: Made) -> None:
    assert PLAN.count(LAST) == PLAN.count(TIMESCALE) == 1
    mine, theirs = PLAN.replace(LAST, LAST + MINE), PLAN.replace(LAST, LAST + THEIRS)
    assert merged(made, mine, theirs.replace(TIMESCALE, TIMESCALE + CHANGE)) == (
        0,
        PLAN.replace(LAST, LAST + THEIRS + MINE).replace(TIMESCALE, TIMESCALE + CHANGE),
    )
    assert made.git("status", "--short") == ""


def test_windows_line_breaks_stay(made: Made) -> None:
    sides = [PLAN, PLAN.replace(LAST, LAST + MINE), PLAN.replace(LAST, LAST + THEIRS)]
    base, mine, theirs = (text.replace("\n", "\r\n") for text in sides)
    assert merged(made, mine, theirs, base) == (0, PLAN.replace(LAST, LAST + THEIRS + MINE).replace("\n", "\r\n"))


def test_a_true_conflict_is_marked_and_everything_else_merged(made: Made) -> None:
    titles = [PLAN.replace("Draw up a sub-regional", word) for word in ("Agree a", "Sign a")]
    code, text = merged(made, titles[0].replace(LAST, LAST + MINE), titles[1].replace(LAST, LAST + THEIRS))
    line = next(line for line in PLAN.splitlines(keepends=True) if "Draw up a sub-regional" in line)
    mine, theirs = (line.replace("Draw up a sub-regional", word) for word in ("Agree a", "Sign a"))
    expected = PLAN.replace(line, f"<<<<<<< ours\n{mine}=======\n{theirs}>>>>>>> theirs\n")
    assert (code, text) == (1, expected.replace(LAST, LAST + THEIRS + MINE))
    assert made.git("status", "--short") == f'UU "{PATH.replace("é", chr(92) + "303" + chr(92) + "251")}"'


@pytest.mark.parametrize("gone", [False, True])
def test_what_hsplan_does_not_merge_git_does(made: Made, gone: bool) -> None:
    if gone:
        driver = made.git("config", "merge.hsplan.driver")
        made.git("config", "merge.hsplan.driver", driver.replace(sys.executable, "/nowhere/python"))
        mine, theirs = PLAN.replace(LAST, LAST + MINE), PLAN.replace(LAST, LAST + THEIRS)
    else:
        broken = PLAN + "broken: [\n"
        mine, theirs = broken.replace(LAST, LAST + MINE), broken.replace(LAST, LAST + THEIRS)
    code, text = merged(made, mine, theirs)
    assert code == 1
    both = f"<<<<<<< ours\n{MINE}=======\n{THEIRS}>>>>>>> theirs\n"
    assert text.partition("<<<<<<<")[2] == (mine.replace(MINE, both)).partition("<<<<<<<")[2]


def test_git_merges_by_lines_what_hsplan_does_not(made: Made) -> None:
    broken = PLAN + "broken: [\n"
    assert merged(made, broken.replace(LAST, LAST + MINE), PLAN.replace(TIMESCALE, TIMESCALE + CHANGE)) == (
        0,
        broken.replace(LAST, LAST + MINE).replace(TIMESCALE, TIMESCALE + CHANGE),
    )


def test_a_rebase_and_a_plan_that_both_added(made: Made) -> None:
    made.git("checkout", "-q", "-b", "side")
    made.commit({PATH: PLAN.replace(LAST, LAST + THEIRS), "plans/new.yaml": "hsplan: 1\nid: new\n"})
    made.git("checkout", "-q", "main")
    made.commit({PATH: PLAN.replace(LAST, LAST + MINE)})
    made.git("checkout", "-q", "side")
    made.git("rebase", "-q", "main")
    assert (made.folder / PATH).read_text(encoding="utf-8") == PLAN.replace(LAST, LAST + THEIRS + MINE)
    made.git("checkout", "-q", "main")
    made.commit({"plans/new.yaml": "hsplan: 1\nid: newer\n"})
    done = subprocess.run(["git", "merge", "--no-edit", "side"], cwd=made.folder, capture_output=True)
    assert done.returncode == 1
    text = (made.folder / "plans/new.yaml").read_text()
    assert text == "hsplan: 1\n<<<<<<< ours\nid: newer\n=======\nid: new\n>>>>>>> theirs\n"


def test_run_by_hand(hsplan: Run, tmp_path: Path) -> None:
    assert "git runs this command" in hsplan("merge-driver", "a", "b").err
    names = [tmp_path / name for name in ("base", "ours", "theirs")]
    for name, text in zip(names, ("", "mine\n", "theirs\n"), strict=True):
        name.write_text(text)
    assert hsplan("merge-driver", *map(str, names), "7", "x").code == 4
    assert names[1].read_text() == "mine\n"
    assert hsplan("merge-driver", *map(str, names[:2]), str(tmp_path / "no"), "7", "x").code == 2
