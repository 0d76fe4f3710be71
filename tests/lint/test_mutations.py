"""One thing broken in a real plan, for every rule and every plan: exactly that is found, where it was broken.

The golden file has every message, for people to read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from hsplan.lint import lint
from hsplan.lint.fixers import FIXERS
from hsplan.lint.registry import RULES, find_rule
from hsplan.lint.repair import REPAIRED
from hsplan.lint.rule import Rule
from tests.conftest import ROOT
from tests.lint.mutations.breaks import BREAKS
from tests.lint.mutations.broken import Broken, Edit, spoilt
from tests.lint.mutations.of_format import OWN
from tests.lint.mutations.run import Outcome, fixed, key, outcome, page, report_on, workspace
from tests.test_plans import NAMES

PAIRS = [(rule, plan) for rule in BREAKS for plan in NAMES]
NEEDS_HISTORY = "HS85"
"""These rules compare the plan with git's, so that no single file can show them; they have tests of their own."""
ALONE = [rule for rule in RULES if not rule.code.startswith(NEEDS_HISTORY)]
FIXED = [(rule, plan) for rule, plan in PAIRS if rule in FIXERS or rule in REPAIRED]


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.name)
def test_every_rule_is_broken_in_a_real_plan(rule: Rule) -> None:
    assert rule.name in BREAKS, (
        f"{rule.code} {rule.name} is broken in no real plan. Write a function that breaks it, in the module of its "
        "family in tests/lint/mutations, and add it to BREAKS there."
    )
    assert any(not outcome(rule.name, plan).why_not for plan in NAMES), f"no real plan can show {rule.name}"


def test_no_break_is_left_of_a_rule_that_is_gone() -> None:
    assert [name for name in BREAKS if find_rule(name) is None] == list(OWN)


@pytest.mark.parametrize(("rule", "plan"), PAIRS)
def test_what_was_broken_is_found_and_nothing_else(rule: str, plan: str) -> None:
    found = outcome(rule, plan)
    if found.why_not:
        return
    assert found.where is not None
    assert [(each.name, each.action, each.place[1:]) for each in found.found] == [
        (rule, found.broken.action, found.where)
    ], "\n".join(f"{each.place} {each.rule} {each.message}" for each in found.found)
    assert found.broken.whole or not [each for each in found.lost if not _may_go(each, found)]


def _may_go(lost: tuple[str, str], found: Outcome) -> bool:
    """Whether the break says that a finding goes away with what it broke."""
    rule, action = lost
    broken = found.broken
    return rule in broken.loses and (not broken.action or action in (broken.action, ""))


@pytest.mark.parametrize(("rule", "plan"), FIXED)
def test_a_fix_takes_the_finding_away_and_adds_none(rule: str, plan: str) -> None:
    """Or leaves the file as it is, where it is not certain; the golden file says which."""
    found, mended = outcome(rule, plan), fixed(rule, plan)
    if found.why_not:
        return
    if not mended.mended:
        assert mended.after.to_bytes() == found.data
        return
    before = page(plan, BREAKS[rule].prepared)
    sound = Counter(map(key, before.report.findings))
    after = Counter(map(key, report_on(plan, mended.after.to_bytes()).findings))
    assert found.found[0].place in [each.place for each in mended.mended]
    assert not after - (sound if found.broken.whole else Counter(found.said))
    assert after[key(found.found[0])] == sound[key(found.found[0])]


OWNERS = {
    "owner-unused": "  ⟦Rent Team⟧: {kind: team}\n",
    "owner-unknown": "  Rent Team: {kind: team, part_of: ⟦Nobody⟧}\n",
    "owner-circle": "  Rent Team: {kind: team, part_of: ⟦Rent Team⟧}\n",
    "spelling-shared": "  Rent Team: {kind: team}\n  Debt Team: {kind: team, also: [⟦rent team⟧]}\n",
    "unknown-word": "  Rent Team: {kind: ⟦office⟧}\n",
    "unknown-key": "  Rent Team: {kind: team, ⟦telephon⟧: none}\n",
    "duplicate-key": "  Rent Team: {kind: team}\n  ⟦Rent Team⟧: {kind: team}\n",
    "tab": "⟦\tRent Team: {kind: team}⟧\n",
    "encoding": "  Caf⟦\udce9⟧: {kind: team}\n",
}
"""What is written at the head of the owners list that all plans share. Who is new in it is unused besides."""


@pytest.mark.parametrize("rule", OWNERS)
def test_the_owners_list_broken(rule: str) -> None:
    path = ROOT / "plans" / "owners.yaml"
    text = path.read_text(encoding="utf-8")
    at = text.index("owners:\n") + len("owners:\n")
    broken, where = spoilt(text, Broken((Edit(at, at, OWNERS[rule]),)))
    here = workspace().holding({str(path): broken.encode("utf-8", "surrogateescape")})
    found = [each for each in lint(here, date(2014, 3, 31)).findings if each.place.path == "plans/owners.yaml"]
    others = [each for each in found if each.name != "owner-unused" or rule == "owner-unused"]
    assert [(each.name, each.place[1:]) for each in others] == [(rule, where)]


def test_every_message(golden: Callable[[str, str], None]) -> None:
    golden("lint-mutations.txt", "\n".join(_told(rule) for rule in BREAKS))


def _told(rule: str) -> str:
    known = find_rule(rule)
    lines = [f"{known.code if known else 'HS900'} {rule}"]
    for plan in NAMES:
        found = outcome(rule, plan)
        if found.why_not:
            lines.append(f"  {plan}: cannot be broken here, since {found.why_not}")
        for each in found.found:
            place = f"{each.place.line}:{each.place.column}-{each.place.end_column}"
            lines.append(f"  {plan}:{place} {each.severity}: {each.message} {each.help}".rstrip())
            lines += ["    mended by --fix"] if (rule, plan) in FIXED and fixed(rule, plan).mended else []
        gone = sorted({code for code, _ in found.lost}) if not found.broken.whole else []
        lines += [f"    {', '.join(gone)} no longer"] if gone else []
    return "\n".join(lines) + "\n"
