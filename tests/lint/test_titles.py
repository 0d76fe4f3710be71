"""Titles that say the same, that are two, that name a thing: above all, when to be silent."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.lint import Selection, lint
from hsplan.lint.gist import near_gists
from hsplan.lint.parting import parted
from hsplan.lint.verbs import is_only_verb, is_verb
from hsplan.workspace import Config, Workspace
from tests.conftest import Build

HEAD = 'hsplan: 1\nid: example-2013\ntitle: "An example"\nperiod: {from: 2013-04-01, to: 2018-03-31}\nactions:\n'


def messages(build: Build, rule: str, *titles: str) -> list[str]:
    actions = "".join(f'  "{number}": {{title: "{title}"}}\n' for number, title in enumerate(titles, start=1))
    folder = build({"example-2013.yaml": HEAD + actions})
    workspace = Workspace.load([str(folder / "example-2013.yaml")], Config(), str(folder))
    return [each.message for each in lint(workspace, date(2013, 6, 30), Selection((rule,))).findings]


PROTOCOL = "Write a protocol with landlords"
CENTRE = "Open a drop-in centre for rough sleepers"


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Write a new protocol with landlords", PROTOCOL),
        ("Draw up a protocol with landlords", PROTOCOL),
        ("Drawing up the landlords' protocol", PROTOCOL),
        ("Opening of a drop-in centre for rough sleepers", CENTRE),
        ("For rough sleepers, open a drop-in centre", CENTRE),
        ("Provision of training", "Provide training"),
    ],
)
def test_the_same_in_other_words(build: Build, title: str, first: str) -> None:
    assert messages(build, "HS120", first, title) == [f'Action 2 "{title}" says the same as action 1 "{first}".']


def test_the_same_but_for_a_slip(build: Build) -> None:
    told = messages(build, "HS120", PROTOCOL, "Write a protocal with landlords", "Write a protcool with landlords")
    assert told == [
        f'Action 2 "Write a protocal with landlords" says the same as action 1 "{PROTOCOL}", but for a letter of '
        '"protocal".',
        f'Action 3 "Write a protcool with landlords" says the same as action 1 "{PROTOCOL}", but for a letter of '
        '"protcool".',
    ]


@pytest.mark.parametrize(
    "titles",
    [
        ("Refer clients from Options to Shelter", "Refer clients from Shelter to Options"),
        ("Agree a protocol with Stafford", "Agree a protocol with Stamford"),
        ("Agree a protocol with hostels", "Agree a protocol with hotels"),
        ("Review lettings in 2014/15", "Review lettings in 2015/16"),
        ("Agree a protocol with prisons", "Agree a protocol with hospitals"),
        ("Produce a leaflet on debt", "Publish a leaflet on debt"),
        ("Agree a joint protocol with prisons", "Agree a protocol with prisons"),
        ("...", "!"),
    ],
)
def test_not_the_same(build: Build, titles: tuple[str, ...]) -> None:
    assert messages(build, "HS120", *titles) == []


@given(st.lists(st.sampled_from(["train", "rough", "centre", "open", "debt", "hostel"]), unique=True, min_size=1))
def test_the_order_means_nothing_where_nothing_leads_from_one_to_the_other(words: list[str]) -> None:
    (_, one), (_, other) = near_gists((" ".join(words), " and the ".join(reversed(words))))
    assert one == other


@pytest.mark.parametrize(
    ("title", "two"),
    [
        ("Agree a protocol; train the staff", ("Agree a protocol", "train the staff")),
        ("Agree a protocol. Train the staff", ("Agree a protocol", "Train the staff")),
        ("Work with GPs. Train the staff", ("Work with GPs", "Train the staff")),
        (
            "Train staff in debt advice and open a drop-in centre",
            ("Train staff in debt advice", "open a drop-in centre"),
        ),
        (
            "Train staff in debt advice, and then open a drop-in centre for them",
            ("Train staff in debt advice", "open a drop-in centre for them"),
        ),
        ("Agree a plan (a draft) and recruit volunteers", ("Agree a plan (a draft)", "recruit volunteers")),
        ("Set up a forum and recruit volunteers", ("Set up a forum", "recruit volunteers")),
        ("Plan, fund a shelter and recruit volunteers", ("Plan, fund a shelter", "recruit volunteers")),
    ],
)
def test_two_in_one(title: str, two: tuple[str, str]) -> None:
    assert parted(title) == two


ONE = """
Review and update the protocol
Train and support staff
Review the protocol and publish it
Work with partners to build homes and open a hostel
See that staff are trained and recruit a manager
Develop accommodation and support services
Provide training and open days
Revise procedures and train staff for any change of policy
Agree Housing Dept. protocols
Agree a protocol with R.S.L. partners
Buy approx. 5 homes
Agree Part 7. duties
Agree terms with Mr. Patel Ltd.
Agree a protocol for Co. Durham
Set up a panel (housing; health; police)
Set up a panel (housing and train operators)
Agree protocols: mental health; domestic violence; adult services
Publicise "Act now. Train later"
Set up and run a landlord forum
Draw up and agree a protocol
Carry out and publish a needs assessment
Work up and submit a bid
Sign up and train landlords
Plan, fund and open a winter shelter
Design, build and launch a website
Look at and introduce a new allocations scheme
Bring together and establish a provider forum
, and open a shelter
and
"""


@pytest.mark.parametrize("title", ONE.strip().split("\n"))
def test_one(title: str) -> None:
    assert parted(title) is None


@given(st.text("aA .;,()\"and?:'", max_size=40))
def test_any_title_can_be_looked_at(title: str) -> None:
    two = parted(f"Train {title}")
    assert two is None or all(two)
    assert len(near_gists((title, title))) == 2


@pytest.mark.parametrize(
    "title",
    [
        "Co-produce standards",
        "Reconfigure hostels",
        "Signpost tenants",
        "Tackle overcrowding",
        "Embed TIC",
        "Acquire homes",
        "Audit casework",
        "Decommission hostels",
        "Recommission outreach",
        "Re-tender support",
        "Upskill staff",
        "Continue outreach",
        "Mediate",
        "Recruit",
    ],
)
def test_a_verb_says_what_is_to_be_done(build: Build, title: str) -> None:
    assert messages(build, "HS123", title) == []


@pytest.mark.parametrize("title", ["Crisis loans", "Prison leavers", "Support", "Audit", "Training plan", "Hub"])
def test_a_thing(build: Build, title: str) -> None:
    assert messages(build, "HS123", title) == [f'Action 1 "{title}" names a thing, not what is to be done.']


def test_what_is_only_a_verb_is_a_verb() -> None:
    assert [is_verb(word) for word in ("Support", "train", "Re-let", "prioritise", "hub")] == [True] * 4 + [False]
    assert [is_only_verb(word) for word in ("Support", "train", "hub")] == [False, True, False]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Publicise the 'Worried about rent?' campaign", 0),
        ("Run the \u2018Can\u2019t pay?\u2019 campaign", 0),
        ("Agree it with landlords (and hospitals?)", 1),
        ("Agree the landlords' protocol?", 1),
        ("Publicise 'Worried about rent?' in hostels?", 1),
    ],
)
def test_a_question(build: Build, title: str, found: int) -> None:
    assert len(messages(build, "HS124", title)) == found
