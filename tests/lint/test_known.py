"""Known findings: only new ones are shown and counted, whatever moves around them."""

from __future__ import annotations

import re
import tomllib
from json import dumps
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.errors import HsplanError
from hsplan.lint.known import Key, known_text, read_known
from tests.conftest import ROOT, Build, Run

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
owners:
  Housing Team: {kind: team, also: [Housing]}
actions:
  "1":
    title: "Agree a protocol"
    lead: Housing Taem
    timescale: September 2013
  "2":
    title: "Sign the protocol"
    lead: Housing
    partners: [Housing Taem]
    timescale: September 2013
"""
ONLY = ("--select", "HS203,HS204,known-gone", "--as-at", "2013-06-30", "--format", "concise")
FILE = """\
# Findings that were there before and are not shown any more; new ones are.
# Written by "hsplan lint --write-known". By plan and action ("*": none), each rule with how often it occurs.

[example-2013]
"1".owner-unknown = 1
"2".owner-alias = 1
"2".owner-unknown = 1
"""


@pytest.fixture
def folder(build: Build, hsplan: Run) -> Path:
    made = build({"plans/example-2013.yaml": PLAN, "hsplan.toml": ""})
    assert hsplan("lint", "--write-known", *ONLY, cwd=made) == (
        0,
        "",
        "Written: hsplan-known.toml: 3 known findings, 3 of them new; 0 taken out.\n",
    )
    return made


def change(folder: Path, *pairs: tuple[str, str], name: str = "plans/example-2013.yaml") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / name).write_text(text, encoding="utf-8")


def test_the_file(folder: Path) -> None:
    assert (folder / "hsplan-known.toml").read_text(encoding="utf-8") == FILE


def test_known_findings_neither_show_nor_fail(folder: Path, hsplan: Run) -> None:
    assert hsplan("lint", *ONLY, cwd=folder) == (
        0,
        "Nothing found in 1 plan (2 actions) as at 2013-06-30; 3 known findings not shown.\n",
        "",
    )


def test_lines_may_move(folder: Path, hsplan: Run) -> None:
    change(folder, ("actions:\n", "# a comment\n\n\nactions:\n"))
    assert hsplan("lint", *ONLY, cwd=folder).out.startswith("Nothing found")


def test_a_new_finding_fails(folder: Path, hsplan: Run) -> None:
    change(folder, ('"2":\n', '"3": {title: "More", lead: Nobody, timescale: September 2013}\n  "2":\n'))
    result = hsplan("lint", *ONLY, cwd=folder)
    assert result.code == 1
    assert result.out.startswith('plans/example-2013.yaml:13:30: error HS203 owner-unknown: Action 3 "More": "Nobody"')
    assert result.out.count("HS203 owner-unknown") == 1


def test_more_of_the_same_than_are_known_show_all(folder: Path, hsplan: Run) -> None:
    change(folder, ("[Housing Taem]", "[Housing Taem, Nobody]"))
    result = hsplan("lint", *ONLY, cwd=folder)
    assert result.code == 1
    assert [line.split(" ")[0] for line in result.out.splitlines()[:-1]] == [
        "plans/example-2013.yaml:16:16:",
        "plans/example-2013.yaml:16:30:",
    ]
    assert result.out.endswith('; 2 known findings not shown. "hsplan rule HS203" explains a finding.\n')


def test_mended_ones_are_told_and_pruned(folder: Path, hsplan: Run) -> None:
    change(folder, ("lead: Housing Taem", "lead: Housing Team"), ("lead: Housing\n", "lead: Housing Team\n"))
    assert hsplan("lint", *ONLY, cwd=folder) == (
        0,
        "hsplan-known.toml:5:1: note HS094 known-gone: 2 known findings of example-2013 no longer occur: owner-unknown "
        'of 1, owner-alias of 2. Take them out of the file; "hsplan lint --write-known" does so too, but makes known '
        "all that is new.\n"
        "1 note in 1 plan (2 actions) as at 2013-06-30; 1 known finding not shown. "
        '"hsplan rule HS094" explains a finding.\n',
        "",
    )
    result = hsplan("lint", "--write-known", *ONLY, cwd=folder)
    assert result.err == "Written: hsplan-known.toml: 1 known finding, 0 of them new; 2 taken out.\n"
    assert hsplan("lint", *ONLY, cwd=folder).out.startswith("Nothing found")


ENTRIES = [
    (FILE.replace('"2".owner-alias = 1\n', "").replace('"2"', '  "2"').replace("[ex", "\n[ex"), "7:3", '"2".owner'),
    ('["example-2013"."2"]\nowner-unknown = 1 # so far\n', "2:1", ""),
    ('[example-2013]\r\n"2" = {owner-unknown = 1}\r\n', "2:1", ""),
    ('example-2013."2".owner-unknown = 1\n', "1:1", ""),
    ('[example-2013]\n"2" = {"owner\\u002Dunknown" = 1}\n', "2:1", ""),
    ('[other-2013]\n"2".owner-unknown = 1\n[example-2013]\n# so far\n"2".owner-unknown = 1\n', "5:1", ""),
]


@pytest.mark.parametrize(("file", "place", "word"), ENTRIES)
def test_the_entry_that_is_gone_is_shown(folder: Path, hsplan: Run, file: str, place: str, word: str) -> None:
    """By its own line, however it is written."""
    assert word in file
    (folder / "hsplan-known.toml").write_text(file, "utf-8", newline="")
    change(folder, ("[Housing Taem]", "[Housing Team]"))
    options = ("plans/example-2013.yaml", "--select", "HS203,known-gone", "--format", "concise")
    result = hsplan("lint", *options, "--as-at", "2013-06-30", cwd=folder)
    assert f"hsplan-known.toml:{place}: note HS094 known-gone: One known finding of example-2013 no" in result.out


def test_the_line_endings_of_the_file_stay(folder: Path, hsplan: Run) -> None:
    windows = FILE.replace("\n", "\r\n").encode()
    (folder / "hsplan-known.toml").write_bytes(windows)
    hsplan("lint", "--write-known", *ONLY, cwd=folder)
    assert (folder / "hsplan-known.toml").read_bytes() == windows


@pytest.mark.parametrize("word", ["owner-unknow", "HS203"])
def test_a_word_that_is_no_rules_name_is_told(folder: Path, hsplan: Run, word: str) -> None:
    file = folder / "hsplan-known.toml"
    file.write_text(file.read_text("utf-8").replace("owner-unknown", word), "utf-8")
    result = hsplan("lint", *ONLY, cwd=folder)
    assert result.code == 1  # what it was to make known is told
    assert (
        f'hsplan-known.toml:5:1: note HS094 known-gone: The known findings name no rule by "{word}", so it stands for '
        "nothing. Did you mean owner-unknown?\n"
    ) in result.out


def test_what_comes_up_only_later_is_not_gone(build: Build, hsplan: Run) -> None:
    """As at a date before it came up, or after it: what stands today is known, and stays known."""
    folder = build({"plans/example-2013.yaml": PLAN, "hsplan.toml": ""})
    run = ("lint", "--select", "HS203,HS401,known-gone", "--format", "concise")
    hsplan(*run, "--write-known", cwd=folder)
    written = (folder / "hsplan-known.toml").read_text(encoding="utf-8")
    assert '"2".overdue = 1\n' in written
    for day in ("2013-06-30", "2113-06-30"):
        assert hsplan(*run, "--as-at", day, cwd=folder).out.startswith("Nothing found in 1 plan"), day
        assert hsplan(*run, "--as-at", day, "--write-known", cwd=folder).err == (
            "Written: hsplan-known.toml: 4 known findings, 0 of them new; 0 taken out.\n"
        )
    assert (folder / "hsplan-known.toml").read_text(encoding="utf-8") == written
    change(folder, ("lead: Housing Taem", "lead: Housing Team"))
    gone = "1 known finding of example-2013 no longer occurs: owner-unknown of 1."
    assert gone.replace("1 known", "One known", 1) in hsplan(*run, "--as-at", "2013-06-30", cwd=folder).out


def test_what_a_run_cannot_judge_stays(folder: Path, hsplan: Run) -> None:
    other = PLAN.replace("example-2013", "other-2013")
    (folder / "plans" / "other-2013.yaml").write_text(other, encoding="utf-8")
    # Of one plan, and of one rule only: the entries of the others are neither gone nor taken out.
    assert "known-gone" not in hsplan("lint", "plans/other-2013.yaml", *ONLY, cwd=folder).out
    hsplan("lint", "plans/other-2013.yaml", "--write-known", *ONLY[2:], "--select", "HS204", cwd=folder)
    assert (folder / "hsplan-known.toml").read_text(encoding="utf-8") == (
        FILE + '\n[other-2013]\n"2".owner-alias = 1\n'
    )


def test_entries_of_a_plan_that_is_gone_go(folder: Path, hsplan: Run) -> None:
    (folder / "plans" / "example-2013.yaml").rename(folder / "plans" / "other-2013.yaml")
    change(folder, ("id: example-2013", "id: other-2013"), name="plans/other-2013.yaml")
    assert "3 known findings of example-2013 no longer occur" in hsplan("lint", *ONLY, cwd=folder).out
    hsplan("lint", "--write-known", *ONLY, cwd=folder)
    assert (folder / "hsplan-known.toml").read_text(encoding="utf-8") == FILE.replace("example", "other")


def test_the_owners_list_has_entries_of_its_own(build: Build, hsplan: Run) -> None:
    folder = build({
        "plans/example-2013.yaml": PLAN.replace("owners:\n  Housing Team: {kind: team, also: [Housing]}\n", ""),
        "plans/owners.yaml": "owners:\n  Housing Team: {kind: team, also: [Housing]}\n  Rent Team: {kind: team}\n",
        "hsplan.toml": "",
    })  # fmt: skip
    only = ("--select", "HS205", "--as-at", "2013-06-30", "--format", "concise")
    hsplan("lint", "--write-known", *only, cwd=folder)
    assert '\n["owners.yaml"]\n"*".owner-unused = 1\n' in (folder / "hsplan-known.toml").read_text(encoding="utf-8")
    assert hsplan("lint", *only, cwd=folder).out.startswith("Nothing found")
    # One plan alone cannot tell that nobody names an owner.
    assert "known-gone" not in hsplan("lint", "plans/example-2013.yaml", *only, cwd=folder).out


def test_a_file_that_cannot_be_read_is_never_known(build: Build, hsplan: Run) -> None:
    folder = build({"plans/example-2013.yaml": "a: [", "hsplan.toml": ""})
    result = hsplan("lint", "--write-known", cwd=folder)
    assert "Not taken in: what is found in plans/example-2013.yaml, which has to be mended first." in result.err
    assert hsplan("lint", cwd=folder).code == 1


def test_another_file_by_configuration_and_by_option(folder: Path, hsplan: Run) -> None:
    (folder / "hsplan-known.toml").rename(folder / "old.toml")
    assert hsplan("lint", *ONLY, cwd=folder).code == 1
    assert hsplan("lint", "--known", "old.toml", *ONLY, cwd=folder).code == 0
    (folder / "hsplan.toml").write_text('[lint]\nknown = "old.toml"\n', encoding="utf-8")
    assert hsplan("lint", *ONLY, cwd=folder).code == 0


BAD = [
    ("x", "hsplan-known.toml: cannot be read: Expected '=' after a key"),
    ('[a]\n"1".overdue = 1\n"1".overdue = 2\n', "hsplan-known.toml: cannot be read: Cannot overwrite a value"),
    ("[a]\nb = 1\n", 'hsplan-known.toml: "a" holds something other than an action, a rule and a count.'),
    ("a = 1\n", 'hsplan-known.toml: "a" holds something other than an action, a rule and a count.'),
    ("[a]\nb.c = 0\n", 'hsplan-known.toml: "a" holds something other than an action, a rule and a count.'),
    ("[a]\nb.c = true\n", 'hsplan-known.toml: "a" holds something other than an action, a rule and a count.'),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_a_spoilt_file_stops_the_run(folder: Path, hsplan: Run, text: str, message: str) -> None:
    (folder / "hsplan-known.toml").write_text(text, encoding="utf-8")
    for more in ((), ("--write-known",)):
        result = hsplan("lint", *more, *ONLY, cwd=folder)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith(f"Error: {message}")


def test_a_named_file_has_to_be_there(folder: Path, hsplan: Run) -> None:
    result = hsplan("lint", "--known", "away/nope.toml", *ONLY, cwd=folder)
    assert result == (
        2,
        "",
        'Error: away/nope.toml: there is no such file or folder. There is no folder "away" either.\n',
    )


def test_the_real_plans_are_silent_once_known(tmp_path: Path, hsplan: Run) -> None:
    file = str(tmp_path / "known.toml")
    day = ("plans", "--as-at", "2013-12-31")
    hsplan("lint", *day, "--write-known", "--known", file)
    result = hsplan("lint", *day, "--known", file, "--fail-on", "note")
    assert result.code == 0
    assert result.out.startswith("Nothing found in 6 plans (333 actions) as at 2013-12-31; ")
    before = Path(file).read_bytes()
    hsplan("lint", *day, "--write-known", "--known", file)
    assert Path(file).read_bytes() == before
    assert (ROOT / "hsplan-known.toml").exists() is False


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
RULE_NAMES = st.from_regex(r"[a-z]+(-[a-z]+){0,2}", fullmatch=True)


@given(st.dictionaries(st.builds(Key, WORDS, WORDS | st.just(""), RULE_NAMES), st.integers(1, 99), max_size=8))
def test_whatever_is_written_reads_back(known: dict[Key, int]) -> None:
    known = {key: count for key, count in known.items() if key.action != "*"}
    text = known_text(known)
    assert read_known(text.encode(), "x") == known
    assert known_text(dict(reversed(known.items()))) == text
    tomllib.loads(text)


@given(st.binary(max_size=40) | WORDS.map(str.encode))
def test_no_file_makes_it_crash(data: bytes) -> None:
    try:
        read_known(data, "x")
    except HsplanError:
        return


NAMES = st.sampled_from(["kent-2010", "5.1", "*", "overdue", "", "é b"])
ODD = st.sampled_from(
    ["0", "-1", "1.0", "inf", "true", '"1"', '""', "2010-07-01", "2010-07-01T10:00:00", "07:30:00", "[]"]
)


def table(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An inline table of some of the names."""
    pairs = st.dictionaries(NAMES, values, min_size=1, max_size=3)
    return pairs.map(lambda each: "{" + ", ".join(f"{dumps(key)} = {value}" for key, value in each.items()) + "}")


