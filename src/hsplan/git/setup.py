"""What `git-setup` finds and changes: git's settings and one file of attributes, each only by hsplan's own lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from hsplan.errors import HsplanError
from hsplan.frozen import Frozen
from hsplan.git.attributes import own_lines, with_lines, without_lines
from hsplan.git.drivers import driver_settings
from hsplan.git.repository import refuse_closed
from hsplan.git.settings import Settings, attributes_file, attributes_in_force, top_folder
from hsplan.workspace import Config, load_config, make_folder, write_output
from hsplan.workspace.files import matching, read_bytes

_OWN = ("hsplan textconv", "hsplan merge-driver", "|themes|", "plans merged by their ids")
"""By one of these a value is known as hsplan's, from an earlier version or another place on the disk."""


class Setup(Frozen):
    """Where git's settings and the attributes are kept, and what stands or is to stand there."""

    root: str
    """The top of the working tree; "" where the setup is for all repositories and none is here."""
    settings: Settings
    wanted: dict[str, str]
    present: dict[str, str]
    """The settings of those keys that are set, as they are."""
    attributes: str
    """The path of the file of attributes."""
    text: str | None
    """What stands in it; None where it is not there."""
    patterns: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everything is as `--enable` leaves it."""
        return self.present == self.wanted and self.text == with_lines(self.text or "", self.patterns)

    @property
    def has_plans(self) -> bool:
        """Whether a file is there that the patterns mean; of all of the user's repositories nobody knows."""
        return self.settings.scope == "--global" or bool(
            matching(self.root, [each.lstrip("/") for each in self.patterns])
        )

    @property
    def is_absent(self) -> bool:
        """Whether nothing of hsplan's is there."""
        return not self.present and not own_lines(self.text or "")


def find_setup(folder: str, everywhere: bool) -> Setup:
    """How things stand for the repository of a folder, or for all of the user's repositories.

    Raises HsplanError outside of a repository, and where a value is the user's own, which is never touched.
    """
    root = top_folder(folder) or ""
    if not root and not everywhere:
        refuse_closed(folder)
        what = "is not in the working tree of a git repository, so there is nothing to set up."
        mend = '"git init" makes one; --global is for all of your repositories.'
        raise HsplanError(what, where=os.path.abspath(folder), mend=mend)
    config, base = (Config(), root) if everywhere else load_config(folder)
    settings = Settings(root or folder, "--global" if everywhere else "--local")
    wanted = driver_settings(_command(), _words())
    path = attributes_file(folder) if everywhere else os.path.join(root, ".gitattributes")
    patterns = _patterns(config, base, root)
    if not patterns:
        mend = "Nothing was changed. See `plans` in hsplan.toml."
        raise HsplanError("the plans stand outside of this repository.", where=root, mend=mend)
    if os.path.islink(path) and not everywhere:
        what = "is a link, which git does not follow for its attributes"
        raise HsplanError(what, where=path, mend="Nothing was changed.")
    found = Setup(root, settings, wanted, _present(settings, wanted), path, _text(path), patterns)
    if root and not everywhere:
        _check_attributes(found)
    return found


def enable(setup: Setup) -> None:
    """Write what is wanted. Raises HsplanError where it cannot be written."""
    folder = os.path.dirname(setup.attributes)
    if folder:
        make_folder(folder)
    text = with_lines(setup.text or "", setup.patterns)
    if text != setup.text:
        write_output(setup.attributes, text)
    for key, value in setup.wanted.items():
        if setup.present.get(key) != value:
            setup.settings.put(key, value)


def disable(setup: Setup) -> None:
    """Take out what is hsplan's; a file of attributes that holds nothing else goes."""
    for key in setup.present:
        setup.settings.remove(key)
    if setup.text is None or not own_lines(setup.text):
        return
    rest = without_lines(setup.text)
    if rest:
        write_output(setup.attributes, rest)
    else:
        os.unlink(setup.attributes)


def _command() -> str:
    """What starts this hsplan in git's shell: by its own Python, since it need not be on the PATH.

    `-P` lets nothing that lies in the repository be taken for a part of Python.
    """
    python = sys.executable.replace("\\", "/").replace("'", "'\\''")
    return f"'{python}' -P -m hsplan"


def _words() -> set[str]:
    """The keys of the format."""
    from hsplan.schema.table import FORMATS

    records = [record for kind in FORMATS.values() for record in (kind.root, *kind.records.values())]
    return {field.key for record in records for field in record.fields}


def _present(settings: Settings, wanted: Iterable[str]) -> dict[str, str]:
    found = {}
    for key in wanted:
        values = settings.values(key)
        if values and not all(any(word in value for word in _OWN) for value in values):
            what = f"git has {key} set already, and not by hsplan: {values[-1]}"
            mend = f"Nothing was changed. If you do not need it: git config {settings.scope} --unset-all {key}"
            raise HsplanError(what, mend=mend)
        if values:
            found[key] = "\n".join(values)
    return found


def _patterns(config: Config, base: str, root: str) -> tuple[str, ...]:
    """The configuration's patterns and its owners list, as they count from the top of the repository."""
    from fnmatch import fnmatch

    plans = list(config.plans)
    owners = [] if any(fnmatch(config.owners, pattern) for pattern in plans) else [config.owners]
    above = os.path.relpath(os.path.realpath(base), os.path.realpath(root)) if root else "."
    found = []
    for pattern in (*plans, *owners):
        path = os.path.normpath(os.path.join(above, pattern)).replace(os.sep, "/")
        if not path.startswith("../") and not os.path.isabs(path):
            found.append(path if "/" in path else f"/{path}")
    return tuple(found)


def _text(path: str) -> str | None:
    if not os.path.exists(path):
        return None
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        mend = "Nothing was changed. Open it in the editor and save it as UTF-8."
        raise HsplanError("is not saved as UTF-8", where=path, mend=mend) from error


def _check_attributes(setup: Setup) -> None:
    """Raise HsplanError where lines of the user's own say how git shows or merges the plans."""
    probes = [pattern.removeprefix("/").replace("**/", "").replace("*", "plan") for pattern in setup.patterns]
    for path, values in attributes_in_force(setup.root, probes).items():
        for name, value in values.items():
            if value not in ("unspecified", "hsplan"):
                what = f'git is told already how to {_VERBS[name]} {path}: its attribute "{name}" is "{value}".'
                mend = f"Nothing was changed. That line stands in .gitattributes; hsplan needs {name} for itself."
                raise HsplanError(what, mend=mend)


_VERBS = {"diff": "show changes of", "merge": "merge"}
