"""Abbreviations and spellings: what is told of, and above all what is not."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.lint.spellings import twice_spelt
from hsplan.workspace import Config, Workspace
from tests.conftest import Build
from tests.lint.test_red_pen import ACTION, HEAD, OWNERS

SPELT_TWICE = {
    "Co-ordinate it. Coordinate that": ("co-ordinate", "coordinate"),
    "Re-let it soon; relet": ("re-let", "relet"),
    "E-mail all. By email": ("e-mail", "email"),
    "Multi-agency work by a multi agency team": ("multi-agency", "multi agency"),
    "Multiagency work by a multi agency team": ("multiagency", "multi agency"),
    "Non priority need, (non-priority)": ("non-priority", "non priority"),
    "Help ex-offenders. For ex offenders": ("ex-offenders", "ex offenders"),
    "Organise it, and organize that": ("organise", "organize"),
    "Organisations that organized it": ("organisations", "organized"),
    "Prioritise those. Prioritization": ("prioritise", "prioritization"),
    "Analyse it, by analyzing": ("analyse", "analyzing"),
}
RIGHT = """
Re-sign the lease, or resign
Re-signing the lease, or resigning
Re-form a group, reformed
Re-cover it and recover
Re-lease it, release
The co-op, in a coop
A rough-sleeper service for a rough sleeper
A long-term need, in the long term
We write re housing, and rehousing
Our organisation, and the World Health Organization
A prize, to prise open; citizens size it
Coordinate it, coordinated
A non emergency
The form C2co-ordinate, and coordinate
"""


@pytest.mark.parametrize("text", SPELT_TWICE)
def test_two_spellings(text: str) -> None:
    assert twice_spelt(text, text.lower()) == {SPELT_TWICE[text]}


@pytest.mark.parametrize("text", RIGHT.strip().splitlines())
def test_one_spelling_or_two_words(text: str) -> None:
    assert twice_spelt(text, text.lower()) == set()


def told(build: Build, note: str, more: str = "", owners: str = OWNERS) -> list[str]:
    """The abbreviations that are told of in an action's note."""
    text = HEAD + owners + ACTION.replace("}", f', note: "{note}"}}') + more
    folder = build({"example-2013.yaml": text, "owners.yaml": "hsplan: 1\nowners: {}\n"})
    workspace = Workspace.load([str(folder / "example-2013.yaml")], Config(), str(folder))
    found = lint(workspace, date(2013, 6, 30), Selection(("HS801",))).findings
    return [each.message.split('"')[1] for each in found]


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Ask the NHS, A&E, the MPs, the CEO and HR", []),
        ("Use DHP money (Discretionary Housing Payments)", []),
        ("Ask DLUHC for it (Department for Levelling Up, Housing and Communities)", []),
        ("Discretionary Housing Payments (DHP)", []),
        ("Use DHP money (from April)", ["DHP"]),
        ("Use DHP money (Housing Payments)", ["DHP"]),
        ("Hostels in BR1 and BR1 3UH, OX4 and SW1A 1AA", []),
        ("Codes RS15, P1E and ZZ1", ["RS15", "P1E", "ZZ1"]),
        ("Sign the PROTOCOL and agree SAFEGUARDING", []),
        ("It is URGENT, most urgent", []),
        ("It is URGENT", ["URGENT"]),
        ("A CORE return", ["CORE"]),
        ("Every RSLs' list, XQZ, ÉXQV, XQWé and XQK’s", ["RSL", "XQZ", "XQK"]),
        ("P&QR, P&&QX, PQ/RS and X-RAY", ["P&QR", "PQ"]),
        ("DO IT IN SO MANY WORDS", []),
        ("Ask MR SMITH, CLLR JONES or the RSL", ["RSL"]),
        ("The MRS scheme", ["MRS"]),
    ],
)
def test_abbreviations(build: Build, note: str, found: list[str]) -> None:
    assert told(build, note) == found


def test_what_is_named_first_in_capitals_is_asked_about_where_it_is_not(build: Build) -> None:
    more = '  "2": {title: "Sign it with each RSL", lead: Housing Team, timescale: May 2014}\n'
    assert told(build, "SIGN IT WITH EACH RSL", more) == ["RSL"]


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        ('City HSCP: {kind: board, name: "City Health and Social Care Partnership"}', []),
        ('Partners: {kind: board, name: "City Health and Social Care Partnership", also: [City HSCP]}', []),
        ('City HSCP: {kind: board, name: "City Health Partnership"}', ["HSCP"]),
        ("City HSCP: {kind: board}", ["HSCP"]),
    ],
)
def test_an_owners_name_explains_its_initials(build: Build, owner: str, found: list[str]) -> None:
    assert told(build, "Report to the HSCP", owners=f"{OWNERS}  {owner}\n") == found


@pytest.mark.parametrize(
    ("title", "found"), [("SUPPLY", []), ("HOMES SUPPLY", []), ("PRS", ["PRS"]), ("Supply of SUPPLY", ["SUPPLY"])]
)
def test_a_heading_in_capitals(build: Build, title: str, found: list[str]) -> None:
    action = ACTION.replace("\n  ", "\n      ").removeprefix("actions:\n").strip()
    themes = f'themes:\n  A:\n    title: "{title}"\n    actions:\n      {action}\n'
    folder = build({"example-2013.yaml": HEAD + OWNERS + themes, "owners.yaml": "hsplan: 1\nowners: {}\n"})
    workspace = Workspace.load([str(folder / "example-2013.yaml")], Config(), str(folder))
    report = lint(workspace, date(2013, 6, 30), Selection(("HS801", "HS00")))
    assert [each.message.split('"')[1] for each in report.findings] == found
