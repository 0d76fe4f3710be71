"""`hsplan rule`."""

from __future__ import annotations

from inspect import cleandoc
from typing import Annotated

import typer

from hsplan.cli.options import Output, deliver
from hsplan.errors import HsplanError
from hsplan.lint.rule import Rule
from hsplan.lint.rules import RULES, find_rule

EXAMPLES = "\b\nExamples:\n  hsplan rule HS201\n  hsplan rule lead-missing"


def run(
    rule: Annotated[str | None, typer.Argument(metavar="[CODE|NAME]", help="A rule's code or name; none: all.")] = None,
    output: Output = "",
) -> int:
    if rule is None:
        text = "".join(f"{each.code}  {each.name:<26}{each.severity:<9}{_first(each)}\n" for each in RULES)
    else:
        found = find_rule(rule)
        if found is None:
            raise HsplanError(f'"{rule}" is not a rule.', mend=_near(rule))
        text = f"{found.code} {found.name} ({found.severity})\n\n{cleandoc(found.page)}\n"
    deliver(text, output)
    return 0


def _first(rule: Rule) -> str:
    return " ".join(cleandoc(rule.page).split("\n\n")[0].split())


def _near(word: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, [name for rule in RULES for name in (rule.name, rule.code)], n=1)
    return f'Did you mean "{close[0]}"?' if close else '"hsplan rule" lists them all.'
