"""Which YAML files are not as they were, in one call that reads none of them."""

from __future__ import annotations

from hsplan.git.command import call, path_text
from hsplan.git.log import ABSENT, YAML


def changed_files(root: str, old: str, new: str = "") -> dict[str, str] | None:
    """The files that differ between a commit and the working tree, or a second commit: path from the top to the blob
    that stood there at `old`, ABSENT for a file that is new. What git does not follow yet is not among them.

    None where git does not know `old`: before the first commit there is no HEAD.
    """
    shape = ("--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--ignore-submodules=all")
    answer = call(root, "-c", "diff.relative=false", "diff", *shape, old, *([new] if new else []), "--", *YAML)
    if answer.code:
        return None
    tokens = answer.out.split(b"\0")
    found: dict[str, str] = {}
    for line, path in zip(tokens[::2], tokens[1::2], strict=False):
        mode, _, blob, *_ = line.decode("ascii").lstrip(":").split()
        # A file with a conflict is named twice; links and submodules are nobody's plans.
        before = blob if mode.startswith("100") else ABSENT
        found[path_text(path)] = before or found.get(path_text(path), ABSENT)
    return found
