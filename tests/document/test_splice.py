"""Every edit does what it was asked, in the file's own style, and leaves every other byte as it stood."""

from __future__ import annotations

import json
import warnings
from datetime import date
from pathlib import Path as FilePath
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from hsplan.document import Document, Map, Seq, read
from hsplan.document.splice import New, Path, SpliceRefused, add_entry, add_key, reorder, replace
from hsplan.document.splice.new import as_read
from hsplan.document.splice.scalar import double, fresh, in_place_of
from tests.document import styles

EDITS = {"replace": replace, "add_key": add_key, "add_entry": add_entry, "reorder": reorder}
EXAMPLES = (FilePath(__file__).parent / "splice_examples.txt").read_text(encoding="utf-8")
SEEDS = st.integers(0, 2**32)
TEXTS = st.one_of(st.sampled_from(styles.WORDS + styles.SIGNS), st.text(st.characters(exclude_categories=["Cs"])))


def edited(text: str | bytes, edit: str, path: Path, *arguments: object) -> str:
    """The text after an edit."""
    data = text if isinstance(text, bytes) else text.encode()
    result: Document = EDITS[edit](read(data, "plan.yaml"), path, *arguments)  # type: ignore[operator]
    return result.to_bytes().decode()


def examples() -> list[object]:
    """The blocks of splice_examples.txt: edit, path, arguments, before, after."""
    found: list[object] = []
    for block in EXAMPLES.removesuffix("\n").split("\n=== ")[1:]:
        name, edit, rest = block.split("\n", 2)
        before, after = rest.removeprefix("<<< before\n").split("\n>>> after\n")
        path, *arguments = json.loads(edit.split(" ", 1)[1])
        found.append(pytest.param(edit.split(" ")[0], tuple(path), arguments, before, after, id=name))
    return found


@pytest.mark.parametrize(("edit", "path", "arguments", "before", "after"), examples())
def test_example(edit: str, path: Path, arguments: list[object], before: str, after: str) -> None:
    assert edited(before, edit, path, *arguments) == after


@pytest.mark.parametrize(("edit", "path", "arguments", "before", "after"), examples())
def test_example_with_windows_line_breaks(
    edit: str, path: Path, arguments: list[object], before: str, after: str
) -> None:
    assert edited(before.replace("\n", "\r\n"), edit, path, *arguments) == after.replace("\n", "\r\n")


def test_the_byte_order_mark_stays() -> None:
    document = add_key(read(b"\xef\xbb\xbfid: kent\r\n", "plan.yaml"), (), "title", "Kent")
    assert document.to_bytes() == b"\xef\xbb\xbfid: kent\r\ntitle: Kent\r\n"
    assert document.bom


def test_several_edits_follow_one_another() -> None:
    document = read(b'actions:\n  "1":\n    title: "One"\n', "plan.yaml")
    document = add_entry(document, ("actions", "1", "progress"), {"date": "2013-09-30", "status": "in progress"})
    document = add_entry(document, ("actions", "1", "progress"), {"date": "2013-12-31", "status": "achieved"})
    document = add_key(document, ("actions", "1"), "lead", "Kent", after="title")
    document = replace(document, ("actions", "1", "progress", 1, "date"), "2014-01-01")
    assert document.text == (
        'actions:\n  "1":\n    title: "One"\n    lead: Kent\n    progress:\n'
        "      - date: 2013-09-30\n        status: in progress\n"
        "      - date: 2014-01-01\n        status: achieved\n"
    )


@pytest.mark.parametrize(
    ("text", "edit", "path", "arguments", "message"),
    [
        ("a: {b: c}\n", "replace", ("a",), ["x"], '"a" holds several values, not one piece of text.'),
        ("a: b\n", "replace", ("c",), ["x"], 'There is no "c" in the file where it was looked for.'),
        ("a: [b]\n", "replace", ("a", 1), ["x"], 'There is no "1" in the file where it was looked for.'),
        ("a: b\n", "replace", (), ["x"], "The file as a whole cannot be replaced."),
        ("a: b\n", "add_key", (), ["a", "x"], '"a" has a value already.'),
        ("a: b\n", "add_key", ("a",), ["c", "x"], 'There is no map to put "c" in.'),
        ("a: [b]\n", "add_key", ("a",), ["c", "x"], 'There is no map to put "c" in.'),
        ("a: b\n", "add_entry", ("a",), ["x"], 'There is no list under "a".'),
        ("a: {b: c}\n", "add_entry", ("a",), ["x"], 'There is no list under "a".'),
        ("a: {b: c}\n", "add_entry", ("d", "e"), ["x"], 'There is no "d" in the file where it was looked for.'),
        ("a: {b, c}\n", "add_entry", ("a", "b"), ["x"], "This name has no colon after it, so it can have no value."),
        ("a: [b, c]\n", "reorder", ("a",), [[0]], "There is no list of so many entries to put in order."),
        ("a: b\n", "reorder", ("a",), [[0]], "There is no list of so many entries to put in order."),
        ("a:\n- 1\n\n# x\n\n- 2\n", "reorder", ("a",), [[1, 0]], "A comment stands between two entries"),
        ("a:\n# x\n- 1\n- 2\n", "reorder", ("a",), [[1, 0]], "A comment above the first entry may be about all"),
        ("a: [1, # x\n  2]\n", "reorder", ("a",), [[1, 0]], "A comment stands between two entries"),
        ("a:\n- - 1\n  - 2\n", "reorder", ("a", 0), [[1, 0]], "The first entry stands on the line of something"),
        ("", "add_key", (), ["a", "x"], 'There is no map to put "a" in.'),
        ("a: [b: c]\n", "add_key", ("a", 0), ["d", "x"], "The change would not read back as it was meant"),
        ("a: b\n", "replace", ("a",), ["half \ud800"], "The change would not read back as it was meant"),
    ],
)
def test_refused(text: str, edit: str, path: Path, arguments: list[object], message: str) -> None:
    with pytest.raises(SpliceRefused) as refusal:
        edited(text, edit, path, *arguments)
    assert refusal.value.what.startswith(message)
    assert refusal.value.where.startswith("plan.yaml")
    assert refusal.value.mend.startswith("Nothing was changed")


