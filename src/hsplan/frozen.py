"""The frozen record that the whole house is written in: `class Action(Frozen)`, a field a line."""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as Frozen
else:

    class _Made(type):
        """Makes of a class body what `typing.NamedTuple` makes of it, without compiling the annotation of each field:
        that was a tenth of what `hsplan lint` of one plan costs, and nothing reads them at run time."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.pop("__annotations__", {})
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body.pop("__module__"))
            made.__annotations__ = fields
            for key, value in body.items():
                setattr(made, key, value)
            return made

    class Frozen(metaclass=_Made):
        """What records are said to be; none of them is an instance of it, as with `typing.NamedTuple`."""


__all__ = ["Frozen"]
