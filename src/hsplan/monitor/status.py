"""The status of an action: that of its newest progress entry, up to the date asked about, that states one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from hsplan.frozen import Frozen
from hsplan.plan import CLOSED, NO_CHANGE, NOT_REPORTED, PROPOSABLE, STATUSES, Action, DateChange, Owners, Progress

Made = TypeVar("Made", Progress, DateChange)

_RANK = {status: rank for rank, status in enumerate((NOT_REPORTED, *STATUSES))}


class Reported(Frozen):
    """What the progress entries say by a date."""

    status: str
    entry: Progress | None
    latest: Progress | None
    proposal: Progress | None
    rag: str = ""
    by_organisation: tuple[tuple[str, Reported], ...] = ()


def reported(action: Action, owners: Owners, as_at: date) -> Reported:
    """Read an action's progress up to `as_at`; where each of several organisations must do it, the least advanced."""
    known = [as_known(entry, as_at) for entry in action.progress if entry.date is not None and entry.date <= as_at]
    known.sort(key=lambda entry: entry.date or date.min)
    if not action.each:
        return _newest(known, as_at)
    organisations = owners.expand(action.each)
    each = []
    for organisation in organisations:
        own = [entry for entry in known if not entry.by or organisation in owners.expand((entry.by,))]
        each.append((organisation, _newest(own, as_at)))
    if not each:
        return _newest(known, as_at)
    least = min((said for _, said in each), key=lambda said: _RANK.get(said.status, 0))
    latest = known[-1] if known else None
    return least._replace(latest=latest, rag=_worst_rag(each), by_organisation=tuple(each))


def _newest(entries: Sequence[Progress], as_at: date) -> Reported:
    """Entries oldest first, the same day in file order; a proposal that nobody has decided is passed over. An entry
    that says that it was refused settles those before it of the same kind."""
    latest = entries[-1] if entries else None
    proposal = None
    refused = set()
    for entry in reversed(entries):
        if not entry.status or entry.status == NO_CHANGE:
            continue
        if entry.status in PROPOSABLE and not _decided(entry, as_at):
            if entry.refused:
                refused.add(entry.status)
            elif proposal is None and entry.status not in refused:
                proposal = entry
            continue
        return Reported(entry.status, entry, latest, proposal, _rag(entries))
    return Reported(NOT_REPORTED, None, latest, proposal, _rag(entries))


def _rag(entries: Sequence[Progress]) -> str:
    """The colour in the newest entry that gives one."""
    return next((entry.rag for entry in reversed(entries) if entry.rag), "")


def _worst_rag(each: Sequence[tuple[str, Reported]]) -> str:
    """The worst colour of those who have still to do their part; where all have done it, of all."""
    left = [said for _, said in each if said.status not in CLOSED] or [said for _, said in each]
    return min((said.rag for said in left if said.rag), key=lambda rag: _RAGS.get(rag, len(_RAGS)), default="")


_RAGS = {"red": 0, "amber": 1, "green": 2}


def pending(entry: Progress, as_at: date) -> bool:
    """Whether an entry is a deferral, withdrawal or merger that nobody has decided by a date."""
    known = as_known(entry, as_at)
    return known.status in PROPOSABLE and not known.refused and not _decided(known, as_at)


def as_known(made: Made, as_at: date) -> Made:
    """An entry or a date change as it was known on a day: not who decided nor how, where that was later. `decided`
    stays, and lies after the day."""
    later = made.decided is not None and made.decided > as_at
    return made._replace(decision="", refused=False) if later else made


def _decided(entry: Progress, as_at: date) -> bool:
    return entry.decided is not None and entry.decided <= as_at and not entry.refused
