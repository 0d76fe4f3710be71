"""HS8, third part: what tells who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, plan_rule
from hsplan.lint.texts import sentences

_EMAIL = r"[\w.+-]+@[\w-]+\.[\w.-]*\w"
_PHONE = r"(?<![\w.,/-])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?![\w/-])"
_DIGITS = r"0\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3}"
"""What every telephone number holds; it begins with a plain sign, so that whole files are searched fast."""
_PERSON = r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Councillor|Rev)\.? (?:[A-Z]\.? )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b"
_KINDS = (("an e-mail address", _EMAIL), ("a telephone number", _PHONE), ("a person's name", _PERSON))
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Cllr", "Councillor", "Rev")


@plan_rule("HS810", "personal-data", "warning")
def personal_data(view: View) -> Iterator[Finding]:
    """An e-mail address, a telephone number or a person's name with a title, in any text of the plan.

    Why it matters: plan and report are public and stay in git for ever; posts change hands, names do not go away.

    Failing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
          note: "Ask Mrs Webster"

    Passing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
          note: "Ask the lettings manager"

    To mend it: write the post or the team. It stands in the history of the file all the same: ask who keeps the
    repository whether it has to be taken out there too.
    """
    text = view.document.text
    wanted = [(what, pattern) for what, pattern in _KINDS if _quick(what, text)]
    if not wanted:
        return
    for sentence in sentences(view.plan.node):
        for what, pattern in wanted:
            match = re.search(pattern, sentence.text)
            if match:
                at = max(text.find(match[0], sentence.start, sentence.end), sentence.start)
                where = f"Action {sentence.action}: " if sentence.action else ""
                message = f'{where}"{match[0]}" looks like {what}.'
                found = fault(view.document.place(at, at + len(match[0])), message, "Write the post or the team.")
                yield found._replace(action=sentence.action)


def _quick(what: str, text: str) -> bool:
    """Whether a text can hold one at all."""
    if what == "an e-mail address":
        return "@" in text
    if what == "a telephone number":
        return "+44" in text or re.search(_DIGITS, text) is not None
    return any(f"{title} " in text or f"{title}. " in text for title in _TITLES)


RULES = (personal_data,)
