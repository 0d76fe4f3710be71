"""Many actions followed at once give what each gives by itself, and every version is read once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from hsplan.document import Document, read
from hsplan.git import find_repository
from hsplan.versions.walk import Placed, Thread, Walker, in_order, walk
from tests.compare.cases import CASES, edited
from tests.compare.plans import PLAN
from tests.git.repositories import Made

PATH = "plans/example-2013.yaml"
ACTIONS = ["A1.1", "A1.2", "A2.1"]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A plan with an edit of every kind, one commit each, some of which nobody can read, and a branch."""
    made = Made.fresh(tmp_path / "repository", monkeypatch)
    made.commit({"plans/draft-2013.yaml": PLAN.replace("example-2013", "draft-2013")})
    made.git("mv", "plans/draft-2013.yaml", PATH)
    made.commit({PATH: PLAN})
    for number, name in enumerate(CASES):
        made.commit({PATH: edited(name) + ("  bad: [\n" if number % 7 == 3 else "")})
        if number == 9:
            made.git("branch", "side")
    made.git("checkout", "-q", "side")
    made.commit({PATH: edited("outcome", edited("lead"))})
    made.git("checkout", "-q", "main")
    made.git("merge", "-q", "-s", "ours", "side", "-m", "Merged")
    made.commit({PATH: edited("retitled", edited("lead"))})
    made.write(PATH, edited("partners", edited("retitled")))
    return made


def told(placed: list[Placed]) -> list[tuple[object, ...]]:
    """What is said of an event; the path is that under which a version happened to be read first."""
    return [
        (each.commit, each.date, each.change.plan, each.change.id, each.change.kind, each.change.text)
        for each in in_order(placed)
    ]


@pytest.mark.parametrize("revision", ["", "HEAD~3"])
def test_together_they_tell_what_each_tells(made: Made, revision: str) -> None:
    repository = find_repository(str(made.folder))
    path = str(made.folder / PATH)
    together = Walker(repository, {}, revision).follow(path, ACTIONS)
    for action in ACTIONS:
        alone = Walker(repository, {}, revision).follow(path, [action])[action]
        assert told(together[action]) == told(alone)
    assert any(together.values())
    uncommitted = [position for found in together.values() for position, _ in found if position == -1]
    assert bool(uncommitted) == (revision == "")


def test_one_action_alone_is_what_the_command_tells(made: Made) -> None:
    repository = find_repository(str(made.folder))
    path = str(made.folder / PATH)
    walked = walk(repository, [Thread(path, "A1.1")], {})
    assert walked.events == in_order(Walker(repository, {}).follow(path, ["A1.1"])["A1.1"])
    assert walked.events[-1].change.kind == "partners-changed"


def test_every_version_is_read_once(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: Counter[bytes] = Counter()

    def counting(data: bytes, path: str) -> Document:
        seen[data] += 1
        return read(data, path)

    monkeypatch.setattr("hsplan.versions.followed.read", counting)
    Walker(find_repository(str(made.folder)), {}).follow(str(made.folder / PATH), ACTIONS)
    assert set(seen.values()) == {1}
