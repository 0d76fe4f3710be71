"""What stands in internal notes and columns is told of without its words, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsplan.document import read
from hsplan.lint.internal import covered, internal_text, may_hide
from hsplan.lint.output import FORMATS
from hsplan.plan import read_plan
from hsplan.schema import table, valid
from tests.conftest import ROOT, Build, Run

MARK = "zebrafish"
HEAD = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
owners:
  Housing Team: {kind: team}
columns:
  x-risks: {title: "Risks", internal: true}
  x-gains: {title: "Gains"}
actions:
  "1":
    title: "Sign the protocol"
    lead: Housing Team
    timescale: September 2013
"""
SETTINGS = """\
plans = ["*.yaml"]
[[rules]]
name = "our-notes"
field = "internal_note"
forbidden = 'zeb..f.sh'
message = "Notes are to be short."
reason = "We want it so."
"""
TEXTS = {
    "a name": (f'"Ask Mrs {MARK.capitalize()} first"', "personal-data"),
    "an address": (f'"Ask {MARK}@example.org"', "personal-data"),
    "a placeholder": (f'"[insert {MARK}]"', "placeholder"),
    "an abbreviation": (f'"See {MARK.upper()}"', ""),
    "two spellings": ('"A zebra-fish, or a zebrafish"', ""),
    "a rule of the council's": (f'"{MARK}"', ""),
    "a list": (f'["{MARK}", b]', ""),
    "a map": (f"{{{MARK}: {MARK}}}", ""),
    "words after a comma": (f"{{note: a, {MARK}}}", ""),
    "words after a hash": (f"see #{MARK} and more", "words-lost"),
    "words after a hash below": (f"see\n      #{MARK} and more", "words-lost"),
    "a colon": (f"{MARK}: it is late", "needs-quotes"),
    "a star": (f"*{MARK}", "alias"),
    "a sign": (f"@{MARK}", "needs-quotes"),
    "a tag": (f"!{MARK} is late", "words-lost"),
    "a quotation that goes on": (f'"Late" says {MARK}', "needs-quotes"),
    "a quotation left open": (f'"Late {MARK}', "unclosed"),
    "a bracket left open": (f"[late {MARK}", "unclosed"),
    "a backslash": (f'"C:\\{MARK}"', ""),
    "a block": (f"|\n      Ask Mrs {MARK.capitalize()}\n      and {MARK}", "personal-data"),
    "folded lines": (f"Ask\n      Mrs {MARK.capitalize()}", "personal-data"),
    "folded lines with a colon": (f"Ask\n      {MARK} and {MARK}: it is late", "needs-quotes"),
    "a hash in brackets": (f"[see #1, {MARK}]", "words-lost"),
    "a control character": (f'"a \u2028 {MARK}"', "invisible-character"),
}
"""What is written, and the rule that speaks of it in an internal note, where one must."""
PLACES = (
    "    internal_note: ",
    "    x-risks: ",
    "    x-secret: ",
    "    internal_notes: ",
    "    interal_note: ",
    "    Internal_note: ",
    "    INTERNAL_NOTE: ",
    "    private_note: ",
    "    Confidential remark: ",
    "    X-money: ",
    "    X-Risks: ",
    "Private: ",
)
"""The keys that hide, those with a slip, and others that the format does not know."""


def shown(hsplan: Run, build: Build, text: str) -> str:
    """All that lint says of a plan, in every format."""
    folder = build({"example-2013.yaml": text, "hsplan.toml": SETTINGS})
    files = [f"--report={name}={name}.out" for name in FORMATS]
    said = [hsplan("lint", *files, "--show-accepted", "--as-at", "2013-06-30", cwd=folder).out]
    said += [(folder / f"{name}.out").read_text(encoding="utf-8") for name in FORMATS]
    return "\n".join(said)


@pytest.mark.parametrize("what", TEXTS)
@pytest.mark.parametrize("place", PLACES)
def test_no_format_prints_internal_words(hsplan: Run, build: Build, place: str, what: str) -> None:
    words, rule = TEXTS[what]
    said = shown(hsplan, build, f"{HEAD}{place}{words}\n")
    assert MARK not in said.casefold().replace("-", "")
    assert not rule or rule in said
    assert what != "a rule of the council's" or place != "    internal_note: " or "our-notes" in said


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "words",
    [
        f"\n      {MARK}: {MARK}",
        f'\n      - "{MARK}"\n      - {{rule: {MARK}, internal_note: "x"}}',
        f"\n      - {MARK}",
    ],
)
def test_nor_where_no_text_stands(hsplan: Run, build: Build, place: str, words: str) -> None:
    """A map or a list under the key: what is said of that stands at the key, and may quote all of it."""
    said = shown(hsplan, build, f"{HEAD}{place}{words}\n")
    assert MARK not in said.casefold()
    assert "error" in said


