"""The frozen record that the whole house is written in: `class Action(Frozen)`, a field a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsplan.constructors import CONSTRUCTORS

if TYPE_CHECKING:
    from typing import NamedTuple as Frozen
else:
    from collections import _tuplegetter
    from types import FunctionType

    _GETTERS = [_tuplegetter(place, "") for place in range(len(CONSTRUCTORS))]
    """What reads a field, by its place: that of Python's own named tuples."""

    class _Record(tuple):
        """What all records can do: the same as Python's own named tuples."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed):
            made = tuple.__new__(self.__class__, map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"{type(self).__name__} has no fields {list(changed)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def __getnewargs__(self):
            return tuple(self)  # for copies and pickles

    class _Made(type):
        """Makes of a class body what `typing.NamedTuple` makes of it, without compiling each field's annotation and
        each record's constructor: that was a fifth of what `hsplan lint` of one plan costs."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"{name}: a field without a default follows one with a default.")
            body |= zip(fields, _GETTERS, strict=False)
            body["__slots__"] = ()
            body["__match_args__"] = body["_fields"] = fields
            body["_field_defaults"] = defaults
            body["__new__"] = _constructor(fields, tuple(defaults.values()))
            return type(name, (_Record,), body)

    def _constructor(fields: tuple[str, ...], defaults: tuple[object, ...]) -> FunctionType:
        """What makes a record of its fields, by place or by name."""
        written = CONSTRUCTORS[len(fields)]
        code = written.__code__.replace(co_varnames=("_cls", *fields))
        return FunctionType(code, written.__globals__, "__new__", defaults)

    class Frozen(metaclass=_Made):
        """What records are said to be; none of them is an instance of it, as with `typing.NamedTuple`."""


__all__ = ["Frozen"]
