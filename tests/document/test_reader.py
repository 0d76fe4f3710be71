"""Bytes to values: every bad input that officers meet is a finding with its place, and nothing is ever an exception."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsplan.document import Document, Map, Seq, Value, read
from hsplan.findings import Finding, Place
from tests.document import styles

BAD_INPUT = (Path(__file__).parent / "bad_input.txt").read_text(encoding="utf-8")
ONLY_LIBYAML = {
    "a colon without a space in brackets",
    "a colon without a space in braces",
    "a colon with such a space in braces",
}
SEEDS = st.integers(0, 2**32)
PIECES = [
    "a",
    "note",
    ": ",
    ":",
    "\n",
    "\n  ",
    "- ",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    ", ",
    " #",
    "#",
    "\\",
    "|",
    ">",
    "&",
]
PIECES += [
    "*",
    "!",
    "%",
    "? ",
    "?",
    "\t",
    "\r\n",
    "\r",
    "é",
    "😀",
    "~",
    "---",
    "...",
    "|-\n  ",
    "<<",
    "2013-09-30",
    "\x00",
]
SOUP = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def written(finding: Finding) -> str:
    """A finding as bad_input.txt has it."""
    place = finding.place
    related = [f"    see {each.place.line}:{each.place.column}: {each.message}" for each in finding.related]
    head = f"{finding.name} {place.line}:{place.column} to {place.end_line}:{place.end_column}: {finding.message}"
    return "\n".join([head, f"    help: {finding.help}", *related])


def cases() -> list[object]:
    """The blocks of bad_input.txt: a title, the bytes of a file as Python writes them, what is found."""
    blocks = [block.rstrip("\n").split("\n", 2) for block in BAD_INPUT.split("\n=== ")[1:]]
    return [pytest.param(title, ast.literal_eval(data), found, id=title) for title, data, found in blocks]


@pytest.mark.parametrize(("title", "data", "found"), cases())
def test_bad_input(title: str, data: bytes, found: str) -> None:
    findings = read(data, "plan.yaml").findings
    assert "\n".join(written(finding) for finding in findings) == found
    assert all(finding.place.path == "plan.yaml" for finding in findings)
    if title not in ONLY_LIBYAML:
        assert read(data, "plan.yaml", pure=True).findings == findings


@pytest.mark.parametrize(
    "data", [b"a: " + b"[" * 1000 + b"]" * 1000, b"".join(b" " * level + b"a:\n" for level in range(1000))]
)
def test_a_thousand_levels(data: bytes) -> None:
    (finding,) = read(data, "plan.yaml").findings
    assert finding.name == "too-deep"
    assert finding.message == "The brackets or the indentation go more than 50 levels deep; a plan needs about ten."
    assert finding.place.line in (1, 52)


@pytest.mark.parametrize(
    "text",
    [
        "source: https://kent.gov.uk/plan#page=2\n",
        "note: \"Row #3\"\nother: 'Row #4'\n",
        "note: |\n  Row #5\n  #6\n",
        "note: x # a comment\n#another\n  #one more\n",
        "status: achieved  #done in May\n",
        'title: "One" #two\nlinks: [a, b] #three\n',
        "actions: #four\n  a: b\n",
        'note: "First\n  status: still\n  the end"\n',
        "partners: [\n  Kent, # one\n  'RSLs',\n]\n",
        "a:\tb\n",
        "a: {b: '', c: \"\", d: }\n",
        "%YAML 1.1\n---\na: b\n...\n",
    ],
)
def test_nothing_is_wrong_here(text: str) -> None:
    document = read(text.encode(), "plan.yaml")
    assert document.findings == ()
    assert document.root


@pytest.mark.parametrize(
    ("text", "root"),
    [
        (
            "a: 1.10\nb: NO\nc: on\nd: 2026-02-31\ne: 0x1F\n",
            {"a": "1.10", "b": "NO", "c": "on", "d": "2026-02-31", "e": "0x1F"},
        ),
        ('a:\nb: ~\nc: null\nd: ""\ne: "null"\n', {"a": None, "b": None, "c": None, "d": "", "e": "null"}),
        ("a: |\n  b", {"a": "b\n"}),
        ("a: b\r\nc:\r\n  - d\r\n  - e", {"a": "b", "c": ["d", "e"]}),
        ("\ufeffa: b\n", {"a": "b"}),
        ("a: b\rc: d\r", {"a": "b", "c": "d"}),
        ("a: 1\na: 2\n", {"a": "1"}),
        ("<<: a\n", {"<<": "a"}),
    ],
)
def test_text_is_read_as_it_was_written(text: str, root: dict[str, object]) -> None:
    assert read(text.encode(), "plan.yaml").root == root
    assert read(text.encode(), "plan.yaml", pure=True).root == root


def test_lines_and_columns_count_as_editors_do() -> None:
    text = "\ufeffé: ü\r\n😀: x\rlast: y\n"
    document = read(text.encode(), "plan.yaml")
    assert document.root is not None
    assert [document.key(document.root, key)[1:3] for key in document.root] == [(1, 1), (2, 1), (3, 1)]
    assert document.value(document.root, "😀") == Place("plan.yaml", 2, 4, 2, 5)
    assert [document.line(number) for number in (1, 2, 3)] == ["é: ü", "😀: x", "last: y"]
    assert document.bom
    assert document.to_bytes() == text.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a, *a, *a]\n" % (i, i) for i in range(1000)),
        b'a: "' + b'\\"' * 50_000,
        b"a: [" + b'"\\' * 50_000,
        b"- " * 50_000,
        b"a: 'x\n" + b"- " * 50_000 + b"\n@",
        b"a: b" + b" #x" * 50_000,
        b"a: b" + b" " * 50_000 + b"\n" + b" #x" * 50_000,
        b"a: [b, " + b"[:" * 50_000,
        b"a: " + b": " * 50_000,
        b"a: [\n" * 20_000,
        b'a: "b\n' * 20_000,
        b"{" * 100_000,
        b"a: [b\n" + b"\n" * 100_000 + b"c: [?, " * 10_000,
    ],
)
def test_hostile_files_take_milliseconds(data: bytes) -> None:
    document = read(data, "plan.yaml")  # by the clock of no test, but anything quadratic would take minutes here
    assert document.findings or document.root is not None


def hold_places(document: Document) -> None:
    """Hold that each finding stands inside the file and has its words."""
    for finding in document.findings:
        for place in (finding.place, *(related.place for related in finding.related)):
            assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column)
            assert place.column <= len(document.line(place.line)) + 1
            assert place.end_column <= len(document.line(place.end_line)) + 1
        assert finding.message
        assert finding.help


def hold_marks(document: Document, value: Value, start: int, end: int) -> None:
    """Hold that a value's stretch of the text, read by itself, gives the value, and that its parts lie inside it."""
    assert 0 <= start <= end <= len(document.text) + 1
    source = document.text[start:end]
    if value is None:
        assert source in ("", "~", "null", "Null", "NULL")
    elif isinstance(value, str):
        if "\n" not in source:
            again = read(f"[{{a: {source}}}]".encode() if source[0] not in "|>" else b"", "plan.yaml")
            assert again.findings[0].name == "not-a-plan"
            assert read(f"a: {source}".encode(), "plan.yaml").root == {"a": value}
    else:
        spans = [mark[2:] for mark in value.marks.values()] if isinstance(value, Map) else value.marks
        parts = value.values() if isinstance(value, Map) else value
        for (part_start, part_end), part in zip(spans, parts, strict=True):
            assert start <= part_start <= part_end <= end
            hold_marks(document, part, part_start, part_end)


