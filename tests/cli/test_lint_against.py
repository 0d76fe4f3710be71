"""`hsplan lint --against`, on repositories made with real git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hsplan.document import Document, read
from tests.compare.cases import CASES, ENTRY, edited
from tests.compare.plans import PLAN, replaced
from tests.conftest import Result, Run
from tests.git.repositories import Made
from tests.test_house import modules_after

PATH = "plans/example-2013.yaml"
OTHER = """\
hsplan: 1
id: other-2013
title: "Another"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
actions:
  "1": {title: "Look into a hostel", lead: City, timescale: May 2014}
  "2": {title: "Count those who sleep rough", lead: City, timescale: May 2015}
"""
OWNERS = "owners:\n  City: {kind: organisation}\n  Board: {kind: board}\n"
NOTHING = "Nothing found in 2 plans (5 actions) as at "


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A repository with one commit of two plans."""
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    made.commit({PATH: PLAN, "plans/other-2013.yaml": OTHER, "plans/owners.yaml": OWNERS})
    return made


@pytest.fixture
def against(made: Made, hsplan: Run) -> Callable[..., Result]:
    """Lint by these rules alone, against HEAD unless told."""

    def run(revision: str = "HEAD", *arguments: str, cwd: Path = made.folder) -> Result:
        return hsplan("lint", "--against", revision, "--select", "HS85", "--format", "concise", *arguments, cwd=cwd)

    return run


def names(result: Result) -> list[str]:
    """The findings as `severity name action`; a message begins with what it is about."""
    found = [line.split(": ", 2)[1:] for line in result.out.splitlines()[:-1]]
    return [f"{head.split()[0]} {head.split()[2]} {' '.join(rest.split()[:2])}" for head, rest in found]


TAKEN_BACK = {
    "timescale rewritten": "error first-timescale-rewritten Action A1.1",
    "timescale taken away": "error first-timescale-rewritten Action A1.2",
    "date change edited": "error date-change-altered Action A1.1",
    "progress edited": "warning progress-reworded Action A1.1",
    "progress deleted": "error progress-altered Action A1.1",
    "renumbered": "warning id-changed Action A1.3",
    "removed": "error action-removed Action A1.2",
    "milestone removed": "error milestone-removed Action A1.1",
    "milestone rewritten": "error first-timescale-rewritten Action A1.1",
    "milestone reopened": "error progress-altered Action A1.1",
    "goal renumbered": "warning id-changed Goal B2",
    "theme renamed": "warning id-changed Theme P",
}
"""What is found of the edits in tests/compare; of all the others nothing is."""


@pytest.mark.parametrize("name", CASES)
def test_what_is_taken_back_is_found_and_what_is_added_is_not(
    made: Made, against: Callable[..., Result], name: str
) -> None:
    made.write(PATH, edited(name))
    found = names(against())
    assert found == ([TAKEN_BACK[name]] if name in TAKEN_BACK else [])


DRAFT = replaced("adopted: 2013-04-01\n", "")
DUE = replaced("timescale: December 2014", "due: 2014-12-31")
YEARS = replaced("timescale: December 2014", "timescale: Year 2")
MOVES = PLAN[PLAN.index("            date_changes") : PLAN.index("            milestones")]
EDGES = {
    "entry with another status": (PLAN, ENTRY, ENTRY.replace("in progress", "achieved"), "progress-altered"),
    "entry on another day": (PLAN, "2013-06-30, status", "2013-06-20, status", "progress-altered"),
    "entry with its period filled in": (PLAN, "2013-06-30, status", "2013-06-30, for: Q1 2013/14, status", ""),
    "date change deleted": (PLAN, MOVES, "", "date-change-altered"),
    "due moved": (DUE, "due: 2014-12-31", "due: 2015-12-31", "due-date-moved"),
    "due taken out": (DUE, "            due: 2014-12-31\n", "", "due-date-moved"),
    "wording for due": (DUE, "due: 2014-12-31", "timescale: December 2014", ""),
    "period moved": (YEARS, "{from: 2013-04-01", "{from: 2014-04-01", "due-date-moved"),
    "period moved, dates not": (PLAN, "{from: 2013-04-01", "{from: 2014-04-01", ""),
    "adoption moved": (PLAN, "adopted: 2013-04-01", "adopted: 2013-05-01", "adoption-changed"),
    "adoption taken out": (PLAN, "adopted: 2013-04-01\n", "", "adoption-changed"),
    "closed": (PLAN, "adopted: 2013-04-01", "adopted: 2013-04-01\nclosed: 2018-03-31", ""),
    "draft may change": (DRAFT, "By Sept 2013", "By Sept 2014", ""),
    "draft adopted": (DRAFT, "period: {from: 2013", "adopted: 2013-04-01\nperiod: {from: 2013", ""),
}


