"""`hsplan rule`."""

from __future__ import annotations

from typing import Annotated

import typer

from hsplan.cli.options import Output, choice, configuration, deliver
from hsplan.errors import HsplanError
from hsplan.lint.pages import as_json, markdown, summary_of, text
from hsplan.lint.rule import Rule
from hsplan.lint.rules import RULES

EXAMPLES = "\b\nExamples:\n  hsplan rule HS201\n  hsplan rule --all --format markdown --output rules.md"


def run(
    rule: Annotated[str | None, typer.Argument(metavar="[CODE|NAME]", help="A rule's code or name; none: all.")] = None,
    all: Annotated[bool, typer.Option("--all", help="Every rule's page.")] = False,
    format: Annotated[str, typer.Option("--format", help="text, markdown or json.")] = "text",
    output: Output = "",
) -> int:
    choice("--format", format, ("text", "markdown", "json"))
    rules = (*RULES, *_own())
    if rule is not None:
        if all:
            raise HsplanError("--all and the name of one rule do not go together.", mend="Leave one of them out.")
        rules = (_find(rule, rules),)
    if format == "json":
        from json import dumps

        found = dumps({"schema": 1, "rules": [as_json(each) for each in rules]}, indent=2, ensure_ascii=False) + "\n"
    elif rule is None and not all:
        found = "".join(_line(each, format) for each in rules)
    else:
        found = "\n".join((text if format == "text" else markdown)(each) for each in rules)
    deliver(found, output)
    return 0


def _own() -> tuple[Rule, ...]:
    """The rules of the council's own, from the configuration of the current folder."""
    config, _ = configuration(None)
    if not config.rules:
        return ()
    from hsplan.lint.own_rules import make_rules

    return make_rules(config.rules)


def _line(rule: Rule, format: str) -> str:
    if format == "markdown":
        return f"- {rule.code} {rule.name} ({rule.severity}): {summary_of(rule)}\n"
    return f"{rule.code}  {rule.name:<26}{rule.severity:<9}{summary_of(rule)}\n"


def _find(word: str, rules: tuple[Rule, ...]) -> Rule:
    """The rule of that code or name. Raises HsplanError with a suggestion."""
    for rule in rules:
        if word.upper() == rule.code or word == rule.name:
            return rule
    from difflib import get_close_matches

    close = get_close_matches(word, [name for rule in rules for name in (rule.name, rule.code)], n=1)
    mend = f'Did you mean "{close[0]}"?' if close else '"hsplan rule" lists them all.'
    raise HsplanError(f'"{word}" is not a rule.', mend=mend)
