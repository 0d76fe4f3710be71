"""What changed between two versions, as one HTML page of its own."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.compare import LEVEL_MEANINGS, Change, Comparison, Level, Version
from hsplan.exporting.changes import HEADINGS, sections, several_plans, summary
from hsplan.findings import capital, counted, full_stop
from hsplan.frozen import Frozen
from hsplan.report.text import clean
from hsplan.timescale.days import words
from hsplan.versions.sides import WORKING_TREE


class Changed(Frozen):
    """One record with what happened to it, a sentence each; `name` is its id with what it is."""

    name: str
    title: str
    sentences: tuple[str, ...]


class PlanChanges(Frozen):
    """The records of one plan; `title` is "" for what no plan holds."""

    plan: str
    title: str
    records: tuple[Changed, ...]

    @property
    def name(self) -> str:
        """What the heading calls it."""
        return " ".join(part for part in (self.plan, self.title) if part) or "Owners list"


class LevelChanges(Frozen):
    """The records whose worst change is of one level. `number` counts the records."""

    level: Level
    heading: str
    meaning: str
    number: int
    plans: tuple[PlanChanges, ...]


class SideView(Frozen):
    """A version in a meeting's words, with its day where it has one, and what git calls it: its name and the first
    letters of its commit ("" for files on the disk)."""

    words: str
    name: str
    commit: str


class ChangesPage(Frozen):
    """Everything that the page says. `several` is whether changes of more than one plan are on it."""

    title: str
    sentence: str
    old: SideView
    new: SideView
    levels: tuple[LevelChanges, ...]
    several: bool


def changes_html(found: Comparison) -> str:
    """The page: self-contained, worst first; what officers wrote is never taken for HTML."""
    from hsplan.report.render import render_shipped

    return render_shipped("changes.html.j2", {"page": changes_page(found)})


def changes_page(found: Comparison) -> ChangesPage:
    """The same as plain data."""
    titles = {plan.id: plan.title for version in (found.old, found.new) for plan in version.plans}
    levels = tuple(
        LevelChanges(level, HEADINGS[level], LEVEL_MEANINGS[level], len(records), tuple(_by_plan(records, titles)))
        for level, records in ((each[0][0].level, each) for _, each in sections(found.changes))
    )
    old, new = _side(found.old), _side(found.new)
    return ChangesPage(
        title=f"What changed between {old.words} and {new.words}",
        sentence=clean(_sentence(found, sum(each.number for each in levels), old.words, new.words)),
        old=old,
        new=new,
        levels=levels,
        several=several_plans(found.changes),
    )


def _sentence(found: Comparison, records: int, old: str, new: str) -> str:
    """How many changes to how much: "12 changes to 9 actions and other parts of the plan."."""
    if not found.changes:
        return summary(found._replace(old=found.old._replace(name=old), new=found.new._replace(name=new)))
    parts = "one action or other part" if records == 1 else f"{records} actions and other parts"
    seen = f" {counted(found.seen, 'change')} that a meeting has seen {'is' if found.seen == 1 else 'are'} left out."
    plans = "plans" if several_plans(found.changes) else "plan"
    return f"{counted(len(found.changes), 'change')} to {parts} of the {plans}.{seen if found.seen else ''}"


def _by_plan(records: Iterable[list[Change]], titles: dict[str, str]) -> Iterable[PlanChanges]:
    plans: dict[str, list[Changed]] = {}
    for record in records:
        plans.setdefault(record[0].plan, []).append(_changed(record))
    return (PlanChanges(clean(plan), clean(titles.get(plan, "")), tuple(each)) for plan, each in plans.items())


def _changed(record: list[Change]) -> Changed:
    first = record[0]
    name = first.id if first.subject == "action" else f"{capital(first.subject)} {first.id}"
    told = [clean(full_stop(each.text)) for each in record]
    sentences = tuple(map(capital, told)) if len(told) > 1 else tuple(told)
    return Changed(clean(name), clean(first.title), sentences)


def _side(version: Version) -> SideView:
    name = _WORDS.get(version.name, version.name)
    # What stood before a day is told by that day; its commit may be much older.
    day = f" ({words(version.day)})" if version.day and not name.startswith("before ") else ""
    return SideView(clean(name + day), clean(version.name), clean(version.commit[:8]))


_WORDS = {"HEAD": "the version last committed", WORKING_TREE: "the plans as they are now"}
"""What people at a meeting have no word for."""
