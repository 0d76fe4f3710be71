"""What a progress note says of its action, and above all what it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsplan.document import Map
from hsplan.lint.said import contradicting
from hsplan.plan import Progress

TITLE = "Agree a protocol with hospitals"
CONTRADICTIONS = {
    "achieved": """
Not achieved
Not completed
Not yet completed, staff left
Not fully achieved due to sickness
This has not been completed
This action is incomplete
Protocol not completed
Still in progress
Still being implemented
Partially complete
Part completed
Nearly complete
Nothing done
Not started
No progress.
Will be completed in June
Will be delivered within the year
Still to be completed
Work to start in June
To commence April 2004
To be carried over
No longer required
Draft out. This action has not been completed.
Work is ongoing
This action is still ongoing.
Deferred to 2025
Deferred until April 2014
Postponed due to vacancy
50% complete
50 per cent complete.
0% complete
No progress this quarter due to vacancy
No progress this quarter
""",
    "in progress": """
Now completed and signed off by the Board
Completed and agreed by the Steering Group
100% complete
100 % completed
This action is now closed
Action closed June 2013.
Completed
Complete.
All done
All actions completed
This has been completed
Work finished in May
Protocol signed and completed
Protocol completed June 2013
Delivered
Completed on time
Completed (May 2013)
Completed and signed off
Action completed 12 May 2013
The action has been completed in full.
Draft out. This action has now been completed.
Cancelled
Abandoned.
Action withdrawn, replaced by 2.1
No longer required
no longer relevant
Not going ahead
Merged with 3.2
To be carried over
Carry forward into 2026
Carried forward to the next strategy
Carried over; draft out
Draft out. To be carried forward to the new plan
This action has been carried forward to 2014/15.
Rolled over
Yet to start
Not yet started
Not started - no funding
Not started due to staff shortage
No work done yet
No progress so far
No progress has been made
""",
    "not started": """
Work has begun
Work commenced June 2013
Still in progress
In hand
Ongoing
Draft under way
Recruitment under way, interviews in May
Consultation started in May
Completed
""",
    "now routine": """
Ceased in 2025
Service ended March 2026
The service has now ceased.
""",
}
AGREEMENTS = {
    "achieved": """
Carried forward for two years, completed in May
Carried forward for two years
Completed
Ongoing
Achieved and ongoing
Achieved, but needs updating and carrying over into the next strategy
No progress report was needed
Not completed on time
Not completed until May
Not completed as planned
Not completed in 2012
Not completed by the deadline
Not started in Q1. Completed in May.
Work started in May; finished in June
Training completed for 12 staff
Draft under way
Findings carried forward into the new strategy
Protocol ongoing
Outreach is ongoing
Deferred to the next meeting
Deferred to 2014, but now done
Deferred until April 2014. Completed in May 2013.
Deferred by the Board
90% of staff trained
100% complete
This action is now closed
Launch deferred to 2025
""",
    "in progress": """
No progress due to staff shortage
No progress because the post is vacant
No progress on the website, but protocol agreed
No progress, but protocol agreed
No progress this quarter
No progress this quarter due to vacancy
50% complete
Deferred to 2025
Work is ongoing
100% of staff trained
100% complete in Redditch
Office closed
Closed
Bidding now closed
Consultation closed in May
Completed and signed off by two partners
Completed and signed off by the Board, except for the website
Completed by the hospitals
Phase one completed, phase two under way
Training completed for 12 staff
training completed for 12 staff
Draft completed
First draft completed
Review completed
Consultation completed in May
Completed in Redditch
Completed 12 of 15
Completed by two partners
Completed, except for the website
Completed, subject to approval by March 2014
Completed: hospitals
Completed?
Complete by March 2014
To be completed in May
Being implemented
Currently delivered
Partly completed
Work completed on two hostels
Work is complete in Oxford
Work to start in June
Work under way. Completed phase one in May
Not started in Redditch
Survey done. Not started on the rest
Website not started
Meeting cancelled
Meeting planned for May. Cancelled.
Not required this year
Protocol signed
Budget carried forward into 2013/14
Carried forward to the next meeting
Some work carried forward to the next plan
""",
    "not started": """
Not started
Draft not started
Funding agreed
Planning to start in May
Work to start in June
Not needed until May
Postponed
Deferred to 2025
0% complete
""",
    "now routine": """
Work is ongoing
Ongoing
Still ongoing
Completed
Still in progress
Project ended in March 2014
Pilot ended, now core funded
Funding ended
Service ended, and begun anew
""",
    "withdrawn": "Cancelled\nNo longer required\nNot started",
    "superseded": "Merged with 3.2\nWithdrawn\nCarried over\nCompleted",
    "carried over": "Carried over\nNot completed\nYet to start\nCompleted",
    "deferred": "Not started\nCarried over\nWork has begun",
}


def entry(status: str, note: str, *into: str) -> Progress:
    return Progress(None, "", "", status, "", note, "", into, "", None, False, Map(0))


def notes(by_status: dict[str, str]) -> list[tuple[str, str]]:
    return [(status, note) for status, lines in by_status.items() for note in lines.strip().splitlines()]


@pytest.mark.parametrize(("status", "note"), notes(CONTRADICTIONS))
def test_it_contradicts(status: str, note: str) -> None:
    said = contradicting(entry(status, note), TITLE)
    assert said is not None
    assert said.words in note
    assert contradicting(entry(said.sounds, note), TITLE) is None


@pytest.mark.parametrize(("status", "note"), notes(AGREEMENTS))
def test_it_does_not(status: str, note: str) -> None:
    assert contradicting(entry(status, note), TITLE) is None


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Agree a protocol with hospitals", True),
        ("Draw up a sub-regional rent arrears protocol", True),
        ("Agree a protocol with hospitals and train their staff", False),
        ("Use the findings of the protocol", False),
        ("Train staff", False),
    ],
)
def test_what_the_title_names_stands_for_the_action(title: str, found: bool) -> None:
    said = contradicting(entry("in progress", "Protocol completed in May"), title)
    assert (said is not None and said.words) == (found and "Protocol completed in May")


def test_what_is_achieved_may_be_taken_further() -> None:
    assert contradicting(entry("achieved", "To be carried over", "next-2018/1"), TITLE) is None
    assert contradicting(entry("achieved", "To be carried over"), TITLE) is not None


PIECES = (
    "Protocol action not yet to be completed achieved under way no longer required carried over in May (2013) - , . : ?"
)


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split())).map(" ".join)),
    st.sampled_from([*CONTRADICTIONS, *AGREEMENTS]),
)
def test_whatever_stands_there_is_read(note: str, status: str) -> None:
    said = contradicting(entry(status, note), TITLE)
    if said is not None:
        assert said.words in note
        assert said.sounds != status
        assert status in said.against
