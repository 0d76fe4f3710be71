"""`hsplan git-setup` and what git does afterwards, with real git."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hsplan.document import read
from hsplan.plan import read_plan
from tests.conftest import ROOT, Run
from tests.git.repositories import Made

PLAN = """\
hsplan: 1
id: kent-2010
title: "Kent"
actions:
  "5.1":
    title: "Draw up a protocol"
    lead: Steering Group
    timescale: By July 2010
    progress:
      - date: 2010-09-30
        status: in progress
"""
PATH = "plans/kent-2010.yaml"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A repository with one plan, in a folder with a space and an accent."""
    for name in ("VSCODE_PID", "VSCODE_GIT_COMMAND"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    made.commit({PATH: PLAN}, on="2026-01-10")
    return made


def state(made: Made) -> dict[str, bytes]:
    """Every file that the command may touch."""
    places = [made.folder / ".gitattributes", made.folder / ".git" / "config", *made.folder.parent.glob("*.gitconfig")]
    return {str(path): path.read_bytes() for path in places if path.exists()}


@pytest.mark.parametrize("before", [None, b"* text=auto\r\n*.png binary", b"\xef\xbb\xbf# \xc3\xa9\n\n"])
def test_enable_and_disable_leave_everything_as_it_was(made: Made, hsplan: Run, before: bytes | None) -> None:
    if before is not None:
        (made.folder / ".gitattributes").write_bytes(before)
    first = state(made)
    assert hsplan("git-setup", cwd=made.folder).out.startswith("git knows nothing about plans in this repository")
    assert state(made) == first
    assert hsplan("git-setup", "--enable", cwd=made.folder).code == 0
    enabled = state(made)
    assert enabled != first
    assert enabled[str(made.folder / ".gitattributes")].endswith((before or b"").removeprefix(b"\xef\xbb\xbf"))
    again = hsplan("git-setup", "--enable", cwd=made.folder / "plans")
    assert again.out == "git knows about plans already in this repository; nothing was changed.\n"
    assert state(made) == enabled
    assert hsplan("git-setup", cwd=made.folder).out.startswith("git knows about plans in this repository.")
    assert hsplan("git-setup", "--disable", cwd=made.folder / "plans").code == 0
    assert state(made) == first
    last = hsplan("git-setup", "--disable", cwd=made.folder)
    assert last.out == "git knows nothing about plans in this repository; nothing was changed.\n"


def test_what_it_says(made: Made, hsplan: Run, golden: Callable[[str, str], None]) -> None:
    told = [(each, hsplan("git-setup", *each, cwd=made.folder).out) for each in ([], ["--enable"], [], ["--disable"])]
    text = "".join(f"$ hsplan {' '.join(['git-setup', *each])}\n{out}\n" for each, out in told)
    golden("git-setup.txt", text)


def test_for_all_repositories(made: Made, hsplan: Run, tmp_path: Path) -> None:
    made.git("config", "--global", "init.defaultBranch", "main")
    first = state(made)
    said = hsplan("git-setup", "--enable", "--global", cwd=tmp_path)
    assert said.code == 0, said.err
    attributes = tmp_path / ".config" / "git" / "attributes"
    assert attributes.read_text().splitlines()[1].startswith("plans/*.yaml diff=hsplan")
    made.write(PATH, PLAN.replace("Steering Group", "RSLs"))
    assert "+5.1 lead: RSLs" in made.git("diff")
    assert hsplan("git-setup", "--disable", "--global", cwd=made.folder).code == 0
    assert not attributes.exists()
    assert state(made) == first
    own = tmp_path / "own attributes"
    own.write_bytes(b"*.png binary")
    made.git("config", "--global", "core.attributesFile", "~/own attributes")
    hsplan("git-setup", "--enable", "--global", cwd=made.folder)
    assert own.read_bytes().endswith(b"\n*.png binary")
    hsplan("git-setup", "--disable", "--global", cwd=made.folder)
    assert own.read_bytes() == b"*.png binary"


def test_settings_that_hsplan_made_go_when_nothing_else_is_in_them(made: Made, hsplan: Run, tmp_path: Path) -> None:
    (tmp_path / "council é x.gitconfig").unlink()
    hsplan("git-setup", "--enable", "--global", cwd=made.folder)
    assert (tmp_path / "council é x.gitconfig").exists()
    hsplan("git-setup", "--disable", "--global", cwd=made.folder)
    assert not (tmp_path / "council é x.gitconfig").exists()


def test_a_plans_folder_further_down_and_a_worktree(made: Made, hsplan: Run, tmp_path: Path) -> None:
    made.write("homes/hsplan.toml", 'plans = ["action plans/**/*.yaml", "one.yaml"]\nowners = "owners.yaml"\n')
    made.commit({"homes/action plans/a/b.yaml": PLAN})
    other = tmp_path / "a worktree"
    made.git("worktree", "add", "-q", str(other), "-b", "side")
    assert hsplan("git-setup", "--enable", cwd=other / "homes").code == 0
    assert [line.split(" diff=")[0] for line in (other / ".gitattributes").read_text().splitlines()[1:]] == [
        '"homes/action plans/**/*.yaml"',
        "homes/one.yaml",
        "homes/owners.yaml",
    ]
    assert not (made.folder / ".gitattributes").exists()
    (other / "homes/action plans/a/b.yaml").write_text(PLAN.replace("Steering Group", "RSLs"))
    assert "+5.1 lead: RSLs" in Made(other).git("diff")
    assert hsplan("git-setup", "--disable", cwd=other).code == 0
    assert Made(other).git("status", "--short") == 'M "homes/action plans/a/b.yaml"'


@pytest.mark.parametrize(
    ("arrange", "message"),
    [
        (
            ["config", "diff.hsplan.textconv", "my own"],
            "git has diff.hsplan.textconv set already, and not by hsplan: my own",
        ),
        (["attributes", "*.yaml diff=yaml"], 'its attribute "diff" is "yaml"'),
        (["attributes", "plans/* -merge"], 'its attribute "merge" is "unset"'),
    ],
)
@pytest.mark.parametrize("option", ["--enable", "--disable"])
def test_a_value_of_the_users_own_stops_it(
    made: Made, hsplan: Run, arrange: list[str], message: str, option: str
) -> None:
    if arrange[0] == "config":
        made.git(*arrange)
    else:
        made.write(".gitattributes", arrange[1])
    first = state(made)
    said = hsplan("git-setup", option, cwd=made.folder)
    assert said.code == 2
    assert message in said.err
    assert "Nothing was changed." in said.err
    assert state(made) == first


def test_where_there_is_nothing_to_set_up(
    made: Made, hsplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    said = hsplan("git-setup", "--enable", cwd=tmp_path)
    assert (said.code, "not in the working tree of a git repository" in said.err) == (2, True)
    said = hsplan("git-setup", "--enable", "--disable", cwd=made.folder)
    assert (said.code, "do not go together" in said.err) == (2, True)
    (made.folder / ".gitattributes").write_bytes(b"# \xff\n")
    assert "is not saved as UTF-8" in hsplan("git-setup", "--enable", cwd=made.folder).err
    (made.folder / ".gitattributes").unlink()
    (made.folder / ".gitattributes").symlink_to("elsewhere")
    assert "is a link" in hsplan("git-setup", "--enable", cwd=made.folder).err


def test_it_says_where_no_plan_is_meant(made: Made, hsplan: Run) -> None:
    assert "No plan is there yet" not in hsplan("git-setup", "--enable", cwd=made.folder).out
    made.git("mv", PATH, "kent-2010.yaml")
    said = hsplan("git-setup", cwd=made.folder)
    assert "No plan is there yet. If yours stand elsewhere, say so in hsplan.toml" in said.out
    made.write("homes/hsplan.toml", 'plans = "../../x/*.yaml"\nowners = "/o.yaml"\n')
    said = hsplan("git-setup", "--enable", cwd=made.folder / "homes")
    assert (said.code, "stand outside of this repository" in said.err) == (2, True)


def test_older_lines_are_put_right(made: Made, hsplan: Run) -> None:
    hsplan("git-setup", "--enable", cwd=made.folder)
    enabled = state(made)
    made.git("config", "diff.hsplan.textconv", "/old/python -m hsplan textconv")
    made.git("config", "--unset", "diff.hsplan.xfuncname")
    assert "only in part" in hsplan("git-setup", cwd=made.folder).out
    hsplan("git-setup", "--enable", cwd=made.folder)
    assert sorted(state(made).values(), key=len)[:1] == sorted(enabled.values(), key=len)[:1]
    assert hsplan("git-setup", "--enable", cwd=made.folder).out.endswith("nothing was changed.\n")


def test_git_diff_log_and_blame_show_facts(made: Made, hsplan: Run) -> None:
    hsplan("git-setup", "--enable", cwd=made.folder)
    text = (
        PLAN.replace("\n", "\r\n").replace("Steering Group", "RSLs  # new")
        + "      - date: 2010-12-31\r\n        note: Café\r\n"
    )
    (made.folder / PATH).write_bytes(text.encode())
    expected = """\
@@ -2,6 +2,8 @@ plan title: Kent
 plan hsplan: 1
 plan id: kent-2010
 5.1 title: Draw up a protocol
-5.1 lead: Steering Group
+5.1 lead: RSLs
+# new
 5.1 timescale: By July 2010
 5.1 progress 2010-09-30 status: in progress
+5.1 progress 2010-12-31 note: Café"""
    assert made.git("diff").partition("@@")[2] == expected.partition("@@")[2]
    made.commit({})
    assert expected in made.git("log", "-p", "-1", PATH)
    assert expected in made.git("show", "HEAD", "--", PATH)
    assert "+    lead: RSLs  # new" in made.git("show", "--no-textconv")
    assert "5.1 lead: RSLs" in made.git("blame", PATH)


def test_git_never_fails_on_a_plan(made: Made, hsplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    hsplan("git-setup", "--enable", cwd=made.folder)
    bad = b"hsplan: 1\r\nactions: [\xff\x00\r\n"
    (made.folder / PATH).write_bytes(bad)
    done = subprocess.run(["git", "diff", "--text"], cwd=made.folder, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\n+hsplan: 1\r\n+actions: [\xff\x00\r\n" in done.stdout
    made.write(PATH, PLAN.replace("Steering Group", "RSLs"))
    for name in ("VSCODE_PID", "VSCODE_GIT_COMMAND"):
        monkeypatch.setenv(name, "show")
        assert made.git("show", "--textconv", f"HEAD:{PATH}") == PLAN.strip()
        monkeypatch.delenv(name)
    gone = made.git("config", "diff.hsplan.textconv").replace(sys.executable, "/nowhere/python")
    made.git("config", "diff.hsplan.textconv", gone)
    assert "+    lead: RSLs" in made.git("diff")


def test_a_module_in_the_repository_is_never_run(made: Made, hsplan: Run) -> None:
    hsplan("git-setup", "--enable", cwd=made.folder)
    made.commit({"json.py": "raise SystemExit(1)", "re.py": "raise SystemExit(1)", "hsplan/__init__.py": "1/0"})
    made.write(PATH, PLAN.replace("Steering Group", "RSLs"))
    assert "+5.1 lead: RSLs" in made.git("diff")


def test_the_attributes_do_no_harm_without_hsplan(made: Made, hsplan: Run, tmp_path: Path) -> None:
    hsplan("git-setup", "--enable", cwd=made.folder)
    made.commit({})
    made.git("clone", "-q", str(made.folder), str(tmp_path / "clone"))
    clone = Made(tmp_path / "clone")
    clone.write(PATH, PLAN.replace("Steering Group", "RSLs"))
    assert "+    lead: RSLs" in clone.git("diff")
    clone.git("checkout", "-q", "-b", "side")
    clone.commit({PATH: PLAN.replace("Steering Group", "RSLs")})
    clone.git("checkout", "-q", "main")
    clone.commit({PATH: PLAN.replace("in progress", "achieved")})
    clone.git("merge", "-q", "--no-edit", "side")
    assert (clone.folder / PATH).read_text() == PLAN.replace("Steering Group", "RSLs").replace(
        "in progress", "achieved"
    )


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*-*.yaml")), ids=lambda path: path.stem)
def test_hunk_headers_name_the_action_in_every_real_plan(made: Made, hsplan: Run, path: Path) -> None:
    hsplan("git-setup", "--enable", cwd=made.folder)
    text = path.read_text(encoding="utf-8")
    made.commit({PATH: text})
    made.write(PATH, re.sub(r"^( +)(timescale|outcomes|source):", r"\1\2 :", text, flags=re.MULTILINE))
    document = read(text.encode(), PATH)
    plan = read_plan(document)
    groups = [(document.record(each.node).line, each.id) for each in (*plan.themes, *plan.goals)]
    starts = sorted([*groups, *((document.record(each.node).line, each.id) for each in plan.actions)])
    hunks = re.findall(r"^@@ -(\d+)(?:,\d+)? .*?@@ ?(.*)$", made.git("diff", "-U0", "--no-textconv"), re.MULTILINE)
    assert len(hunks) > 40
    first, seen = starts[0][0], 0
    for line, name in hunks:
        if int(line) > first:
            seen += 1
            assert name.strip("\"'") == [each for start, each in starts if start <= int(line)][-1]
    assert seen > 40
    for wrong in ("title", "progress", "outcomes", "milestones"):
        assert wrong not in {name for _, name in hunks}


def test_run_by_hand(hsplan: Run, tmp_path: Path) -> None:
    assert "git runs this command" in hsplan("textconv").err
    assert hsplan("textconv", str(tmp_path / "no.yaml")).code == 2