@pytest.mark.parametrize("what", TEXTS)
def test_nor_within_an_entry(hsplan: Run, build: Build, what: str) -> None:
    words = TEXTS[what][0]
    entry = f"    progress:\n      - date: 2013-05-31\n        status: in progress\n        internal_note: {words}\n"
    for text in (
        HEAD + entry.replace("\n      ", "\n          ") if "\n" in words else HEAD + entry,
        f"{HEAD}    progress:\n      - {{date: 2013-06-31, internal_note: {words}, status: in progress}}\n",
        f'{HEAD}    internal_note: "a"\n    internal_note: {words}\n',
    ):
        said = shown(hsplan, build, text)
        assert MARK not in said.casefold().replace("-", ""), text
        assert "error" in said or "warning" in said


def test_nor_what_follows_a_public_text_that_a_hash_cuts(hsplan: Run, build: Build) -> None:
    entry = f'{{date: 2013-05-31, note: see minute #4 of the Board, internal_note: "{MARK}"}}'
    said = shown(hsplan, build, f"{HEAD}    progress:\n      - {entry}\n")
    assert MARK not in said
    assert 'YAML takes all from "#4 of the Board" on for a comment, so the brace before it is never closed.' in said


def test_what_stands_beside_internal_words_is_shown(hsplan: Run, build: Build) -> None:
    entry = f'{{date: 2013-06-31, internal_note: "{MARK}", status: going on, note: "Ask Mrs Brown"}}'
    folder = build({"example-2013.yaml": f"{HEAD}    progress:\n      - {entry}\n"})
    out = hsplan("lint", "--as-at", "2013-06-30", "--select", "HS026,HS024,HS810", cwd=folder).out
    assert out.count("zebra") == 0
    assert out.count('internal_note: ···········, status: going on, note: "Ask Mrs Brown"}') == 3
    for told in ('"2013-06-31"', '"going on"', '"Mrs Brown" looks like'):
        assert told in out


def test_a_line_out_of_place_is_told_plainly(hsplan: Run, build: Build) -> None:
    """What says nothing of the words is not put into other words; the line itself stays covered."""
    said = shown(hsplan, build, f"{HEAD}    private_note: {MARK}\n   {MARK}: x\n    note: y\n")
    assert MARK not in said
    assert "This line does not line up with the lines above it." in said
    assert "Text under an unknown key: a line" not in said


def test_the_next_key_in_braces_is_not_taken_for_the_text_before_it(hsplan: Run, build: Build) -> None:
    text = HEAD.replace("{from: 2013-04-01, to: 2018-03-31}", "{start: 2013-04-01, end: 2018-03-31}")
    said = shown(hsplan, build, text)
    assert 'The period: "end" is not a key of the period. Did you mean "to"?' in said


@pytest.mark.parametrize(
    "words", [f"left, {MARK}", f"left, {MARK} {MARK}: ill", f"left, Ann: {MARK}", f"left #{MARK}\n"]
)
def test_words_behind_a_comma_are_not_the_next_key(hsplan: Run, build: Build, words: str) -> None:
    entry = f"    progress:\n      - {{internl: {words}, date: 2013-06-31, status: x}}\n"
    said = shown(hsplan, build, HEAD + entry)
    assert MARK not in said


