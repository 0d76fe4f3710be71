"""The fast check and jsonschema say the same, and whatever is wrong gets a finding with a place in the file."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsplan.document import Document, Map, Seq, Value
from hsplan.schema import FileKind, explain, valid
from hsplan.schema.faults import validator
from hsplan.schema.table import FORMATS
from hsplan.schema.typed import typed
from tests.schema import allowed, mutations, samples

ROUNDS = 1200


def agree(document: Document, kind: FileKind) -> bool:
    """Hold that both checks agree; whether the file is right."""
    assert document.root is not None
    fast = valid(document.root, kind)
    assert fast == validator(kind).is_valid(typed(document.root, kind)), document.root
    return fast


def explained(document: Document, kind: FileKind) -> None:
    """Hold that a file that is not right gets findings, each with a place in the file and words for people."""
    lines = document.text.split("\n")
    found = explain(document, kind)
    assert found, document.root
    for finding in found:
        place = finding.place
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.end_column <= len(lines[place.end_line - 1]) + 1
        assert finding.message.endswith((".", "?"))
        assert "\n" not in finding.message
        assert "None" not in finding.message + finding.help
        assert finding.help
    assert found == sorted(found, key=lambda finding: finding.place[1:3])


@pytest.mark.parametrize("path", samples.real_files(), ids=lambda path: path.relative_to(samples.TOP).as_posix())
def test_real_files_are_right(path: Path) -> None:
    document, kind = samples.document(path), samples.kind_of(path)
    assert explain(document, kind) == []
    assert agree(document, kind)


@pytest.mark.parametrize("path", samples.examples(), ids=lambda path: path.relative_to(samples.TOP).as_posix())
def test_agree_on_examples(path: Path) -> None:
    document, kind = samples.document(path), samples.kind_of(path)
    if not agree(document, kind) and not document.findings:
        explained(document, kind)


@pytest.mark.parametrize("kind", ["plan", "owners"])
def test_a_file_with_every_key_is_right(kind: FileKind) -> None:
    document = samples.everything(kind)
    assert document.findings == ()
    assert explain(document, kind) == []
    assert agree(document, kind)


@pytest.mark.parametrize("kind", ["plan", "owners"])
def test_agree_on_every_key_with_every_text(kind: FileKind) -> None:
    """Each key of each record: blank, an empty list, an empty map, and every sixth of the odd texts in turn."""
    base = samples.everything(kind)
    assert base.root is not None
    seen: set[tuple[str, str]] = set()
    turn = 0
    for node in mutations.containers(base.root):
        fields = {(key, str(value)) for key, value in node.items()} if isinstance(node, Map) else set()
        new = {key for key, _ in fields - seen}
        seen |= fields
        if not new or not isinstance(node, Map):
            continue
        root, twin = mutations.alone(base.root, node)
        document = samples.with_root(base, root)
        for key in sorted(new):
            old, turn = twin[key], turn + 1
            for value in (None, *mutations.TEXTS[turn % 6 :: 6], Seq(twin.start), Map(twin.start)):
                twin[key] = value
                if not agree(document, kind):
                    explained(document, kind)
            twin[key] = old


@pytest.mark.parametrize("seed", range(8))
def test_agree_on_spoilt_files(seed: int) -> None:
    random = Random(seed)
    bases = [(samples.everything(kind), kind) for kind in ("plan", "owners")]
    bases += [(samples.document(path), "plan") for path in samples.real_files() if "examples" in path.parts]
    rights = []
    for _ in range(ROUNDS // 8):
        base, kind = random.choice(bases)
        root = mutations.copy(base.root)
        assert isinstance(root, Map)
        for _ in range(random.choice([1, 1, 2, 4])):
            mutations.mutate(root, random)
        document = samples.with_root(base, root)
        right = agree(document, kind)  # type: ignore[arg-type]
        rights.append(right)
        if not right:
            explained(document, kind)  # type: ignore[arg-type]
    assert 10 < sum(rights) < len(rights) - 10, "the spoilt files should be of both sorts"


RANDOMS = st.integers(0, 2**32).map(Random)
KINDS: st.SearchStrategy[FileKind] = st.sampled_from(["plan", "plan", "plan", "owners"])


@settings(max_examples=500)
@given(KINDS, RANDOMS)
def test_whatever_the_table_allows_is_right(kind: FileKind, random: Random) -> None:
    document = samples.with_root(Document("plan.yaml", "hsplan: 1\n"), allowed.root(kind, random))
    assert agree(document, kind), explain(document, kind)
    assert explain(document, kind) == []


@settings(max_examples=500)
@given(KINDS, RANDOMS)
def test_agree_on_what_the_table_allows_with_one_change(kind: FileKind, random: Random) -> None:
    root = allowed.root(kind, random)
    mutations.mutate(root, random)
    document = samples.with_root(Document("plan.yaml", "hsplan: 1\n"), root)
    if not agree(document, kind):
        explained(document, kind)


_VALUES = st.recursive(
    st.none() | st.sampled_from(mutations.TEXTS) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3).map(allowed.sequence)
        | st.dictionaries(st.sampled_from(mutations.KEYS), inner, max_size=4).map(allowed.mapping)
    ),
    max_leaves=12,
)


@given(value=_VALUES, key=st.sampled_from(sorted(field.key for field in FORMATS["plan"].root.fields)))
def test_agree_on_anything(value: Value, key: str) -> None:
    """What is nearly never right; the tests above have the rest."""
    period = allowed.mapping({"from": "2010-07-01", "to": "2011-06-30"})
    root = allowed.mapping({"hsplan": "1", "id": "a", "title": "A", "period": period, key: value})
    document = samples.with_root(Document("plan.yaml", "hsplan: 1\n"), root)
    if not agree(document, "plan"):
        explained(document, "plan")
