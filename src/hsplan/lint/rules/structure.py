"""HS1: how the plan hangs together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from hsplan.document import Map
from hsplan.findings import Finding, Related, did_you_mean, shorten, the_first
from hsplan.findings.quoting import LONGEST_TITLE
from hsplan.lint.rule import View, fault, named, plan_rule
from hsplan.lint.spot import names_under
from hsplan.lint.unknown_owner import is_nobody
from hsplan.plan import Group
from hsplan.plan.values import records, text, texts


@plan_rule("HS101", "duplicate-id", "error", lasting=True)
def duplicate_id(view: View) -> Iterator[Finding]:
    """Two actions of the plan with the same id.

    Why it matters: minutes, reports and later plans name an action by its id and would mean either.

    Failing:

        goals:
          "1":
            title: "Fewer evictions"
            actions:
              "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
          "2":
            title: "More homes"
            actions:
              "1.1": {title: "Let empty homes", lead: Housing Team, timescale: September 2013}

    Passing:

        goals:
          "1":
            title: "Fewer evictions"
            actions:
              "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
          "2":
            title: "More homes"
            actions:
              "2.1": {title: "Let empty homes", lead: Housing Team, timescale: September 2013}

    To mend it: give the newer one another id.
    """
    seen: dict[str, Map] = {}
    for action in view.plan.actions:
        first = seen.setdefault(action.id, action.node)
        if first is not action.node:
            related = (Related(view.document.record(first), f"{action.id} stands here first"),)
            message = f"{named(action)} has the id of another action of this plan."
            found = fault(view.document.record(action.node), message, "Give the newer one another id.", related)
            yield found._replace(action=action.id)


_REFERENCES = (
    ("phase", "phase", "phases"),
    ("indicators", "indicator", "indicators"),
    ("client_groups", "client group", "client_groups"),
    ("depends_on", "action", "themes"),
)
"""The keys by which an action names something of the plan, what that is called, and the key it is declared under."""


@plan_rule("HS102", "dangling-reference", "error", lasting=True)
def dangling_reference(view: View) -> Iterator[Finding]:
    """A phase, an indicator, a client group or an action that is named and does not exist; what the plan's `accepted:`
    is for, too.

    Why it matters: the action is left out of what it should be counted in.

    Failing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
          depends_on: ["1.2"]

    Passing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013

    To mend it: write the id as it stands where it is declared, or declare it.
    """
    plan = view.plan
    declared: dict[str, Collection[str]] = {
        "phase": plan.phases,
        "indicators": plan.indicators,
        "client_groups": plan.client_groups,
        "depends_on": view.actions,
    }
    for action in () if _all_there(declared, view) else plan.actions:
        for key, what, holder in _REFERENCES:
            if key not in action.node or (key == "client_groups" and not plan.client_groups):
                continue
            for name, spot in names_under(action.node, key):
                if name not in declared[key]:
                    message = f'{named(action)}: there is no {what} "{name}" in this plan.'
                    found = fault(spot.place(view), message, _suggest(name, declared[key], holder))
                    yield found._replace(action=action.id)
    yield from _accepted_of_none(view)


def _all_there(declared: Mapping[str, Collection[str]], view: View) -> bool:
    """Whether all that actions name exists, as mostly."""
    groups = view.actions_with("client_groups") if declared["client_groups"] else ()
    return (
        {action.phase for action in view.actions_with("phase")}.issubset(declared["phase"])
        and {name for action in view.actions_with("indicators") for name in action.indicators}.issubset(
            declared["indicators"]
        )
        and {name for action in groups for name in action.client_groups}.issubset(declared["client_groups"])
        and {name for action in view.actions_with("depends_on") for name in action.depends_on}.issubset(
            declared["depends_on"]
        )
    )


def _accepted_of_none(view: View) -> Iterator[Finding]:
    """What the plan's own `accepted:` is for and does not exist; that an action was removed may be accepted."""
    plan = view.plan
    if "accepted" not in plan.node:
        return
    groups = (group.id for group in (*plan.themes, *plan.goals))
    known = dict.fromkeys((*view.actions, *groups, *plan.indicators))
    if known.keys() >= {name for entry in records(plan.node, "accepted") for name in texts(entry, "for")}:
        return  # as mostly
    for entry in records(plan.node, "accepted"):
        for name, spot in names_under(entry, "for"):
            if name not in known and not _remembers(text(entry, "rule")):
                message = f'The plan accepts a finding for "{name}", but has no such action, goal, theme or indicator.'
                yield fault(spot.place(view), message, _suggest(name, known, "themes"))


