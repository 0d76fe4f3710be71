"""`hsplan diff`, on repositories made with real git."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from hsplan.schema import schema_folder
from tests.compare.cases import edited
from tests.compare.plans import PLAN
from tests.conftest import Result, Run
from tests.git.repositories import Made

PATH = "plans/example-2013.yaml"
OTHER = """\
hsplan: 1
id: other-2013
title: "Another"
adopted: 2013-04-01
meetings:
  - {date: 2026-02-15, body: Board}
actions:
  "1": {title: "Look into a hostel", lead: City, timescale: May 2014}
"""
OWNERS = "owners:\n  City: {kind: organisation}\n"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A repository with one commit of the example."""
    made = Made.fresh(tmp_path / "council é x", monkeypatch)
    made.commit({PATH: PLAN, "plans/other-2013.yaml": OTHER, "plans/owners.yaml": OWNERS}, on="2026-01-10")
    return made


def edits(*names: str) -> str:
    text = PLAN
    for name in names:
        text = edited(name, text)
    return text


def changed(made: Made) -> None:
    """Edits of every level, left uncommitted."""
    made.write(
        PATH,
        edits("timescale rewritten", "date change agreed", "second move", "outcome", "target strengthened", "notes"),
    )


def last(result: Result) -> str:
    return result.out.splitlines()[-1]


def test_uncommitted_changes_against_head_in_every_format(
    made: Made, hsplan: Run, golden: Callable[[str, str], None]
) -> None:
    assert hsplan("diff", cwd=made.folder) == (0, "Nothing changed from HEAD to the working tree.\n", "")
    changed(made)
    for format, ending in (
        ("text", "txt"), ("concise", "concise.txt"), ("markdown", "md"), ("github", "github.txt"), ("json", "json"),
    ):  # fmt: skip
        result = hsplan("diff", "--format", format, cwd=made.folder)
        assert (result.code, result.err) == (0, "")
        golden(f"diff/diff.{ending}", result.out.replace(made.git("rev-parse", "HEAD"), "<commit>"))
    page = hsplan("diff", "--format", "html", cwd=made.folder).out
    body = page[page.index("<body>") :].replace(made.git("rev-parse", "HEAD")[:8], "<commit>")
    golden("diff/diff-body.html", body)


def test_github_is_given_paths_from_the_top_of_the_repository(made: Made, hsplan: Run) -> None:
    made.write("homes/hsplan.toml", "")
    made.write(f"homes/{PATH}", PLAN.replace("By Sept 2013", "By Oct 2013"))
    run, here = ("diff", f"../{PATH}", PATH, "--format"), made.folder / "homes"
    assert f"::warning file=homes/{PATH}," in hsplan(*run, "github", cwd=here).out
    assert "homes" not in hsplan(*run, "concise", cwd=here).out


