"""A file that cannot be read is mended where that is certain: it then reads, and says the same words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hsplan.document import read
from hsplan.lint.repair import REPAIRED, repair
from tests.conftest import Build, Run
from tests.lint.test_fix import HEAD, TEXTS, action


def repaired(text: str) -> str | None:
    found = repair(read(text.encode(), "plan.yaml"), REPAIRED)
    if found is None:
        return None
    assert found.document.root is not None
    assert found.mended
    assert repair(found.document, REPAIRED) is None
    return found.document.to_bytes().decode()


MENDED = [
    ("title: Phase 2: review", 'title: "Phase 2: review"'),
    ("title: Phase 2: review   # of the strategy", 'title: "Phase 2: review"   # of the strategy'),
    ("title: Agree this:", 'title: "Agree this:"'),
    ("title: @Home service", 'title: "@Home service"'),
    ("title: %age of lettings", 'title: "%age of lettings"'),
    ("title: `Home` service", 'title: "`Home` service"'),
    ('title: "By Name" approach', "title: '\"By Name\" approach'"),
    ('title: "By Name" people\'s list', 'title: "\\"By Name\\" people\'s list"'),
    ("title: 'By Name' approach", "title: \"'By Name' approach\""),
    (
        "note: Agreed\n      by the Board: all of it\n      and sent",
        'note: "Agreed\n      by the Board: all of it\n      and sent"',
    ),
    (
        "outcomes:\n      - Agreed\n        by the Board: all\n      - Sent",
        'outcomes:\n      - "Agreed\n        by the Board: all"\n      - Sent',
    ),
    ('title: "By Name" and "Home First"', 'title: \'"By Name" and "Home First"\''),
    ('title: "Keep the "By Name" list"', "title: \"Keep the 'By Name' list\""),
    ('note: "The list is called "By Name""', "note: \"The list is called 'By Name'\""),
    ('title: "Keep tenants\' "By Name" list"  # so', "title: \"Keep tenants' 'By Name' list\"  # so"),
    ("title: 'Keep the tenant's list'", 'title: "Keep the tenant\'s list"'),
    (
        "outcomes:\n      - 'Every tenant's \"By Name\" list'",
        "outcomes:\n      - \"Every tenant's 'By Name' list\"",
    ),
    (
        "outcomes:\n      - %age of lettings\n      - @Home",
        'outcomes:\n      - "%age of lettings"\n      - "@Home"',
    ),
    ("note: Agreed: yes\n\tsource: Row 5", 'note: "Agreed: yes"\n    source: Row 5'),
    ("lead: Housing Team\n\tnote: x", "lead: Housing Team\n    note: x"),
    ("outcomes:\n\t\t- x", "outcomes:\n        - x"),
    ("lead: Housing Team\n\u00a0\u00a0\u00a0 note: x", "lead: Housing Team\n    note: x"),
    ("lead:\u00a0\u00a0Housing Team", "lead: Housing Team"),
    ("progress: [{date:\u00a02013-05-31, status: achieved}]", "progress: [{date: 2013-05-31, status: achieved}]"),
    ("title: *Train all staff  # soon", 'title: "*Train all staff"  # soon'),
    ("title: & more training", 'title: "& more training"'),
    ("title: [New] Train staff", 'title: "[New] Train staff"'),
    ("outcomes:\n      - {New} Staff trained", 'outcomes:\n      - "{New} Staff trained"'),
    ("title: ? Train staff", 'title: "? Train staff"'),
    (
        "progress: [{date: 2013-05-31, status: carried over, into: [next-2018/?, next-2018/1]}]",
        'progress: [{date: 2013-05-31, status: carried over, into: ["next-2018/?", next-2018/1]}]',
    ),
    (
        "progress:\n      - {date: 2013-05-31, note: Board: agreed, status: achieved}",
        'progress:\n      - {date: 2013-05-31, note: "Board: agreed", status: achieved}',
    ),
    ("budget: {amount: 30000, note: Grant: HPG}  # so", 'budget: {amount: 30000, note: "Grant: HPG"}  # so'),
    (
        "progress:\n      - {date: 2013-05-31, note: [TBC] agreed}",
        'progress:\n      - {date: 2013-05-31, note: "[TBC] agreed"}',
    ),
    (
        "progress:\n      -\tdate: 2013-05-31\n        status: achieved",
        "progress:\n      - date: 2013-05-31\n        status: achieved",
    ),
    (
        "progress:\n      -\u00a0date: 2013-05-31\n        status: achieved",
        "progress:\n      - date: 2013-05-31\n        status: achieved",
    ),
    ("note: Begins\u0020soon\n      Note: with funds", 'note: "Begins soon\n      Note: with funds"'),
]
LEFT = [
    "note: Agreed\n      by the lead: all of it",  # a key that is not in line, perhaps
    'note: Agreed\n      by the "Board" of all: it is',
    'title: "By Name" list"',  # where the quotation ends is a guess
    'title: "Keep the "By Name list"',
    'title: "Keep the "By Name" list".',
    'title: "Keep "C:\\temp" clean"',
    "title: 'Keep the tenants' list'",
    "title: Agree this lead: Housing Team",  # two keys on one line
    'title: "Agree this',  # where it ends is a guess
    "title: [Agree, this",
    "title: *this",  # a reference of YAML's, perhaps
    "title: &this one\n    note: *this one",  # so is this
    "lead: [Housing Team] leads",  # a list of names, perhaps
    "note: > Train staff",  # a text over lines that has none, perhaps
    "title: *Train all\n      staff",
    "title: - this",  # a list, perhaps
    "title: Phase 2: review\n      of the strategy",  # runs over lines
    "outcomes: [Aim 1: fewer evictions, @Home]",  # where the comma belongs is a guess
    'note: "C:\\temp"',
    "budget: {amount: 30000, note: Grant: HPG, and more}",  # a key behind the comma, perhaps
    "progress:\n      - {date: 2013-05-31, note: Agreed status: achieved}",  # two keys
    "progress:\n      - {date: 2013-05-31 status: achieved}",  # a comma is missing
    "progress:\n      - {date: 2013-05-31, by: Kent: Surrey}",  # no sentence
]


@pytest.mark.parametrize(("wrong", "right"), MENDED)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_it_is_mended_and_all_else_stays(wrong: str, right: str, newline: str, mark: str) -> None:
    texts = [
        mark + (HEAD + action(line) + action().replace('"1"', '"2"')).replace("\n", newline) for line in (wrong, right)
    ]
    assert read(texts[0].encode(), "plan.yaml").root is None
    assert repaired(texts[0]) == texts[1]


@pytest.mark.parametrize("line", LEFT)
def test_it_is_left_alone(line: str) -> None:
    assert repaired(HEAD + action(line)) is None


def test_a_tab_that_may_mean_two_things_is_left() -> None:
    text = HEAD + action() + "    budget:\n\tnote: Of two years\n"
    assert repaired(text) is None
    assert repaired(text.replace("note: Of two years", "amount: 3000")) == text.replace(
        "\tnote: Of two years", "        amount: 3000"
    )


def test_one_that_cannot_be_mended_leaves_the_others(build: Build, hsplan: Run) -> None:
    text = HEAD + action("title: Phase 2: review", "note: *this")
    folder = build({"example-2013.yaml": text})
    result = hsplan("lint", "--fix", ".", cwd=folder)
    said = "HS007 needs-quotes, since it is not certain what is meant, or more in the file cannot be read."
    assert (result.code, result.err) == (1, f"Mended: 0 findings in 0 files.\nNot mended: 1 finding of {said}\n")
    assert (folder / "example-2013.yaml").read_text(encoding="utf-8") == text


def test_the_command_goes_on_with_what_it_can_read(build: Build, hsplan: Run) -> None:
    folder = build({"example-2013.yaml": HEAD + action("title: Phase 2: review  # why", "lead: Housing")})
    result = hsplan("lint", "--fix", "--select", "HS0,HS204", "--as-at", "2013-06-30", ".", cwd=folder)
    assert result == (0, "Nothing found in 1 plan (1 action) as at 2013-06-30.\n", "Mended: 2 findings in 1 file.\n")
    wanted = HEAD + action('title: "Phase 2: review"  # why', "lead: Housing Team")
    assert (folder / "example-2013.yaml").read_text(encoding="utf-8") == wanted


def test_what_is_not_selected_is_left(build: Build, hsplan: Run) -> None:
    folder = build({"example-2013.yaml": HEAD + action("title: Phase 2: review")})
    assert hsplan("lint", "--fix", "--select", "HS2", ".", cwd=folder).err == "Mended: 0 findings in 0 files.\n"


SPOILT = st.sampled_from([
    (r'(?m)(?<=title: )"([^"\n]*)"$', r"Part 2: \1"),
    (r'(?m)(?<=note: )"([^"\n]*)"$', r'"Note" \1'),
    (r'(?m)(?<=note: )"([^"\n]*)"$', r"@\1"),
    (r"(?m)^    (?=\S)", "\t"),
    (r"(?m)^        (?=\S)", "\t\t"),
    (r"(?m)^    (?=\w+: \w)", "\u00a0\u00a0\u00a0\u00a0"),
])  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.explicit, Phase.generate])
@given(st.sampled_from(sorted(TEXTS)), st.lists(st.tuples(SPOILT, st.integers(0, 10**6)), min_size=1, max_size=4))
def test_a_real_plan_says_the_same_words(name: str, changes: list[tuple[tuple[str, str], int]]) -> None:
    text = TEXTS[name]
    for (pattern, by), number in changes:
        found = list(re.finditer(pattern, text))
        if found:
            match = found[number % len(found)]
            text = text[: match.start()] + match.expand(by) + text[match.end() :]
    mended = repaired(text)
    if mended is not None:
        plain = re.sub(r"Part 2: |\\?\"Note\\?\" |@", "", mended)
        assert re.sub(r"[\s\"'\\]", "", plain) == re.sub(r"[\s\"'\\]", "", TEXTS[name])
        # Tabs inside brackets mean nothing, and stay.
        assert depths(mended) == depths(TEXTS[name])


def depths(text: str) -> list[int]:
    return [len(line) - len(line.lstrip()) for line in text.expandtabs(4).splitlines()]


def test_spoilt_titles_of_a_real_plan_are_all_mended() -> None:
    text, number = re.subn(r'(?m)(?<=title: )"([^"\n:#]*)"$', r"Part 2: \1", TEXTS["oxford-2013.yaml"])
    assert number > 70
    wanted = re.sub(r'(?m)(?<=title: )"([^"\n:#]*)"$', r'"Part 2: \1"', TEXTS["oxford-2013.yaml"])
    assert repaired(text) == wanted


def test_no_plan_of_any_kind_stops_it(tmp_path: Path) -> None:
    for text in ("", "\t", "a: b: c", "\t\t\t", ": :", "@", "- a\n\t- b", "a:\n\t- @x: y\n", "\u00a0"):
        repair(read(text.encode(), "plan.yaml"), REPAIRED)
