"""HS6, fifth part: figures of the same period, and of periods that have not begun."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import Finding, Related
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.rules.indicators import named_indicator
from hsplan.monitor.catalogue import completed
from hsplan.plan import Actual, Indicator, Period
from hsplan.timescale.wording import words


@plan_rule("HS628", "figure-twice", "warning", lasting=True)
def figure_twice(view: View) -> Iterator[Finding]:
    """Two figures of one period by the same organisation, where neither is provisional and neither is dated later.

    Why it matters: only the less favourable of them counts, and nobody has decided that it should.

    Failing:

        indicators:
          visits:
            title: "Visits to the advice line"
            actuals: [{period: Q4 2012/13, value: 310}, {period: Q4 2012/13, value: 340}]

    Passing:

        indicators:
          visits:
            title: "Visits to the advice line"
            actuals: [{period: Q4 2012/13, value: 310, provisional: true}, {period: Q4 2012/13, value: 340}]

    To mend it: keep the one that is right, or correct the period. Where the later one replaces the first, mark the
    first `provisional: true`, or add to each the `date:` on which it was given.
    """
    if not view.plan.indicators:
        return  # and what judges them need not be loaded
    from hsplan.monitor.reading import voice_of

    for indicator, entries in _dated(view):
        seen: dict[tuple[object, ...], Actual] = {}
        for entry, period in entries:
            voice = voice_of(entry.by, view.plan, view.owners)
            first = seen.setdefault((period, voice, entry.provisional, entry.date), entry)
            if first is not entry and entry.value is not None:
                by = f" by {entry.by}" if entry.by else ""
                message = f"{named_indicator(indicator)}: {first.value} and {entry.value} both stand for one period"
                related = (Related(view.document.record(first.node), "the other figure stands here"),)
                help = "Keep the one that is right, or mark the first provisional: true."
                yield fault(view.document.record(entry.node), f"{message}, {_period(entry)}{by}.", help, related)


@plan_rule("HS629", "figure-future", "warning", lasting=True)
def figure_future(view: View) -> Iterator[Finding]:
    """A figure of a period that has not begun, or with a date that is still to come.

    Why it matters: nobody can have counted it; mostly the year is a slip, and until then it counts for nothing.

    Failing:

        indicators:
          visits:
            title: "Visits to the advice line"
            actuals: [{period: Q4 2112/13, value: 310}]

    Passing:

        indicators:
          visits:
            title: "Visits to the advice line"
            actuals: [{period: Q4 2012/13, value: 310}]

    To mend it: correct the period or the date. What is hoped for belongs under `targets:`.
    """
    for indicator, entries in _dated(view):
        for entry, period in entries:
            if period.start > view.latest:
                message = f"{named_indicator(indicator)}: {entry.value} is given for {_period(entry)}, which is still"
                place = view.document.value(entry.node, "period" if entry.period else "date")
                yield fault(place, f"{message} to come.", "Correct the period.")
            elif entry.date and entry.date > view.latest:
                message = f"{named_indicator(indicator)}: {entry.value} is dated {words(entry.date)}, which is still"
                yield fault(view.document.value(entry.node, "date"), f"{message} to come.", "Correct the date.")


def _period(entry: Actual) -> str:
    """The period as it was written; of a count on a day, the day."""
    return entry.period or (words(entry.date) if entry.date else "")


def _dated(view: View) -> Iterator[tuple[Indicator, list[tuple[Actual, Period]]]]:
    """Every indicator with its figures whose period can be read."""
    plan = view.plan
    if not any(indicator.actuals for indicator in plan.indicators.values()):
        return
    from hsplan.monitor.reading import period_of_actual

    for written in plan.indicators.values():
        indicator = completed(written)
        found = [(entry, period_of_actual(entry, indicator, view.periods.read)) for entry in indicator.actuals]
        yield indicator, [(entry, period) for entry, period in found if period is not None]


RULES = (figure_twice, figure_future)
