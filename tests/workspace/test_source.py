"""A snapshot finds and reads what the disk would."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hsplan.errors import HsplanError
from hsplan.workspace import Config, Workspace
from hsplan.workspace.source import DISK, Snapshot

NAMES = st.sampled_from(["a", "b c", "é", ".hidden", "plans"])
FILES = st.sampled_from(["x.yaml", "y.yml", ".z.yaml", "[1].yaml", "owners.yaml", "notes.txt"])
PATHS = st.builds(lambda folders, name: "/".join([*folders, name]), st.lists(NAMES, max_size=3), FILES)
PATTERNS = st.sampled_from(["*.yaml", "plans/*.yaml", "**/*.yaml", "plans/**/*.yaml", "**/plans/*", "*/*.y*ml"])
ODD_PATTERNS = st.sampled_from(
    ["./*.yaml", "a/?.yaml", "*/.z.yaml", "**/x.yaml", "plans", "[[]1].yaml", "../top/*.yaml"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(PATHS, min_size=1, max_size=8), st.lists(PATTERNS | ODD_PATTERNS, min_size=1, max_size=3))
def test_a_snapshot_finds_what_the_disk_has(
    tmp_path_factory: pytest.TempPathFactory, paths: set[str], patterns: list[str]
) -> None:
    root = tmp_path_factory.mktemp("w") / "top"
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)
    source = Snapshot("v1", {str(root / path): path.encode() for path in paths})
    found = source.matching(str(root), patterns)
    assert {os.path.normpath(path) for path in DISK.matching(str(root), patterns)} == set(found)
    for path in paths:
        folder = os.path.dirname(str(root / path))
        assert source.read(str(root / path)) == DISK.read(str(root / path))
        assert source.yaml_files(folder) == DISK.yaml_files(folder)
        assert (source.is_folder(folder), source.is_file(folder)) == (True, False)
        assert (source.is_folder(str(root / path)), source.is_file(str(root / path))) == (False, True)


def test_what_is_not_there(tmp_path: Path) -> None:
    source = Snapshot("v1", {str(tmp_path / "plans" / "a-2013.yaml"): b""})
    (tmp_path / "later.yaml").write_text("")
    for path, message in (
        ("plans", "was a folder at v1, not a file."),
        ("plans/a-2014.yaml", 'there is no such file or folder at v1. Did you mean "a-2013.yaml"?'),
        ("later.yaml", "there is no such file or folder at v1. It stands there now, so it came later or was called "
         "otherwise."),
        ("nowhere/x.yaml", "there is no such file or folder at v1."),
    ):  # fmt: skip
        with pytest.raises(HsplanError) as error:
            source.read(str(tmp_path / path))
        assert str(error.value) == f"{tmp_path / path}: {message}"


def test_a_plan_that_was_read_ahead_is_not_read_twice(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "a.yaml"
    path.parent.mkdir()
    path.write_text("hsplan: 1\nid: a\n")
    workspace = Workspace.load([], Config(), str(tmp_path))
    ahead = workspace.read_ahead(str(path))
    assert workspace.read_ahead(str(path)) is ahead
    assert next(workspace.plans()) is ahead
    assert workspace.read(str(path)) is not ahead
