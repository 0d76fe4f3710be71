"""The sections of a report, in the order of the steering group's; a template picks from them by name.

What a plan does not have, indicators or an earlier version, is not loaded either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hsplan.findings import counted
from hsplan.report.background import background
from hsplan.report.explained import rules
from hsplan.report.records import (
    Ahead,
    Changed,
    Count,
    Grid,
    Group,
    IndicatorView,
    Listing,
    Moved,
    Owned,
    Point,
    Proposals,
    ReviewView,
    Section,
    Summary,
    Term,
)
from hsplan.report.setting import Setting
from hsplan.report.wording import due_dates
from hsplan.timescale.days import months_later
from hsplan.timescale.wording import words


def front(summary: Summary, views: tuple[IndicatorView, ...], setting: Setting) -> Iterator[Section]:
    """The plan in words and numbers, and its indicators."""
    yield section(
        "summary", "Summary", "summary", summary.sentence, *((fact.text, fact.anchor) for fact in summary.facts)
    )
    if setting.plan.indicators:
        yield from _figures(views, setting)


def middle(
    shown: Mapping[str, Listing], moved: Mapping[str, Moved | None], grid: Grid | None, waiting: Proposals
) -> Iterator[Section]:
    """What is off course, what moved (by the names of its sections), who answers for how much."""
    yield from _listed(shown, "overdue", "left-open", "no-update", "at-risk", "late-milestones")
    for name, found in moved.items():
        if found:
            yield section(name, "Moved dates", "moved", *_moved_texts(found))
    yield from _listed(shown, "no-date", "no-lead")
    if grid:
        text = "An action that several lead counts for each of them, so the numbers may add up to more."
        yield section("organisations", "By organisation", "organisations", text)
    if waiting.rows:
        yield section(waiting.anchor, waiting.title, "proposals", waiting.intro)


def back(
    shown: Mapping[str, Listing],
    changed: Changed | None,
    ahead: Ahead | None,
    reviews: Sequence[ReviewView],
    setting: Setting,
) -> Iterator[Section]:
    """What was done, what changed, what comes, how it is judged."""
    yield from _listed(shown, "done")
    if changed:
        from hsplan.report.changed import changed_section, course_section

        yield from changed_section(changed)
        yield from course_section(changed)
    yield from _listed(shown, "due-next")
    next_due = shown["due-next"].actions if "due-next" in shown else ()
    if ahead and sum(len(day.items) for day in ahead.days) > len(next_due):
        end = months_later(setting.state.as_at, 6)
        number = sum(len(day.items) for day in ahead.days)
        said = f"{counted(number, 'open action')} {'is' if number == 1 else 'are'} due by {words(end)}."
        yield section("ahead", "The next two quarters", "ahead", said)
    if reviews:
        yield section("reviews", "Progress reviews", "reviews", _review_text(reviews))
    if any(view.missed for view in reviews):
        yield section("reviews-missed", "Missed reviews", "reviews", _review_text(reviews))
    yield from _listed(shown, "ongoing")
    # Plain paragraphs, as the recommendations are.
    yield section("ratings", "How the ratings are worked out", "recommendations", *rules(setting))
    yield from background(setting)


def end(
    groups: Sequence[Group],
    owners: Sequence[Owned],
    changed: Changed | None,
    counts: Sequence[Count],
    setting: Setting,
) -> Iterator[Section]:
    """The whole of it."""
    if owners:
        yield section("owners", "By lead", "owners")
    if groups:
        yield section("whole-plan", "The whole plan", "plan")
    if setting.plan.indicators:
        from hsplan.report.indicator_notes import notes_section

        yield from notes_section(setting)
    if changed:
        from hsplan.report.changed import all_changes_section

        yield from all_changes_section(changed)
    if counts:
        yield section("positions", "What the positions mean", "positions")


def last(terms: Sequence[Term]) -> Iterator[Section]:
    """The words that all of it uses."""
    if terms:
        yield section("glossary", "Glossary", "glossary")


def section(name: str, title: str, part: str, *texts: str | tuple[str, str]) -> Section:
    """A section with a paragraph for each text; a pair is a text and the section that it speaks of."""
    pairs = (text if isinstance(text, tuple) else (text, "") for text in texts)
    return Section(name, title, part, "", tuple(Point(text, name, ()) for text, name in pairs), None)


def _figures(views: tuple[IndicatorView, ...], setting: Setting) -> Iterator[Section]:
    from hsplan.report.indicator_notes import notes_pointer
    from hsplan.report.indicators import indicator_points, missed_points

    points = (*indicator_points(setting, views), *notes_pointer(setting))
    yield Section("indicators", "Indicators", "indicators", "", points, None)
    if missed := missed_points(views):
        yield Section("indicators-missed", "Missed targets", "indicators", "", missed, None)


def _listed(shown: Mapping[str, Listing], *names: str) -> Iterator[Section]:
    for name in names:
        found = shown.get(name)
        # What would only be named in one sentence stands in the summary already.
        if found and (found.shown or found.rest):
            yield Section(name, found.title, "listing", "", (Point(found.intro, "", ()),), found)


def _moved_texts(moved: Moved) -> Iterator[str]:
    number = len(moved.rows)
    order = "; the furthest comes first" if number > 1 else ""
    how = " or when the action was carried over from an earlier plan" if any(row.carried for row in moved.rows) else ""
    yield f"{due_dates(number)} {'was' if number == 1 else 'were'} moved by agreement{how}{order}."


def _review_text(reviews: Sequence[ReviewView]) -> str:
    missed = sum(view.missed for view in reviews)
    if not missed:
        if len(reviews) == 1:
            return "The body that governs the plan, and when it reviews it next."
        return "The bodies that govern the plan, and when they review it next."
    number = f"{counted(missed, 'progress review')} {'was' if missed == 1 else 'were'} missed"
    return f"{number}: no meeting has been recorded for {'it' if missed == 1 else 'them'}."
