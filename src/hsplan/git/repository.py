"""A repository as it stands: where it is, which revisions it knows, which files each has."""

from __future__ import annotations

import os
from datetime import date
from typing import NamedTuple

from hsplan.errors import HsplanError
from hsplan.git.command import call, path_text, result, words

_FETCH = 'This copy is shallow, so older commits are missing: "git fetch --unshallow" brings them.'


class Repository(NamedTuple):
    """A repository with a working tree. `root` is its top folder; `shallow` says that its older commits are missing."""

    root: str
    shallow: bool

    def inside(self, path: str) -> str:
        """A file's path as git names it, from the top with `/`. Raises HsplanError for a path outside of it."""
        full, top = os.path.realpath(path), os.path.realpath(self.root)
        if full != top and not full.startswith(top.rstrip(os.sep) + os.sep):
            raise HsplanError("is not in the repository", where=path, mend=f"The repository is {self.root}.")
        return "" if full == top else os.path.relpath(full, top).replace(os.sep, "/")

    def resolve(self, revision: str) -> str | None:
        """The full name of the commit that a branch, tag or commit stands for; None for what git does not know."""
        if not revision or revision.startswith("-"):
            return None
        answer = call(self.root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        return answer.out.decode("ascii").strip() if answer.code == 0 else None

    def commit(self, revision: str) -> str:
        """The same as `resolve`; raises HsplanError with a suggestion for what git does not know."""
        found = self.resolve(revision)
        if found is not None:
            return found
        if revision == "HEAD":
            raise HsplanError(
                "nothing has been committed yet, so there is nothing to compare with.",
                where=self.root,
                mend='"git commit" makes the first version; or name two files.',
            )
        raise HsplanError(f'git knows no revision "{revision}".', where=self.root, mend=self._near(revision))

    def before(self, day: date) -> str:
        """The last commit on the way to HEAD before a day began. Raises HsplanError where there is none."""
        head = self.commit("HEAD")
        found = result(self.root, "rev-list", "-1", f"--before={day.isoformat()} 00:00:00", head).decode().strip()
        if found:
            return found
        first = result(self.root, "log", "--format=%cs", head).decode().split()[-1]
        mend = _FETCH if self.shallow else f"Its first commit is of {first}."
        raise HsplanError(f"git has nothing from before {day.isoformat()}.", where=self.root, mend=mend)

    def merge_base(self, one: str, other: str) -> str:
        """The commit from which two went apart. Raises HsplanError where they have nothing in common."""
        answer = call(self.root, "merge-base", self.commit(one), self.commit(other))
        if answer.code:
            mend = _FETCH if self.shallow else "Name the two revisions with two dots."
            raise HsplanError(f"{one} and {other} have no commit in common.", where=self.root, mend=mend)
        return answer.out.decode("ascii").strip()

    def blob(self, name: str, folder: str) -> str:
        """The blob that `REVISION:PATH` stands for; a path that begins with ./ counts from the folder."""
        answer = call(folder, "rev-parse", "--verify", "--quiet", name) if not name.startswith("-") else None
        if answer is None or answer.code:
            revision, _, path = name.partition(":")
            self.commit(revision)
            raise HsplanError(
                f'there is no file "{path}" at {revision}.',
                where=self.root,
                mend="A path counts from the top of the repository; ./ in front of it makes it count from here.",
            )
        return answer.out.decode("ascii").strip()

    def files(self, commit: str) -> dict[str, str]:
        """The files of a commit: path from the top to the name of its blob. Links and submodules are left out."""
        found = {}
        for line in result(self.root, "ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
            head, tab, path = line.partition(b"\t")
            if tab and head.startswith(b"100"):
                found[path_text(path)] = head.split()[2].decode("ascii")
        return found

    def _near(self, revision: str) -> str:
        from difflib import get_close_matches

        names = result(self.root, "for-each-ref", "--format=%(refname:short)").decode("utf-8", "replace").split("\n")
        close = get_close_matches(revision, names, n=1)
        if close:
            return f'Did you mean "{close[0]}"?'
        return _FETCH if self.shallow else '"git log" and "git tag" show those that there are.'


def find_repository(folder: str) -> Repository:
    """The repository that a folder stands in. Raises HsplanError outside of any."""
    answer = call(folder, "rev-parse", "--show-toplevel", "--is-shallow-repository")
    if answer.code:
        what = words(answer)
        if "not a git repository" in what:
            raise HsplanError(
                "is not in a git repository, so there is no earlier version to compare with.",
                where=folder if folder not in ("", ".") else os.getcwd(),
                mend="Name two files instead: hsplan diff old.yaml new.yaml",
            )
        raise HsplanError(f"git could not answer: {what}", where=folder)
    root, shallow = path_text(answer.out).rstrip("\n").rsplit("\n", 1)
    return Repository(root, shallow.strip() == "true")
