"""A plan from standard input, as an editor sends it."""

from __future__ import annotations

import io
import sys

import pytest

from tests.conftest import Build, Run

PLAN = """\
hsplan: 1
id: example-2013
title: "An example"
period: {from: 2013-04-01, to: 2018-03-31}
adopted: 2013-04-01
actions:
  "1":
    title: "Agree a protocol"
    lead: Housing Taem
    timescale: September 2013
    progress:
      - {date: 2013-05-31, status: superseded, decided: 2013-05-31, into: [other-2013/1]}
"""
OWNERS = "owners:\n  Housing Team: {kind: team}\n"
OTHER = PLAN.replace("example-2013", "other-2013").split("    progress:")[0].replace("Taem", "Team")
NAMED = ("-", "--stdin-filename", "plans/example-2013.yaml", "--select", "HS0,HS203,HS5", "--format", "concise")


class Stdin(io.TextIOWrapper):
    """Standard input with these bytes in it, or the keyboard."""

    def __init__(self, data: bytes, tty: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty


def send(monkeypatch: pytest.MonkeyPatch, text: str | bytes, tty: bool = False) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(text.encode() if isinstance(text, str) else text, tty))


def test_it_is_read_in_the_place_of_the_file(hsplan: Run, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build({"plans/example-2013.yaml": "", "plans/other-2013.yaml": OTHER, "plans/owners.yaml": OWNERS})
    send(monkeypatch, PLAN)
    result = hsplan("lint", *NAMED, "--as-at", "2013-06-30", cwd=folder)
    assert result == (
        1,
        'plans/example-2013.yaml:9:11: error HS203 owner-unknown: Action 1 "Agree a protocol": "Housing Taem" is not '
        'in the owners list. Did you mean "Housing Team"?\n'
        '1 error in 1 plan (1 action) as at 2013-06-30. "hsplan rule HS203" explains a finding.\n',
        "",
    )
    assert (folder / "plans" / "example-2013.yaml").read_text() == ""


def test_the_file_need_not_be_there(hsplan: Run, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build({"plans/other-2013.yaml": OTHER, "plans/owners.yaml": OWNERS})
    send(monkeypatch, PLAN.replace("Taem", "Team"))
    assert hsplan("lint", *NAMED, cwd=folder).code == 0


def test_it_may_be_the_owners_list(hsplan: Run, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build({"plans/other-2013.yaml": OTHER, "hsplan.toml": ""})
    send(monkeypatch, "owners:\n  Housing Team: {kind: taem}\n")
    options = ("-", "--stdin-filename", "plans/owners.yaml", "--format", "concise")
    assert hsplan("lint", *options, cwd=folder).out.startswith("plans/owners.yaml:2:24: error HS024 unknown-word: ")


@pytest.mark.parametrize("data", [b"", b"\xff\xfeh\x00", b"a: [", b"\x00"])
def test_whatever_is_sent_is_a_finding(hsplan: Run, build: Build, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    send(monkeypatch, data)
    result = hsplan("lint", *NAMED, cwd=build({"plans/owners.yaml": OWNERS}))
    assert (result.code, result.err) == (1, "")


@pytest.mark.parametrize(("settings", "found"), [(None, 1), ("", 1), ('plans = ["plans/other-*.yaml"]\n', 0)])
def test_the_id_of_another_plan_is_seen_before_it_is_saved(
    hsplan: Run, build: Build, monkeypatch: pytest.MonkeyPatch, settings: str | None, found: int
) -> None:
    """As it would be once it stands in its file, where that is one of the workspace's plans."""
    files: dict[str, str | bytes] = {"plans/other-2013.yaml": OTHER, "plans/owners.yaml": OWNERS}
    folder = build(files if settings is None else {**files, "hsplan.toml": settings})
    asked = ("plans/new-2013.yaml", "--select", "HS031", "--format", "concise")
    send(monkeypatch, OTHER)
    sent = hsplan("lint", "-", "--stdin-filename", *asked, cwd=folder)
    assert sent.out.count("error HS031 plan-twice: ") == found
    (folder / "plans" / "new-2013.yaml").write_text(OTHER, encoding="utf-8")
    assert hsplan("lint", *asked, cwd=folder) == sent


BAD = [
    (
        ("-",),
        False,
        "Error: it is not said which plan standard input is. Write hsplan lint - --stdin-filename "
        "plans/my-plan.yaml.\n",
    ),
    (
        NAMED,
        True,
        "Error: standard input is the keyboard, and hsplan would wait for a plan typed there. Send the plan through a "
        "pipe, or name the file: hsplan lint plans/example-2013.yaml\n",
    ),
    (
        ("-", "plans", *NAMED[1:]),
        False,
        'Error: "-" (standard input) stands alone. Check the other plans in a run of their own.\n',
    ),
    (
        ("plans", "--stdin-filename", "a.yaml"),
        False,
        'Error: --stdin-filename goes with "-". Write hsplan lint - --stdin-filename FILE.\n',
    ),
    ((*NAMED, "--fix"), False, 'Error: --fix does not go with "-". Name the plan\'s file.\n'),
    ((*NAMED, "--write-known"), False, 'Error: --write-known does not go with "-". Name the plan\'s file.\n'),
]


@pytest.mark.parametrize(("arguments", "tty", "message"), BAD)
def test_bad_usage(
    hsplan: Run, build: Build, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], tty: bool, message: str
) -> None:
    send(monkeypatch, PLAN, tty)
    assert hsplan("lint", *arguments, cwd=build({"plans/example-2013.yaml": PLAN})) == (2, "", message)


def test_fix_and_diff_show_the_changes(hsplan: Run, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build({"plans/other-2013.yaml": OTHER, "plans/owners.yaml": OWNERS.replace("team}", "team, also: [HT]}")})
    send(monkeypatch, PLAN.replace("Housing Taem", "HT"))
    result = hsplan("lint", *NAMED[:3], "--fix", "--diff", "--as-at", "2013-06-30", cwd=folder)
    assert "-    lead: HT\n+    lead: Housing Team\n" in result.out
