"""What the templates are given of an action, and of tables and lists of actions."""

from __future__ import annotations

from hsplan.frozen import Frozen


class Day(Frozen):
    """A day for machines (`2013-09-30`) and for people ("30 September 2013")."""

    iso: str
    words: str


class Mark(Frozen):
    """A position as a tag: `key` for the style sheet ("due-soon"), a word, and a shape that says it without colour."""

    key: str
    label: str
    shape: str


class Said(Frozen):
    """The newest progress entry. `status` is left out where it only repeats the action's own; `by` may be ""."""

    day: Day | None
    by: str
    status: str
    note: str
    internal_note: str


class Detail(Frozen):
    """A few more facts on an action under one label: its outcomes, its milestones, a column of the council's own."""

    label: str
    texts: tuple[str, ...]


class ActionView(Frozen):
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
    """The colour by the dates, of an overdue action."""
    officer: str
    """The colour that the officer gives, where it is another than the one by the dates."""
    why: str
    """The reason of the newest agreed move."""
    remark: str
    """What to add to the position: how late, where it was carried over to, what is proposed."""
    status: str
    said: Said | None
    silence: str
    """How long nothing was reported; only where the action should have been reported on."""
    details: tuple[Detail, ...]
    remedies: tuple[Detail, ...] = ()
    """What its lateness leads to and what is done about it: the council's own columns x-consequence and x-remedy."""
    page: str = ""
    """The address of its own page, in a site."""
    still: tuple[str, ...] = ()
    """Where every one of several organisations must do it and some have: those who have not."""
    silent: tuple[str, ...] = ()
    """Where every one of several organisations must do it and some have reported: those who have not, for so long."""
    officer_by: str = ""
    """Whose colour `officer` is, where of several organisations not all give it."""
    officer_said: str = ""
    """The colour that the officer gives, whether or not it is another; "" where none is given."""
    reason: str = ""
    """The same as `why`, to stand after `moves`: "last reason: the post is vacant"."""
    late_milestones: str = ""
    """Of an open action that is not overdue itself, what was due and is not done: "Draft: due 31 May 2026, 2 months
    late"."""


class Column(Frozen):
    """A column of a table of actions: `key` names the cell, `heading` stands above it."""

    key: str
    heading: str


class Item(Frozen):
    """An action named in a list: its address in the whole plan, its id, and what is said of it."""

    anchor: str
    id: str
    text: str
    page: str = ""


class Tally(Frozen):
    """A lead ("" for none) with the actions that are theirs."""

    name: str
    items: tuple[Item, ...]


class Listing(Frozen):
    """Actions in a table. Without actions it is left out."""

    anchor: str
    title: str
    intro: str
    caption: str
    columns: tuple[Column, ...]
    actions: tuple[ActionView, ...]
    """All of them."""
    shown: tuple[ActionView, ...]
    """Those that the table shows; the others stand in `rest`."""
    rest_intro: str
    rest: tuple[Tally, ...]
