"""Which of the old belongs to which of the new. Never by position, never each against each."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from hsplan.document import Map, Seq

Item = TypeVar("Item")
Pairs = tuple[list[tuple[Item, Item]], list[Item], list[Item]]
"""Pairs of old and new, what is only old, what is only new; in the order of the old, then of the new."""

_COMMON = 12
"""A word that more records than this share tells nothing."""


def paired(old: Sequence[Item], new: Sequence[Item], *keys: Callable[[Item], Hashable]) -> Pairs[Item]:
    """Pair what has the same key, by one key after the other; of several with one key, the first with the first.

    A key that is None pairs nothing.
    """
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for key in keys:
        waiting: dict[Hashable, list[int]] = {}
        for index in range(len(new) - 1, -1, -1):
            if index not in taken and (value := key(new[index])) is not None:
                waiting.setdefault(value, []).append(index)
        for index, item in enumerate(old):
            if index not in partner and (value := key(item)) is not None and (found := waiting.get(value)):
                partner[index] = found.pop()
                taken.add(partner[index])
        if len(partner) == len(old) or len(taken) == len(new):
            break
    pairs = [(old[index], new[partner[index]]) for index in sorted(partner)]
    gone = [item for index, item in enumerate(old) if index not in partner]
    come = [item for index, item in enumerate(new) if index not in taken]
    return pairs, gone, come


def alike(
    old: Sequence[Item],
    new: Sequence[Item],
    words_of: Callable[[Item], frozenset[str]],
    enough: Callable[[Item, Item, float], bool],
) -> Pairs[Item]:
    """Pair what shares most words; only records that have a rare word in common are looked at together.

    `enough` says whether two are alike, by the share of their words that they have in common (0 to 1).
    """
    olds, news = [words_of(item) for item in old], [words_of(item) for item in new]
    holders: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    for side, found in zip(holders, (olds, news), strict=True):
        for index, words in enumerate(found):
            for word in words:
                side.setdefault(word, []).append(index)
    candidates = {
        (left, right)
        for word, lefts in holders[0].items()
        if len(lefts) <= _COMMON and len(rights := holders[1].get(word, ())) <= _COMMON
        for left in lefts
        for right in rights
    }
    scored = []
    for left, right in candidates:
        share = len(olds[left] & news[right]) / (len(olds[left] | news[right]) or 1)
        if enough(old[left], new[right], share):
            scored.append((-share, abs(left - right), min(left, right), left, right))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for *_, left, right in sorted(scored):
        if left not in partner and right not in taken:
            partner[left] = right
            taken.add(right)
    pairs = [(old[index], new[partner[index]]) for index in sorted(partner)]
    gone = [item for index, item in enumerate(old) if index not in partner]
    come = [item for index, item in enumerate(new) if index not in taken]
    return pairs, gone, come


def frozen(value: object) -> Hashable:
    """A value tree as something that can be a key; the order of a map's keys does not count, blank keys neither."""
    if isinstance(value, Map):
        return tuple(sorted((key, frozen(each)) for key, each in value.items() if each is not None))
    if isinstance(value, Seq):
        return tuple(frozen(each) for each in value)
    return "" if value is None else str(value)
