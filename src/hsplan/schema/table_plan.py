"""The top of the plan file and of the owners list."""

from __future__ import annotations

from hsplan.schema.choices import NATION, OFTEN
from hsplan.schema.kinds import TEXT, Entries, Field, Many, Names, Part, Record, Scalar
from hsplan.schema.table_action import ACTIONS, GOALS, THEMES
from hsplan.schema.table_common import CLIENT_GROUPS, COMMON, DAY, FLAG, ID, LINKS, OWNER, PAST
from hsplan.schema.table_indicator import INDICATORS_OF_PLAN
from hsplan.schema.table_owner import OWNERS

HSPLAN = Field(
    "hsplan",
    Scalar("version", "the version of the format"),
    "Version of the format",
    "Always 1: the version of the file format that this plan is written in.",
    (1,),
    ("version", "format"),
)
_ACCEPTED = COMMON[-1]._replace(
    kind=Many(Part("accepted_in_plan")),
    examples=([{"rule": "lead-missing", "for": ["5.1", "5.2"], "reason": "The document names nobody"}],),
)

_IDENTITY = (
    HSPLAN,
    Field("id", ID, "Id", "The plan's id: the file's own name without .yaml.", ("west-kent-2010",), ("plan", "key")),
    Field(
        "title",
        TEXT,
        "Title",
        "The plan's title.",
        ("West Kent joint homelessness strategy, action plan 2010-11",),
        ("name",),
    ),
    Field("nation", NATION, "Nation", "Whose law applies.", ("england",), ("country", "law")),
    Field(
        "organisations",
        Many(OWNER),
        "Organisations",
        "Whose plan it is, by their keys in owners.",
        (["Sevenoaks", "TMBC", "TWBC"],),
        ("organisation", "organizations", "councils", "council", "authorities"),
    ),
)
_LIFE = (
    Field(
        "period",
        Part("period"),
        "Period",
        "The first and the last day of the plan.",
        ({"from": "2010-07-01", "to": "2011-06-30"},),
        ("dates", "term", "duration"),
    ),
    Field(
        "adopted",
        DAY,
        "Adopted",
        "The day it was adopted; until then it is a draft. Months after adoption count from here.",
        ("2010-07-01",),
        ("approved", "agreed", "adoption"),
    ),
    Field("closed", DAY, "Closed", "The day it was closed.", ("2011-06-30",), ("ended", "completed")),
    Field(
        "follows",
        Scalar("text", "a plan's id"),
        "Follows",
        "The id of the plan before this one.",
        ("west-kent-2007",),
        ("predecessor", "previous", "replaces"),
    ),
    Field(
        "reporting",
        OFTEN,
        "Reporting",
        "How often each action's progress is due.",
        ("quarterly",),
        ("frequency", "reports", "reviews"),
    ),
)
_WATCH = (
    Field(
        "strategy",
        Part("strategy"),
        "Strategy",
        "The record behind the plan.",
        ({"title": "Joint Homelessness Strategy", "published": {"Sevenoaks": "2007-07-01"}},),
    ),
    Field(
        "governance",
        Entries("governance", "name"),
        "Governance",
        "The bodies that review the plan, each under its key in owners.",
        ({"Steering Group": {"reviews": "quarterly"}},),
        ("monitoring", "governed_by"),
    ),
    Field(
        "meetings",
        Many(Part("meeting")),
        "Meetings",
        "Meetings at which the plan was on the agenda. A list: begin each entry with a dash.",
        ([{"date": "2010-12-14", "body": "Steering Group", "minutes": "SG/10/4"}],),
        ("meeting",),
    ),
    Field(
        "returns",
        Many(Part("return")),
        "Returns",
        "The organisations' progress returns. A list: begin each entry with a dash.",
        ([{"for": "Q2 2010/11", "by": "Sevenoaks", "date": "2010-10-08", "signed_off": True}],),
        ("return",),
    ),
)
_WORDS = (
    Field(
        "labels",
        Part("labels"),
        "Labels",
        "The words that the plan prints for theme, goal and action.",
        ({"theme": "Priority", "goal": "Objective", "action": "Action"},),
        ("label",),
    ),
    Field(
        "columns",
        Entries("column", "column"),
        "Columns",
        "The council's own columns, each x- key declared once.",
        ({"x-risks": {"title": "Risks", "internal": True}},),
        ("column",),
    ),
    Field(
        "phases",
        Entries("phase"),
        "Phases",
        "Parts of the period with names of their own, each under its id.",
        ({"year-1": {"title": "Year One", "from": "2023-01-01", "to": "2023-12-31"}},),
        ("phase", "years", "stages"),
    ),
    OWNERS,
    CLIENT_GROUPS._replace(description="The groups of people that the plan is for."),
    Field(
        "glossary",
        Names(TEXT),
        "Glossary",
        "Abbreviations and what they stand for. Owners' names are in it already.",
        ({"CLG": "Communities and Local Government"},),
        ("abbreviations", "acronyms", "definitions"),
    ),
)

