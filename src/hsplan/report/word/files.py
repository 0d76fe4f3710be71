"""Word files as archives: the shipped template, bytes without the time of day, and whether two hold the same."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error

from hsplan.report.templates import WORD
from hsplan.schema import templates_folder


def shipped_template() -> Path:
    """The Word template that every report is made with unless a council has its own."""
    return templates_folder() / WORD


def settled(content: bytes) -> bytes:
    """The archive with one fixed day in place of the time at which each part was written."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            info = ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(entry.filename))
    return made.getvalue()


def same_content(one: bytes, other: bytes) -> bool:
    """Whether two archives hold the same parts, however they are packed. What is no archive is never the same."""
    try:
        return _parts(one) == _parts(other)
    except (BadZipFile, EOFError, RuntimeError, ValueError, error):  # cut off, locked by a password, or spoilt inside
        return False


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
