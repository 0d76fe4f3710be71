"""HS1: how the plan hangs together."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from hsplan.document import Map
from hsplan.findings import Finding, Related
from hsplan.lint.rule import View, action_rule, fault, named, plan_rule
from hsplan.lint.spot import names_under
from hsplan.lint.texts import sentences
from hsplan.monitor import ActionState


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


@action_rule("HS102", "dangling-reference", "error", lasting=True)
def dangling_reference(state: ActionState, view: View) -> Iterator[Finding]:
    """A phase, an indicator, a client group or an action that is named and does not exist.

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
    plan, action = view.plan, state.action
    declared: tuple[tuple[str, str, Collection[str]], ...] = (
        ("phase", "phase", plan.phases),
        ("indicators", "indicator", plan.indicators),
        ("client_groups", "client group", plan.client_groups),
        ("depends_on", "action", [other.id for other in plan.actions] if action.depends_on else ()),
    )
    for key, what, known in declared:
        if key == "client_groups" and not known:
            continue
        for name, spot in names_under(action.node, key) if key in action.node else ():
            if name not in known:
                message = f'{named(action)}: there is no {what} "{name}" in this plan.'
                yield fault(spot.place(view), message, _suggest(name, known))


_SIGNS = ("todo", "tbd", "fixme", "xxx", "lorem ipsum", "insert ", "to be written", "to be added", "??", "___", "....")
_PLACEHOLDER = r"\b(?:TODO|TBD|FIXME|XXX+|lorem ipsum|insert \w+ here|to be (?:written|added))\b|\?\?+|_{3,}|\.{4,}"


@plan_rule("HS103", "placeholder", "warning")
def placeholder(view: View) -> Iterator[Finding]:
    """Words that were meant to be replaced: "TODO", "TBD", "???", a line to fill in.

    Why it matters: it goes into the report as it stands.

    Failing:

        "1.1":
          title: "Agree a protocol with ____"
          lead: Housing Team
          timescale: September 2013

    Passing:

        "1.1":
          title: "Agree a protocol with the landlords"
          lead: Housing Team
          timescale: September 2013

    To mend it: write what is meant, or take it out.
    """
    text = view.document.text.lower()
    if not any(sign in text for sign in _SIGNS):
        return
    for sentence in sentences(view.plan.node):
        match = re.search(_PLACEHOLDER, sentence.text, re.IGNORECASE)
        if match:
            at = max(view.document.text.find(match[0], sentence.start, sentence.end), sentence.start)
            where = f"Action {sentence.action}: " if sentence.action else ""
            message = f'{where}"{match[0]}" looks like words still to be replaced.'
            found = fault(view.document.place(at, at + len(match[0])), message, "Write what is meant, or take it out.")
            yield found._replace(action=sentence.action)


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
                found = fault(view.document.key(node, key), message, _suggest(key, list(plan.columns)))
                yield found._replace(action=action)


def _suggest(name: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1)
    if close:
        return f'Did you mean "{close[0]}"?'
    return "Those that exist: " + ", ".join(list(known)[:8]) + "." if known else "None is declared."


RULES = (duplicate_id, dangling_reference, placeholder, column_undeclared)
