"""The plan in a sentence that somebody can sign, in a few facts, and in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hsplan.findings import capital, counted, listed
from hsplan.monitor import ActionState
from hsplan.monitor.state import OPEN_POSITIONS
from hsplan.plan import NOT_REPORTED
from hsplan.report.charts.status_bar import status_bar
from hsplan.report.earlier import Earlier
from hsplan.report.milestones import late_milestones
from hsplan.report.positions import change, counts, phrases, than, with_changes
from hsplan.report.proposals import counted_proposals
from hsplan.report.records import Count, Fact, Listing, Proposals, Summary
from hsplan.report.setting import Setting, day
from hsplan.report.text import clean
from hsplan.report.themes import themes
from hsplan.report.wording import due_dates
from hsplan.timescale.wording import words

_NAMED = 3
"""Of more actions that are equally late only the number is given."""


def summary(
    setting: Setting, listings: Sequence[Listing], proposals: Proposals, earlier: Earlier | None = None
) -> Summary:
    """The counts by position add up to the number of actions: each stands in exactly one."""
    found = counts(setting.state)
    before = _counts_of(earlier)
    rows = with_changes(found, before) if earlier else found
    found = tuple(each for each in rows if each.number)
    sentence = _sentence(setting, found)
    bar = status_bar("status", sentence, [(each.mark.key, each.mark.label, each.number) for each in found])
    facts = [*_facts(setting, {listing.anchor: listing for listing in listings}, proposals)]
    if earlier:
        facts.insert(0, Fact(_compared(setting, found, before, earlier), "changed"))
    then = day(earlier.state.as_at) if earlier else None
    total, total_before = (sum(each.number for each in counted_then) for counted_then in (found, before))
    grown = change(total, total_before) if earlier else ""
    heading = clean(setting.plan.label("theme"))
    return Summary(sentence, tuple(facts), found, total, bar, then, grown, themes(setting), rows, heading)


def _counts_of(earlier: Earlier | None) -> tuple[Count, ...]:
    return counts(earlier.state) if earlier else ()


def _compared(setting: Setting, found: Sequence[Count], before: Sequence[Count], earlier: Earlier) -> str:
    """ "12 actions are overdue, 3 more than on 14 December 2010; 20 are achieved or now routine, 4 more."; "No action
    is overdue, as on 14 December 2010; 20 are achieved or now routine, as many as then."."""
    done, done_before = (_of(each, "achieved", "now-routine") for each in (found, before))
    against = change(done, done_before) if done != done_before else f"{than(done, done_before)} then"
    ended = f"{done or 'none'} {'is' if done < 2 else 'are'} achieved or now routine, {against}"
    total = sum(each.number for each in found) - sum(each.number for each in before)
    grown = f"; the plan has {counted(abs(total), 'action')} {'more' if total > 0 else 'fewer'}" if total else ""
    open_now = _closed_since if setting.closed and not earlier.closed else _still_open
    return f"{open_now(found, before, words(earlier.state.as_at))}; {ended}{grown}."


def _still_open(found: Sequence[Count], before: Sequence[Count], then: str) -> str:
    """ "12 actions are overdue, 3 more than on 14 December 2010"."""
    late, late_before = (_of(each, "overdue", "left-open") for each in (found, before))
    number = "No action is" if not late else f"{counted(late, 'action')} {'is' if late == 1 else 'are'}"
    what = "left open" if _of((*found, *before), "left-open") else "overdue"
    return f"{number} {what}, {than(late, late_before)} on {then}"


def _closed_since(found: Sequence[Count], before: Sequence[Count], then: str) -> str:
    """ "2 actions were left open when the plan closed; on 14 December 2010, 9 were open, 4 of them overdue"."""
    left, late = _of(found, "left-open"), _of(before, "overdue")
    was = _of(before, *(name.replace(" ", "-") for name in OPEN_POSITIONS))
    number = "No action was" if not left else f"{counted(left, 'action')} {'was' if left == 1 else 'were'}"
    opened = f"{was or 'none'} {'was' if was < 2 else 'were'} open"
    if was == 1:
        opened += " and overdue" if late else ""
    elif was:
        opened += f", {late or 'none'} of them overdue"
    return f"{number} left open when the plan closed; on {then}, {opened}"


def _of(found: Sequence[Count], *keys: str) -> int:
    return sum(each.number for each in found if each.mark.key in keys)


def _sentence(setting: Setting, found: Sequence[Count]) -> str:
    total = len(setting.state.actions)
    if setting.closed:
        if not total:
            return "The plan has closed. It had no actions."
        when = words(setting.last_day)
        return f"The plan closed on {when}. {capital(_shares(found, total, 'its', closed=True))}."
    when = words(setting.state.as_at)
    if not total:
        return f"As at {when} the plan has no actions."
    return f"As at {when}, {_shares(found, total, 'the plan’s', closed=False)}."


def _shares(found: Sequence[Count], total: int, whose: str, *, closed: bool) -> str:
    """ "of its 3 actions, 1 is overdue and 2 are within date"; "all 3 actions of the plan are within date"."""
    said = phrases(found, closed=closed)
    if len(said) > 1:
        return f"of {whose} {counted(total, 'action')}, {listed(said)}"
    if total > 1:
        every = "both" if total == 2 else f"all {total}"
        which = f"{every} of its actions" if closed else f"{every} actions of the plan"
    else:
        which = f"{whose} only action"
    return f"{which} {said[0].partition(' ')[2]}"


