"""Kinds and keys that stand on many records, and accepted findings."""

from __future__ import annotations

from hsplan.schema.choices import PURPOSE
from hsplan.schema.kinds import TEXT, Field, Many, Part, Record, Scalar

ID = Scalar("id", "an id")
DAY = Scalar("day", "a day")
PAST = Scalar("past", "a day, a month or a year")
FIGURE = Scalar("figure", "a figure")
FLAG = Scalar("flag", "true or false")
OWNER = Scalar("text", "an owner's key")
ACTION = Scalar("text", "an action's id")
PLAN_ACTION = Scalar("text", "an action as plan/action")
RECORD = Scalar("text", "the id of an action, a goal, a theme or an indicator")
NAME = Scalar("text", "a name")

NOTE = Field(
    "note",
    TEXT,
    "Note",
    "Anything worth knowing, in plain words. It is printed in public reports.",
    ("Read with 5.2",),
    ("notes", "comment", "comments", "remark", "remarks"),
)

COMMON = (
    NOTE,
    Field(
        "internal_note",
        TEXT,
        "Internal note",
        "A note that never reaches a public report or export. It is no shield from an information request.",
        ("Officer vacancy until spring",),
        ("internal_notes", "private_note", "confidential"),
    ),
    Field(
        "source",
        TEXT,
        "Source",
        "Where this stands in the document that it was taken from: page, row, printed reference.",
        ("Objective 5, row 1",),
        ("page", "origin"),
    ),
    Field(
        "accepted",
        Many(Part("accepted")),
        "Accepted findings",
        "Findings that stand here on purpose, each with its rule and a reason. A list: begin each entry with a dash.",
        ([{"rule": "due-before-plan", "reason": "The document itself says so", "until": "2011-03-31"}],),
        ("accept", "ignore", "ignored"),
    ),
)

CLIENT_GROUPS = Field(
    "client_groups",
    Many(NAME),
    "Client groups",
    "The groups of people that this is for, as the list at the top of the plan names them.",
    (["Young people"],),
    ("client_group", "clients", "groups"),
)
INDICATORS = Field(
    "indicators",
    Many(Scalar("text", "an indicator's id")),
    "Indicators",
    "Ids of the indicators that show whether this works. The indicators themselves stand at the top of the plan.",
    (["acceptances"],),
    ("indicator", "measures", "performance_indicators", "kpi", "kpis", "pi"),
)
LINKS = Field(
    "links",
    Many(TEXT),
    "Linked strategies",
    "Other strategies, plans and guidance that this is linked to.",
    (["Kent Homechoice"],),
    ("link", "linked", "strategies", "linked_strategies"),
)
OUTCOMES = Field(
    "outcomes",
    Many(TEXT, or_one=True),
    "Outcomes",
    "What will be different when it is done. What has a figure and is counted is an indicator.",
    (["A protocol in place and used by every landlord"],),
    ("outcome", "expected_outcome", "expected_outcomes", "output", "outputs", "success", "success_measures", "impact"),
)
PURPOSES = Field(
    "purpose",
    Many(PURPOSE),
    "Purpose",
    "Which of the three purposes that the Homelessness Act 2002 names this serves.",
    (["prevention", "support"],),
    ("purposes",),
)

_UNTIL = Field(
    "until", DAY, "Until", "The last day on which the finding is accepted.", ("2011-03-31",), ("expires", "to")
)
_RULE = Field(
    "rule",
    Scalar("text", "a rule's name or code"),
    "Rule",
    "The rule's name or code, as the finding prints it.",
    ("due-before-plan", "HS201"),
    ("code", "name", "finding"),
)
_REASON = Field(
    "reason", TEXT, "Reason", "Why it stands.", ("The document itself says so",), ("why", "because", "note")
)
_FOR = Field(
    "for",
    Many(RECORD, or_one=True),
    "For",
    "The ids of the actions, goals, themes and indicators that it is accepted for; left out: for the plan itself.",
    (["5.1", "5.2"],),
    ("ids", "actions", "id"),
)

ACCEPTED = Record(
    "accepted",
    "accepted finding",
    "A finding that stands on purpose.",
    (_RULE, _REASON, _UNTIL),
    ("rule", "reason"),
)
ACCEPTED_IN_PLAN = ACCEPTED._replace(name="accepted_in_plan", fields=(_RULE, _FOR, _REASON, _UNTIL))
