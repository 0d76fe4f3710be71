"""What actions bring along from the plans before."""

from __future__ import annotations

from datetime import date

from hsplan.document import read
from hsplan.monitor import ActionState, PlanState, assess
from hsplan.monitor.inherited import inherited
from hsplan.monitor.lineage import lineage
from hsplan.monitor.state import Before
from hsplan.plan import Owners, read_plan

OLD = """\
hsplan: 1
id: old-2008
period: {from: 2008-04-01, to: 2013-03-31}
adopted: 2008-04-01
closed: 2013-03-31
actions:
  moved:
    title: "Moved and carried over"
    timescale: March 2010
    date_changes: [{date: 2009-11-01, timescale: March 2012, decided: 2009-12-01}]
    progress: [{date: 2013-03-31, status: carried over, into: [new-2013/moved]}]
  as-it-is:
    title: "Carried over with its date"
    timescale: March 2014
    progress: [{date: 2013-03-31, status: carried over, into: [new-2013/as-it-is]}]
  done:
    title: "Done and taken further"
    timescale: March 2010
    progress: [{date: 2010-03-31, status: achieved, into: [new-2013/further]}]
  yearly:
    title: "Comes round again"
    timescale: Annually from March 2009
    progress: [{date: 2013-03-31, status: carried over, into: [new-2013/yearly]}]
"""
NEW = """\
hsplan: 1
id: new-2013
follows: old-2008
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
actions:
  moved: {title: "A", timescale: March 2015}
  as-it-is: {title: "B", timescale: March 2014}
  further: {title: "C", timescale: March 2015}
  yearly: {title: "D", timescale: Annually from March 2014}
  merged: {title: "E", timescale: March 2016}
  other: {title: "F", timescale: March 2015, progress: [{date: 2013-06-01, status: achieved, into: [new-2013/merged]}]}
"""

OVER = "progress: [{date: 2013-05-01, status: carried over, into: [next-2014/on]}]"
NEXT = """\
hsplan: 1
id: next-2014
follows: new-2013
period: {from: 2013-06-01, to: 2018-03-31}
adopted: 2013-06-01
actions:
  "on": {title: "G", timescale: March 2016}
"""


def state_of(text: str) -> PlanState:
    plan = read_plan(read(text.encode(), "example.yaml"))
    return assess(plan, Owners({}, plan.owners), date(2013, 7, 1))


def found(new_plan: str = NEW) -> dict[str, ActionState]:
    new = state_of(new_plan)
    return {each.action.id: each for each in inherited(new, lineage([state_of(OLD), new])).actions}


def test_the_first_date_and_the_slippage_follow_what_is_carried_over() -> None:
    state = found()["moved"]
    assert (state.first_due, state.due) == (date(2010, 3, 31), date(2015, 3, 31))
    assert state.slippage_days == (date(2015, 3, 31) - date(2010, 3, 31)).days
    assert state.before == Before("old-2008/moved", 2)
    assert state.times_moved == 2  # once by agreement, once by carrying it over
    assert (state.position, state.days_late) == ("within date", 0)


def test_what_is_carried_over_with_its_date_has_not_moved() -> None:
    state = found()["as-it-is"]
    assert (state.first_due, state.slippage_days, state.times_moved) == (date(2014, 3, 31), 0, 0)


def test_a_promise_that_was_kept_is_not_slippage() -> None:
    state = found()["further"]
    assert (state.first_due, state.times_moved, state.before) == (date(2015, 3, 31), 0, None)
    assert state.takes_further == ("old-2008/done",)
    assert found()["moved"].takes_further == ()


def test_what_was_done_ages_ago_hides_no_first_date_of_what_was_carried_over_since() -> None:
    middle = NEW.replace("timescale: March 2015}\n  yearly", f"timescale: March 2013, {OVER}}}\n  yearly")
    newest = state_of(NEXT)
    on = inherited(newest, lineage([state_of(OLD), state_of(middle), newest])).actions[0]
    assert (on.first_due, on.times_moved) == (date(2013, 3, 31), 1)
    assert on.before == Before("new-2013/further", 1)


def test_what_comes_round_again_and_what_was_merged_in_its_own_plan_have_their_own_dates() -> None:
    for name in ("yearly", "merged"):
        assert (found()[name].before, found()[name].times_moved) == (None, 0)
    assert found()["merged"].takes_further == ("new-2013/other",)


def test_of_what_leads_back_to_itself_nothing_is_said() -> None:
    back = "progress: [{date: 2013-06-01, status: carried over, into: [old-2008/moved]}]"
    assert found(NEW.replace("moved: {", f"moved: {{{back}, "))["moved"].before is None
