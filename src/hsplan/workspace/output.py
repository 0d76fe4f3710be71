"""Writing a result: the whole file or nothing."""

from __future__ import annotations

import os

from hsplan.errors import HsplanError


def write_output(path: str, text: str) -> None:
    """Write UTF-8 text with LF line ends to a temporary file beside `path`, then put it in place.

    Raises HsplanError where that cannot be done; what stood there before is then untouched.
    """
    folder = os.path.dirname(path) or "."
    temporary = os.path.join(folder, f".{os.path.basename(path)}.{os.getpid()}.tmp")
    if os.path.isdir(path):
        raise HsplanError("is a folder", where=path, mend="Name a file to write to.")
    try:
        with open(temporary, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.replace(temporary, path)
    except OSError as error:
        _remove(temporary)
        mend = "Close it in other programs and see that you may write there."
        if not os.path.isdir(folder):
            mend = f'There is no folder "{folder}".'
        raise HsplanError(f"cannot be written ({error.strerror or error})", where=path, mend=mend) from error
    except BaseException:
        _remove(temporary)
        raise


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
