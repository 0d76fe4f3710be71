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

    __slots__ = ("_aliases", "by_key")

    def __init__(self, shared: Mapping[str, Owner], own: Mapping[str, Owner] | None = None) -> None:
        self.by_key: dict[str, Owner] = {**shared, **own} if own else dict(shared)
        self._aliases: dict[str, str] | None = None

    def get(self, key: str) -> Owner | None:
        """The owner that stands under this very key."""
        return self.by_key.get(key)

    def resolve(self, words: str) -> Owner | None:
        """The owner of that key, or else the one that lists the words under `also:`, letter case aside."""
        owner = self.by_key.get(words)
        if owner is None and (key := self.aliases.get(words.casefold())) is not None:
            owner = self.by_key[key]
        return owner

    @property
    def aliases(self) -> dict[str, str]:
        """Every other spelling, in small letters, to its owner's key."""
        if self._aliases is None:
            self._aliases = {
                spelling.casefold(): owner.key
                for owner in self.by_key.values()
                for spelling in (owner.name, owner.key, *owner.also)
                if spelling
            }
        return self._aliases

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
