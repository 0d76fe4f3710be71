"""Names, addresses and numbers: which tell who somebody is, and where in a plan they are looked for."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.lint.persons import signs_in, telling
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

TOLD = {
    "Ask Mrs Jones": ["Mrs Jones"],
    "Mr John Smith agreed": ["Mr John Smith"],
    "Mr. A. B. Smith agreed": ["Mr. A. B. Smith"],
    "Mr AB Smith": ["Mr AB Smith"],
    "CLLR J. O'BRIEN": ["CLLR J. O'BRIEN"],
    "ask mr smith": ["mr smith"],
    "MR SMITH": ["MR SMITH"],
    "Ask Mr SMITH": ["Mr SMITH"],
    "Revd Jones, Professor Grey": ["Revd Jones", "Professor Grey"],
    "Mrs Jones and Mr Brown; Mrs Jones again": ["Mrs Jones", "Mr Brown"],
    "Mr and Mrs Smith": ["Mrs Smith"],
    "Ms O'Brien\u2019s view, Mrs van der Berg's": ["Ms O'Brien", "Mrs van der Berg"],
    "Mrs Jones Housing Manager": ["Mrs Jones"],
    "Cllr Jones Portfolio Holder": ["Cllr Jones"],
    "Dr Foster's view": ["Dr Foster"],
    "Miss \u00c9mile": ["Miss \u00c9mile"],
    "Sir John Hope spoke, Lord Best agreed": ["Sir John Hope", "Lord Best"],
    "Ask Dame Louise Casey": ["Dame Louise Casey"],
    "Baroness Casey's review, Lady Hale": ["Baroness Casey", "Lady Hale"],
    "Cllr Jones, Cllr. Training Lead, Ms Jones of Ms Teams": ["Cllr Jones", "Ms Jones"],
    "Sir Peter Hall, Dame Wendy Hall, Lady Hall": ["Sir Peter Hall", "Dame Wendy Hall", "Lady Hall"],
    "Sir Geraint Evans o Gyngor Sir Glanafon": ["Sir Geraint Evans"],
    "Lord Nelson St John": ["Lord Nelson"],
    "HB/1 01632 960123": ["01632 960123"],
    "07700 900123 or +44 1892 554000": ["07700 900123", "+44 1892 554000"],
    "(01632 960123), (01632) 960124": ["01632 960123", "(01632) 960124"],
    "Mr & Mrs Smith": ["Mrs Smith"],
    "Manager, jo@x.gov.uk": ["jo@x.gov.uk"],
    "jo.brown@x.gov.uk, j.homes@x.org, housing.brown@x.org": [
        "jo.brown@x.gov.uk",
        "j.homes@x.org",
        "housing.brown@x.org",
    ],
    "ismail@x.org, phelps@x.org": ["ismail@x.org", "phelps@x.org"],
}
SILENT = """
Dr Barnardo's home
The Dr Grey House project
Dr Grey's Surgery
Mr A moved to Mrs B
The Dr Bike scheme
The Lord Mayor and the Lady Mayoress, the Lord Lieutenant
Sir John Moore Street, Lady Margaret Road, Lord Street
Lease the flats in Lord Nelson St, by March
Sir Oswald Stoll Mansions, Sir William Powlett Gardens, Lady Margaret Hall
Cyngor Sir Glanafon / Glanafon County Council
Gyda Sir Gaerfyrddin, Sir Benfro, Sir Ynys Môn a Chyngor Sir Glanafon
Ms Teams drop-in sessions, Ms Forms
The Cllr Working Group; Cllr. Training Lead
The House of Lords; Dear Sir or Madam
Mr and Mrs, Mr or Mrs, MR AND MRS
The Mr & Mrs policy for joint tenants
Ask the Councillor who leads
Councillor Training, a Councillor Champion
MRS applications, the MRS Action Plan
MS Teams, MS Word; do not miss deadlines
Rev 2 of the protocol
Ring 0800 123456, 0808 800 4444, (0800) 123 456
Ring 0300 500 0914, +44 300 500 0914 or 0845 123 4567
homelessness@x.gov.uk
housing.options@x.gov.uk
HousingOptions@x.gov.uk
info@x.org
oxford.housing@oxford.gov.uk
homes@ noon
"""


@pytest.mark.parametrize("text", TOLD)
def test_it_tells_who_somebody_is(text: str) -> None:
    assert [words for words, _ in telling(text)] == TOLD[text]


@pytest.mark.parametrize("text", TOLD)
def test_a_sign_of_it_is_found_first(text: str) -> None:
    for words in TOLD[text]:
        assert signs_in(words), words


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_it_does_not(text: str) -> None:
    assert list(telling(text)) == []


PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
source: "Mrs One"
accepted:
  - {rule: HS801, reason: "Mrs Two says so"}
governance:
  Mrs Board: {reviews: quarterly, role: "Mrs Three's board"}
meetings:
  - {date: 2013-05-01, body: Mrs Board, minutes: "HB/1 Cllr Four"}
owners:
  Mrs Key: {kind: post}
  Housing Team: {kind: team, name: "Mr Peter Name", also: [Mr Alias]}
  Mrs Board: {kind: board}
glossary:
  RSL: "As Mr Five calls it"
actions:
  "1":
    title: "Agree a protocol"
    lead: Mrs Key
    partners: [Mr Alias, Mrs Stranger, Mrs Shared]
    timescale: September 2013
    budget: {amount: 1, note: "Ask Mrs Six"}
    date_changes:
      - {date: 2013-05-01, timescale: May 2014, reason: "Mrs Seven was ill", decision: "Mr Eight, 01632 960123"}
    progress:
      - {date: 2013-06-01, by: Mrs Stranger, status: in progress, note: "Mrs Nine; Mr Ten", internal_note: "x"}
"""
SHARED = (
    'hsplan: 1\nowners:\n  Mrs Shared: {kind: post}\n  Board: {kind: board, members: [Mrs Shared], note: "Mr Xu"}\n'
)


def told(build: Build, file: str) -> list[tuple[str, str]]:
    """The action and the words of each finding in a file."""
    folder = build({"example-2013.yaml": PLAN, "owners.yaml": SHARED})
    workspace = Workspace.load([str(folder)], Config(plans=("*.yaml",), owners="owners.yaml"), str(folder))
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    found = []
    for each in lint(workspace, date(2013, 6, 30), Selection(("HS810",))).findings:
        if each.place.path.endswith(file):
            words = lines[each.place.line - 1][each.place.column - 1 : each.place.end_column - 1]
            assert f'"{words}" looks like' in each.message
            found.append((each.action, words))
    return found


def test_every_text_of_a_plan_is_looked_at(build: Build) -> None:
    """Owners where they are listed, and not wherever they are named; one that is in no list, once."""
    assert told(build, "example-2013.yaml") == [
        ("", "Mrs One"),
        ("", "Mrs Two"),
        ("", "Mrs Three"),
        ("", "Cllr Four"),
        ("", "Mrs Key"),
        ("", "Mr Peter Name"),
        ("", "Mr Alias"),
        ("", "Mrs Board"),
        ("", "Mr Five"),
        ("1", "Mrs Stranger"),
        ("1", "Mrs Six"),
        ("1", "Mrs Seven"),
        ("1", "Mr Eight"),
        ("1", "01632 960123"),
        ("1", "Mrs Nine"),
        ("1", "Mr Ten"),
    ]


def test_the_owners_list_is_looked_at_too(build: Build) -> None:
    assert told(build, "owners.yaml") == [("", "Mrs Shared"), ("", "Mr Xu")]
