"""HS7, second part: what the Homelessness Act 2002 asks of a strategy, as far as the plan's record shows it.

Said of plans of England that are adopted, and never an error: what is not in the file may
have been done all the same. The sections named were read in the Act's text; its other duties have no rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.document import Map
from hsplan.findings import Finding
from hsplan.lint.mentions import answering
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.strategy import (
    english,
    housing_authorities,
    published,
    published_place,
    record_place,
    running,
    unknown_publishers,
    whose,
)
from hsplan.plan.period import past, past_words
from hsplan.plan.values import texts
from hsplan.timescale.days import add_months
from hsplan.timescale.wording import words


@plan_rule("HS720", "strategy-undated", "warning")
def strategy_undated(view: View) -> Iterator[Finding]:
    """A plan that does not say when the homelessness strategy behind it was published.

    Why it matters: within five years of that day a new strategy must be published (Homelessness Act 2002, section
    1(4)); nobody can tell when.

    Failing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2012-11}

    Passing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2012-11, published: 2013-04-02}

    To mend it: add `published:` under `strategy:`, the day, the month or the year; by organisation where they differ.
    """
    if not english(view):
        return
    if unknown_publishers(view):
        return  # owner-unknown says whose name is misspelt
    known = {each.organisation for each in published(view)}
    missing = [name for name in housing_authorities(view) if name not in known]
    if missing and "" not in known and not (known and missing == [""]):
        by = f" by {', '.join(missing)}" if known else ""
        message = f"The plan does not say when its strategy was published{by} (Homelessness Act 2002, section 1(4))."
        yield fault(record_place(view), message, "Add published: under strategy:, a day, a month or a year.")


@plan_rule("HS721", "strategy-expired", "warning")
def strategy_expired(view: View) -> Iterator[Finding]:
    """A strategy that was published five years ago or longer.

    Why it matters: a new one must be published within five years of the last (Homelessness Act 2002, section 1(4)).

    Failing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2007-11, published: 2008-04}

    Passing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2012-11, published: 2013-04-02}

    To mend it: publish the new strategy. If that was done, this plan belongs to the old one: close it, and write the
    plan that goes with the new one.
    """
    for each in published(view) if running(view) else ():
        if each.renew_by < view.as_at:
            message = (
                f"The strategy{whose(each)} dates from {past_words(each.day)}; a new one was due by "
                f"{words(each.renew_by)} (Homelessness Act 2002, section 1(4))."
            )
            yield fault(published_place(view, each), message, "Publish the new strategy, or correct the date.")


@plan_rule("HS722", "strategy-expiring", "note")
def strategy_expiring(view: View) -> Iterator[Finding]:
    """A strategy that will be five years old within a year.

    Why it matters: a new one must be published by then (Homelessness Act 2002, section 1(4)), and the review of
    homelessness that it rests on takes months.

    Failing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2008-11, published: 2009-04}

    Passing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2012-11, published: 2013-04-02}

    To mend it: begin the review of homelessness.
    """
    for each in published(view) if running(view) else ():
        if view.as_at <= each.renew_by <= add_months(view.as_at, 12):
            message = (
                f"A new strategy{whose(each)} is due by {words(each.renew_by)}, five years after "
                f"{past_words(each.day)} (Homelessness Act 2002, section 1(4))."
            )
            yield fault(published_place(view, each), message, "Begin the review of homelessness.")


@plan_rule("HS723", "plan-outlives-strategy", "note")
def plan_outlives_strategy(view: View) -> Iterator[Finding]:
    """A plan that goes on for longer than the strategy behind it may.

    Why it matters: its last actions will belong to a strategy that has been replaced (Homelessness Act 2002, section
    1(4)).

    Failing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2011-11, published: 2012-04}

    Passing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2012-11, published: 2013-04-02}

    To mend it: end the plan with the strategy, or say in its `note:` what happens to it then.
    """
    period = view.plan.period
    found = published(view) if running(view) else ()
    ends = [each for each in found if period and each.renew_by < period.end]
    if period and ends and all(each.renew_by > add_months(view.as_at, 12) for each in ends):
        first = min(ends, key=lambda each: each.renew_by)
        message = (
            f"The plan ends on {words(period.end)}, but a new strategy{whose(first)} is due by {words(first.renew_by)} "
            "(Homelessness Act 2002, section 1(4))."
        )
        place = view.document.value(view.plan.node, "period")
        yield fault(place, message, "End the plan with the strategy, or accept the finding and say what happens then.")


@plan_rule("HS724", "review-unrecorded", "warning")
def review_unrecorded(view: View) -> Iterator[Finding]:
    """A plan that does not say when the review of homelessness was published, or has a date for it that is later than
    the strategy's.

    Why it matters: the strategy must be based on the results of such a review (Homelessness Act 2002, section 1(1)),
    and the results must be published (section 2(3)).

    Failing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {published: 2013-04-02}

    Passing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2012-11, published: 2013-04-02}

    To mend it: add `review_published:` under `strategy:`, the day, the month or the year.
    """
    if not english(view):
        return
    strategy = view.plan.node.get("strategy")
    review = past(strategy.get("review_published")) if isinstance(strategy, Map) else None
    if review is None:
        message = (
            "The plan does not say when the review of homelessness was published (Homelessness Act 2002, sections 1(1) "
            "and 2(3))."
        )
        yield fault(record_place(view), message, "Add review_published: under strategy:, a day, a month or a year.")
        return
    for each in published(view):
        if review.first > each.day.last and isinstance(strategy, Map):
            message = (
                f"The review of homelessness ({past_words(review)}) is later than the strategy{whose(each)} "
                f"({past_words(each.day)}), which must be based on it (Homelessness Act 2002, section 1(1))."
            )
            yield fault(view.document.value(strategy, "review_published"), message, "Correct the date that is wrong.")
            return


_PURPOSES = ("prevention", "accommodation", "support")


@plan_rule("HS725", "purpose-uncovered", "note")
def purpose_uncovered(view: View) -> Iterator[Finding]:
    """A plan in which some themes, goals or actions say which purpose of a strategy they serve, and none serves one of
    the three.

    Why it matters: a strategy is for preventing homelessness, for enough accommodation and for support (Homelessness
    Act 2002, section 3(1)); members will ask where the third is.

    Failing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2012-11, published: 2013-04-02}
        owners:
          City: {kind: organisation}
        themes:
          A:
            title: "Before it happens"
            purpose: [prevention, support]
            actions:
              "1.1": {title: "Agree a protocol", lead: City, timescale: September 2013}

    Passing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2012-11, published: 2013-04-02}
        owners:
          City: {kind: organisation}
        themes:
          A:
            title: "Before it happens"
            purpose: [prevention, accommodation, support]
            actions:
              "1.1": {title: "Agree a protocol", lead: City, timescale: September 2013}

    To mend it: add `purpose:` where it is served, or the theme or action that is missing.
    """
    plan = view.plan
    if not english(view):
        return
    nodes = [group.node for group in (*plan.themes, *plan.goals) if "purpose" in group.node]
    nodes += [action.node for action in view.actions_with("purpose")]
    served = {purpose for node in nodes for purpose in texts(node, "purpose")}
    missing = [purpose for purpose in _PURPOSES if purpose not in served]
    if nodes and missing:
        message = (
            f"Nothing in the plan serves {' or '.join(missing)}, as far as purpose: says (Homelessness Act 2002, "
            "section 3(1))."
        )
        place = view.document.value(nodes[0], "purpose")
        yield fault(place, message, "Add purpose: where it is served, or the action that is missing.")


@plan_rule("HS726", "social-services-absent", "note")
def social_services_absent(view: View) -> Iterator[Finding]:
    """A plan of housing authorities that are no social services authorities, in which no action names one that is. It
    is said only where the plan names its `organisations:` and they say their `functions:`.

    Why it matters: the social services authority must help with review and strategy as far as it is reasonably asked
    to, and must take the strategy into account (Homelessness Act 2002, section 1(2) and (6)).

    Failing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2012-11, published: 2013-04-02}
        owners:
          City: {kind: organisation, functions: [housing]}
        actions:
          "1.1": {title: "Agree a protocol", lead: City, timescale: September 2013}

    Passing:

        nation: england
        organisations: [City]
        governance: {City: {reviews: quarterly}}
        strategy: {review_published: 2012-11, published: 2013-04-02}
        owners:
          City: {kind: organisation, functions: [housing]}
          County: {kind: organisation, functions: [social services]}
        actions:
          "1.1": {title: "Agree a protocol", lead: City, partners: [County], timescale: September 2013}

    To mend it: name the county council, or its team, as lead or partner where it has a part; and add
    `functions: [social services]` to its owner.
    """
    if not english(view):
        return
    plan, owners = view.plan, view.owners
    own = [owner for name in view.organisations if (owner := owners.get(name))]
    if not own or not all(owner.functions for owner in own):
        return
    waiting = [*plan.organisations, *plan.governance, *answering(plan)]
    seen: set[str] = set()
    while waiting:
        owner = owners.resolve(waiting.pop())
        if owner is None or owner.key in seen:
            continue
        seen.add(owner.key)
        if any("social" in function.casefold() for function in owner.functions):
            return
        waiting += owner.members
        if owner.part_of:
            waiting.append(owner.part_of)
    message = (
        "No action names the social services authority, as far as the owners' functions: say (Homelessness Act 2002, "
        "section 1(2) and (6))."
    )
    place = view.document.value(plan.node, "organisations")
    yield fault(place, message, "Name it as lead or partner where it has a part.")


RULES = (
    strategy_undated,
    strategy_expired,
    strategy_expiring,
    plan_outlives_strategy,
    review_unrecorded,
    purpose_uncovered,
    social_services_absent,
)
