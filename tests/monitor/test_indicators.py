"""Indicators as at a date: status, distance, direction, missing figures, organisations."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsplan.document import Map, read
from hsplan.monitor import Thresholds
from hsplan.monitor.catalogue import catalogue
from hsplan.monitor.figures import figure_text, is_rate, with_unit
from hsplan.monitor.indicators import IndicatorState, assess_indicators
from hsplan.monitor.slots import block, named, shifted, within
from hsplan.plan import Indicator, Owners, read_plan
from hsplan.schema.choices import BETTER, OFTEN
from hsplan.schema.values import is_id

HEAD = """\
id: example-2013
organisations: [City, County]
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
owners:
  City: {kind: organisation, also: [The City]}
  County: {kind: organisation}
  Both: {kind: group, members: [City, County]}
indicators:
  it:
"""


def assess(keys: str, as_at: str, thresholds: Thresholds = Thresholds()) -> IndicatorState:
    """The state of an indicator, given its keys (one a line) and a day."""
    text = HEAD + "".join(f"    {line}\n" for line in keys.strip().splitlines())
    document = read(text.encode(), "example-2013.yaml")
    assert document.findings == ()
    plan = read_plan(document)
    return assess_indicators(plan, Owners({}, plan.owners), date.fromisoformat(as_at), thresholds)[0]


def actuals(*figures: str) -> str:
    """`actuals:` of figures written "period = value", with further keys after a comma."""
    entries = []
    for figure in figures:
        period, _, rest = figure.partition(" = ")
        value, _, more = rest.partition(", ")
        entries.append(f"{{period: {period}, value: {value}{', ' + more if more else ''}}}")
    return f"actuals: [{', '.join(entries)}]"


LOWER = "title: Acceptances\nunit: households\nbetter: lower\nfrequency: quarterly\n"
HIGHER = LOWER.replace("lower", "higher")
SNAPSHOT = LOWER + "snapshot: true\n"
RATE = "title: Success\nunit: '%'\nbetter: higher\nfrequency: quarterly\n"
YEAR = "targets: [{period: 2013/14, per: year, value: 120}]\n"
QUARTER = "targets: [{period: 2013/14, per: quarter, value: 30}]\n"
OPEN = "targets: [{value: 30}]\n"

STATUSES = [
    ("quarter met", LOWER + QUARTER + actuals("Q1 2013/14 = 30"), "met", "0"),
    ("quarter within tolerance", LOWER + QUARTER + actuals("Q1 2013/14 = 33"), "within tolerance", "-3"),
    ("quarter missed", LOWER + QUARTER + actuals("Q1 2013/14 = 34"), "missed", "-4"),
    ("higher met", HIGHER + QUARTER + actuals("Q1 2013/14 = 31"), "met", "1"),
    ("higher within tolerance", HIGHER + QUARTER + actuals("Q1 2013/14 = 27"), "within tolerance", "-3"),
    ("higher missed", HIGHER + QUARTER + actuals("Q1 2013/14 = 26.9"), "missed", "-3.1"),
    (
        "a target of nought has no tolerance",
        SNAPSHOT + "targets: [{value: 0}]\n" + actuals("May 2013 = 1"),
        "missed",
        "-1",
    ),
    ("a snapshot compares directly", SNAPSHOT + YEAR + actuals("Q1 2013/14 = 119"), "met", "1"),
    ("snapshots are not added", SNAPSHOT + YEAR + actuals("Q1 2013/14 = 80", "Q2 2013/14 = 90"), "met", "30"),
    (
        "a rate compares directly",
        RATE + "targets: [{per: year, value: 50}]\n" + actuals("Q1 2013/14 = 49.5"),
        "within tolerance",
        "-0.5",
    ),
    ("part of a year", LOWER + YEAR + actuals("Q1 2013/14 = 31", "Q2 2013/14 = 30"), "part of the period", None),
    ("part of a year with a gap", LOWER + YEAR + actuals("Q2 2013/14 = 31"), "part of the period", None),
    ("a part that is over already", LOWER + YEAR + actuals("Q1 2013/14 = 70", "Q2 2013/14 = 63"), "missed", "-13"),
    ("a part that is over within tolerance", LOWER + YEAR + actuals("Q1 2013/14 = 130"), "part of the period", None),
    ("a part that is enough already", HIGHER + YEAR + actuals("Q1 2013/14 = 120"), "met", "0"),
    ("no target", LOWER + actuals("Q1 2013/14 = 31"), "data only", None),
    ("no better", "title: A\n" + QUARTER + actuals("Q1 2013/14 = 31"), "data only", None),
    (
        "target of another year",
        LOWER + "targets: [{period: 2012/13, per: quarter, value: 30}]\n" + actuals("Q1 2013/14 = 31"),
        "data only",
        None,
    ),
    ("target without a stretch", LOWER + OPEN + actuals("Q1 2013/14 = 31"), "data only", None),
    (
        "figure longer than the target",
        LOWER + "targets: [{per: quarter, value: 30}]\n" + actuals("2012/13 = 31"),
        "data only",
        None,
    ),
    ("no figure", LOWER + QUARTER, "no data", None),
    ("not ended", LOWER + QUARTER + actuals("Q4 2014/15 = 31"), "no data", None),
    ("not published", LOWER + QUARTER + actuals("Q1 2013/14 = 31, date: 2015-01-01"), "no data", None),
    ("counted before the period ends", SNAPSHOT + OPEN + actuals("Q4 2013/14 = 30, date: 2013-11-14"), "met", "0"),
    (
        "a target by word of the period",
        LOWER + "targets: [{period: Q1 2013/14, value: 30}]\n" + actuals("Q1 2013/14 = 31"),
        "within tolerance",
        "-1",
    ),
    (
        "final before provisional",
        LOWER + QUARTER + actuals("Q1 2013/14 = 90, provisional: true", "Q1 2013/14 = 30"),
        "met",
        "0",
    ),
]


@pytest.mark.parametrize(("keys", "status", "distance"), [pytest.param(*row[1:], id=row[0]) for row in STATUSES])
def test_status_and_distance(keys: str, status: str, distance: str | None) -> None:
    state = assess(keys, "2013-12-31")
    assert (state.status, state.standing.distance) == (status, None if distance is None else Decimal(distance))


COUNT = "title: Rough sleepers\nunit: people\nbetter: lower\nfrequency: yearly\nsnapshot: true\n"


@pytest.mark.parametrize(
    ("figure", "as_at", "known"),
    [
        ("2013 = 17", "2012-12-31", False),
        ("2013 = 17", "2013-01-01", True),
        ("2013 = 17", "2014-01-01", True),
        ("2013 = 17, date: 2013-11-14", "2013-11-13", False),
        ("2013 = 17, date: 2013-11-14", "2013-11-14", True),
        ("2013 = 17, date: 2014-02-01", "2014-01-31", False),
    ],
)
def test_a_count_is_known_from_its_day_else_from_the_beginning_of_its_period(
    figure: str, as_at: str, known: bool
) -> None:
    state = assess(COUNT + "targets: [{period: 2013, value: 12}]\n" + actuals(figure), as_at)
    assert state.status == ("missed" if known else "no data")
    each = assess(COUNT + actuals(f"{figure}, by: City"), as_at)
    assert [name for name, _ in each.by_organisation] == ["City"] * known


def test_a_count_of_the_year_that_goes_on_makes_none_before_it_missing() -> None:
    keys = COUNT + actuals("2015/16 = 17")
    assert [named(each.period) for each in assess(keys, "2015-12-31").missing] == []
    assert [named(each.period) for each in assess(keys, "2016-03-31").missing] == ["2013/14", "2014/15"]


GAPS = [
    (LOWER, ("Q1 2013/14 = 70", "Q3 2013/14 = 20"), "part of the period", "90", "April to December 2013", "Q2 2013/14"),
    (LOWER, ("Q1 2013/14 = 70", "Q3 2013/14 = 63"), "missed", "133", "April to December 2013", "Q2 2013/14"),
    (
        HIGHER,
        ("Q1 2013/14 = 70", "Q3 2013/14 = 20"),
        "part of the period",
        "90",
        "April to December 2013",
        "Q2 2013/14",
    ),
    (HIGHER, ("Q2 2013/14 = 70", "Q3 2013/14 = 50"), "met", "120", "April to December 2013", "Q1 2013/14"),
    (
        HIGHER,
        ("Q1 2013/14 = 5", "Q2 2013/14 = 1", "Q4 2013/14 = 5"),
        "part of the period",
        "11",
        "2013/14",
        "Q3 2013/14",
    ),
    (HIGHER, ("May 2013 = 5", "H1 2013/14 = 1", "Q4 2013/14 = 5"), "part of the period", "6", "2013/14", "Q3 2013/14"),
]


@pytest.mark.parametrize(("keys", "figures", "status", "value", "period", "gap"), GAPS)
def test_what_is_known_of_a_year_is_added_up_and_its_gap_named(
    keys: str, figures: tuple[str, ...], status: str, value: str, period: str, gap: str
) -> None:
    standing = assess(keys + YEAR + actuals(*figures), "2014-03-31").standing
    assert standing.so_far is not None
    assert (standing.status, standing.so_far.value) == (status, Decimal(value))
    assert (standing.so_far.wording, [named(each) for each in standing.gaps]) == (f"{period}, without {gap}", [gap])


def test_a_year_with_a_gap_is_told_as_such() -> None:
    months = [f"{month} 2013 = 5" for month in ("April", "May", "July", "September")]
    assert assess(HIGHER + YEAR + actuals(*months), "2013-09-30").standing.rule == (
        "Target for 2013/14: at least 120 households. So far 20 households (April to September 2013, without June 2013 "
        "and August 2013): part of the year, not judged yet."
    )
    sparse = [f"{month} = 5" for month in ("April 2013", "June 2013", "August 2013", "October 2013", "December 2013")]
    assert "20 households (April to December 2013, with 4 gaps)" in (
        assess(HIGHER + YEAR + actuals(*sparse[1:]), "2014-03-31").standing.rule
    )


def test_a_year_with_a_gap_leaves_the_year_before_to_be_judged() -> None:
    keys = LOWER + "targets: [{per: year, value: 120}]\n" + actuals(*QUARTERS, "Q2 2014/15 = 40")
    standing = assess(keys, "2014-10-31").standing
    assert (standing.status, standing.distance, [named(each) for each in standing.gaps]) == (
        "met",
        Decimal(2),
        ["Q1 2014/15"],
    )
    assert standing.rule.endswith(
        "So far 40 households (April to September 2014, without Q1 2014/15): part of the year, not judged yet."
    )


QUARTERS = ("Q1 2013/14 = 31", "Q2 2013/14 = 30", "Q3 2013/14 = 29", "Q4 2013/14 = 28")


def test_a_complete_year_is_summed_and_compared() -> None:
    standing = assess(LOWER + YEAR + actuals(*QUARTERS), "2014-03-31").standing
    assert standing.judged is not None
    assert (standing.judged.wording, standing.judged.value, standing.judged.summed) == ("2013/14", Decimal(118), True)
    assert standing.rule == "Target for 2013/14: at most 120 households. It was 118 households: met."


def test_a_year_given_as_such_is_not_summed() -> None:
    standing = assess(LOWER + YEAR + actuals(*QUARTERS, "2013/14 = 119"), "2014-03-31").standing
    assert standing.judged is not None
    assert (standing.judged.value, standing.judged.summed) == (Decimal(119), False)
    assert standing.latest is not None
    assert standing.latest.wording == "Q4 2013/14"


def test_the_year_before_stands_until_the_new_one_is_complete() -> None:
    keys = LOWER + "targets: [{per: year, value: 120}]\n" + actuals(*QUARTERS, "Q1 2014/15 = 40")
    standing = assess(keys, "2014-07-31").standing
    assert (standing.status, standing.distance) == ("met", Decimal(2))
    assert standing.so_far is not None
    assert standing.so_far.value == 40
    assert standing.rule == (
        "Target for 2013/14: at most 120 households. It was 118 households: met. Target for 2014/15: at most 120 "
        "households. So far 40 households (Q1 2014/15): part of the year, not judged yet."
    )


def test_a_target_for_the_plans_whole_period() -> None:
    keys = HIGHER + "targets: [{per: period, value: 500}]\n" + actuals("2013/14 = 100", "2014/15 = 120")
    assert assess(keys, "2015-04-01").standing.rule == (
        "Target for April 2013 to March 2018: at least 500 households. So far 220 households "
        "(April 2013 to March 2015): part of the period, not judged yet."
    )


def test_years_count_from_the_targets_own_start() -> None:
    keys = HIGHER + "targets: [{period: July 2013 to June 2015, per: year, value: 100}]\n"
    keys += actuals("July to September 2013 = 50", "October 2013 to June 2014 = 60")
    assert assess(keys, "2014-07-01").standing.rule == (
        "Target for July 2013 to June 2014: at least 100 households. It was 110 households: met."
    )


@pytest.mark.parametrize(("tolerance", "status"), [(0, "missed"), (9, "missed"), (10, "within tolerance")])
def test_tolerance_is_settable(tolerance: int, status: str) -> None:
    keys = LOWER + QUARTER + actuals("Q1 2013/14 = 33")
    assert assess(keys, "2013-12-31", Thresholds(tolerance=tolerance)).status == status


DIRECTIONS = [
    (LOWER, ("Q1 2013/14 = 31", "Q2 2013/14 = 30"), "better", "none"),
    (HIGHER, ("Q1 2013/14 = 31", "Q2 2013/14 = 30"), "worse", "none"),
    (LOWER, ("Q2 2012/13 = 30", "Q2 2013/14 = 30"), "none", "same"),
    (LOWER, ("Q2 2012/13 = 20", "Q4 2012/13 = 40", "Q1 2013/14 = 31", "Q2 2013/14 = 30"), "better", "worse"),
    (LOWER, ("2012/13 = 120", "2013/14 = 110"), "better", "better"),
    (LOWER, ("Q2 2013/14 = 30", "2012/13 = 120"), "none", "none"),
    (SNAPSHOT, ("2013-06-28 = 31", "2013-09-30 = 30"), "better", "none"),
    (SNAPSHOT.replace("quarterly", "yearly"), ("2012-11-14 = 5", "2013-11-20 = 8"), "worse", "worse"),
    (SNAPSHOT.replace("frequency: quarterly\n", ""), ("2012-02-14 = 5", "2013-11-20 = 8"), "worse", "none"),
    ("title: A\nfrequency: quarterly\n", ("Q1 2013/14 = 31", "Q2 2013/14 = 30"), "none", "none"),
]


@pytest.mark.parametrize(("keys", "figures", "before", "year_before"), DIRECTIONS)
def test_direction_of_travel(keys: str, figures: tuple[str, ...], before: str, year_before: str) -> None:
    standing = assess(keys + actuals(*figures), "2014-03-31").standing
    assert (standing.before.direction, standing.year_before.direction) == (before, year_before)


MISSING = [
    ("2013-10-27", LOWER + QUARTER, []),
    ("2013-10-28", LOWER + QUARTER, ["Q1 2013/14"]),
    ("2014-01-28", LOWER + QUARTER, ["Q1 2013/14", "Q2 2013/14"]),
    ("2014-01-28", LOWER + QUARTER + actuals("Q1 2013/14 = 31"), ["Q2 2013/14"]),
    ("2014-01-28", LOWER + QUARTER + actuals("Q2 2013/14 = 31"), ["Q1 2013/14"]),
    ("2014-08-28", LOWER + QUARTER + actuals("2013/14 = 120"), []),
    ("2014-01-28", SNAPSHOT + actuals("2013-06-30 = 1", "2013-09-12 = 2"), []),
    ("2013-10-28", LOWER + actuals("Q2 2012/13 = 31"), ["Q3 2012/13", "Q4 2012/13", "Q1 2013/14"]),
    ("2013-10-28", LOWER + actuals("2011/12 = 120"), ["Q1 2013/14"]),
    ("2013-10-28", LOWER, []),
    ("2013-10-28", LOWER.replace("frequency: quarterly\n", "") + QUARTER, []),
    ("2013-10-28", LOWER + QUARTER + actuals("Q1 2013/14 = 31, date: 2013-11-30"), ["Q1 2013/14"]),
    (
        "2030-01-01",
        LOWER.replace("quarterly", "yearly") + actuals("2013/14 = 1"),
        ["2014/15", "2015/16", "2016/17", "2017/18"],
    ),
]


@pytest.mark.parametrize(("as_at", "keys", "periods"), MISSING)
def test_missing_readings(as_at: str, keys: str, periods: list[str]) -> None:
    assert [named(each.period) for each in assess(keys, as_at).missing] == periods


def test_the_lag_is_settable() -> None:
    assert len(assess(LOWER + QUARTER, "2013-07-01", Thresholds(reading_lag=1)).missing) == 1


def test_nothing_is_missing_before_the_statistic_counts() -> None:
    keys = "catalogue: ta-households\ntargets: [{value: 30}]"
    assert assess(keys, "2018-03-31").missing == ()


BY = ("Q1 2013/14 = 10, by: The City", "Q1 2013/14 = 21.5, by: County", "Q2 2013/14 = 9, by: City")


def test_organisations_are_summed_where_all_have_given_a_figure() -> None:
    state = assess(LOWER + QUARTER + actuals(*BY), "2014-01-28")
    assert state.standing.latest is not None
    assert (state.standing.latest.wording, state.standing.latest.value) == ("Q1 2013/14", Decimal("31.5"))
    assert [(name, standing.latest and standing.latest.value) for name, standing in state.by_organisation] == [
        ("City", Decimal(9)),
        ("County", Decimal("21.5")),
    ]
    assert [(named(each.period), each.organisations) for each in state.missing] == [("Q2 2013/14", ("County",))]


def test_percentages_are_never_added() -> None:
    state = assess(RATE + actuals(*BY), "2014-01-28")
    assert (state.status, state.standing.latest) == ("data only", None)
    assert "percentages, rates and averages are never added" in state.standing.rule


def test_one_organisation_makes_no_total() -> None:
    state = assess(LOWER + QUARTER + actuals(BY[0]), "2013-08-01")
    assert (state.status, state.standing.latest) == ("data only", None)


def test_a_group_of_all_speaks_for_all() -> None:
    assert assess(LOWER + QUARTER + actuals("Q1 2013/14 = 30, by: Both"), "2013-08-01").status == "met"


def test_an_organisations_own_target() -> None:
    keys = LOWER + "targets: [{per: quarter, value: 9, by: The City}]\n" + actuals(*BY)
    state = assess(keys, "2013-08-01")
    assert [(name, standing.status) for name, standing in state.by_organisation] == [
        ("City", "missed"),
        ("County", "data only"),
    ]


def test_provisional_figures_are_flagged() -> None:
    standing = assess(
        LOWER + YEAR + actuals(*QUARTERS[:3], "Q4 2013/14 = 28, provisional: true"), "2014-03-31"
    ).standing
    assert standing.judged is not None
    assert standing.judged.provisional
    assert "It was 118 households (provisional)" in standing.rule


def test_figures_are_exact() -> None:
    keys = LOWER + "targets: [{period: H1 2013/14, value: 0.3}]\n" + actuals("Q1 2013/14 = 0.1", "Q2 2013/14 = 0.2")
    standing = assess(keys, "2013-10-01").standing
    assert (standing.status, standing.distance) == ("met", Decimal(0))


def test_an_unclear_period_counts_for_nothing() -> None:
    state = assess(LOWER + OPEN + actuals("spring count = 31"), "2014-01-28")
    assert (state.status, [entry.period for entry in state.unclear]) == ("no data", ["spring count"])


def test_the_catalogue_gives_what_the_plan_leaves_out() -> None:
    state = assess("catalogue: ta-households\nunit: families", "2019-01-01")
    one = state.indicator
    assert state.title == "Households in temporary accommodation on the last day of the quarter"
    assert (one.unit, one.better, one.frequency, one.snapshot) == ("families", "lower", "quarterly", True)


def test_the_catalogue_uses_the_words_of_the_format() -> None:
    for code, standard in catalogue().items():
        assert standard.title
        assert standard.source
        assert standard.counts_from is not None, code
        assert standard.frequency in {word.word for word in OFTEN.words}, code
        assert standard.better in {"", *(word.word for word in BETTER.words)}, code
        assert is_id(code)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("0.10", "%", "0.1%"),
        ("100", "%", "100%"),
        ("1250", "households", "1,250 households"),
        ("1.0", "households", "1 household"),
        ("1", "people", "1 person"),
        ("1", "families", "1 family"),
        ("1", "per 1,000 households", "1 per 1,000 households"),
        ("-0.0", "", "0"),
        ("100.0", "", "100"),
        ("3000", "£", "£3,000"),
        ("3000.0", "£", "£3,000"),
        ("260000.1", "£", "£260,000.10"),
        ("-5", "£", "-£5"),
        ("0.125", "£", "£0.125"),
    ],
)
def test_figures_in_words(value: str, unit: str, text: str) -> None:
    assert with_unit(Decimal(value), unit) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_a_figure_in_words_is_the_figure(value: Decimal) -> None:
    text = figure_text(value)
    assert Decimal(text.replace(",", "")) == value
    assert not ("." in text and text.endswith("0"))


PERIODS = [f"Q{number} {year}" for year in ("2012/13", "2013/14", "2014/15") for number in (1, 2, 3, 4)]
PERIODS += ["2012/13", "2013/14", "2013-06-30"]
FIGURES = st.lists(
    st.builds(
        "{} = {}{}".format,
        st.sampled_from(PERIODS),
        st.integers(0, 60),
        st.sampled_from(["", ", by: City", ", by: County", ", provisional: true", ", date: 2014-02-01"]),
    ),
    max_size=8,
)
KINDS = st.sampled_from([LOWER, HIGHER, SNAPSHOT, RATE])
TARGETS = st.sampled_from(
    [YEAR, QUARTER, OPEN, "", "targets: [{per: year, value: 100}, {period: 2013/14, value: 90}]\n"]
)


def facts(state: IndicatorState) -> object:
    """Everything but the records of the file, whose places differ."""
    standings = [state.standing, *(standing for _, standing in state.by_organisation)]
    return (
        [(each.status, each.rule, each.distance, each.before.change, each.year_before.change) for each in standings],
        [name for name, _ in state.by_organisation],
        state.missing,
    )


@settings(max_examples=60)
@given(KINDS, TARGETS, FIGURES, st.randoms())
def test_the_order_of_figures_never_matters(keys: str, targets: str, figures: list[str], random: object) -> None:
    shuffled = list(figures)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first = assess(keys + targets + actuals(*figures), "2014-12-31")
    assert facts(first) == facts(assess(keys + targets + actuals(*shuffled), "2014-12-31"))


@settings(max_examples=60)
@given(
    KINDS, TARGETS, FIGURES, st.sampled_from(["Q1 2014/15 = 1", "2014/15 = 500", "Q1 2013/14 = 7, date: 2014-07-01"])
)
def test_a_later_figure_never_changes_an_earlier_date(keys: str, targets: str, figures: list[str], late: str) -> None:
    snapshot = "snapshot" in keys
    if snapshot and "date" in late:
        late = late.replace("Q1 2013/14", "Q1 2014/15")
    # A count without a date may have been made on its period's first day.
    day = "2014-03-31" if snapshot and "date" not in late else "2014-06-29"
    before = assess(keys + targets + actuals(*figures), day)
    assert facts(before) == facts(assess(keys + targets + actuals(*figures, late), day))


@given(KINDS, st.integers(0, 200), st.integers(0, 200))
def test_the_sign_of_the_distance_follows_better(keys: str, wanted: int, value: int) -> None:
    target = f"targets: [{{period: Q1 2013/14, value: {wanted}}}]\n"
    state = assess(keys + target + actuals(f"Q1 2013/14 = {value}"), "2013-12-31")
    distance = state.standing.distance
    assert distance == (value - wanted if "higher" in keys else wanted - value)
    assert (state.status == "met") == (distance >= 0)


@given(FIGURES, st.dates(date(2013, 1, 1), date(2016, 1, 1)))
def test_what_is_missing_only_shrinks_when_a_figure_is_added(figures: list[str], as_at: date) -> None:
    keys = LOWER + QUARTER
    before = assess(keys + actuals(*figures), as_at.isoformat())
    after = assess(keys + actuals(*figures, "Q2 2013/14 = 1"), as_at.isoformat())
    assert {each.period for each in after.missing} <= {each.period for each in before.missing}
    assert all(each.period.end + timedelta(days=120) <= as_at for each in before.missing)


MONTHS = st.sets(st.integers(0, 11), min_size=1)


@given(MONTHS, st.integers(0, 60), st.sampled_from([LOWER, HIGHER]))
def test_a_missing_month_decides_nothing(known: set[int], value: int, keys: str) -> None:
    keys = keys.replace("quarterly", "monthly") + YEAR
    months = [shifted(block(date(2013, 4, 1), 1), number) for number in range(12)]

    def judged(fill: int) -> IndicatorState:
        figures = [f"{named(months[each])} = {value}" for each in sorted(known)]
        figures += [f"{named(months[each])} = {fill}" for each in range(12) if each not in known and fill >= 0]
        return assess(keys + actuals(*figures), "2014-03-31")

    partial = judged(-1)
    if partial.status != "part of the period":
        assert {judged(0).status, judged(500).status} == {partial.status}
    elif len(known) < 12:
        assert partial.standing.so_far is not None
        assert partial.standing.so_far.value == value * len(known)
        lacking = {number for gap in partial.standing.gaps for number in range(12) if within(months[number], gap)}
        assert lacking == set(range(max(known))) - known


@pytest.mark.parametrize(
    ("unit", "title", "rate"),
    [
        ("%", "Cases closed", True),
        ("Per 1,000 households", "Acceptances", True),
        ("RATE", "Repeat homelessness", True),
        ("mean", "Nights in a hostel", True),
        ("", "Share of cases closed", False),
        ("share", "Cases closed", True),
        ("", "Acceptances per 1,000 households", True),
        ("", "Average stay", True),
        ("", "Per cent of cases closed", True),
        ("people", "Persons helped by experts", False),
        ("households", "Separate homes", False),
        ("", "", False),
    ],
)
def test_percentages_rates_and_averages_are_never_added(unit: str, title: str, rate: bool) -> None:
    assert is_rate(Indicator("it", title, unit, "", None, "", "", "", None, (), (), "", "", "", Map(0))) is rate
