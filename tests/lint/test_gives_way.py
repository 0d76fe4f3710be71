"""One finding for one cause, further on: figures, names, carrying over between two plans, lists newest first."""

from __future__ import annotations

from datetime import date

import pytest

from hsplan.lint import Report, Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import Build
from tests.lint.test_effects import ACTION, ANSWER, ENTRY, HEAD, PLAN, TITLE, changed, report_on, rules

FIGURES = "    unit: households\n    actuals: [{period: Q3 2024/25, value: 10}]\n    baseline:"
COUNTED = changed("    baseline:", FIGURES)
JOINT = changed(
    "    lead: Strategy Team\n", "    each: [Borchester, Shelter]\n", changed("[Shelter]", "[Strategy Team]")
)
JOINT = changed("organisations: [Borchester]", "organisations: [Borchester, Shelter]", JOINT)
JOINT = changed("Shelter: {kind: organisation}", "Shelter: {kind: organisation, functions: [support]}", JOINT)
SLIPS = {
    "a baseline with a comma": (
        changed("value: 60", "value: 1,090", changed("baseline:", "unit: households\n    baseline:")), ["HS013"]),
    "a figure with a comma": (changed("value: 10}", "value: 2,090}", COUNTED), ["HS013"]),
    "a figure that cannot be": (changed("value: 10}", "value: 20000}", COUNTED), ["HS625"]),
    "an owner's key with a space from Word": (
        changed("Strategy Team: {", "Strategy\u00a0Team: {"), ["HS015"]),
    "one of several misspelt": (
        changed(ENTRY, "    progress:\n      - {date: 2025-01-01, by: Sheltr, status: in progress}\n"
                       "      - {date: 2025-01-01, by: Borchester, status: in progress}\n", JOINT), ["HS203"]),
    "a column misspelt": (
        changed("indicators:", 'columns: {x-risk: {title: "Risks"}}\nindicators:', PLAN + '    x-risks: "No lead"\n'),
        ["HS104"]),
    "a glossary in small letters": (
        changed("rent arrears", "DHP", changed("indicators:", 'glossary: {dhp: "Housing payment"}\nindicators:')),
        ["HS802"]),
    "a date and the one before it": (changed("December 2026", "Dec 2026 (was June 2026)"), ["HS303"]),
    "one date or another": (changed("December 2026", "March 2026 or December 2026"), ["HS303"]),
    "due before the plan began": (changed("December 2026", "February 2024"), ["HS310"]),
    "due before the plan began, and moved": (
        changed("December 2026", "February 2024", PLAN + "    date_changes:\n      - {date: 2024-05-01, timescale: "
                "October 2024, reason: It is late, decided: 2024-05-02}\n"), ["HS310", "HS401", "HS324"]),
    "due before the plan began, and accepted": (
        changed("December 2026", "February 2024", PLAN + "    accepted: [{rule: HS310, reason: Printed so}]\n"),
        ["HS401"]),
    "newest first": (changed(ENTRY, "    progress:\n" + "".join(
        f"      - {{date: {day}, status: in progress}}\n" for day in ("2025-01-01", "2024-10-01", "2024-08-01"))),
        ["HS411"]),
    "a text that two commas cut": (
        changed("status: in progress}", "status: in progress, note: met them, agreed £3,000 for year one}"), ["HS013"]),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_only_the_cause_is_told(build: Build, slip: str) -> None:
    text, expected = SLIPS[slip]
    assert rules(build, text) == expected


def test_what_is_newest_first_is_said_in_one_sentence(build: Build) -> None:
    (found,) = report_on(build, SLIPS["newest first"][0]).findings
    assert found.message == f"Action 1.1 {TITLE.split(': ')[1].strip()}: its 3 progress entries stand newest first."


def test_a_list_that_is_out_of_order_elsewhere_is_told_of_there(build: Build) -> None:
    days = ("2025-01-01", "2024-10-01", "2024-11-01", "2024-08-01")
    entries = "    progress:\n" + "".join(f"      - {{date: {day}, status: in progress}}\n" for day in days)
    found = report_on(build, changed(ENTRY, entries)).findings
    assert [each.message.split(": ", 1)[1] for each in found] == [
        f"the entry of {day} stands below that of 1 January 2025."
        for day in ("1 October 2024", "1 November 2024", "1 August 2024")
    ]


OLD = f"{HEAD.replace('2024', '2018').replace('2027-03-31', '2021-03-31')}closed: 2021-03-31\nactions:\n{ACTION}"
OLD = OLD.replace(ANSWER, ANSWER.replace("2026", "2020"))
NEW = f"{HEAD.replace('2024', '2021').replace('2027', '2024')}follows: example-2018\nactions:\n{ACTION}"
NEW = NEW.replace(ANSWER, ANSWER.replace("2026", "2022"))
CARRIED = "    progress: [{date: 2021-03-31, status: carried over, into: [example-2021/%s]}]\n"


def both(build: Build, old: str, new: str, *named: str) -> Report:
    folder = build({"example-2018.yaml": OLD + old, "example-2021.yaml": NEW + new, "owners.yaml": "owners: {}\n"})
    paths = [str(folder / name) for name in named] or [str(folder)]
    workspace = Workspace.load(paths, Config(), str(folder))
    return lint(workspace, date(2021, 6, 1), Selection(("HS5",)))


LATER = "\n      - {date: 2021-02-20, status: in progress, note: They want more}\n"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (CARRIED % "1.1", "    carried_from: [example-2018/1.9]\n", 'HS502 Did you mean "example-2018/1.1"?'),
        (CARRIED % "1.9", "    carried_from: [example-2018/1.1]\n", 'HS502 Did you mean "example-2021/1.1"?'),
        (CARRIED.replace(" [{", f"{LATER}      - {{", 1).replace("}]", "}").replace("03-31, s", "01-31, s") % "1.1",
         "", "HS513 Move it to example-2021/1.1."),
        ("", "    carried_from: [example-2018/1.1]\n",
         "HS504 Add into: [example-2021/1.1] where the old action ends, or take it out of carried_from:."),
    ],
    ids=["a slip back", "a slip forward", "written in after that", "only the new plan says so"],
)  # fmt: skip
def test_between_two_plans_it_is_told_once(build: Build, old: str, new: str, found: str) -> None:
    assert [f"{each.rule} {each.help}" for each in both(build, old, new).findings] == [found]


