"""What the pages for officers show is true: plans lint, mistakes give the finding named, commands print what is shown.

A fenced block is preceded by its marks, HTML comments that no reader sees:

    in: plan                    a part, put into a small plan: keys of the plan, or of one action (`in: action`)
    in: plan; from: oxford-2013 the same with that plan's own header, and word for word from it (`…/A4.1`: its action)
    in: plan; with: oxford-2013 the same with that plan's own header, made up
    wrong: tab                  a mistake in an action, which gives that finding and no other
    wrong: table                a table of mistakes: the text, the finding, the text mended
    timescales: A..B adopted C  a table of wordings with their due dates, in a plan of that period
    run: hsplan …               the output of a command in the repository
    run, its end: hsplan …      the last lines of it
    run in your folder: …       the output where the last whole plan above stands in `plans`
    change: A => B              that plan is changed so from here on

A ```yaml block with a line `hsplan:` and no mark is a whole plan.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import indent
from typing import Any, NamedTuple

import pytest
from ruamel.yaml import YAML

from hsplan.cli.app import COMMANDS
from hsplan.findings import Finding
from hsplan.lint import lint
from hsplan.schema.kinds import Record
from hsplan.schema.table_action import ACTION_RECORD
from hsplan.schema.table_indicator import INDICATOR
from hsplan.schema.table_owner import OWNER_RECORD
from hsplan.schema.table_plan import PLAN
from hsplan.timescale import Context, read
from hsplan.timescale.wording import words
from hsplan.workspace import Config, Workspace
from tests.conftest import ROOT, Run

PAGES = (
    "README.md",
    "docs/format.md",
    "docs/diff.md",
    "docs/git.md",
    "docs/report.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
)
TODAY = date(2026, 11, 30)
BLOCK = re.compile(r"^```(\w*)\n((?s:.*?))^```$|^<!-- (.+: .+) -->$|((?:^\|.*\n)+)", re.MULTILINE)
SMALL = """\
hsplan: 1
id: wychford-2027
title: "An example"
period: {from: 2010-07-01, to: 2031-03-31}
adopted: 2010-07-01
owners:
  Housing Team: {kind: team}
  Support Team: {kind: team}
