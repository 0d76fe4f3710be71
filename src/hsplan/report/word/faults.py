"""What is wrong with a council's Word template, in words: which file, which field, and the fields that there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError

from hsplan.errors import HsplanError
from hsplan.report.template_faults import UnknownField, in_words
from hsplan.workspace.files import shown

_FIELDS = 'Search the template for it in Word; "hsplan report --list-fields" has all fields.'


def opened(path: Path) -> DocxTemplate:
    """The Word file as a template. Raises HsplanError for what is none."""
    word = DocxTemplate(path)
    try:
        word.init_docx()
    except FileNotFoundError as error:
        raise HsplanError("is not there.", where=shown(str(path))) from error
    except Exception as error:
        # Whatever is no Word file, in whichever way: half an archive, an old .doc under a new name, a web page.
        mend = 'Save it in Word as "Word Document (*.docx)".'
        raise HsplanError("is no Word file that can be read.", where=shown(str(path)), mend=mend) from error
    return word


@contextmanager
def explained(template: Path | None) -> Iterator[None]:
    """Turn what goes wrong in a council's own template into one message; the shipped one's fault is hsplan's own."""
    try:
        yield
    except Exception as error:
        if template is None:
            raise
        where = shown(str(template))
        if isinstance(error, TemplateSyntaxError):
            mend = "Each {%p for %} and {%p if %} needs its {%p endfor %} or {%p endif %}, in the right order."
            raise HsplanError(f"{in_words(error)}{_near(error)}.", where=where, mend=mend) from error
        mend = _FIELDS if isinstance(error, UnknownField) else ""
        raise HsplanError(f"{in_words(error)}.", where=where, mend=mend) from error


def _near(error: TemplateSyntaxError) -> str:
    """The words of the template around the fault, which docxtpl keeps beside it."""
    lines = [" ".join(line.split()) for line in getattr(error, "docx_context", ())]
    # The fault's own line is the fourth of seven, as far as there are so many before it.
    place = min(3, error.lineno - 1)
    found = lines[place] if place < len(lines) else ""
    return f', in "{found[:80]}"' if found else ""
