"""A template's choice of sections, numbered: sections 1, 2, 3 with paragraphs 1.1, 1.2; then appendices A, B."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hsplan.frozen import Frozen
from hsplan.report.records import Item, Listing, Report, Section


class Paragraph(Frozen):
    """A numbered paragraph. `see` names the section that it speaks of, `anchor` is its address; "" without one.

    `end` is the full stop that stands after "(section 4)".
    """

    number: str
    text: str
    end: str
    see: str
    anchor: str
    items: tuple[Item, ...]


class Numbered(Frozen):
    """A section with its number ("3", "A"); `label` is what stands before its title ("3", "Appendix A:")."""

    number: str
    label: str
    name: str
    title: str
    part: str
    intro: str
    paragraphs: tuple[Paragraph, ...]
    listing: Listing | None
    under: tuple[tuple[str, str], ...]
    """The headings in it that the list of contents shows: address and title."""


class UnknownSection(Exception):
    """A template asks for a section that no report has; the message names those that there are."""


NAMES = [
    "recommendations",
    "summary",
    "indicators",
    "indicators-missed",
    "overdue",
    "left-open",
    "no-update",
    "at-risk",
    "late-milestones",
    "moved",
    "moved-open",
    "no-date",
    "no-lead",
    "organisations",
    "proposed",
    "done",
    "changed",
    "changed-course",
    "due-next",
    "ahead",
    "reviews",
    "reviews-missed",
    "ongoing",
    "implications",
    "ratings",
    "background",
    "owners",
    "burn-up",
    "accepted",
    "whole-plan",
    "indicator-notes",
    "all-changes",
    "positions",
    "glossary",
]
"""Every section that a report may have, in the order of the steering group's."""
_IMPLICATIONS = Section("implications", "Implications", "own", "", (), None)
"""What the council's officers write: it stands in a template, so only the template knows whether there is any."""


def outline(report: Report, front: Sequence[str], appendices: Sequence[str] = ()) -> tuple[Numbered, ...]:
    """The sections of those names that the report has, numbered in the order in which they are named."""
    for name in (*front, *appendices):
        if name not in NAMES:
            raise UnknownSection(f'there is no section "{name}"; those that there are: {", ".join(NAMES)}')
    there = {section.name: section for section in (*report.sections, _IMPLICATIONS)}
    numbers = dict(zip([name for name in front if name in there], map(str, range(1, 100)), strict=False))
    numbers |= dict(zip([name for name in appendices if name in there], "ABCDEFGHIJ", strict=False))
    return tuple(_numbered(report, there[name], numbers) for name in numbers)


def _numbered(report: Report, section: Section, numbers: Mapping[str, str]) -> Numbered:
    number = numbers[section.name]
    under: tuple[tuple[str, str], ...] = ()
    if section.name == "whole-plan":
        under = tuple((group.anchor, group.title) for group in report.groups if group.level == 3 and group.title)
    if section.name == "owners":
        under = tuple((owner.anchor, owner.name) for owner in report.owners)
    return Numbered(
        number=number,
        label=number if number.isdigit() else f"Appendix {number}:",
        name=section.name,
        title=section.title,
        part=section.part,
        intro=section.intro,
        paragraphs=tuple(_paragraphs(section, numbers)),
        listing=section.listing,
        under=under,
    )


def _paragraphs(section: Section, numbers: Mapping[str, str]) -> Iterator[Paragraph]:
    for count, point in enumerate(section.points, start=1):
        name = "recommendations" if point.section == "proposed" and "proposed" not in numbers else point.section
        there = numbers.get(name, "") if name != section.name else ""
        see = (f"section {there}" if there.isdigit() else f"appendix {there}") if there else ""
        said = point.alone if point.alone and name not in numbers else point.text
        text, end = (said[:-1], ".") if there and said.endswith(".") else (said, "")
        yield Paragraph(f"{numbers[section.name]}.{count}", text, end, see, name if there else "", point.items)
