"""From the path of a schema error to the record, the field and the value that it speaks of, in the plan's own words."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.document import Document, Map, Seq, Value
from hsplan.findings import Place, capital, shorten
from hsplan.frozen import Frozen
from hsplan.schema.kinds import Choice, Entries, Field, Format, Kind, Many, Names, Part, Record, Scalar
from hsplan.schema.values import is_day

_TITLED = ("theme", "goal", "action")


class Step(Frozen):
    """A record on the way to a fault. `short` names it within a sentence ("action 5.1"), `full` at its beginning.

    `place` is its id: where a key that it lacks is reported. `key` is the id or name, "" in a list.
    """

    record: Record
    node: Map
    short: str
    full: str
    place: Place
    key: str = ""


class Spot(Frozen):
    """Where a fault is: the records from the top of the file down to it, and the value at fault in the last of them.

    `kind` is what is due there. `where` names the value within its record; `item` is the name or the number that it has
    in its map or list, "" for a value that stands under its key.
    """

    steps: tuple[Step, ...]
    field: Field | None
    kind: Kind | None
    value: Value
    place: Place
    item: str = ""

    @property
    def step(self) -> Step:
        """The innermost record."""
        return self.steps[-1]

    @property
    def where(self) -> str:
        """The value's name within its record."""
        assert self.field is not None
        if not self.item:
            return f'"{self.field.key}"'
        if isinstance(self.field.kind, Many):
            return f'entry {self.item} of "{self.field.key}"'
        return f'"{self.item}" under "{self.field.key}"'

    @property
    def action(self) -> str:
        """The id of the action that the fault stands in, "" where there is none."""
        if self.item and isinstance(self.kind, Part) and self.kind.record == "action":
            return self.item
        return next((step.key for step in self.steps if step.record.name == "action"), "")


def follow(document: Document, format: Format, path: Iterable[str | int]) -> Spot:
    """The spot at the end of an error's path through the typed values of a document that has a root."""
    root = document.root
    assert root is not None
    place = document.value(root, "id") if root.get("id") is not None else document.place(root.start)
    top = Step(format.root, root, f"the {format.root.noun}", f"The {format.root.noun}", place)
    spot = Spot((top,), None, None, root, place)
    rest = list(path)
    while rest:
        spot = _into_field(document, spot, str(rest.pop(0)))
        if isinstance(spot.kind, Entries | Names | Many) and rest:
            spot = _into_item(document, spot, rest.pop(0))
        spot = _into_record(document, format, spot)
    return spot


def _into_field(document: Document, spot: Spot, key: str) -> Spot:
    step = spot.step
    field = step.record.field(key)
    assert field is not None
    place = document.value(step.node, key)
    return Spot(spot.steps, field, field.kind, step.node[key], place)


def _into_item(document: Document, spot: Spot, name: str | int) -> Spot:
    holder = spot.value
    if isinstance(holder, Seq):
        assert isinstance(name, int)
        assert isinstance(spot.kind, Many)
        # Blank entries are left out of the typed values, so the error counts without them; people count dashes.
        at = [index for index, entry in enumerate(holder) if entry is not None][name]
        return spot._replace(kind=spot.kind.of, value=holder[at], place=document.entry(holder, at), item=str(at + 1))
    assert isinstance(holder, Map)
    assert isinstance(name, str)
    if isinstance(spot.kind, Entries):
        return spot._replace(
            kind=Part(spot.kind.record), value=holder[name], place=document.key(holder, name), item=name
        )
    assert isinstance(spot.kind, Names)
    return spot._replace(kind=spot.kind.of, value=holder[name], place=document.value(holder, name), item=name)


def _into_record(document: Document, format: Format, spot: Spot) -> Spot:
    """Step into a record where one is due and a map stands; text that may stand for it is judged by its own kind."""
    kind = spot.kind
    if isinstance(spot.value, str):
        if isinstance(kind, Part) and kind.or_one:
            return spot._replace(kind=kind.or_one)
        return spot._replace(kind=kind.of) if isinstance(kind, Names | Many) and kind.or_one else spot
    if not isinstance(kind, Part) or not isinstance(spot.value, Map):
        return spot
    node = spot.value
    if spot.field is not None and not spot.item:
        spot = spot._replace(place=document.key(spot.step.node, spot.field.key))
    step = _step(format.records[kind.record], spot, node)
    return Spot((*spot.steps, step), None, None, spot.value, step.place)


def _step(record: Record, spot: Spot, node: Map) -> Step:
    assert spot.field is not None
    holder = spot.field.kind
    key = ""
    if isinstance(holder, Entries):
        key = spot.item
        short = named(record, holder, key)
    elif isinstance(holder, Many):
        date = node.get("date")
        dated = isinstance(date, str) and is_day(date)
        short = f"{record.noun} of {date}" if dated else f"{record.noun} {spot.item}"
    else:
        short = f"the {record.noun}"
    if len(spot.steps) > 1 and record.name not in (*_TITLED, "indicator"):
        short = f"{short} of {spot.step.short}"
    title = node.get("title")
    full = capital(short)
    if record.name in _TITLED and isinstance(title, str) and title.strip():
        full = f'{full} "{shorten(title)}"'
    return Step(record, node, short, full, spot.place, key)


def named(record: Record, holder: Entries, key: str) -> str:
    """A record by its id, or by its name in quotation marks: `action 5.1`, `owner "TMBC"`."""
    return f'{record.noun} "{key}"' if holder.keys == "name" else f"{record.noun} {key}"


def noun_of(kind: Kind, format: Format) -> str:
    """What one value of a kind is called in a sentence."""
    if isinstance(kind, Scalar):
        return kind.noun
    if isinstance(kind, Choice):
        return "one word"
    record = kind.record if isinstance(kind, Part | Entries) else ""
    return format.records[record].noun if record else noun_of(kind.of, format)  # type: ignore[union-attr]
