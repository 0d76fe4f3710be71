"""What each of several organisations must do: who has reported, and what stands on whose page."""

from __future__ import annotations

from hsplan.report import report_context
from hsplan.report.records import ActionView
from tests.report.conftest import FromText

EACH = """
actions:
  "1":
    title: "A"
    each: [City, County, Town]
    timescale: June 2013
    progress:
      - {date: 2013-06-20, by: County, status: achieved, note: "All trained"}
      - {date: 2013-06-21, by: City, status: in progress, rag: amber, note: "Half are"}
"""


def test_it_is_not_said_that_nobody_has_reported(from_text: FromText) -> None:
    report = report_context(from_text(EACH, "2013-08-01"))
    facts = [fact.text for fact in report.summary.facts]
    assert not any(text.startswith("No status") for text in facts)
    assert "Not every organisation has reported on 1 action that each of several must do." in facts
    assert report.groups[0].listing.actions[0].status == "Reported by 2 of 3 organisations"
    assert report.groups[0].listing.actions[0].still == ("City", "Town")


def test_a_page_tells_its_owners_own_status(from_text: FromText) -> None:
    report = report_context(from_text(EACH, "2013-08-01"))
    pages: dict[str, list[ActionView]] = {each.name: list(each.listing.actions) for each in report.owners}
    assert list(pages) == ["Example City Council", "Town"]
    (own,), (silent,) = pages.values()
    assert (own.status, own.position.label, own.officer) == ("In progress", "Overdue", "amber")
    assert own.said is not None
    assert own.said.note == "Half are"
    assert (silent.status, silent.said, silent.silence) == ("Status not reported", None, "no report yet (4 months)")
    assert silent.anchor == own.anchor == "action-1"
