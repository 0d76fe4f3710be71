"""Whatever two people do to one plan: nothing that either added is lost, and a clean merge says what both say."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from hsplan.document import read
from hsplan.document.facts import facts
from hsplan.merging import Merge, merge
from tests.document import styles
from tests.merging.sides import ACTIONS, ADDING, EDITS, Edit, edited, laid_out

SEEDS = st.integers(0, 2**32)
DONE = st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(sorted(ACTIONS))), max_size=5)
ADDED = st.lists(st.tuples(st.sampled_from(ADDING), st.sampled_from(sorted(ACTIONS))), max_size=5)
Edits = list[tuple[Edit, str]]


def versions(seed: int, mine: Edits, other: Edits) -> tuple[bytes, bytes, bytes]:
    random = Random(seed)
    base = laid_out(random)
    return base, edited(base, mine, random), edited(base, other, random)


def lines(data: bytes) -> Counter[bytes]:
    return Counter(line.strip(b"\r\n") for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip())


def told(data: bytes) -> set[str]:
    found = facts(read(data, ""))
    assert found is not None, data.decode()
    return set(found)


def check_lines(base: bytes, ours: bytes, theirs: bytes, merged: Merge) -> None:
    """What holds for every merge."""
    there = lines(merged.data)
    for side in (ours, theirs):
        lost = (lines(side) - lines(base)) - there
        assert not lost, lost
    marks = [merged.data.count(mark) for mark in (b"<<<<<<< ours", b"=======", b">>>>>>> theirs")]
    assert marks[0] == marks[1] == marks[2]
    assert merged.conflict == (marks[0] > 0)


def check(base: bytes, ours: bytes, theirs: bytes, merged: Merge) -> None:
    """And a clean merge says what both say, and nothing else."""
    check_lines(base, ours, theirs, merged)
    if merged.conflict:
        return
    before, mine, other = told(base), told(ours), told(theirs)
    assert told(merged.data) == (before & mine & other) | (mine - before) | (other - before)
    assert not read(merged.data, "").findings


@given(seed=SEEDS, mine=DONE, other=DONE)
@settings(max_examples=80)
def test_no_line_and_no_fact_of_either_side_is_lost(seed: int, mine: Edits, other: Edits) -> None:
    base, ours, theirs = versions(seed, mine, other)
    merged, swapped = merge(base, ours, theirs), merge(base, theirs, ours)
    if merged is None or swapped is None:
        assert merged is swapped
        return
    check(base, ours, theirs, merged)
    check(base, theirs, ours, swapped)
    assert merged.conflict == swapped.conflict
    if not merged.conflict:
        assert told(merged.data) == told(swapped.data)
        assert lines(merged.data) == lines(swapped.data)


@given(seed=SEEDS, mine=DONE)
@settings(max_examples=30)
def test_an_unchanged_side_gives_the_other_byte_for_byte(seed: int, mine: Edits) -> None:
    base, ours, _ = versions(seed, mine, [])
    for version in ((base, ours, base), (base, base, ours), (base, ours, ours)):
        assert merge(*version) == Merge(ours, False)


@given(seed=SEEDS, mine=ADDED, other=ADDED)
@settings(max_examples=60)
def test_what_two_people_add_is_always_put_together(seed: int, mine: Edits, other: Edits) -> None:
    base, ours, theirs = versions(seed, mine, other)
    merged = merge(base, ours, theirs)
    assert merged is not None
    if not told_apart(base, ours, theirs):
        assert not merged.conflict
        check(base, ours, theirs, merged)


def told_apart(base: bytes, ours: bytes, theirs: bytes) -> bool:
    """Whether both put in an action of one id by chance."""
    ids = [{fact.split()[0] for fact in told(data) if fact[0].isdigit()} for data in (base, ours, theirs)]
    return bool((ids[1] - ids[0]) & (ids[2] - ids[0]))


@given(seed=SEEDS, mine=DONE, other=DONE)
@settings(max_examples=40)
def test_edits_of_different_actions_are_always_put_together(seed: int, mine: Edits, other: Edits) -> None:
    """Comments are left out: they may stand in the same place. An action taken out takes what is said of it along."""
    mine = [(edit, "2.1") for edit, _ in mine if edit.__name__ != "add_comment"]
    other = [(edit, "1.2") for edit, _ in other if edit.__name__ != "add_comment"]
    base, ours, theirs = versions(seed, mine, other)
    merged = merge(base, ours, theirs)
    assert merged is not None
    assert not merged.conflict
    check(base, ours, theirs, merged)


@given(seed=SEEDS)
@settings(max_examples=80)
def test_files_of_any_shape_and_layout(seed: int) -> None:
    random = Random(seed)
    root, _ = styles.written(seed)
    layout = styles.Layout.drawn(random)
    first = "hsplan: 1" + layout.new_line
    sides = [root, something_else(root, random), something_else(root, random)]
    base, ours, theirs = ((first + text.removeprefix("{}")).encode() for text in map(layout.text, sides))
    merged = merge(base, ours, theirs)
    if merged is not None:
        check_lines(base, ours, theirs, merged)


def something_else(root: dict[str, styles.Tree], random: Random) -> dict[str, styles.Tree]:
    for _ in range(random.randint(1, 3)):
        path = random.choice(styles.paths(root))
        new = styles.changed(root, path, styles.tree(random, 2)) if path else {**root, "added": styles.tree(random, 2)}
        assert isinstance(new, dict)
        root = new
    return root


@given(seed=SEEDS, mine=DONE)
@settings(max_examples=80)
def test_lines_shuffled_by_anybody(seed: int, mine: Edits) -> None:
    """Lines of a record moved, taken out and commented by hand: the file stays one that can be read."""
    base, ours, _ = versions(seed, mine, [])
    random = Random(seed)
    theirs = base
    for _ in range(random.randint(1, 3)):
        theirs = shuffled(theirs, random)
    for version in ((base, ours, theirs), (base, theirs, ours)):
        merged = merge(*version)
        assert merged is not None
        if base not in (ours, theirs):
            check(*version, merged)


def shuffled(data: bytes, random: Random) -> bytes:
    """The plan with something done to the lines of one record that each hold a key and its value."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    kept = data.split(end)
    depths = [len(line) - len(line.lstrip()) for line in kept]
    single = [re.match(rb" +[a-z_]+: [^|]", line) is not None for line in kept]
    single = [one and depths[at + 1 : at + 2] <= [depths[at]] for at, one in enumerate(single)]
    starts = [at for at, one in enumerate(single) if one and not (single[at - 1] and depths[at - 1] == depths[at])]
    start = random.choice(starts)
    run = [start]
    while run[-1] + 1 < len(kept) and single[run[-1] + 1] and depths[run[-1] + 1] == depths[start]:
        run.append(run[-1] + 1)
    one, other = random.choice(run), random.choice(run)
    deed = random.randrange(4)
    if deed < 2:
        kept[one], kept[other] = kept[other], kept[one]
    elif deed == 2 and len(run) > 1:
        del kept[one]
    else:
        kept[one] += b"  # new"
    return end.join(kept)


@given(seed=SEEDS, mine=DONE)
@settings(max_examples=80)
def test_a_file_spoilt_by_anybody(seed: int, mine: Edits) -> None:
    """Most can't be read, and are left to git; what can be loses nothing."""
    base, ours, theirs = versions(seed, mine, [])
    random = Random(seed)
    kept = theirs.split(b"\n")
    for _ in range(random.randint(1, 3)):
        at, other = random.randrange(len(kept)), random.randrange(len(kept))
        kept[at] = random.choice([kept[other], b"  " + kept[at], kept[at] + b"  # new", kept[at][2:]])
        if random.random() < 0.4:
            kept.insert(other, kept.pop(at))
    theirs = b"\n".join(kept)
    for version in ((base, ours, theirs), (base, theirs, ours)):
        merged = merge(*version)
        if merged is not None and base not in (ours, theirs):
            check_lines(*version, merged)
