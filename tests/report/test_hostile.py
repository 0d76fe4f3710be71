"""A plan that means harm is printed as the text that it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hsplan.document import read
from hsplan.monitor import assess
from hsplan.plan import Owners, read_plan
from hsplan.report import report_context
from hsplan.report.render import render

TEXTS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(2)</script>",
    "{{ 7 * 7 }}{% for x in ().__class__.__mro__ %}{{ x }}{% endfor %}{# gone #}",
    "a | b || c |",
    "`code` ``` ~~~ **bold** _thin_ ~~out~~ $x$",
    "[click](javascript:alert(1)) ![](https://example.com/x.png) <javascript:alert(1)> [a]: b",
    "see https://example.com/a?b=c&amp;d and www.example.com",
    '=HYPERLINK("http://example.com","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "# heading",
    "1. list",
    "- list",
    "> quote",
    "--- | ---",
    "left \u202e right \u2066 marks \u200f\u200e",
    "nothing\u200bhere\ufeff\U000e0041",
    "two\nlines\r\n\nand a | pipe",
    "bell\u0007 and \u0085 \u2028 line \u2029 ends",
    "\\| back \\ slash \\",
    "W" * 10_000,
    "&lt;b&gt; &#60;script&#62;",
    "<!-- comment --> ]]> <![CDATA[",
]


# YAML takes these only as escapes.
_UNPRINTABLE = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def hostile_plan(text: str) -> str:
    """A plan, as JSON (which is YAML), with the text in every place that takes one; YAML's keys are short."""
    key = text[:100]
    change = {"date": "2014-01-01", "timescale": text, "reason": text, "decision": text}
    action = {
        "title": text,
        "lead": [text],
        "partners": [text],
        "timescale": text,
        "milestones": [{"title": text, "timescale": text, "note": text, "date_changes": [change]}],
        "date_changes": [change, {**change, "timescale": "May 2014", "decided": "2014-02-01"}],
        "outcomes": [text, text],
        "resources": text,
        "budget": {"amount": text, "currency": text, "note": text},
        "client_groups": [text],
        "links": [text],
        "carried_from": [text],
        "phase": text,
        "x-own": text,
        "note": text,
        "progress": [
            {"date": "2014-03-01", "by": text, "status": "in progress", "note": text},
            {"date": "2014-03-02", "status": text, "note": text},
            {"date": "2014-04-01", "status": "superseded", "into": [text], "note": text, "decision": text},
        ],
    }
    closed = {**action, "progress": [{"date": "2014-03-01", "status": "carried over", "into": [text], "by": text}]}
    lists = {each: [text, text] for each in ("outcomes", "client_groups", "purpose", "indicators", "links")}
    group = {**lists, "note": text, "x-own": text}
    content = json.dumps(
        {
            "hsplan": "1",
            "id": text,
            "title": text,
            "organisations": [text],
            "adopted": "2013-04-01",
            "source": text,
            "note": text,
            "labels": {"theme": text, "goal": text, "action": text},
            "columns": {"x-own": {"title": text}},
            "owners": {key: {"name": text, "kind": "group", "members": [key, "other"]}},
            "glossary": {key: text},
            "indicators": {
                key: {
                    "title": text,
                    "unit": text,
                    "note": text,
                    "internal_note": text,
                    "baseline": {"period": text, "value": "1", "note": text},
                    "targets": [{"period": text, "value": "1", "by": text, "note": text}],
                }
            },
            "strategy": {"title": text, "published": {key: "2012", "other": "2013"}},
            "themes": {
                key: {
                    "title": text,
                    **group,
                    "goals": {"1": {"title": text, **group, "actions": {key: action, f"{key}2": closed}}},
                }
            },
        },
        ensure_ascii=False,
    )
    return _UNPRINTABLE.sub(lambda found: f"\\U{ord(found[0]):08x}", content)


def outputs(text: str, as_at: date = date(2015, 1, 1)) -> tuple[str, str]:
    """The report of a hostile plan as HTML and as Markdown, for the audience that sees most."""
    document = read(hostile_plan(text).encode(), "hostile.yaml")
    assert document.root is not None
    plan = read_plan(document)
    report = report_context(assess(plan, Owners({}, plan.owners), as_at), "internal")
    return render(report, "html"), render(report, "md")


def elements(root: Element) -> Iterator[tuple[str, dict[str, str]]]:
    for element in root.iter():
        if isinstance(element.tag, str):
            yield element.tag.rpartition("}")[2], element.attrib


def check_html(page: str) -> None:
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    for name, attributes in elements(root):
        assert name not in {"script", "img", "iframe", "b"}
        assert not any(attribute.startswith("on") for attribute in attributes)
        assert attributes.get("href", "#").startswith("#")
    assert len(list(root.iter("style"))) == 1


def check_markdown(text: str) -> None:
    tables = [line for line in text.splitlines() if line.startswith("|")]
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    root = html5lib.parse(page, namespaceHTMLElements=False)
    allowed = {"html", "head", "body", "h1", "h2", "h3", "h4", "p", "ul", "li", "strong"}
    allowed |= {"table", "thead", "tbody", "tr", "th", "td"}
    assert {name for name, _ in elements(root)} <= allowed
    rows = [row for table in root.iter("table") for row in table.iter("tr")]
    # The line under a heading's is none of its table's rows.
    assert len(rows) == len(tables) - len(list(root.iter("table")))
    for table in root.iter("table"):
        assert len({len(row) for row in table.iter("tr")}) == 1
        for cell in (*table.iter("td"), *table.iter("th")):
            # The guard of a CSV cell against formulas is not printed: nothing runs a page's words.
            assert not "".join(cell.itertext()).startswith(("'=", "'+", "'@"))


def hidden(text: str) -> bool:
    return any(mark in text for mark in "\u202e\u2066\u200f\u200e\u200b\ufeff\U000e0041\u0007\u0085\u2028\u2029")


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:12].encode("ascii", "replace").decode())
def test_harmless_in_both_formats(text: str) -> None:
    page, markdown = outputs(text)
    check_html(page)
    check_markdown(markdown)
    assert not hidden(page)
    assert not hidden(markdown.replace("@\u200b", "@"))  # which keeps GitHub and GitLab from calling people
    assert "49" not in page.partition("<body>")[2].replace("49px", "") or "49" in text


@pytest.mark.parametrize("text", ["[x](y)", "https://example.com", "www.example.com", "<https://example.com>"])
def test_markdown_makes_no_links(text: str) -> None:
    _, markdown = outputs(text)
    assert not re.search(r"(?<!\\)(://|www\.|\]\()", markdown.replace("www\\.", ""))


@settings(max_examples=80)
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and not _surrogate(text)))
def test_any_text_at_all(text: str) -> None:
    page, markdown = outputs(text)
    check_html(page)
    check_markdown(markdown)


def _surrogate(text: str) -> bool:
    return any(0xD800 <= ord(character) <= 0xDFFF for character in text)