def test_json_keeps_to_its_schema(made: Made, hsplan: Run) -> None:
    schema = json.loads((schema_folder() / "diff.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    changed(made)
    made.git("rm", "-q", "plans/other-2013.yaml")
    content = json.loads(hsplan("diff", "--format", "json", cwd=made.folder).out)
    Draft202012Validator(schema).validate(content)
    assert [each["kind"] for each in content["changes"]].count("plan-removed") == 1
    assert content["summary"]["weakened"] == 2
    assert content["old"]["commit"] == made.git("rev-parse", "HEAD")


def test_revisions_tags_and_ranges(made: Made, hsplan: Run) -> None:
    made.git("tag", "adopted")
    made.commit({PATH: edits("outcome")}, on="2026-02-10")
    made.commit({PATH: edits("outcome", "lead")}, on="2026-03-10")
    both, one = "2 changes: 2 attention.", "1 change: 1 attention."
    assert last(hsplan("diff", "adopted", cwd=made.folder)) == both
    assert last(hsplan("diff", "adopted", "HEAD", cwd=made.folder)) == both
    assert last(hsplan("diff", "adopted..HEAD", cwd=made.folder)) == both
    assert last(hsplan("diff", "adopted..HEAD~1", cwd=made.folder)) == one
    assert last(hsplan("diff", "HEAD~1", "HEAD", PATH, cwd=made.folder)) == one
    assert last(hsplan("diff", "HEAD~1", "HEAD", "plans/other-2013.yaml", cwd=made.folder)).startswith("Nothing")
    assert last(hsplan("diff", "HEAD~1", "example-2013.yaml", cwd=made.folder / "plans")) == one
    assert last(hsplan("diff", f"adopted:{PATH}", cwd=made.folder)) == both
    assert last(hsplan("diff", "adopted:./example-2013.yaml", cwd=made.folder / "plans")) == both
    assert last(hsplan("diff", f"adopted:{PATH}", f"HEAD~1:{PATH}", cwd=made.folder)) == one
    assert last(hsplan("diff", "HEAD", "adopted", cwd=made.folder)) == both


def test_where_two_branches_part(made: Made, hsplan: Run) -> None:
    made.git("checkout", "-q", "-b", "side")
    made.commit({PATH: edits("outcome")})
    made.git("checkout", "-q", "main")
    made.commit({PATH: edits("lead")})
    result = hsplan("diff", "main...side", cwd=made.folder)
    assert result.out.startswith("What changed from where main and side part to side\n")
    assert last(result) == "1 change: 1 attention."


def test_since_a_day_a_tag_and_the_last_meeting(made: Made, hsplan: Run) -> None:
    made.git("tag", "adopted")
    made.commit({PATH: edits("outcome")}, on="2026-02-10")
    made.commit({"plans/other-2013.yaml": OTHER.replace("May 2014", "June 2014")}, on="2026-02-20")
    made.write(PATH, edits("outcome", "lead"))
    seen = hsplan("diff", "--since", "2026-02-10", cwd=made.folder)
    assert seen.out.startswith("What changed from before 10 February 2026 to the working tree\n")
    assert last(seen) == "3 changes: 1 weakened, 2 attention."
    assert last(hsplan("diff", "--since", "2026-02-11", cwd=made.folder)) == "2 changes: 1 weakened, 1 attention."
    assert last(hsplan("diff", "--since", "adopted", PATH, cwd=made.folder)) == "2 changes: 2 attention."
    meeting = hsplan("diff", "--since", "last-meeting", "plans/other-2013.yaml", cwd=made.folder)
    assert meeting.out.startswith("What changed from before the meeting of 15 February 2026 to the working tree\n")
    assert last(meeting) == "1 change: 1 weakened."
    early = hsplan("diff", "--since", "last-meeting", "plans/other-2013.yaml", "--as-at", "2026-02-14", cwd=made.folder)
    assert (early.code, early.out) == (2, "")
    assert early.err.endswith("no meeting is recorded up to 14 February 2026. Add it to the plan under meetings:.\n")
    before = hsplan("diff", "--since", "2026-01-10", cwd=made.folder)
    assert before.code == 2
    assert before.err.endswith("git has nothing from before 2026-01-10. The first commit was made on 2026-01-10.\n")


def test_each_plan_since_its_own_last_meeting(made: Made, hsplan: Run) -> None:
    made.commit({PATH: edits("outcome"), "plans/other-2013.yaml": OTHER.replace("May", "June")}, on="2026-02-10")
    meeting = edits("outcome", "lead").replace("date: 2013-06-03", "date: 2026-01-20")
    made.commit({PATH: meeting}, on="2026-02-20")
    result = hsplan("diff", "--since", "last-meeting", "--format", "json", cwd=made.folder)
    content = json.loads(result.out)
    assert content["old"]["name"] == "before each plan's last meeting"
    assert sorted(each["kind"] for each in content["changes"]) == [
        "details-changed",
        "lead-changed",
        "meeting-added",
        "outcomes-changed",
    ]


def test_two_files_need_no_git(
    build: Callable[[dict[str, str]], Path], hsplan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = build({"old.yaml": PLAN, "new name.yaml": edits("outcome")})
    monkeypatch.setenv("PATH", str(folder))
    result = hsplan("diff", "old.yaml", "new name.yaml", cwd=folder)
    assert result.out.startswith("What changed from old.yaml to new name.yaml\n")
    assert last(result) == "1 change: 1 attention."


def test_levels_exit_codes_and_what_was_seen(made: Made, hsplan: Run) -> None:
    assert hsplan("diff", "--exit-code", "--fail-on", "editorial", cwd=made.folder).code == 0
    made.write(PATH, edits("outcome", "notes"))
    assert hsplan("diff", cwd=made.folder).code == 0
    assert hsplan("diff", "--exit-code", cwd=made.folder).code == 1
    hidden = hsplan("diff", "--exit-code", "--level", "slipped", cwd=made.folder)
    assert (hidden.code, last(hidden)) == (
        1,
        "Nothing else changed from HEAD to the working tree; 2 lesser changes not shown.",
    )
    assert hsplan("diff", "--fail-on", "slipped", cwd=made.folder).code == 0
    assert hsplan("diff", "--fail-on", "attention", cwd=made.folder).code == 1
    assert last(hsplan("diff", "--level", "attention", cwd=made.folder)) == (
        "1 change: 1 attention; 1 lesser change not shown."
    )
    hsplan("diff", "--format", "json", "--output", "seen.json", cwd=made.folder)
    again = hsplan("diff", "--seen", "seen.json", "--exit-code", cwd=made.folder)
    assert again.out == "Nothing else changed from HEAD to the working tree; 2 seen before left out.\n"
    assert again.code == 0
    made.commit({PATH: edits("outcome", "notes", "lead")})
    after = hsplan("diff", "HEAD~1", "--seen", "seen.json", cwd=made.folder)
    assert last(after) == "1 change: 1 attention; 2 seen before left out."
    made.write(
        "list.txt", json.loads((made.folder / "seen.json").read_text())["changes"][0]["fingerprint"] + "  # SG/4\n"
    )
    assert "1 seen before" in last(hsplan("diff", "HEAD~1", "--seen", "list.txt", cwd=made.folder))
    made.write("seen.json", "{}")
    wrong = hsplan("diff", "--seen", "seen.json", cwd=made.folder)
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("Error: seen.json: holds no changes that a meeting has seen.")


def test_levels_of_the_configuration(made: Made, hsplan: Run) -> None:
    made.write(PATH, edits("outcome", "notes"))
    settings = "[diff]\nlevels = {outcomes-changed = 'weakened'}\nfail-on = 'slipped'\n"
    made.write("hsplan.toml", settings)
    result = hsplan("diff", cwd=made.folder)
    assert (result.code, last(result)) == (1, "2 changes: 1 weakened, 1 editorial.")
    assert hsplan("diff", "--fail-on", "never", cwd=made.folder).code == 0
    assert hsplan("diff", "--seen", "none.txt", cwd=made.folder).code == 2
    assert hsplan("diff", "--level", "proposed", cwd=made.folder).code == 1
    two = hsplan("diff", f"HEAD:{PATH}", PATH, cwd=made.folder)
    assert (two.code, last(two)) == (1, "2 changes: 1 weakened, 1 editorial.")
    listed = hsplan("diff", "--list-kinds", cwd=made.folder).out
    assert "An action has other outcomes. (by hsplan.toml; else attention)\n\nproposed:" in listed
    shown = hsplan("config", cwd=made.folder).out
    assert "diff.levels = outcomes-changed = weakened  (hsplan.toml)\ndiff.fail-on = slipped  (hsplan.toml)" in shown
    (made.folder / "hsplan.toml").unlink()
    made.write("pyproject.toml", settings.replace("[diff]", "[tool.hsplan.diff]"))
    assert hsplan("diff", cwd=made.folder) == result
    assert hsplan("diff", "--level", "weakened", "--fail-on", "editorial", cwd=made.folder).code == 1


def test_in_a_draft_nothing_is_taken_back_whatever_the_levels_say(made: Made, hsplan: Run) -> None:
    made.commit({PATH: PLAN.replace("adopted: 2013-04-01\n", "")})
    made.write(PATH, edits("outcome").replace("adopted: 2013-04-01\n", ""))
    made.write("hsplan.toml", "[diff]\nlevels = {outcomes-changed = 'weakened'}\n")
    assert last(hsplan("diff", cwd=made.folder)) == "1 change: 1 editorial."


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            "levels = {renumberd = 'weakened'}",
            '"diff.levels": "renumberd" is not a kind of change. Did you mean "renumbered"?',
        ),
        (
            "levels = {xyz = 'weakened'}",
            '"diff.levels": "xyz" is not a kind of change. "hsplan diff --list-kinds" lists them.',
        ),
        (
            "levels = {renumbered = 'weekend'}",
            '"diff.levels": "weekend" for renumbered is none of weakened, proposed, slipped, attention, progress, '
            'editorial. Did you mean "weakened"?',
        ),
        (
            "fail-on = 'sliped'",
            '"diff.fail-on": "sliped" is none of weakened, proposed, slipped, attention, progress, editorial, never. '
            'Did you mean "slipped"?',
        ),
        ("fail_on = 'never'", '"diff.fail_on" is not a setting. Did you mean "fail-on"?'),
    ],
)
def test_wrong_settings_name_the_file(made: Made, hsplan: Run, settings: str, message: str) -> None:
    made.write("hsplan.toml", f"[diff]\n{settings}\n")
    result = hsplan("diff", cwd=made.folder)
    assert (result.code, result.out, result.err) == (2, "", f"Error: {made.folder / 'hsplan.toml'}: {message}\n")
    assert hsplan("config", cwd=made.folder).code == 2
    assert hsplan("diff", "--list-kinds", cwd=made.folder).code == (0 if settings.startswith("fail-on") else 2)


