"""Names that stand in no owners list: nobody yet, everybody, several in one, and owners that have ended."""

from __future__ import annotations

import pytest

from hsplan.document import Map
from hsplan.lint.unknown_owner import owners_meant, said_of
from hsplan.plan import Owners
from hsplan.plan.owners import Owner
from tests.conftest import Build
from tests.lint.test_effects import changed, report_on


def owner(key: str, *also: str) -> Owner:
    return Owner(key, "", "team", also, (), "", (), None, None, "", "owners.yaml", Map(0))


NAMES = (
    owner("Strategy Team", "Strategy"),
    owner("Shelter"),
    owner("Housing and Benefits Team"),
    owner("Benefits Team"),
)
OWNERS = Owners({each.key: each for each in (*NAMES, owner("Housing"))})
UNKNOWN = '"{}" is not in the owners list.'
TWO = "These are two: one leads, as in lead: Strategy Team, and the other goes under partners: [Shelter]."


@pytest.mark.parametrize(
    "name", ["TBC", "To be confirmed", "N/A", "n/a.", "???", "-", "[TBC]", "Vacant", "to be agreed"]
)
def test_nobody_yet(name: str) -> None:
    message = f'"{name}" says that nobody leads it yet.'
    assert said_of(name, "lead", OWNERS) == (message, "Leave lead: out until it is agreed, or name a post.")
    assert said_of(name, "partners", OWNERS) == (
        f'"{name}" names nobody.', "Leave it out until it is known, or name a post, a team or an organisation."
    )  # fmt: skip
    assert owners_meant(name, OWNERS) == ()


@pytest.mark.parametrize(
    "name", ["Strategy Team, Shelter", "Strategy team and Shelter", "Strategy/Shelter", "Strategy Team & Shelter"]
)
def test_two_in_one_text(name: str) -> None:
    assert said_of(name, "lead", OWNERS) == (UNKNOWN.format(name), TWO)
    help = "These are two: write [Strategy Team, Shelter]."
    assert said_of(name, "partners", OWNERS) == (UNKNOWN.format(name), help)


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("Housing and Benefit Team", 'Did you mean "Housing and Benefits Team"?'),
        ("Sheltr", 'Did you mean "Shelter"?'),
        ("Strategy Team, Nobody else", 'Did you mean "Strategy Team"?'),
        ("Zebra", "Add it under owners:, or write one that stands there."),
        (
            "All partners",
            "Name the one who answers for it, and the others as partners. Or write each: with all who must do it.",
        ),
        (
            "Shelter, Housing and Strategy",
            "These are three: one leads, as in lead: Shelter, and the others go under partners: [Housing, "
            "Strategy Team].",
        ),
    ],
)
def test_what_is_meant(name: str, help: str) -> None:
    assert said_of(name, "lead", OWNERS)[1] == help


ENDED = "{{kind: team, to: 2025-06-30, successor: A}}\n  A: {{kind: team, to: 2025-12-31{}}}\n  B: {{kind: team{}}}\n"


@pytest.mark.parametrize(
    ("of_a", "of_b", "help"),
    [
        (", successor: B", "", 'Name its successor, "B".'),
        (", successor: B", ", to: 2026-12-31", 'Name its successor, "B".'),
        (", successor: B", ", to: 2026-12-30", "Name who takes it over."),
        (", successor: Strategy Team", "", "Name who takes it over."),
        ("", "", "Name who takes it over."),
        (", successor: C", "", 'Name its successor, "C".'),
    ],
)
def test_the_successor_that_still_stands(build: Build, of_a: str, of_b: str, help: str) -> None:
    text = changed("Strategy Team: {kind: team}\n", f"Strategy Team: {ENDED.format(of_a, of_b)}")
    assert [each.help for each in report_on(build, text, "owners: {}\n", "HS212").findings] == [help]