def _remembers(word: str) -> bool:
    """Whether a rule, by its code or name, asks what was there before."""
    from hsplan.lint.registry import find_rule

    rule = find_rule(word)
    return rule is not None and rule.remembers


_SIGNS = (
    "todo", "tb", "fixme", "xxx", "lorem", "insert ", "to be written", "to be added", "to be confirmed",
    "??", "___", "....", "***", "[", "<",
)  # fmt: skip
"""Of which every placeholder holds one, in small letters; quick to look for one by one, slow as one pattern."""
_PLACEHOLDER = (
    r"\b(?:TODO|TB[ACD]|FIXME|XXX+|lorem ipsum|insert \w+ here)\b|\?\?+|_{3,}|\.{4,}"
    r"|(?<!still )\bto be (?:written|added|confirmed)(?: here)?(?!\s*[^\W_])|\*{3,}\s[^*]+\*{3,}"
    r"|[\[<(]\s*insert\b[^\])>]*[\])>]"
    r"|[\[<](?!no |not |un)(?:\w+ ){0,3}(?:name|title|date|number|amount|figure)s?[\]>]"
)
_LONG = 30
"""Characters of a title that is more than a word in its place."""
_MEANT = "Write what is meant, or take it out."
_IN_ITS_PLACE = frozenset({
    "placeholder", "placeholder title", "fill in", "fill me in", "fill this in", "to fill in", "to be filled in",
    "action", "action title", "title", "title here", "new action", "new title", "add title", "add action",
    "add a title", "untitled", "untitled action", "to do",
})  # fmt: skip
"""All that such a title says, a number behind it aside: what a form has before it is filled in."""
_TO_DO = ("(to do)", "[to do]", "(to-do)", "[to-do]")


@plan_rule("HS103", "placeholder", "warning")
def placeholder(view: View) -> Iterator[Finding]:
    """Words that were meant to be replaced: "TODO", "TBD", "???", a line to fill in.

    Why it matters: it goes into the report as it stands. A title that breaks off with "...", or says only "n/a" or "New
    action", does, too.

    Failing, in an action:

        title: "Agree a protocol with ____"

    Passing, in an action:

        title: "Agree a protocol with the landlords"

    To mend it: write what is meant, or take it out.
    """
    for sentence in view.prose.around(sorted(view.prose.places(_SIGNS))):
        match = re.search(_PLACEHOLDER, sentence.text, re.IGNORECASE)
        if match:
            at = max(view.document.text.find(match[0], sentence.start, sentence.end), sentence.start)
            where = f"Action {sentence.action}: " if sentence.action else ""
            message = f'{where}"{shorten(match[0])}" looks like words still to be replaced.'
            yield fault(view.document.place(at, at + len(match[0])), message, _MEANT)._replace(action=sentence.action)
    yield from _no_titles(view)


def _no_titles(view: View) -> Iterator[Finding]:
    """Titles that break off, are still to do, or only say that there is none yet."""
    for action in view.plan.actions:
        title = action.title.strip()
        if len(title) >= _LONG and title[-1].isalnum():
            continue  # most are whole
        if title and len(title) < _LONG and (is_nobody(title) or _stands_in(title)):
            message, help = f"{named(action)} has no title yet.", "Say what is to be done."
        elif title.endswith(("...", "\u2026")):
            message, help = f"{named(action)} breaks off.", "Write the rest, or take the dots out."
        elif title.endswith((")", "]")) and (mark := _to_do(title)):
            message = f'{named(action)}: "{mark}" looks like words still to be replaced.'
            help = _MEANT
        else:
            continue
        if not re.search(_PLACEHOLDER, title, re.IGNORECASE):  # else it is said already
            place = view.document.value(action.node, "title")
            yield fault(place, message, help)._replace(action=action.id)


