"""Repositories made with real git, for the tests of the room and of the commands that use it."""

from __future__ import annotations

import pytest

from tests.git.repositories import Made


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Made:
    """An empty repository, apart from any that the tests run in and from the user's own settings."""
    return Made.fresh(tmp_path_factory.mktemp("repository"), monkeypatch)
