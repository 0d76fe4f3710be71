"""Preparations: what has to hold of a plan before a rule can be broken in it, made true by editing the real plan."""

from __future__ import annotations

from collections.abc import Callable

from hsplan.document import Map, Seq
from tests.lint.mutations.broken import Edit
from tests.lint.mutations.page import Page


def _adopted(page: Page) -> tuple[Edit, ...]:
    """A draft is adopted on the first day of its period."""
    return () if page.plan.adopted else (page.add(page.root, "adopted", page.period.start.isoformat()),)


def _candid(page: Page) -> tuple[Edit, ...]:
    """Nothing is accepted."""
    return tuple(page.drop(node, "accepted") for node in _maps(page.root) if "accepted" in node)


def _silent(page: Page) -> tuple[Edit, ...]:
    """The plan does not say how often it reports, so that no entry is missed."""
    return (page.drop(page.root, "reporting"),) if "reporting" in page.root else ()


def _unwatched(page: Page) -> tuple[Edit, ...]:
    """No indicator of the plan's says how often it is read, so that no reading is missed."""
    indicators = [each.node for each in page.plan.indicators.values()]
    return tuple(page.drop(node, "frequency") for node in indicators if "frequency" in node)


def _reviewed(page: Page) -> tuple[Edit, ...]:
    """A body reviews the plan every quarter, and every body that does so met on the as-at date."""
    bodies = page.plan.governance
    meeting = f"{{date: {page.as_at}, body: %s}}"
    if not bodies:
        body = page.plan.organisations[0]
        governance = page.add(page.root, "governance", f"\n  {body}:\n    reviews: quarterly")
        return governance, page.add(page.root, "meetings", f"[{meeting % body}]")
    reviewing = [body.name for body in bodies.values() if body.reviews]
    first = next(iter(bodies.values()))
    reviews = () if reviewing else (page.add(first.node, "reviews", "quarterly"),)
    meetings = ", ".join(meeting % body for body in reviewing or [first.name])
    return (page.add(page.root, "meetings", f"[{meetings}]"), *reviews)


def _lawful(page: Page) -> tuple[Edit, ...]:
    """The strategy was published on the as-at date, its review ten years before."""
    strategy = page.root["strategy"]
    assert isinstance(strategy, Map)
    published = page.put(strategy, "published", page.as_at.isoformat())
    return published, page.put(strategy, "review_published", str(page.as_at.year - 10))


def _undated(page: Page) -> tuple[Edit, ...]:
    """No action and no milestone has a timescale."""
    return tuple(
        page.drop(node, "timescale")
        for action in page.plan.actions
        for node in (action.node, *(each.node for each in action.milestones))
        if "timescale" in node
    )


def _closed(page: Page) -> tuple[Edit, ...]:
    """The plan was closed the day before."""
    return (page.put(page.root, "closed", page.day(-1).isoformat()),)


def _maps(node: object) -> list[Map]:
    below = list(node.values()) if isinstance(node, Map) else list(node) if isinstance(node, Seq) else []
    return ([node] if isinstance(node, Map) else []) + [found for each in below for found in _maps(each)]


PREPARE: dict[str, Callable[[Page], tuple[Edit, ...]]] = {
    "adopted": _adopted,
    "candid": _candid,
    "silent": _silent,
    "unwatched": _unwatched,
    "reviewed": _reviewed,
    "lawful": _lawful,
    "undated": _undated,
    "closed": _closed,
}
