"""HS7: who looks after the plan as a whole. Said of adopted plans."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.timescale.wording import words


@plan_rule("HS701", "no-governance", "note")
def no_governance(view: View) -> Iterator[Finding]:
    """An adopted plan that names no body that looks after it. A plan that names no `organisations:` is not asked.

    Why it matters: nobody can agree to a moved date or take an action out, so dates move by themselves.

    Failing:

        organisations: [City]

    Passing:

        organisations: [City]
        governance: {City: {reviews: quarterly}}

    To mend it: add `governance:` with the board or group, and how often it reviews the plan.
    """
    if view.plan.organisations and not view.draft and not view.plan.governance:
        message = "The plan names no body that looks after it."
        help = "Add governance: with the board or group, and how often it reviews the plan."
        yield fault(view.document.value(view.plan.node, "title"), message, help)


@plan_rule("HS702", "no-review", "note")
def no_review(view: View) -> Iterator[Finding]:
    """An adopted plan whose bodies do not say how often they review it, and that has no reporting cycle and no
    meetings. Where single actions have an ongoing timescale, it is said of these instead.

    Why it matters: a plan that nobody is due to look at is not looked at.

    Failing:

        organisations: [City]
        governance: {City: {role: "Answers for the plan"}}

    Passing:

        organisations: [City]
        governance: {City: {role: "Answers for the plan", reviews: quarterly}}

    To mend it: add `reviews:` to the body: monthly, quarterly, six-monthly, yearly, or in your own words.
    """
    plan = view.plan
    if view.draft or not plan.governance or plan.reporting or plan.meetings:
        return
    if any(body.reviews for body in plan.governance.values()):
        return
    if any(state.timescale.kind in ("ongoing", "recurring") and not state.due for state in view.state.actions):
        return
    message = "The plan does not say how often anybody reviews it."
    place = view.document.key(plan.node, "governance")
    yield fault(place, message, "Add reviews: to the body that looks after it, quarterly for example.")


@plan_rule("HS703", "review-missed", "warning")
def review_missed(view: View) -> Iterator[Finding]:
    """A body whose progress review is overdue by the meetings that the plan lists. A meeting to come counts for it
    if it is only a little late, by no more than a quarter of the time between two. Where no meeting of any body is
    listed, that is said once.

    Why it matters: date changes wait for it, and overdue actions have not been asked about.

    Failing:

        organisations: [City]
        governance: {City: {reviews: monthly}}
        meetings: [{date: 2013-04-20, body: City}]

    Passing:

        organisations: [City]
        governance: {City: {reviews: monthly}}
        meetings: [{date: 2013-04-20, body: City}, {date: 2013-06-20, body: City}]

    To mend it: call the meeting; once it was held, add it under `meetings:`.
    """
    if view.draft or not view.plan.governance:
        return
    from hsplan.monitor.reviews import reviews

    missed = [review for review in reviews(view.state) if review.overdue and review.due]
    if missed and not view.plan.meetings:
        first = min(missed, key=lambda review: review.due or view.as_at)
        message = f"No meeting is on record; {first.body} was to review the plan by {words(first.due)}."  # type: ignore[arg-type]
        place = view.document.key(view.plan.node, "governance")
        yield fault(place, message, "Add the meetings that were held under meetings:.")
        return
    for review in missed:
        due = words(review.due or view.as_at)
        held = f"the last meeting on record was on {words(review.last)}" if review.last else "no meeting is on record"
        message = f"A review of the plan by {review.body} was due by {due} ({review.every}); {held}."
        place = view.document.key(view.plan.governance[review.body].node, "reviews")
        help = "Add the meeting under meetings:, or call it."
        if review.listed:
            ahead = words(review.listed)
            help = f"If it was held, add it under meetings:. If not, the one of {ahead} will make up for it."
        yield fault(place, message, help)


@plan_rule("HS704", "plan-not-closed", "warning")
def plan_not_closed(view: View) -> Iterator[Finding]:
    """An adopted plan whose period is over and that was not closed.

    Why it matters: as long as it is not, its actions count as overdue instead of being accounted for.

    Failing:

        period: {from: 2008-04-01, to: 2013-03-31}
        adopted: 2008-04-01
        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: March 2013
            done: 2013-02
            progress:
              - {date: 2013-03-31, status: achieved}

    Passing:

        period: {from: 2008-04-01, to: 2013-03-31}
        adopted: 2008-04-01
        closed: 2013-04-30
        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: March 2013
            done: 2013-02
            progress:
              - {date: 2013-03-31, status: achieved}

    To mend it: say of each open action how it ended, then add `closed:` with the day.
    """
    period = view.plan.period
    if period is None or period.end < period.start:
        return
    if view.as_at > period.end and view.life == "adopted":
        message = f"The plan ended on {words(period.end)} and is not closed."
        place = view.document.value(view.plan.node, "period")
        yield fault(place, message, "Say of each open action how it ended, then add closed: with the day.")


RULES = (no_governance, no_review, review_missed, plan_not_closed)
