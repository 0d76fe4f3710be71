"""Misspellings that are certain: one slip away from a word of time, and not a word of their own.

One slip is a letter left out, put in, replaced, or two neighbours swapped (Damerau 1964: four in five of all
misspellings). Long month names may have two slips when the first letter is right.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from hsplan.timescale.days import listed

_TARGETS: Final = listed(
    "january february april august september october november december ongoing continuous continually "
    "continuously quarterly monthly annually annual immediate immediately quarter quarters summer autumn "
    "winter spring fortnightly financial months years onwards"
)
_LONG: Final = ("january", "february", "september", "october", "november", "december", "immediately", "continuously")
_SWAPS: Final = (
    "march",
    "june",
    "july",
    "year",
    "month",
    "week",
    "weekly",
    "sept",
)  # too near to other words: swaps only
_REAL: Final = frozenset(
    listed(
        "sprint springs sprig string strings sprung printer inter wither wintery winters summed summers "
        "hummer hummers quartet annul manually angst mouths mothers moths earns yearn yearns ears bears gears "
        "tears hears pears nears dears fears rears wears augusta annuals unreal annal mouthly outgoing "
        "forgoing foregoing springy inwards onward upwards awards wards sumner hunter minter stringy bonths "
        "ears yeas years' autumns aprils winder winner sooner mont monte north south continuity continual "
        "marsh setup steep"
    )
)


def _without_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))} | {word}


def distance(one: str, other: str) -> int:
    """How many slips (left out, put in, replaced, swapped) lie between two short words."""
    older: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row = row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        older = last
    return row[-1]


@cache
def _index() -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    for target in _TARGETS:
        for shorter in _without_one(target):
            index.setdefault(shorter, set()).add(target)
    return index


@cache
def _swapped() -> dict[str, str]:
    return {
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]: word
        for word in _SWAPS
        for at in range(len(word) - 1)
        if word[at] != word[at + 1]
    }


def meant(word: str) -> str | None:
    """The word of time that a misspelt lower-case word certainly means, or None.

    >>> meant("setpember"), meant("match")
    ('september', None)
    """
    if not 4 <= len(word) <= 16 or word in _REAL:
        return None
    swap = _swapped().get(word)
    if swap is not None:
        return swap
    if len(word) < 5:
        return None
    index = _index()
    near: set[str] = set()
    for shorter in _without_one(word):
        near |= index.get(shorter, set())
    found = [target for target in near if distance(word, target) == 1]
    if not found and len(word) >= 6:
        found = [target for target in _LONG if target[0] == word[0] and distance(word, target) == 2]
    found.sort(key=len, reverse=True)
    if not found or any(not found[0].startswith(other) for other in found):
        return None
    return found[0]  # of "annual" and "annually" the longer
