"""Safe fixes: what is mended, what is left alone, and that nothing else in a file changes."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hsplan.lint import Report, Selection, lint
from hsplan.lint.fix import Fixed, fix
from hsplan.lint.fixers import FIXERS
from hsplan.lint.registry import RULES
from hsplan.lint.repair import REPAIRED, repair
from hsplan.lint.rule import Rule
from hsplan.workspace import Config, Workspace
from tests.conftest import ROOT, Build, Run
from tests.lint.test_rule_pages import OWNERS, WITH_EXAMPLES, example, plan

AS_AT = date(2013, 6, 30)
HEAD = """\
# a comment
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}   # five years
adopted: 2013-04-01
owners:
  Housing Team: {kind: team, also: [Housing, "The Team"]}
  Support Team: {kind: team}

actions:
"""


def action(*lines: str) -> str:
    keys = {
        "title": 'title: "Agree a protocol"   # why',
        "lead": "lead: Housing Team",
        "partners": "partners: [Support Team]",
        "timescale": "timescale: December 2013",
    }
    for line in lines:
        keys[line.split(":")[0]] = line
    return '  "1":\n' + "".join(f"    {line}\n" for line in keys.values())


MENDED = [
    ("lead: Housing", "lead: Housing Team"),
    ("lead: 'housing'  # who", "lead: 'Housing Team'  # who"),
    ("partners: [Support Team, Housing]", "partners: [Support Team, Housing Team]"),
    ("each:\n      - The Team # first", "each:\n      - Housing Team # first"),
    ("due: “2013-12-31”", "due: 2013-12-31"),
    ("due: 2013–12–31 # soon", "due: 2013-12-31 # soon"),
    ("lead: Housing\u00a0Team", "lead: Housing Team"),
    ('lead: "Housing\u202fTeam"', 'lead: "Housing Team"'),
    ("resources: Flat #3 or #4 # see the note", 'resources: "Flat #3 or #4" # see the note'),
    ("resources: Flat #3", 'resources: "Flat #3"'),
    ("title: !Train all staff # soon", 'title: "!Train all staff" # soon'),
    ("note: &Shelter provides beds", 'note: "&Shelter provides beds"'),
    ("outcomes:\n      - ! Staff trained", 'outcomes:\n      - "! Staff trained"'),
    ("resources\u00a0: Within budget", "resources: Within budget"),
    (
        "progress: [{date: 2013-05-31,\u00a0status: in progress}]",
        "progress: [{date: 2013-05-31, status: in progress}]",
    ),
    ("budget: {amount: 3000\u00a0, note: x}", "budget: {amount: 3000, note: x}"),
    ("progress: [{date: 2013-05-31\u00a0, note: x}]", "progress: [{date: 2013-05-31, note: x}]"),
    ("progress: [{date: 2013-05-31, status: “in progress”}]", "progress: [{date: 2013-05-31, status: in progress}]"),
    (
        "progress: [{date: 2013-05-31, status: in\u00a0progress}]",
        "progress: [{date: 2013-05-31, status: in progress}]",
    ),
    (
        "progress: [{date: 2013-05-31, note: drafted, not agreed, not sent, status: in progress}]",
        'progress: [{date: 2013-05-31, note: "drafted, not agreed, not sent", status: in progress}]',
    ),
    (
        'progress:\n      - {date: 2013-05-31, status: in progress, note: a "b" c, d e}   # x',
        'progress:\n      - {date: 2013-05-31, status: in progress, note: "a \\"b\\" c, d e"}   # x',
    ),
]

OUT_OF_ORDER = """\
progress:   # oldest first
      - date: 2013-06-20   # the newest
        status: in progress

      # as the board has it
      - {date: 2013-05-10, status: not started}
      - {date: 2013-05-10, note: "Nobody yet"}"""
IN_ORDER = """\
progress:   # oldest first
      # as the board has it
      - {date: 2013-05-10, status: not started}

      - {date: 2013-05-10, note: "Nobody yet"}
      - date: 2013-06-20   # the newest
        status: in progress"""
MENDED.append((OUT_OF_ORDER, IN_ORDER))

LEFT = [
    "progress: [{date: 2113-06-20, status: in progress}, {date: 2013-05-10, status: not started}]",  # a slip
    "progress: [{date: 2013-06-20, status: in progress}, {date: 2013-5-10}, {date: 2013-05-10}]",  # so is this
    "lead: Housing Taem",  # what is meant is a guess
    "partners: [Housing Team, Housing]",  # it would stand there twice
    "resources: Flat #TODO",  # perhaps a comment
    "lead: Housing Team #3",  # a name, not a sentence
    "progress: [{date: 2013-05-31, status: in progress, note}]",  # a blank note
    "progress: [{date: 2013-05-31, note: a, by, status: in progress}]",  # a key of the format
    "progress: [{date: 2013-05-31, status: in, progress}]",  # no sentence
    "title: “Agree a protocol”",  # a sentence may have such signs
    "lead: !Housing Team",  # a name, not a sentence
    "resources\u00a0: Within budget\n    resources: Other",  # the key stands there already
    "outcomes:\n      -\u00a0Staff trained\n      -\u00a0Flats let",  # a list has to be made of it
]


def run_fix(folder: Path, selection: Selection = Selection()) -> Fixed:
    workspace = Workspace.load([str(folder / "example-2013.yaml")], Config(path="x"), str(folder))
    (fixed,) = fix(workspace, AS_AT, selection)
    return fixed


@pytest.mark.parametrize(("wrong", "right"), MENDED)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_it_is_mended_and_all_else_stays(build: Build, wrong: str, right: str, newline: str, mark: str) -> None:
    wanted = [mark + (HEAD + action(line)).replace("\n", newline) for line in (wrong, right)]
    fixed = run_fix(build({"example-2013.yaml": wanted[0].encode()}))
    assert fixed.mended
    assert fixed.after.to_bytes().decode() == wanted[1]


@pytest.mark.parametrize("line", LEFT)
def test_it_is_left_alone(build: Build, line: str) -> None:
    fixed = run_fix(build({"example-2013.yaml": HEAD + action(line)}))
    assert fixed.mended == ()
    assert fixed.after is fixed.before


@pytest.mark.parametrize(
    ("as_at", "today", "mended"),
    [
        ("2013-06-30", None, 0),
        ("2013-07-20", None, 1),
        ("2013-06-30", "2013-07-20", 1),
        ("2013-07-20", "2013-06-30", 1),
    ],
)
def test_entries_are_ordered_up_to_the_later_of_both_days(
    build: Build, as_at: str, today: str | None, mended: int
) -> None:
    """What is still to come, on the day of the run and by the date asked about, is rather a slip."""
    line = "progress: [{date: 2013-07-20, status: in progress}, {date: 2013-05-10, status: not started}]"
    folder = build({"example-2013.yaml": HEAD + action(line)})
    workspace = Workspace.load([str(folder / "example-2013.yaml")], Config(path="x"), str(folder))
    run_on = date.fromisoformat(today) if today else None
    (fixed,) = fix(workspace, date.fromisoformat(as_at), Selection(("entries-out-of-order",)), today=run_on)
    assert len(fixed.mended) == mended


def test_an_id_that_nothing_names_is_mended_and_another_is_not(build: Build) -> None:
    text = HEAD + action().replace('"1"', "A–1")
    assert "\n  A-1:\n" in run_fix(build({"example-2013.yaml": text})).after.text
    text += action("depends_on: [A–1]").replace('"1"', '"2"')
    assert "\n  A–1:\n" in run_fix(build({"example-2013.yaml": text})).after.text


KEYS = [
    ("strategy: {published: {Housing: 2013-04-01}}", "strategy: {published: {Housing Team: 2013-04-01}}"),
    (
        "strategy:\n  published:\n    'housing': 2013-04-01   # the web page",
        "strategy:\n  published:\n    'Housing Team': 2013-04-01   # the web page",
    ),
    (
        "governance:\n  Housing: {role: oversees, reviews: quarterly}",
        "governance:\n  Housing Team: {role: oversees, reviews: quarterly}",
    ),
    (
        "governance:\n  Support Team: {role: oversees}\n  The Team:\n    role: advises",
        "governance:\n  Support Team: {role: oversees}\n  Housing Team:\n    role: advises",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), KEYS)
def test_another_spelling_that_is_a_key_is_mended(build: Build, wrong: str, right: str) -> None:
    fixed = run_fix(build({"example-2013.yaml": HEAD.replace("\nactions:", f"{wrong}\nactions:") + action()}))
    assert [finding.name for finding in fixed.mended] == ["owner-alias"]
    assert fixed.after.text == HEAD.replace("\nactions:", f"{right}\nactions:") + action()


def test_a_key_is_left_where_its_owner_stands_beside_it(build: Build, hsplan: Run) -> None:
    text = HEAD + action() + "strategy: {published: {Housing Team: 2013-04-01, Housing: 2013-05-01}}\n"
    folder = build({"example-2013.yaml": text})
    result = hsplan("lint", "--fix", "--select", "HS204", ".", cwd=folder)
    assert result.err == (
        "Mended: 0 findings in 0 files.\n"
        "Not mended: 1 finding of HS204 owner-alias, since the owner stands there already.\n"
    )
    assert (folder / "example-2013.yaml").read_text(encoding="utf-8") == text


def test_line_endings_become_the_commoner_one(build: Build) -> None:
    text = (HEAD + action()).replace("\n", "\r\n").replace("hsplan: 1\r\n", "hsplan: 1\n")
    fixed = run_fix(build({"example-2013.yaml": text.encode()}))
    assert [finding.name for finding in fixed.mended] == ["mixed-line-endings"]
    assert fixed.after.text == (HEAD + action()).replace("\n", "\r\n")


def test_the_missing_side_of_a_carry_over(build: Build) -> None:
    entry = (
        "    progress:\n      - {date: 2013-05-31, status: superseded, decided: 2013-05-31, into: [example-2013/3]}\n"
    )
    old = action() + entry + action("title: 'Agree another'").replace('"1"', '"2"') + entry
    new = action("title: 'Agree both'", "carried_from: [example-2013/1]   # both").replace('"1"', '"3"')
    fixed = run_fix(build({"example-2013.yaml": HEAD + old + new}), Selection(("HS5",)))
    assert [finding.name for finding in fixed.mended] == ["carried-sides-disagree"]
    assert "    carried_from: [example-2013/1, example-2013/2]   # both\n" in fixed.after.text


def two_plans(old: str, new: str) -> dict[str, str | bytes]:
    """An old plan whose actions end in the new one."""
    later = HEAD.replace("2018-03", "2023-03").replace("2013-04", "2018-04").replace("example-2013", "next-2018")
    return {"plans/example-2013.yaml": HEAD + old, "plans/next-2018.yaml": later + new}


def ended(number: int, into: str = "") -> str:
    entry = f"{{date: 2013-05-31, status: carried over{into}, note: Drafted}}  # so far"
    return action(f"progress:\n      - {entry}").replace('"1"', f'"{number}"')


def mend(hsplan: Run, folder: Path, *paths: str) -> str:
    """What it says, when carrying over is mended."""
    return hsplan("lint", "--fix", "--select", "HS5", "--as-at", "2013-06-30", *(paths or (".",)), cwd=folder).err


@pytest.mark.parametrize("blank", ["", ", into: "])
def test_where_an_action_went_is_written_where_the_next_plan_says_it(build: Build, hsplan: Run, blank: str) -> None:
    folder = build(two_plans(ended(1, blank), action("carried_from: [example-2013/1]")))
    new = (folder / "plans/next-2018.yaml").read_bytes()
    assert mend(hsplan, folder, "plans") == "Mended: 1 finding in 1 file.\n"
    text = (folder / "plans/example-2013.yaml").read_text(encoding="utf-8")
    assert text == HEAD + ended(1, ", into: [next-2018/1]" + " " * bool(blank))
    assert (folder / "plans/next-2018.yaml").read_bytes() == new
    assert hsplan("lint", "--select", "HS5", "--as-at", "2013-06-30", "plans", cwd=folder).code == 0
    assert mend(hsplan, folder, "plans") == "Mended: 0 findings in 0 files.\n"


def test_a_split_is_written_whole(build: Build, hsplan: Run) -> None:
    new = action("carried_from: [example-2013/1]")
    folder = build(two_plans(ended(1), new + new.replace('"1"', '"2"')))
    mend(hsplan, folder, "plans")
    assert "into: [next-2018/1, next-2018/2]" in (folder / "plans/example-2013.yaml").read_text(encoding="utf-8")


def test_what_cannot_be_written_is_told_once(build: Build, hsplan: Run) -> None:
    """Two actions took over what two organisations had to do, and the newer plan comes first in the folder."""
    entry = "{date: 2013-05-31, status: carried over, by: Housing Team}"
    old = action("each: [Housing Team]", f"progress:\n      - {entry}")
    new = action("carried_from: [example-2013/1]")
    files = two_plans(old, new + new.replace('"1"', '"2"'))
    later = str(files.pop("plans/next-2018.yaml")).replace("next-2018", "after-2018")
    folder = build({**files, "plans/after-2018.yaml": later})
    assert mend(hsplan, folder, "plans") == (
        "Mended: 0 findings in 0 files.\n"
        "Not mended: 1 finding of HS501 into-missing, since several actions say that they took it over, and the entry "
        "is of one organisation.\n"
    )


def test_what_two_plans_say_of_different_actions_is_left_to_people(build: Build, hsplan: Run) -> None:
    """The old plan names an action that the new one does not; the one that it does name knows nothing of it."""
    old = ended(1, ", into: [next-2018/1]") + action().replace('"1"', '"2"')
    files = two_plans(old, action("carried_from: [example-2013/2]"))
    folder = build(files)
    found = hsplan("lint", "--format", "concise", "--select", "HS504", "--as-at", "2013-06-30", "plans", cwd=folder)
    assert found.out == (
        'plans/next-2018.yaml:17:20: warning HS504 carried-sides-disagree: Action 1 "Agree a protocol" says that it '
        "comes from example-2013/2, but example-2013/2 does not say so; example-2013/1 does. Take carried_from: out; "
        "example-2013 is here and says it.\n"
        '1 warning in 2 plans (3 actions) as at 2013-06-30. "hsplan rule HS504" explains a finding.\n'
    )
    assert mend(hsplan, folder, "plans") == (
        "Mended: 0 findings in 0 files.\n"
        "Not mended: 1 finding of HS504 carried-sides-disagree, since it has to be decided whether 2 in "
        "plans/example-2013.yaml lacks its into:, or whether carried_from: is wrong.\n"
    )
    assert (folder / "plans/next-2018.yaml").read_text(encoding="utf-8") == files["plans/next-2018.yaml"]


def test_what_is_left_is_said_with_the_reason(build: Build, hsplan: Run) -> None:
    """By rule and reason; what no fix is known for is no news."""
    above = OUT_OF_ORDER.replace("  # oldest first", "\n      # oldest first").replace(": # the", ":   # the")
    text = HEAD + action("partners: [Housing Team, Housing]", "lead: Housing Taem", above)
    folder = build({"example-2013.yaml": text})
    result = hsplan("lint", "--fix", "--as-at", "2013-06-30", ".", cwd=folder)
    assert result.err == (
        "Mended: 0 findings in 0 files.\n"
        "Not mended: 1 finding of HS204 owner-alias, since the owner stands in the same list already.\n"
        "Not mended: 2 findings of HS411 entries-out-of-order, since a comment above the first entry may be about all "
        "of them.\n"
    )
    assert (folder / "example-2013.yaml").read_text(encoding="utf-8") == text


def test_what_is_accepted_or_not_selected_is_left(build: Build) -> None:
    text = HEAD + action("lead: Housing", 'accepted: [{rule: owner-alias, reason: "As in the document"}]')
    assert run_fix(build({"example-2013.yaml": text})).mended == ()
    assert run_fix(build({"example-2013.yaml": HEAD + action("lead: Housing")}), Selection(("HS3",))).mended == ()


def test_a_file_that_cannot_be_read_is_left(build: Build) -> None:
    assert run_fix(build({"example-2013.yaml": "actions: ["})).mended == ()


def test_the_command_writes_says_so_and_is_done_the_second_time(hsplan: Run, build: Build) -> None:
    folder = build({"example-2013.yaml": HEAD + action("lead: Housing"), "good-2013.yaml": HEAD + action()})
    options = (".", "--select", "HS204", "--as-at", "2013-06-30", "--fix")
    before = (folder / "example-2013.yaml").read_bytes()
    result = hsplan("lint", *options, "--diff", cwd=folder)
    assert result == (
        0,
        "--- a/example-2013.yaml\n+++ b/example-2013.yaml\n@@ -11,6 +11,6 @@\n actions:\n"
        '   "1":\n     title: "Agree a protocol"   # why\n-    lead: Housing\n+    lead: Housing Team\n'
        "     partners: [Support Team]\n     timescale: December 2013\n",
        "Would be mended: 1 finding in 1 file.\n",
    )
    assert (folder / "example-2013.yaml").read_bytes() == before
    result = hsplan("lint", *options, cwd=folder)
    assert result.err == "Mended: 1 finding in 1 file.\n"
    assert result.out == "Nothing found in 2 plans (2 actions) as at 2013-06-30.\n"
    assert (folder / "example-2013.yaml").read_bytes() == (HEAD + action()).encode()
    assert hsplan("lint", *options, cwd=folder).err == "Mended: 0 findings in 0 files.\n"


def test_diff_alone_is_refused(hsplan: Run) -> None:
    assert hsplan("lint", "--diff") == (2, "", "Error: --diff goes with --fix. Write hsplan lint --fix --diff.\n")


# Properties, on the six real plans as they are and with one thing in them spoilt.

PLANS = sorted(path for path in (ROOT / "plans").glob("*.yaml") if path.name != "owners.yaml")
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in PLANS}
SPOILT = st.sampled_from([
    (r"(?<=date: \d{4})-(?=\d\d-\d\d)", "–"),
    (r"(?<=lead: )(.+)", r"“\1”"),
    (r"(?<=lead: \w)(\w+) (?=\w)", "\\1\u00a0"),
    (r"(?<=date: )(\d{4}-\d\d-\d\d)", "‘\\1’"),
    (r'(?<=title: )"(\w+) ([^"\n]*)"$', r"\1 #3 \2"),
    (r"(?<!\r)\n", "\r\n"),
    (r'(?<=note: )"([^"\n]*)"$', r"\1"),
    (r"(?<=- date: \d{4}-)(\d\d)", "01"),
])  # fmt: skip


def checked(workspace: Workspace, path: str, data: bytes) -> Report:
    return lint(workspace.holding({path: data}, [path]), AS_AT)


def held(name: str, text: str) -> tuple[Workspace, str]:
    path = str(ROOT / "plans" / name)
    workspace = Workspace.load([path], Config(path="x", outside=("west-kent-2011",)), str(ROOT))
    return workspace.holding({path: text.encode()}), path


def counts(report: Report) -> Counter[tuple[str, str]]:
    return Counter((finding.name, finding.action) for finding in report.findings)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.explicit, Phase.generate])
@given(st.sampled_from(sorted(TEXTS)), st.lists(st.tuples(SPOILT, st.integers(0, 10**6)), max_size=3))
def test_a_fix_makes_no_finding_and_is_done_at_once(name: str, changes: list[tuple[tuple[str, str], int]]) -> None:
    text = TEXTS[name]
    for (pattern, by), number in changes:
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if found:
            match = found[number % len(found)]
            text = text[: match.start()] + match.expand(by) + text[match.end() :]
    workspace, path = held(name, text)
    (fixed,) = fix(workspace, AS_AT)
    # What a file that cannot be read hides is counted from when it can be.
    readable = repair(fixed.before, REPAIRED)
    start, first = (readable.document.text, len(readable.mended)) if readable else (text, 0)
    before, after = checked(workspace, path, start.encode()), checked(workspace, path, fixed.after.to_bytes())
    assert counts(after) <= counts(before)
    assert len(after.findings) <= len(before.findings) - len(fixed.mended) + first
    if not fixed.mended:
        assert fixed.after.to_bytes() == text.encode()
    (again,) = fix(workspace.holding({path: fixed.after.to_bytes()}), AS_AT)
    assert again.mended == ()
    assert again.after.text == fixed.after.text
    if "mixed-line-endings" not in {finding.name for finding in fixed.mended}:
        # Lines that no finding is about stand as they did.
        lines = {finding.place.line for finding in fixed.mended}
        old, new = text.split("\n"), fixed.after.text.split("\n")
        touched = {
            number + 1
            for tag, start, end, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
            if tag != "equal"
            for number in range(start, end)
        }
        assert touched <= lines


@pytest.mark.parametrize("rule", WITH_EXAMPLES)
def test_a_fix_of_any_example_makes_no_finding_and_is_done_at_once(rule: Rule, build: Build) -> None:
    text = plan(example(rule, "Failing"))
    folder = build({"example-2013.yaml": text, "owners.yaml": OWNERS})
    workspace = Workspace.load([str(folder / "example-2013.yaml")], Config(outside=("elsewhere-2018",)), str(folder))
    before = lint(workspace, AS_AT)
    (fixed,) = fix(workspace, AS_AT)
    path = str(folder / "example-2013.yaml")
    after = checked(workspace, path, fixed.after.to_bytes())
    if fixed.before.root is not None:
        assert counts(after) <= counts(before)
    assert bool(fixed.mended) == (fixed.after.text != text)
    (again,) = fix(workspace.holding({path: fixed.after.to_bytes()}), AS_AT)
    assert (again.mended, again.after.text) == ((), fixed.after.text)


def test_the_examples_of_the_fixed_rules_are_fixed(build: Build) -> None:
    done = set()
    for rule in RULES:
        if rule.name in {*FIXERS, *REPAIRED} and example(rule, "Failing"):
            folder = build({"example-2013.yaml": plan(example(rule, "Failing")), "owners.yaml": OWNERS})
            done |= {finding.name for finding in run_fix(folder).mended}
    assert done == {*FIXERS, *REPAIRED} - {
        "tab", "invisible-character", "mixed-line-endings", "carried-sides-disagree", "into-missing",
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_the_real_plans_have_nothing_to_mend(name: str) -> None:
    workspace, _ = held(name, TEXTS[name])
    (fixed,) = fix(workspace, AS_AT)
    assert fixed.after.text == TEXTS[name]