@pytest.mark.parametrize("name", EDGES)
def test_each_rule_at_its_edges(made: Made, against: Callable[..., Result], name: str) -> None:
    before, old, new, found = EDGES[name]
    made.commit({PATH: before})
    made.write(PATH, replaced(old, new, before))
    assert [each.split()[1] for each in names(against())] == ([found] if found else [])


def test_findings_as_text(made: Made, hsplan: Run, golden: Callable[[str, str], None]) -> None:
    assert hsplan("lint", "--against", "HEAD", "--select", "HS85", cwd=made.folder).out.startswith(NOTHING)
    text = edited("date change edited", edited("timescale rewritten", edited("removed")))
    made.write(
        PATH, text.replace('"First draft out"', '"Nothing done"').replace("id: example", "# a line\nid: example")
    )
    made.git("rm", "-q", "plans/other-2013.yaml")
    result = hsplan("lint", "--against", "HEAD", "--select", "HS85", "--as-at", "2026-01-31", cwd=made.folder)
    assert (result.code, result.err) == (1, "")
    golden("lint-against.txt", result.out)
    sarif = hsplan("lint", "--against", "HEAD", "--select", "HS85", "--format", "sarif", cwd=made.folder).out
    assert sarif.count('"relatedLocations"') == 4


def test_severity_acceptance_selection_and_known_findings(made: Made, hsplan: Run) -> None:
    run = ("lint", "--against", "HEAD", "--format", "concise", "--as-at", "2013-05-01", "--fail-on", "error")
    accepted = 'accepted:\n  - {rule: action-removed, for: [A1.2], reason: "It stood twice in the document"}\n'
    made.write(PATH, edited("removed"))
    assert hsplan(*run, cwd=made.folder).code == 1
    assert hsplan(*run, "--ignore", "HS850", cwd=made.folder).code == 0
    made.write("hsplan.toml", '[lint]\nseverity = { HS850 = "note" }\n')
    assert hsplan(*run, cwd=made.folder).code == 0
    made.write("hsplan.toml", "")
    made.write(PATH, edited("removed") + accepted)
    result = hsplan(*run, "--show-accepted", cwd=made.folder)
    assert (result.code, "HS850 action-removed" in result.out) == (0, True)
    made.commit({})
    again = hsplan("lint", "--against", "HEAD", "--select", "HS85,HS091", cwd=made.folder)
    assert again.out.startswith("Nothing found")
    made.write(PATH, edited("timescale rewritten", edited("removed") + accepted))
    assert hsplan("lint", "--against", "HEAD", "--write-known", cwd=made.folder).code == 0
    assert '"A1.1".first-timescale-rewritten = 1' in (made.folder / "hsplan-known.toml").read_text()
    assert hsplan(*run, cwd=made.folder).code == 0
    assert "HS094" not in hsplan("lint", "--format", "concise", cwd=made.folder).out


def test_renamed_deleted_and_carried_over_plans(made: Made, against: Callable[..., Result]) -> None:
    (made.folder / PATH).rename(made.folder / "plans/newer é.yaml")
    assert names(against()) == []
    made.write("plans/newer é.yaml", replaced("id: example-2013", "id: newer"))
    assert names(against()) == ["warning id-changed Plan newer"]
    assert names(against("HEAD", "plans/newer é.yaml")) == ["warning id-changed Plan newer"]
    assert names(against("HEAD", "plans/other-2013.yaml")) == []
    after = replaced("id: example-2013", "id: example-2018\nfollows: example-2013")
    made.write("plans/newer é.yaml", after)
    assert names(against()) == ["error plan-removed Plan example-2013"]
    made.git("checkout", "-q", "--", PATH)
    assert names(against()) == []
    ended = "progress: [{date: 2014-05-31, status: achieved}]}"
    made.commit(
        {
            "plans/other-2013.yaml": OTHER.replace("May 2014}", f"May 2014, {ended}").replace(
                "May 2015}", f"May 2015, {ended}"
            )
        }
    )
    made.git("rm", "-q", "plans/other-2013.yaml")
    assert names(against()) == []


