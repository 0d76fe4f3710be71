"""HS8, third part: what tells who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, plan_rule

_EMAIL = r"[\w.+-]+@[\w-]+\.[\w.-]*\w"
_PHONE = r"(?<![\w.,/-])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?![\w/-])"
_DIGITS = r"0\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3}"
_PERSON = r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Councillor|Rev)\.? (?:[A-Z]\.? )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b"
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Councillor|Rev)\b"
_KINDS = (
    ("an e-mail address", "@", _EMAIL),
    ("a telephone number", rf"\+44|{_DIGITS}", _PHONE),
    ("a person's name", _TITLES, _PERSON),
)
"""What it is, a sign that each one holds and that whole files are searched for fast, and the whole of it."""


@plan_rule("HS810", "personal-data", "warning")
def personal_data(view: View) -> Iterator[Finding]:
    """An e-mail address, a telephone number or a person's name with a title, in any text of the plan.

    Why it matters: plan and report are public and stay in git for ever; posts change hands, names do not go away.

    Failing, in an action:

        note: "Ask Mrs Webster"

    Passing, in an action:

        note: "Ask the lettings manager"

    To mend it: write the post or the team. It stands in the history of the file all the same: ask who keeps the
    repository whether it has to be taken out there too.
    """
    text = view.document.text
    for what, sign, pattern in _KINDS:
        for sentence in view.prose.around(match.start() for match in re.finditer(sign, view.prose.text)):
            match = re.search(pattern, sentence.text)
            if match:
                at = max(text.find(match[0], sentence.start, sentence.end), sentence.start)
                where = f"Action {sentence.action}: " if sentence.action else ""
                message = f'{where}"{match[0]}" looks like {what}.'
                found = fault(view.document.place(at, at + len(match[0])), message, "Write the post or the team.")
                yield found._replace(action=sentence.action)


RULES = (personal_data,)
