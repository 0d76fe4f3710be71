"""Themes, goals and actions."""

from __future__ import annotations

from hsplan.schema.kinds import TEXT, Entries, Field, Many, Part, Record, Scalar
from hsplan.schema.table_common import (
    ACTION,
    CLIENT_GROUPS,
    COMMON,
    DAY,
    FIGURE,
    INDICATORS,
    LINKS,
    NOTE,
    OUTCOMES,
    OWNER,
    PAST,
    PLAN_ACTION,
    PURPOSES,
)

ACTIONS = Field(
    "actions",
    Entries("action"),
    "Actions",
    "The actions, each under its id. An id is unique in the plan and stays the same for life.",
    ({"5.1": {"title": "Draw up a sub-regional rent arrears protocol", "timescale": "By July 2010"}},),
    ("action",),
)
GOALS = Field(
    "goals",
    Entries("goal"),
    "Goals",
    "The goals, each under its id.",
    ({"5": {"title": "Fewer evictions by social landlords"}},),
    ("goal", "objectives", "objective", "challenges"),
)
THEMES = Field(
    "themes",
    Entries("theme"),
    "Themes",
    "The themes, each under its id. A plan without themes begins with goals:, one without goals with actions:.",
    ({"WK": {"title": "West Kent"}},),
    ("theme", "priorities", "priority"),
)

TIMESCALE = Field(
    "timescale",
    Scalar("text", "the officers' wording"),
    "Timescale",
    "When it is to be done, in the officers' own words. It is the first promise and never rewritten: a move of the "
    "date goes under date_changes:.",
    ("By July 2010", "Q1 2014/15", "December 2023", "Within 6 months of adoption"),
    ("deadline", "target_date", "timeframe", "timescales", "when", "by_when", "due_date", "target", "timetable"),
)
DUE = Field(
    "due",
    DAY,
    "Due date",
    "The last day, only where hsplan can't read it out of the timescale.",
    ("2010-07-31",),
    ("due_by",),
)
DONE = Field(
    "done",
    PAST,
    "Done",
    "When it was achieved, where that is known: a day, a month or a year.",
    ("2011-03", "2011-03-15", "2011"),
    ("completed", "date_completed", "achieved", "complete", "finished"),
)
DATE_CHANGES = Field(
    "date_changes",
    Many(Part("date_change")),
    "Date changes",
    "Each move of the due date, oldest first, with who agreed to it. A list: begin each entry with a dash.",
    ([{"date": "2010-11-20", "timescale": "November 2011", "reason": "The protocol is being redrafted"}],),
    ("date_change", "revised_date", "new_date", "changes", "extensions"),
)

THEME = Record(
    "theme",
    "theme",
    "A theme (a plan may print another word for it): its goals, or its actions where it has no goals, or both.",
    (
        Field("title", TEXT, "Title", "The theme's title.", ("West Kent",), ("name", "theme")),
        PURPOSES,
        CLIENT_GROUPS,
        OUTCOMES,
        INDICATORS,
        LINKS,
        GOALS,
        ACTIONS,
        *COMMON,
    ),
    ("title",),
    columns=True,
)
GOAL = Record(
    "goal",
    "goal",
    "A goal (a plan may print another word for it) and its actions.",
    (
        Field("title", TEXT, "Title", "The goal's title.", ("Fewer evictions by social landlords",), ("name", "goal")),
        PURPOSES,
        CLIENT_GROUPS,
        OUTCOMES,
        INDICATORS,
        LINKS,
        ACTIONS,
        *COMMON,
    ),
    ("title",),
    columns=True,
)

