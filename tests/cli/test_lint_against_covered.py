"""What is accepted, known or called a note covers nothing that git remembers, and no error that stands behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_lint_against import OWNERS, PATH
from tests.compare.plans import PLAN, replaced
from tests.conftest import Run
from tests.git.repositories import Made

RUN = ("lint", "--against", "HEAD", "--format", "concise", "--as-at", "2013-07-15")
PASTED = 'accepted: [{rule: odd-character, reason: "Pasted from Word"}]\n'
NOT_ADOPTED = replaced("adopted: 2013-04-01", "adopted: 2013\u201304\u201301")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """The plan and its owners list, committed."""
    made = Made.fresh(tmp_path / "council", monkeypatch)
    made.commit({PATH: PLAN, "plans/owners.yaml": OWNERS})
    return made


def test_of_a_link_it_is_said_that_it_is_not_compared(made: Made, hsplan: Run) -> None:
    made.write("data/linked-2013.yaml", PLAN.replace("example-2013", "linked-2013"))
    link = made.folder / "plans" / "linked-2013.yaml"
    try:
        link.symlink_to("../data/linked-2013.yaml")
    except OSError:
        pytest.skip("this disk has no links")
    made.commit({})
    assert "linked-2013.yaml is a link to another file" in hsplan(*RUN, cwd=made.folder).err


def test_a_wording_that_cannot_be_read_is_no_less_grave_for_taking_a_promise_away(made: Made, hsplan: Run) -> None:
    severities = '[lint.severity]\ntimescale-not-understood = "error"\nfirst-timescale-rewritten = "note"\n'
    made.write("hsplan.toml", severities)
    made.write(PATH, replaced("timescale: December 2014", "timescale: wibble"))
    result = hsplan(*RUN, cwd=made.folder)
    assert result.code == 1
    assert "error HS302 timescale-not-understood" in result.out


def test_an_accepted_sign_covers_no_date_that_cannot_be_read(made: Made, hsplan: Run) -> None:
    made.write(PATH, NOT_ADOPTED + PASTED)
    result = hsplan(*RUN, cwd=made.folder)
    assert result.code == 1
    assert "HS015" not in result.out
    assert "error HS026 bad-date" in result.out


def test_a_known_sign_covers_no_date_that_cannot_be_read(made: Made, hsplan: Run) -> None:
    made.write(PATH, NOT_ADOPTED)
    made.write("hsplan-known.toml", '[example-2013]\n"*".odd-character = 1\n')
    result = hsplan(*RUN, cwd=made.folder)
    assert result.code == 1
    assert "HS015" not in result.out
    assert "error HS026 bad-date" in result.out


def test_a_sign_that_is_a_note_covers_no_id(made: Made, hsplan: Run) -> None:
    made.write("hsplan.toml", '[lint.severity]\nodd-character = "note"\n')
    made.write(PATH, PLAN.replace("          A1.2:", "          A1\u20132:"))
    result = hsplan(*RUN, cwd=made.folder)
    assert "note HS015" in result.out
    assert "warning HS852 id-changed" in result.out


def test_a_note_on_the_timescale_of_what_was_carried_covers_no_other_promise(made: Made, hsplan: Run) -> None:
    made.write("hsplan.toml", 'outside = ["elsewhere-2008"]\n')
    carried = replaced(
        "timescale: December 2014", "timescale: December 2014\n            carried_from: [elsewhere-2008/1.1]"
    )
    made.commit({PATH: carried})
    made.write(PATH, carried.replace("timescale: December 2014", "timescale: Ongoing"))
    result = hsplan(*RUN, cwd=made.folder)
    assert result.code == 1
    assert "error HS853 first-timescale-rewritten" in result.out
