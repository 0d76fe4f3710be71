"""HS0, first part continued: lists that were pasted with their bullets."""

from __future__ import annotations

from collections.abc import Iterator

from hsplan.document.bullets import BULLETS, bullet_of
from hsplan.findings import Finding, shorten
from hsplan.lint.marked import places_of, texts_with
from hsplan.lint.rule import View, fault, plan_rule


@plan_rule("HS019", "pasted-bullet", "error", lasting=True)
def pasted_bullet(view: View) -> Iterator[Finding]:
    """A text that begins with a bullet ("\u2022") or a long dash, as comes with a list that is pasted from Word. What
    stands in a block of lines (`note: |`) is left as it is.

    Why it matters: to a program it is no list. All its lines are read as one text, and so the report prints them.

    Failing, in an action:

        outcomes:
          \u2022 Fewer evictions
          \u2022 Fewer arrears

    Passing, in an action:

        outcomes:
          - Fewer evictions
          - Fewer arrears

    To mend it: begin each line with a dash and a space instead.
    """
    text = view.document.text
    if text.isascii():
        return
    places = [at for sign in BULLETS for at in places_of(sign, text)]
    # No text begins behind a letter or a figure, even with a space between.
    begins = sorted(at for at in places if not text[max(at - 2, 0) : at].rstrip()[-1:].isalnum())
    for each in texts_with(begins, view.plan.node):
        words, bullet = each.words, bullet_of(each.words)
        if not bullet or "\n" in words:
            continue
        said = shorten(words.replace(words[0], bullet))
        action = f"Action {each.action}: " if each.action else ""
        message = f'{action}"{said}" begins with "{bullet}", which makes no list.'
        help = f'Take the "{bullet}" out.'
        if words.count(words[0]) > 1:
            message = f'{action}"{said}" is read as one text, since "{bullet}" begins no entry of a list.'
            help = f'Begin each line with a dash and a space instead of "{bullet}".'
        at = text.find(words[0], each.start, each.end)
        yield fault(view.document.place(at, each.end), message, help)._replace(action=each.action)


RULES = (pasted_bullet,)
