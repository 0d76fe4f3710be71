"""Writing a result: the whole file or nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping

from hsplan.errors import HsplanError


def write_output(path: str, text: str | bytes) -> None:
    """Write text as UTF-8, or bytes, as they are to a temporary file beside `path`, then put it in place.

    Raises HsplanError where that cannot be done; what stood there before is then untouched.
    """
    write_outputs({path: text})


def write_outputs(texts: Mapping[str, str | bytes]) -> None:
    """Write several files, by path: all of them are written whole beside their places before the first is put there.

    Raises HsplanError where one cannot be written; what stood there before is then untouched.
    """
    waiting: dict[str, str] = {}
    path = ""
    try:
        for path, text in texts.items():
            if path == "-":
                raise HsplanError('"-" is no file.', mend="Name a file; without --output the result is printed.")
            if os.path.isdir(path):
                raise HsplanError("is a folder", where=path, mend="Name a file to write to.")
            if os.path.exists(path) and not os.path.isfile(path):
                _write_through(path, text)
                continue
            # A link stays a link: what it leads to is replaced.
            folder, name = os.path.split(os.path.realpath(path) if os.path.islink(path) else path)
            waiting[os.path.join(folder, name)] = temporary = os.path.join(folder or ".", f".{name}.{os.getpid()}.tmp")
            _remove(temporary)
            with open(temporary, "xb") as file:  # never through a link that somebody has put there
                _keep_mode(path, temporary)  # before there is anything in it to read
                file.write(text if isinstance(text, bytes) else text.encode())
        for path, temporary in waiting.items():
            os.replace(temporary, path)
    except OSError as error:
        raise HsplanError(f"cannot be written ({error.strerror or error})", where=path, mend=_mend(path)) from error
    finally:
        for temporary in waiting.values():
            _remove(temporary)


def _keep_mode(path: str, temporary: str) -> None:
    """Let those who may read the file at the path, and only those, read what takes its place."""
    if os.path.exists(path):
        os.chmod(temporary, stat.S_IMODE(os.stat(path).st_mode))


def _write_through(path: str, text: str | bytes) -> None:
    """Write to a device or a pipe (`/dev/null`, `/dev/stdout`), which must never be replaced by a file."""
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def append_output(path: str, text: str) -> None:
    """Put UTF-8 text at the end of a file that others write to as well. Raises HsplanError where it cannot be done."""
    try:
        with open(path, "a", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise HsplanError(f"cannot be written ({error.strerror or error})", where=path, mend=_mend(path)) from error


def _mend(path: str) -> str:
    folder = os.path.dirname(path) or "."
    if not os.path.isdir(folder):
        return f'There is no folder "{folder}".'
    return "Close it in other programs and see that you may write there."


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