def test_checked_alone_the_old_plan_is_told_what_the_new_one_says(build: Build) -> None:
    (found,) = both(build, "", "    carried_from: [example-2018/1.1]\n", "example-2018.yaml").findings
    assert (found.rule, found.help) == (
        "HS510",
        "Say how it ended: carried over, with into: [example-2021/1.1], whose carried_from: names this action.",
    )


@pytest.mark.parametrize(
    ("glossary", "owner", "found"),
    [
        ("HOT: Home Ownership Team", "{kind: team, also: [HOT]}", ["HS803"]),
        ("HOT: Our Housing Options Team", "{kind: team, also: [HOT]}", []),
        ("HOT: The advice team", "{kind: team, also: [HAT]}", []),
    ],
)
def test_what_an_owner_is_called_too(build: Build, glossary: str, owner: str, found: list[str]) -> None:
    text = changed("  Shelter:", f"  Housing Options Team: {owner}\n  Shelter:")
    text = changed("lead: Strategy Team", "lead: [Housing Options Team, Strategy Team]", text)
    text = changed("rent arrears", "the HOT", changed("indicators:", f"glossary: {{{glossary}}}\nindicators:", text))
    report = report_on(build, text, "owners: {}\n", "HS801", "HS802", "HS803")
    assert [each.rule for each in report.findings] == found
    if found:
        assert report.findings[0].message == (
            'The glossary explains "HOT" as "Home Ownership Team", and also: of "Housing Options Team" has it too.'
        )
