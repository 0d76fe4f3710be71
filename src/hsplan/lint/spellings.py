"""Words that a text spells in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST = 30
"""Letters before a hyphen that are looked at."""
_PREFIXES = ("multi", "non", "sub", "pre", "anti", "inter", "ex")
"""No words by themselves, so that a space behind one is another spelling of the hyphen."""
_AGAIN = (
    r"re-(?:act|ally|bound|call|count|cover|creat|dress|form|fund|lay|leas|mark|plac|port|pos|present|prov|search|sent|"
    r"serv|sid|sign|solv|sort|sound|stor|strain|tail|treat|turn|view)"
    r"(?:e|s|es|ed|ing|er|ers|or|ion|ations?|ment|al|able)?|co-ops?"
)
"""With a hyphen another word than without: who signs again does not resign."""
_ENDING = r"(?:es?|ed|ing|ers?|ations?|ational)\b"


def twice_spelt(text: str, lowered: str) -> set[tuple[str, str]]:
    """The pairs of spellings of one word that both stand in a text. `lowered` is the text in small letters."""
    return {*_with_hyphen(lowered), *_with_space(lowered), *_with_zed(text, lowered)}


def stands(word: str, text: str) -> bool:
    """Whether a word stands in a text by itself; it may have a plural or a possessive ending there."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        after = text[end : end + 1]
        if not text[at - 1 : at].isalnum() and (not after.isalnum() or after in "sS"):
            return True
        at = text.find(word, at + 1)
    return False


def _with_hyphen(text: str) -> Iterator[tuple[str, str]]:
    """Words of two parts with a hyphen between, and in one. The search begins at hyphens, of which there are few."""
    found = set()
    ending = re.compile(r"-[a-z]{2,}(?![\w-])")
    at = text.find("-")
    while at >= 0:
        after = ending.match(text, at)
        before = _word_before(text, at) if after else ""
        if after and (len(before) > 1 or before == "e"):
            found.add(before + after[0])
        at = text.find("-", at + 1)
    for word in found:
        joined = word.replace("-", "")
        if stands(joined, text) and not re.fullmatch(_AGAIN, word):
            yield word, joined


def _with_space(text: str) -> Iterator[tuple[str, str]]:
    """Words in two parts of which the first is none, and with a hyphen or in one."""
    ending = re.compile(r" ([a-z]{2,})(?![\w-])")
    for prefix in _PREFIXES:
        at = text.find(f"{prefix} ")
        while at >= 0:
            after = None if text[at - 1 : at].isalnum() else ending.match(text, at + len(prefix))
            if after:
                for other in (f"{prefix}-{after[1]}", prefix + after[1]):
                    if stands(other, text):
                        yield other, f"{prefix} {after[1]}"
                        break
            at = text.find(f"{prefix} ", at + 1)


def _with_zed(text: str, lowered: str) -> Iterator[tuple[str, str]]:
    """Words in -ize, and in -ise. What has a capital within a sentence is a name: the World Health Organization."""
    seen = set()
    ending = re.compile(f"z{_ENDING}")
    at = lowered.find("z")
    while at >= 0:
        match = ending.match(lowered, at) if lowered[at - 1] in "iy" else None
        stem = _word_before(lowered, at - 1) if match else ""
        if match and len(stem) > 2 and stem not in seen and not _named(text, at - 1 - len(stem)):
            seen.add(stem)
            for other in re.finditer(rf"\b{stem}[iy]s{_ENDING}", lowered):
                if not _named(text, other.start()):
                    yield other[0], stem + lowered[at - 1] + match[0]
                    break
        at = lowered.find("z", at + 1)


def _word_before(text: str, at: int) -> str:
    """The letters that stand right before a place, where no other sign stands before them; "" for none."""
    part = text[max(at - _LONGEST - 1, 0) : at]
    before = part.rstrip(_LETTERS)
    return "" if before[-1:].isalnum() else part[len(before) :]


def _named(text: str, at: int) -> bool:
    return at > 1 and text[at].isupper() and text[at - 1] == " " and text[at - 2].isalnum()