def test_plans_that_come_go_and_are_renamed(made: Made, hsplan: Run) -> None:
    made.git("mv", "plans/example-2013.yaml", "plans/newer-2013.yaml")
    made.write("plans/newer-2013.yaml", PLAN.replace("id: example-2013", "id: newer-2013"))
    made.write("plans/third-2013.yaml", OTHER.replace("id: other-2013", "id: third-2013").replace("hostel", "refuge"))
    (made.folder / "plans" / "other-2013.yaml").unlink()
    out = hsplan("diff", "--format", "concise", cwd=made.folder).out.splitlines()
    assert out == [
        "plans/other-2013.yaml:1: weakened plan-removed: plan other-2013 Another: the plan with its 1 action was "
        "removed.",
        "plans/newer-2013.yaml:1: attention renumbered: plan newer-2013 An example: the plan's id example-2013 became "
        "newer-2013.",
        "plans/third-2013.yaml:1: progress plan-added: plan third-2013 Another: a new plan with 1 action.",
        "3 changes: 1 weakened, 1 attention, 1 progress.",
    ]
    gone = hsplan("diff", "plans/other-2013.yaml", "--format", "concise", cwd=made.folder)
    assert last(gone) == "1 change: 1 weakened."


def test_the_shared_owners_list(made: Made, hsplan: Run) -> None:
    made.write("plans/owners.yaml", OWNERS.replace("organisation}", "organisation, to: 2026-03-31, successor: County}"))
    out = hsplan("diff", "--format", "concise", cwd=made.folder).out.splitlines()
    wanted = "owner-changed: owners list: City: it exists until 31 March 2026; County follows."
    assert out[0] == f"plans/owners.yaml:2: attention {wanted}"


