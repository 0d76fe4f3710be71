"""What the templates are given: plain data, every word of it ready to print, nothing that an audience must not see."""

from __future__ import annotations

from typing import NamedTuple

from hsplan.report.charts import StatusBar


class Day(NamedTuple):
    """A day for machines (`2013-09-30`) and for people ("30 September 2013")."""

    iso: str
    words: str


class Mark(NamedTuple):
    """A position as a tag: `key` for the style sheet ("due-soon"), a word, and a shape that says it without colour."""

    key: str
    label: str
    shape: str


class Said(NamedTuple):
    """The newest progress entry. `status` is left out where it only repeats the action's own; `by` may be ""."""

    day: Day | None
    by: str
    status: str
    note: str
    internal_note: str


class Detail(NamedTuple):
    """A few more facts on an action under one label: its outcomes, its milestones, a column of the council's own."""

    label: str
    texts: tuple[str, ...]


class ActionView(NamedTuple):
    """One action as the report prints it. Texts that do not apply are "", days that are not there None."""

    anchor: str
    id: str
    title: str
    lead: str
    partners: str
    timescale: str
    due: Day | None
    due_note: str
    """What to say beside the due date: a condition, that it comes round again, that it is its milestones'."""
    written: str
    """The timescale's wording, where the due date and its note do not say it all."""
    first_due: Day | None
    """Only where agreed changes moved the due date."""
    moves: str
    position: Mark
    late: str
    """How long past the due date: "23 days", "5 months and 2 days"."""
    rating: str
    remark: str
    """What to add to the position: how late, where it was carried over to, what is proposed."""
    status: str
    said: Said | None
    silence: str
    """How long nothing was reported; only where the action should have been reported on."""
    details: tuple[Detail, ...]


class Column(NamedTuple):
    """A column of a table of actions: `key` names the cell, `heading` stands above it."""

    key: str
    heading: str


class Listing(NamedTuple):
    """A section of the report that lists actions in a table. Without actions it is left out."""

    anchor: str
    title: str
    intro: str
    caption: str
    columns: tuple[Column, ...]
    actions: tuple[ActionView, ...]


class Proposal(NamedTuple):
    """Something put forward and not decided: `what` begins with a verb, so that a meeting can agree to it."""

    action: ActionView
    what: str
    put_forward: Day | None
    reason: str
    decision: str


class Proposals(NamedTuple):
    """The section of what waits for a decision."""

    anchor: str
    title: str
    intro: str
    caption: str
    heading: str
    """What the plan calls an action."""
    rows: tuple[Proposal, ...]


class Group(NamedTuple):
    """A theme or goal in the whole plan: its heading's level in HTML (3 or 4), and its own actions."""

    level: int
    anchor: str
    title: str
    note: str
    internal_note: str
    empty: str
    """What to say where neither it nor a goal in it has actions."""
    listing: Listing


class Count(NamedTuple):
    """How many actions stand in a position, and what that position means."""

    mark: Mark
    number: int
    meaning: str


class Fact(NamedTuple):
    """A sentence of the summary with the anchor of the section that it speaks of ("" for none)."""

    text: str
    anchor: str


class Summary(NamedTuple):
    """The plan in a sentence, in a few facts, and in numbers that add up to `total`."""

    sentence: str
    facts: tuple[Fact, ...]
    counts: tuple[Count, ...]
    total: int
    bar: StatusBar


class Header(NamedTuple):
    """What the report is about."""

    title: str
    organisations: str
    period: tuple[Day, Day] | None
    as_at: Day
    status: str
    """Draft, adopted or closed, with what that means."""
    source: str
    note: str
    internal_note: str
    audience: str


class Term(NamedTuple):
    """An entry of the glossary."""

    word: str
    meaning: str


class Heading(NamedTuple):
    """A line of the list of contents, with the lines under it."""

    anchor: str
    title: str
    under: tuple[tuple[str, str], ...]


class Report(NamedTuple):
    """The steering group's report."""

    plan: str
    header: Header
    contents: tuple[Heading, ...]
    summary: Summary
    listings: tuple[Listing, ...]
    proposals: Proposals
    groups: tuple[Group, ...]
    rules: tuple[str, ...]
    """How the positions are worked out, a sentence or two each."""
    glossary: tuple[Term, ...]
