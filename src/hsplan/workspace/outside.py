"""Whether git can know a folder at all: seen from the files, for a fraction of what asking git costs."""

from __future__ import annotations

import os

from hsplan.workspace.files import upwards

_NAMED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR")
"""By these variables a repository may be named that stands elsewhere."""
_STORES = (".git", "HEAD")
"""One of them stands at the top of every working tree, the other in git's own store."""


def outside_git(folder: str) -> bool:
    """Whether a folder is in no repository for certain. Where it may be in one, git has to be asked."""
    if any(name in os.environ for name in _NAMED):
        return False
    places = upwards(os.path.realpath(folder))
    return not any(os.path.lexists(os.path.join(place, store)) for place in places for store in _STORES)