def _to_do(title: str) -> str:
    """The mark at a title's end that says that it is still to do; "" where there is none."""
    return next((title[-len(each) :] for each in _TO_DO if title.lower().endswith(each)), "")


def _stands_in(title: str) -> bool:
    """Whether a title only holds the place of one."""
    return title.casefold().strip(" .\u2026:()[]<>*").rstrip(" 0123456789") in _IN_ITS_PLACE


@plan_rule("HS104", "column-undeclared", "error", lasting=True)
def column_undeclared(view: View) -> Iterator[Finding]:
    """A key of the council's own (`x-...`) that the plan does not declare under `columns:`.

    Why it matters: nobody has said what it is called or whether the public may read it, so no report shows it.

    Failing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
          x-risks: "Landlords may not sign"

    Passing:

        columns:
          x-risks: {title: "Risks"}
        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: September 2013
            x-risks: "Landlords may not sign"

    To mend it: declare it once under `columns:`, with a title, and `internal: true` where the public should not see it.
    """
    plan = view.plan
    for node, action in (
        *((group.node, "") for group in (*plan.themes, *plan.goals)),
        *((action.node, action.id) for action in plan.actions if action.columns),
    ):
        for key in node:
            if key.startswith("x-") and key not in plan.columns:
                where = f"Action {action}: " if action else ""
                message = f'{where}"{key}" is not declared under columns:, so no report shows it.'
                found = fault(view.document.key(node, key), message, _suggest(key, list(plan.columns), "columns"))
                yield found._replace(action=action)


@plan_rule("HS105", "duplicate-goal", "warning", lasting=True)
def duplicate_goal(view: View) -> Iterator[Finding]:
    """Two goals with the same id, each in a theme of its own.

    Why it matters: "Objective 1" in the minutes may be either, and a list of one shows the other one's actions too.

    Failing:

        themes:
          A:
            title: "Prevention"
            goals:
              "1":
                title: "Fewer evictions"
                actions:
                  "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
          B:
            title: "Homes"
            goals:
              "1":
                title: "More homes"
                actions:
                  "2.1": {title: "Let empty homes", lead: Housing Team, timescale: September 2013}

    Passing:

        themes:
          A:
            title: "Prevention"
            goals:
              A.1:
                title: "Fewer evictions"
                actions:
                  "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
          B:
            title: "Homes"
            goals:
              B.1:
                title: "More homes"
                actions:
                  "2.1": {title: "Let empty homes", lead: Housing Team, timescale: September 2013}

    To mend it: put the theme's id before the goal's, as in "B.1". A goal may have the id of a theme or of an action.
    """
    plan = view.plan
    seen: dict[str, Group] = {}
    for goal in plan.goals:
        first = seen.setdefault(goal.id, goal)
        if first is not goal:
            what = plan.label("goal")
            message = f'{what} {goal.id} "{shorten(goal.title, LONGEST_TITLE)}" has the id of {what} "'
            message += f'{shorten(first.title, LONGEST_TITLE)}" in {plan.label("theme")} {first.theme}.'
            related = (Related(view.document.record(first.node), f"{goal.id} stands here first"),)
            help = "Give one of the two another id."
            if goal.id.isdecimal():
                help = f'Put the {plan.label("theme").lower()} before the number, as in "{goal.theme}.{goal.id}".'
            yield fault(view.document.record(goal.node), message, help, related)


def _suggest(name: str, known: Collection[str], holder: str) -> str:
    """The nearest name that exists, else those that do; where none does, the key that it is to be declared under."""
    none = f"None is declared. Declare it under {holder}:, or take it out."
    return did_you_mean(name, known, the_first(known, "Those that exist:") if known else none)


RULES = (duplicate_id, dangling_reference, placeholder, column_undeclared, duplicate_goal)
