"""The governance bodies' progress reviews as the report prints them."""

from __future__ import annotations

from hsplan.monitor.reviews import reviews
from hsplan.report.records import ReviewView
from hsplan.report.setting import Setting, day
from hsplan.report.text import clean


def review_views(setting: Setting) -> tuple[ReviewView, ...]:
    """The bodies that have met or have a review due; nothing of a closed plan, which nobody reviews any more."""
    if setting.closed:
        return ()
    found = []
    for each in reviews(setting.state):
        if each.last or each.due:
            owner = setting.state.owners.resolve(each.body)
            name = clean(owner.title if owner else each.body)
            days = day(each.last), day(each.due)
            found.append(ReviewView(name, clean(each.every), *days, each.missed, day(each.listed)))
    return tuple(found)
