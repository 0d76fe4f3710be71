"""The actions of two plans: which is which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hsplan.compare.pairing import alike, paired
from hsplan.compare.wording import plain, title_words
from hsplan.frozen import Frozen
from hsplan.plan import Action, Plan, Progress

_ALIKE = 0.6
_ALIKE_IN_PLACE = 0.34
"""Shares of their titles' words from which two actions are taken for one; the lower one where place, lead and
timescale are the same as well."""


class Matched(Frozen):
    """Actions matched: pairs with how sure that is ("id", "lineage", "likeness", or "one of several" that are called
    the same), those gone, those that came."""

    pairs: list[tuple[Action, Action, str]]
    gone: list[Action]
    come: list[Action]


def match(old: Plan, new: Plan) -> Matched:
    """By id, then by lineage (`into:`, `carried_from:`), then by likeness of title and place.

    An id is not trusted where the title that it had stands under another one that had another title: a list that was
    numbered anew is told as that; nor where nothing else is as it was, since it went to another action then. Between a
    plan and its successor, ids say nothing.
    """
    pairs: list[tuple[Action, Action, str]] = []
    gone, come = list(old.actions), list(new.actions)
    if not follows(old, new):
        by_id, gone, come = paired(gone, come, lambda each: each.id)
        kept, was, now = _trusted(by_id, gone, come)
        pairs, gone, come = [(*pair, "id") for pair in kept], [*gone, *was], [*come, *now]
    by_lineage, gone, come = _by_lineage(old, new, gone, come)
    pairs += [(*pair, "lineage") for pair in by_lineage]
    called = Counter(plain(each.title) for side in (gone, come) for each in side)
    by_title, gone, come = paired(gone, come, lambda each: plain(each.title) or None)
    by_words, gone, come = alike(gone, come, lambda each: title_words(each.title), _enough)
    pairs += [(*pair, "one of several" if called[plain(pair[0].title)] > 2 else "likeness") for pair in by_title]
    pairs += [(*pair, "likeness") for pair in by_words]
    return Matched(pairs, gone, come)


def _trusted(
    by_id: Sequence[tuple[Action, Action]], gone: Sequence[Action], come: Sequence[Action]
) -> tuple[list[tuple[Action, Action]], list[Action], list[Action]]:
    """The pairs to keep, and the old and new actions of those whose id has gone to something else."""
    unlike = [(was, now) for was, now in by_id if plain(was.title) != plain(now.title)]
    if not unlike:
        return list(by_id), [], []
    olds = {plain(each.title) for each in (*gone, *(was for was, _ in unlike))}
    news = {plain(each.title) for each in (*come, *(now for _, now in unlike))}
    loose = {was.id for was, now in unlike if plain(was.title) in news or plain(now.title) in olds}
    loose |= {was.id for was, now in unlike if _unlike(was, now)}
    kept = [pair for pair in by_id if pair[0].id not in loose]
    freed = [pair for pair in by_id if pair[0].id in loose]
    return kept, [was for was, _ in freed], [now for _, now in freed]


def _unlike(old: Action, new: Action) -> bool:
    """Whether two actions of one id have nothing in common: no word of their titles, lead, timescale, outcome or
    report. One that says little says too little to tell."""
    words = title_words(old.title), title_words(new.title)
    if not all(words) or words[0] & words[1] or not (old.lead or old.each) or not (old.timescale or old.due):
        return False
    if (old.lead, old.each) == (new.lead, new.each) or (old.timescale, old.due) == (new.timescale, new.due):
        return False
    shared = (set(old.outcomes) & set(new.outcomes), set(map(_said, old.progress)) & set(map(_said, new.progress)))
    return not any(shared)


def _said(entry: Progress) -> tuple[object, ...]:
    return entry.date, entry.by, entry.status, entry.note


def _enough(old: Action, new: Action, share: float) -> bool:
    in_place = (old.theme, old.goal, old.lead, old.timescale) == (new.theme, new.goal, new.lead, new.timescale)
    return share >= (_ALIKE_IN_PLACE if in_place and (old.lead or old.timescale) else _ALIKE)


def follows(old: Plan, new: Plan) -> bool:
    """Whether the new plan is not the old one changed, but the one after it."""
    if old.id == new.id:
        return False
    if new.follows == old.id:
        return True
    heads = (f"{old.id}/", f"{new.id}/")
    return any(name.startswith(heads[0]) for each in new.actions for name in each.carried_from) or any(
        name.startswith(heads[1]) for each in old.actions for entry in each.progress for name in entry.into
    )


def _by_lineage(
    old: Plan, new: Plan, gone: Sequence[Action], come: Sequence[Action]
) -> tuple[list[tuple[Action, Action]], list[Action], list[Action]]:
    """Pairs that the plans themselves name; of a split or a merge the first one named."""
    by_id = {each.id: each for each in gone}
    taken: dict[str, Action] = {}
    for each in come:
        for name in each.carried_from:
            plan, _, action = name.partition("/")
            if plan == old.id and action in by_id and action not in taken:
                taken[action] = each
                break
    used = {each.id for each in taken.values()}
    arrivals = {each.id: each for each in come}
    for each in gone:
        for name in (name for entry in each.progress for name in entry.into):
            plan, _, action = name.partition("/")
            if plan == new.id and each.id not in taken and action in arrivals and action not in used:
                taken[each.id] = arrivals[action]
                used.add(action)
    pairs = [(each, taken[each.id]) for each in gone if each.id in taken]
    return pairs, [each for each in gone if each.id not in taken], [each for each in come if each.id not in used]
