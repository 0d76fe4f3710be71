"""What is wrong with a template, in words: which file, which line, which field, and the fields that there are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from jinja2 import (
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.utils import missing

from hsplan.errors import HsplanError
from hsplan.report.templates import Template

_NAMES = (
    "report (of a portfolio: portfolio), outline, css, large_print, fragment, trail, page; "
    "a Word template report, outline, title, sections, made"
)


class UnknownField(UndefinedError):
    """A template asks for a field that there is none of."""


class MissingField(StrictUndefined):
    """A name that a template asks for and that is not there: the message says which ones are."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        """As Jinja makes one; where it has no words of its own for what is missing, these are ours."""
        if hint is None and exc is UndefinedError:
            hint, exc = _not_there(obj, name), UnknownField
        super().__init__(hint, obj, name, exc)


def _not_there(owner: object, name: str | None) -> str:
    if owner is missing:
        return f'there is no "{name}"; a template is given {_NAMES}'
    fields = getattr(owner, "_fields", None)
    if fields:
        return f'{type(owner).__name__} has no field "{name}"; those that it has: {", ".join(fields)}'
    what = "nothing (the field is empty here)" if owner is None else f"a {_kind(owner)}"
    return f'"{name}" is asked of {what}, which has no fields'


@contextmanager
def explained(template: Template) -> Iterator[None]:
    """Turn what goes wrong in a council's own template into one message; a shipped one's fault is hsplan's own."""
    try:
        yield
    except TemplateNotFound as error:
        if not template.folder:
            raise
        where = _place(error) or template.folder
        raise HsplanError(f'"{error.name}" is included, and it is not there.', where=where) from error
    except TemplateSyntaxError as error:
        if not template.folder:
            raise
        raise HsplanError(f"{in_words(error)}.", where=f"{_shown(error.filename)}:{error.lineno}") from error
    except HsplanError:
        raise
    except Exception as error:
        where = _place(error)
        if not template.folder or not where:
            raise
        mend = '"hsplan report --list-fields" has them all.' if isinstance(error, UnknownField) else ""
        raise HsplanError(f"{in_words(error)}.", where=where, mend=mend) from error


def not_utf8(folders: Sequence[str], name: str) -> HsplanError:
    """What is said of a template that was saved in another encoding; it stands in the first of the folders that has a
    file of this name."""
    from hsplan.document.encoding import decode

    path = next(path for folder in folders if os.path.isfile(path := os.path.join(folder, *name.split("/"))))
    with open(path, "rb") as file:
        _, (found, *_) = decode(file.read(), _shown(path))
    where = f"{found.place.path}:{found.place.line}"
    return HsplanError(found.message, where=where, mend=found.help)


def in_words(error: Exception) -> str:
    """What is wrong, without a full stop: Jinja's words or Python's, where they say it."""
    if isinstance(error, RecursionError):
        return "the template includes itself, or a macro in it calls itself, without end"
    said = error.message if isinstance(error, TemplateError) else str(error)
    return (said or type(error).__name__).rstrip(".")


def _place(error: Exception) -> str:
    """File and line of the innermost template in the traceback, which Jinja has written in terms of the templates."""
    trace, found = error.__traceback__, ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".j2", ".css")):
            found = f"{_shown(file)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def _shown(file: str | None) -> str:
    from hsplan.workspace.files import shown

    return shown(file) if file else "the template"


def _kind(value: object) -> str:
    return {"str": "text", "tuple": "list", "int": "number", "float": "number"}.get(
        type(value).__name__, type(value).__name__
    )
