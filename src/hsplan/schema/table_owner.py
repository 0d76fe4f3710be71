"""Owners, and the bodies that watch over the plan."""

from __future__ import annotations

from hsplan.schema.choices import OWNER_KIND
from hsplan.schema.kinds import TEXT, Entries, Field, Many, Record, Scalar
from hsplan.schema.table_common import COMMON, DAY, FLAG, NAME, OWNER

OWNERS = Field(
    "owners",
    Entries("owner", "name"),
    "Owners",
    "Who answers for actions, each under the words that officers write. Shared ones stand in owners.yaml; an entry of "
    "the plan's own wins.",
    ({"TMBC": {"name": "Tonbridge and Malling Borough Council", "kind": "organisation"}},),
    ("owner",),
)

OWNER_RECORD = Record(
    "owner",
    "owner",
    "A post, a team, an organisation, a board or a group; never a named person.",
    (
        Field("name", TEXT, "Name", "The name in full.", ("Sevenoaks District Council",), ("title", "full_name")),
        Field("kind", OWNER_KIND, "Kind", "What it is.", ("organisation",), ("type",)),
        Field(
            "also",
            Many(NAME),
            "Also",
            "Other words that officers write for it.",
            (["Tonbridge & Malling"],),
            ("aka", "aliases", "alias", "also_known_as"),
        ),
        Field(
            "members", Many(OWNER), "Members", "The owners that make up a group.", (["Sevenoaks", "TMBC"],), ("member",)
        ),
        Field("part_of", OWNER, "Part of", "The owner that it belongs to.", ("TMBC",), ("parent", "organisation")),
        Field(
            "functions",
            Many(TEXT),
            "Functions",
            "What it is responsible for by law or by its task.",
            (["housing"], ["social services", "public health"]),
            ("function", "services"),
        ),
        Field(
            "from", DAY, "From", "The day it came into being, where that matters.", ("2019-04-01",), ("start", "since")
        ),
        Field("to", DAY, "To", "Its last day, where it has ended.", ("2019-03-31",), ("end", "until")),
        Field("successor", OWNER, "Successor", "Who took over from it.", ("BCP",), ("successors", "replaced_by")),
        *COMMON,
    ),
    ("kind",),
)

GOVERNANCE = Record(
    "governance",
    "governance body",
    "A body that reviews the plan, under its key in owners.",
    (
        Field(
            "reviews",
            TEXT,
            "Reviews",
            "How often it reviews progress.",
            ("quarterly", "yearly", "As per work programme"),
            ("review", "frequency", "reviewed"),
        ),
        Field("role", TEXT, "Role", "What it does.", ("Reviews the whole plan and may move resources",), ("remit",)),
        *COMMON,
    ),
)

MEETING = Record(
    "meeting",
    "meeting",
    "A meeting at which the plan was on the agenda.",
    (
        Field("date", DAY, "Date", "The day of the meeting.", ("2010-12-14",), ("on", "day")),
        Field("body", OWNER, "Body", "Who met, by its key in owners.", ("Steering Group",), ("board", "who")),
        Field("minutes", TEXT, "Minutes", "The minutes' reference.", ("SG/10/4",), ("minute", "reference")),
        *COMMON,
    ),
    ("date",),
)

RETURN = Record(
    "return",
    "return",
    "A progress return that an organisation gave or owes.",
    (
        Field(
            "for", Scalar("text", "a period"), "For", "The period reported on.", ("Q2 2010/11",), ("period", "quarter")
        ),
        Field("by", OWNER, "By", "Whose return it is.", ("Sevenoaks",), ("owner", "organisation", "from")),
        Field("date", DAY, "Date", "The day it came in.", ("2010-10-08",), ("received", "on")),
        Field("signed_off", FLAG, "Signed off", "Whether it was signed off.", (True,), ("signed", "approved")),
        *COMMON,
    ),
    ("for",),
)