def test_a_plan_made_a_draft_again_hides_nothing(made: Made, against: Callable[..., Result]) -> None:
    made.write(PATH, edited("removed").replace("adopted: 2013-04-01\n", ""))
    assert names(against()) == ["error adoption-changed Plan example-2013", "error action-removed Action A1.2"]


def test_what_cannot_be_read_is_not_taken_for_gone(made: Made, against: Callable[..., Result], hsplan: Run) -> None:
    made.write(PATH, PLAN + "   - wrong: [\n")
    assert names(against()) == []
    made.commit({})
    made.write(PATH, PLAN)
    result = against()
    assert names(result) == []
    assert result.err == f"Warning: {PATH} cannot be read at HEAD, so it is not compared.\n"


def test_before_the_first_commit_and_outside_of_git(
    tmp_path: Path, hsplan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Made.fresh(tmp_path / "fresh", monkeypatch)
    made.write("plans/other-2013.yaml", OTHER)
    made.write("plans/owners.yaml", OWNERS)
    for revision in ("HEAD", "main", "HEAD~1"):
        result = hsplan("lint", "--against", revision, "--as-at", "2013-05-01", "--fail-on", "error", cwd=made.folder)
        said = "Nothing has been committed yet, so there is no earlier version to compare with.\n"
        assert (result.code, result.err) == (0, said), revision
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    outside = tmp_path / "outside" / "plans"
    outside.mkdir(parents=True)
    (outside / "other-2013.yaml").write_text(OTHER)
    result = hsplan("lint", "--against", "HEAD", cwd=outside.parent)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"Error: {outside.parent}: is not in a git repository, so there is no earlier version of anything in it. "
        "Leave out --against to check the plans as they are.\n"
    )


@pytest.mark.parametrize("letters", [40, 64])
def test_a_workflow_is_given_noughts_where_the_branch_is_new(
    made: Made, hsplan: Run, against: Callable[..., Result], letters: int
) -> None:
    made.write(PATH, edited("removed"))
    result = against("0" * letters)
    assert names(result) == []
    assert (result.code, result.err) == (
        0,
        "The branch is new (--against is all noughts), so there is no earlier version to compare with.\n",
    )
    gone = hsplan("lint", "-q", "--against", "0" * letters, "--at", "HEAD", "--select", "HS85", cwd=made.folder)
    assert (gone.code, gone.out) == (0, "")


def test_a_commit_that_a_forced_push_has_replaced(made: Made, against: Callable[..., Result]) -> None:
    lost = "3a8a768" + "0" * 32 + "1"
    assert against(lost) == (
        2,
        "",
        f'Error: {made.folder}: git knows no revision "{lost}". That commit is not in this copy: it was not fetched, '
        f'or a forced push has put others in its place. "git fetch origin {lost}" may bring it.\n',
    )


def test_a_branch_is_compared_with_where_it_parted(made: Made, against: Callable[..., Result]) -> None:
    made.git("checkout", "-q", "-b", "side")
    made.commit({PATH: edited("removed")})
    assert names(against()) == []
    assert names(against("main")) == ["error action-removed Action A1.2"]
    made.git("checkout", "-q", "main")
    made.commit({"plans/other-2013.yaml": OTHER.replace("May 2014", "May 2016")})
    made.git("checkout", "-q", "side")
    result = against("main")
    assert names(result) == ["error action-removed Action A1.2"], "what main did is not this branch's doing"
    assert names(against("side")) == names(against("HEAD")) == []
    text = against("main", "--format", "text").out
    assert f"so it stood at {made.git('merge-base', 'main', 'side')[:9]}, where main and HEAD part" in text
    # A workflow's merge of a pull request: HEAD has main for a parent, and the whole branch is asked about.
    made.git("checkout", "-q", "--detach", "main")
    made.git("merge", "-q", "--no-edit", "side")
    assert names(against("main")) == ["error action-removed Action A1.2"]
    assert names(against("HEAD")) == []


