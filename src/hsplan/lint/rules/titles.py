"""HS1, third part: titles that members can read and tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsplan.findings import Finding, Related
from hsplan.lint.rule import View, action_rule, fault, named, plan_rule
from hsplan.monitor import ActionState
from hsplan.plan import Action

LONGEST = 100
_SMALL_WORDS = "a an and at by for from in into its of on or our that the their to with"
_SMALL = frozenset(_SMALL_WORDS.split())
_SIGNS = str.maketrans({**dict.fromkeys('.,;:!?()[]/&-\u2013\u2014"\u201c\u201d', " "), "'": None, "\u2019": None})
"""What parts words, and the apostrophes that do not."""


@plan_rule("HS120", "duplicate-title", "warning")
def duplicate_title(view: View) -> Iterator[Finding]:
    """Two actions whose titles say the same, small words and the order aside.

    Why it matters: at the meeting one is taken for the other, or the same work is promised and counted twice.

    Failing:

        "1.1": {title: "Agree a protocol with landlords", lead: Housing Team, timescale: September 2013}
        "1.2": {title: "Agree the landlords' protocol", lead: Support Team, timescale: December 2013}

    Passing:

        "1.1": {title: "Agree a protocol with landlords", lead: Housing Team, timescale: September 2013}
        "1.2": {title: "Agree a protocol with hospitals", lead: Support Team, timescale: December 2013}

    To mend it: say in the title what tells the two apart, or join them.
    """
    seen: dict[str, Action] = {}
    for action in view.plan.actions:
        key = _gist(action.title)
        first = seen.setdefault(key, action) if key else action
        if first is not action and first.id != action.id:
            place = view.document.value(action.node, "title")
            related = (Related(view.document.value(first.node, "title"), f"action {first.id} says it first"),)
            message = f'{named(action)} has the same title as action {first.id} "{first.title}".'
            if action.title != first.title:
                message = f'{named(action)} says the same as action {first.id} "{first.title}".'
            found = fault(place, message, "Say what tells the two apart, or join them.", related)
            yield found._replace(action=action.id)


def _gist(title: str) -> str:
    """The title's words that carry meaning, in the order of the alphabet, without plural and possessive endings."""
    found = title.casefold().translate(_SIGNS).split()
    return " ".join(sorted({word.rstrip("s") for word in found if word not in _SMALL}))


@action_rule("HS121", "title-long", "note")
def title_long(state: ActionState, view: View) -> Iterator[Finding]:
    """A title of more than 100 characters.

    Why it matters: in the report's tables it fills half a page, and nobody reads it out at a meeting.

    Failing, in an action:

        title: "Agree a protocol on rent arrears with every landlord who has more than fifty homes here in Eastbourne"

    Passing, in an action:

        title: "Agree a protocol on rent arrears with the large landlords"
        note: "Every landlord who has more than fifty homes here or next door"

    To mend it: keep what is to be done in the title, and move the rest to `note:` or `outcomes:`.
    """
    length = len(state.action.title)
    if length > LONGEST:
        place = view.document.value(state.action.node, "title")
        message = f"{_short(state.action)} has a title of {length} characters; {LONGEST} can be read at a glance."
        yield fault(place, message, "Keep what is to be done, and move the rest to note: or outcomes:.")


def _short(action: Action) -> str:
    return f'Action {action.id} "{action.title[:60].rsplit(" ", 1)[0]} ..."'


_TWO = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bSt)(?<!\bNo)(?<!\bvs)[.;] +(?=\w)")


@action_rule("HS122", "title-double", "note")
def title_double(state: ActionState, view: View) -> Iterator[Finding]:
    """A title that is really two: two sentences, or two parts with a semicolon between them.

    Why it matters: when one half is done and the other is not, no status is right.

    Failing:

        "1.1":
          title: "Agree a protocol with landlords; train the staff to use it"
          lead: Housing Team
          timescale: September 2013

    Passing:

        "1.1":
          title: "Agree a protocol with landlords"
          lead: Housing Team
          timescale: September 2013
        "1.2":
          title: "Train the staff to use the protocol"
          lead: Housing Team
          timescale: December 2013

    To mend it: make two actions of it, or one action with two `milestones:`.
    """
    title = state.action.title
    found = _TWO.search(title) if "; " in title or ". " in title else None
    if found:
        first, second = title[: found.start()], title[found.end() :]
        message = f'{named(state.action)} is two actions: "{first}" and "{second}".'
        place = view.document.value(state.action.node, "title")
        yield fault(place, message, "Make two actions of it, or one with two milestones.")


@action_rule("HS123", "title-stub", "note")
def title_stub(state: ActionState, view: View) -> Iterator[Finding]:
    """A title of one or two words that names a thing and not what is to be done with it, with nothing to explain it.

    Why it matters: nobody can say when "Crisis loans" is achieved.

    Failing, in an action:

        title: "Crisis loans"

    Passing, in an action:

        title: "Show all staff how to apply for crisis loans"

    To mend it: begin with a verb and say what will be there that is not there now.
    """
    action = state.action
    found = action.title.split()
    if not 0 < len(found) < 3 or action.outcomes or action.note or action.milestones:
        return
    if len(found) == 2 and (found[0].casefold() in _VERBS or found[0].casefold().endswith(("ise", "ify", "ate"))):
        return
    message = f"{named(action)} names a thing, not what is to be done."
    yield fault(view.document.value(action.node, "title"), message, "Begin with a verb: set up, agree, review.")


_VERB_WORDS = """
achieve adopt agree appoint assess attend audit begin bring build carry check close commission consider consult cut
deliver design develop draft employ enable end ensure establish evaluate expand explore extend find fund get give help
hold identify implement improve increase inform introduce invest join keep launch lead let lobby maintain make map
measure meet monitor offer open plan prevent produce promote protect provide publish purchase recruit reduce refresh
renew replace report research respond review revise run secure seek set share sign start support survey sustain target
test train update use widen work write
"""
_VERBS = frozenset(_VERB_WORDS.split())


@plan_rule("HS124", "title-question", "warning")
def title_question(view: View) -> Iterator[Finding]:
    """A question mark left in a title.

    Why it matters: somebody was not sure, and the plan goes to members with the doubt in it.

    Failing, in an action:

        title: "Agree a protocol with landlords (and hospitals?)"

    Passing, in an action:

        title: "Agree a protocol with landlords"

    To mend it: settle the question, or put it into `internal_note:`.
    """
    if "?" not in view.document.text:
        return
    plan = view.plan
    titled = [(f'{plan.label(group.kind)} {group.id} "{group.title}"', group.title, group.node, "") for group in
              (*plan.themes, *plan.goals)]  # fmt: skip
    for action in plan.actions:
        titled.append((named(action), action.title, action.node, action.id))
        titled += [(f'{named(action)}: milestone "{each.title}"', each.title, each.node, action.id)
                   for each in action.milestones]  # fmt: skip
    for what, title, node, action_id in titled:
        if "?" in title and "??" not in title:
            message = f"{what} still has a question mark in it."
            found = fault(view.document.value(node, "title"), message, "Settle it, or ask it in internal_note:.")
            yield found._replace(action=action_id)


RULES = (duplicate_title, title_long, title_double, title_stub, title_question)
