"""HS6, third part: figures that cannot be, or that tell too much."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.rules.indicators import named_indicator
from hsplan.monitor.catalogue import completed
from hsplan.monitor.figures import is_rate
from hsplan.plan import Indicator
from hsplan.timescale.days import listed


@plan_rule("HS625", "figure-absurd", "warning", lasting=True)
def figure_absurd(view: View) -> Iterator[Finding]:
    """A figure that can't be: below nought, a percentage over 100, or one written as a part of one (0.85 for 85), many
    times the indicator's other figures or a small part of them, or a hundred times its baseline and targets; a nought
    among figures that never were, unless lower is better; nought as the only target where higher is better. Figures are
    compared for stretches of the same length by the same organisation; where there are three and fewer, the baseline
    and the targets have to say the same.

    Why it matters: a slipped point or nought stands in the report until a member asks, and so does a nought that only
    means that nobody has counted yet.

    Failing:

        indicators:
          acceptances:
            title: "Households helped in time"
            unit: "%"
            actuals: [{period: Q4 2012/13, value: 640}]

    Passing:

        indicators:
          acceptances:
            title: "Households helped in time"
            unit: "%"
            actuals: [{period: Q4 2012/13, value: 64.0}]

    To mend it: correct the figure; one that is not known yet is left out. A change by more than all of something
    ("+ 120 %"), and a leap that did happen, is accepted with its reason.
    """
    if not view.plan.indicators:
        return  # and what compares figures need not be loaded
    from hsplan.lint.wild import wild

    for indicator in view.plan.indicators.values():
        for figure, why, help in wild(completed(indicator)):
            message = f"{named_indicator(indicator)}: {figure.value} {why}."
            yield fault(view.document.value(figure.node, "value"), message, help)


@plan_rule("HS626", "small-number", "note")
def small_number(view: View) -> Iterator[Finding]:
    """A count of one to four people or households in an indicator. What is counted is told by the unit; where that says
    nothing ("number"), by the beginning of the title. Rates and averages are no counts.

    Why it matters: plan and report are public, and in a small place such a figure may tell who it is.

    Failing:

        indicators:
          sixteen-in-bb:
            title: "People of 16 and 17 in bed and breakfast"
            unit: people
            actuals: [{period: Q4 2012/13, value: 2}]

    Passing:

        indicators:
          sixteen-in-bb:
            title: "People of 16 and 17 in bed and breakfast"
            unit: people
            actuals: [{period: 2012/13, value: 9}]

    To mend it: give the figure for a longer period or a larger area; or keep it out of the file, and write in the
    `note:` that it was below five.
    """
    for indicator in view.plan.indicators.values():
        if not _counts_people(completed(indicator)):
            continue
        counts = (indicator.baseline, *indicator.actuals)
        small = [(each.value, each.node) for each in counts if each is not None and each.value in (1, 2, 3, 4)]
        if small:
            value, node = small[0]
            others = "another" if len(small) == 2 else f"{len(small) - 1} more"
            more = f" and {others} of its figures are" if len(small) > 1 else " is"
            message = f"{named_indicator(indicator)}: {value}{more} so small that people may be recognised."
            yield fault(view.document.value(node, "value"), message, "Give it for a longer period or a larger area.")


def _counts_people(indicator: Indicator) -> bool:
    """Whether its figures say how many people there are, by the unit; where that names nothing, by how the title
    begins: "People sleeping rough on a single night", but not "Visits to families"."""
    if is_rate(indicator):
        return False
    unit = indicator.unit.casefold().split()
    if not _NUMBER.issuperset(unit):
        return not _PEOPLE.isdisjoint(unit)
    title = [word.strip(".,;:()") for word in indicator.title.casefold().split()]
    while title and (title[0] in _NUMBER or title[0] == "of"):
        del title[0]
    head = next((number for number, word in enumerate(title) if word in _JOINS), len(title))
    return not _PEOPLE.isdisjoint(title[:head])


_PEOPLE = frozenset(
    listed("""
acceptances adults applicants cases children clients families households individuals men people persons residents
sleepers tenants women
""")
)
_NUMBER = frozenset(listed("a the total overall count counts figure figures no no. nos number numbers how many"))
"""Words of a unit that say nothing of what is counted, and with which a title may begin."""
_JOINS = frozenset(listed("at by for from in into of on per that to under where which who whom whose with"))
"""Words behind which a title no longer says what is counted."""


RULES = (figure_absurd, small_number)