COUNTS = table(st.sampled_from(["1", "3", "99"]))
VALUES = st.one_of(COUNTS, COUNTS, COUNTS, ODD, table(ODD), table(COUNTS))


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, VALUES, min_size=1, max_size=3), max_size=3))
def test_tables_of_any_shape_are_read_whole_or_refused(plans: dict[str, dict[str, str]]) -> None:
    """What is no count below a rule, an action and a plan is refused, with the plan it stands in."""
    text = "".join(
        f"[{dumps(plan)}]\n" + "".join(f"{dumps(key)} = {value}\n" for key, value in actions.items())
        for plan, actions in plans.items()
    )
    tables = tomllib.loads(text)
    counts = [
        (plan, action, rule, count)
        for plan, actions in tables.items()
        for action, rules in actions.items()
        for rule, count in (rules.items() if isinstance(rules, dict) else [("", None)])
    ]
    wrong = [plan for plan, _, _, count in counts if type(count) is not int or count < 1]
    if not wrong:
        expected = {Key(plan, "" if action == "*" else action, rule): count for plan, action, rule, count in counts}
        assert read_known(text.encode(), "x") == expected
        return
    with pytest.raises(HsplanError, match=re.escape(f'x: "{wrong[0]}" holds something other than')):
        read_known(text.encode(), "x")


@pytest.mark.parametrize("text", ["[a]\nb.c = " + "9" * 5000, "a = " + "[" * 5000, "[a]\nb = " + "{c = " * 5000])
def test_a_file_too_long_or_deep_to_be_read_is_refused(text: str) -> None:
    with pytest.raises(HsplanError, match=r"^x: cannot be read: a figure in it is too long, or its brackets"):
        read_known(text.encode(), "x")
