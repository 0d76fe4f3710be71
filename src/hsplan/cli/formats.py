"""The format of a result: the one that is asked for, else what the ending of its file says."""

from __future__ import annotations

import os

from hsplan.cli.running import choice, refuse_source
from hsplan.errors import HsplanError

_ENDINGS = {
    "html": "html",
    "htm": "html",
    "md": "markdown",
    "markdown": "markdown",
    "pdf": "pdf",
    "docx": "docx",
    "txt": "text",
    "sarif": "sarif",
    "sarif.json": "sarif",
    "json": "json",
    "csv": "csv",
    "xml": "junit",
    "svg": "svg",
}
"""What a file's name may end with, in the order in which messages list them."""
_SHORT = {"md": "markdown"}
"""Other names for formats."""


def format_for(asked: str, output: str, known: tuple[str, ...], default: str = "") -> str:
    """One of the `known` formats: the one `asked` for, else by the ending of `output`, else the default, which is the
    first unless it is said.

    Raises HsplanError for a format that is none of them, and for an ending that stands for none: a file named
    report.doc must not hold something else.
    """
    if asked:
        return _SHORT[asked] if _SHORT.get(asked) in known else choice("--format", asked, known)
    refuse_source(output)
    endings = {ending: format for ending, format in _ENDINGS.items() if format in known}
    name = output.lower()
    for ending, format in endings.items():
        if name.endswith(f".{ending}"):
            return format
    if os.path.splitext(os.path.basename(output))[1].strip("."):
        raise _unknown(output, endings)
    return default or known[0]


def _unknown(output: str, endings: dict[str, str]) -> HsplanError:
    from hsplan.findings import listed, nearest

    stem, ending = os.path.splitext(output)
    near = "csv" if ending.lower() in (".xls", ".xlsx") and "csv" in endings else nearest(ending[1:].lower(), endings)
    mend = f'Did you mean "{stem}.{near}"?{" Excel opens it." if near == "csv" else ""}' if near else ""
    if not mend:
        first = {format: ending for ending, format in reversed(endings.items())}
        also = ", or say what it is to hold with --format" if len(first) > 1 else ""
        mend = f"Let its name end with {listed([f'.{each}' for each in reversed(first.values())], 'or')}{also}."
    return HsplanError(f'this command writes no "{ending}" files.', where=output, mend=mend)
