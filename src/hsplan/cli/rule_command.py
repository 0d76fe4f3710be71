"""`hsplan rule`."""

from typing import Annotated

from hsplan.cli.declared import Argument, Option
from hsplan.cli.formats import format_for
from hsplan.cli.options import Output, deliver
from hsplan.errors import HsplanError
from hsplan.lint.pages import as_json, markdown, text
from hsplan.lint.registry import RULES, meant
from hsplan.lint.rule import Rule, summary_of
from hsplan.workspace import configuration

EXAMPLES = "\b\nExamples:\n  hsplan rule HS201\n  hsplan rule --all --format markdown --output rules.md"


def run(
    rule: Annotated[
        str | None,
        Argument(metavar="[CODE|NAME]", help="A code (its figures will do), how codes begin, or a name; none: all."),
    ] = None,
    all: Annotated[bool, Option("--all", help="Every rule's page.")] = False,
    format: Annotated[
        str, Option("--format", help="text, markdown or json; default: by the ending of FILE, else text.")
    ] = "",
    output: Output = "",
) -> int:
    kind = format_for(format, output, ("text", "markdown", "json"))
    rules = (*RULES, *_own())
    if rule is not None:
        if all:
            raise HsplanError("--all and the name of one rule do not go together.", mend="Leave one of them out.")
        rules = _find(rule, rules)
    if kind == "json":
        from json import dumps

        found = dumps({"schema": 1, "rules": [as_json(each) for each in rules]}, indent=2, ensure_ascii=False) + "\n"
    elif not all and (rule is None or len(rules) > 1):
        found = "".join(_line(each, kind) for each in rules)
    else:
        found = "\n".join((text if kind == "text" else markdown)(each) for each in rules)
    deliver(found, output)
    return 0


def _own() -> tuple[Rule, ...]:
    """The rules of the council's own, from the configuration of the current folder."""
    config, _ = configuration(())
    if not config.rules:
        return ()
    from hsplan.lint.own_rules import make_rules

    return make_rules(config.rules, config.path)


def _line(rule: Rule, format: str) -> str:
    if format == "markdown":
        return f"- {rule.code} {rule.name} ({rule.severity}): {summary_of(rule)}\n"
    return f"{rule.code}  {rule.name:<26}{rule.severity:<9}{summary_of(rule)}\n"


def _find(word: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rule of that code or name, or those whose codes begin so. Raises HsplanError with a suggestion."""
    code = f"HS{word}" if word.isdecimal() else word.upper()
    found = tuple(rule for rule in rules if code == rule.code or word == rule.name)
    found = found or tuple(rule for rule in rules if code.startswith("HS") and rule.code.startswith(code))
    if found:
        return found
    raise HsplanError(f'"{word}" is not a rule.', mend=meant(word, rules))
