"""The words that a plan may choose from, each with its meaning and with what officers write instead."""

from __future__ import annotations

from hsplan.schema.kinds import Ask, Choice, Word

STATUS = Choice(
    (
        Word("not started", "Nothing has been done yet.", ("not yet started", "to be started", "planned", "pending")),
        Word(
            "in progress",
            "Work has begun and goes on.",
            ("on track", "on target", "underway", "under way", "started", "partly achieved", "partially complete"),
        ),
        Word(
            "achieved",
            "Done. Give the day, month or year under done: where it is known.",
            ("complete", "completed", "done", "finished", "delivered", "met", "implemented", "fully achieved"),
        ),
        Word(
            "now routine",
            "Delivered, and continues as normal work. The action is closed.",
            ("business as usual", "bau", "embedded", "achieved and ongoing", "complete and ongoing", "routine"),
        ),
        Word(
            "deferred",
            "Put off. With decided: it is agreed, without it only proposed.",
            ("on hold", "paused", "postponed", "suspended", "put back", "parked"),
        ),
        Word(
            "carried over",
            "Still open, and taken into the next plan. Name the new action under into:.",
            ("carried forward", "carry over", "carry forward", "rolled over", "rolled forward", "moved to next plan"),
        ),
        Word(
            "superseded",
            "Replaced by the actions named under into:, by a merger or a split.",
            ("merged", "replaced", "split", "overtaken"),
        ),
        Word(
            "withdrawn",
            "Given up. With decided: it is agreed, without it only proposed.",
            ("cancelled", "canceled", "dropped", "deleted", "removed", "abandoned", "no longer required"),
        ),
        Word(
            "no change",
            "The entry before this one still holds, for the same organisation.",
            ("no progress", "unchanged", "as above", "as before", "no update"),
        ),
    ),
    (
        Ask(
            ("ongoing", "on going", "continuing", "continuous"),
            'It can mean two things. Is the work still going on? Write "in progress". '
            'Is it delivered, and normal work from now on? Write "now routine".',
            ("in progress", "now routine"),
        ),
        Ask(
            ("overdue", "late", "delayed", "slipped", "behind", "off track", "behind schedule"),
            'hsplan works out from the dates what is late. Write "in progress" or "not started", '
            "and put a new date under date_changes:.",
            ("in progress", "not started"),
        ),
        Ask(
            ("red", "amber", "green"),
            'A colour stands under "rag:"; "status:" says how far the work is, such as "in progress" or "achieved".',
        ),
        Ask(
            ("closed", "ended", "archived"),
            'How did it end: "achieved", "now routine", "carried over", "superseded" or "withdrawn"?',
            ("achieved", "now routine", "carried over", "superseded", "withdrawn"),
        ),
    ),
)

RAG = Choice(
    (
        Word("red", "The officer judges that it is off course.", ("r",)),
        Word("amber", "The officer judges that it may slip.", ("a", "yellow", "orange")),
        Word("green", "The officer judges that it is on course.", ("g",)),
    ),
    (
        Ask(("blue", "b", "complete", "purple"), 'For finished work write "status: achieved" and leave rag: out.'),
        Ask(("grey", "gray", "white"), "For work that is not due yet leave rag: out."),
    ),
)

OFTEN = Choice(
    (
        Word("monthly", "Every month.", ("every month", "month")),
        Word("quarterly", "Every quarter.", ("every quarter", "quarter", "3 monthly", "three monthly", "termly")),
        Word(
            "six-monthly",
            "Every six months.",
            ("half yearly", "6 monthly", "biannual", "bi annual", "twice a year", "twice yearly"),
        ),
        Word("yearly", "Every year.", ("annual", "annually", "every year", "year", "12 monthly")),
    ),
)

NATION = Choice(
    (
        Word("england", "The law of England applies; only there hsplan checks the plan against it.", ("english",)),
        Word("wales", "The law of Wales applies.", ("welsh", "cymru")),
        Word("scotland", "The law of Scotland applies.", ("scottish",)),
        Word("northern-ireland", "The law of Northern Ireland applies.", ("ni", "ulster")),
    ),
)

PURPOSE = Choice(
    (
        Word("prevention", "Preventing homelessness.", ("prevent", "preventing homelessness", "preventing")),
        Word(
            "accommodation",
            "Securing that accommodation is and will be available for people who are or may become homeless.",
            ("housing", "temporary accommodation", "homes", "supply"),
        ),
        Word(
            "support",
            "Support for people who are or may become homeless, or who have been.",
            ("supporting", "advice", "help"),
        ),
    ),
)

OWNER_KIND = Choice(
    (
        Word(
            "organisation",
            "A council, a charity, a company, a public body.",
            ("council", "charity", "organization", "company", "agency", "body", "authority", "landlord", "service"),
        ),
        Word("board", "A board or committee that meets and decides.", ("committee", "panel", "partnership board")),
        Word("team", "A team or a department of an organisation.", ("department", "unit", "section", "division")),
        Word(
            "post",
            "A post that one officer holds. Write the post, never the person's name.",
            ("officer", "role", "job", "person", "manager", "individual"),
        ),
        Word(
            "group",
            "Several owners together; name them under members:.",
            ("forum", "partnership", "consortium", "network", "partners"),
        ),
    ),
)

BETTER = Choice(
    (
        Word("higher", "A higher figure is better.", ("high", "up", "increase", "more", "bigger", "larger")),
        Word("lower", "A lower figure is better.", ("low", "down", "decrease", "less", "fewer", "smaller", "reduce")),
    ),
)

PER = Choice(
    (
        Word("month", "The target holds for each month.", ("monthly",)),
        Word("quarter", "The target holds for each quarter.", ("quarterly",)),
        Word("year", "The target holds for each year.", ("yearly", "annual", "annum", "pa")),
        Word("period", "The target holds for the whole period.", ("total", "plan", "whole period", "overall")),
    ),
)
