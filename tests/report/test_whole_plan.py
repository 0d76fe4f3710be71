"""What stands in the plan stands in its report: on themes and goals, on indicators, on milestones and date changes."""

from __future__ import annotations

import pytest

from hsplan.report import Report, report_context
from hsplan.report.render import render
from hsplan.report.setting import Audience
from hsplan.report.templates import Format
from tests.report.conftest import FromText, Shipped

PLAN = """\
columns: {x-where: {title: "Where"}, x-risk: {title: "Risk", internal: true}}
links: ["Housing strategy"]
indicators:
  lets:
    title: "Homes let"
    unit: homes
    better: higher
    note: "The document prints no year"
    internal_note: "sekrit figure"
    baseline: {period: 2012/13, value: 5, note: "Counted by hand"}
    targets: [{period: 2013/14, value: 9, note: "Agreed with landlords"}]
    actuals:
      - {period: Q1 2013/14, value: 2, note: "Without the hostel"}
      - {period: Q3 2013/14, value: 3, note: "Not known yet"}
themes:
  A:
    title: "Prevention"
    purpose: [prevention, support]
    outcomes: ["Fewer evictions", "Fewer families in hotels"]
    client_groups: [Families, Young people]
    indicators: [lets]
    links: ["Debt strategy", "Housing strategy"]
    x-where: "The whole county"
    x-risk: "sekrit risk"
    x-undeclared: "sekrit column"
    goals:
      A1:
        title: "Homes kept"
        outcomes: ["An absolute minimum of evictions"]
        links: ["Court protocol"]
        actions:
          "1":
            title: "Build"
            lead: City
            timescale: June 2014
            indicators: [lets]
            links: ["Local plan"]
            date_changes:
              - {date: 2013-05-01, timescale: July 2014, reason: "Rain", decided: 2013-05-02, note: "Read with 2"}
            milestones:
              - title: "Plot found"
                timescale: June 2013
                date_changes: [{date: 2013-05-01, timescale: August 2013, reason: "No seller", decided: 2013-05-02}]
"""


def made(from_text: FromText, audience: Audience = "public") -> Report:
    return report_context(from_text(PLAN, "2013-09-30"), audience)


def test_what_stands_on_themes_and_goals(from_text: FromText) -> None:
    theme, goal = made(from_text).groups
    assert [(each.label, each.texts) for each in theme.details] == [
        ("Outcomes", ("Fewer evictions", "Fewer families in hotels")),
        ("Client groups", ("Families and Young people",)),
        ("Purpose", ("Prevention and support",)),
        ("Indicators", ("Homes let",)),
        ("Linked strategies", ("Debt strategy", "Housing strategy")),
        ("Where", ("The whole county",)),
    ]
    assert [each.label for each in goal.details] == ["Outcomes", "Linked strategies"]


@pytest.mark.parametrize("format", ["html", "md"])
def test_both_formats_print_it_and_the_internal_columns_only_for_those_inside(
    from_text: FromText, format: Format
) -> None:
    public, internal = (render(made(from_text, audience), format) for audience in ("public", "internal"))
    for told in ("Fewer families in hotels", "An absolute minimum of evictions", "The whole county", "Court protocol"):
        assert told in public
    assert "sekrit" not in public
    for told in ("sekrit risk", "sekrit column", "sekrit figure"):
        assert told in internal


def test_the_real_plans_lose_no_outcome(shipped: Shipped) -> None:
    for plan, as_at in (("oxfordshire-2021", "2024-03-31"), ("worcestershire-2012", "2013-03-31")):
        state = shipped(plan, as_at)
        text = render(report_context(state), "html")
        outcomes = [each for group in state.plan.goals for each in group.node.get("outcomes") or ()]
        assert outcomes
        assert [each for each in outcomes if str(each) not in text] == []


def test_notes_on_indicators_have_an_appendix_and_a_line_in_front(from_text: FromText) -> None:
    sections = {each.name: each for each in made(from_text).sections}
    (note,) = sections["indicator-notes"].points
    assert note.text == "Homes let: The document prints no year."
    assert [item.text for item in note.items] == [
        "Baseline 5 homes in 2012/13: Counted by hand.",
        "Target 9 homes in 2013/14: Agreed with landlords.",
        "Figure 2 homes in Q1 2013/14: Without the hostel.",
    ]
    assert sections["indicators"].points[-1].text == "The plan has notes on 1 indicator."
    assert "The plan has notes on 1 indicator (appendix B)." in render(made(from_text), "md")


def test_every_note_on_an_indicator_of_the_real_plans_is_printed(shipped: Shipped) -> None:
    state = shipped("west-kent-2010", "2011-06-30")
    text = render(report_context(state), "md")
    notes = [each.note for each in state.plan.indicators.values() if each.note]
    assert len(notes) == 4
    assert [note for note in notes if note not in text] == []


def test_reasons_and_notes_of_date_changes(from_text: FromText) -> None:
    (action,) = made(from_text).groups[1].listing.actions
    details = {each.label: each.texts for each in action.details}
    assert details["Date changes"] == ("To 31 July 2014, agreed on 2 May 2013: Rain. Read with 2.",)
    assert details["Milestones"] == (
        "Plot found: due 31 August 2013, not done, 30 days late, first due 30 June 2013. "
        "Date change to 31 August 2013, agreed on 2 May 2013: No seller.",
    )
    assert details["Indicators"] == ("Homes let",)


def test_background_papers_name_the_review_and_count_the_strategies_of_themes(from_text: FromText) -> None:
    links = ", ".join(f'"Strategy {number}"' for number in range(12))
    more = PLAN.replace('"Debt strategy", ', f'"Debt strategy", {links}, ')
    state = from_text(f'strategy: {{title: "Ours", review_published: 2012-10}}\n{more}', "2013-09-30")
    papers = {each.name: each for each in report_context(state).sections}["background"].points
    assert papers[0].text == "The homelessness review, published October 2012."
    assert papers[-1].text.endswith("; and 4 others, named in the plan.")


def test_the_glossary_has_only_what_the_report_uses(shipped: Shipped) -> None:
    for plan, as_at in (("west-kent-2010", "2011-06-30"), ("worcestershire-2012", "2013-03-31")):
        report = report_context(shipped(plan, as_at))
        before = render(report, "md").partition("\n| Word | Meaning |")[0]
        assert len(report.glossary) > 10
        assert [term.word for term in report.glossary if term.word not in before] == []


@pytest.mark.parametrize(("title", "listed"), [("Say what TA is", True), ("Open two TAs", True), ("Tap DATA", False)])
def test_a_term_is_a_word_of_its_own(from_text: FromText, title: str, listed: bool) -> None:
    rows = f'glossary: {{TA: "Temporary accommodation"}}\nactions: {{"1": {{title: "{title}", timescale: May 2014}}}}\n'
    words = [term.word for term in report_context(from_text(rows, "2013-09-30")).glossary]
    assert ("TA" in words) is listed
