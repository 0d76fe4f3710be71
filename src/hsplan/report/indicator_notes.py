"""What the plan notes on its indicators: what the figures leave out, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.document import Map
from hsplan.findings import capital, counted, full_stop
from hsplan.monitor.catalogue import completed
from hsplan.monitor.figures import with_unit
from hsplan.monitor.reading import known_figures
from hsplan.plan import Indicator, period_of
from hsplan.plan.values import text
from hsplan.report.records import Item, Point, Section
from hsplan.report.setting import Setting
from hsplan.report.text import clean


def notes_section(setting: Setting) -> Iterator[Section]:
    """An appendix with a paragraph for each indicator that has a note, on itself or on a figure known by the report's
    date; nothing where none has."""
    points = _points(setting)
    if points:
        yield Section("indicator-notes", "Notes on the indicators", "recommendations", "", points, None)


def notes_pointer(setting: Setting) -> Iterator[Point]:
    """The line in front that leads to them."""
    if number := len(_points(setting)):
        yield Point(f"The plan has notes on {counted(number, 'indicator')}.", "indicator-notes", ())


def _points(setting: Setting) -> tuple[Point, ...]:
    found = (_point(completed(each), setting) for each in setting.plan.indicators.values())
    return tuple(point for point in found if point)


def _point(indicator: Indicator, setting: Setting) -> Point | None:
    title = clean(indicator.title or indicator.id)
    own = " ".join(_notes(indicator.node, setting))
    items = tuple(
        Item("", "", f"{capital(what)}: {said}")
        for what, node in _figures(indicator, setting)
        if (said := " ".join(_notes(node, setting)))
    )
    return Point(f"{title}: {own}" if own else f"{title}:", "", items) if own or items else None


def _notes(node: Map, setting: Setting) -> Iterator[str]:
    """The note, and the internal one for those who may read it, as sentences."""
    if note := clean(text(node, "note")):
        yield full_stop(note)
    if setting.internal and (hidden := clean(text(node, "internal_note"))):
        yield f"Internal: {full_stop(hidden)}"


def _figures(indicator: Indicator, setting: Setting) -> Iterator[tuple[str, Map]]:
    """What a note may stand on, in words: "baseline 400 households in 2024/25"."""
    plan, unit = setting.plan, indicator.unit
    baseline = (indicator.baseline,) if indicator.baseline else ()
    known = known_figures(indicator, setting.state.as_at, lambda said: period_of(said, plan.context))
    for kind, entries in (("baseline", baseline), ("target", indicator.targets), ("figure", known)):
        for entry in entries:
            value = f" {with_unit(entry.value, unit)}" if entry.value is not None else ""
            whose = f"{f' in {entry.period}' if entry.period else ''}{f', {entry.by}' if entry.by else ''}"
            yield clean(f"{kind}{value}{whose}"), entry.node
