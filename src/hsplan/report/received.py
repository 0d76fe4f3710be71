"""Which organisations have sent in their returns for the newest reporting period that is over."""

from __future__ import annotations

from collections.abc import Sequence

from hsplan.findings import listed
from hsplan.frozen import Frozen
from hsplan.monitor.reviews import returns
from hsplan.monitor.slots import FREQUENCIES, months_of, named, shifted
from hsplan.plan import Period, period_of
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
    if owed := _owed(setting, [period for period in known.values() if period]):
        ended.append((owed, named(owed)))
    expected = setting.state.owners.expand(plan.organisations)
    if not ended or not expected:
        return Received("", "", (), (), "")
    period, words = max(ended, key=lambda found: (found[0].end, found[1]))
    rows = [each for each in returns(setting.state, words, period, by="organisation") if each.name in expected]
    late = [each.name for each in rows if each.returned is None]
    unsigned = [each.name for each in rows if each.returned is not None and not each.signed_off]
    text, reasons = f"{len(rows) - len(late)} of {len(rows)} for {clean(words)}", []
    if late:
        who = listed([clean(name) for name in late])
        text += f"; not received: {who}"
        reasons.append(f"{who} not received")
    if unsigned:
        reasons.append(f"{listed([clean(name) for name in unsigned])} not signed off")
    draft = f"DRAFT until the returns are signed off: {'; '.join(reasons)}." if reasons else ""
    return Received(text, clean(words), _titles(late, setting), _titles(unsigned, setting), draft)


def _owed(setting: Setting, known: Sequence[Period]) -> Period | None:
    """The newest period that is over and for which no return is listed, where the newest listed one is for a period as
    long as the plan's reporting cycle: it is owed as that was. None is owed for what began after the plan's end.
    """
    plan, as_at = setting.plan, setting.state.as_at
    months = FREQUENCIES.get(plan.reporting)
    newest = max(known, key=lambda period: period.end, default=None)
    if newest is None or months is None or months_of(newest) != months or plan.life(as_at) != "adopted":
        return None
    owed, coming = None, shifted(newest, months)
    while coming.end < as_at and not (plan.period and coming.start > plan.period.end):
        owed, coming = coming, shifted(coming, months)
    return owed


def _titles(names: Sequence[str], setting: Setting) -> tuple[str, ...]:
    owners = [(name, setting.state.owners.resolve(name)) for name in names]
    return tuple(clean(owner.title if owner else name) for name, owner in owners)
