"""The repository's own hooks run offline in a clone, and the hook for other repositories is well formed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.compare.cases import edited
from tests.compare.plans import PLAN
from tests.conftest import ROOT
from tests.git.repositories import Made

PATH = "plans/example-2013.yaml"
OWNERS = "owners:\n  Board: {kind: board}\n"

PRE_COMMIT = shutil.which("pre-commit", path=str(Path(sys.executable).parent))

pytestmark = [
    pytest.mark.skipif(PRE_COMMIT is None, reason="pre-commit is not installed beside this Python"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is not a git checkout"),
]


def run(*command: str, cwd: Path, home: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}
    environment.pop("GITHUB_ACTIONS", None)
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_the_hooks_pass_in_a_clone_and_lint_speaks_up(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    assert PRE_COMMIT is not None
    done = run(PRE_COMMIT, "run", "--all-files", "--verbose", cwd=clone, home=tmp_path / "home")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 4
    assert "in 6 plans (333 actions)" in done.stdout


def test_the_lint_hook_stops_a_commit_that_breaks_a_plan(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    plan = clone / "plans" / "west-kent-2010.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("lead: All LAs", "lead: Al LAs", 1), encoding="utf-8")
    assert PRE_COMMIT is not None
    done = run(PRE_COMMIT, "run", "hsplan-lint", "--all-files", cwd=clone, home=tmp_path / "home")
    assert done.returncode == 1
    assert 'Did you mean "All LAs"?' in done.stdout


CONFIG = """\
repos:
  - repo: local
    hooks:
      - {id: hsplan-lint, name: hsplan lint, entry: %s, language: system, %s}
"""


def test_the_hook_stops_a_commit_that_takes_a_promise_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    manifest = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")[0]
    keys = ("pass_filenames", "always_run", "verbose")
    rest = ", ".join(f"{key}: {str(manifest[key]).lower()}" for key in keys)
    made.write(".pre-commit-config.yaml", CONFIG % (manifest["entry"], rest))
    made.write(PATH, PLAN)
    made.write("plans/owners.yaml", OWNERS)
    made.write("plans/other-2013.yaml", PLAN.replace("id: example-2013", "id: other-2013"))
    assert PRE_COMMIT is not None
    home = tmp_path / "home"
    run(PRE_COMMIT, "install", cwd=made.folder, home=home)

    def commit() -> subprocess.CompletedProcess[str]:
        made.git("add", "-A")
        return run("git", "commit", "-m", "A change", cwd=made.folder, home=home)

    first = commit()
    assert (first.returncode, "Nothing has been committed yet" in first.stderr) == (0, True), first.stderr
    made.write(PATH, edited("removed"))
    (made.folder / "plans" / "other-2013.yaml").unlink()
    stopped = commit()
    assert stopped.returncode == 1
    assert "error HS850 action-removed" in stopped.stderr
    made.git("reset", "-q", "--hard")
    made.git("rm", "-q", "plans/other-2013.yaml")
    deleted = commit()
    assert (deleted.returncode, "error HS851 plan-removed" in deleted.stderr) == (1, True), deleted.stderr


def test_the_hook_lets_a_merge_of_two_good_branches_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made.fresh(tmp_path / "council", monkeypatch)
    made.commit(
        {
            ".pre-commit-config.yaml": CONFIG % ("hsplan lint --against HEAD", "always_run: true"),
            PATH: PLAN,
            "plans/owners.yaml": OWNERS,
        }
    )
    made.git("checkout", "-q", "-b", "side")
    made.commit({PATH: edited("removed")})
    made.git("checkout", "-q", "main")
    made.commit({PATH: edited("progress added")})
    assert PRE_COMMIT is not None
    home = tmp_path / "home"
    run(PRE_COMMIT, "install", cwd=made.folder, home=home)
    made.git("merge", "-q", "--no-commit", "-s", "ours", "side")
    made.write(PATH, edited("removed", edited("progress added")))
    made.git("add", "-A")
    done = run("git", "commit", "-m", "Merged", cwd=made.folder, home=home)
    assert done.returncode == 0, done.stderr
    assert made.git("rev-list", "--parents", "-n", "1", "HEAD").count(" ") == 2


def readme_block(start: str) -> str:
    """The block of the README that begins so, without the beginning, word for word."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.partition(start)[2].partition("```")[0]


def readme_config() -> str:
    """The configuration that the README gives; on Windows with the entry that it names for that."""
    (windows,) = set(
        re.findall(r"`(entry: [.]venv/Scripts/hsplan.exe [^`]*)`", (ROOT / "README.md").read_text("utf-8"))
    )
    text = readme_block("```yaml\n# .pre-commit-config.yaml\n")
    return re.sub(r"entry: [.]venv/bin/.*", windows, text) if os.name == "nt" else text


@pytest.mark.skipif(os.name == "nt", reason="the commands are those for sh")
def test_the_readmes_own_hook_runs_as_it_stands_with_nothing_activated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    made.write(".pre-commit-config.yaml", readme_config())
    made.write(PATH, PLAN)
    made.write("plans/owners.yaml", OWNERS)
    (made.folder / ".venv").symlink_to(sys.prefix)
    # As VS Code's button commits: nothing of the virtual environment is on the path.
    outside = [each for each in os.environ["PATH"].split(os.pathsep) if not (Path(each) / "hsplan").exists()]
    monkeypatch.setenv("PATH", os.pathsep.join(outside))
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PRE_COMMIT_COLOR": "never"}
    environment.pop("GITHUB_ACTIONS", None)

    def sh(script: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-ec", script], cwd=made.folder, env=environment, capture_output=True, text=True, check=False
        )

    commands = [line for line in readme_block("<!-- hook -->\n```sh\n").splitlines() if "pip install" not in line]
    assert [line.split()[0] for line in commands] == ["git", "echo", ".venv/bin/pre-commit"]
    assert sh("\n".join(commands)).returncode == 0
    # A link is no folder to git; the folder that stands there in truth is left out by this line.
    assert (made.folder / ".gitignore").read_text(encoding="utf-8") == ".venv/\n"
    first = sh("git add plans .pre-commit-config.yaml .gitignore; git commit -m First")
    assert (first.returncode, "Nothing has been committed yet" in first.stderr) == (0, True), first.stderr
    made.write(PATH, edited("removed"))
    stopped = sh("git commit -am 'A change'")
    assert (stopped.returncode, "error HS850 action-removed" in stopped.stderr) == (1, True), stopped.stderr


def test_the_readmes_hook_is_the_one_for_other_repositories() -> None:
    (hook,) = YAML(typ="safe").load(readme_config())["repos"][0]["hooks"]
    manifest = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")[0]
    own = ("id", "name", "always_run", "pass_filenames", "verbose")
    assert [hook[key] for key in own] == [manifest[key] for key in own]
    folder = ".venv/Scripts/hsplan.exe" if os.name == "nt" else ".venv/bin/hsplan"
    assert (hook["entry"], hook["language"]) == (manifest["entry"].replace("hsplan", folder, 1), "system")


def test_the_manifest_for_other_repositories_is_valid(tmp_path: Path) -> None:
    assert PRE_COMMIT is not None
    done = run(PRE_COMMIT, "validate-manifest", ".pre-commit-hooks.yaml", cwd=ROOT, home=tmp_path)
    assert done.returncode == 0, done.stdout
