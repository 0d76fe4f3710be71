"""A wording -> a Timescale."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from hsplan.timescale.cascade import Node, reduce
from hsplan.timescale.days import listed, words
from hsplan.timescale.gather import Said, gather
from hsplan.timescale.grammar import KNOWN, TABLES
from hsplan.timescale.outcome import Outcome
from hsplan.timescale.point import Point
from hsplan.timescale.record import Context, Fault, Span, Timescale
from hsplan.timescale.residue import beside_year, dates_inside, statuses, untold
from hsplan.timescale.settle import settle
from hsplan.timescale.shape import SHAPES
from hsplan.timescale.tokens import tokens

LONGEST: Final = 1000
"""Longer texts are no timescales and are not read (characters)."""
_NO_CONTEXT: Final = Context()
_ONLY_SIGNS: Final = frozenset(("-", ".", ",", ";", ":", "?", "/", "(", ")", "&", "sign"))
_EXCEL_EPOCH: Final = date(1899, 12, 30)  # day 0 of Excel's serial numbers from 1 March 1900 on
_MOVES: Final = frozenset(
    listed(
        "revised extended extend delayed delay slipped slipping postponed originally original previously deferred "
        "rolled rescheduled was"
    )
)
_SERIALS: Final = range(36526, 73051)  # the years 2000 to 2099


def read(wording: str, context: Context = _NO_CONTEXT) -> Timescale:
    """Read an officer's wording of a deadline.

    In: the wording as written, and what it may refer to. Out: what it means; see `Timescale`. Never raises: what
    can't be read is of kind "unparseable", and what could be read otherwise has a `doubt`. Conventions: UK dates
    (day first); financial years 1 April to 31 March; a month, quarter, season, half or year means its last day;
    "before" the day before; "within 6 months" the same day six months after adoption, else after the plan's start;
    two-digit years are 2000s.
    """
    if len(wording) > LONGEST and len(wording.strip()) > LONGEST:
        return _too_long(wording)
    nodes, corrections = tokens(wording, KNOWN)
    if all(node.cls in _ONLY_SIGNS for node in nodes):
        return _empty(wording, nodes)
    if len(nodes) == 1 and nodes[0].cls in ("short", "medium", "long"):  # the word "term" left out
        nodes.append(Node("termw", None, nodes[0].end, nodes[0].end))
    first, second, third, fourth, *later = TABLES
    for table in (first, second, third, fourth):
        nodes = reduce(nodes, table, context)
    settle(nodes, context)
    for table in later:
        nodes = reduce(nodes, table, context)
    if len(nodes) == 1 and not corrections:
        plain = _one_date(wording, nodes[0])
        if plain is not None:
            return plain
    said = gather(nodes, wording)
    outcome = _outcome(said, context)
    if outcome is None:
        outcome = _not_read(nodes, wording)
    return _finished(wording, outcome, nodes, said, corrections)


def _one_date(wording: str, node: Node) -> Timescale | None:
    """The short way for the commonest wordings: one dated point and nothing else. As `deadline` would have it."""
    if node.cls not in ("point", "due"):
        return None
    point: Point = node.value
    if point.last is None or point.kind == "ongoing":
        return None
    outcome = Outcome(point.kind, point.first if point.spread else None, point.last)
    return Timescale(
        wording, point.kind, outcome.start, point.last, point.precision, None, None, point.doubt, (), None,
        None if point.doubt is None else _plainly(outcome), (Span(node.start, node.end),), point.meaning,
    )  # fmt: skip


def _outcome(said: Said, context: Context) -> Outcome | None:
    for shape in SHAPES:
        outcome = shape(said, context)
        if outcome is not None:
            return outcome
    return None


def _too_long(wording: str) -> Timescale:
    doubt = f"It is longer than {LONGEST} characters, and is no timescale."
    return _blank(wording, Outcome("unparseable", meaning="not understood", doubts=(doubt,), faults=("too-long",)))


def _empty(wording: str, nodes: list[Node]) -> Timescale:
    if any(node.cls == "?" for node in nodes):
        return _blank(wording, Outcome("tbc", meaning="not known yet"))
    return _blank(wording, Outcome("none", meaning="no time given"))


def _blank(wording: str, outcome: Outcome) -> Timescale:
    doubt = outcome.doubts[0] if outcome.doubts else None
    return Timescale(
        wording,
        outcome.kind,
        None,
        None,
        None,
        None,
        None,
        doubt,
        (),
        None,
        None,
        (),
        outcome.meaning,
        None,
        outcome.faults,
    )


def _not_read(nodes: list[Node], wording: str) -> Outcome:
    """No form fits: a status, a number out of a spreadsheet, or words that are not understood."""
    if any(node.cls in ("status", "careful") for node in nodes):
        return Outcome("none", meaning="no time given", faults=("status",))
    for node in nodes:
        if node.cls == "n5" and node.value in _SERIALS and len(nodes) <= 3:
            day = words(_EXCEL_EPOCH + timedelta(days=node.value))
            doubt = f"{node.value} looks like a date that Excel turned into a number: it would be {day}."
            return Outcome("unparseable", meaning="a number", doubts=(doubt,), suggestion=day, faults=("excel-serial",))
    return Outcome("unparseable", meaning="not understood", doubts=("No time was found in these words.",))


def _finished(
    wording: str, outcome: Outcome, nodes: list[Node], said: Said, corrections: list[tuple[int, int, str]]
) -> Timescale:
    doubts, faults = _doubts(outcome, nodes, said, wording)
    used = _spans(nodes, said.used, wording)
    slips = _slips(wording, used, said, corrections)
    correction = "; ".join(f"{wording[start:end]} -> {right}" for start, end, right in slips) or None
    doubts += [f"“{wording[start:end]}” is read as “{right}”." for start, end, right in slips]
    told = list(dict.fromkeys(doubts))[:3]
    one = outcome if {"moved", "status"}.isdisjoint(faults) else outcome._replace(further=())
    suggestion = outcome.suggestion or (_plainly(one) if told else None)
    return Timescale(
        wording,
        outcome.kind,
        outcome.start,
        outcome.due,
        outcome.precision,
        outcome.recurrence,
        "; ".join(clause.words for clause in said.conditions) or None,
        " ".join(told) or None,
        outcome.further,
        correction,
        suggestion,
        used,
        outcome.meaning,
        _corrected(wording, slips),
        faults,
    )


def _doubts(outcome: Outcome, nodes: list[Node], said: Said, text: str) -> tuple[list[str], tuple[Fault, ...]]:
    """Every doubt, the gravest first, and the faults."""
    faults = outcome.faults
    doubts: list[str] = []
    if outcome.kind != "unparseable":
        left = [*untold(nodes, said.used, text), *beside_year(nodes, text)]
        rest = [word for word in left if word.lower() not in _MOVES] if outcome.due else left
        if rest:
            doubts.append(f"Not all of it was understood: {_quoted(rest)}.")
        if len(rest) < len(left) or said.formers:
            faults = (*faults, "moved")
            doubts.append("It says that the date was moved.")
    doubts += [doubt for doubt in outcome.doubts if doubt]
    for clause in said.conditions:
        if (
            clause.last < len(nodes)
            and nodes[clause.last].cls == "due"
            and nodes[clause.last - 1].cls not in (",", "-")
        ):
            doubts.append(
                f"The date after “{_short(clause.words)}” is taken as the due date; it may belong to the condition."
            )
        if dates_inside(nodes, clause):
            doubts.append(
                f"The time in “{_short(clause.words)}” belongs to the condition and is not taken as a due date."
            )
    if "tbc" in said.marks and outcome.kind != "tbc":
        doubts.append("It is still to be confirmed.")
    if "hours" in said.marks and outcome.kind != "relative":
        doubts.append("It also gives hours.")
    told = statuses(nodes, said.used)
    if told:
        if "status" not in faults:
            faults = (*faults, "status")
        word = text[nodes[told[0]].start : nodes[told[0]].end]
        doubts.append(f"“{word}” says how the action stands, not when it is due.")
        for number in told:
            said.used[number] = True
    return doubts, faults


def _quoted(left: list[str]) -> str:
    listed = ", ".join(f"“{_short(word)}”" for word in left[:4])
    return listed if len(left) <= 4 else f"{listed} and more"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


def _spans(nodes: list[Node], used: list[bool], text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    for number, node in enumerate(nodes):
        if not used[number]:
            continue
        if spans and text[spans[-1].end : node.start].strip().lower() in ("", "the"):
            spans[-1] = Span(spans[-1].start, node.end)
        else:
            spans.append(Span(node.start, node.end))
    return tuple(spans)


def _slips(
    wording: str, used: tuple[Span, ...], said: Said, corrections: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The misspellings among the used words, with the right word in the officer's own letter case."""
    slips = [
        (start, end, _cased(wording[start:end], right))
        for start, end, right in corrections
        if any(span.start <= start and end <= span.end for span in used)
    ]
    slips += [(node.start, node.start + 2, _cased(wording[node.start : node.start + 2], "by")) for node in said.slips]
    return sorted(slips)


def _cased(written: str, right: str) -> str:
    if written.isupper():
        return right.upper()
    months = (
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    )
    return right.capitalize() if written[:1].isupper() or right in months else right


def _corrected(wording: str, slips: list[tuple[int, int, str]]) -> str | None:
    if not slips:
        return None
    text = wording
    for start, end, right in reversed(slips):
        text = text[:start] + right + text[end:]
    return text


def _plainly(outcome: Outcome) -> str | None:
    """How to write it without a doubt."""
    if outcome.kind in ("ongoing", "recurring") or outcome.due is None:
        return None
    if outcome.start is not None and outcome.start < outcome.due:
        return f"{words(outcome.start)} to {words(outcome.due)}"
    before = ", ".join(words(day) for day in outcome.further)
    return f"{before} and {words(outcome.due)}" if before else words(outcome.due)
