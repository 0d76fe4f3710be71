"""What examples in one file can't show: bytes, settings, dates at their edges, and above all silence."""

from __future__ import annotations

import re
from datetime import date

import pytest

from hsplan.lint import Selection, lint
from hsplan.workspace import Config, Workspace
from tests.conftest import ROOT, Build
from tests.test_plans import DATES

HEAD = 'hsplan: 1\nid: example-2013\ntitle: "An example"\nperiod: {from: 2013-04-01, to: 2018-03-31}\n'
OWNERS = "owners:\n  Housing Team: {kind: team}\n  City: {kind: organisation, functions: [housing]}\n"
ACTION = 'actions:\n  "1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}\n'
LAW = "HS72"
TODAY = date(2026, 11, 1)
"""A day after all that stands in the real plans."""


def names(
    build: Build,
    text: str | bytes,
    *select: str,
    as_at: str = "2013-06-30",
    config: Config = Config(),
    today: date | None = None,
) -> list[str]:
    folder = build({"example-2013.yaml": text, "owners.yaml": "hsplan: 1\nowners: {}\n"})
    workspace = Workspace.load([str(folder / "example-2013.yaml")], config, str(folder))
    report = lint(workspace, date.fromisoformat(as_at), Selection(select), today=today)
    return [each.name for each in report.findings]


@pytest.mark.parametrize(
    ("ends", "found"), [("\n", []), ("\r\n", []), ("mixed", ["mixed-line-endings"]), ("one", ["mixed-line-endings"])]
)
def test_line_endings(build: Build, ends: str, found: list[str]) -> None:
    lines = (HEAD + "adopted: 2013-04-01\n" + OWNERS + ACTION).splitlines()
    breaks = {"mixed": ["\r\n"] * 4 + ["\n"] * 50, "one": ["\n"] + ["\r\n"] * 50}.get(ends, [ends] * 50)
    text = "".join(line + end for line, end in zip(lines, breaks, strict=False))
    assert names(build, text.encode(), "HS014") == found


@pytest.mark.parametrize(
    "spoilt",
    [
        ("2013-09-30", "2013\u201309\u201330"),
        ("2013-09-30", "\u201c2013-09-30\u201d"),
        ("lead: Housing Team", "lead: Housing\u00a0Team"),
        ('"1":', '"1\u200b":'),
        ("lead: Housing Team", "lead\u00a0: Housing Team"),
        ("{title", "{\u00a0title"),
        ("{kind: team}", "{kind: te\u00adam}"),
    ],
)
def test_an_odd_character_is_told_of_once(build: Build, spoilt: tuple[str, str]) -> None:
    text = HEAD + "adopted: 2013-04-01\n" + OWNERS.replace("  City: {kind: organisation, functions: [housing]}\n", "")
    text += ACTION.replace("September 2013}", "September 2013, done: 2013-09-30}")
    assert names(build, text, today=TODAY) == []
    assert spoilt[0] in text
    assert names(build, text.replace(*spoilt), today=TODAY) == ["odd-character"]


@pytest.mark.parametrize(
    ("outcomes", "found"),
    [
        ("\n      -\u00a0Fewer evictions\n      -\u00a0Less debt", ["odd-character"]),
        ('\n      -\u00a0"Fewer evictions"', ["odd-character"]),
        ("|\n      Less of\n      -\u00a0debt", []),
        ('\n      - "Less of\n        -\u00a0debt"', []),
        ("[Fewer evictions, arrears and debts fall]", ["comma-in-brackets"]),
        ("[Fewer evictions, Arrears fall, and so do debts]", ["comma-in-brackets"]),
        ("[Fewer evictions, Less debt]", []),
        ("[Fewer evictions, debts]", []),
        ("[fewer evictions, less debt]", []),
        ('["Fewer evictions", less debt]', []),
        ("\n      - Fewer evictions\n      - less debt", []),
    ],
)
def test_a_list_that_is_none(build: Build, outcomes: str, found: list[str]) -> None:
    keys = '    title: "Agree a protocol"\n    lead: Housing Team\n    timescale: September 2013\n'
    text = f'{HEAD}{OWNERS}actions:\n  "1":\n{keys}    outcomes: {outcomes}\n'
    assert names(build, text, "HS0") == found


