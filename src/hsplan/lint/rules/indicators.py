"""HS6: indicators and their figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hsplan.findings import Finding, Place, did_you_mean, shorten
from hsplan.lint.rule import View, fault, named, plan_rule
from hsplan.monitor.catalogue import catalogue, completed
from hsplan.plan import Indicator, Progress

if TYPE_CHECKING:
    from hsplan.monitor.indicators import IndicatorState
    from hsplan.monitor.standing import Standing
    from hsplan.plan import Period
    from hsplan.plan.governance import Return


@plan_rule("HS601", "catalogue-unknown", "error", lasting=True)
def catalogue_unknown(view: View) -> Iterator[Finding]:
    """An indicator that names a standard indicator which the catalogue does not have.

    Why it matters: its title, its unit and which way is better would come from there, so it is shown without them and
    cannot be judged.

    Failing:

        indicators:
          ta: {title: "Temporary accommodation", catalogue: ta-houshold}

    Passing:

        indicators:
          ta: {catalogue: ta-households}

    To mend it: write a code of the catalogue, or take the line out and give the indicator its own title and unit.
    """
    for indicator in view.plan.indicators.values():
        code = indicator.catalogue
        if code and code not in catalogue():
            message = f'{named_indicator(indicator)}: there is no "{code}" in the catalogue of standard indicators.'
            yield fault(view.document.value(indicator.node, "catalogue"), message, _suggest(code))


@plan_rule("HS602", "indicator-untitled", "error", lasting=True)
def indicator_untitled(view: View) -> Iterator[Finding]:
    """An indicator with neither a title nor the code of a standard indicator.

    Why it matters: nobody can tell what its figures count.

    Failing:

        indicators:
          acceptances: {unit: households, frequency: quarterly}

    Passing:

        indicators:
          acceptances: {title: "Homeless acceptances", unit: households, frequency: quarterly}

    To mend it: add `title:`, or `catalogue:` with the code of a standard indicator.
    """
    for indicator in view.plan.indicators.values():
        if not indicator.title and not indicator.catalogue:
            message = f"Indicator {indicator.id} has no title, and names no standard indicator."
            help = "Add title:, or catalogue: with the code of a standard indicator."
            yield fault(view.document.record(indicator.node), message, help)


@plan_rule("HS603", "period-unclear", "warning", lasting=True)
def period_unclear(view: View) -> Iterator[Finding]:
    """A figure or a target of an indicator whose period cannot be read, or has no year; and a return or a progress
    entry with such a period under `for:`.

    Why it matters: it counts for nothing: no target is compared with it and no report shows it; whoever sent the return
    still owes it.

    Failing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            actuals: [{period: spring count, value: 31}]

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            actuals: [{period: Q1 2012/13, value: 31}]

    To mend it: write the month, quarter or year as "March 2014", "Q1 2013/14", "2013/14" or "2013-06-30".
    """
    for state in view.indicators:
        for entry in state.unclear:
            said = f'the period "{entry.period}" cannot be read' if entry.period else "a figure has no period"
            message = f"{named_indicator(state.indicator)}: {said}, so this figure counts for nothing."
            yield fault(view.document.value(entry.node, "period"), message, _AS_A_PERIOD)
    reports: list[tuple[str, str, Return | Progress]]
    reports = [(f"The return of {each.by or 'nobody'}", "", each) for each in view.plan.returns if each.period]
    reports += [(named(action), action.id, entry) for action, entry in view.entries if entry.period]
    for who, action_id, each in reports:
        if view.periods.read(each.period) is None:
            message = f'{who}: the period "{shorten(each.period)}" cannot be read.'
            yield fault(view.document.value(each.node, "for"), message, _AS_A_PERIOD, action=action_id)


_AS_A_PERIOD = 'Write it as "March 2014", "Q1 2013/14", "2013/14" or "2013-06-30".'


@plan_rule("HS610", "indicator-off-track", "warning")
def indicator_off_track(view: View) -> Iterator[Finding]:
    """An indicator whose latest figure misses its target by more than the tolerance (10% unless hsplan.toml says
    otherwise). Of a draft nothing is said.

    Why it matters: members ask what is being done about it.

    Where the figure or the target cannot be, HS625 (figure-absurd) speaks instead.

    Failing:

        indicators:
          families-in-bb:
            title: "Families in bed and breakfast"
            unit: families
            better: lower
            snapshot: true
            targets: [{period: 2013/14, value: 0}]
            actuals: [{period: 2013-05-31, value: 7}]

    Passing:

        indicators:
          families-in-bb:
            title: "Families in bed and breakfast"
            unit: families
            better: lower
            snapshot: true
            targets: [{period: 2013/14, value: 0}]
            actuals: [{period: 2013-05-31, value: 0}]

    To mend it: check the figure; if it is right, accept the finding, and say as the reason what is being done.
    """
    for state in view.indicators if not view.draft else ():
        for organisation, standing in (("", state.standing), *state.by_organisation):
            if standing.status == "missed":
                whose = f" ({organisation})" if organisation else ""
                message = f"{named_indicator(state.indicator)}{whose}: {standing.rule}"
                help = "If the figure is right, accept the finding, and say as the reason what is being done."
                unless = ("figure-absurd", view.plan.id, "") if _aims_wildly(state.indicator, standing) else ()
                yield fault(_place(view, state.indicator, standing), message, help, unless=unless)


@plan_rule("HS611", "reading-missing", "warning")
def reading_missing(view: View) -> Iterator[Finding]:
    """An indicator without a figure for a month, quarter or year that ended long enough ago: 120 days unless
    hsplan.toml says otherwise, since national figures come out three to four months later. Indicators without any
    figure, target or baseline are passed over. Where none of the plan's indicators has a figure, that is said once.

    Why it matters: an indicator that nobody feeds looks as if it were watched.

    Failing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            frequency: quarterly
            actuals: [{period: Q2 2012/13, value: 31}]

    Passing:

        indicators:
          acceptances:
            title: "Homeless acceptances"
            frequency: quarterly
            actuals: [{period: Q2 2012/13, value: 31}, {period: Q3 2012/13, value: 28}]

    To mend it: add the figure under `actuals:`, with `provisional: true` if it may still change.
    """
    states = view.indicators
    lacking = [state for state in states if state.missing]
    if lacking and not any(state.standing.latest or state.by_organisation for state in states):
        first = _period(min(state.missing[0].period for state in lacking))
        message = f"None of the plan's indicators has a figure; the first is missing for {first}."
        yield fault(view.document.key(view.plan.node, "indicators"), message, "Add the figures under actuals:.")
        return
    for state in lacking:
        message = f"{named_indicator(state.indicator)} has no figure for {_periods(state)}."
        key = "actuals" if state.indicator.actuals else "frequency"
        yield fault(view.document.key(state.indicator.node, key), message, "Add the figures under actuals:.")


def _aims_wildly(indicator: Indicator, standing: Standing) -> bool:
    """Whether the target that is missed cannot be."""
    from hsplan.lint.wild import wild

    target = standing.target
    return target is not None and any(figure.node is target.node for figure, _, _ in wild(completed(indicator)))


def _place(view: View, indicator: Indicator, standing: Standing) -> Place:
    """The figure that the finding is about; of a sum, the indicator."""
    judged = standing.judged
    if judged is None or judged.summed:
        return view.document.record(indicator.node)
    return view.document.value(judged.actuals[0].node, "value")


def _period(period: Period) -> str:
    from hsplan.monitor.slots import named

    return named(period)


def _periods(state: IndicatorState) -> str:
    """The newest three periods without a figure, the newest last, and how many there are before them."""
    shown = [
        _period(each.period) + (f" from {', '.join(each.organisations)}" if each.organisations else "")
        for each in state.missing[-3:]
    ]
    listed = "; ".join(shown) if any(" from " in each for each in shown) else ", ".join(shown)
    before = len(state.missing) - len(shown)
    return f"{listed}, nor for {before} before {'it' if len(shown) == 1 else 'them'}" if before else listed


def _suggest(code: str) -> str:
    return did_you_mean(code, catalogue(), "Those that there are: " + ", ".join(catalogue()) + ".")


def named_indicator(indicator: Indicator) -> str:
    """An indicator as messages call it: `Indicator acceptances "Homeless acceptances"`."""
    title = completed(indicator).title
    return f'Indicator {indicator.id} "{title}"' if title else f"Indicator {indicator.id}"


RULES = (catalogue_unknown, indicator_untitled, period_unclear, indicator_off_track, reading_missing)
