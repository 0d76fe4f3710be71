"""What the format's table allows, as chance has it: a file of either kind that is right, with a few of its keys."""

from __future__ import annotations

from datetime import date
from random import Random

from hsplan.document import Map, Seq, Value
from hsplan.schema.kinds import Choice, Format, Kind, Many, Names, Part, Record, Scalar
from hsplan.schema.table import FORMATS, FileKind

IDS = ["5.1", "a", "WK-1_b", "NO"]
NAMES = ["Steering Group", "TMBC", "Café & Co.", "5.1", "yes"]
TEXTS = ["Advise early", "5.1", "no", "2010-07-01", "By July 2010", "é: “x” #1", "carried over"]
DAYS = range(date(2000, 1, 1).toordinal(), date(2030, 1, 1).toordinal())


def root(kind: FileKind, random: Random) -> Map:
    """The values of a file that is right."""
    format = FORMATS[kind]
    return _record(format, format.root, random, 0.4)


def mapping(entries: dict[str, Value]) -> Map:
    made = Map(0)
    made.end = 1
    made.update(entries)
    made.marks = dict.fromkeys(entries, (0, 1, 1, 1))
    return made


def sequence(entries: list[Value]) -> Seq:
    made = Seq(0)
    made.end = 1
    made.extend(entries)
    made.marks = [(0, 1)] * len(entries)
    return made


def _record(format: Format, record: Record, random: Random, chance: float) -> Map:
    """Each key that must stand in it, and each other one by that chance, in any order; blank now and then."""
    made: dict[str, Value] = {}
    for field in random.sample(record.fields, len(record.fields)):
        needed = field.key in record.required
        if needed or random.random() < chance:
            made[field.key] = _of(format, field.kind, random, chance) if needed or random.random() < 0.9 else None
    column = record.field("x-risks")
    if column is not None and random.random() < chance:
        made["x-risks"] = _of(format, column.kind, random, chance)
    return mapping(made)


def _of(format: Format, kind: Kind, random: Random, chance: float) -> Value:
    if isinstance(kind, Scalar):
        return _scalar(kind, random)
    if isinstance(kind, Choice):
        return random.choice(kind.words).word
    if isinstance(kind, Part):
        if kind.or_one and random.random() < 0.5:
            return _scalar(kind.or_one, random)
        return _record(format, format.records[kind.record], random, chance * 0.7)
    if isinstance(kind, Many | Names) and kind.or_one and random.random() < 0.5:
        return _of(format, kind.of, random, chance)
    number = random.randint(0, 2)
    if isinstance(kind, Many):
        return sequence([_of(format, kind.of, random, chance) for _ in range(number)])
    if isinstance(kind, Names):
        return mapping({name: _scalar(kind.of, random) for name in random.sample(NAMES, number)})
    keys = {"id": IDS, "name": NAMES, "column": ["x-risks", "x-cost"]}[kind.keys]
    record = format.records[kind.record]
    return mapping({key: _record(format, record, random, chance * 0.7) for key in random.sample(keys, number)})


def _scalar(kind: Scalar, random: Random) -> str:
    day = date.fromordinal(random.choice(DAYS)).isoformat()
    return {
        "text": random.choice(TEXTS),
        "id": random.choice(IDS),
        "day": day,
        "past": day[: random.choice([4, 7, 10])],
        "figure": random.choice(["0", "31", "-5", "1.5", "007"]),
        "flag": random.choice(["true", "False"]),
        "version": "1",
    }[kind.type]
