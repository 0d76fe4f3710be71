"""`hsplan merge-driver BASE OURS THEIRS SIZE PATH`, which git runs where both sides of a merge changed a plan."""

from __future__ import annotations

from hsplan.errors import HsplanError
from hsplan.git.drivers import MARKED, NOT_MERGED
from hsplan.workspace import write_output
from hsplan.workspace.files import read_bytes


def run(arguments: list[str]) -> int:
    """Put the merged plan in the place of OURS: 0, or where something is marked for a person to decide, MARKED.

    Any other exit code says that nothing was written; git then merges by lines.
    """
    from hsplan.merging import merge

    if len(arguments) != 5 or not arguments[3].isdecimal():
        raise HsplanError("git runs this command, with the names of three files.", mend="Try: git merge")
    base, ours, theirs = (read_bytes(path) for path in arguments[:3])
    merged = merge(base, ours, theirs, int(arguments[3]))
    if merged is None:
        return NOT_MERGED
    if merged.data != ours:
        write_output(arguments[1], merged.data.decode())
    return MARKED if merged.conflict else 0
