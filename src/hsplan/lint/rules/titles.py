"""HS1, third part: titles that members can read and tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsplan.findings import Finding, Related
from hsplan.lint.gist import SHORTEST, names_in, near_gists, slips
from hsplan.lint.parting import parted
from hsplan.lint.rule import View, action_rule, fault, named, plan_rule
from hsplan.lint.verbs import is_only_verb, is_verb
from hsplan.monitor import ActionState
from hsplan.plan import Action

LONGEST = 100


@plan_rule("HS120", "duplicate-title", "warning")
def duplicate_title(view: View) -> Iterator[Finding]:
    """Two actions whose titles say the same: small words, the order and the form of the verb aside ("Draw up a
    protocol" and "Writing a new protocol"), and a slip of one letter in a long word.

    Why it matters: at the meeting one is taken for the other, or the same work is promised and counted twice.

    Failing:

        "1.1": {title: "Agree a protocol with landlords", lead: Housing Team, timescale: September 2013}
        "1.2": {title: "Agree the landlords' protocol", lead: Support Team, timescale: December 2013}

    Passing:

        "1.1": {title: "Agree a protocol with landlords", lead: Housing Team, timescale: September 2013}
        "1.2": {title: "Agree a protocol with hospitals", lead: Support Team, timescale: December 2013}

    To mend it: say in the title what tells the two apart, or join them.
    """
    seen: dict[frozenset[str], Action] = {}
    gists: list[tuple[frozenset[str], Action]] = []
    for number, gist in near_gists([action.title for action in view.plan.actions]):
        action = view.plan.actions[number]
        first = seen.setdefault(gist, action) if gist else action
        if first is action:
            gists.append((gist, action))
        elif first.id != action.id:
            message = f'{named(action)} has the same title as action {first.id} "{first.title}".'
            if action.title != first.title:
                message = f'{named(action)} says the same as action {first.id} "{first.title}".'
            yield _twice(action, first, message, view)
    for action, first, word in _misspelt(gists):
        message = f'{named(action)} says the same as action {first.id} "{first.title}", but for a letter of "{word}".'
        yield _twice(action, first, message, view)


def _twice(action: Action, first: Action, message: str, view: View) -> Finding:
    place = view.document.value(action.node, "title")
    related = (Related(view.document.value(first.node, "title"), f"action {first.id} says it first"),)
    return fault(place, message, "Say what tells the two apart, or join them.", related)._replace(action=action.id)


def _misspelt(gists: list[tuple[frozenset[str], Action]]) -> Iterator[tuple[Action, Action, str]]:
    """The actions whose titles differ from an earlier one's by a letter of one word, with that one and the word."""
    near: dict[frozenset[str], list[int]] = {}
    for number, (gist, _) in enumerate(gists):
        # What no slip changes: few titles have it in common with another.
        sure = frozenset([word if len(word) < SHORTEST else word[0] for word in gist])
        near.setdefault(sure, []).append(number)
    alike: dict[int, list[tuple[int, str]]] = {}
    for number in sorted(number for numbers in near.values() if len(numbers) > 1 for number in numbers):
        gist, _ = gists[number]
        whole = sum(map(hash, gist))
        for word in gist:
            if len(word) >= SHORTEST:
                # A number for the other words and the first letter: whoever has the same probably has them too.
                alike.setdefault(whole - hash(word) + ord(word[0]), []).append((number, word))
    found: dict[str, tuple[Action, Action, str]] = {}
    for others in sorted(sorted(each) for each in alike.values() if len(each) > 1):
        seen: dict[str, tuple[int, str]] = {}
        for number, word in others:
            gist, action = gists[number]
            for slip in slips(word):
                before, known = seen.setdefault(slip, (number, word))
                its, first = gists[before]
                if first.id == action.id or gist - {word} != its - {known}:
                    continue
                if word not in names_in(action.title) and known not in names_in(first.title):
                    found.setdefault(action.id, (action, first, word.split(" ")[-1]))
    yield from found.values()


def _with_long_titles(view: View) -> Sequence[ActionState]:
    return [state for state in view.state.actions if len(state.action.title) > LONGEST]


@action_rule("HS121", "title-long", "note", among=_with_long_titles)
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
    place = view.document.value(state.action.node, "title")
    message = f"{_short(state.action)} has a title of {length} characters; {LONGEST} can be read at a glance."
    yield fault(place, message, "Keep what is to be done, and move the rest to note: or outcomes:.")


def _short(action: Action) -> str:
    return f'Action {action.id} "{action.title[:60].rsplit(" ", 1)[0]} ..."'


def _with_parted_titles(view: View) -> Sequence[ActionState]:
    return [state for state in view.state.actions if parted(state.action.title)]


@action_rule("HS122", "title-double", "note", among=_with_parted_titles)
def title_double(state: ActionState, view: View) -> Iterator[Finding]:
    """A title that is really two: two sentences, two parts with a semicolon between them, or two verbs that have an
    object each ("Train the staff and open a drop-in centre", but not "Review and update the protocol").

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
    found = parted(state.action.title)
    if found:
        message = f'{named(state.action)} is two actions: "{found[0]}" and "{found[1]}".'
        place = view.document.value(state.action.node, "title")
        yield fault(place, message, "Make two actions of it, or one with two milestones.")


def _with_short_titles(view: View) -> Sequence[ActionState]:
    return [state for state in view.state.actions if len(state.action.title.split(None, 2)) < 3]


@action_rule("HS123", "title-stub", "note", among=_with_short_titles)
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
    if not found or action.outcomes or action.note or action.milestones:
        return
    if is_verb(found[0]) if len(found) == 2 else is_only_verb(found[0]):
        return
    message = f"{named(action)} names a thing, not what is to be done."
    yield fault(view.document.value(action.node, "title"), message, "Begin with a verb: set up, agree, review.")


@plan_rule("HS124", "title-question", "warning")
def title_question(view: View) -> Iterator[Finding]:
    """A question mark left in a title; not one in a name that stands in quotation marks.

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
    asked = [(f'{plan.label(group.kind)} {group.id} "{group.title}"', group.node, "")
             for group in (*plan.themes, *plan.goals) if _asks(group.title)]  # fmt: skip
    for action in [each for each in plan.actions if "?" in each.title or each.milestones]:
        asked += [(named(action), action.node, action.id)] if _asks(action.title) else []
        asked += [(named(action, each), each.node, action.id) for each in action.milestones if _asks(each.title)]
    for what, node, action_id in asked:
        message = f"{what} still has a question mark in it."
        found = fault(view.document.value(node, "title"), message, "Settle it, or ask it in internal_note:.")
        yield found._replace(action=action_id)


def _asks(title: str) -> bool:
    """Whether a title holds a question; not one in quotation marks, the 'Worried about rent?' campaign, and not "??",
    which stands for words."""
    if "?" not in title or "??" in title:
        return False
    import re

    return "?" in re.sub(r"""(?<!\w)['"\u2018\u201c][^?]*\?[!.,]?['"\u2019\u201d]""", "", title)


RULES = (duplicate_title, title_long, title_double, title_stub, title_question)
