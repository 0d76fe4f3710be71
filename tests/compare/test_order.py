"""What comes first among changes that are equally grave."""

from __future__ import annotations

from hsplan.compare import KINDS, order
from hsplan.compare.kinds import weight
from tests.compare.plans import PLAN, compared


def test_what_is_gone_or_undone_comes_before_names() -> None:
    assert [weight(kind) for kind in ("removed", "reopened", "outcomes-changed")] == [0, 0, 0]
    assert [weight(kind) for kind in ("lead-changed", "progress-edited", "added")] == [1, 1, 1]
    assert [weight(kind) for kind in ("retitled", "moved", "finding-accepted")] == [2, 2, 2]
    assert {weight(kind) for kind in KINDS} == {0, 1, 2}


def test_a_retitled_theme_comes_after_a_new_lead() -> None:
    after = PLAN.replace('title: "Prevention"', 'title: "Homes for all"').replace("lead: City", "lead: County", 1)
    found = sorted(compared(PLAN, after), key=order)
    kinds = [each.kind for each in found if each.level == "attention"]
    assert kinds.index("lead-changed") < kinds.index("retitled")