@pytest.mark.parametrize(
    ("indicator", "found"),
    [
        ("baseline: {value: 120}, actuals: [{period: Q1 2013/14, value: 29}, {period: Q2 2013/14, value: 3100}]", 1),
        ("baseline: {value: 900}, actuals: [{period: Q1 2013/14, value: 29}, {period: Q2 2013/14, value: 3100}]", 0),
        ("actuals: [{period: Q1 2013/14, value: 29}, {period: Q2 2013/14, value: 3100}]", 0),  # either of them
        (
            "actuals: [{period: May 2013, value: 29}, {period: June 2013, value: 3}, {period: July 2013, value: 290}]",
            1,
        ),
        ("baseline: {value: 30}, actuals: [{period: May 2013, value: 29}, {period: 2012/13, value: 348}]", 0),
        ("baseline: {value: 1}, actuals: [{period: Q1 2013/14, value: 1}, {period: Q2 2013/14, value: 12}]", 0),
        ("unit: percentage, targets: [{value: 130}]", 1),
        ('unit: "% of cases", targets: [{value: 130}]', 1),
        ("unit: per cent, targets: [{value: 100}]", 0),
        ("unit: percentiles, targets: [{value: 130}]", 0),
        ('title: "% of cases closed", targets: [{value: 130}]', 1),
        ('title: "20% more cases closed", targets: [{value: 130}]', 0),
        ("unit: '%', targets: [{value: 0.9}]", 0),  # perhaps it is so
        ("better: higher, targets: [{value: 0}]", 1),
        ("better: higher, targets: [{value: 0}, {value: 20}]", 0),  # in the first year none are to be there yet
        ("better: lower, targets: [{value: 0}]", 0),
    ],
)
def test_a_figure_that_cannot_be(build: Build, indicator: str, found: int) -> None:
    title = "" if "title:" in indicator else 'title: "Acceptances", '
    text = f"{HEAD}{OWNERS}{ACTION}indicators:\n  acc: {{{title}{indicator}}}\n"
    assert names(build, text, "HS625") == ["figure-absurd"] * found


@pytest.mark.parametrize(
    ("said", "values", "found"),
    [
        ("unit: households", "29 31 30 28", ""),
        ("unit: households", "29 3100 31 2900", "3100 2900"),  # two do not hide each other
        ("unit: households", "12 10 150 140", ""),  # a leap that lasts
        ("unit: households", "12 10 150 140 11", "150 140"),  # a leap and back is asked about
        ("unit: households", "29 31 30 270", "270"),  # a nought too many, on a little less than the others
        ("unit: households", "29 31 30 150", ""),  # a bad quarter
        ("unit: households", "3 2 4 33", "33"),
        ("unit: households", "2 3 40 45", ""),  # a shelter in winter
        ("unit: households", "1 1 1 12", ""),
        ("unit: households", "290 310 31 305", "31"),
        ("unit: households", "290 310 31 30", ""),  # it has fallen
        ("unit: households", "20 60 31 3", ""),
        ("unit: cases", "140 150 0 160", "0"),  # not counted yet
        ("unit: cases, better: lower", "140 150 0 160", ""),
        ("unit: cases", "140 0 0 160 170 150", ""),  # it was not running
        ("unit: cases", "5 4 0 6", ""),
        ('unit: "%"', "72 74 0.81 70", "0.81"),
        ('unit: "%"', "72 0.81", "0.81"),
        ('unit: "%", targets: [{value: 80}]', "0.79 0.81", "0.79 0.81"),
        ('unit: "%"', "3 4 0.81", ""),
        ('unit: "%"', "0.7 0.81", ""),
        ('unit: "%"', "72 74 8.3 70", "8.3"),
        ('unit: "per 1,000 households"', "2.6 2.4 25 2.5", "25"),
        ("unit: households, targets: [{value: 30}]", "29 310 290", "310 290"),
        ("unit: households, targets: [{value: 30}]", "29 31 290", "290"),
    ],
)
def test_a_figure_that_stands_apart(build: Build, said: str, values: str, found: str) -> None:
    actuals = ", ".join(f"{{period: {2001 + at}/{2 + at:02}, value: {each}}}" for at, each in enumerate(values.split()))
    text = f'{HEAD}{OWNERS}{ACTION}indicators:\n  acc: {{title: "Acceptances", {said}, actuals: [{actuals}]}}\n'
    assert absurd(build, text) == found.split()


