"""HS0, first part continued: sentences in brackets, where each comma begins another one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from hsplan.document import Map, Seq, Value
from hsplan.findings import Finding, shorten
from hsplan.lint.rule import View, fault, named, plan_rule


@plan_rule("HS018", "comma-in-brackets", "warning", lasting=True)
def comma_in_brackets(view: View) -> Iterator[Finding]:
    """An outcome in brackets, without quotation marks, that a comma cuts: what follows the comma begins with a small
    letter, as the rest of a sentence does.

    Why it matters: the report then lists two outcomes that nobody promised, and not the one that somebody did.

    Failing, in an action:

        outcomes: [Fewer evictions, arrears and debts fall]

    Passing, in an action:

        outcomes: ["Fewer evictions, arrears and debts fall"]

    To mend it: put each outcome in double quotes, its commas too; or write each on a line of its own with a dash.
    """
    text = view.document.text
    for group in (*view.plan.themes, *view.plan.goals):
        if _in_brackets(group.node.get("outcomes"), text):
            yield from _cut(view, group.node)
    for action in view.actions_with("outcomes"):
        if _in_brackets(action.node["outcomes"], text):
            for found in _cut(view, action.node):
                yield found._replace(message=f"{named(action)}: {found.message}", action=action.id)


def _in_brackets(value: Value, text: str) -> bool:
    """Whether a value is a list in brackets that holds something."""
    return value.__class__ is Seq and bool(value) and text[value.start] == "["


def _cut(view: View, node: Map) -> Iterator[Finding]:
    text, listed = view.document.text, node["outcomes"]
    assert isinstance(listed, Seq)
    # Whoever quotes one of them knows where each ends; a whole list in small letters is a habit, and no cut sentence.
    texts = [entry for entry, (at, _) in zip(listed, listed.marks, strict=True) if _is_plain(entry, text[at])]
    if len(texts) < len(listed) or not texts[0][0].isupper():
        return
    for entry in texts:
        if entry[0].islower() and " " in entry:
            message = f'"{shorten(entry)}" is read as an outcome of its own, since a comma in brackets begins another.'
            help = "Put each outcome in double quotes, its commas too."
            yield fault(view.document.value(node, "outcomes"), message, help)
            return


def _is_plain(entry: Value, sign: str) -> TypeGuard[str]:
    """Whether an entry is a text without quotation marks, `sign` being the sign that it begins with."""
    return isinstance(entry, str) and entry[:1] == sign


RULES = (comma_in_brackets,)
