"""`hsplan schema`: any YAML editor knows this workspace's ids."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hsplan.document import read
from hsplan.schema.typed import typed
from tests.conftest import ROOT, Build, Run

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
owners:
  Housing Team: {kind: team, also: [Housing]}
phases:
  year-1: {title: "Year One", from: 2013-04-01, to: 2014-03-31}
indicators:
  acceptances: {title: "Homeless acceptances", unit: households}
actions:
  "1.1":
    title: "Agree a protocol"
    lead: Housing Team
    partners: [Housing]
    phase: year-1
    indicators: [acceptances]
    timescale: September 2013
  "1.2":
    title: "Sign the protocol"
    lead: [Housing Team]
    depends_on: ["1.1"]
    timescale: September 2013
    progress:
      - {date: 2013-05-31, by: Housing Team, status: superseded, into: [elsewhere-2018/4]}
"""
THEMES = """\
hsplan: 1
id: themes-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
themes:
  A:
    title: "Earlier help"
    goals:
      A1: {title: "Fewer evictions"}
"""


def schema(hsplan: Run, build: Build) -> dict[str, Any]:
    folder = build({"plans/example-2013.yaml": PLAN, "hsplan.toml": ""})
    found = json.loads(hsplan("schema", cwd=folder).out)
    assert isinstance(found, dict)
    return found


def errors(found: dict[str, Any], text: str) -> list[str]:
    root = read(text.encode(), "x").root
    assert root is not None
    return ["/".join(map(str, error.absolute_path)) for error in Draft202012Validator(found).iter_errors(typed(root))]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("title", "title", []),
        ("lead: Housing Team", "lead:", []),
        ("    lead: Housing Team", "    lead: Housing Taem", ["actions/1.1/lead"]),
        ("lead: [Housing Team]", "lead: [Housing Taem]", ["actions/1.2/lead/0"]),
        ("partners: [Housing]", "partners: [Homes]", ["actions/1.1/partners/0"]),
        ("phase: year-1", "phase: year-2", ["actions/1.1/phase"]),
        ("indicators: [acceptances]", "indicators: [acceptance]", ["actions/1.1/indicators/0"]),
        ('depends_on: ["1.1"]', 'depends_on: ["1.3"]', ["actions/1.2/depends_on/0"]),
        ("by: Housing Team", "by: Rent Team", ["actions/1.2/progress/0/by"]),
        ("into: [elsewhere-2018/4]", "into: [example-2013/1.1]", []),
        ("into: [elsewhere-2018/4]", 'into: ["example-2013/?"]', []),
        ("into: [elsewhere-2018/4]", "into: [example-2013/1.9]", ["actions/1.2/progress/0/into/0"]),
        ("depends_on:", "carried_from: [example-2013/9]\n    depends_on:", ["actions/1.2/carried_from/0"]),
        ("actions:", "governance: {Housing Team: {reviews: quarterly}}\nactions:", []),
        ("actions:", "governance: {Housing Taem: {reviews: quarterly}}\nactions:", ["governance"]),
        ("actions:", "strategy: {published: {Housing: 2013-04}}\nactions:", []),
        ("actions:", "strategy: {published: {Housig: 2013-04}}\nactions:", ["strategy/published"]),
        ("actions:", "strategy: {published: 2013-04}\nactions:", []),
        ("actions:", "accepted: [{rule: HS201, for: [P1, A], reason: So}]\nactions:", []),
    ],
)
def test_an_editor_sees_what_is_unknown(hsplan: Run, build: Build, old: str, new: str, where: list[str]) -> None:
    found = schema(hsplan, build)
    Draft202012Validator.check_schema(found)
    assert old in PLAN
    assert errors(found, PLAN.replace(old, new, 1)) == where


def test_ids_come_with_their_titles(hsplan: Run, build: Build) -> None:
    found = schema(hsplan, build)["$defs"]
    assert found["owner_id"]["anyOf"][0] == {
        "enum": ["Housing", "Housing Team"],
        "enumDescriptions": ["another spelling of Housing Team", "Housing Team"],
    }
    assert found["plan_action"]["anyOf"][0]["enum"] == ["example-2013/1.1", "example-2013/1.2"]
    assert found["action_id"]["anyOf"][0]["enumDescriptions"][0] == "Agree a protocol (example-2013)"