def test_figures_are_compared_with_their_like(build: Build) -> None:
    """Years with years, and each organisation's own."""
    periods = [("Q1 2012/13", "City", 29), ("Q2 2012/13", "City", 31), ("2011/12", "City", 360), ("2010/11", "", 370)]
    of_others = [("Q3 2012/13", "County", 2900), ("Q1 2012/13", "County", 3100), ("Q2 2012/13", "County", 3)]
    for entries, found in (
        (periods, []),
        (periods + of_others, []),
        ([*of_others, ("Q4 2012/13", "County", 2950)], ["3"]),
    ):
        actuals = ", ".join(f"{{period: {period}, by: {by}, value: {value}}}" for period, by, value in entries)
        text = f'{HEAD}{OWNERS}{ACTION}indicators:\n  acc: {{title: "Acceptances", actuals: [{actuals}]}}\n'
        assert absurd(build, text.replace("by: ,", "")) == found


def absurd(build: Build, text: str) -> list[str]:
    folder = build({"example-2013.yaml": text, "owners.yaml": "hsplan: 1\nowners: {}\n"})
    workspace = Workspace.load([str(folder / "example-2013.yaml")], Config(), str(folder))
    found = lint(workspace, date(2013, 6, 30), Selection(("HS625",))).findings
    return [each.message.partition('": ')[2].split()[0] for each in found]


@pytest.mark.parametrize(
    ("wording", "turned"),
    [
        ("January 2015 - December 2014", True),
        ("January 2015\u2013December 2014", True),
        ("January 2015, December 2014", False),
        ("December 2014, January 2015", False),
    ],
)
def test_two_dates_the_wrong_way_round(build: Build, wording: str, turned: bool) -> None:
    folder = build({"example-2013.yaml": HEAD + OWNERS + ACTION.replace("September 2013", f'"{wording}"')})
    workspace = Workspace.load([str(folder / "example-2013.yaml")], Config(), str(folder))
    (found,) = lint(workspace, date(2013, 6, 30), Selection(("HS309",))).findings
    assert ("has two dates, the later one first; 31 December 2014 would be missed" in found.message) == turned
    assert ("change the two round" in found.help) == turned


def test_curly_signs_in_sentences_are_no_fault(build: Build) -> None:
    text = (
        HEAD + OWNERS + ACTION.replace("Agree a protocol", "Agree the landlords\u2019 protocol \u2013 \u201cours\u201d")
    )
    assert names(build, text, "HS015") == []


def test_a_sign_that_a_sentence_writes_as_a_number_hides_none(build: Build) -> None:
    text = HEAD + OWNERS + ACTION.replace("Agree a protocol", "Agree the landlords\\u2019 protocol")
    assert names(build, text, "HS015") == []
    assert names(build, text.replace('"1":', '"1\u2019":'), "HS015") == ["odd-character"]


def test_a_status_in_place_of_a_timescale_is_told_of_once(build: Build) -> None:
    text = HEAD + "adopted: 2013-04-01\n" + OWNERS + ACTION.replace("September 2013", "Completed")
    assert names(build, text, "HS3") == ["timescale-not-understood"]
    dated = text.replace("timescale: Completed", "timescale: Completed, due: 2013-09-30")
    assert names(build, dated, "HS3") == ["timescale-doubtful"]


def test_a_key_that_is_taken_for_an_action_is_told_of_once(build: Build) -> None:
    text = HEAD + "adopted: 2013-04-01\n" + OWNERS.rsplit("  City", 1)[0] + ACTION
    assert names(build, text + '  budget: {amount: 3000, note: "a year"}\n') == ["misplaced-key"]


def test_how_many_one_may_lead_is_a_setting(build: Build) -> None:
    actions = "".join(f'  "{n}": {{title: "Agree protocol {n}", lead: City, timescale: May 2014}}\n' for n in range(6))
    text = HEAD + "adopted: 2013-04-01\n" + OWNERS + "actions:\n" + actions
    assert names(build, text, "HS213") == []
    assert names(build, text, "HS213", config=Config(max_per_lead=6)) == []
    assert names(build, text, "HS213", config=Config(max_per_lead=5)) == ["lead-overloaded"]


def test_what_was_entered_after_the_day_asked_for_is_no_fault(build: Build) -> None:
    entry = ", progress: [{date: 2014-06-30, status: in progress}]}"
    text = HEAD + "adopted: 2013-04-01\n" + OWNERS + ACTION.replace("}", entry)
    assert names(build, text, "HS410", as_at="2013-06-30", today=date(2014, 6, 30)) == []
    assert names(build, text, "HS410", as_at="2013-06-30") == ["entry-future"]


def law(
    build: Build, strategy: str, *, as_at: str = "2013-06-30", nation: str = "england", more: str = ""
) -> list[str]:
    head = HEAD + f"adopted: 2013-04-01\nnation: {nation}\norganisations: [City]\nstrategy: {{{strategy}}}\n" + more
    return names(build, head + OWNERS.replace(", functions: [housing]", "") + ACTION, LAW, as_at=as_at)


