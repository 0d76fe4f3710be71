"""The page of changes: says what the text says, stands on its own, is valid, and takes no plan's words for HTML."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsplan.compare import Change, Comparison, Version, compare_versions
from hsplan.document import read
from hsplan.exporting.changes import HEADINGS, sections
from hsplan.plan import Plan, read_plan
from hsplan.report.changes_page import changes_html
from tests.compare.cases import CASES, edited
from tests.compare.plans import PLAN
from tests.compare.plans import plan as example
from tests.report.test_hostile import TEXTS, check_html, hidden, hostile_plan
from tests.report.test_html import parsed, text_of


def compared(old: Plan, new: Plan, name: str = "HEAD") -> Comparison:
    return compare_versions(Version(name, "a" * 40, (old,)), Version("the working tree", "", (new,)), lambda _: True)


def everything() -> Comparison:
    """Changes of every level, in two plans."""
    text = PLAN
    for case in ("timescale rewritten", "date change proposed", "outcome", "target strengthened", "notes"):
        text = edited(case, text)
    other = PLAN.replace("example-2013", "other-2013")
    plans = (example(PLAN), example(other, "plans/other-2013.yaml"))
    old = Version("HEAD", "0123456789" * 4, plans, None, date(2014, 3, 3))
    slipped = example(edited("date change agreed", other), "plans/other-2013.yaml")
    return compare_versions(old, Version("the working tree", "", (example(text), slipped)), lambda _: True)


@pytest.fixture(scope="module")
def page() -> str:
    return changes_html(everything())


def test_is_valid_on_its_own_and_in_english(page: str) -> None:
    root = parsed(page)
    check_html(page)
    assert page.startswith("<!DOCTYPE html>\n")
    assert root.get("lang") == "en-GB"
    policy = [each.get("content") for each in root.iter("meta") if each.get("http-equiv") == "Content-Security-Policy"]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert not re.search(r"https?:|@import|url\(", page)
    style = root.find("head/style")
    assert style is not None
    assert "&#" not in (style.text or "")


def test_landmarks_headings_and_addresses(page: str) -> None:
    root = parsed(page)
    body = root.find("body")
    assert body is not None
    assert [each.tag for each in body] == ["a", "header", "main", "footer"]
    assert body[0].get("href") == "#" + str(body[2].get("id"))
    levels = [int(element.tag[1]) for element in root.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    ids = [value for element in root.iter() if (value := element.get("id"))]
    assert len(ids) == len(set(ids))
    assert all(element.get("href", "#")[1:] in ids for element in root.iter("a"))
    (table,) = root.iter("table")
    assert table.find("caption") is not None
    assert {head.get("scope") for head in table.iter("th")} == {"col", "row"}


def test_worst_first_by_level_then_plan_with_every_sentence(page: str) -> None:
    found = everything()
    root = parsed(page)
    main = root.find("body/main")
    assert main is not None
    headings = [text_of(each).rpartition(" (")[0] for each in root.iter("h2")]
    assert headings == [heading for heading in HEADINGS.values() if heading in headings]
    assert headings == [HEADINGS[level] for level, _ in sections(found.changes)]
    assert len(headings) == 4
    assert {text_of(each) for each in root.iter("h3")} == {"example-2013 An example", "other-2013 An example"}
    words = text_of(main).casefold()
    for each in found.changes:
        assert each.text.casefold() in words
        assert each.title.casefold() in words
    sides = "the version last committed (3 March 2014) and the plans as they are now"
    assert [each.text for each in root.iter("title")] == [f"What changed between {sides}"]
    assert "Made with hsplan from HEAD (commit 01234567) to the working tree." in text_of(root)


def test_no_line_of_a_file_is_on_a_meetings_page(page: str) -> None:
    assert ".yaml" not in page


def test_sides_are_told_by_their_days() -> None:
    def heading(old: Version, new: Version) -> str:
        root = parsed(changes_html(Comparison(old, new, ())))
        return "".join(text_of(each) for each in root.iter("h1"))

    tag, branch = (
        Version("sg-1", "a" * 40, (), None, date(2026, 1, 9)),
        Version("c", "b" * 40, (), None, date(2026, 2, 1)),
    )
    assert heading(tag, branch) == "What changed between sg-1 (9 January 2026) and c (1 February 2026)"
    before = Version("before the meeting of 9 March 2026", "a" * 40, (), None, date(2026, 1, 9))
    files = Version("old.yaml", "", ()), Version("new.yaml", "", ())
    now = "the plans as they are now"
    assert heading(before, Version("the working tree", "", ())) == f"What changed between {before.name} and {now}"
    assert heading(*files) == "What changed between old.yaml and new.yaml"


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_kind_of_change_is_told(name: str) -> None:
    found = compared(example(PLAN), example(edited(name)))
    page = changes_html(found)
    check_html(page)
    words = text_of(parsed(page)).casefold()
    assert all(" ".join(each.text.split()).casefold() in words for each in found.changes)


def test_nothing_changed_and_what_was_seen() -> None:
    page = changes_html(compared(example(PLAN), example(PLAN)))
    check_html(page)
    said = "Nothing changed from the version last committed to the plans as they are now."
    assert said in text_of(parsed(page))
    assert "<table" not in page
    found = everything()
    left = found.without(frozenset(each.fingerprint for each in found.changes[1:]))
    words = text_of(parsed(changes_html(left)))
    assert f"1 change to one action or other part of the plan. {left.seen} changes that a meeting has seen" in words


def hostile_comparison(text: str) -> Comparison:
    """Two versions of a plan that means harm, with other dates and statuses."""
    plans = []
    for source in (
        hostile_plan(text),
        hostile_plan(text).replace("2014-", "2015-").replace("in progress", "withdrawn"),
    ):
        document = read(source.encode(), f"plans/{text[:20]}.yaml")
        assert document.root is not None
        plans.append(read_plan(document))
    return compared(plans[0], plans[1], text)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:12].encode("ascii", "replace").decode())
def test_a_hostile_plan_is_printed_as_the_text_that_it_is(text: str) -> None:
    found = hostile_comparison(text)
    assert found.changes
    page = changes_html(found)
    check_html(page)
    assert not hidden(page)
    assert "49" not in page.partition("<body>")[2] or "49" in text


@settings(max_examples=50)
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and not re.search("[\ud800-\udfff]", text)))
def test_any_text_at_all(text: str) -> None:
    change = Change("added", "progress", text, text, text, text, text, None, None, "0" * 12)
    page = changes_html(Comparison(Version(text, text, ()), Version(text, "", ()), (change,)))
    check_html(page)
    check_html(changes_html(hostile_comparison(text)))
