"""A repository as it stands: where it is, which revisions it knows, which files each has."""

from __future__ import annotations

import os
from datetime import date

from hsplan.errors import HsplanError
from hsplan.findings import did_you_mean
from hsplan.frozen import Frozen
from hsplan.git.command import Answer, call, path_text, result, words

SHALLOW = "this copy is shallow, so older changes are missing."
_FETCH = 'This copy is shallow, so older commits are missing: "git fetch --unshallow" brings them.'


class Repository(Frozen):
    """A repository with a working tree. `root` is its top folder; `shallow` says that its older commits are missing;
    `store` is the folder in which git keeps what belongs to this working tree."""

    root: str
    shallow: bool
    store: str

    def holds(self, path: str) -> bool:
        """Whether a path lies in the repository's folder, whether or not git follows it."""
        full, top = os.path.realpath(path), os.path.realpath(self.root)
        return full == top or full.startswith(top.rstrip(os.sep) + os.sep)

    def inside(self, path: str) -> str:
        """A file's path as git names it, from the top with `/`. Raises HsplanError for a path outside of it."""
        full, top = os.path.realpath(path), os.path.realpath(self.root)
        if not self.holds(path):
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
                "nothing has been committed yet, so there is no earlier version of anything.",
                where=self.root,
                mend='"git commit" makes the first version; or name two files.',
            )
        raise HsplanError(f'git knows no revision "{revision}".', where=self.root, mend=self._near(revision))

    def last_before(self, day: date) -> str | None:
        """The last commit on the way to HEAD before a day began; None where there is none."""
        answer = call(self.root, "rev-list", "-1", f"--before={day.isoformat()} 00:00:00", "HEAD", "--")
        return answer.out.decode("ascii").strip() or None

    def before(self, day: date) -> str:
        """The same as `last_before`; raises HsplanError where there is none."""
        if (found := self.last_before(day)) is not None:
            return found
        head = self.commit("HEAD")
        first = result(self.root, "log", "--format=%cs", head).decode().split()[-1]
        mend = _FETCH if self.shallow else f"The first commit was made on {first}."
        raise HsplanError(f"git has nothing from before {day.isoformat()}.", where=self.root, mend=mend)

    def committed(self, commit: str) -> date:
        """The day on which a commit was made, where its committer was."""
        return date.fromisoformat(result(self.root, "show", "-s", "--format=%cs", commit).decode("ascii").strip())

    def merge_base(self, one: str, other: str, *more: str) -> str:
        """The commit from which two went apart; with `more`, one and a merge of all the others. Raises HsplanError
        where they have nothing in common."""
        found = self.common(*(self.commit(each) for each in (one, other, *more)))
        if found is not None:
            return found
        mend = _FETCH if self.shallow else "Name two revisions that came from one."
        raise HsplanError(f"{one} and {other} have no commit in common.", where=self.root, mend=mend)

    def common(self, *commits: str) -> str | None:
        """As `merge_base` of full names; None where they have nothing in common."""
        answer = call(self.root, "merge-base", *commits)
        return answer.out.decode("ascii").strip() if answer.code == 0 else None

    def parents(self, commit: str) -> list[str]:
        """The commits that a commit was made from: several for a merge, none for the first."""
        return result(self.root, "rev-list", "--parents", "-n", "1", commit).decode("ascii").split()[1:]

    def merging(self) -> list[str]:
        """The commits that are being merged into HEAD just now, until the merge is committed."""
        try:
            with open(os.path.join(self.store, "MERGE_HEAD"), encoding="ascii") as file:
                return file.read().split()
        except OSError:
            return []

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
        found = answer.out.decode("ascii").strip()
        if result(self.root, "cat-file", "-t", found).strip() != b"blob":
            mend = "Name one file in it; or revisions first and then the folder: hsplan diff REVISION FOLDER"
            raise HsplanError("is a folder and not a file.", where=name, mend=mend)
        return found

    def files(self, commit: str) -> dict[str, str]:
        """The files of a commit: path from the top to the name of its blob. Links and submodules are left out."""
        found = {}
        for line in result(self.root, "ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
            head, tab, path = line.partition(b"\t")
            if tab and head.startswith(b"100"):
                found[path_text(path)] = head.split()[2].decode("ascii")
        return found

    def _near(self, revision: str) -> str:
        names = result(self.root, "for-each-ref", "--format=%(refname:short)").decode("utf-8", "replace").split("\n")
        if len(revision) in (40, 64) and not revision.strip("0123456789abcdef"):
            lost = "That commit is not in this copy: it was not fetched, or a forced push has put others in its place."
            return f'{lost} "git fetch origin {revision}" may bring it.'
        otherwise = _FETCH if self.shallow else '"git log" and "git tag" show those that there are.'
        return did_you_mean(revision, names, otherwise)


def find_repository(folder: str, mend: str = "") -> Repository:
    """The repository that a folder stands in. Raises HsplanError outside of any; `mend` says what to do then."""
    answer = call(folder, "rev-parse", "--show-toplevel", "--is-shallow-repository", "--absolute-git-dir")
    if answer.code:
        what = words(answer)
        _refuse_closed(answer, folder)
        if "not a git repository" in what:
            raise HsplanError(
                "is not in a git repository, so there is no earlier version of anything in it.",
                where=folder if folder not in ("", ".") else os.getcwd(),
                mend=mend,
            )
        raise HsplanError(f"git could not answer: {what}", where=folder)
    root, shallow, store = path_text(answer.out).rstrip("\n").rsplit("\n", 2)
    return Repository(root, shallow.strip() == "true", store)


def refuse_closed(folder: str) -> None:
    """Raise HsplanError where a folder is in a repository that git does not open: without a working tree, or of
    another user."""
    _refuse_closed(call(folder, "rev-parse", "--show-toplevel"), folder)


def _refuse_closed(answer: Answer, folder: str) -> None:
    where = os.path.abspath(folder)
    if answer.code and "must be run in a work tree" in answer.err:
        what = "is git's own store, without the plans' files"
        raise HsplanError(what, where=where, mend="Run this in a clone: git clone …")
    if answer.code and "dubious ownership" in answer.err:
        what = "belongs to another user of this computer, so git does not read it"
        owned = answer.err.partition("'")[2].partition("'")[0] or where
        mend = f'If you trust it: git config --global --add safe.directory "{owned}"'
        raise HsplanError(what, where=where, mend=mend)