def branches(made: Made, ours: str, theirs: str) -> None:
    """Two branches that change the example each in its way; `main` is checked out."""
    made.git("checkout", "-q", "-b", "side")
    made.commit({PATH: theirs})
    made.git("checkout", "-q", "main")
    made.commit({PATH: ours})


@pytest.mark.parametrize("committed", [False, True])
def test_at_a_merge_only_what_the_merge_itself_takes_back(
    made: Made, against: Callable[..., Result], committed: bool
) -> None:
    ours, theirs = edited("progress added"), edited("removed")
    branches(made, ours, theirs)
    revision = "HEAD^" if committed else "HEAD"

    def merged(text: str) -> list[str]:
        """What is found where the merge comes out as this text."""
        made.git("merge", "-q", "--no-commit", "--no-ff", "-s", "ours", "side")
        made.write(PATH, text)
        if committed:
            made.commit({})
        found = names(against(revision))
        if committed:
            made.git("reset", "-q", "--hard", "HEAD^")
        else:
            made.git("merge", "--abort")
        return found

    both = edited("removed", ours)
    assert merged(both) == [], "the removal was found when it was committed"
    assert merged(edited("timescale rewritten", both)) == ["error first-timescale-rewritten Action A1.1"]
    assert merged(theirs) == ["error progress-altered Action A1.1"], "what the merge loses of one side"
    assert merged(ours) == []


def test_a_merge_of_branches_that_have_nothing_in_common(made: Made, against: Callable[..., Result]) -> None:
    made.git("checkout", "-q", "--orphan", "side")
    made.commit({"plans/third.yaml": OTHER.replace("id: other-2013", "id: third")})
    made.git("checkout", "-q", "main")
    made.git("merge", "-q", "--no-commit", "--allow-unrelated-histories", "side")
    assert names(against()) == []
    made.git("commit", "-q", "-m", "merged")
    assert names(against("HEAD^2")) == []