@pytest.mark.parametrize(
    ("as_at", "found"),
    [
        ("2013-06-30", ["plan-outlives-strategy"]),
        ("2015-06-30", ["plan-outlives-strategy"]),
        ("2016-07-02", ["strategy-expiring"]),
        ("2017-06-30", ["strategy-expiring"]),
        ("2017-07-01", ["strategy-expired"]),
    ],
)
def test_five_years_begin_with_the_day_of_publication(build: Build, as_at: str, found: list[str]) -> None:
    assert law(build, "published: 2012-07-01, review_published: 2012-01", as_at=as_at) == found


@pytest.mark.parametrize("nation", ["wales", "scotland", "northern-ireland"])
def test_other_nations_have_no_rules_yet(build: Build, nation: str) -> None:
    assert law(build, "published: 2001", nation=nation, as_at="2014-01-01") == []


def test_a_closed_plan_is_not_asked_for_a_new_strategy(build: Build) -> None:
    strategy = "published: 2008-01, review_published: 2007"
    assert law(build, strategy) == ["strategy-expired"]
    assert law(build, strategy, more="closed: 2013-05-31\n") == []


def test_a_county_that_is_no_housing_authority_publishes_no_strategy(build: Build) -> None:
    owners = OWNERS + "  County: {kind: organisation, functions: [social services]}\n"
    head = HEAD + "adopted: 2013-04-01\nnation: england\norganisations: [City, County]\n"
    strategy = "strategy: {published: {City: 2013-04-02}, review_published: 2012}\n"
    assert names(build, head + strategy + owners + ACTION, LAW) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring 01892 554000", True),
        ("Ring (01892) 554000", True),
        ("Ring +44 1892 554000", True),
        ("Ring 020 7946 0000", True),
        ("Ask Cllr J. Smith", True),
        ("Ask Dr Foster", True),
        ("Write to a.b@council.gov.uk", True),
        ("2013-06-30 and 01/04/2013", False),
        ("A saving of 0.125 to 0.250, or 1,000,000", False),
        ("Ask the Councillor who leads on housing", False),
        ("Doctors, Mrs and Mr", False),
        ("Meet @ noon", False),
        ("G1.2.3 and 0115", False),
    ],
)
def test_personal_data(build: Build, text: str, found: bool) -> None:
    action = ACTION.replace("}", f', note: "{text}"}}')
    assert (names(build, HEAD + OWNERS + action, "HS810") == ["personal-data"]) is found


SILENT = (
    "HS110",
    "HS111",
    "HS112",
    "HS120",
    "HS121",
    "HS211",
    "HS330",
    "HS331",
    "HS332",
    "HS333",
    "HS41",
    "HS625",
    "HS626",
    "HS810",
)
"""Of the real plans nothing of this can be said."""


def real(build: Build, name: str, text: str) -> list[str]:
    owners = (ROOT / "plans" / "owners.yaml").read_bytes()
    folder = build({f"{name}.yaml": text, "owners.yaml": owners})
    workspace = Workspace.load([str(folder / f"{name}.yaml")], Config(), str(folder))
    report = lint(workspace, date.fromisoformat(DATES[name]), Selection(SILENT), today=TODAY)
    return [each.name for each in report.findings]


@pytest.mark.parametrize("name", DATES)
def test_nothing_of_it_is_in_the_real_plans(build: Build, name: str) -> None:
    text = (ROOT / "plans" / f"{name}.yaml").read_text(encoding="utf-8")
    assert real(build, name, re.sub(r"(?ms)^accepted:\n.*?^(?=themes:)", "", text)) == []


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("nation: england\n", ["strategy-undated", "review-unrecorded"]),
        ("nation: england\nstrategy: {review_published: 2007-11, published: 2008-04}\n", ["strategy-expired"]),
        ("nation: england\nstrategy: {review_published: 2012-11, published: {City: 2013-04}}\n", []),
        ("nation: wales\n", []),
        ("governance: {City: {reviews: monthly}}\nmeetings: [{date: 2013-04-20, body: City}]\n", ["review-missed"]),
        ('governance: {City: {role: "Answers for it"}}\n', ["no-review"]),
        ("", []),
    ],
)
def test_a_plan_that_does_not_name_its_organisations(build: Build, keys: str, found: list[str]) -> None:
    assert names(build, f"{HEAD}adopted: 2013-04-01\n{keys}{OWNERS}{ACTION}", "HS7") == found
