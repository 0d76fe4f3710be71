"""The repository's own hooks run offline in a clone, and the hook for other repositories is well formed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

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


def test_the_manifest_for_other_repositories_is_valid(tmp_path: Path) -> None:
    assert PRE_COMMIT is not None
    done = run(PRE_COMMIT, "validate-manifest", ".pre-commit-hooks.yaml", cwd=ROOT, home=tmp_path)
    assert done.returncode == 0, done.stdout
