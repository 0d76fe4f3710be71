"""What a merge gives, whole, in the cases that officers meet."""

from __future__ import annotations

import pytest

from hsplan.document import read
from hsplan.merging import Merge, merge
from hsplan.merging.parts import cut
from tests.conftest import ROOT

BASE = """\
hsplan: 1
id: kent-2010
actions:
  "5.1":
    title: "Draw up a protocol"
    lead: TMBC
    timescale: By July 2010

  # from the old plan
  "5.2":
    title: "Train staff"
    lead: RSLs
    progress:
      - date: 2010-09-30
        status: in progress
"""


def merged(ours: str, theirs: str, base: str = BASE) -> str:
    found = merge(base.encode(), ours.encode(), theirs.encode())
    assert found is not None
    assert found.conflict == ("<<<<<<<" in found.data.decode())
    return found.data.decode()


def added(text: str, line: str, more: str) -> str:
    """The text with lines put in below the only line that begins so."""
    found = [each for each in text.splitlines(keepends=True) if each.strip().startswith(line)]
    assert len(found) == 1
    return text.replace(found[0], found[0] + more)


MINE = "      - date: 2011-06-30\n        status: achieved\n        note: Mine\n"
THEIRS = "      - date: 2011-03-31\n        by: TMBC\n        status: in progress\n"


def test_two_officers_who_add_progress_both_keep_it_in_the_order_of_its_dates() -> None:
    assert merged(BASE + MINE, BASE + THEIRS) == BASE + THEIRS + MINE
    assert merged(BASE + THEIRS, BASE + MINE) == BASE + THEIRS + MINE
    same_day = MINE.replace("Mine", "Theirs")
    assert merged(BASE + MINE, BASE + same_day) == BASE + MINE + same_day
    assert merged(BASE + THEIRS + MINE, BASE + THEIRS) == BASE + THEIRS + MINE


def test_the_first_progress_of_an_action_by_both() -> None:
    mine = added(BASE, "timescale", "    progress:\n" + MINE)
    theirs = added(BASE, "timescale", "    progress:\n" + THEIRS)
    assert merged(mine, theirs) == added(BASE, "timescale", "    progress:\n" + THEIRS + MINE)


def test_progress_and_a_date_change_of_one_action() -> None:
    change = "    date_changes:\n      - date: 2010-11-20\n        timescale: November 2011\n"
    mine = added(BASE, "timescale", "    progress:\n" + MINE)
    theirs = added(BASE, "timescale", change)
    assert merged(theirs, mine) == added(BASE, "timescale", change + "    progress:\n" + MINE)
    assert sorted(merged(mine, theirs).splitlines()) == sorted(merged(theirs, mine).splitlines())


def test_two_new_actions_and_neighbouring_lines() -> None:
    three, four = ('  "5.3":\n    title: Three\n', '  "5.4":\n    title: Four\n')
    assert merged(BASE + three, BASE + four) == BASE + three + four
    mine, theirs = BASE.replace("Draw up", "Agree"), BASE.replace("TMBC", "RSLs")
    assert merged(mine, theirs) == mine.replace("TMBC", "RSLs")


def test_a_comment_that_stood_there_before_is_not_doubled() -> None:
    base = BASE + "      # more to come\n"
    assert merged(base + MINE, base + THEIRS, base) == base + THEIRS + MINE
    assert merged(base + THEIRS, base + MINE, base) == base + THEIRS + MINE


def test_two_values_of_one_thing_are_marked() -> None:
    mine = BASE.replace("lead: TMBC", "lead: RSLs") + MINE
    theirs = BASE.replace("lead: TMBC", "lead: All LAs") + THEIRS
    lead = "<<<<<<< ours\n    lead: RSLs\n=======\n    lead: All LAs\n>>>>>>> theirs\n"
    assert merged(mine, theirs) == BASE.replace("    lead: TMBC\n", lead) + THEIRS + MINE
    found = merge(BASE.encode(), mine.encode(), theirs.encode(), 9)
    assert found is not None
    assert b"\n<<<<<<<<< ours\n    lead: RSLs\n=========\n" in found.data


