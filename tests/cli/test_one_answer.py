"""How many actions stand in which position is one answer, whoever is asked: list, status, show, report and trend."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from itertools import pairwise

import pytest
from jsonschema import Draft202012Validator

from hsplan.monitor import POSITIONS
from hsplan.report.positions import POSITIONS as REPORTED
from hsplan.schema import schema_folder
from tests.conftest import ROOT, Build, Run

DAYS = ("2010-11-15", "2011-06-30", "2011-07-01", "2013-12-31", "2026-11-22")
"""West Kent's plan closed on the second of them; Worcestershire's of 2012 is a draft on every one."""
OPEN = ("overdue", "left open", "due soon", "within date", "ongoing or recurring", "draft date", "no date", "deferred")
IDS = sorted(path.stem for path in (ROOT / "plans").glob("*.yaml") if path.stem != "owners")


def listed(hsplan: Run, day: str) -> dict[str, Counter[str]]:
    """The positions of each plan's actions by `hsplan list`, whose JSON keeps to its schema."""
    schema = json.loads((schema_folder() / "list.schema.json").read_text(encoding="utf-8"))
    content = json.loads(hsplan("list", "plans", "--format", "json", "--as-at", day).out)
    Draft202012Validator(schema).validate(content)
    found = {plan: Counter[str]() for plan in IDS}
    for row in content["actions"]:
        found[row["plan"]][row["position"]] += 1
    table = csv.DictReader(hsplan("list", "plans", "--format", "csv", "--as-at", day).out.splitlines())
    assert Counter(row["position"] for row in table) == sum(found.values(), Counter[str]())
    return found


def test_every_room_knows_the_same_positions() -> None:
    schema = json.loads((schema_folder() / "list.schema.json").read_text(encoding="utf-8"))
    known = schema["properties"]["actions"]["items"]["properties"]["position"]["enum"]
    trend = json.loads((schema_folder() / "trend.schema.json").read_text(encoding="utf-8"))
    counted = trend["properties"]["points"]["items"]["properties"]["positions"]
    assert list(POSITIONS) == list(REPORTED) == known
    assert [name.replace(" ", "_") for name in POSITIONS] == counted["required"] == list(counted["properties"])


@pytest.mark.parametrize("day", DAYS)
def test_status_says_what_list_says_and_adds_up(day: str, hsplan: Run) -> None:
    found = listed(hsplan, day)
    out = hsplan("status", "plans", "--as-at", day).out
    first, second, *lines = out.splitlines()
    ends = [match.end() for match in re.finditer(r"\S+", second)]
    titles = [f"{first[start:end]} {second[start:end]}".split() for start, end in pairwise([0, *ends])]
    heads = [" ".join(title).lower().replace("ongoing", "ongoing or recurring") for title in titles]
    assert [head for head in heads if head in OPEN] == [
        name for name in OPEN if name == "overdue" or any(name in counts for counts in found.values())
    ]
    found["All plans"] = sum(found.values(), Counter[str]())
    for name, counts in found.items():
        line = next(line for line in lines if line.startswith(name))
        numbers = dict(zip(heads, map(int, line[len(name) :].split()), strict=True))
        assert {head: numbers[head] for head in heads if head in OPEN and numbers[head]} == {
            head: counts[head] for head in OPEN if counts[head]
        }
        assert (
            numbers["all"] == sum(counts.values()) == sum(numbers[head] for head in (*OPEN, "ended") if head in heads)
        )


@pytest.mark.parametrize("day", DAYS)
def test_the_report_of_several_says_what_list_says(day: str, hsplan: Run) -> None:
    found = sum(listed(hsplan, day).values(), Counter[str]())
    out = hsplan("report", "plans", "--template", "portfolio", "--format", "md", "--as-at", day).out
    rows = [line.strip("| ").split(" | ") for line in out.splitlines() if line.startswith("|")]
    total = next(row for row in rows if row[0] == "All plans")
    numbers = {head.lower(): int(number) for head, number in zip(rows[0][1:], total[1:], strict=True)}
    assert numbers == {"actions": sum(found.values()), **found}


PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
adopted: 2013-04-01
closed: 2014-03-31
owners: {Team: {kind: team}}
actions:
  "1": {title: "One", lead: Team, timescale: December 2013}
  "2": {title: "Two", lead: Team, timescale: June 2014}
  "3": {title: "Three", lead: Team, timescale: ongoing}
"""


def test_a_closed_plan_counts_to_the_day_it_closed(build: Build, hsplan: Run) -> None:
    folder = build({"plans/example-2013.yaml": PLAN})

    def said(*arguments: str) -> str:
        return hsplan(*arguments, "--as-at", "2026-11-22", cwd=folder).out

    assert said("list", "--overdue") == "0 actions\n"
    assert said("list", "--position", "left open").endswith("\n3 actions\n")
    shown = [said("show", f"example-2013/{action}") for action in "123"]
    assert [" ".join(text.split("Position ")[1].split("Status ")[0].split()) for text in shown] == [
        "left open when the plan closed on 31 March 2014, 90 days late, due 31 December 2013",
        "left open when the plan closed on 31 March 2014, due 30 June 2014",
        "left open when the plan closed on 31 March 2014",
    ]
    assert said("status", "plans/example-2013.yaml") == (
        "example-2013  An example\n"
        "as at 22 November 2026, closed on 31 March 2014\n"
        "\n"
        f"[{'x' * 60}]\n"
        "x 3 left open\n"
        "3 actions.\n"
        "\n"
        "Late when the plan closed (1):\n"
        "  1  One (90 days; Team)\n"
    )
    report = said("report", "plans/example-2013.yaml", "--format", "md")
    assert "The plan closed on 31 March 2014. All 3 of its actions were left open." in report
    assert "✕ Left open. 3 months late when the plan closed" in report
    assert "overdue" not in report.lower()
    owners = said("report", "plans/example-2013.yaml", "--template", "owner", "--format", "md")
    assert "3 open actions: all left open." in owners
