"""HS0, second part: keys and values that the format does not know."""

from __future__ import annotations

from collections.abc import Iterator
from os.path import basename, splitext

from hsplan.findings import Finding
from hsplan.lint.rule import View, fault, plan_rule, reading_rule

FUTURE_VERSION = reading_rule(
    "HS020",
    "future-version",
    "error",
    """A file written for a newer hsplan than this one.

    Why it matters: what the newer format means cannot be told, so nothing else in the file is checked.

    Failing:

        hsplan: 2

    Passing:

        hsplan: 1

    To mend it: update hsplan.
    """,
)
UNKNOWN_KEY = reading_rule(
    "HS021",
    "unknown-key",
    "error",
    """A key that the format does not have in that place: misspelt, or an id whose lines are not indented far enough.

    Why it matters: what stands under a misspelt key is in no report and no count.

    Failing, in an action:

        resorces: "Staff time"

    Passing, in an action:

        resources: "Staff time"

    To mend it: write the key as the format has it. A column of the council's own begins with `x-` and is declared
    once under `columns:`.
    """,
)
MISSING_KEY = reading_rule(
    "HS022",
    "missing-key",
    "error",
    """A record without a key that it cannot do without, such as an action without a title, or with nothing after that
    key (`title:`, `title: ""`).

    Why it matters: it cannot be listed or reported.

    Failing:

        "1.1":
          lead: Housing Team
          timescale: September 2013

    Passing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013

    To mend it: add the key.
    """,
)
WRONG_SHAPE = reading_rule(
    "HS023",
    "wrong-shape",
    "error",
    """A list where one text is wanted, a text where a list or a record is wanted, or a record with nothing in it.

    Why it matters: often a colon in a sentence, which YAML takes for a key; the words are then in no report.

    Failing, in an action:

        outcomes:
          - Agreed by all: councils and landlords

    Passing, in an action:

        outcomes:
          - "Agreed by all: councils and landlords"

    To mend it: put sentences in double quotes, and lists on lines of their own that begin with a dash.
    """,
)
UNKNOWN_WORD = reading_rule(
    "HS024",
    "unknown-word",
    "error",
    """A word where only certain words may stand, such as a status.

    Why it matters: "ongoing" may mean that work goes on or that it has become routine; counts need one word for one
    thing.

    Failing, in an action:

        progress:
          - {date: 2013-06-30, status: ongoing}

    Passing, in an action:

        progress:
          - {date: 2013-06-30, status: in progress}

    To mend it: write one of the words that the message names.
    """,
)
BAD_VALUE = reading_rule(
    "HS025",
    "bad-value",
    "error",
    """A figure that is no number, or a yes-or-no key that says neither true nor false.

    Why it matters: words cannot be compared with a target, and what is marked `internal:` with another word is hidden
    from everybody.

    Failing:

        indicators:
          acceptances:
            title: "Households accepted"
            baseline: {period: 2012/13, value: about 120}

    Passing:

        indicators:
          acceptances:
            title: "Households accepted"
            baseline: {period: 2012/13, value: 120}

    To mend it: write the figure in digits, or `true` or `false`.
    """,
)
BAD_DATE = reading_rule(
    "HS026",
    "bad-date",
    "error",
    """A date that is not written as YYYY-MM-DD, or a day that no calendar has.

    Why it matters: nothing can be late by a date that cannot be read.

    Failing, in an action:

        progress:
          - {date: 2013-06-31, status: in progress}

    Passing, in an action:

        progress:
          - {date: 2013-06-30, status: in progress}

    To mend it: write year, month and day with dashes. Only `timescale:` takes an officer's own words.
    """,
)
BAD_ID = reading_rule(
    "HS027",
    "bad-id",
    "error",
    """An id with other signs in it than letters, digits, full stops, dashes and underscores.

    Why it matters: other plans and the report's links name actions by their ids.

    Failing:

        "1.1 a":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013

    Passing:

        "1.1a":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013

    To mend it: take the other signs out. An id stays the same for life.
    """,
)


@plan_rule("HS030", "file-name", "warning", lasting=True)
def file_name(view: View) -> Iterator[Finding]:
    """A plan whose file is not called after its id.

    Why it matters: other plans find it by its file's name when they name one of its actions.

    Failing:

        id: protocols-2013  # in a file called example-2013.yaml

    Passing:

        id: example-2013

    To mend it: rename the file, or write the file's name without `.yaml` as the `id:`.
    """
    name = splitext(basename(view.document.path))[0]
    if view.plan.id and name not in (view.plan.id, "-"):
        where = view.document.value(view.plan.node, "id")
        yield fault(
            where, f'The file is called "{name}" but the plan\'s id is "{view.plan.id}".', "Make them the same."
        )


@plan_rule("HS031", "plan-twice", "error", lasting=True)
def plan_twice(view: View) -> Iterator[Finding]:
    """A second file with the id of a plan that has a file already, as copying in the folder of plans makes it, or
    Windows and OneDrive by themselves: `example-2013 (1).yaml` beside `example-2013.yaml`.

    Why it matters: every action would be counted twice. So only the file that is named after the id counts (where none
    is, the first by name); `list`, `status`, the report on several plans and the site leave the other out, and what was
    written into it is seen by nobody.

    Failing:

        id: before-2008  # and there is a before-2008.yaml

    Passing:

        id: example-2013

    To mend it: take over into the file that counts what is newer in the other, and delete the other. Where both are
    plans, give the second an id of its own, and call its file after that.
    """
    other = view.workspace.twin(view.plan.id, view.document.path) if view.plan.id else None
    if other is not None:
        message = (
            f'This file has the plan id "{view.plan.id}", which {other} has too. That one counts; '
            f"{view.document.path} is left out of lists, reports and the site."
        )
        help = "Delete the one that is not wanted; if both are plans, give this one an id and a file name of its own."
        yield fault(view.document.value(view.plan.node, "id"), message, help)


RULES = (
    FUTURE_VERSION,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_SHAPE,
    UNKNOWN_WORD,
    BAD_VALUE,
    BAD_DATE,
    BAD_ID,
    file_name,
    plan_twice,
)