def marks(value: Value) -> object:
    """Every place in a tree, to compare."""
    if isinstance(value, Map):
        return value.start, value.end, value.marks, value.name, [marks(item) for item in value.values()]
    if isinstance(value, Seq):
        return value.start, value.end, value.marks, [marks(item) for item in value]
    return None


@given(st.one_of(st.binary(max_size=200), SOUP.map(str.encode), st.text().map(lambda text: text.encode("utf-16"))))
@settings(max_examples=600)
def test_any_bytes_give_findings_or_values(data: bytes) -> None:
    document = read(data, "plan.yaml")
    assert document.findings or document.root is not None
    hold_places(document)


@given(seed=SEEDS, cut=SEEDS, piece=st.sampled_from(PIECES))
@settings(max_examples=300)
def test_a_plan_with_a_slip_gives_findings_or_values(seed: int, cut: int, piece: str) -> None:
    text = styles.written(seed)[1].decode()
    cut %= len(text) + 1
    for data in (text[:cut] + piece + text[cut:], text[:cut] + text[cut + 3 :]):
        document = read(data.encode(), "plan.yaml")
        assert document.findings or document.root is not None
        hold_places(document)
        slow = read(data.encode(), "plan.yaml", pure=True)
        if document.root is not None and slow.root is not None and not document.findings + slow.findings:
            assert (slow.root, marks(slow.root)) == (document.root, marks(document.root))


@given(seed=SEEDS)
@settings(max_examples=200)
def test_values_and_places_of_any_style(seed: int) -> None:
    root, data = styles.written(seed)
    document = read(data, "plan.yaml")
    assert document.root == root
    assert document.findings == ()
    assert document.to_bytes() == data
    hold_marks(document, document.root, 0, len(document.text) + 1)  # a last line break that is not there counts
    slow = read(data, "plan.yaml", pure=True)
    assert (slow.root, marks(slow.root), slow.findings) == (document.root, marks(document.root), ())


@pytest.mark.parametrize("around", ["word{}word", "£5 “quoted”{}", "{}"])
def test_every_character_that_nobody_sees_is_told(around: str) -> None:
    """In plain letters and among others: what is looked for in the bytes is what is found in the text."""
    signs = [*range(9), 11, 12, *range(14, 32), *range(127, 160), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF]
    for sign in signs:
        document = read(f'title: "{around.format(chr(sign))}"'.encode(), "plan.yaml")
        (found,) = document.findings
        assert (found.name, f"U+{sign:04X}" in found.message) == ("invisible-character", True)
    for sign in ("\t", "\u00a0", "\u00a3", "\u2027", "\u202a", "\u200b", "\ufefe", "\ufffd", "\U0001ffff"):
        assert not read(f'title: "{around.format(sign)}"'.encode(), "plan.yaml").findings
