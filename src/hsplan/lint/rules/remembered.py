"""HS85, first part: what git remembers of actions and plans that an adopted plan no longer has.

These rules run only where `hsplan lint --against` gives an earlier version. What is missing and what was rewritten is
told by `hsplan.compare`; here it becomes findings. They weigh the same in a closed plan: its record is what they guard.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hsplan.findings import Finding, Place, Related, counted, quoted_command, some
from hsplan.lint.rule import View, fault, remembered_rule, remembering_rule
from hsplan.timescale.wording import words

if TYPE_CHECKING:
    from hsplan.compare import Change
    from hsplan.document import Document
    from hsplan.plan import Action
    from hsplan.versions.remembered import Past, Remembered


def changes(view: View, *kinds: str) -> Iterator[tuple[Past, Change]]:
    """What has changed since, of some kinds, each with the version that it changed from; no mere mending of a slip."""
    for past in view.altered.pasts if view.pasts else ():
        for change in past.changes:
            if change.kind in kinds:
                yield past, change


def told(past: Past, change: Change, place: Place, help: str) -> Finding:
    """A finding about a change, with the place where it stood before."""
    what = f'{change.subject.capitalize()} {change.id} "{change.title}"'
    head = what if change.title else what.removesuffix(' ""')
    related = (_stood(past, change),) if change.old else ()
    return fault(place, f"{head}: {change.text.rstrip('.')}.", help, related)._replace(action=change.action)


def action_of(view: View, change: Change) -> Action | None:
    """The action that a change is about, as it is now; None for one that is gone."""
    return view.actions.get(change.id) if change.action else None


def now(view: View, change: Change) -> Place:
    """Where what changed stands now: the slip that it is, else its own line, else that of the action or the plan."""
    slip = view.altered.slips.get(change.fingerprint)
    if slip is not None:
        return slip
    return line_of(view.document, change.new.line) if change.new else view.document.whole()


def line_of(document: Document, number: int) -> Place:
    """The words of a line, without the white space around them."""
    text = document.line(number)
    start = document.offset(number, 1) + len(text) - len(text.lstrip())
    return document.place(start, start + len(text.strip()))


def _stood(past: Past, change: Change) -> Related:
    """Where it stood, and how to see it: that line is one of the file as it was then, not of the one that is open.

    What is gone is put back from the file itself; of the rest, a page that can be read says more.
    """
    assert change.old is not None
    document, line = past.plan.document, change.old.line
    # Mostly it has its id still; only of one that was renumbered is every action looked at.
    same = [each for each in past.plan.actions if each.id == change.action]
    likely = same if any(_holds(document, each, line) for each in same) else past.plan.actions
    ids = [each.id for each in likely if change.action and change.new and _holds(document, each, line)]
    path = document.path
    see = quoted_command("hsplan", "show", f"{past.plan.id}/{ids[0]}", "--at", past.commit) if ids else ""
    if not ids and not path.startswith("/") and path[1:2] != ":":
        see = quoted_command("git", "show", f"{past.commit}:./{path}")
    message = f"so it stood at {past.revision}" + (f"; {see} prints it" if past.commit and see else "")
    return Related(line_of(document, line), message)


def _holds(document: Document, action: Action, line: int) -> bool:
    """Whether an action, its id included, stands on a line."""
    start = action.node.name[0] if action.node.name else action.node.start
    return document.place(start).line <= line <= document.place(action.node.start, action.node.end).end_line


@remembering_rule("HS850", "action-removed", "error")
def action_removed(view: View) -> Iterator[Finding]:
    """An action that was open when it was last committed and is gone from its adopted plan. Found by
    `hsplan lint --against REVISION`; so are all rules from here to HS859.

    Why it matters: nobody decided to drop it, and no report will ever mention it again. It is an error because a
    promise taken back in silence is what members ask about last and mind most; where one was dropped on purpose, the
    plan says so.

    Before:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
        "1.2":
          title: "Train the advice staff"
          lead: Support Team
          timescale: December 2014

    Failing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013

    Passing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
        "1.2":
          title: "Train the advice staff"
          lead: Support Team
          timescale: December 2014
          progress:
            - {date: 2013-06-10, status: withdrawn, decision: "Board, item 4", decided: 2013-06-10}

    To mend it: put it back and give it an ending: withdrawn with a decision, superseded or carried over with `into:`.
    The finding stands at the goal, the theme or the plan that the action stood in. Where it has to go all the same, as
    one that was entered twice, the plan accepts it: `accepted: [{rule: action-removed, for: ["1.2"], reason: "…"}]`.
    """
    for past, change in changes(view, "removed"):
        help = "Put it back and give it an ending: withdrawn, superseded or carried over, with who decided it."
        yield told(past, change, _place_left(view, past, change.id), help)


def _place_left(view: View, past: Past, action_id: str) -> Place:
    """The goal, else the theme, that an action stood in, as it is now; else the plan's id."""
    plan = view.plan
    was = next((each for each in past.plan.actions if each.id == action_id), None)
    if was is not None:
        for groups, group_id in ((plan.goals, was.goal), (plan.themes, was.theme)):
            for group in groups:
                if group_id and group.id == group_id:
                    return view.document.record(group.node)
    return view.document.value(plan.node, "id")


PLAN_REMOVED = remembered_rule(
    "HS851",
    "plan-removed",
    "error",
    """An adopted plan whose file was deleted, or made into the plan after it, while actions were open in it.

    Why it matters: all its promises are gone at once, and the plan that follows it has nothing to carry over from. It
    is an error as for a single action.

    To mend it: put the file back (`git checkout HEAD -- plans/…`), end each open action, carried over with `into:` or
    withdrawn with a decision, and give the plan `closed:`, a date. A closed plan stays where it is: it costs nothing,
    and `hsplan show` tells each action's whole life from it.
    """,
)


def removed_plans(remembered: Remembered) -> Iterator[Finding]:
    """The findings of HS851, each at the file that is gone."""
    for gone in remembered.gone:
        ids = [action.id for action in gone.open]
        number = f"{counted(len(ids), 'action')} {'is' if len(ids) == 1 else 'are'}"
        since = f", adopted on {words(gone.plan.adopted)}," if gone.plan.adopted else ""
        message = (
            f'Plan {gone.plan.id} "{gone.plan.title}"{since} has no file any more, and {number} open in it at '
            f"{gone.revision}: {some(ids, _LISTED)}."
        )
        help = "Put the file back, say how each of them ended, and give the plan closed:, a date."
        yield Finding(PLAN_REMOVED.name, message, Place(gone.plan.document.path), help, plan=gone.plan.id)


_LISTED = 5


@remembering_rule("HS852", "id-changed", "warning")
def id_changed(view: View) -> Iterator[Finding]:
    """An id that was changed in an adopted plan: of an action, a goal, a theme, an indicator or the plan itself.

    Why it matters: minutes, other plans and earlier reports name it by the old one. It is a warning and no error,
    since the promise itself still stands; where the two are taken for the same by their likeness, the finding says so.

    Before:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013

    Failing:

        "1.2":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013

    Passing:

        "1.1":
          title: "Agree a protocol with the landlords"
          lead: Housing Team
          timescale: September 2013

    To mend it: take the old id again. Ids need not be in order, and numbers may be missing.
    """
    for past, change in changes(view, "renumbered"):
        place = view.document.value(view.plan.node, "id") if change.subject == "plan" else now(view, change)
        old = change.old.value if change.old else ""
        yield told(past, change, place, f"Take the id {old} again: ids stay the same for life.")


RULES = (action_removed, PLAN_REMOVED, id_changed)