def test_in_a_subfolder_a_worktree_and_a_shallow_copy(
    made: Made, against: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.write(PATH, edited("removed"))
    assert names(against(cwd=made.folder / "plans")) == ["error action-removed Action A1.2"]
    other = tmp_path / "a worktree"
    made.git("worktree", "add", "-q", str(other), "-b", "side")
    (other / PATH).write_text(edited("removed"), encoding="utf-8")
    assert names(against(cwd=other)) == ["error action-removed Action A1.2"]
    # As a hook is run there, whose workspace is not the top of the tree.
    monkeypatch.setenv("GIT_DIR", made.git("-C", str(other), "rev-parse", "--absolute-git-dir"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(Path(os.environ["GIT_DIR"]) / "index"))
    (other / "plans" / "hsplan.toml").write_text('plans = "*.yaml"\nowners = "owners.yaml"\n')
    assert names(against(cwd=other / "plans")) == ["error action-removed Action A1.2"]
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_INDEX_FILE")
    made.commit({})
    made.git("clone", "-q", "--depth", "1", f"file://{made.folder}", str(tmp_path / "shallow"))
    assert names(against(cwd=tmp_path / "shallow")) == []
    missing = against("HEAD~1", cwd=tmp_path / "shallow")
    assert (missing.code, missing.out) == (2, "")
    assert '"git fetch --unshallow" brings them' in missing.err


def test_two_revisions_and_no_file_touched(made: Made, against: Callable[..., Result]) -> None:
    made.git("tag", "beschluß")
    made.commit({PATH: edited("removed")})
    made.write(PATH, edited("timescale rewritten"))
    assert names(against("beschluß", "--at", "HEAD")) == ["error action-removed Action A1.2"]
    assert names(against("HEAD", "--at", "HEAD")) == []
    assert (made.folder / PATH).read_text(encoding="utf-8") == edited("timescale rewritten")


def test_what_changed_is_read_once_and_git_is_asked_twice(
    made: Made, against: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    real = subprocess.run

    def counted(command: list[str], **settings: object) -> object:
        calls.append(next(word for word in command[2:] if not word.startswith("-") and "=" not in word))
        return real(command, **settings)  # type: ignore[call-overload]

    parsed: list[str] = []

    def read_counted(data: bytes, path: str) -> Document:
        parsed.append(path)
        return read(data, path)

    monkeypatch.setattr("hsplan.workspace.workspace.read", read_counted)
    monkeypatch.setattr("hsplan.versions.against.read", read_counted)
    monkeypatch.setattr(subprocess, "run", counted)
    against()
    assert calls == ["rev-parse", "diff"]
    assert sorted(parsed) == [PATH, "plans/other-2013.yaml", "plans/owners.yaml"]
    made.write(PATH, edited("removed"))
    calls.clear()
    parsed.clear()
    against()
    assert calls == ["rev-parse", "diff", "cat-file"]
    assert sorted(parsed) == [PATH, PATH, "plans/other-2013.yaml", "plans/owners.yaml"], "then and now, each once"


def test_without_it_neither_git_nor_compare_is_loaded() -> None:
    plain = modules_after("lint", "plans/worcester-2023.yaml")
    assert not [name for name in plain if name.startswith(("hsplan.git", "hsplan.compare"))]
    assert "hsplan.lint.rules.rewritten" in plain
    assert "typer" not in modules_after("lint", "--against", "HEAD", "plans/worcester-2023.yaml")


def test_wrong_usage(made: Made, hsplan: Run) -> None:
    for arguments, message in (
        (["--against", "nope"], 'git knows no revision "nope".'),
        (
            ["-", "--stdin-filename", PATH, "--against", "HEAD"],
            '--against does not go with "-". Name the plan\'s file.',
        ),
        (["--against", ""], "--against: no revision is given. Write --against HEAD."),
        (["--at", ""], "--at: no revision is given. Write --at HEAD."),
        (["--select", "HS85"], "--select: HS85 compares with an earlier version. Add --against HEAD."),
    ):
        result = hsplan("lint", *arguments, cwd=made.folder)
        assert (result.code, result.out, message in result.err) == (2, "", True), result.err


NO_PLAN = "No plan matches plans/*.yaml, plans/*.yml, so none was checked.\n"


def test_the_last_plan_deleted_is_found(made: Made, against: Callable[..., Result]) -> None:
    made.git("rm", "-q", "-r", "plans")
    result = against("HEAD", "--as-at", "2014-01-01")
    assert (result.code, result.err) == (1, "")
    assert [line.split(": ")[1] for line in result.out.splitlines()[:-1]] == ["error HS851 plan-removed"] * 2
    assert result.out.endswith(
        '2 errors in 0 plans (0 actions) as at 2014-01-01. "hsplan rule HS851" explains a finding.\n'
    )


def test_no_plan_now_nor_then_says_so_and_passes(made: Made, against: Callable[..., Result], hsplan: Run) -> None:
    made.git("rm", "-q", PATH, "plans/other-2013.yaml")
    made.commit({})
    result = hsplan("lint", "--against", "HEAD", "--as-at", "2014-01-01", cwd=made.folder)
    # The owners list is there still, and of no plan can be said whom it does not name.
    assert result == (0, "Nothing found in 0 plans (0 actions) as at 2014-01-01.\n", NO_PLAN)
    assert hsplan("lint", cwd=made.folder).code == 2
    assert against("HEAD~1").code == 1
    assert against("HEAD~1", "--at", "HEAD").code == 1


def test_a_repository_without_plans_or_commits_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hsplan: Run
) -> None:
    made = Made.fresh(tmp_path / "new", monkeypatch)
    result = hsplan("lint", "--against", "HEAD", cwd=made.folder)
    assert (result.code, result.err.endswith(NO_PLAN)) == (0, True)
    made.commit({"readme.txt": "to come"})
    assert hsplan("lint", "--against", "HEAD", cwd=made.folder).code == 0
