"""Command lines written straight out are read here, without typer, which takes five interpreter starts to be loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from hsplan.cli.declared import QUIET, Argument, Option
from hsplan.frozen import Frozen

_ONE, _MANY = (str, str | None), (list[str], list[str] | None)


class Parameter(Frozen):
    """What a command's `run` takes by a name: its type, how it is declared, and whether it must be given."""

    name: str
    kind: Any
    declared: Option | Argument
    needed: bool = False


def parameters(run: Callable[..., object]) -> list[Parameter]:
    """What a command takes, `-q` too, which it need not name itself."""
    hints = [(name, hint) for name, hint in run.__annotations__.items() if name != "return"]
    needed = len(hints) - len(getattr(run, "__defaults__", None) or ())
    made = [
        Parameter(name, hint.__origin__, hint.__metadata__[0], at < needed) for at, (name, hint) in enumerate(hints)
    ]
    return made if any(each.declared == QUIET for each in made) else [*made, Parameter("quiet", bool, QUIET)]


def straight(run: Callable[..., object], words: Sequence[str]) -> dict[str, Any] | None:
    """What `run` is given for the words after a command's name, as typer would give it; what is not there is left out.

    None where typer has to look: for help, for what is wrong, and for what can be written in more than one way. Read
    here are arguments, switches, and options by their names with a value of their own.
    """
    taken = parameters(run)
    options = {
        spelt: each for each in taken if isinstance(each.declared, Option) for spelt in _spellings(each.declared)
    }
    values: dict[str, Any] = {}
    loose: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "-" or not word.startswith("-"):
            loose.append(word)
        elif not _take(word, options, rest, values):
            return None
    argument = next((each for each in taken if isinstance(each.declared, Argument)), None)
    if argument is None:
        return None if loose else values
    if loose and argument.kind in _MANY:
        return {**values, argument.name: loose}
    if len(loose) == 1:
        return {**values, argument.name: loose[0]}
    return None if loose or argument.needed else values


def _spellings(declared: Option | Argument) -> tuple[str, ...]:
    if isinstance(declared, Argument):
        return ()
    return (declared.name, declared.short) if declared.short else (declared.name,)


def _take(word: str, options: dict[str, Parameter], rest: Iterator[str], values: dict[str, Any]) -> bool:
    """Put the value of an option, the next word or what stands behind "=", to the others; False if it is not plain."""
    name, joined, value = word.partition("=") if word.startswith("--") else (word, "", "")
    option = options.get(name)
    if option is None:
        return False
    if option.kind is bool:
        values[option.name] = True
        return not joined
    if not joined:
        value = next(rest, "--")
        if value.startswith("-") and value != "-":
            return False
    if option.kind in _MANY:
        values.setdefault(option.name, []).append(value)
    else:
        values[option.name] = value
    return option.kind in (*_ONE, *_MANY) and (value != "" or getattr(option.declared, "blank", True))