def test_the_title_of_the_action_is_shown(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": f"{HEAD}    internal_note: {{sign: the protocol, sign: it}}\n"})
    out = hsplan("lint", "--as-at", "2013-06-30", "--select", "HS023", cwd=folder).out
    assert out.startswith('example-2013.yaml:16:20: error HS023 wrong-shape: Action 1 "Sign the protocol"')
    assert "(sign" not in out


def test_the_sentence_says_where(hsplan: Run, build: Build) -> None:
    notes = ('internal_note: "Ring 01865 252525, or TBC"', 'x-risks: "Ask Mrs Brown"', 'x-gains: "Ask Mr White"')
    text = HEAD + "".join(f"    {each}\n" for each in notes)
    folder = build({"example-2013.yaml": text})
    run = ("lint", "--as-at", "2013-06-30", "--select", "HS810,HS103", "-q")
    assert (
        hsplan(*run, cwd=folder).out
        == """\
example-2013.yaml:16:26: warning HS810 personal-data: Action 1 "Sign the protocol", internal note: an e-mail address, \
a telephone number or a person's name with a title, in any text of the plan. "hsplan rule HS810" says how to mend it.
   16 |     internal_note: ····· ····· ······· ·· ····
      |                          ^^^^^^^^^^^^

example-2013.yaml:16:43: warning HS103 placeholder: Action 1 "Sign the protocol", internal note: words that were meant \
to be replaced: "TODO", "TBD", "???", a line to fill in. "hsplan rule HS103" says how to mend it.
   16 |     internal_note: ····· ····· ······· ·· ····
      |                                           ^^^

example-2013.yaml:17:19: warning HS810 personal-data: Action 1 "Sign the protocol", internal column "x-risks": an \
e-mail address, a telephone number or a person's name with a title, in any text of the plan. "hsplan rule HS810" says \
how to mend it.
   17 |     x-risks: ···· ··· ······
      |                   ^^^^^^^^^

example-2013.yaml:18:19: warning HS810 personal-data: Action 1: "Mr White" looks like a person's name. Write the post \
or the team.
   18 |     x-gains: "Ask Mr White"
      |                   ^^^^^^^^
"""
    )


BADLY_INDENTED = {
    "farther out": "    internal_note: >\n      She\n   knows Mrs {mark}\n    note: said\n",
    "at the margin": "    internal_note: >\n      She\n{mark} knows: nothing\n    note: said\n",
    "level with its key": "    internal_note: >\n      She\n    knows {mark}\n    and: {mark}\n    note: said\n",
    "in an entry": "    progress:\n      - internal_note: >\n          She\n       {mark}\n      - note: said\n",
    "a list level with its key": "    private:\n    - status: {mark}\n    - {mark}\n    note: said\n",
    "words that are a key": "    internal_note: >\n      She\n      lead: {mark}\n   and\n    note: said\n",
    "in braces": "    progress:\n      - {{date: 2013-05-31, Mine: {mark}\n         and {mark}}}\n      - note: said\n",
}
BROKEN = '    title: "It is late\n'


@pytest.mark.parametrize("what", BADLY_INDENTED)
@pytest.mark.parametrize("broken", ["", BROKEN])
def test_badly_indented_lines_are_internal_too(hsplan: Run, build: Build, what: str, broken: str) -> None:
    text = BADLY_INDENTED[what].format(mark=MARK.capitalize())
    assert MARK not in shown(hsplan, build, f"{HEAD}{text}{broken}").casefold()
    found = read(f"{HEAD}{text}{BROKEN}".encode(), "example-2013.yaml")
    assert found.root is None
    internal = internal_text(found, {})
    lines = [covered(found, number, internal) for number in range(1, found.text.count("\n") + 1)]
    assert MARK not in "\n".join(lines).casefold()
    assert f"{HEAD}{text}{BROKEN}".splitlines()[: HEAD.count("\n")] == lines[: HEAD.count("\n")]
    assert lines[-2].lstrip(" -") == "note: said"
    assert lines[-1] == BROKEN.rstrip()


@pytest.mark.parametrize(
    "key",
    [
        "internal_note",
        '"internal_note"',
        '"internal\\u005fnote"',
        "x-risks",
        '"x\\x2drisks"',
        "x-other",
        "x-gains made",
    ],
)
def test_it_is_found_however_its_key_is_written(key: str) -> None:
    document = read(f"{HEAD}    {key}: {MARK}\n".encode(), "example-2013.yaml")
    assert document.root is not None
    assert valid(document.root, "plan")
    plan = read_plan(document)
    assert plan is not None
    assert may_hide(plan)
    found = internal_text(document, plan.columns)
    assert [document.text[each.start : each.end].strip() for each in found.spans] == [MARK]


def test_columns_stand_only_where_they_are_looked_for() -> None:
    assert {name for name, record in table.FORMATS["plan"].records.items() if record.columns} == {
        "theme",
        "goal",
        "action",
    }


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*.yaml")), ids=lambda path: path.name)
def test_nothing_that_the_format_knows_is_taken_for_internal(path: Path) -> None:
    """Nor an id, nor a name; by the look of the lines neither."""
    text = path.read_text(encoding="utf-8")
    document = read(text.encode(), path.name)
    assert document.root is not None
    columns = read_plan(document).columns
    assert internal_text(document, columns).spans == ()
    broken = read(f"{text}\nnote: [\n".encode(), path.name)
    assert broken.root is None
    assert internal_text(broken, columns).spans == ()
