"""Changes in text, for people: worst first, one paragraph for each record that changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hsplan.compare import LEVELS, Change, Comparison
from hsplan.findings import counted, full_stop, one_line

HEADINGS = {
    "weakened": "Promises taken back",
    "proposed": "Proposed, to be decided",
    "slipped": "Slipped",
    "attention": "To note",
    "progress": "Progress",
    "editorial": "Wording and details",
}
_COLOURS = {"weakened": "31", "proposed": "35", "slipped": "33", "attention": "36", "progress": "32", "editorial": "2"}


def changes_text(found: Comparison, *, colour: bool = False) -> str:
    """A section for each level, with the place of each change, and a line that counts."""
    lines = [title(found)]
    several = several_plans(found.changes)
    for level, records in sections(found.changes):
        lines += ["", _painted(f"{HEADINGS[level]} ({len(records)})", level, colour)]
        for record in records:
            lines += _record(record, several)
    return "\n".join([*lines, "", summary(found)]) + "\n" if found.changes else summary(found) + "\n"


def changes_concise(found: Comparison, *, colour: bool = False) -> str:
    """One line a change: `plans/a.yaml:212: slipped date-later: 5.1 Draw up …: slipped 16 months…`"""
    lines = [
        f"{place(each)}: {_painted(each.level, each.level, colour)} {each.kind}: {sentence(each)}"
        for each in found.changes
    ]
    return "\n".join([*lines, summary(found)]) + "\n"


def title(found: Comparison) -> str:
    """`What changed from HEAD to the working tree`."""
    return one_line(f"What changed from {found.old.name} to {found.new.name}")


def summary(found: Comparison) -> str:
    """`4 changes: 1 weakened, 1 slipped, 2 progress; 3 seen before left out.`"""
    told = (
        (found.lesser, f"{counted(found.lesser, 'lesser change')} not shown"),
        (found.seen, f"{found.seen} seen before left out"),
        (found.unread, f"{counted(found.unread, 'plan')} that cannot be read left out"),
    )
    rest = "".join(f"; {what}" for number, what in told if number)
    if not found.changes:
        what = "Nothing else changed" if rest else "Nothing changed"
        return f"{what} from {found.old.name} to {found.new.name}{rest}."
    counts = [(level, sum(1 for each in found.changes if each.level == level)) for level in LEVELS]
    levels = ", ".join(f"{number} {level}" for level, number in counts if number)
    return f"{counted(len(found.changes), 'change')}: {levels}{rest}."


def sections(changes: Sequence[Change]) -> list[tuple[str, list[list[Change]]]]:
    """The changes of each record together, under the level of its worst one; levels worst first."""
    records: dict[tuple[str, ...], list[Change]] = {}
    for each in changes:
        # An id may have gone to another action: the title tells the two apart.
        records.setdefault((each.plan, each.subject, each.id, each.title), []).append(each)
    found = [(level, [each for each in records.values() if each[0].level == level]) for level in LEVELS]
    return [(level, each) for level, each in found if each]


def several_plans(changes: Iterable[Change]) -> bool:
    """Whether ids need their plan's in front of them."""
    return len({each.plan for each in changes if each.plan}) > 1


def head(change: Change, several: bool) -> str:
    """What it is about, with the plan's id where there are several; on one line."""
    if not several or change.subject in ("plan", "owners list"):
        return one_line(change.head)
    return one_line(f"{change.plan}/{change.head}" if change.subject == "action" else f"{change.plan}, {change.head}")


def told(change: Change) -> str:
    """What changed, as a sentence on one line."""
    return full_stop(one_line(change.text))


def sentence(change: Change, *, several: bool = False) -> str:
    """The whole sentence, with its full stop."""
    return f"{head(change, several)}: {told(change)}"


def place(change: Change) -> str:
    """`plans/a.yaml:212`, on the new side where it is there, else on the old one."""
    side = change.new or change.old
    return one_line(f"{side.path}:{side.line}") if side else ""


def _record(record: list[Change], several: bool) -> list[str]:
    if len(record) == 1:
        return [f"  {sentence(record[0], several=several)}", f"      {place(record[0])}"]
    lines = [f"  {head(record[0], several)}", *(f"    - {told(each)}" for each in record)]
    return [*lines, f"      {place(record[0])}"]


def _painted(text: str, level: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[level]}m{text}\x1b[0m" if colour else text
