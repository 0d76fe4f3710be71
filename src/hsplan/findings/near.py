"""Did you mean: what a word that is not known was perhaps meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.findings.sentences import some

_LISTED = 8


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known word that is most like this one, "" where none is; `likeness` is from 0 (anything) to 1 (the same).

    One that differs only in capitals comes before all others. Of the words that are like it, one of the very same
    letters comes first: two that changed places are the commonest slip of the hand. Among words equally like it, the
    one that begins as it does for longest.
    """
    from difflib import SequenceMatcher, get_close_matches

    every = list(known)
    for each in every:
        if each.casefold() == word.casefold():
            return each
    letters = sorted(word)
    close = get_close_matches(word, every, _LISTED, likeness)
    return max(
        close,
        key=lambda each: (sorted(each) == letters, SequenceMatcher(None, each, word).ratio(), _begun(each, word)),
        default="",
    )


def _begun(one: str, other: str) -> int:
    """How many letters two words have in common at the beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The question that mends a wrong word, `Did you mean "leads"?`; where none is like it, what to do `otherwise`."""
    near = nearest(word, known)
    return f'Did you mean "{near}"?' if near else otherwise


def the_first(words: Iterable[str], lead: str) -> str:
    """A sentence that lists what there is, `Known here: a, b.`: the first few, and how many more there are."""
    every = list(words)
    # To say that one more is left would save nothing.
    return f"{lead} {some(every, _LISTED if len(every) > _LISTED + 1 else len(every))}."
