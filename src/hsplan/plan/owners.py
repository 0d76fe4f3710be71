"""Who answers for actions: posts, teams, organisations, boards and groups, never named persons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from hsplan.document import Map
from hsplan.frozen import Frozen


class Owner(Frozen):
    """An owner by its key, the words that officers write. `path` is the file that it stands in."""

    key: str
    name: str
    kind: str
    also: tuple[str, ...]
    members: tuple[str, ...]
    part_of: str
    functions: tuple[str, ...]
    start: date | None
    end: date | None
    successor: str
    path: str
    node: Map

    @property
    def title(self) -> str:
        """The owner's full name, else its key."""
        return self.name or self.key


class Owners:
    """The owners that a plan may name: its own entries, then those of the shared list."""

    __slots__ = ("_called", "_own", "by_key")

    def __init__(self, shared: Mapping[str, Owner], own: Mapping[str, Owner] | None = None) -> None:
        self.by_key: dict[str, Owner] = {**shared, **own} if own else dict(shared)
        self._own = own or {}
        self._called: dict[str, tuple[Owner, ...]] | None = None

    def get(self, key: str) -> Owner | None:
        """The owner that stands under this very key."""
        return self.by_key.get(key)

    def resolve(self, words: str) -> Owner | None:
        """The owner of that key, or else the only one that is called so or lists the words under `also:`, letter case
        aside. Words that may mean several owners mean none of them."""
        owner = self.by_key.get(words)
        if owner is None and len(found := self.may_mean(words)) == 1:
            owner = found[0]
        return owner

    def may_mean(self, words: str) -> tuple[Owner, ...]:
        """The owner that the words mean, or all those that share the spelling; a key comes before other spellings."""
        if (owner := self.by_key.get(words)) is not None:
            return (owner,)
        called = self.called(words)
        return tuple(owner for owner in called if owner.key.casefold() == words.casefold()) or called

    def called(self, words: str) -> tuple[Owner, ...]:
        """Every owner that has the words as its key, as its name or under `also:`, letter case aside.

        A body of the shared list that the plan has under another key, by the same full name, is the plan's own.
        """
        if self._called is None:
            self._called = _by_spelling(self.by_key, self._own)
        return self._called.get(words.casefold(), ())

    def expand(self, names: Iterable[str]) -> tuple[str, ...]:
        """The keys behind the names, each group replaced by its members (a group in itself is left out)."""
        found: dict[str, None] = {}
        waiting = list(names)[::-1]
        seen: set[str] = set()
        while waiting:
            name = waiting.pop()
            owner = self.resolve(name)
            key = owner.key if owner else name
            if key in seen:
                continue
            seen.add(key)
            if owner and owner.members:
                waiting.extend(reversed(owner.members))
            else:
                found[key] = None
        return tuple(found)


def _by_spelling(owners: Mapping[str, Owner], own: Mapping[str, Owner]) -> dict[str, tuple[Owner, ...]]:
    """Owners by all that they are called, letter case aside; `own` are those of the plan itself."""
    called: dict[str, tuple[Owner, ...]] = {}
    bodies = {owner.title.casefold(): owner for owner in own.values()}
    for owner in owners.values():
        spellings = called_so(owner)
        if bodies and owner.key not in own and (same := bodies.get(owner.title.casefold())):
            spellings -= called_so(same)
        for spelling in spellings:
            called[spelling] = (*called[spelling], owner) if spelling in called else (owner,)
    return called


def called_so(owner: Owner) -> set[str]:
    """All that an owner is called: its key, its name and what stands under `also:`, in small letters."""
    return {each.casefold() for each in (owner.key, owner.name, *owner.also) if each}
