"""What a title says, whatever its small words, its order and the form of its verb: by this, titles are the same.

Titles that differ by one word with a meaning, such as a district's name, are two. So words are only left out, or taken
for one another, where they mean nothing here: "new", and to write and to draw up.
"""

from __future__ import annotations

from collections.abc import Sequence

from hsplan.lint.marked import translated
from hsplan.lint.verbs import is_verb

_SMALL_WORDS = "a an and at by for in its of on or our that the their with new further fresh also"
_WAYS = {",": "", **{way: f"{way} " for way in ("from", "to", "into")}}
"""What begins another part of the title: from Options to Shelter is not from Shelter to Options."""
_BESIDE = frozenset((*_SMALL_WORDS.split(), *_WAYS))
_PARTING = '.;:!?()[]/&-\u2013\u2014"\u201c\u201d'
_SIGNS = str.maketrans({**dict.fromkeys(_PARTING, " "), "'": None, "\u2019": None})
"""What parts words, and the apostrophes that do not."""
_WRITE, _SET_UP = "write", "establish"
_SAME = {
    **dict.fromkeys(("compile", "develop", "devise", "draft", "prepare", "produce"), _WRITE),
    "create": _SET_UP,
}
_SAME_OF_TWO = {("draw", "up"): _WRITE, ("put", "together"): _WRITE, ("set", "up"): _SET_UP}
"""Verbs that say the same of what is not there yet."""
_ACTS = {
    "agreement": "agree", "creation": "create", "establishment": "establish", "implementation": "implement",
    "introduction": "introduce", "preparation": "prepare", "production": "produce", "provision": "provide",
    "publication": "publish", "development": "develop",
}  # fmt: skip
_ALTERED = frozenset((*_ACTS, *_SAME, *(first for first, _ in _SAME_OF_TWO)))
SHORTEST = 7
"""Letters of a word of which one may be a slip."""


def near_gists(titles: Sequence[str]) -> list[tuple[int, frozenset[str]]]:
    """The numbers and the gists of those titles that may say the same as another one, a slip of one letter aside: what
    the words begin with tells most of them apart.

    The gist is the words of a title that carry meaning, each with the part of the title that it stands in; none where
    it says nothing.
    """
    lines = _spread("\n".join([title.replace("\n", " ") for title in titles])).casefold().split("\n")
    words = [_begun(line.split()) for line in lines] if titles else []
    alike: dict[frozenset[str], list[int]] = {}
    for number, each in enumerate(words):
        initials = frozenset([word[0] for word in each if word not in _BESIDE])
        alike.setdefault(initials, []).append(number)
    near = sorted(number for numbers in alike.values() if len(numbers) > 1 for number in numbers)
    return [(number, frozenset(filter(None, _plain(words[number])))) for number in near]


def names_in(title: str) -> frozenset[str]:
    """Of those words the ones that are written with a capital letter, or hold a figure: one letter makes another of
    them."""
    title = _spread(title)
    begun, written = _begun(title.casefold().split()), title.split()
    beside = zip(begun, written[len(written) - len(begun) :], _plain(begun), strict=True)
    named = enumerate(beside)
    return frozenset(
        plain for index, (word, spelt, plain) in named if (index and spelt != word) or not word.isalpha()
    ) - {""}


def _spread(text: str) -> str:
    """The text with spaces for what parts words, and around the comma, that parts more."""
    return translated(text, _SIGNS).replace(",", " , ")


def _plain(words: list[str]) -> list[str]:
    """Each word as it counts, without the s of a plural and behind what begins its part of the title; "" for one that
    means nothing here."""
    if _WAYS.keys().isdisjoint(words):
        return ["" if word in _BESIDE else word.rstrip("s") or word for word in words]
    found, way = [], ""
    for word in words:
        if word in _BESIDE:
            way = _WAYS.get(word, way)
            found.append("")
        else:
            found.append(way + (word.rstrip("s") or word))
    return found


def _begun(found: list[str]) -> list[str]:
    """The words of a title, in small letters, with its verb in one form: "Opening of", "Drawing up" and "Draw up"."""
    if not found or not (found[0] in _ALTERED or found[0].endswith("ing")):
        return found
    first = _root(found[0])
    same = _SAME_OF_TWO.get((first, found[1])) if len(found) > 1 else None
    return [same, *found[2:]] if same else [_SAME.get(first, first), *found[1:]]


def _root(word: str) -> str:
    if word.endswith("ing"):
        stem = word[: -len("ing")]
        for root in (stem, f"{stem}e", stem[:-1]):
            if is_verb(root):
                return root
    return _ACTS.get(word, word)


def slips(word: str) -> list[str]:
    """The word, and what is left of it when one letter is lost: two words of which one is a slip share one of these."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))]
