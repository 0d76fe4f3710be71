"""Writing a result: the whole file or nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress

from hsplan.errors import HsplanError


def write_output(path: str, text: str | bytes) -> None:
    """Write text as UTF-8, or bytes, as they are to a temporary file beside `path`, then put it in place.

    Raises HsplanError where that cannot be done; what stood there before is then untouched.
    """
    write_outputs({path: text})


def write_outputs(texts: Mapping[str, str | bytes]) -> None:
    """Write several files, by path: all of them are written whole beside their places before the first is put there.

    Raises HsplanError where one cannot be written; what stood there before is then untouched or put back.
    """
    waiting: dict[str, str] = {}
    path = ""
    try:
        for path, text in texts.items():
            _refuse(path)
            if is_device(path):
                continue
            # A link stays a link: what it leads to is replaced.
            folder, name = os.path.split(os.path.realpath(path) if os.path.islink(path) else path)
            waiting[os.path.join(folder, name)] = temporary = _beside(folder, name, "tmp")
            with open(temporary, "xb") as file:  # never through a link that somebody has put there
                _keep_mode(path, temporary)  # before there is anything in it to read
                file.write(_bytes(text))
        for path, text in texts.items():
            if is_device(path):
                _write_through(path, text)
        path = ""
        _put_in_place(waiting)
    except OSError as error:
        path = path or error.filename2 or error.filename or ""
        raise HsplanError(f"cannot be written ({error.strerror or error})", where=path, mend=_mend(path)) from error
    finally:
        for temporary in waiting.values():
            _remove(temporary)


def _refuse(path: str) -> None:
    """Raise HsplanError for what can be no file."""
    if path == "-":
        raise HsplanError('"-" is no file.', mend="Name a file; without --output the result is printed.")
    if os.path.isdir(path):
        raise HsplanError("is a folder", where=path, mend="Name a file to write to.")


def _put_in_place(waiting: Mapping[str, str]) -> None:
    """Put what is written in its place, by path: all of it, or none. A file that another program holds open (Excel, on
    Windows) cannot be replaced; those before it then become again what they were."""
    kept: dict[str, str] = {}
    done: list[str] = []
    try:
        for path, temporary in waiting.items():
            if len(waiting) > 1 and os.path.exists(path):
                kept[path] = _kept(path)
            os.replace(temporary, path)
            done.append(path)
    except BaseException:
        for path in done:
            _put_back(path, kept.pop(path, ""))
        raise
    finally:
        for old in kept.values():
            _remove(old)


def _kept(path: str) -> str:
    """A second name for what stands at the path, or where the disk knows no such thing a copy of it."""
    name = _beside(*os.path.split(path), "old")
    try:
        os.link(path, name)
    except OSError:
        from shutil import copy2

        copy2(path, name)
    return name


def _put_back(path: str, old: str) -> None:
    if not old:
        _remove(path)
        return
    with suppress(OSError):  # it stays beside its place then
        os.replace(old, path)


def _beside(folder: str, name: str, ending: str) -> str:
    """A name for a file of this run beside another one, with nothing there."""
    path = os.path.join(folder or ".", f".{name}.{os.getpid()}.{ending}")
    _remove(path)
    return path


def is_device(path: str) -> bool:
    """Whether it is a device or a pipe (`/dev/null`, `/dev/stdout`), which must never be replaced by a file."""
    return os.path.exists(path) and not os.path.isfile(path)


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _keep_mode(path: str, temporary: str) -> None:
    """Let those who may read the file at the path, and only those, read what takes its place."""
    if os.path.exists(path):
        os.chmod(temporary, stat.S_IMODE(os.stat(path).st_mode))


def _write_through(path: str, text: str | bytes) -> None:
    with open(path, "wb") as file:
        file.write(_bytes(text))


def make_folder(folder: str) -> None:
    """Let there be a folder. Raises HsplanError, naming the one that is in the way, where it cannot be made."""
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        where = str(error.filename or folder)
        if os.path.isfile(where):
            mend = "Move that file away, or give it another name."
            raise HsplanError("is a file, and a folder of that name is needed.", where=where, mend=mend) from error
        mend = "See that you may write there."
        what = f"the folder cannot be made ({error.strerror or error})"
        raise HsplanError(what, where=where, mend=mend) from error


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
