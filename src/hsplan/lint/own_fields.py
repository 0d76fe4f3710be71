"""The field of a council's own rule, key by key, as the format's table has it."""

from __future__ import annotations

from hsplan.document import Map, Seq, Value
from hsplan.errors import HsplanError
from hsplan.findings import did_you_mean, nearest, the_first
from hsplan.schema.kinds import COLUMN, Entries, Field, Kind, Many, Names, Part, Record
from hsplan.schema.table import FORMATS
from hsplan.workspace.own_rules import OwnRule

PLAN = "plan."
"""What a field of the plan itself begins with; all others are an action's."""

Trail = tuple[Field, ...]


def trail_of(own: OwnRule, path: str = "") -> Trail:
    """The keys of a rule's field from the top down. Raises HsplanError, naming the file at `path`, for one that the
    format does not have in that place, and for a pattern on what holds no text: such a rule would never find anything,
    or always."""
    of_plan = own.field.startswith(PLAN)
    holder: Record | Names = FORMATS["plan"].root if of_plan else FORMATS["plan"].records["action"]
    parts = own.field.removeprefix(PLAN).split(".")
    trail: list[Field] = []
    for number, part in enumerate(parts):
        above = PLAN * of_plan + ".".join(parts[:number])
        if number:
            holder = _holder(own, trail[-1].kind, above, path)
        field = COLUMN._replace(key=part, kind=holder.of) if isinstance(holder, Names) else holder.field(part)
        if field is None or not part:
            raise _no_key(own, above if number else "", part, holder, path)
        trail.append(field)
    inner = _record(trail[-1].kind)
    if inner is not None and (own.pattern or own.forbidden) and not _may_be_text(trail[-1].kind):
        mend = f'Name one of them, such as "{own.field}.{inner.fields[0].key}".'
        raise _wrong(own, f'a pattern looks at text, and "{own.field}" holds keys of its own', path, mend)
    return tuple(trail)


def maps_below(value: Value, kind: Kind) -> list[Map]:
    """The records that stand under a key: one, those of a list, or those that have ids or names."""
    if isinstance(value, Map):
        return [each for each in value.values() if isinstance(each, Map)] if isinstance(kind, Entries) else [value]
    return [each for each in value if isinstance(each, Map)] if isinstance(value, Seq) else []


def _record(kind: Kind) -> Record | None:
    """The record that a value of this kind is or holds."""
    inner = kind.of if isinstance(kind, Many) else kind
    return FORMATS["plan"].records[inner.record] if isinstance(inner, Part | Entries) else None


def _may_be_text(kind: Kind) -> bool:
    return isinstance(kind, Part) and kind.or_one is not None


def _holder(own: OwnRule, kind: Kind, above: str, path: str) -> Record | Names:
    """What has the next key; a map of names has whichever the council writes."""
    found = kind if isinstance(kind, Names) else _record(kind)
    if found is None:
        what = f'"{above}" has no keys of its own, so there is no "{own.field}"'
        raise _wrong(own, what, path, f'Write field = "{above}".')
    return found


def _no_key(own: OwnRule, above: str, part: str, holder: Record | Names, path: str) -> HsplanError:
    known = [field.key for field in holder.fields] if isinstance(holder, Record) else []
    if not above:
        mend = did_you_mean(part, known, 'A key of the plan itself is written "plan.source".')
        who = "a plan" if own.field.startswith(PLAN) else "an action"
        return _wrong(own, f'{who} has no key "{part}"', path, mend)
    near = nearest(part, known)
    mend = f'Did you mean "{above}.{near}"?' if near else the_first(known, "Those that it has:") if known else ""
    return _wrong(own, f'"{above}" has no key "{part}"', path, mend)


def _wrong(own: OwnRule, what: str, path: str, mend: str) -> HsplanError:
    return HsplanError(f'the rule "{own.name}": {what}', where=path, mend=mend)