def _facts(setting: Setting, shown: dict[str, Listing], proposals: Proposals) -> Iterator[Fact]:
    states = setting.state.actions
    if "overdue" in shown:
        yield Fact(_longest(shown["overdue"]), "overdue")
    yield from late_milestones(setting)
    if "due-next" in shown:
        yield Fact(f"{_number(shown['due-next'])} {shown['due-next'].title.lower()}.", "due-next")
    # Where nothing is known of any action, that nobody has reported for long says no more.
    never = "no-update" in shown and not shown["no-update"].shown and all(each.latest is None for each in states)
    yield from _silent(states, f", although progress is due {setting.plan.reporting}" if never else "")
    if "no-update" in shown and not never:
        yield Fact(shown["no-update"].intro, "no-update")
    if "no-lead" in shown:
        number = len(shown["no-lead"].actions)
        yield Fact(f"{counted(number, 'open action')} {'has' if number == 1 else 'have'} no lead.", "no-lead")
    moved = [each.times_moved for each in states]
    if any(moved):
        yield Fact(_moved([number for number in moved if number]), "moved")
    if proposals.rows:
        yield Fact(counted_proposals(proposals.rows), proposals.anchor)
    yield from _carried(setting)


def _silent(states: Sequence[ActionState], although: str) -> Iterator[Fact]:
    """For how many actions nobody has said how they stand, and where some of several organisations have not."""
    unknown = [each for each in states if each.status == NOT_REPORTED]
    partly = [each for each in unknown if any(who.status != NOT_REPORTED for who in each.by_organisation)]
    silent = len(unknown) - len(partly)
    if silent:
        every = "any action" if silent == len(states) else f"{silent} of the {counted(len(states), 'action')}"
        yield Fact(f"No status has been reported for {every}{although}.", "")
    quiet = [each for each in partly if any(who.latest is None for who in each.by_organisation)]
    for found, done in ((quiet, "reported on"), ([each for each in partly if each not in quiet], "given a status for")):
        if found:
            which = counted(len(found), "action")
            yield Fact(f"Not every organisation has {done} {which} that each of several must do.", "")


def _carried(setting: Setting) -> Iterator[Fact]:
    """What the plan took over from other plans, and where it handed its actions on to."""
    plan, states = setting.plan.id, setting.state.actions
    origins = [(each, (*each.action.carried_from, *setting.carried_from.get(each.action.id, ()))) for each in states]
    kept = [[name for name in names if name not in each.takes_further] for each, names in origins]
    before = [others for names in kept if (others := _other_plans(names, plan))]
    if before:
        number = f"{len(before)} of the {len(states)} actions {'was' if len(before) == 1 else 'were'}"
        if len(states) == 1:
            number = "The only action was"
        yield Fact(f"{number} carried over from {_named(before, setting)}.", "")
    further = [others for each in states if (others := _other_plans(each.takes_further, plan))]
    if further:
        takes = "action takes" if len(further) == 1 else "actions take"
        yield Fact(f"{len(further)} {takes} further what was done in {_named(further, setting)}.", "")
    ended = [_other_plans(each.carried_to, plan) for each in states if each.position == "carried over"]
    after = [others for others in ended if others]
    if after:
        which = "the action" if len(ended) == 1 else f"the {len(ended)} actions"
        went = f"went into {_named(after, setting)}"
        went = went if len(after) == len(ended) else f"{len(after)} {went}"
        lost = len(ended) - len(after)
        rest = f"; of {lost} it is not said into which action" if lost else ""
        text = f"Of {which} carried over, {went}" if lost else f"{capital(which)} carried over {went}"
        yield Fact(f"{text}{rest}.", "")


def _other_plans(names: Iterable[str], own: str) -> list[str]:
    """The ids of the plans that actions of other plans (`plan/action`) are in."""
    plans = dict.fromkeys(name.partition("/")[0] for name in names if "/" in name)
    return [clean(plan) for plan in plans if plan != own]


def _named(each: Iterable[Sequence[str]], setting: Setting) -> str:
    """ "“The plan before” (lark-2020)": where its title is not known the id alone."""
    plans, titles = dict.fromkeys(plan for plans in each for plan in plans), setting.titles
    return listed(f"“{clean(titles[plan])}” ({plan})" if titles.get(plan) else plan for plan in plans)


def _number(listing: Listing) -> str:
    return f"{counted(len(listing.actions), 'open action')} {'is' if len(listing.actions) == 1 else 'are'}"


def _longest(overdue: Listing) -> str:
    """ "The longest overdue is action 7.2, by 12 months."; of one alone, or as late as all others, only how late."""
    first, number = overdue.actions[0], len(overdue.actions)
    same = [action.id for action in overdue.actions if action.due == first.due]
    if number == 1:
        return f"Action {first.id} is overdue by {first.late}."
    if len(same) == number:
        return f"{'Both' if number == 2 else f'All {number}'} overdue actions are late by {first.late}."
    if len(same) == 1:
        return f"The longest overdue is action {first.id}, by {first.late}."
    which = f"actions {listed(same)}" if len(same) <= _NAMED else f"{len(same)} actions"
    return f"The longest overdue are {which}, by {first.late}."


def _moved(numbers: Sequence[int]) -> str:
    again = sum(1 for number in numbers if number > 1)
    which = "all" if again == len(numbers) else again
    more = f", {which} of them more than once" if again and len(numbers) > 1 else ", more than once" if again else ""
    have = "has" if len(numbers) == 1 else "have"
    return f"{due_dates(len(numbers))} {have} been moved{more}."
