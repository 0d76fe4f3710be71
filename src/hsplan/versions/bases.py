"""Which earlier versions `hsplan lint --against` compares with."""

from __future__ import annotations

import re

from hsplan.frozen import Frozen
from hsplan.git import Repository


class Base(Frozen):
    """A commit, and what messages call it."""

    name: str
    commit: str


def find_bases(repository: Repository, revision: str, tip: str = "") -> list[Base]:
    """The version to compare the working tree with, or the commit `tip`; several for a merge; none before the first
    commit, and for git's own name for nothing, which is all noughts: a workflow is given it when a branch is new.

    A revision counted from HEAD (`HEAD`, `HEAD~1`) asks what one commit does: while it merges branches, that is every
    parent. Any other asks about all that came since it and HEAD parted, as a pull request does, which is a merge of
    its own in some workflows. Raises HsplanError for a revision that git does not know.
    """
    if is_nothing(revision):
        return []
    counted = not tip and _COUNTED.fullmatch(revision) is not None
    merging = [] if tip else repository.merging()
    if counted and not merging and revision in ("HEAD", "@"):
        return [Base("HEAD", "HEAD")]
    head = tip or repository.resolve("HEAD")
    if head is None:
        return []
    asked = repository.commit(revision)
    parents = ([head, *merging] if merging else repository.parents(head)) if counted else []
    if len(parents) > 1 and asked in parents:
        others = [Base(f"the merged branch, {each[:9]}", each) for each in parents if each != asked]
        return [Base(revision, asked), *others]
    base = repository.merge_base(asked, head, *merging)
    return [Base(revision if base == asked else f"{base[:9]}, where {revision} and HEAD part", base)]


def is_nothing(revision: str) -> bool:
    """Whether it is as many noughts as a commit's full name has letters."""
    return len(revision) in (40, 64) and not revision.strip("0")


_COUNTED = re.compile(r"(HEAD|@)([~^]\d*)*")