PLAN = Record(
    "plan",
    "plan",
    "A council's homelessness action plan, checked and reported on by hsplan.",
    (
        *_IDENTITY,
        *_LIFE,
        *_WATCH,
        *_WORDS,
        INDICATORS_OF_PLAN,
        LINKS,
        THEMES,
        GOALS,
        ACTIONS,
        *COMMON[:-1],
        _ACCEPTED,
    ),
    ("hsplan", "id", "title", "period"),
)

OWNERS_LIST = Record(
    "owners_list",
    "owners list",
    "The owners that several plans share. A plan's own entry wins.",
    (
        HSPLAN,
        Field("title", TEXT, "Title", "The list's title.", ("Owners of the county's plans",), ("name",)),
        OWNERS._replace(description="Who answers for actions, each under the words that officers write."),
        *COMMON,
    ),
    ("owners",),
)

PERIOD = Record(
    "period",
    "period",
    "From one day to another, both included.",
    (
        Field("from", DAY, "From", "The first day.", ("2010-07-01",), ("start", "begin", "starts")),
        Field("to", DAY, "To", "The last day.", ("2011-06-30",), ("end", "until", "ends")),
    ),
    ("from", "to"),
)

STRATEGY = Record(
    "strategy",
    "strategy",
    "What stands on record about the strategy behind the plan.",
    (
        Field("title", TEXT, "Title", "The strategy's title.", ("Joint Homelessness Strategy",), ("name",)),
        Field(
            "review_published",
            PAST,
            "Review published",
            "When the homelessness review was published: a day, a month or a year.",
            ("2007-01",),
            ("review", "reviewed"),
        ),
        Field(
            "consulted",
            Part("consulted", or_one=PAST),
            "Consulted",
            "When people were asked: from and to, or one date.",
            ({"from": "2007-02", "to": "2007-04"}, "2007-02"),
            ("consultation",),
        ),
        Field(
            "published",
            Names(PAST, or_one=True),
            "Published",
            "When the strategy was published, by each organisation or once for all.",
            ({"Sevenoaks": "2007-07-01"}, "2007-07"),
            ("publication", "publication_date"),
        ),
        *COMMON,
    ),
)

CONSULTED = Record(
    "consulted",
    "consultation",
    "From one date to another: days, months or years.",
    (
        Field("from", PAST, "From", "When it began.", ("2007-02",), ("start",)),
        Field("to", PAST, "To", "When it ended.", ("2007-04",), ("end", "until")),
    ),
)

LABELS = Record(
    "labels",
    "labels",
    "The words that the plan prints.",
    (
        Field("theme", TEXT, "Theme", "The plan's word for a theme.", ("Priority",), ("themes",)),
        Field("goal", TEXT, "Goal", "The plan's word for a goal.", ("Objective",), ("goals",)),
        Field("action", TEXT, "Action", "The plan's word for an action.", ("Key action",), ("actions",)),
    ),
)

COLUMN_RECORD = Record(
    "column",
    "column",
    "One of the council's own columns.",
    (
        Field("title", TEXT, "Title", "The column's heading.", ("Risks",), ("name", "heading", "label")),
        Field("internal", FLAG, "Internal", "true keeps the column out of anything public.", (True,), ("private",)),
        *COMMON,
    ),
    ("title",),
)

PHASE = Record(
    "phase",
    "phase",
    "A part of the plan's period with a name of its own.",
    (
        Field("title", TEXT, "Title", "The phase's name.", ("Year One",), ("name", "label")),
        Field("from", DAY, "From", "Its first day.", ("2023-01-01",), ("start",)),
        Field("to", DAY, "To", "Its last day.", ("2023-12-31",), ("end", "until")),
        *COMMON,
    ),
    ("title",),
)