def test_a_plan_that_cannot_be_read_is_left_out_on_both_sides(made: Made, hsplan: Run) -> None:
    made.write(PATH, PLAN + "   - wrong: [\n")
    made.write("plans/other-2013.yaml", OTHER.replace("May", "June"))
    result = hsplan("diff", cwd=made.folder)
    assert last(result) == "1 change: 1 weakened; 1 plan that cannot be read left out."
    assert result.err == (f'Warning: {PATH} cannot be read and is left out; "hsplan lint {PATH}" says why.\n')


def test_crlf_and_git_attributes_change_nothing(made: Made, hsplan: Run) -> None:
    made.write(".gitattributes", "*.yaml text\n")
    (made.folder / PATH).write_bytes(PLAN.replace("\n", "\r\n").encode())
    assert last(hsplan("diff", cwd=made.folder)).startswith("Nothing changed")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope"], 'git knows no revision "nope". "git log" and "git tag" show those that there are.'),
        (["nope.yaml"], "nope.yaml: there is no such file or folder, on either side."),
        (["HEAD:plans/nope.yaml"], 'there is no file "plans/nope.yaml" at HEAD. A path counts from the top of the '
         "repository; ./ in front of it makes it count from here."),
        (["--since", "HEAD", "nope.yaml"], "nope.yaml: there is no such file or folder. With --since, name only"),
        (["--level", "bad"], '--level: "bad" is none of weakened, proposed, slipped, attention, progress, editorial.'),
        (["--format", "jsn"], '--format: "jsn" is none of text, concise, json, markdown, html, github. Did you mean '
         '"json"?'),
    ],
)  # fmt: skip
def test_wrong_usage(made: Made, hsplan: Run, arguments: list[str], message: str) -> None:
    result = hsplan("diff", *arguments, cwd=made.folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Error: ")
    assert message in result.err


def test_outside_a_repository_and_before_the_first_commit(
    tmp_path: Path, hsplan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    outside = tmp_path / "outside"
    outside.mkdir()
    assert "is not in a git repository" in hsplan("diff", cwd=outside).err
    made = Made.fresh(tmp_path, monkeypatch)
    made.write(PATH, PLAN)
    result = hsplan("diff", cwd=made.folder)
    assert (result.code, "nothing has been committed yet" in result.err) == (2, True)


def test_an_unreadable_plan_fails_where_it_is_the_newer_side(made: Made, hsplan: Run) -> None:
    made.commit({PATH: PLAN + "   - wrong: [\n"})
    bad = made.git("rev-parse", "HEAD")[:9]
    newer = hsplan("diff", "HEAD~1", "HEAD", cwd=made.folder)
    said = f'Warning: {PATH} cannot be read at {bad} and is left out; "hsplan lint {PATH} --at {bad}" says why.\n'
    assert (newer.code, newer.err) == (1, said)
    assert newer.out == "Nothing else changed from HEAD~1 to HEAD; 1 plan that cannot be read left out.\n"
    made.write(PATH, PLAN)
    older = hsplan("diff", "--fail-on", "editorial", cwd=made.folder)
    assert (older.code, older.err) == (0, said)
    alone = hsplan("diff", f"HEAD:{PATH}", cwd=made.folder)
    assert (alone.code, alone.err) == (
        1,
        f'Error: HEAD:{PATH}: cannot be read. "hsplan lint {PATH} --at HEAD" says why.\n',
    )


def test_an_unreadable_plan_does_not_stop_since_last_meeting(made: Made, hsplan: Run) -> None:
    made.write("plans/bad-2013.yaml", "id: [\n")
    result = hsplan("diff", "--since", "last-meeting", cwd=made.folder)
    assert "plans/bad-2013.yaml cannot be read" in result.err or "git has nothing from before" in result.err


def test_what_is_not_shown_is_counted(made: Made, hsplan: Run) -> None:
    made.write(PATH, edited("lead"))
    assert hsplan("diff", "--level", "weakened", cwd=made.folder).out == (
        "Nothing else changed from HEAD to the working tree; 1 lesser change not shown.\n"
    )


def test_an_owners_list_that_moved_is_no_plan_and_no_change(made: Made, hsplan: Run) -> None:
    made.git("mv", "plans/owners.yaml", "plans/people.yaml")
    made.write("hsplan.toml", 'owners = "plans/people.yaml"\n')
    assert last(hsplan("diff", cwd=made.folder)) == "Nothing changed from HEAD to the working tree."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["HEAD:plans"], "HEAD:plans: is a folder and not a file. Name one file in it; or revisions first and then "),
        (["plans", "HEAD"], "HEAD: there is no such file or folder, on either side. Revisions come before paths: "),
        (["--since", "2026-02-30"], '--since: "2026-02-30" is not a day of the calendar. Write it as 2026-03-31.'),
    ],
)
def test_a_slip_is_told_how_to_mend(made: Made, hsplan: Run, arguments: list[str], said: str) -> None:
    result = hsplan("diff", *arguments, cwd=made.folder)
    assert (result.code, result.err.startswith(f"Error: {said}")) == (2, True), result.err


def test_a_repository_that_git_does_not_open_says_why(made: Made, tmp_path: Path, hsplan: Run) -> None:
    bare = tmp_path / "bare.git"
    made.git("clone", "-q", "--bare", ".", str(bare))
    for command in (["diff"], ["lint", "--at", "HEAD"], ["git-setup"]):
        result = hsplan(*command, cwd=bare)
        assert result.code == 2
        assert "is git's own store, without the plans' files. Run this in a clone" in result.err
