"""The small pictures: a bar for each theme, a line of figures, the arrow from the figure before; one lead's page."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.report import report_context
from hsplan.report.charts.bullet import bullet
from hsplan.report.charts.sparkline import MOST, sparkline
from hsplan.report.records import IndicatorView
from hsplan.report.render import render
from tests.conftest import Build, Run
from tests.report.conftest import HEAD, FromText, Shipped

_figures = st.lists(st.decimals(-1000, 100_000, places=2), min_size=3, max_size=40)


def test_themes_add_up_to_the_plan(shipped: Shipped) -> None:
    made = report_context(shipped("oxford-2013", "2014-03-31"))
    themes = made.summary.themes
    assert sum(theme.total for theme in themes) == made.summary.total
    assert [theme.id for theme in themes] == ["A", "B", "C", "D", "W"]
    assert themes[4].said == "3 overdue and 5 without a date"
    assert themes[4].bar.sentence == "Theme W: of 8 actions, 3 overdue and 5 without a date."
    assert [segment.number for segment in themes[4].bar.segments] == [3, 5]
    assert all(segment.plate_width == 0 for theme in themes for segment in theme.bar.segments)


def test_one_theme_is_nothing_to_compare(shipped: Shipped) -> None:
    assert report_context(shipped("west-kent-2010", "2011-06-30")).summary.themes == ()


@given(_figures, st.none() | st.decimals(-1000, 100_000, places=2))
def test_a_line_stays_in_its_picture(values: list[Decimal], target: Decimal | None) -> None:
    line = sparkline("x", "", values, target)
    assert line is not None
    points = [tuple(map(float, pair.split())) for pair in line.path[1:].split("L")]
    assert len(points) == min(len(values), MOST)
    assert points[-1] == (line.last_x, line.last_y)
    assert all(0 <= x <= line.width and 0 <= y <= line.height for x, y in points)
    assert target is None or (line.target_y is not None and 0 <= line.target_y <= line.height)
    newest, before = values[-1], values[-2]
    assert (newest > before) <= (points[-1][1] <= points[-2][1])


def test_two_figures_make_no_line() -> None:
    assert sparkline("x", "", [Decimal(1), Decimal(2)], None) is None


def test_the_arrow_leads_from_the_figure_before() -> None:
    up = bullet("x", "", Decimal(20), Decimal(40), None, Decimal(10))
    assert up is not None
    assert up.before_x is not None
    assert up.before_x < up.tip_x
    same = bullet("x", "", Decimal(20), Decimal(40), None, Decimal(20))
    assert same is not None
    assert same.before_x is None


INDICATORS = """
indicators:
  prevented:
    title: "Households prevented"
    unit: households
    better: higher
    frequency: quarterly
    targets: [{{period: 2013/14, per: quarter, value: 100}}]
    actuals:
{figures}
actions: {{}}
"""


def view(from_text: FromText, figures: list[str]) -> IndicatorView:
    text = INDICATORS.format(figures="\n".join(f"      - {{{each}}}" for each in figures))
    return report_context(from_text(text, "2014-06-30")).indicators[0]


def test_the_line_of_an_indicator_takes_only_figures_that_can_lie_beside_each_other(from_text: FromText) -> None:
    quarters = [f"period: Q{number} 2013/14, value: {value}" for number, value in ((1, 80), (2, 90), (3, 110))]
    made = view(from_text, ["period: 2012/13, value: 300", *quarters])
    assert made.line is not None
    assert made.line.path.count("L") == 2
    assert made.line.target_y is not None
    said = "80 households in Q1 2013/14, 90 households in Q2 2013/14 and 110 households in Q3 2013/14"
    assert made.line.sentence == f"3 figures: {said}."
    assert made.chart is not None
    assert made.chart.sentence.endswith("up 20 households from Q2 2013/14.")
    assert view(from_text, ["period: 2012/13, value: 300", *quarters[:2]]).line is None


def test_the_sentence_of_a_line_tells_the_figures_that_are_drawn(from_text: FromText) -> None:
    months = [f"period: {2013 + number // 12}-{number % 12 + 1:02}, value: {number + 1}" for number in range(14)]
    line = view(from_text, months).line
    assert line is not None
    assert line.path.count("L") == MOST - 1
    assert line.sentence.startswith("12 figures: 3 households in March 2013, 4 households in April 2013, ")
    assert line.sentence.endswith(" and 14 households in February 2014.")


def test_the_sentence_of_moved_dates_says_how_many_are_drawn(from_text: FromText) -> None:
    def said(number: int) -> tuple[str, int]:
        moves = "date_changes: [{date: 2013-06-01, due: 2014-06-30, decision: Board, decided: 2013-06-02}]"
        actions = (f'  "{each}": {{title: "Build", timescale: May 2014, {moves}}}\n' for each in range(number))
        moved = report_context(from_text(f"actions:\n{''.join(actions)}", "2013-12-31")).moved
        assert moved is not None
        return moved.chart.sentence, len(moved.chart.rows)

    worst = "the furthest is action 0, 30 days later."
    assert said(10) == (f"First and current due dates of 10 actions whose date was moved; {worst}", 10)
    assert said(17) == (f"First and current due dates of the first 8 of 17 actions whose date was moved; {worst}", 8)


def test_the_sentence_of_the_next_two_quarters_tells_each_date(shipped: Shipped) -> None:
    ahead = report_context(shipped("west-kent-2010", "2011-01-31")).ahead
    assert ahead is not None
    assert ahead.chart is not None
    for day in ahead.days:
        assert all(f"{item.id} on {day.day.words}" in ahead.chart.sentence for item in day.items)


def test_accepted_findings_with_what_becomes_of_them(hsplan: Run, build: Build) -> None:
    plan = HEAD + (
        'actions:\n  "1":\n    title: "Build | homes"\n    timescale: May 2014\n    internal_note: "sekrit"\n'
        "    accepted:\n"
        '      - {rule: lead-missing, reason: "The Board decides in June", until: 2014-01-31}\n'
        '      - {rule: HS801, reason: "Said in the strategy"}\n'
        '      - {rule: overdue, reason: "Snow", until: 2013-06-30}\n'
    )
    folder = build({"plans/a.yaml": plan})
    result = hsplan(
        "report", "plans/a.yaml", "--as-at", "2013-12-31", "--template", "accepted", "--format", "md", cwd=folder
    )
    rows = [line for line in result.out.splitlines() if line.startswith("| **1**")]
    assert [row.rpartition(" | ")[2] for row in rows] == [
        "Until 31 January 2014. Still found |",
        "No end. Found no more |",
        "Until 30 June 2013. Ended; found no more |",
    ]
    assert rows[0].startswith("| **1** Build \\| homes | An action that nobody is named to lead.")
    assert "The Board decides in June. |" in rows[0]
    assert "sekrit" not in result.out
    assert "accepts findings of hsplan’s checks in 3 places" in result.out
    assert "In 1 of them nothing is found any more" in result.out


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (["HS801"], "Nothing is found there any more, so the entry can be taken out."),
        (["HS801", "HS802"], "In 2 of them nothing is found any more, so the entries can be taken out."),
    ],
)
def test_accepted_findings_that_are_found_no_more(entries: list[str], said: str, hsplan: Run, build: Build) -> None:
    accepted = "".join(f'      - {{rule: {rule}, reason: "Snow"}}\n' for rule in entries)
    plan = HEAD + f'actions:\n  "1":\n    title: "Build homes"\n    timescale: May 2014\n    accepted:\n{accepted}'
    folder = build({"plans/a.yaml": plan})
    result = hsplan(
        "report", "plans/a.yaml", "--as-at", "2013-12-31", "--template", "accepted", "--format", "md", cwd=folder
    )
    assert said in result.out


def test_of_an_accepted_rule_that_does_not_exist_it_says_so(hsplan: Run, build: Build) -> None:
    accepted = '    accepted: [{rule: date-missing, reason: "Snow"}]\n'
    plan = HEAD + f'actions:\n  "1":\n    title: "Build homes"\n    timescale: May 2014\n{accepted}'
    folder = build({"plans/a.yaml": plan})
    result = hsplan(
        "report", "plans/a.yaml", "--as-at", "2013-12-31", "--template", "accepted", "--format", "md", cwd=folder
    )
    assert "| There is no check of this name. (date-missing) |" in result.out


def test_one_leads_page(hsplan: Run) -> None:
    plan = ("report", "west-kent-2010", "--as-at", "2011-03-31", "--format", "md")
    alone = hsplan(*plan, "--owner", "TMBC").out
    assert alone == hsplan(*plan, "--owner", "tonbridge and malling borough council", "--template", "owner").out
    headings = [line for line in alone.splitlines() if line.startswith("### ")]
    assert headings == ["### Tonbridge and Malling Borough Council", "### The three West Kent councils"]
    assert " are led by the three West Kent councils, to which it belongs." in alone
    every = hsplan(*plan, "--template", "owner").out
    assert len([line for line in every.splitlines() if line.startswith("### ")]) == 8
    wrong = hsplan(*plan, "--owner", "TMBD")
    assert (wrong.code, wrong.out, wrong.err.count("\n")) == (2, "", 1)
    assert hsplan(*plan, "--owner", "TMBC", "--template", "public").code == 2


def test_every_lead_has_a_page_in_print(shipped: Shipped) -> None:
    from hsplan.report.templates import Template

    page = render(report_context(shipped("west-kent-2010", "2011-03-31")), "html", Template("owner", ""))
    assert page.count('<h3 class="page" id="owner-') == 8
