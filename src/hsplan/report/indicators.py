"""The indicators as the report prints them: the figure, its target and baseline, which way it goes, how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hsplan.findings import capital, counted, full_stop, listed
from hsplan.monitor.figures import difference, is_rate, with_unit
from hsplan.monitor.indicators import IndicatorState, assess_indicators
from hsplan.monitor.missing import Missing
from hsplan.monitor.reading import Reading, Series, readings, voice_of
from hsplan.monitor.slots import months_of, named, without
from hsplan.monitor.trend import Trend
from hsplan.plan import Target, period_of
from hsplan.report.charts.bullet import Bullet, bullet
from hsplan.report.charts.sparkline import FEWEST, MOST, Sparkline, sparkline
from hsplan.report.records import IndicatorView, Point
from hsplan.report.setting import Setting
from hsplan.report.text import clean

_WAYS = {"better": "▲ Better", "worse": "▼ Worse", "same": "● The same"}


def indicators(setting: Setting) -> tuple[IndicatorView, ...]:
    """In document order, those without any figure, target or baseline left out."""
    states = assess_indicators(setting.plan, setting.state.owners, setting.state.as_at, setting.state.thresholds)
    return tuple(
        _view(each, number, _series(each, setting), setting)
        for number, each in enumerate(states, start=1)
        if _says_something(each)
    )


def indicator_points(setting: Setting, views: tuple[IndicatorView, ...]) -> tuple[Point, ...]:
    """How many met their targets; which have no figure yet; how many the plan only names."""
    known = [view.status for view in views if view.now]
    points = [_judged(known, setting.state.thresholds.tolerance)] if known else []
    points += _in_parts([view for view in views if view.parts])
    silent = [view for view in views if not view.now and not view.parts]
    if silent:
        none = "No figure is known" if not known else "No figure is known yet"
        points.append(f"{none} for {counted(len(silent), 'indicator')}: {'; '.join(_aim(view) for view in silent)}.")
    bare = len(setting.plan.indicators) - len(views)
    if bare and not views:
        points.append(f"The plan names {counted(bare, 'indicator')}, with neither a figure nor a target.")
    elif bare:
        have = "has" if bare == 1 else "have"
        points.append(f"{counted(bare, 'other indicator')} that the plan names {have} neither a figure nor a target.")
    return tuple(Point(text, "", ()) for text in points)


def missed_points(views: tuple[IndicatorView, ...]) -> tuple[Point, ...]:
    """How many missed their targets; () where none did."""
    number = sum(1 for view in views if view.status == "Missed")
    target = "its target" if number == 1 else "their targets"
    return (Point(f"{counted(number, 'indicator')} missed {target}.", "", ()),) if number else ()


def _in_parts(views: Sequence[IndicatorView]) -> list[str]:
    """The figures of single organisations, where they make no whole."""
    if not views:
        return []
    which = counted(len(views), "indicator")
    said = "; ".join(f"{_aim(view)}: {view.parts}" for view in views)
    return [f"For {which} figures are known of single organisations, and none for all together: {said}."]


def _judged(known: Sequence[str], tolerance: int) -> str:
    """ "Of 3 indicators with a figure, 1 missed its target and 2 met their targets."; "All 3 … met their targets."."""
    endings = {status: tuple(text.format(tolerance) for text in texts) for status, texts in _ENDINGS.items()}
    texts = [(known.count(status), words) for status, words in endings.items() if status in known]
    if len(known) > 1 and set(known) == {"Data only"}:
        return f"None of the {len(known)} indicators with a figure has a target to be judged by."
    if len(texts) == 1:
        which = "The only indicator" if len(known) == 1 else f"All {len(known)} indicators"
        return f"{which} with a figure {texts[0][1][len(known) > 1]}."
    said = listed([f"{number} {words[number > 1]}" for number, words in texts])
    return f"Of {counted(len(known), 'indicator')} with a figure, {said}."


_ENDINGS = {
    "Missed": ("missed its target", "missed their targets"),
    "Within tolerance": ("was close to its target (within {}%)", "were close to their targets (within {}%)"),
    "Met": ("met its target", "met their targets"),
    "Part of the period": ("cannot be judged yet", "cannot be judged yet"),
    "Data only": ("has no target to be judged by", "have no target to be judged by"),
}


def _aim(view: IndicatorView) -> str:
    """ "Homes let (target 30 a year, baseline 12)"."""
    parts = [f"target {view.target}" if view.target else "", f"baseline {view.baseline}" if view.baseline else ""]
    said = ", ".join(part for part in parts if part)
    return f"{view.title} ({said})" if said else view.title


def _says_something(each: IndicatorState) -> bool:
    return each.indicator.has_aim or each.standing.latest is not None or bool(each.by_organisation)


def _series(each: IndicatorState, setting: Setting) -> Series:
    plan, state = setting.plan, setting.state
    if len(each.indicator.actuals) < 3:
        return {}
    found = readings(each.indicator, plan, state.owners, state.as_at, lambda said: period_of(said, plan.context))
    return found.whole


def _view(each: IndicatorState, number: int, series: Series, setting: Setting) -> IndicatorView:
    found, unit = each.standing, each.indicator.unit
    latest = _shown(each)
    now = ""
    if latest:
        notes = ["so far", *([without(found.gaps)] if found.gaps else [])] * (latest == found.so_far)
        notes += ["provisional"] * latest.provisional
        now = f"{clean(with_unit(latest.value, unit))}, {named(latest.period)}"
        now += f" ({', '.join(notes)})" if notes else ""
    elif each.own:
        now = _parts(each, setting, date.min)
    target = _target(each) if found.wanted is not None else _first_target(each, setting)
    chart = _chart(each, number, now, target, setting) if latest else None
    # What is judged may be the sum of a year: the direction is that of the newest figure in it.
    whose = found.latest if found.latest != latest else None
    # A yearly figure has one fellow only, that of the period before and of the year before.
    trends = dict.fromkeys(_trend(way, unit, whose) for way in (found.before, found.year_before))
    return IndicatorView(
        title=clean(each.title),
        now=now,
        target=target,
        baseline=_baseline(each),
        trend="; ".join(filter(None, trends)),
        status=capital(each.status),
        rule=clean(each.rule),
        missing=_missing(each),
        note=full_stop(clean(each.indicator.note)),
        chart=chart,
        line=_line(each, number, series),
        parts="" if now else _parts(each, setting, date.min),
        since=_parts(each, setting, found.latest.period.end) if found.latest else "",
    )


def _shown(each: IndicatorState) -> Reading | None:
    """The figure beside the target: what is judged; of a count whose target is for a longer stretch, its sum so far;
    else the newest."""
    found = each.standing
    return found.judged or (found.so_far if found.wanted is not None else None) or found.latest


def _parts(each: IndicatorState, setting: Setting, after: date) -> str:
    """What single organisations have given for periods that end after a day: "121 households in Q3 2025/26 from Ely; no
    figure from March and Wisbech"; "" where that is nothing."""
    standings = [(name, found.latest) for name, found in each.by_organisation]
    known = [(name, last) for name, last in standings if last and last.period.end > after]
    if not known:
        return ""
    unit = each.indicator.unit
    said = [f"{clean(with_unit(last.value, unit))} in {named(last.period)} from {clean(name)}" for name, last in known]
    expected = setting.state.owners.expand(setting.plan.organisations)
    none = [clean(name) for name in expected if name not in dict(known)]
    return "; ".join([listed(said), *([f"no figure from {listed(none)}"] if none else [])])


