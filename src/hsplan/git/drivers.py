"""What git is told about plans: how to name the action above a change, and which program shows and merges them."""

from __future__ import annotations

from collections.abc import Iterable

MARKED = 10
"""What `hsplan merge-driver` ends with where a person has to decide; no fault of Python's own ends with it."""
NOT_MERGED = 4
"""What it ends with where it has written nothing, since it is not sure."""

_MERGE = """\
f() {{ {command} merge-driver "$@" 2>/dev/null; case $? in 0) return 0;; {marked}) return 1;; esac; \
git merge-file --marker-size="$4" -L ours -L base -L theirs "$2" "$1" "$3"; }}; f %O %A %B %L %P"""


def driver_settings(command: str, words: Iterable[str]) -> dict[str, str]:
    """git's settings by their keys. `command` starts hsplan, in a shell's words; `words` are the format's own keys.

    Where hsplan is gone, git shows a plan's own text, and merges by lines as ever.
    """
    return {
        "diff.hsplan.xfuncname": "\n".join(_headlines(words)),
        "diff.hsplan.textconv": f'f() {{ {command} textconv "$1" 2>/dev/null || cat "$1"; }}; f',
        "merge.hsplan.name": "plans merged by their ids",
        "merge.hsplan.driver": _MERGE.format(command=command, marked=MARKED),
    }


def _headlines(words: Iterable[str]) -> list[str]:
    """What a hunk's headline may be, as git's expressions; one that begins with `!` rules out what the next ones take.

    In a plan's own text: a key with nothing after it that is an id, so none of the format's words. Among facts: titles.
    """
    own = "|".join(sorted(words))
    return [
        rf"!^[[:space:]]+({own}|x-[^:]*):",
        r"""^[[:space:]]*(["']?[A-Za-z0-9._-]+["']?):[[:space:]]*([#{].*)?$""",
        r"^(([a-z]+ )?[A-Za-z0-9._-]+ title: .*)$",
    ]