def test_what_may_be_accepted_comes_with_its_title(hsplan: Run, build: Build) -> None:
    folder = build({"plans/example-2013.yaml": PLAN, "plans/themes-2013.yaml": THEMES, "hsplan.toml": ""})
    found = json.loads(hsplan("schema", cwd=folder).out)["$defs"]
    assert found["record_id"]["anyOf"][0] == {
        "enum": ["1.1", "1.2", "A", "A1", "acceptances"],
        "enumDescriptions": [
            "Agree a protocol (example-2013)",
            "Sign the protocol (example-2013)",
            "Earlier help (themes-2013)",
            "Fewer evictions (themes-2013)",
            "Homeless acceptances (example-2013)",
        ],
    }
    assert found["accepted_in_plan"]["properties"]["for"]["items"]["$ref"] == "#/$defs/record_id"


def test_write_and_check(hsplan: Run, build: Build) -> None:
    folder = build({"plans/example-2013.yaml": PLAN, "hsplan.toml": ""})
    there = ".hsplan/ids.schema.json"
    missing, stale = (
        (1, "", f"{there} {state}: run hsplan schema --write\n") for state in ("is not there yet", "is out of date")
    )
    assert hsplan("schema", "--check", cwd=folder) == missing
    assert hsplan("schema", "--write", cwd=folder) == (0, "", "Written: .hsplan/ids.schema.json\n")
    assert hsplan("schema", "--check", cwd=folder) == (0, "", "")
    written = (folder / ".hsplan" / "ids.schema.json").read_bytes()
    assert b"\r" not in written
    assert written.decode() == hsplan("schema", cwd=folder).out
    (folder / "plans" / "example-2013.yaml").write_text(PLAN.replace('"1.2"', '"1.4"'), encoding="utf-8")
    assert hsplan("schema", "--check", cwd=folder) == stale


@pytest.mark.parametrize("broken", ["plans/other-2013.yaml", "plans/owners.yaml"])
def test_what_cannot_be_read_is_not_left_out(hsplan: Run, build: Build, broken: str) -> None:
    """Else the editor would underline the ids that stand there, and they are right."""
    folder = build({"plans/example-2013.yaml": PLAN, "hsplan.toml": "", broken: "note: Ask: them\n"})
    said = (
        f"{broken} cannot be read, so the ids of what stands there are not known.\n"
        "Nothing is written or compared: run hsplan lint, and mend what it finds first.\n"
    )
    (folder / ".hsplan").mkdir()
    (folder / ".hsplan" / "ids.schema.json").write_text("{}", encoding="utf-8")
    for option in ("--write", "--check"):
        assert hsplan("schema", option, cwd=folder) == (1, "", said)
    assert (folder / ".hsplan" / "ids.schema.json").read_text(encoding="utf-8") == "{}"


def test_where_its_folder_cannot_be_made(hsplan: Run, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build({"plans/example-2013.yaml": PLAN, "hsplan.toml": "", ".hsplan": "notes\n"})
    said = "Error: .hsplan: is a file, and a folder of that name is needed. "
    said += "Move that file away, or give it another name.\n"
    assert hsplan("schema", "--write", cwd=folder) == (2, "", said)
    (folder / ".hsplan").unlink()

    def refused(path: str, mode: int = 0o777) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("os.mkdir", refused)
    said = "Error: .hsplan: the folder cannot be made (Permission denied). See that you may write there.\n"
    assert hsplan("schema", "--write", cwd=folder) == (2, "", said)


def test_one_at_a_time(hsplan: Run) -> None:
    assert hsplan("schema", "--write", "--check") == (
        2,
        "",
        "Error: --write, --check and --output do not go together. Give one of them.\n",
    )


def test_the_real_plans_keep_to_it(hsplan: Run) -> None:
    found = json.loads(hsplan("schema", "plans").out)
    for path in sorted((ROOT / "plans").glob("*-*.yaml")):
        assert errors(found, path.read_text(encoding="utf-8")) == [], path.name
