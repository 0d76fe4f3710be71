"""`hsplan rule` for programs and for the web; docs/rules is what it prints."""

from __future__ import annotations

import json
import re

from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from hsplan.lint.pages import AREAS, area_of, files, folder, main
from hsplan.lint.registry import RULES
from hsplan.schema import schema_folder
from tests.conftest import Run

HEADS = ("Failing", "Passing", "Before")
"""What stands above the examples of a page."""


def test_every_rule_as_json(hsplan: Run) -> None:
    schema = json.loads((schema_folder() / "rules.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    content = json.loads(hsplan("rule", "--all", "--format", "json").out)
    Draft202012Validator(schema).validate(content)
    assert [each["code"] for each in content["rules"]] == [rule.code for rule in RULES]
    assert content == json.loads(hsplan("rule", "--format", "json").out)


def test_every_rule_as_text_and_markdown(hsplan: Run) -> None:
    text, markdown = (hsplan("rule", "--all", "--format", form).out for form in ("text", "markdown"))
    for rule in RULES:
        assert hsplan("rule", rule.code).out in text
        assert hsplan("rule", rule.name, "--format", "markdown").out in markdown
    assert len(hsplan("rule", "--format", "markdown").out.splitlines()) == len(RULES)


def test_examples_are_blocks_of_yaml() -> None:
    parse = MarkdownIt("commonmark").parse
    for name, page in files(RULES).items():
        tokens = parse(page)
        assert not [token for token in tokens if token.type == "code_block"], name
        fences = [token for token in tokens if token.type == "fence"]
        assert all(token.info == "yaml" for token in fences), name
        failing, passing, before = (len(re.findall(rf"\n{word}(?:, in an action)?:\n", page)) for word in HEADS)
        assert (len(fences), failing) == (failing + passing + before, passing), name


def test_all_and_one_do_not_go_together(hsplan: Run) -> None:
    assert hsplan("rule", "HS201", "--all") == (
        2,
        "",
        "Error: --all and the name of one rule do not go together. Leave one of them out.\n",
    )


def test_every_rule_has_its_area() -> None:
    assert {area_of(rule) for rule in RULES} == AREAS.keys() - {"HS9"}
    assert area_of(next(rule for rule in RULES if rule.name == "action-removed")) == "HS85"


def test_the_pages_are_up_to_date() -> None:
    assert main(["--check"]) == 0, "run python -m hsplan.lint.pages"
    assert {path.name for path in folder().glob("*.md")} == files(RULES).keys()
