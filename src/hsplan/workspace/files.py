"""Finding and reading files. Paths are as the user named them, with `/` between folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from hsplan.errors import HsplanError
from hsplan.findings import nearest


def read_bytes(path: str) -> bytes:
    """A file's bytes. Raises HsplanError where it cannot be opened."""
    try:
        if not os.path.isfile(path) and os.path.exists(path):
            what = "a folder, not a file" if os.path.isdir(path) else "not a file that can be read to its end"
            raise HsplanError(f"is {what}", where=path)
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        if os.path.islink(path):
            raise HsplanError(f"is a link to {os.readlink(path)}, which is not there", where=path) from error
        raise HsplanError("there is no such file or folder", where=path, mend=_near(path)) from error
    except OSError as error:
        raise HsplanError(f"cannot be read ({error.strerror or error})", where=path) from error


def matching(root: str, patterns: Iterable[str]) -> list[str]:
    """The files under a root that match the patterns, sorted, each once, as full paths."""
    found: dict[str, None] = {}
    for pattern in patterns:
        full = os.path.join(root, pattern)
        folder, name = os.path.split(full)
        if "*" not in folder and "?" not in folder and "[" not in folder:
            for path in _in_folder(folder, name):
                found[path] = None
        else:
            from glob import glob

            for path in sorted(glob(full, recursive=True)):
                found[path] = None
    return [path for path in found if not os.path.isdir(path)]


def yaml_files(folder: str) -> list[str]:
    """The YAML files of a folder, sorted."""
    found = sorted(_in_folder(folder, "*.yaml") + _in_folder(folder, "*.yml"))
    return [path for path in found if not os.path.isdir(path)]


def _in_folder(folder: str, pattern: str) -> list[str]:
    from fnmatch import fnmatch

    try:
        names = sorted(os.listdir(folder))
    except NotADirectoryError:
        return []
    except FileNotFoundError:
        return []
    except OSError as error:
        raise HsplanError(f"cannot be listed ({error.strerror or error})", where=folder) from error
    return [os.path.join(folder, name) for name in names if not name.startswith(".") and fnmatch(name, pattern)]


def folder_of(path: str) -> str:
    """The folder itself, or the one that a file is in; "." for the current one."""
    return path if os.path.isdir(path) else os.path.dirname(path) or "."


def shown(path: str) -> str:
    """A path as messages give it: relative to the current folder where it lies in it, with `/`."""
    here = os.getcwd()
    full = os.path.abspath(path)
    if full.startswith(here + os.sep):
        full = full[len(here) + 1 :]
    return full.replace(os.sep, "/")


def upwards(folder: str) -> Iterator[str]:
    """A folder and every one above it, as full paths, up to the root of the disk."""
    place = os.path.abspath(folder)
    yield place
    while (above := os.path.dirname(place)) != place:
        yield (place := above)


def below_top() -> str:
    """The current folder as the top of its git repository has it, with a slash behind it: `housing/`; "" for the top,
    and where there is none. Looked for on the disk: git itself would take longer than all else."""
    top = next((place for place in upwards("") if os.path.exists(os.path.join(place, ".git"))), "")
    inside = os.path.relpath(os.getcwd(), top).replace(os.sep, "/") if top else "."
    return "" if inside == "." else f"{inside}/"


def _near(path: str) -> str:
    folder, name = os.path.split(path)
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return f'There is no folder "{folder}" either.' if folder else ""
    near = nearest(name, names)
    return f'Did you mean "{os.path.join(folder, near)}"?' if near else ""
