"""The frozen record that the whole house is written in: `class Action(Frozen)`, a field a line."""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as Frozen
else:
    from functools import cache
    from types import FunctionType

    @cache
    def _shape(number: int) -> type:
        """The named tuple of so many fields, whose code the records of as many fields share."""
        shape = namedtuple(f"Shape{number}", [f"field{each}" for each in range(number)])
        shape._replace, shape.__repr__ = _replace, _repr
        return shape

    def _constructor(shape: type, fields: tuple[str, ...], defaults: tuple[object, ...]) -> FunctionType:
        """What makes a record of its fields, by place or by name: that of the shape, with the record's own names."""
        made = shape.__new__
        code = made.__code__.replace(co_varnames=("_cls", *fields))
        return FunctionType(code, made.__globals__, "__new__", defaults)

    def _replace(self, /, **changed):
        made = self._make(map(changed.pop, self._fields, self))
        if changed:
            raise ValueError(f"{type(self).__name__} has no fields {list(changed)}")
        return made

    def _repr(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    class _Made(type):
        """Makes of a class body what `typing.NamedTuple` makes of it, without compiling each field's annotation and
        each record's constructor: that was a sixth of what `hsplan lint` of one plan costs. The shape of a record is
        compiled once for all records of as many fields."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"{name}: a field without a default follows one with a default.")
            shape = _shape(len(fields))
            places = vars(shape)
            getters = {field: places[place] for field, place in zip(fields, shape._fields, strict=True)}
            own = {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            own["__new__"] = _constructor(shape, fields, tuple(defaults.values()))
            return type(name, (shape,), {**body, **getters, **own})

    class Frozen(metaclass=_Made):
        """What records are said to be; none of them is an instance of it, as with `typing.NamedTuple`."""


__all__ = ["Frozen"]
