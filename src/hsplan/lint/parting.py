"""Where a title falls into two actions: at a full stop, at a semicolon, or at an "and" with another verb and object."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.lint.verbs import is_only_verb, is_verb
from hsplan.timescale.days import listed

_SHORT = frozenset(
    listed("""
eg ie etc st no nos vs mr mrs ms dr prof rev hon co ltd plc inc corp dept depts govt assoc approx incl excl est ext max
min misc temp accom cllr rd ave para paras sec sect ref refs ch fig vol pt ca cf al tel jan feb mar apr aug sept oct nov
dec
""")
)
"""Words that a full stop shortens."""
_WHOLE = 4
"""Letters of a word in small ones that ends a sentence and is no such short form."""
_OTHERS = frozenset(listed("it its them their they this that these those so not thereby"))
"""Words by which a second part speaks of the first, so that the two are one piece of work."""
_NEW = frozenset(listed("a an another new one two three four five six some more"))
"""Words that begin what has not been spoken of before."""
_OF_ITS_OWN = frozenset(
    listed("appoint build buy commission create employ establish install introduce launch recruit train")
)
"""Verbs of work that stands by itself, whatever its object."""
_LETTING = frozenset(listed("let help make see enable encourage ask get allow ensure"))
"""Words that have others do something, and do it with all the verbs that follow."""
_BINDING = frozenset(listed("to that who which where how whether if when so by can could because while"))
"""Words that a verb behind an "and" may still hang on."""
_PARTICLES = frozenset(listed("up out on off in down over back away together forward through round along into at with"))
"""Words that make one verb of two, "set up", and no object of it."""
_PLAINLY_NOT = frozenset(listed("to for of in with and or from at on by , . ;"))
"""What follows a word that is no verb here."""


def parted(title: str) -> tuple[str, str] | None:
    """The two actions that a title is made of; None where it is one."""
    if ". " in title or "; " in title:
        for at in _outside(title, ".;"):
            before, after = title[:at].rstrip(" .;"), title[at + 1 :].strip()
            if title[at + 1 : at + 2] == " " and after[:1].isalnum() and _ends(title, at, before, after):
                return before, after
    return _joined(title) if " and " in title else None


def _ends(title: str, at: int, before: str, after: str) -> bool:
    """Whether a full stop or a semicolon ends one action."""
    last, first = before.split(" ")[-1], after.split(" ")[0]
    whole = last.isalpha() and last.islower() and len(last) >= _WHOLE and last not in _SHORT
    if title[at] == ";":
        return is_verb(first) or ":" not in before
    if "." in last or len(last) == 1 or last.casefold().strip("()") in _SHORT:
        return False
    return (first[0].isupper() and (whole or is_verb(first))) or (whole and is_only_verb(first))


def _joined(title: str) -> tuple[str, str] | None:
    """The two actions on either side of an "and"."""
    low = title.casefold()
    at = -1 if len(low) == len(title) else len(low)  # a letter that casefold writes as two would move the places
    while (at := low.find(" and ", at + 1)) >= 0:
        behind = low[at + len(" and ") :]
        first = (behind.split(None, 1) or [""])[0].partition(",")[0]
        if first != "then" and not is_verb(first):
            continue
        then = first == "then"
        another = _does_another(behind.replace(",", " ,").split()[then:], then=then)
        if another and low.rfind("(", 0, at) <= low.rfind(")", 0, at) and _does_something(low[:at]):
            rest = title[at + len(" and ") :].strip()
            return title[:at].rstrip(" ,"), rest[len("then") :].strip() if then else rest
    return None


def _does_something(text: str) -> bool:
    """Whether what stands before an "and" is a verb with an object, on which nothing behind it hangs.

    "Set up" has none yet, nor has "plan, fund": what follows the "and" is their object too.
    """
    words = text.replace(",", " ").split()
    if len(words) < 2 or not is_verb(words[0]) or words[0] in _LETTING:
        return False
    if all(_PARTICLES.issuperset(part.split()[1:]) and is_verb(part.split(" ")[0]) for part in _parts_of(text)):
        return False
    return not is_only_verb(words[-1]) and _BINDING.isdisjoint(words)


def _parts_of(text: str) -> list[str]:
    """What stands between the commas of a text."""
    return [part for each in text.split(",") if (part := each.strip())]


def _does_another(words: list[str], *, then: bool) -> bool:
    """Whether what stands behind it is another verb with another object."""
    if len(words) < 2 or not is_verb(words[0]) or words[1] in _PLAINLY_NOT or words[1] in _OTHERS:
        return False
    if then:
        return True
    new = words[1] in _NEW and len(words) > 2
    # What a "for" at the end is about may be both.
    return _OTHERS.isdisjoint(words) and (new or (words[0] in _OF_ITS_OWN and "for" not in words))


def _outside(title: str, signs: str) -> Iterator[int]:
    """Where the signs stand outside brackets and double quotation marks."""
    depth, quoted = 0, False
    for at, sign in enumerate(title):
        depth += (sign in "([") - (sign in ")]")
        quoted ^= sign == '"'
        if sign in signs and depth <= 0 and not quoted:
            yield at