"""
ACTION = {
    "title": '"Agree a protocol"',
    "lead": "Housing Team",
    "partners": "[Support Team]",
    "timescale": "September 2030",
}


class Block(NamedTuple):
    """A fenced block or a table, with the marks before it and the last whole plan above it, as changed."""

    page: str
    line: int
    kind: str
    text: str
    marks: dict[str, str]
    plan: str

    @property
    def id(self) -> str:
        """The page and the line, for pytest."""
        return f"{self.page}:{self.line}"


def is_whole(text: str) -> bool:
    """Whether the text of a block is a whole plan: one with a line that says the version of the format."""
    return re.search(r"^hsplan:", text, re.MULTILINE) is not None


def blocks() -> Iterator[Block]:
    """Every block and table of the pages."""
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        marks: dict[str, str] = {}
        plan = ""
        for found in BLOCK.finditer(text):
            kind, inside, mark, table = found.groups()
            if mark and mark.startswith("change: "):
                old, new = mark.removeprefix("change: ").split(" => ")
                assert old in plan, f"{page}: nothing to change in the plan above: {old}"
                plan = plan.replace(old, new, 1)
            elif mark:
                pairs = [mark] if mark.startswith("run") else mark.split("; ")
                marks |= {key: value for key, _, value in (pair.partition(": ") for pair in pairs)}
            else:
                line = text.count("\n", 0, found.start()) + 1
                yield Block(page, line, kind or "table", inside or table, marks, plan)
                if kind == "yaml" and not marks and is_whole(inside):
                    plan = inside
                marks = {}


ALL = list(blocks())


def those(*marks: str, kind: str = "") -> list[Any]:
    chosen = [block for block in ALL if block.marks.keys() & set(marks) and (not kind or block.kind == kind)]
    return [pytest.param(block, id=block.id) for block in chosen]


def findings(folder: Path, text: str) -> tuple[Finding, ...]:
    """What lint says of one plan beside the six real ones, with the owners list that they share."""
    found = re.search(r"^id: (\S+)", text, re.MULTILINE)
    assert found
    path = folder / f"{found[1]}.yaml"
    path.write_text(text, encoding="utf-8")
    others = [str(other) for other in sorted((ROOT / "plans").glob("*-*.yaml")) if other.stem != found[1]]
    owners = str(ROOT / "plans" / "owners.yaml")
    config = Config(plans=(str(path), *others), owners=owners, outside=("west-kent-2011",), path="x")
    report = lint(Workspace.load([str(path)], config, str(folder)), TODAY)
    return tuple(each for each in report.findings if each.place.path.endswith(path.name))


def shown(found: tuple[Finding, ...]) -> list[str]:
    return [f"{each.severity} {each.name}: {each.message}" for each in found]


def keys(text: str) -> dict[str, str]:
    """The keys at the left edge, each with its whole text, in order; what stands before the first under ""."""
    parts = re.split(r"^(?=[A-Za-z][\w-]*:)", text, flags=re.MULTILINE)
    return {part.partition(":")[0] if part[:1].isalpha() else "": part for part in parts if part}


def around(block: Block) -> str:
    """A whole plan around a part."""
    other = block.marks.get("from") or block.marks.get("with") or ""
    plan_id, _, action_id = other.partition("/")
    header = SMALL
    if plan_id not in ("", "owners"):
        real = keys((ROOT / "plans" / f"{plan_id}.yaml").read_text(encoding="utf-8"))
        header = "".join(part for key, part in real.items() if key not in ("themes", "accepted"))
    action = keys(block.text) if block.marks.get("in", "action") == "action" else {}
    own = {} if action else keys(block.text)
    plan = "".join(part for key, part in keys(header).items() if key not in own) + "".join(own.values())
    if "themes" in own:
        return plan
    wanted = ("title", "timescale") if plan_id else tuple(ACTION)
    filled = "".join(f"{key}: {ACTION[key]}\n" for key in wanted if key not in action)
    return plan + f'actions:\n  "{action_id or "5.1"}":\n' + indent(filled + "".join(action.values()), "    ")


def holds(real: Any, part: Any) -> bool:
    """Whether everything in the part stands so in the real plan, where maps may hold more."""
    if isinstance(part, dict):
        return isinstance(real, dict) and all(key in real and holds(real[key], part[key]) for key in part)
    return bool(real == part)


def action_of(real: Any, action_id: str) -> Any:
    """The action of that id, wherever in a plan it stands."""
    if not isinstance(real, dict):
        return None
    if action_id in real.get("actions", {}):
        return real["actions"][action_id]
    return next((found for each in real.values() if (found := action_of(each, action_id))), None)


WHOLE = [block for block in ALL if block.kind == "yaml" and is_whole(block.text) and not block.marks]


@pytest.mark.parametrize("block", [pytest.param(block, id=block.id) for block in WHOLE])
@pytest.mark.parametrize("adopted", [False, True])
def test_a_whole_plan_has_no_finding_to_mend(block: Block, adopted: bool, tmp_path: Path) -> None:
    text = block.text
    if adopted and "adopted" not in keys(text):
        text = text.replace("\nperiod:", "\nadopted: 2027-04-01\nperiod:", 1)
    assert [line for line in shown(findings(tmp_path, text)) if not line.startswith("note")] == []


def test_every_page_that_shows_a_plan_has_it_checked() -> None:
    assert [block.page for block in WHOLE] == ["README.md", "docs/format.md"]


@pytest.mark.parametrize("block", those("in"))
def test_a_part_is_right_in_a_plan(block: Block, tmp_path: Path) -> None:
    found = findings(tmp_path, around(block))
    assert shown(tuple(each for each in found if each.severity == "error" or each.rule.startswith("HS0"))) == []


@pytest.mark.parametrize("block", those("from"))
def test_an_excerpt_stands_so_in_the_real_plan(block: Block) -> None:
    plan_id, _, action_id = block.marks["from"].partition("/")
    yaml = YAML(typ="safe")
    real = yaml.load((ROOT / "plans" / f"{plan_id}.yaml").read_text(encoding="utf-8"))
    assert holds(action_of(real, action_id) if action_id else real, yaml.load(block.text))


@pytest.mark.parametrize("block", those("wrong", kind="yaml"))
def test_a_mistake_gives_the_finding_named(block: Block, tmp_path: Path) -> None:
    assert [each.name for each in findings(tmp_path, around(block))] == [block.marks["wrong"]]


def rows(block: Block) -> list[list[str]]:
    """The cells of a table below its heading."""
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in block.text.splitlines()[2:]]


MISTAKES = [
    pytest.param(block, *(cell.strip("`") for cell in row), id=row[0].strip("`"))
    for block in ALL
    if block.marks.get("wrong") == "table"
    for row in rows(block)
]


@pytest.mark.parametrize(("block", "wrong", "name", "right"), MISTAKES)
def test_a_mistake_in_a_table_is_named_and_mended(
    block: Block, wrong: str, name: str, right: str, tmp_path: Path
) -> None:
    assert [each.name for each in findings(tmp_path, around(block._replace(text=wrong + "\n")))] == [name]
    assert shown(findings(tmp_path, around(block._replace(text=right + "\n")))) == []


WORDINGS = [
    pytest.param(block.marks["timescales"], row[0].strip("`"), row[1], id=row[0].strip("`"))
    for block in ALL
    if "timescales" in block.marks
    for row in rows(block)
]


@pytest.mark.parametrize(("context", "wording", "due"), WORDINGS)
def test_a_wording_is_read_as_the_table_says(context: str, wording: str, due: str) -> None:
    start, end, adopted = (date.fromisoformat(day) for day in re.findall(r"[\d-]{10}", context))
    reading = read(wording, Context(start, end, adopted))
    assert (words(reading.due) if reading.due else "no date") == due


@pytest.mark.parametrize("block", those("run", "run, its end", "run in your folder"))
def test_a_command_prints_what_the_page_shows(
    block: Block, hsplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr("hsplan.cli.running.today", lambda: TODAY)
    folder = ROOT
    command = block.marks.get("run", block.marks.get("run, its end", ""))
    if not command:
        command, folder = block.marks["run in your folder"], tmp_path
        plan = re.search(r"^id: (\S+)", block.plan, re.MULTILINE)
        assert plan
        (folder / "plans").mkdir()
        (folder / "plans" / f"{plan[1]}.yaml").write_text(block.plan, encoding="utf-8")
    program, *arguments = shlex.split(command)
    assert (program, block.kind) == ("hsplan", "text")
    printed = hsplan(*arguments, cwd=folder).out
    if "run, its end" in block.marks:
        printed = "".join(printed.splitlines(keepends=True)[-block.text.count("\n") :])
    if request.config.getoption("--bless"):
        page = ROOT / block.page
        old, new = (f"{command} -->\n```text\n{text}```" for text in (block.text, printed))
        page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="\n")
    else:
        assert printed == block.text


def test_every_plan_block_of_the_format_page_is_checked() -> None:
    here = [block for block in ALL if block.page == "docs/format.md" and block.kind == "yaml"]
    assert [block.id for block in here if block not in WHOLE and not block.marks.keys() & {"in", "wrong"}] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
        where, _, anchor = target.partition("#")
        path = (ROOT / page).parent / where if where else ROOT / page
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), target


def anchors(path: Path) -> set[str]:
    """What a link may name of a page: its headings, as GitHub writes them, outside of code."""
    text = re.sub(r"^```(?s:.*?)^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


ON_ANY_RECORD = {"note", "internal_note", "accepted", "source"}
ELSEWHERE = (
    (PLAN, "strategy governance meetings returns columns phases owners indicators glossary themes goals actions"),
    (ACTION_RECORD, ""),
    (INDICATOR, ""),
    (OWNER_RECORD, ""),
)
"""Records whose keys stand in a table, each with those keys that the page tells of in another place."""


@pytest.mark.parametrize(("record", "elsewhere"), ELSEWHERE, ids=lambda each: getattr(each, "name", ""))
def test_a_table_of_keys_has_each_key_of_the_schema(record: Record, elsewhere: str) -> None:
    known = {field.key for field in record.fields}
    tables = [[key for row in rows(block) for key in re.findall(r"`(\w+)`", row[0])] for block in KEYS]
    table = max(tables, key=lambda keys: len(known.intersection(keys)))
    assert [key for key in table if key not in known] == []
    assert known - set(table) - ON_ANY_RECORD == set(elsewhere.split())


KEYS = [
    block
    for block in ALL
    if block.page == "docs/format.md" and block.kind == "table" and block.text.startswith("| Key")
]


def test_the_settings_of_the_readme_are_the_defaults_and_its_examples_are_accepted(hsplan: Run, tmp_path: Path) -> None:
    (block,) = [each for each in ALL if each.page == "README.md" and "[monitor]" in each.text]
    (tmp_path / "plans").mkdir()
    path = tmp_path / "hsplan.toml"

    def values(text: str) -> dict[str, str]:
        path.write_text(text, encoding="utf-8")
        result = hsplan("config", cwd=tmp_path)
        assert (result.code, result.err) == (0, "")
        pairs = (line.rpartition("  (")[0].split(" = ", 1) for line in result.out.splitlines()[1:])
        return {key: value for key, value in pairs if key != "rules"}

    default = values("")
    assert values(block.text) == default
    examples = values(re.sub(r"^# ", "", block.text, flags=re.MULTILINE))
    assert set(examples) == set(default)
    assert {key for key, value in default.items() if value == "none"} == {
        key for key in default if examples[key] != default[key]
    }


def test_the_page_of_changes_tells_of_each_command() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^\*\*`hsplan (\S+)`\*\*", text, re.MULTILINE) == list(COMMANDS)


def test_the_format_page_names_every_code_of_the_catalogue() -> None:
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    codes = tomllib.loads((ROOT / "src" / "hsplan" / "monitor" / "catalogue.toml").read_text(encoding="utf-8"))
    assert [code for code in codes if f"`{code}`" not in page] == []
