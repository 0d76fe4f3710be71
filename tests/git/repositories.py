"""A repository to test with: real git, and dates that are told."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

QUIET = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ann Écrivain",
    "GIT_AUTHOR_EMAIL": "ann@example.org",
    "GIT_COMMITTER_NAME": "Ann Écrivain",
    "GIT_COMMITTER_EMAIL": "ann@example.org",
    "TZ": "UTC",
}


class Made(NamedTuple):
    """A repository in a folder."""

    folder: Path

    @classmethod
    def fresh(cls, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
        """An empty one."""
        for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
            monkeypatch.delenv(name, raising=False)
        for name, value in QUIET.items():
            monkeypatch.setenv(name, value)
        folder.mkdir(parents=True, exist_ok=True)
        # An empty file of its own, since git reads no settings from a null device that somebody has written over.
        settings = folder.parent / f"{folder.name}.gitconfig"
        settings.write_text("", encoding="utf-8")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
        made = cls(folder)
        made.git("init", "-q", "-b", "main")
        return made

    def git(self, *arguments: str, on: str = "2026-01-01") -> str:
        """Run git; what it does is dated noon of a day."""
        dated = {"GIT_AUTHOR_DATE": f"{on}T12:00:00+0000", "GIT_COMMITTER_DATE": f"{on}T12:00:00+0000"}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env={**os.environ, **dated}, capture_output=True, text=True
        )
        assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr}"
        return done.stdout.strip()

    def write(self, name: str, text: str) -> None:
        """Write a file and leave it uncommitted."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def commit(self, files: dict[str, str], on: str = "2026-01-01") -> str:
        """Write files and commit everything; the commit's name."""
        for name, text in files.items():
            self.write(name, text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "A change", on=on)
        return self.git("rev-parse", "HEAD")
