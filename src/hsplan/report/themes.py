"""The plan theme by theme: a bar and a few words for each, so that they can be told apart at a glance."""

from __future__ import annotations

from hsplan.findings import counted, listed
from hsplan.monitor import ActionState
from hsplan.report.charts.status_bar import status_bar
from hsplan.report.positions import POSITIONS, mark
from hsplan.report.records import ThemeView
from hsplan.report.setting import Setting
from hsplan.report.text import clean

_WORDS = {"draft-date": "with a draft date", "no-date": "without a date"}


def themes(setting: Setting) -> tuple[ThemeView, ...]:
    """The themes that have actions, in the plan's order; nothing where there are fewer than two to compare."""
    found: dict[str, list[ActionState]] = {}
    for each in setting.state.actions:
        found.setdefault(each.action.theme, []).append(each)
    known = [theme.id for theme in setting.plan.themes if theme.id in found]
    if len(known) < 2:
        return ()
    return tuple(_view(setting, key, found[key], number) for number, key in enumerate(known, start=1))


def _view(setting: Setting, key: str, own: list[ActionState], number: int) -> ThemeView:
    places = [each.position for each in own]
    rows = [(mark(name), places.count(name)) for name in POSITIONS if name in places]
    said = listed([f"{many} {_WORDS.get(shape.key, shape.label.lower())}" for shape, many in rows])
    name = f"{clean(setting.plan.label('theme'))} {clean(key)}"
    title = clean(setting.plan.theme_title(key))
    sentence = f"{name}: of {counted(len(own), 'action')}, {said}."
    bar = status_bar(f"theme-{number}", sentence, [(shape.key, shape.label, many) for shape, many in rows], thin=True)
    return ThemeView(clean(key), title, len(own), said, bar)
