"""The contents of files at any time, in one call."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.errors import HsplanError
from hsplan.git.command import result


def read_blobs(root: str, names: Iterable[str]) -> dict[str, bytes]:
    """The bytes of blobs by their full names, each once. Raises HsplanError for one that is not in this copy."""
    wanted = list(dict.fromkeys(names))
    if not wanted:
        return {}
    out = result(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
    found: dict[str, bytes] = {}
    at = 0
    for name in wanted:
        end = out.index(b"\n", at)
        head = out[at:end].split()
        if len(head) != 3:
            raise HsplanError(
                f"this copy of the repository lacks the contents of {name[:12]}.",
                where=root,
                mend='It may be a partial copy: "git fetch --refetch" brings the rest.',
            )
        size = int(head[2])
        found[name] = out[end + 1 : end + 1 + size]
        at = end + size + 2
    return found
