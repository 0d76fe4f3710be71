"""One edit of each kind, by what it is: places of the example and what they become."""

# ruff: noqa: E501 (the edits are as long as the lines of the plan)

from __future__ import annotations

from tests.compare.plans import PLAN, replaced

ENTRY = '              - {date: 2013-06-30, status: in progress, note: "First draft out"}\n'
CASES: dict[str, list[tuple[str, str]]] = {
    "spelling of a timescale": [("By Sept 2013", "by 30 September 2013")],
    "timescale rewritten": [("By Sept 2013", "By Sept 2014")],
    "timescale taken away": [("December 2014", "tbc")],
    "timescale given": [("timescale: Ongoing", "timescale: Ongoing and by April 2015")],
    "date change proposed": [
        (
            "timescale: December 2014",
            'timescale: December 2014\n            date_changes:\n              - {date: 2014-11-01, timescale: March 2016, reason: "The trainer left"}',
        )
    ],
    "date change agreed": [
        (
            "timescale: December 2014",
            'timescale: December 2014\n            date_changes:\n              - {date: 2014-11-01, timescale: March 2016, reason: "The trainer left", decision: "Board, 7", decided: 2014-11-20}',
        )
    ],
    "second move": [
        (
            "                decided: 2013-08-20\n",
            '                decided: 2013-08-20\n              - {date: 2014-02-01, timescale: December 2013, decision: "Board, 9", decided: 2014-02-02}\n',
        )
    ],
    "date change refused": [
        (
            "                decided: 2013-08-20\n",
            '                decided: 2013-08-20\n              - {date: 2014-02-01, timescale: June 2014, decision: "Board, 9", decided: 2014-02-02, refused: true}\n',
        )
    ],
    "date change edited": [("decided: 2013-08-20", "decided: 2013-07-20")],
    "reason spelled": [('"The landlords asked for time"', '"the landlords asked for time."')],
    "progress added": [(ENTRY, ENTRY + '              - {date: 2013-09-30, note: "Second draft out"}\n')],
    "achieved": [
        (
            ENTRY,
            ENTRY
            + '              - {date: 2013-09-30, note: "Nearly"}\n              - {date: 2013-12-31, status: achieved, note: "In place"}\n            done: 2013-12-01\n',
        )
    ],
    "withdrawal proposed": [
        (ENTRY, ENTRY + '              - {date: 2013-09-30, status: withdrawn, note: "No landlord wants it"}\n')
    ],
    "withdrawn": [
        (
            ENTRY,
            ENTRY
            + '              - {date: 2013-09-30, status: withdrawn, decision: "Board, 5", decided: 2013-09-30, note: "No landlord wants it"}\n',
        )
    ],
    "reopened": [
        (
            'note: "Open since February"}\n',
            'note: "Open since February"}\n              - {date: 2014-06-30, status: in progress, note: "Closed by a fire"}\n',
        )
    ],
    "progress edited": [('"First draft out"', '"Nothing done"')],
    "progress worded": [('"First draft out"', '"First draft  out."')],
    "progress deleted": [("            progress:\n" + ENTRY, "")],
    "lead": [("lead: City\n", "lead: County\n")],
    "no lead": [("            lead: City\n", "")],
    "partners": [("partners: [County]", "partners: [City]")],
    "title spelled": [('"Draw up a protocol on rent arrears"', '"Draw up a Protocol on rent-arrears"')],
    "retitled": [('"Draw up a protocol on rent arrears"', '"Think about a protocol on rent arrears"')],
    "renumbered": [("          A1.2:\n", "          A1.3:\n")],
    "removed": [
        (
            '          A1.2:\n            title: "Train the advice staff in mediation"\n            lead: County\n            timescale: December 2014\n',
            "",
        )
    ],
    "removed after it ended": [
        (PLAN[PLAN.index("          A2.1:") :], '          A2.2: {title: "Another", timescale: 2015}\n')
    ],
    "milestone removed": [('              - {title: "Draft sent out", timescale: June 2013}\n', "")],
    "milestone done": [("timescale: June 2013}", "timescale: June 2013, done: 2013-06-20}")],
    "milestone moved": [
        (
            "timescale: June 2013}",
            "timescale: June 2013, date_changes: [{date: 2013-06-01, timescale: July 2013, decided: 2013-06-02}]}",
        )
    ],
    "milestone rewritten": [("timescale: June 2013}", "timescale: July 2013}")],
    "milestone reopened": [(", done: 2013-08}", "}")],
    "outcome": [('"Every landlord uses it"', '"Most landlords use it"')],
    "resources": [('"Officer time"', '"Officer time and £2,000"')],
    "notes": [
        (
            'note: "Read with A1.2"\n            internal_note: "The officer is about to leave"',
            'note: "Read it"\n            internal_note: "The officer has left"',
        )
    ],
    "accepted": [
        (
            'note: "Read with A1.2"\n',
            'note: "Read with A1.2"\n            accepted:\n              - {rule: overdue, reason: "The document says so", until: 2014-03-31}\n',
        )
    ],
    "target weakened": [("value: 100}", "value: 110}")],
    "target strengthened": [("value: 100}", "value: 90}")],
    "figure edited": [("value: 31}", "value: 21}")],
    "figure confirmed": [("value: 28, provisional: true}", "value: 29}")],
    "figure added": [("      - {period: Q2", "      - {period: Q3 2013/14, value: 40}\n      - {period: Q2")],
    "baseline": [("value: 120}", "value: 130}")],
    "period": [("to: 2018-03-31", "to: 2019-03-31")],
    "meeting": [("  - {date: 2013-06-03", "  - {date: 2013-09-03, body: Board, minutes: B/9}\n  - {date: 2013-06-03")],
    "owner": [("City: {kind: organisation}", "City: {kind: organisation, to: 2016-03-31, successor: County}")],
    "goal retitled": [('"Fewer evictions"', '"Fewer evictions by landlords"')],
    "goal renumbered": [("      A2:\n", "      B2:\n")],
    "goal moved": [("      A2:\n", '  B:\n    title: "Housing"\n    goals:\n      A2:\n')],
    "theme renamed": [("  A:\n    title", "  P:\n    title")],
    "action moved": [
        ('      A2:\n        title: "More homes"\n        actions:\n', ""),
        ("          A2.1:", "          A2.1:"),
    ],
    "closed": [("adopted: 2013-04-01", "adopted: 2013-04-01\nclosed: 2018-03-31")],
    "a column": [('            note: "Read', '            x-risk: "None"\n            note: "Read')],
    "nothing": [
        (
            "lead: City\n            partners: [County]",
            '# a comment\n            partners:\n              - "County"\n            lead: "City"',
        )
    ],
}


def edited(name: str, text: str = PLAN) -> str:
    """The example after an edit."""
    for old, new in CASES[name]:
        text = replaced(old, new, text)
    return text
