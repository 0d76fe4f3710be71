"""Indicators with their baselines, targets and actuals."""

from __future__ import annotations

from hsplan.schema.choices import BETTER, OFTEN, PER
from hsplan.schema.kinds import TEXT, Entries, Field, Many, Part, Record, Scalar
from hsplan.schema.table_common import COMMON, DAY, FIGURE, FLAG, OWNER

_PERIOD = Field(
    "period",
    Scalar("text", "a period"),
    "Period",
    "The month, quarter or year that the figure is of.",
    ("2011/12", "Q1 2013/14", "March 2014"),
    ("for", "year", "quarter", "when"),
)
_VALUE = Field(
    "value",
    FIGURE,
    "Value",
    "The figure alone, without signs or commas.",
    (120, 4.5),
    ("figure", "amount", "number", "target"),
)
_BY = Field(
    "by", OWNER, "By", "Whose figure it is; left out: of all together.", ("Sevenoaks",), ("owner", "organisation")
)

INDICATORS_OF_PLAN = Field(
    "indicators",
    Entries("indicator"),
    "Indicators",
    "Counts and rates that show whether the plan works, each under its id. What has no figure is an outcome.",
    ({"acceptances": {"title": "Homeless acceptances", "unit": "households", "better": "lower"}},),
    ("indicator", "measures", "performance_indicators", "kpi", "kpis"),
)

INDICATOR = Record(
    "indicator",
    "indicator",
    "A performance indicator: a count or a rate.",
    (
        Field(
            "title",
            TEXT,
            "Title",
            "What is counted. May be left out beside catalogue:.",
            ("Homeless acceptances",),
            ("name", "indicator", "description"),
        ),
        Field("unit", TEXT, "Unit", "What the figure counts.", ("households", "%"), ("units",)),
        Field(
            "better",
            BETTER,
            "Better",
            "Which way is better. Left out: data only.",
            ("lower",),
            ("direction", "polarity"),
        ),
        Field(
            "snapshot",
            FLAG,
            "Snapshot",
            "true for a state on a day, such as people sleeping rough on one night; it is never summed.",
            (False,),
        ),
        Field(
            "frequency",
            OFTEN,
            "Frequency",
            "How often the figure is given.",
            ("quarterly",),
            ("reporting", "how_often"),
        ),
        Field("lead", OWNER, "Lead", "Who gives the figure.", ("TMBC",), ("owner", "responsible")),
        Field(
            "catalogue",
            TEXT,
            "Catalogue",
            "Its code in hsplan's catalogue of standard indicators. Title, unit, better, snapshot and frequency then "
            "come from there, unless they stand here.",
            ("ta-households",),
            ("standard", "definition"),
        ),
        Field(
            "baseline",
            Part("baseline"),
            "Baseline",
            "Where it stood at the start.",
            ({"period": "2011/12", "value": 120},),
        ),
        Field(
            "targets",
            Many(Part("target")),
            "Targets",
            "What it is to reach. A list: begin each entry with a dash.",
            ([{"period": "2013/14", "per": "year", "value": 120}],),
            ("target",),
        ),
        Field(
            "actuals",
            Many(Part("actual")),
            "Actuals",
            "What it was. A list: begin each entry with a dash.",
            ([{"period": "Q1 2013/14", "value": 31, "by": "Sevenoaks", "provisional": True}],),
            ("actual", "values", "results", "figures", "data"),
        ),
        *COMMON,
    ),
)

BASELINE = Record("baseline", "baseline", "Where an indicator stood at the start.", (_PERIOD, _VALUE, _BY, *COMMON))

TARGET = Record(
    "target",
    "target",
    "What an indicator is to reach.",
    (
        _PERIOD,
        Field("per", PER, "Per", "The stretch of time that the figure is for.", ("year",), ("each", "every")),
        _VALUE,
        _BY,
        *COMMON,
    ),
)

ACTUAL = Record(
    "actual",
    "actual",
    "What an indicator was.",
    (
        _PERIOD,
        _VALUE,
        _BY,
        Field(
            "provisional",
            FLAG,
            "Provisional",
            "true while the figure may still change.",
            (True,),
            ("estimate", "draft"),
        ),
        Field(
            "date",
            DAY,
            "Date",
            "The day from which the figure is known: of the count, for a snapshot; of its publication.",
            ("2013-11-14",),
            ("on", "day"),
        ),
        *COMMON,
    ),
)
