"""HS8, third part: what tells who somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.document import Document
from hsplan.findings import Finding
from hsplan.lint.marked import texts_with
from hsplan.lint.persons import signs_in, telling
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.plan import Owners

_NAMING = frozenset({
    "lead", "partners", "each", "by", "body", "organisations", "governance", "published", "members", "part_of",
    "successor",
})  # fmt: skip
"""Keys under which owners are named. One of the list is told of there; one that is not, once."""
_HELP = {
    "a person's name": "Write the post or the team.",
    "an e-mail address": "Write the post or the team, or the mailbox of a service.",
    "a telephone number": "Write the post or the team, or the number of a service.",
}


@plan_rule("HS810", "personal-data", "warning")
def personal_data(view: View) -> Iterator[Finding]:
    """An e-mail address, a telephone number or a person's name with a title, in any text of the plan.

    Why it matters: plan and report are public and stay in git for ever; posts change hands, names do not go away.

    Failing, in an action:

        note: "Ask Mrs Webster"

    Passing, in an action:

        note: "Ask the lettings manager"

    Any text is any: decisions, sources, minutes, reasons, the glossary, and the owners list too. A name without a title
    is not found; nor is what belongs to a service: its mailbox ("housing.options@…"), and numbers that begin with 03 or
    08.

    To mend it: write the post or the team. It stands in the history of the file all the same: ask who keeps the
    repository whether it has to be taken out there too.
    """
    yield from told_persons(view.document, view.owners)


def told_persons(document: Document, owners: Owners) -> Iterator[Finding]:
    """What tells who somebody is in a plan or in an owners list. `owners` are all that the file may name."""
    if document.root is None:
        return
    text = document.text
    unlisted: set[str] = set()
    for each in texts_with(signs_in(text), document.root):
        if each.key in _NAMING and (each.words in unlisted or owners.resolve(each.words)):
            continue
        for words, what in telling(each.words):
            if each.key in _NAMING:
                unlisted.add(each.words)
            at = max(text.find(words, each.start, each.end), each.start)
            where = f"Action {each.action}: " if each.action else ""
            message = f'{where}"{" ".join(words.split())}" looks like {what}.'
            yield fault(document.place(at, at + len(words)), message, _HELP[what])._replace(action=each.action)


RULES = (personal_data,)
