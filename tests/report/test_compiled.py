"""Compiled templates are kept between runs, and are never what decides what a report says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def report(home: Path, *arguments: str, **variables: str) -> str:
    """A report made by a process of its own, whose cache is in a folder."""
    environment = {name: value for name, value in os.environ.items() if name != "HSPLAN_NO_CACHE"}
    environment |= {"XDG_CACHE_HOME": str(home), "LOCALAPPDATA": str(home), "HOME": str(home), **variables}
    plan = ROOT / "plans" / "west-kent-2010.yaml"
    command = [sys.executable, "-m", "hsplan", "report", str(plan), "--as-at", "2011-03-31", "--format", "md"]
    done = subprocess.run([*command, *arguments], env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def kept(home: Path) -> list[Path]:
    return sorted(path for path in home.rglob("*.cache") if path.is_file())


def test_a_second_run_says_the_same(tmp_path: Path) -> None:
    first = report(tmp_path)
    files = kept(tmp_path)
    assert files
    assert report(tmp_path) == first
    assert kept(tmp_path) == files


def test_a_template_that_changed_is_compiled_anew(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    template = own / "short.md.j2"
    template.write_text("One of {{ report.plan }}\n", encoding="utf-8")
    assert report(tmp_path, "--template", str(template)) == "One of west-kent-2010\n"
    template.write_text("Two of {{ report.plan }}\n", encoding="utf-8")
    assert report(tmp_path, "--template", str(template)) == "Two of west-kent-2010\n"


def test_a_damaged_cache_costs_nothing(tmp_path: Path) -> None:
    first = report(tmp_path)
    for path in kept(tmp_path):
        path.write_bytes(path.read_bytes()[:40])
    assert report(tmp_path) == first


def test_without_a_folder_to_write_to(tmp_path: Path) -> None:
    file = tmp_path / "a-file"
    file.write_text("", encoding="utf-8")
    assert report(file) == report(tmp_path, HSPLAN_NO_CACHE="1")
    assert kept(tmp_path) == []
