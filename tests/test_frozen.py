"""Records behave as `typing.NamedTuple` makes them."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any, NamedTuple

import pytest

from hsplan.constructors import CONSTRUCTORS
from hsplan.frozen import Frozen


class Ours(Frozen):
    """A record."""

    first: str
    second: int = 2
    third: tuple[str, ...] = ()

    @property
    def both(self) -> str:
        return f"{self.first}{self.second}"


class Theirs(NamedTuple):
    """A record."""

    first: str
    second: int = 2
    third: tuple[str, ...] = ()

    @property
    def both(self) -> str:
        return f"{self.first}{self.second}"


class Empty(Frozen):
    """Nothing."""


def test_a_record_is_what_typing_makes_of_its_class() -> None:
    mine, yours = Ours("a", third=("b",)), Theirs("a", third=("b",))
    assert repr(mine) == repr(yours).replace("Theirs", "Ours")
    assert (mine._asdict(), mine.both, hash(mine)) == (yours._asdict(), yours.both, hash(yours))
    assert tuple(mine) == tuple(yours)
    assert (Ours._fields, Ours._field_defaults) == (Theirs._fields, Theirs._field_defaults)
    assert Ours.__match_args__ == Theirs.__match_args__
    assert list(inspect.signature(Ours).parameters) == list(inspect.signature(Theirs).parameters)
    assert tuple(mine._replace(second=5)) == tuple(yours._replace(second=5))
    assert Ours._make(["a", 5, ("b",)]) == mine._replace(second=5)
    assert Empty() == ()
    assert repr(Empty()) == "Empty()"


def test_records_are_copied_and_pickled() -> None:
    mine = Ours("a")
    assert pickle.loads(pickle.dumps(mine)) == mine
    assert type(copy.deepcopy(mine)) is Ours


@pytest.mark.parametrize(("given", "named"), [((), {}), (("a", 1, (), 4), {}), (("a",), {"fourth": 1})])
def test_a_record_refuses_fields_that_it_has_not(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    for record in (Ours, Theirs):
        with pytest.raises(TypeError):
            record(*given, **named)


def test_what_cannot_be_a_record_is_refused() -> None:
    made: Any = Ours("a")
    with pytest.raises(ValueError, match="fourth"):
        made._replace(fourth=1)
    with pytest.raises(AttributeError):
        made.first = "b"
    with pytest.raises(AttributeError):
        made.fourth = "b"
    with pytest.raises(TypeError, match="without a default"):

        class _Wrong(Frozen):
            first: str = ""
            second: int  # type: ignore[misc]


@pytest.mark.parametrize("number", range(len(CONSTRUCTORS)))
def test_a_constructor_takes_so_many_fields_in_their_order(number: int) -> None:
    made = CONSTRUCTORS[number](tuple, *range(number))
    assert made == tuple(range(number))
    with pytest.raises(TypeError):
        CONSTRUCTORS[number](tuple, *range(number + 1))
