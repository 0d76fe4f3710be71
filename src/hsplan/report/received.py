"""Which organisations have sent in their returns for the newest reporting period that any return is for."""

from __future__ import annotations

from collections.abc import Sequence

from hsplan.findings import listed
from hsplan.frozen import Frozen
from hsplan.monitor.reviews import returns
from hsplan.plan import period_of
from hsplan.report.setting import Setting
from hsplan.report.text import clean


class Received(Frozen):
    """The returns in words, "" where the plan keeps none, and the `period` that they are for.

    `waiting` are the full names of those who sent none, `unsigned` of those whose return is not signed off. `draft`
    says that the report stays a draft until they are.
    """

    words: str
    period: str
    waiting: tuple[str, ...]
    unsigned: tuple[str, ...]
    draft: str


def received(setting: Setting) -> Received:
    """Counts the plan's organisations; a return that came after the report's date is not in yet."""
    plan, as_at = setting.plan, setting.state.as_at
    known = {each.period: period_of(each.period, plan.context) for each in plan.returns if each.period}
    sent = {each.period for each in plan.returns if each.date and each.date <= as_at}
    # A return is owed once its period is over; one that came before that counts too.
    ended = [(period, words) for words, period in known.items() if period and (period.end <= as_at or words in sent)]
    expected = setting.state.owners.expand(plan.organisations)
    if not ended or not expected:
        return Received("", "", (), (), "")
    period, words = max(ended, key=lambda found: (found[0].end, found[1]))
    rows = [each for each in returns(setting.state, words, period, by="organisation") if each.name in expected]
    late = [each.name for each in rows if each.returned is None]
    unsigned = [each.name for each in rows if each.returned is not None and not each.signed_off]
    text, reasons = f"{len(rows) - len(late)} of {len(rows)} for {clean(words)}", []
    if late:
        named = listed([clean(name) for name in late])
        text += f"; not received: {named}"
        reasons.append(f"{named} not received")
    if unsigned:
        reasons.append(f"{listed([clean(name) for name in unsigned])} not signed off")
    draft = f"DRAFT until the returns are signed off: {'; '.join(reasons)}." if reasons else ""
    return Received(text, clean(words), _titles(late, setting), _titles(unsigned, setting), draft)


def _titles(names: Sequence[str], setting: Setting) -> tuple[str, ...]:
    owners = [(name, setting.state.owners.resolve(name)) for name in names]
    return tuple(clean(owner.title if owner else name) for name, owner in owners)
