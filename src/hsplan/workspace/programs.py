"""Where other programs are found: in the folders that PATH names, and never in the current one, where Windows looks
first and anybody may have put something."""

from __future__ import annotations

import os


def find_program(name: str) -> str:
    """The full path of a program; "" where there is none. A name with a folder in it is that file and no other."""
    import shutil

    if os.path.dirname(name):
        found = shutil.which(name)
        return os.path.abspath(found) if found else ""
    folders = (each for each in os.environ.get("PATH", os.defpath).split(os.pathsep) if os.path.isabs(each))
    return next((found for each in folders if (found := shutil.which(os.path.join(each, name)))), "")