@given(seed=SEEDS, new=TEXTS)
@settings(max_examples=300)
def test_replace_touches_only_the_value(seed: int, new: str) -> None:
    root, data = styles.written(seed)
    document = read(data, "plan.yaml")
    places = [path for path in styles.paths(root) if path and not isinstance(styles.at(root, path), list | dict)]
    for path in Random(seed).sample(places, min(4, len(places))):
        result = replace(document, path, new)
        assert result.root == styles.changed(root, path, new)
        parent = styles.at(document.root, path[:-1])  # type: ignore[arg-type]
        assert isinstance(parent, Map | Seq)
        start, end = parent.marks[path[-1]][-2:]  # type: ignore[index]
        assert result.text.startswith(document.text[:start].rstrip(" "))
        assert result.text.endswith(document.text[end:])
        assert result.bom == document.bom


@given(seed=SEEDS)
@settings(max_examples=400)
def test_reorder_moves_whole_lines_and_touches_nothing_else(seed: int) -> None:
    root, data = styles.written(seed)
    document = read(data, "plan.yaml")
    random = Random(seed)
    for path in styles.paths(root):
        node = styles.at(root, path)
        if not isinstance(node, list) or len(node) < 2:
            continue
        order = random.sample(range(len(node)), len(node))
        try:
            result = reorder(document, path, order)
        except SpliceRefused:
            # Where nothing but entries of lines of their own is about, there is no reason to refuse.
            assert "#" in document.text or any(isinstance(step, int) for step in path)
            continue
        assert result.root == styles.changed(root, path, [node[index] for index in order])
        assert result.bom == document.bom
        assert sorted(result.text) == sorted(document.text)
        held = styles.at(document.root, path)  # type: ignore[arg-type]
        assert isinstance(held, Seq)
        if document.text[held.start] != "[":
            assert sorted(result.text.splitlines()) == sorted(document.text.splitlines())
        if "#" not in document.text:
            back = [order.index(index) for index in range(len(order))]
            assert reorder(result, path, back).text == document.text


@st.composite
def news(draw: st.DrawFn) -> New:
    """A new value as writers hand it in: text, figures, names, records, nested lists."""
    text = draw(TEXTS)
    values: list[New] = [
        text,
        120,
        False,
        [text, "RSLs"],
        {"date": "2013-09-30", "status": "in progress"},
        {"date": "2013-09-30", "note": text, "into": ["kent-2011/3.1"], text: {"a": 1, "b": [{"c": text}]}},
        {},
        [],
        {"title": [["a"], [text, []], {}]},
    ]
    return draw(st.sampled_from(values))


@given(seed=SEEDS, value=news(), key=st.one_of(st.just("added"), TEXTS))
@settings(max_examples=400)
def test_additions_touch_nothing_else(seed: int, value: New, key: str) -> None:
    root, data = styles.written(seed)
    document = read(data, "plan.yaml")
    assert document.root == root
    random = Random(seed)
    for path in random.sample(styles.paths(root), min(6, len(styles.paths(root)))):
        node = styles.at(root, path)
        if isinstance(node, dict) and key not in node:
            after = random.choice([None, *node])
            result = add_key(document, path, key, value, after)
            assert result.root == styles.changed(root, (*path, key), as_read(value))  # type: ignore[arg-type]
            keys = list(styles.at(result.root, path))  # type: ignore[arg-type]
            assert keys.index(key) == (keys.index(after) + 1 if after is not None else len(node))
        elif isinstance(node, list) or (node is None and path):
            result = add_entry(document, path, value)
            grown = [*(node or []), as_read(value)]
            assert result.root == styles.changed(root, path, grown)  # type: ignore[arg-type]
        else:
            continue
        hold_the_rest(document.text, result.text, vacant=not node)
        assert result.findings == ()
        assert result.bom == document.bom


def hold_the_rest(before: str, after: str, *, vacant: bool) -> None:
    """Hold that one line at most was changed, and that one only added to (but for the `[]` that a value replaces)."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if not before.endswith("\n"):
        assert not after.endswith("\n")
        old[-1] += "\n"
        new[-1] += "\n"
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    assert len(old) <= 1
    letters = iter("".join(new))
    kept = "".join(old).rstrip("\r\n")
    if vacant:
        for nothing in ("[]", "{}", "~", "null"):
            kept = kept.replace(nothing, "")
        letters = iter("".join(new).replace(" ", ""))
        kept = kept.replace(" ", "")
    assert all(letter in letters for letter in kept)


@given(text=TEXTS)
@example(text="0001-01-01")
@example(text="0000-00-00")
@example(text="2013-06-31")
@settings(max_examples=300)
def test_written_text_reads_back_as_the_same_in_every_yaml(text: str) -> None:
    for written in {fresh(text), fresh(text, "a"), fresh(text, "'"), in_place_of(text, "some words"), double(text)}:
        for version in ((1, 1), (1, 2)):
            loader = YAML(typ="safe", pure=True)
            loader.version = version
            with warnings.catch_warnings(action="ignore"):
                value = loader.load(
                    f"%YAML {version[0]}.{version[1]}\n---\na: {written}\nb: [{written}, {{{written}: 1}}]\n"
                )
            assert str(value["a"]) == text
            assert isinstance(value["a"], str) or (type(value["a"]) is date and written == value["a"].isoformat())