def _line(each: IndicatorState, number: int, series: Series) -> Sparkline | None:
    """The figures for periods as long as the newest one's: others cannot be laid beside it."""
    latest = each.standing.latest
    if latest is None:
        return None
    alike = [period for period in series if months_of(period) == months_of(latest.period)]
    drawn: list[Reading] = [series[period] for period in sorted(alike, key=lambda period: period.end)]
    if len(drawn) < FEWEST:
        return None
    drawn = drawn[-MOST:]
    said = [f"{clean(with_unit(every.value, each.indicator.unit))} in {named(every.period)}" for every in drawn]
    sentence = f"{len(drawn)} figures: {listed(said)}."
    # A target for a longer stretch than the figures is on another scale.
    judged = each.standing.judged
    wanted = each.standing.wanted if judged and months_of(judged.period) == months_of(latest.period) else None
    return sparkline(f"line-{number}", sentence, [every.value for every in drawn], wanted)


def _missing(each: IndicatorState) -> str:
    """ "Q3 2013/14", "8 figures, the last for February 2011"."""
    if len(each.missing) > 2:
        return f"{len(each.missing)} figures, the last for {named(each.missing[-1].period)}"
    return listed([_gap(gap) for gap in each.missing])


def _gap(gap: Missing) -> str:
    """ "Q3 2025/26 (March and Wisbech)": who owes a figure, where others have given theirs."""
    who = f" ({listed([clean(name) for name in gap.organisations])})" if gap.organisations else ""
    return f"{named(gap.period)}{who}"


