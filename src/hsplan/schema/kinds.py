"""What the table of the format is made of: fields, the kinds of value that they take, and the records that hold them.

JSON Schema, the fast check and the plain words are all derived from these, so each fact of the format stands once.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from hsplan.frozen import Frozen

ScalarType = Literal["text", "id", "day", "past", "figure", "flag", "version"]
"""`past` is the date of a past fact: a day, a month or a year, whichever is known."""

KeyType = Literal["id", "name", "column"]
"""What the keys of a map are: ids of ours, names as officers write them, or `x-` columns."""


class Word(Frozen):
    """One word of a choice; `also` are the words that officers write for it."""

    word: str
    description: str
    also: tuple[str, ...] = ()


class Ask(Frozen):
    """Words that could mean more than one of a choice's words, the question to put, and the words that answer it."""

    words: tuple[str, ...]
    question: str
    answers: tuple[str, ...] = ()


class Scalar(Frozen):
    """One piece of text, read as `type` says. `noun` is what a message calls it."""

    type: ScalarType
    noun: str


class Choice(Frozen):
    """One of a few words."""

    words: tuple[Word, ...]
    asks: tuple[Ask, ...] = ()


class Part(Frozen):
    """A record that stands once under its key; `or_one` allows plain text instead."""

    record: str
    or_one: Scalar | None = None


class Many(Frozen):
    """A list; with `or_one`, a single value may stand without the list."""

    of: Scalar | Choice | Part
    or_one: bool = False


class Entries(Frozen):
    """A map of records by their ids or names."""

    record: str
    keys: KeyType = "id"


class Names(Frozen):
    """A map of names to one value each; with `or_one`, a single value may stand for all names."""

    of: Scalar
    or_one: bool = False


Kind: TypeAlias = Scalar | Choice | Part | Many | Entries | Names


class Field(Frozen):
    """A key of a record. `examples` are values as JSON has them; `also` are the keys that people write for it."""

    key: str
    kind: Kind
    title: str
    description: str
    examples: tuple[object, ...]
    also: tuple[str, ...] = ()


class Record(Frozen):
    """A kind of map: its name in the schema, its noun in a sentence, and its keys.

    `columns` says whether the council's own `x-` keys may stand in it.
    """

    name: str
    noun: str
    description: str
    fields: tuple[Field, ...]
    required: tuple[str, ...] = ()
    columns: bool = False

    def field(self, key: str) -> Field | None:
        """The field of that key; an `x-` key of the council's own where those may stand; else None."""
        for field in self.fields:
            if field.key == key:
                return field
        return COLUMN._replace(key=key) if self.columns and key.startswith("x-") else None


class Format(Frozen):
    """One kind of file: the record at its top and every record by name."""

    root: Record
    records: dict[str, Record]


TEXT = Scalar("text", "text")

COLUMN = Field(
    "x-",
    Many(TEXT, or_one=True),
    "Column of the council's own",
    "A value in one of the council's own columns, declared once under columns: at the top of the plan.",
    ("Landlords may not sign",),
)
