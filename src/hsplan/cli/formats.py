"""The format of a result: the one that is asked for, else what the ending of its file says."""

from __future__ import annotations

import os

from hsplan.cli.running import choice, refuse_source
from hsplan.errors import HsplanError
from hsplan.workspace.output import is_device

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


def format_for(asked: str, output: str, known: tuple[str, ...], default: str = "", option: str = "--format") -> str:
    """One of the `known` formats: the one `asked` for, else by the ending of `output`, else the default, which is the
    first unless it is said. `option` is what would ask for one, "" where nothing could.

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
        raise _unknown(output, endings, option)
    return default or known[0]


def other_than_named(format: str, output: str, known: tuple[str, ...]) -> str:
    """The ending of `output` where it stands for another of the `known` formats than the one that the file will hold:
    a program that goes by the name will not open it. "" where the two agree, or the ending stands for none."""
    name = output.lower()
    said = next((each for ending, each in _ENDINGS.items() if name.endswith(f".{ending}")), format)
    return os.path.splitext(output)[1] if said != format and said in known else ""


def agreed(option: str, asked: str, output: str, known: tuple[str, ...]) -> str:
    """The format that an option has to be given, where the ending of `output` says the same or nothing.

    Raises HsplanError where the ending says another one.
    """
    choice(option, asked, known)
    said = format_for("", output, known, asked, option="")
    if said != asked:
        ending = os.path.splitext(output)[1]
        raise HsplanError(
            f'{option} {asked} does not go with the ending "{ending}".',
            where=output,
            mend=f"Write {option} {said}, or let the name end with .{asked}.",
        )
    return asked


def _unknown(output: str, endings: dict[str, str], option: str) -> HsplanError:
    from hsplan.findings import nearest

    stem, ending = os.path.splitext(output)
    near = "csv" if ending.lower() in (".xls", ".xlsx") and "csv" in endings else nearest(ending[1:].lower(), endings)
    mend = f'Did you mean "{stem}.{near}"?{" Excel opens it." if near == "csv" else ""}' if near else ""
    if not mend:
        mend = _known(endings, option)
    return HsplanError(f'this command writes no "{ending}" files.', where=output, mend=mend)


def refuse_no_ending(output: str, known: tuple[str, ...]) -> None:
    """Raise HsplanError for a new file whose name has no ending, where a command writes formats too unlike each other
    to choose one; a device or a pipe (`/dev/stdout`) needs none."""
    name = os.path.basename(output)
    if not name or os.path.splitext(name)[1].strip(".") or is_device(output):
        return
    mend = _known({ending: format for ending, format in _ENDINGS.items() if format in known}, "--format")
    raise HsplanError("the name does not say what the file is to hold.", where=output, mend=mend)


def _known(endings: dict[str, str], option: str) -> str:
    """What a name may end with, the first of each format, and the option that says it too."""
    from hsplan.findings import listed

    first = {format: ending for ending, format in reversed(endings.items())}
    also = f", or say what it is to hold with {option}" if option and len(first) > 1 else ""
    return f"Let its name end with {listed([f'.{each}' for each in reversed(first.values())], 'or')}{also}."
