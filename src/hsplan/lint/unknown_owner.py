"""What to say of a name that stands in no owners list: a slip, nobody yet, everybody, or several in one."""

from __future__ import annotations

from hsplan.findings import listed, nearest
from hsplan.plan import Owners

_NOBODY_WORDS = """
tbc|tba|tbd|n/a|na|none|nil|nobody|no one|not applicable|not known|not yet known|unknown|vacant|to be confirmed
to be agreed|to be decided|to be determined|to be appointed|to be advised|to be announced|to be identified
not yet agreed
"""
_NOBODY = frozenset(_NOBODY_WORDS.strip().replace("\n", "|").split("|"))
_EVERYBODY = frozenset(("all", "all partners", "all agencies", "all organisations", "everybody", "everyone", "various"))
_LIKE, _VERY_LIKE = 0.6, 0.85
_NUMBERS = ("two", "three", "four")


def is_nobody(name: str) -> bool:
    """Whether a name only says that there is none yet: "TBC", "N/A", "???"."""
    bare = name.casefold().strip(" .,()[]<>")
    return bare in _NOBODY or not any(map(str.isalnum, bare))


def is_everybody(name: str) -> bool:
    """Whether a name only says "all"."""
    return name.casefold().strip() in _EVERYBODY


def said_of(name: str, key: str, owners: Owners) -> tuple[str, str]:
    """What is wrong with a name under a key that stands in no owners list or may mean several owners there, and how to
    mend it."""
    if sharing := owners.may_mean(name):
        those = listed((f'"{owner.key}"' for owner in sharing), "or")
        return f'"{name}" may be {those}.', "Write the one that is meant."
    if is_nobody(name):
        if key == "lead":
            return f'"{name}" says that nobody leads it yet.', "Leave lead: out until it is agreed, or name a post."
        return f'"{name}" names nobody.', "Leave it out until it is known, or name a post, a team or an organisation."
    if key == "lead" and is_everybody(name):
        help = "Name the one who answers for it, and the others as partners. Or write each: with all who must do it."
        return f'"{name}" names nobody who can be asked.', help
    unknown = f'"{name}" is not in the owners list.'
    meant = owners_meant(name, owners)
    if len(meant) < 2:
        near = f'Did you mean "{meant[0]}"?' if meant else ""
        return unknown, near or "Add it under owners:, or write one that stands there."
    number = _NUMBERS[len(meant) - 2]
    if key == "lead":
        others = f"the other{'s go' if len(meant) > 2 else ' goes'} under partners: [{', '.join(meant[1:])}]"
        return unknown, f"These are {number}: one leads, as in lead: {meant[0]}, and {others}."
    if key in ("partners", "each", "organisations", "members"):
        return unknown, f"These are {number}: write [{', '.join(meant)}]."
    return unknown, f"These are {number}, {listed(meant)}; only one can stand here."


def owners_meant(name: str, owners: Owners) -> tuple[str, ...]:
    """The owners that an unknown name may be meant for: several, where it is made of their names or they share it, or
    the nearest."""
    if sharing := owners.may_mean(name):
        return tuple(owner.key for owner in sharing)
    if is_nobody(name) or is_everybody(name):
        return ()
    import re

    found = [owners.resolve(part) for part in re.split(r"\s*(?:[,;/&+]|\band\b|\bwith\b)\s*", name) if part]
    keys = tuple(dict.fromkeys(owner.key for owner in found if owner))
    several = None not in found and 1 < len(keys) < 5
    near = nearest(name, owners.by_key, _VERY_LIKE if several else _LIKE)
    return keys if several and (not near or near in keys) else (near,) if near else ()