_WHO = (
    Field(
        "lead",
        Many(OWNER, or_one=True),
        "Lead",
        "The owner that answers for it. A list where several are equal, though one should answer.",
        ("Steering Group", ["Sevenoaks", "TMBC"]),
        ("owner", "owners", "leads", "responsible", "responsibility", "lead_officer", "led_by", "who", "lead_agency"),
    ),
    Field(
        "partners",
        Many(OWNER),
        "Partners",
        "The owners that help.",
        (["All LAs"],),
        ("partner", "supported_by", "assisted_by", "main_partners"),
    ),
    Field(
        "each",
        Many(OWNER, or_one=True),
        "Each",
        "Organisations that must every one do it; progress is then given by each. It stands for a lead.",
        (["Sevenoaks", "TWBC"],),
    ),
)
_MEANS = (
    Field(
        "depends_on",
        Many(ACTION),
        "Depends on",
        "Ids of the actions that must come first.",
        (["5.2"],),
        ("depends", "dependencies", "after", "dependent_on"),
    ),
    Field(
        "resources",
        Many(TEXT, or_one=True),
        "Resources",
        "What it takes, in words.",
        ("Within existing resources", ["Officer time", "Homelessness grant"]),
        ("resource", "cost", "costs", "funding"),
    ),
    Field(
        "budget",
        Part("budget", or_one=TEXT),
        "Budget",
        "Money: an amount with its currency, or words where no amount is known.",
        ({"amount": 3000, "currency": "GBP", "note": "each district"}, "To be agreed"),
    ),
)

ACTION_RECORD = Record(
    "action",
    "action",
    "One thing to be done.",
    (
        Field(
            "title",
            TEXT,
            "Title",
            "What is to be done, short and in plain words, about 100 letters at most.",
            ("Draw up a sub-regional rent arrears protocol",),
            ("name", "action", "task", "description"),
        ),
        *_WHO,
        CLIENT_GROUPS,
        PURPOSES,
        Field(
            "phase",
            Scalar("text", "a phase's id"),
            "Phase",
            "The phase that it belongs to, by its id under phases:.",
            ("year-1",),
            ("year", "stage", "phases"),
        ),
        Field(
            "added",
            DAY,
            "Added",
            "The day it joined the plan, only where that was later than the plan's adoption.",
            ("2010-07-01",),
        ),
        TIMESCALE,
        DUE,
        DATE_CHANGES,
        Field(
            "milestones",
            Many(Part("milestone")),
            "Milestones",
            "Its dated steps. A list: begin each entry with a dash.",
            ([{"title": "Landlords signed up", "timescale": "December 2010", "done": "2011-03"}],),
            ("milestone", "steps", "stages", "tasks"),
        ),
        DONE,
        *_MEANS,
        OUTCOMES,
        INDICATORS,
        LINKS,
        Field(
            "carried_from",
            Many(PLAN_ACTION),
            "Carried from",
            "The actions of an earlier plan that this goes on with, only where that plan's file is not at hand.",
            (["west-kent-2007/3.1"],),
            ("carried_over_from", "follows", "predecessor"),
        ),
        Field(
            "progress",
            Many(Part("progress")),
            "Progress",
            "Dated entries on how it stands, oldest first; the status is read from here. Begin each with a dash.",
            ([{"date": "2010-09-30", "status": "in progress", "note": "First draft out"}],),
            ("update", "updates", "progress_update", "progress_updates"),
        ),
        *COMMON,
    ),
    ("title",),
    columns=True,
)

BUDGET = Record(
    "budget",
    "budget",
    "An amount of money.",
    (
        Field(
            "amount", FIGURE, "Amount", "The figure alone, without sign or commas.", (3000, 1250.5), ("value", "sum")
        ),
        Field("currency", TEXT, "Currency", "Three letters; left out: pounds sterling.", ("GBP",)),
        NOTE,
    ),
)

MILESTONE = Record(
    "milestone",
    "milestone",
    "A dated step of an action.",
    (
        Field("title", TEXT, "Title", "What is done then.", ("Landlords signed up",), ("name", "step", "milestone")),
        TIMESCALE,
        DUE,
        DATE_CHANGES,
        DONE,
        *COMMON,
    ),
    ("title",),
)
