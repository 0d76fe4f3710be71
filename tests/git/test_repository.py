"""The git room, against real repositories."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from hsplan.errors import HsplanError
from hsplan.git import Repository, changed_files, find_repository, read_blobs, read_log
from tests.git.repositories import Made


def repository(made: Made, folder: str = "") -> Repository:
    return find_repository(str(made.folder / folder))


def test_files_and_contents_with_spaces_accents_and_line_ends(made: Made) -> None:
    name = "plans of Łódź/é à.yaml"
    made.commit({name: "hsplan: 1\r\nnote: “x”\n", "other.txt": "x", 'quote".yaml': "q"})
    found = repository(made)
    files = found.files(found.commit("HEAD"))
    assert sorted(files) == sorted([name, "other.txt", 'quote".yaml'])
    expected = (made.folder / name).read_bytes()
    assert read_blobs(found.root, [files[name], files[name]]) == {files[name]: expected}
    assert read_blobs(found.root, []) == {}


def test_a_subfolder_and_a_worktree_are_in_the_repository(made: Made, tmp_path: Path) -> None:
    made.commit({"plans/a.yaml": "a"})
    assert repository(made, "plans").root == repository(made).root
    assert repository(made, "plans").inside(str(made.folder / "plans" / "a.yaml")) == "plans/a.yaml"
    other = tmp_path / "a worktree"
    made.git("worktree", "add", "-q", str(other), "-b", "side")
    found = find_repository(str(other / "plans"))
    assert found.inside(str(other / "plans" / "a.yaml")) == "plans/a.yaml"
    assert found.commit("side") == made.git("rev-parse", "HEAD")
    with pytest.raises(HsplanError, match="is not in the repository"):
        found.inside(str(tmp_path / "elsewhere.yaml"))


def test_outside_of_any_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(HsplanError, match="is not in a git repository"):
        find_repository(str(tmp_path))
    with pytest.raises(HsplanError, match="there is no such folder"):
        find_repository(str(tmp_path / "nowhere"))


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HsplanError, match="git is not installed"):
        find_repository(str(tmp_path))


def test_before_the_first_commit(made: Made) -> None:
    assert repository(made).resolve("HEAD") is None
    with pytest.raises(HsplanError, match="nothing has been committed yet"):
        repository(made).commit("HEAD")


def test_revisions(made: Made) -> None:
    first = made.commit({"a.yaml": "1"}, on="2026-01-10")
    made.git("tag", "adopted")
    second = made.commit({"a.yaml": "2"}, on="2026-02-10")
    found = repository(made)
    assert (found.commit("adopted"), found.commit("HEAD"), found.commit(second[:8])) == (first, second, second)
    for wrong in ("", "--output=x", "HEAD:a.yaml", "nope"):
        assert found.resolve(wrong) is None
    with pytest.raises(HsplanError, match=r'git knows no revision "adoptd"\. Did you mean "adopted"'):
        found.commit("adoptd")
    assert found.blob("adopted:a.yaml", found.root) == found.files(first)["a.yaml"]
    with pytest.raises(HsplanError, match=r'there is no file "b\.yaml" at adopted'):
        found.blob("adopted:b.yaml", found.root)


def test_the_last_commit_before_a_day(made: Made) -> None:
    first = made.commit({"a.yaml": "1"}, on="2026-01-10")
    second = made.commit({"a.yaml": "2"}, on="2026-02-10")
    found = repository(made)
    assert found.before(date(2026, 2, 10)) == first
    assert found.before(date(2026, 2, 11)) == second
    with pytest.raises(
        HsplanError, match=r"git has nothing from before 2026-01-10\. The first commit was made on 2026-01-10"
    ):
        found.before(date(2026, 1, 10))


def test_a_shallow_copy_says_what_is_missing(made: Made, tmp_path: Path) -> None:
    made.commit({"a.yaml": "1"}, on="2026-01-10")
    made.commit({"a.yaml": "2"}, on="2026-02-10")
    made.git("clone", "-q", "--depth", "1", f"file://{made.folder}", str(tmp_path / "copy"))
    found = find_repository(str(tmp_path / "copy"))
    assert found.shallow
    with pytest.raises(HsplanError, match="git fetch --unshallow"):
        found.commit("HEAD~1")
    with pytest.raises(HsplanError, match="git fetch --unshallow"):
        found.before(date(2026, 2, 10))
    assert [len(commit.files) for commit in read_log(found.root, "HEAD")] == [1]


def test_the_log_follows_renames_and_keeps_merges_apart(made: Made) -> None:
    text = "".join(f"line {number}\n" for number in range(30))
    first = made.commit({"plans/old é.yaml": text, "readme.md": "x"}, on="2026-01-01")
    made.git("checkout", "-q", "-b", "side")
    side = made.commit({"plans/old é.yaml": text + "side\n"}, on="2026-01-02")
    made.git("checkout", "-q", "main")
    made.git("mv", "plans/old é.yaml", "plans/new name.yaml")
    moved = made.commit({}, on="2026-01-03")
    made.git("merge", "-q", "--no-edit", "side", on="2026-01-04")
    merge = made.git("rev-parse", "HEAD")
    log = {commit.name: commit for commit in read_log(repository(made).root, "HEAD")}
    assert [(each.old_path, each.path) for each in log[moved].files] == [("plans/old é.yaml", "plans/new name.yaml")]
    assert log[first].files[0].before == ("",)
    assert (log[side].author, log[side].date, log[side].parents) == ("Ann Écrivain", date(2026, 1, 2), (first,))
    assert all(each.after in each.before for each in log[merge].files)
    mainline = read_log(repository(made).root, "HEAD", mainline=True)
    assert [commit.name for commit in mainline] == [merge, moved, first]


def test_a_merge_that_differs_from_both_parents(made: Made) -> None:
    made.commit({"a.yaml": "1\n"})
    made.git("checkout", "-q", "-b", "side")
    made.commit({"a.yaml": "2\n"})
    made.git("checkout", "-q", "main")
    made.commit({"a.yaml": "3\n"})
    made.git("merge", "-q", "-s", "ours", "--no-commit", "side")
    made.commit({"a.yaml": "4\n"})
    (change,) = read_log(repository(made).root, "HEAD")[0].files
    blobs = read_blobs(repository(made).root, [*change.before, change.after])
    assert [blobs[name] for name in (*change.before, change.after)] == [b"3\n", b"2\n", b"4\n"]


def test_what_differs_from_a_commit(made: Made) -> None:
    assert changed_files(str(made.folder), "HEAD") is None
    first = made.commit({"a é.yaml": "1", "b/c.yml": "2", "d.yaml": "3", "e.txt": "4", "gone.yaml": "5"})
    (made.folder / "link.yaml").symlink_to("d.yaml")
    second = made.commit({"d.yaml": "33"})
    found = repository(made)
    assert changed_files(found.root, "HEAD") == {}
    made.write("a é.yaml", "x")
    made.git("mv", "b/c.yml", "b/new.yml")
    made.write("unknown.yaml", "x")
    made.write("e.txt", "x")
    (made.folder / "gone.yaml").unlink()
    (made.folder / "link.yaml").unlink()
    blobs = found.files(second)
    assert changed_files(found.root, "HEAD") == {
        "a é.yaml": blobs["a é.yaml"],
        "b/c.yml": blobs["b/c.yml"],
        "b/new.yml": "",
        "gone.yaml": blobs["gone.yaml"],
        "link.yaml": "",
    }
    assert changed_files(found.root, first, second) == {"d.yaml": found.files(first)["d.yaml"], "link.yaml": ""}
    assert changed_files(found.root, "nope") is None


def test_a_file_in_conflict_is_one_change(made: Made) -> None:
    base = made.commit({"a.yaml": "1\n"})
    made.git("checkout", "-q", "-b", "side")
    side = made.commit({"a.yaml": "2\n"})
    made.git("checkout", "-q", "main")
    main = made.commit({"a.yaml": "3\n"})
    found = repository(made)
    assert (found.merging(), found.parents(base), found.parents(side)) == ([], [], [base])
    assert (found.merge_base("side", "main"), found.merge_base("side", "main", side)) == (base, side)
    subprocess.run(["git", "merge", "-q", "side"], cwd=made.folder, capture_output=True)
    assert changed_files(found.root, "HEAD") == {"a.yaml": found.files(main)["a.yaml"]}
    assert repository(made).merging() == [side]
    made.commit({"a.yaml": "4\n"})
    assert (found.merging(), found.parents(found.commit("HEAD"))) == ([], [main, side])
    made.git("checkout", "-q", "--orphan", "other")
    other = made.commit({"a.yaml": "5\n"})
    assert found.common(other, side) is None
    with pytest.raises(HsplanError, match="side and other have no commit in common"):
        found.merge_base("side", "other")


def test_nothing_is_ever_written(made: Made) -> None:
    made.commit({"a.yaml": "1"})
    made.write("a.yaml", "2")
    before = sorted((str(path), path.stat().st_mtime_ns) for path in made.folder.rglob("*"))
    found = repository(made)
    found.files(found.commit("HEAD"))
    read_log(found.root, "HEAD")
    changed_files(found.root, "HEAD")
    assert sorted((str(path), path.stat().st_mtime_ns) for path in made.folder.rglob("*")) == before
