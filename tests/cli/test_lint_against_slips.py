"""A slip of the hand in a committed plan: the slip is told of, and nobody is accused of having taken something back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_lint_against import OWNERS, PATH
from tests.compare.cases import ENTRY, edited
from tests.compare.plans import PLAN, replaced
from tests.conftest import Run
from tests.git.repositories import Made

ACTION = PLAN[PLAN.index("          A1.2:") : PLAN.index("      A2:")]
YEARS = replaced("timescale: December 2014", "timescale: Year 2")
DONE = replaced("timescale: Ongoing", "timescale: Ongoing\n            done: 2014-03-31")
DUE = replaced("timescale: December 2014", "due: 2014-12-31")

SLIPS: dict[str, tuple[str, str, str, list[str]]] = {
    "a day that no calendar has, in a report": (PLAN, "date: 2013-06-30", "date: 2013-06-31", ["HS026 A1.1"]),
    "a long dash in the date of a report": (PLAN, "date: 2013-06-30", "date: 2013\u201306\u201330", ["HS015 A1.1"]),
    "a curly quotation mark round a date": (
        PLAN,
        "decided: 2013-08-20",
        "decided: \u201c2013-08-20\u201d",
        ["HS015 A1.1"],
    ),
    "a space that does not break in a date": (PLAN, "decided: 2013-08-20", "decided: 2013-08-20\u00a0", ["HS015 A1.1"]),
    "a misspelt key of a report": (PLAN, "status: in progress, note", "sttus: in progress, note", ["HS021 A1.1"]),
    "a misspelt date of a report": (PLAN, "{date: 2013-06-30", "{dat: 2013-06-30", ["HS021 A1.1"]),
    "progress misspelt": (PLAN, "            progress:\n" + ENTRY, "            progres:\n" + ENTRY, ["HS021 A1.1"]),
    "a status that is none": (PLAN, "status: in progress, note", "status: in progres, note", ["HS024 A1.1"]),
    "words lost in braces": (PLAN, '"First draft out"', "First draft out, at last", ["HS013 "]),
    "a decision on 31 June": (PLAN, "decided: 2013-08-20", "decided: 2013-06-31", ["HS026 A1.1"]),
    "date_changes misspelt": (PLAN, "date_changes:", "date_change:", ["HS021 A1.1"]),
    "a misspelt key of a date change": (PLAN, "decided: 2013-08-20", "decideed: 2013-08-20", ["HS021 A1.1"]),
    "timescale misspelt": (PLAN, "timescale: By Sept", "timescal: By Sept", ["HS021 A1.1"]),
    "a timescale of 31 June": (PLAN, "timescale: December 2014", "timescale: 31 June 2014", ["HS302 A1.2"]),
    "a milestone of 31 June": (PLAN, "timescale: June 2013}", "timescale: 31 June 2013}", ["HS302 A1.1"]),
    "timescale twice": (
        PLAN,
        "timescale: By Sept",
        "timescale: By Oct 2013\n            timescale: By Sept",
        ["HS012 "],
    ),
    "timescale as a list": (PLAN, "timescale: December 2014", "timescale: [December, 2014]", ["HS023 A1.2"]),
    "a due date that no calendar has": (DUE, "due: 2014-12-31", "due: 2014-12-32", ["HS026 A1.2"]),
    "a milestone done on 31 June": (PLAN, "done: 2013-08}", "done: 2013-06-31}", ["HS026 A1.1"]),
    "done on a day that no calendar has": (DONE, "done: 2014-03-31", "done: 2014-02-31", ["HS026 A2.1"]),
    "an id that stands twice": (PLAN, "          A1.2:", "          A1.1:", ["HS012 "]),
    "an id that another goal has": (PLAN, "          A2.1:", "          A1.1:", ["HS101 A1.1"]),
    "a space in an id": (PLAN, "          A1.2:", "          A1.2 a:", ["HS027 A1.2 a"]),
    "a long dash in an id": (PLAN, "          A1.2:", "          A1\u20132:", ["HS015 A1\u20132"]),
    "an action too far in": (PLAN, ACTION, "".join(f"  {line}\n" for line in ACTION.splitlines()), ["HS021 A1.1"]),
    "a key too far out": (
        PLAN,
        "            timescale: December",
        "          timescale: December",
        ["HS016 timescale"],
    ),
    "actions misspelt": (
        PLAN,
        'title: "More homes"\n        actions:',
        'title: "More homes"\n        action:',
        ["HS021 "],
    ),
    "goals misspelt": (PLAN, "    goals:", "    goal:", ["HS021 "]),
    "adopted on 31 April": (PLAN, "adopted: 2013-04-01", "adopted: 2013-04-31", ["HS026 "]),
    "adopted misspelt": (PLAN, "adopted: 2013-04-01", "adoptd: 2013-04-01", ["HS021 "]),
    "the period from 31 April": (YEARS, "from: 2013-04-01", "from: 2013-04-31", ["HS026 "]),
    "the period misspelt": (YEARS, "period: {from", "perod: {from", ["HS021 "]),
    "a reporter misspelt": (PLAN, "{date: 2013-06-30,", "{date: 2013-06-30, by: Citty,", ["HS203 A1.1"]),
}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    return Made.fresh(tmp_path / "council", monkeypatch)


@pytest.fixture
def gained(made: Made, hsplan: Run) -> Callable[[str, str], list[str]]:
    """The errors, and what git remembers, as `code action`, that a plan has and its last commit had not."""

    def found(*options: str) -> Counter[str]:
        result = hsplan("lint", *options, "--format", "json", "--as-at", "2013-07-15", cwd=made.folder)
        every = [each for each in json.loads(result.out)["findings"] if _grave(each)]
        return Counter(f"{each['rule']} {each['action']}" for each in every)

    def run(before: str, after: str) -> list[str]:
        made.commit({PATH: before, "plans/owners.yaml": OWNERS})
        clean = found()
        made.write(PATH, after)
        return sorted((found("--against", "HEAD") - clean).elements())

    return run


def _grave(finding: dict[str, str]) -> bool:
    return finding["severity"] == "error" or finding["rule"].startswith("HS85")


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_no_breach_of_faith(gained: Callable[[str, str], list[str]], name: str) -> None:
    before, old, new, expected = SLIPS[name]
    assert gained(before, replaced(old, new, before)) == expected


def test_what_stands_under_another_key_is_told_beside_the_slip(gained: Callable[[str, str], list[str]]) -> None:
    slip = replaced("date: 2013-06-30", "date: 2013-06-31")
    assert gained(PLAN, edited("timescale rewritten", slip)) == ["HS026 A1.1", "HS853 A1.1"]
    assert gained(PLAN, edited("date change edited", slip)) == ["HS026 A1.1", "HS855 A1.1"]
    assert gained(PLAN, edited("removed", slip)) == ["HS026 A1.1", "HS850 A1.2"]


OLD_SLIP = replaced("date: 2013-06-30, status", "date: 2013-06-30, rags: green, status")
ACCEPTED = '            accepted: [{rule: unknown-key, reason: "The cabinet paper has it"}]\n            progress:\n'


def test_an_error_that_fails_no_run_hides_nothing(
    made: Made, hsplan: Run, gained: Callable[[str, str], list[str]]
) -> None:
    altered = replaced("status: in progress", "status: achieved", OLD_SLIP)
    assert gained(OLD_SLIP, altered) == [], "while the error counts, the run fails by it"
    accepted = OLD_SLIP.replace("            progress:\n", ACCEPTED, 1)
    assert gained(accepted, replaced("status: in progress", "status: achieved", accepted)) == ["HS856 A1.1"]
    made.commit({PATH: OLD_SLIP})
    run = ("lint", "--against", "HEAD", "--format", "concise", "--as-at", "2013-07-15")
    assert hsplan(*run, "--write-known", cwd=made.folder).code == 0
    made.write(PATH, altered)
    result = hsplan(*run, cwd=made.folder)
    assert (result.code, "HS021" in result.out, "error HS856" in result.out) == (1, False, True)
    assert "error HS856" in hsplan(*run, "--ignore", "unknown-key", cwd=made.folder).out
