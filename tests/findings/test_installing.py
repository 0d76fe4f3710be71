"""How a part of hsplan that is missing is added."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from hsplan.findings.installing import install_line


@pytest.fixture
def came_from(monkeypatch: pytest.MonkeyPatch) -> object:
    """Say what pip wrote down when it installed hsplan; None: nothing."""

    def say(origin: object) -> None:
        text = None if origin is None else json.dumps(origin)
        monkeypatch.setattr(
            "importlib.metadata.distribution", lambda name: SimpleNamespace(read_text=lambda file: text)
        )

    return say


def told(monkeypatch: pytest.MonkeyPatch, came_from: object, origin: object) -> str:
    monkeypatch.setattr(sys, "executable", "/venv/bin/python")
    assert callable(came_from)
    came_from(origin)
    return install_line("word")


def test_from_where_hsplan_came(monkeypatch: pytest.MonkeyPatch, came_from: object, tmp_path: Path) -> None:
    folder = tmp_path / "hsplan main"
    folder.mkdir()
    origins: dict[str, object] = {
        f"{folder}[word]": {"url": folder.as_uri(), "dir_info": {}},
        "hsplan[word] @ git+https://example.org/hsplan@3a8a768": {
            "url": "https://example.org/hsplan",
            "vcs_info": {"vcs": "git", "commit_id": "3a8a768"},
        },
        "hsplan[word] @ https://example.org/hsplan.zip": {"url": "https://example.org/hsplan.zip", "archive_info": {}},
    }
    for what, origin in origins.items():
        assert told(monkeypatch, came_from, origin) == f'/venv/bin/python -m pip install "{what}"'
    for unknown in (None, {}, {"url": (tmp_path / "gone").as_uri()}):
        assert told(monkeypatch, came_from, unknown) == '/venv/bin/python -m pip install "FOLDER[word]"'


def test_a_path_with_a_space_is_one_word_for_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/my plans/python")
    start = '& "/my plans/python"' if os.name == "nt" else '"/my plans/python"'
    assert install_line("pdf").startswith(f"{start} -m pip install ")


@pytest.mark.skipif(os.name == "nt", reason="the line is tried in sh")
def test_the_line_runs_as_it_is_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    line = install_line("word").replace(" install ", " install --dry-run --no-deps --no-build-isolation --help ")
    assert subprocess.run(["sh", "-c", line], capture_output=True, check=False).returncode == 0
