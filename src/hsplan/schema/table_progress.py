"""Dated entries of an action: progress and date changes."""

from __future__ import annotations

from hsplan.schema.choices import RAG, STATUS
from hsplan.schema.kinds import TEXT, Field, Many, Record, Scalar
from hsplan.schema.table_action import DUE, TIMESCALE
from hsplan.schema.table_common import COMMON, DAY, FLAG, OWNER, PLAN_ACTION

_DECISION = (
    Field(
        "decision",
        TEXT,
        "Decision",
        "Who decided, and where the decision stands.",
        ("Steering Group, SG/10/4 item 6",),
        ("agreed_by", "approved_by", "minute", "minutes"),
    ),
    Field(
        "decided",
        DAY,
        "Decided",
        "The day of the decision; it counts from then on. Left out: it is only proposed.",
        ("2010-12-14",),
        ("agreed", "approved", "date_agreed"),
    ),
    Field(
        "refused",
        FLAG,
        "Refused",
        "true where the decision was no. The entry stays on record.",
        (True,),
        ("rejected", "declined"),
    ),
)

DATE_CHANGE = Record(
    "date_change",
    "date change",
    "A move of a due date: agreed from the day it was decided, until then proposed.",
    (
        Field("date", DAY, "Date", "The day on which it was put forward.", ("2010-11-20",), ("proposed", "on")),
        TIMESCALE._replace(
            description="The new date, in the officers' own words.", examples=("November 2011",), also=TIMESCALE.also
        ),
        DUE._replace(description="The new last day, only where hsplan can't read it out of the timescale."),
        Field(
            "reason", TEXT, "Reason", "Why the date moves.", ("The protocol is being redrafted",), ("why", "because")
        ),
        *_DECISION,
        *COMMON,
    ),
    ("date",),
)

PROGRESS = Record(
    "progress",
    "progress entry",
    "How an action stood on a day.",
    (
        Field("date", DAY, "Date", "The day that it speaks of.", ("2010-09-30",), ("on", "day", "updated", "as_at")),
        Field(
            "for",
            Scalar("text", "a period"),
            "For",
            "The period reported on, where it is not plain from the date.",
            ("Q2 2010/11",),
            ("period", "quarter"),
        ),
        Field(
            "by",
            OWNER,
            "By",
            "The organisation that speaks, where the action has each:. Left out: for all of them.",
            ("Sevenoaks",),
            ("owner", "organisation", "who"),
        ),
        Field(
            "status",
            STATUS,
            "Status",
            "How it stands, as the officer reports it.",
            ("in progress",),
            ("state", "progress"),
        ),
        Field("rag", RAG, "RAG", "The officer's own judgement.", ("amber",), ("colour", "color", "rating", "brag")),
        Field(
            "into",
            Many(PLAN_ACTION),
            "Into",
            "Where it goes on, as plan/action, in the same plan too; plan/? where the action is not known.",
            (["west-kent-2011/3.1"], ["west-kent-2011/?"]),
            ("carried_into", "carried_to", "to", "moved_to"),
        ),
        *_DECISION,
        *COMMON,
    ),
    ("date",),
)
