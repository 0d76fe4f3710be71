"""Did you mean: what a word that is not known was perhaps meant to be."""

from __future__ import annotations

from collections.abc import Iterable

_LISTED = 8


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known word that is most like this one, "" where none is; `likeness` is from 0 (anything) to 1 (the same)."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), 1, likeness)), "")


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The question that mends a wrong word, `Did you mean "leads"?`; where none is like it, what to do `otherwise`."""
    near = nearest(word, known)
    return f'Did you mean "{near}"?' if near else otherwise


def the_first(words: Iterable[str], lead: str) -> str:
    """A sentence that lists what there is, `Known here: a, b.`: the first few, and how many more there are."""
    every = list(words)
    more = f" and {len(every) - _LISTED} more" if len(every) > _LISTED + 1 else ""
    return f"{lead} {', '.join(every[:_LISTED] if more else every)}{more}."