def _target(each: IndicatorState) -> str:
    """ "£1,000,000 a year": the target that holds, with the stretch that a count is to reach it in."""
    found, indicator = each.standing, each.indicator
    if found.target is None or found.wanted is None:
        return ""
    text = clean(with_unit(found.wanted, indicator.unit))
    if indicator.snapshot or is_rate(indicator):
        return text
    whole = f" for {clean(found.target.period)}" if found.target.period and found.judged is None else ""
    return text + (f" a {found.target.per}" if found.target.per in _PER else whole)


_PER = {"month": 1, "quarter": 3, "year": 12}


def _first_target(each: IndicatorState, setting: Setting) -> str:
    """Where no figure of all together is judged, the first target as the plan states it; where there are only those of
    single organisations, theirs: the one that each is judged by, else its first."""
    first: dict[str, Target] = {}
    for target in each.indicator.targets:
        if target.value is not None:
            first.setdefault(voice_of(target.by, setting.plan, setting.state.owners), target)
    if "" in first:
        return _stated(first[""], each)
    first.update((name, found.target) for name, found in each.own if found.target)
    return "; ".join(f"{_stated(target, each)} for {clean(name)}" for name, target in first.items())


def _stated(target: Target, each: IndicatorState) -> str:
    if target.value is None:
        return ""
    adds = not each.indicator.snapshot and not is_rate(each.indicator)
    stretch = f" a {target.per}" if adds and target.per in _PER else ""
    period = f" in {clean(target.period)}" if target.period else ""
    return f"{clean(with_unit(target.value, each.indicator.unit))}{stretch}{period}"


def _baseline(each: IndicatorState) -> str:
    baseline = each.indicator.baseline
    if baseline is None or baseline.value is None:
        return ""
    period = f" in {clean(baseline.period)}" if baseline.period else ""
    return f"{clean(with_unit(baseline.value, each.indicator.unit))}{period}"


def _trend(trend: Trend, unit: str, whose: Reading | None = None) -> str:
    """ "▲ Better: down 5 households from Q1 2013/14"; without a better way only how it changed.

    `whose` is the figure that changed, where it is not the one that stands beside it.
    """
    if trend.against is None or trend.change is None:
        return ""
    than = named(trend.against.period)
    figure = ""
    if whose:
        may_change = " (provisional)" if whose.provisional else ""
        figure = f"{named(whose.period)} was {clean(with_unit(whose.value, unit))}{may_change}, "
    if trend.change == 0:
        return f"{_WAYS['same']}: {figure}as in {than}" if figure else f"{_WAYS['same']} as {than}"
    size = clean(difference(abs(trend.change), unit))
    changed = f"{figure}{'up' if trend.change > 0 else 'down'} {size} from {than}"
    way = _WAYS.get(trend.direction, "")
    return f"{way}: {changed}" if way else capital(changed)


def _chart(each: IndicatorState, number: int, now: str, target: str, setting: Setting) -> Bullet | None:
    found = each.standing
    reading = _shown(each)
    baseline = _drawn_baseline(each, setting)
    if reading is None:
        return None
    parts = [f"Now {now}"]
    parts += [f"target {target}"] if found.wanted is not None else []
    parts += [f"baseline {_baseline(each)}"] if baseline is not None else []
    before = found.before.against
    # What is judged may be the sum of a year: then the figure before is no fellow of it.
    fellow = before.value if before and found.latest == reading else None
    trend = _trend(found.before, each.indicator.unit) if fellow is not None else ""
    parts += [trend.partition(": ")[2] or trend] if trend else []
    wanted: Decimal | None = found.wanted
    sentence = f"{'; '.join(parts)}."
    return bullet(f"bullet-{number}", sentence, reading.value, wanted, baseline, fellow)


def _drawn_baseline(each: IndicatorState, setting: Setting) -> Decimal | None:
    """The baseline where it can be laid beside the figure: that of a year is no fellow of a quarter's count."""
    baseline, found = each.indicator.baseline, each.standing
    if baseline is None or baseline.value is None or each.indicator.snapshot or is_rate(each.indicator):
        return baseline.value if baseline else None
    period = period_of(baseline.period, setting.plan.context) if baseline.period else None
    reading = _shown(each)
    if period is None or reading is None:
        return baseline.value
    aim = period_of(found.target.period, setting.plan.context) if found.target and found.target.period else None
    whole = months_of(aim) if aim else None
    per = _PER.get(found.target.per, whole) if found.target else None
    length = per if reading == found.so_far else months_of(reading.period)
    return baseline.value if length in (None, months_of(period)) else None
