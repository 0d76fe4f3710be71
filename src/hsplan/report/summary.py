"""The plan in a sentence that somebody can sign, in a few facts, and in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.plan import NOT_REPORTED
from hsplan.report.charts import status_bar
from hsplan.report.positions import counts, phrases
from hsplan.report.proposals import counted_proposals
from hsplan.report.records import Count, Fact, Listing, Proposals, Summary
from hsplan.report.setting import Setting
from hsplan.report.wording import counted, listed
from hsplan.timescale.wording import words


def summary(setting: Setting, listings: Sequence[Listing], proposals: Proposals) -> Summary:
    """The counts by position add up to the number of actions: each stands in exactly one."""
    found = counts(setting.state, closed=setting.closed)
    sentence = _sentence(setting, found)
    bar = status_bar("status", sentence, [(each.mark.key, each.mark.label, each.number) for each in found])
    facts = tuple(_facts(setting, {listing.anchor: listing for listing in listings}, proposals))
    return Summary(sentence, facts, found, sum(each.number for each in found), bar)


def _sentence(setting: Setting, found: Sequence[Count]) -> str:
    total = len(setting.state.actions)
    if setting.closed:
        if not total:
            return "The plan has closed. It had no actions."
        when = words(setting.last_day)
        return f"The plan closed on {when}. Of its {counted(total, 'action')}, {listed(phrases(found, closed=True))}."
    when = words(setting.state.as_at)
    if not total:
        return f"As at {when} the plan has no actions."
    return f"As at {when}, of the plan’s {counted(total, 'action')}, {listed(phrases(found, closed=False))}."


def _facts(setting: Setting, shown: dict[str, Listing], proposals: Proposals) -> Iterator[Fact]:
    states = setting.state.actions
    if "overdue" in shown:
        yield Fact(_longest(shown["overdue"]), "overdue")
    if "due-next" in shown:
        yield Fact(f"{_number(shown['due-next'])} {shown['due-next'].title.lower()}.", "due-next")
    silent = sum(1 for each in states if each.status == NOT_REPORTED)
    if silent:
        every = "any action" if silent == len(states) else f"{silent} of the {counted(len(states), 'action')}"
        yield Fact(f"No status has been reported for {every}.", "")
    if "no-update" in shown:
        yield Fact(shown["no-update"].intro, "no-update")
    if "no-lead" in shown:
        number = len(shown["no-lead"].actions)
        yield Fact(f"{counted(number, 'open action')} {'has' if number == 1 else 'have'} no lead.", "no-lead")
    moved = [each.times_moved for each in states]
    if any(moved):
        yield Fact(_moved([number for number in moved if number]), "")
    if proposals.rows:
        yield Fact(counted_proposals(proposals.rows), proposals.anchor)


def _number(listing: Listing) -> str:
    return f"{counted(len(listing.actions), 'open action')} {'is' if len(listing.actions) == 1 else 'are'}"


def _longest(overdue: Listing) -> str:
    first = overdue.actions[0]
    same = sum(1 for action in overdue.actions if action.due == first.due) - 1
    if not same:
        return f"The longest overdue is {first.id}, by {first.late}."
    return f"The longest overdue are {first.id} and {counted(same, 'other')}, by {first.late}."


def _moved(numbers: Sequence[int]) -> str:
    again = sum(1 for number in numbers if number > 1)
    more = f", of {again} more than once" if again else ""
    return f"The due date of {counted(len(numbers), 'action')} has been moved{more}."