@pytest.mark.parametrize(
    ("mine", "theirs", "marked"),
    [
        # taken out by one, changed by the other
        (
            BASE.replace('  # from the old plan\n  "5.2":', "CUT").partition("CUT")[0],
            BASE + MINE,
            '<<<<<<< ours\n=======\n\n  # from the old plan\n  "5.2":\n',
        ),
        # two new actions of one id
        (
            BASE + '  "5.3":\n    title: One\n',
            BASE + '  "5.3":\n    lead: RSLs\n',
            '<<<<<<< ours\n  "5.3":\n    title: One\n=======\n  "5.3":\n    lead: RSLs\n>>>>>>> theirs\n',
        ),
        # an entry that both rewrote
        (
            BASE.replace("2010-09-30", "2010-10-01"),
            BASE.replace("2010-09-30", "2010-10-02"),
            "<<<<<<< ours\n    progress:\n      - date: 2010-10-01\n",
        ),
        # two comments on one line
        (
            BASE.replace("RSLs\n", "RSLs # a\n"),
            BASE.replace("RSLs\n", "RSLs # b\n"),
            "<<<<<<< ours\n    lead: RSLs # a",
        ),
    ],
)
def test_what_is_marked(mine: str, theirs: str, marked: str) -> None:
    assert marked in merged(mine.rstrip("\n") + "\n", theirs)


def test_an_action_that_both_moved_stands_twice_only_between_marks() -> None:
    goals = "goals:\n" + "".join(f"  {goal}:\n    actions:\n      x{goal}:\n        title: X\n" for goal in "abc")
    base = "hsplan: 1\n" + goals
    moving = "      m:\n        title: Moved\n"
    was = base.replace("      xa:", moving + "      xa:")
    mine, theirs = base.replace("      xb:", moving + "      xb:"), base.replace("      xc:", moving + "      xc:")
    assert merged(mine, theirs, was) == mine.replace(
        "      xc:", f"<<<<<<< ours\n=======\n{moving}>>>>>>> theirs\n      xc:"
    )
    assert merged(mine, was.replace("title: X", "title: Y", 1), was) == mine.replace("title: X", "title: Y", 1)


@pytest.mark.parametrize(
    "theirs",
    [
        "",
        "other: 1\n",
        BASE + "  lead: [\n",
        BASE + "id: again\n",
        BASE.replace("lead: TMBC", "lead: &x TMBC"),
        BASE.replace("\n", "\r"),
        BASE.replace("\n", "\r\n", 3),
        "--- # a\n" + BASE,
        "{hsplan: 1}\n",
        BASE.replace("id: kent-2010\n", "").replace("hsplan: 1\n", "id: kent-2010\nhsplan: 1\n"),
    ],
)
def test_what_is_not_understood_is_left_to_git(theirs: str) -> None:
    assert merge(BASE.encode(), (BASE + MINE).encode(), theirs.encode()) is None
    assert merge(BASE.encode(), theirs.encode(), (BASE + MINE).encode()) is None


def test_line_breaks_final_newline_and_byte_order_mark_are_what_was_changed_to() -> None:
    crlf = BASE.replace("\n", "\r\n")
    both = (BASE + THEIRS + MINE).replace("\n", "\r\n")
    assert merged(BASE + MINE, (BASE + THEIRS).replace("\n", "\r\n")) == both
    assert merged((BASE + MINE).replace("\n", "\r\n"), BASE + THEIRS) == both
    assert merged((BASE + MINE).replace("\n", "\r\n"), (BASE + THEIRS).replace("\n", "\r\n"), crlf) == both
    assert merged((BASE + MINE).rstrip("\n"), BASE + THEIRS) == (BASE + THEIRS + MINE).rstrip("\n")
    assert merged(BASE + MINE, "\ufeff" + BASE + THEIRS) == "\ufeff" + BASE + THEIRS + MINE


def test_unchanged_sides() -> None:
    for data in (b"", b"\xff\x00", BASE.encode()):
        assert merge(data, data, b"anything") == Merge(b"anything", False)
        assert merge(data, b"anything", data) == Merge(b"anything", False)
        assert merge(b"other", data, data) == Merge(data, False)


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_real_plans_are_cut_into_parts_that_are_the_text(path: object) -> None:
    data = (ROOT / str(path)).read_bytes()
    document = read(data, "")
    assert document.root is not None
    found = cut(document.text, document.root)
    assert found is not None
    assert "".join(part.whole for part in found.parts) + found.tail == document.text
    inner = [part for part in found.parts if part.children]
    assert len(inner) >= 1
