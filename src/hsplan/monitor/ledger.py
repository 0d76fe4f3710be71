"""What one plan handed to another: the two must agree, action by action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from hsplan.findings import counted
from hsplan.frozen import Frozen
from hsplan.monitor.book import Book
from hsplan.monitor.links import UNKNOWN, parts
from hsplan.monitor.orphans import DISAGREE, Orphan


class Ledger(Frozen):
    """What went from plan `old` into plan `new` as at a date. Actions are ids within their plans."""

    old: str
    new: str
    links: tuple[tuple[str, str], ...]
    """Old action and new action; an old one stands several times where it was split, a new one where it was merged."""
    carried_over: int
    """How many of the old actions ended as carried over. Of one that is kept elsewhere the ending is not known."""
    taken_further: int
    """How many ended otherwise, superseded or achieved for example, and were taken further."""
    faults: tuple[Orphan, ...]
    """Links between the two plans that only one of them states."""

    @property
    def sent(self) -> tuple[str, ...]:
        """The old plan's actions that went into the new one, each once; without those that are not known."""
        return tuple(dict.fromkeys(old for old, _ in self.links if old != UNKNOWN))

    @property
    def became(self) -> tuple[str, ...]:
        """The new plan's actions that they became, each once; without those that are not known."""
        return tuple(dict.fromkeys(new for _, new in self.links if new != UNKNOWN))

    @property
    def split(self) -> tuple[str, ...]:
        """The old actions that went into several new ones."""
        return _several([old for old, _ in self.links])

    @property
    def merged(self) -> tuple[str, ...]:
        """The new actions that several old ones went into."""
        return _several([new for _, new in self.links])

    def told(self, names: Mapping[str, str] = MappingProxyType({})) -> str:
        """The ledger in plain English; `names` are what to call the plans, by their ids."""
        old, new = names.get(self.old, self.old), names.get(self.new, self.new)
        sent, became = counted(len(self.sent), "action"), counted(len(self.became), "action")
        if not self.links:
            text = f"Nothing is agreed to have gone from {old} into {new}."
        elif not self.became:
            text = f"{sent} of {old} went into {new}; as which actions is not known."
        elif not self.sent:
            text = f"{became} of {new} came from {old}; from which actions is not known."
        else:
            told = "; ".join(self._details())
            text = f"{sent} of {old} became {became} of {new}" + (f" ({told})." if told else ".")
        doubts = len(self.faults)
        stated = "is" if doubts == 1 else "are"
        return f"{text} {counted(doubts, 'link')} {stated} stated by only one of the two plans." if doubts else text

    def _details(self) -> Iterator[str]:
        if self.taken_further:
            were = "was" if self.taken_further == 1 else "were"
            yield f"{self.carried_over} carried over and {self.taken_further} that had ended and {were} taken further"
        if self.split:
            yield f"{len(self.split)} {'was' if len(self.split) == 1 else 'were'} split"
        if self.merged:
            yield f"{len(self.merged)} of the new ones {'comes' if len(self.merged) == 1 else 'come'} from several"


def ledgers(books: Iterable[Book], pairs: Iterable[tuple[str, str]], orphans: Iterable[Orphan]) -> tuple[Ledger, ...]:
    """One ledger for each pair of different plans between which an action went, or should have gone."""
    links: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for old, new in pairs:
        (old_plan, old_id), (new_plan, new_id) = parts(old), parts(new)
        if old_plan != new_plan:
            links.setdefault((old_plan, new_plan), []).append((old_id, new_id))
    faults: dict[tuple[str, str], list[Orphan]] = {}
    for orphan in orphans:
        if pair := _between(orphan):
            faults.setdefault(pair, []).append(orphan)
    positions = {book.plan: book.positions for book in books}
    return tuple(
        _ledger(positions.get(pair[0], {}), pair, links.get(pair, ()), faults.get(pair, ()))
        for pair in {**links, **faults}
    )


def _ledger(
    positions: Mapping[str, str],
    pair: tuple[str, str],
    links: Sequence[tuple[str, str]],
    faults: Sequence[Orphan],
) -> Ledger:
    ended = [positions[old] for old in dict.fromkeys(old for old, _ in links) if old in positions]
    carried_over = ended.count("carried over")
    return Ledger(*pair, tuple(links), carried_over, len(ended) - carried_over, tuple(faults))


def _between(orphan: Orphan) -> tuple[str, str] | None:
    """The old and the new plan of a broken link between two plans that are both here."""
    plan, other = parts(orphan.action)[0], parts(orphan.other)[0]
    pair = (plan, other) if orphan.fault == "no action" else (other, plan)
    known = orphan.fault in ("no action", "no predecessor", *DISAGREE)
    return pair if known and plan != other else None


def _several(names: Sequence[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    return tuple(name for name, number in seen.items() if number > 1 and name != UNKNOWN)
