"""An action's map to its record."""

from __future__ import annotations

from hsplan.document import Map
from hsplan.plan.budget import read_budget
from hsplan.plan.columns import columns_of
from hsplan.plan.period import day, past
from hsplan.plan.records import Action, DateChange, Milestone, Progress
from hsplan.plan.values import flag, records, text, texts


def read_action(key: str, node: Map, theme: str, goal: str) -> Action:
    """One action as it stands under its id, in the given theme and goal ("" where there is none)."""
    return Action(
        id=key,
        title=text(node, "title"),
        theme=theme,
        goal=goal,
        lead=texts(node, "lead"),
        partners=texts(node, "partners"),
        each=texts(node, "each"),
        client_groups=texts(node, "client_groups"),
        phase=text(node, "phase"),
        added=day(node.get("added")),
        timescale=text(node, "timescale"),
        due=day(node.get("due")),
        date_changes=_date_changes(node),
        milestones=tuple([_milestone(entry) for entry in records(node, "milestones")]) if "milestones" in node else (),
        done=past(node.get("done")),
        depends_on=texts(node, "depends_on"),
        resources=texts(node, "resources"),
        budget=read_budget(node),
        outcomes=texts(node, "outcomes"),
        indicators=texts(node, "indicators"),
        links=texts(node, "links"),
        carried_from=texts(node, "carried_from"),
        columns=columns_of(node),
        note=text(node, "note"),
        internal_note=text(node, "internal_note"),
        source=text(node, "source"),
        progress=tuple([_progress(entry) for entry in records(node, "progress")]) if "progress" in node else (),
        node=node,
    )


def _date_changes(node: Map) -> tuple[DateChange, ...]:
    if "date_changes" not in node:
        return ()
    return tuple(
        DateChange(
            date=day(entry.get("date")),
            timescale=text(entry, "timescale"),
            due=day(entry.get("due")),
            reason=text(entry, "reason"),
            decision=text(entry, "decision"),
            decided=day(entry.get("decided")),
            refused=flag(entry, "refused"),
            node=entry,
        )
        for entry in records(node, "date_changes")
    )


def _milestone(node: Map) -> Milestone:
    return Milestone(
        title=text(node, "title"),
        timescale=text(node, "timescale"),
        due=day(node.get("due")),
        date_changes=_date_changes(node),
        done=past(node.get("done")),
        note=text(node, "note"),
        node=node,
    )


def _progress(node: Map) -> Progress:
    return Progress(
        date=day(node.get("date")),
        period=text(node, "for"),
        by=text(node, "by"),
        status=text(node, "status"),
        rag=text(node, "rag"),
        note=text(node, "note"),
        internal_note=text(node, "internal_note"),
        into=texts(node, "into"),
        decision=text(node, "decision"),
        decided=day(node.get("decided")),
        refused=flag(node, "refused"),
        node=node,
    )
