"""A folder of pages on the disk: written, brought up to date and compared, without ever touching what others put there.

A list of its own, hsplan-site.txt, stands in the folder: only the pages that it names are ever replaced or removed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Sequence

from hsplan.errors import HsplanError
from hsplan.frozen import Frozen
from hsplan.workspace.output import write_output

LIST = "hsplan-site.txt"
_HEAD = "# The pages that hsplan wrote here. It replaces and removes these, and touches no other file.\n"
_PAGE = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]*/){0,2}[A-Za-z0-9][A-Za-z0-9._-]*\.html")


class Outcome(Frozen):
    """How many pages there are, and which were (or would have to be) written and removed, by their addresses."""

    total: int
    written: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether every page is as it should be."""
        return not self.written and not self.removed


def pages_there(folder: str) -> set[str]:
    """The addresses of the pages that earlier runs wrote and that are still there."""
    return {address for address in _listed(folder) if os.path.isfile(_path(folder, address))}


def check_pages(folder: str, pages: Iterable[tuple[str, str]]) -> Outcome:
    """Compare pages, address and text, with those on the disk. Raises HsplanError where no site is there."""
    if not os.path.isfile(os.path.join(folder, LIST)):
        raise HsplanError("holds no site of hsplan's.", where=folder, mend="Write it first, with --output.")
    total, wrong, made = 0, [], set()
    for address, text in pages:
        total += 1
        made.add(address)
        if not _stands(folder, address, text.encode("utf-8")):
            wrong.append(address)
    return Outcome(total, tuple(wrong), tuple(_stale(folder, _listed(folder), made)))


def write_pages(folder: str, pages: Iterable[tuple[str, str]], *, remove: bool = True) -> Outcome:
    """Write the pages that differ from what is there, and remove those of earlier runs that are no longer made.

    All of them are made whole in a folder of their own before the first is put in place. Raises HsplanError where one
    would take the place of a file that hsplan did not write, before anything is changed, and where one cannot be
    written or put in place, which may leave some of the others changed.
    """
    from shutil import rmtree
    from tempfile import mkdtemp

    if os.path.exists(folder) and not os.path.isdir(folder):
        raise HsplanError("is a file, and a site needs a folder.", where=folder, mend="Choose another name.")
    new = not os.path.isdir(folder)
    beside = ""
    try:
        os.makedirs(folder, exist_ok=True)
        beside = mkdtemp(prefix=".hsplan-", dir=folder)
        return _written(folder, beside, pages, remove)
    except OSError as error:
        mend = "Close it in other programs and see that you may write there."
        where = str(error.filename or folder)
        raise HsplanError(f"cannot be written ({error.strerror or error})", where=where, mend=mend) from error
    finally:
        rmtree(beside, ignore_errors=True)
        if new and os.path.isdir(folder) and not os.listdir(folder):
            os.rmdir(folder)


def _written(folder: str, beside: str, pages: Iterable[tuple[str, str]], remove: bool) -> Outcome:
    own = _listed(folder)
    made: set[str] = set()
    waiting: list[tuple[str, str]] = []
    for number, (address, text) in enumerate(pages):
        made.add(address)
        if _stands(folder, address, text.encode("utf-8")):
            continue
        _refuse_others(folder, address, own)
        temporary = os.path.join(beside, str(number))
        with open(temporary, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        waiting.append((address, temporary))
    _list(folder, {*own, *made})  # a run that is cut off from here on still knows its own pages
    for address, temporary in waiting:
        target = _path(folder, address)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(temporary, target)
    stale = list(_stale(folder, own, made)) if remove else []
    for address in stale:
        os.unlink(_path(folder, address))
    _clear(folder, stale)
    _list(folder, made if remove else {*own, *made})
    return Outcome(len(made), tuple(address for address, _ in waiting), tuple(stale))


def _listed(folder: str) -> set[str]:
    """The pages that an earlier run wrote; a line that no run would have written is passed over."""
    try:
        with open(os.path.join(folder, LIST), encoding="utf-8", errors="replace") as file:
            return {line.strip() for line in file if _PAGE.fullmatch(line.strip())}
    except FileNotFoundError:
        return set()


def _list(folder: str, addresses: Collection[str]) -> None:
    path = os.path.join(folder, LIST)
    text = _HEAD + "".join(f"{address}\n" for address in sorted(addresses))
    if not _stands(folder, LIST, text.encode("utf-8")):
        write_output(path, text)


def _stands(folder: str, address: str, data: bytes) -> bool:
    """Whether a page is there as it should be. Git gives line ends of its own to what it checks out on Windows."""
    try:
        with open(_path(folder, address), "rb") as file:
            there = file.read()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return False
    return there == data or there.replace(b"\r\n", b"\n") == data


def _refuse_others(folder: str, address: str, own: Collection[str]) -> None:
    path = _path(folder, address)
    if os.path.lexists(path) and address not in own:
        raise HsplanError(
            "is there already, and hsplan did not write it; nothing was changed.",
            where=path,
            mend="Name a folder of the site's own.",
        )
    if not _within(folder, path):
        raise HsplanError("leads out of the site's folder; nothing was changed.", where=os.path.dirname(path))


def _stale(folder: str, own: Collection[str], made: Collection[str]) -> Iterable[str]:
    """The pages of earlier runs that are still there and no longer made.

    A disk that does not tell capitals apart has one file for two such names, and it may be one that was just made.
    """
    by_letters = {address.casefold(): address for address in made}
    for address in sorted(own):
        path, twin = _path(folder, address), by_letters.get(address.casefold())
        if address in made or not os.path.isfile(path) or not _within(folder, path):
            continue
        if twin is None or not os.path.exists(_path(folder, twin)) or not os.path.samefile(path, _path(folder, twin)):
            yield address


def _clear(folder: str, removed: Sequence[str]) -> None:
    """Remove the folders that pages were removed from, where nothing is left in them."""
    above = {os.path.dirname(address) for address in removed if "/" in address}
    for name in sorted(above, reverse=True):
        path = _path(folder, name)
        if os.path.isdir(path) and not os.listdir(path):
            os.rmdir(path)


def _within(folder: str, path: str) -> bool:
    """Whether a page stands in the site's folder by itself, not through a link that leads elsewhere."""
    top, above = os.path.realpath(folder), os.path.realpath(os.path.dirname(path))
    return above == top or above.startswith(top.rstrip(os.sep) + os.sep)


def _path(folder: str, address: str) -> str:
    return os.path.join(folder, *address.split("/"))
