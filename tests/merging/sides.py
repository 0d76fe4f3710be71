"""Two people who edit one plan at the same time: a plan in some layout, and edits by chance."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from hsplan.document import Document, Map, read
from hsplan.document.splice import SpliceRefused, add_entry, add_key, replace
from hsplan.document.splice.style import line_end, line_start

PLAN = """\
# yaml-language-server: $schema=../schema/action-plan.schema.json
hsplan: 1
id: kent-2010
title: "Kent"
period: {from: 2010-07-01, to: 2011-06-30}
owners:
  RSLs: {kind: group}
  # who answers for it
  TMBC: {kind: organisation, also: [Tonbridge]}
meetings:
  - {date: 2010-12-14, body: TMBC}
themes:
  WK:
    title: "West Kent"
    goals:
      "1":
        title: "Advice"
        actions:
          "1.1":
            title: "Advise early"
            lead: TMBC
            timescale: By July 2010

          # read with 1.1
          "1.2":
            title: "Train staff"  # all of them
            lead: RSLs
            timescale: December 2010
            outcomes:
              - "Staff are trained"
            progress:
              - date: 2010-09-30
                status: not started
                note: |
                  Two lines
                  of a note
              # more to come
      "2":
        title: "Homes"
        note: "One line of a note
          and another"
        actions:
          "2.1":
            title: "Build"
            lead: [TMBC, RSLs]
            timescale: March 2011
            date_changes:
              - date: 2010-11-20
                timescale: June 2011
                reason: "Rain"
            source: "Row 1"
            progress:
              - date: 2010-09-30
                by: TMBC
                status: in progress
              - date: 2010-12-31
                by: TMBC
                status: in progress
                note: "Half built"
# the end
"""
ACTIONS = {id: ("themes", "WK", "goals", id[0], "actions", id) for id in ("1.1", "1.2", "2.1")}
WORDS = ["Agreed", "In hand", "To be asked", "Café “x”", "a: b #c"]
DAYS = ["2010-10-31", "2010-12-31", "2011-03-31", "2011-06-30"]

Edit = Callable[[Document, str, Random], Document]


def add_progress(document: Document, action: str, random: Random) -> Document:
    entry = {"date": random.choice(DAYS), "status": "in progress", "note": random.choice(WORDS)}
    return add_entry(document, (*ACTIONS[action], "progress"), dict(random.sample(list(entry.items()), 3)))


def add_date_change(document: Document, action: str, random: Random) -> Document:
    entry = {"date": random.choice(DAYS), "timescale": "June 2012", "reason": random.choice(WORDS)}
    path = ACTIONS[action]
    if "date_changes" not in at(document, path):
        return add_key(document, path, "date_changes", [entry], after="timescale")
    return add_entry(document, (*path, "date_changes"), entry)


def add_outcome(document: Document, action: str, random: Random) -> Document:
    """Below the others; where there are none, they would begin in brackets, as one value."""
    path = (*ACTIONS[action], "outcomes")
    return add_entry(document, path, random.choice(WORDS)) if "outcomes" in at(document, path[:-1]) else document


def add_action(document: Document, action: str, random: Random) -> Document:
    value = {"title": random.choice(WORDS), "lead": "TMBC", "timescale": "May 2011"}
    return add_key(document, ACTIONS[action][:-1], f"{action[0]}.{random.randint(3, 999)}", value)


def edit_title(document: Document, action: str, random: Random) -> Document:
    return replace(document, (*ACTIONS[action], "title"), random.choice(WORDS))


def edit_lead(document: Document, action: str, random: Random) -> Document:
    text = document.text
    mark = at(document, ACTIONS[action]).marks["lead"]
    return reread(document, text[: mark[2]] + random.choice(["RSLs", "All LAs", "[TMBC]"]) + text[mark[3] :])


def edit_timescale(document: Document, action: str, random: Random) -> Document:
    return replace(document, (*ACTIONS[action], "timescale"), random.choice(["May 2011", "June 2011"]))


def edit_status(document: Document, action: str, random: Random) -> Document:
    if not at(document, ACTIONS[action]).get("progress"):
        return document
    return replace(document, (*ACTIONS[action], "progress", 0, "status"), random.choice(["achieved", "deferred"]))


def add_note(document: Document, action: str, random: Random) -> Document:
    return add_key(document, ACTIONS[action], "note", random.choice(WORDS))


def remove_action(document: Document, action: str, random: Random) -> Document:
    actions = at(document, ACTIONS[action][:-1])
    return cut_out(document, *actions.marks[action][::3]) if len(actions) > 1 else document


def remove_entry(document: Document, action: str, random: Random) -> Document:
    progress = at(document, ACTIONS[action]).get("progress")
    if not isinstance(progress, list) or len(progress) < 2:
        return document
    return cut_out(document, *random.choice(progress.marks))


def add_comment(document: Document, action: str, random: Random) -> Document:
    """A line of its own, anywhere between two lines that are no text of several lines."""
    starts = [found.start() for found in re.finditer(r"^ *(- )?[\w\"].*:", document.text, re.MULTILINE)]
    place = random.choice(starts)
    indent = re.match(" *", document.text[place:])
    assert indent
    comment = f"{indent[0]}# {random.choice(WORDS)}" + ("\r\n" if "\r\n" in document.text else "\n")
    return reread(document, document.text[:place] + comment + document.text[place:])


def nothing(document: Document, action: str, random: Random) -> Document:
    return document


ADDING: list[Edit] = [add_progress, add_date_change, add_outcome, add_action]
EDITS: list[Edit] = [
    *ADDING,
    edit_title,
    edit_lead,
    edit_timescale,
    edit_status,
    add_note,
    remove_action,
    remove_entry,
    add_comment,
    nothing,
]


def edited(data: bytes, edits: list[tuple[Edit, str]], random: Random) -> bytes:
    """The plan after edits, of which those that cannot be made are left out."""
    document = read(data, "plan.yaml")
    for edit, action in edits:
        try:
            changed = edit(document, action, random)
        except (SpliceRefused, KeyError):
            continue
        document = document if changed.findings else changed
    return document.to_bytes()


def laid_out(random: Random) -> bytes:
    """The plan as some editor has it."""
    text = PLAN.replace("# the end\n", "") if random.random() < 0.5 else PLAN
    if random.random() < 0.3:
        text = re.sub(r"^( +- date)", r"\n\1", text, flags=re.MULTILINE)
    if random.random() < 0.3:
        text = text.replace("              - ", "            - ").replace("                ", "              ")
    text = text.rstrip("\n") if random.random() < 0.2 else text
    text = text.replace("\n", "\r\n") if random.random() < 0.3 else text
    data = text.encode()
    assert not read(data, "").findings
    return b"\xef\xbb\xbf" + data if random.random() < 0.1 else data


def at(document: Document, path: tuple[str, ...]) -> Map:
    node = document.root
    for step in path:
        assert node is not None
        child = node[step]
        assert isinstance(child, Map)
        node = child
    assert node is not None
    return node


def cut_out(document: Document, start: int, end: int) -> Document:
    """Without the lines of something."""
    text = document.text
    first, last = line_start(text, start), line_end(text, start + len(text[start:end].rstrip()))
    return reread(document, text[:first] + text[last:].removeprefix("\r\n").removeprefix("\n"))


def reread(document: Document, text: str) -> Document:
    return read(Document("plan.yaml", text, bom=document.bom).to_bytes(), "plan.yaml")
