"""HS0, first part: a file that cannot be read as YAML, or in which words would be lost."""

from __future__ import annotations

from hsplan.lint.rule import reading_rule

ENCODING = reading_rule(
    "HS001",
    "encoding",
    "error",
    """A file that is not saved as UTF-8.

    Why it matters: git, other editors and hsplan would show other letters than you typed.

    To mend it: open the file in the editor, choose "Save with Encoding" and then UTF-8. In PowerShell, `>` saves as
    UTF-16; use `--output FILE` instead.
    """,
)
INVISIBLE_CHARACTER = reading_rule(
    "HS002",
    "invisible-character",
    "error",
    """A control character or an odd line separator that nobody can see; or a space that does not break, at the
    beginning of a line, after the colon of a key or after the dash of a list.

    Why it matters: it comes along with text pasted from elsewhere, and programs cut the line there, or see no key.

    To mend it: delete it and type a space or a new line.
    """,
)
TAB = reading_rule(
    "HS003",
    "tab",
    "error",
    """A line that is indented with a tab, where YAML wants spaces; a tab after the dash of a list, too.

    Why it matters: YAML reads the indentation to know what belongs to what, and a tab has no fixed width.

    To mend it: put two spaces for each step in. Editors can do it for the whole file ("Convert Indentation to Spaces").
    """,
)
NOT_YAML = reading_rule(
    "HS004",
    "not-yaml",
    "error",
    """A line that cannot be read, for a reason that has no rule of its own: a comma that is missing in braces, the
    backticks of a chat above the plan.

    Why it matters: nothing after it is checked or reported.

    Failing:

        period: {from: 2013-04-01 to: 2018-03-31}

    Passing:

        period: {from: 2013-04-01, to: 2018-03-31}

    To mend it: compare the line, and the one above it, with lines that are right.
    """,
)
INDENTATION = reading_rule(
    "HS005",
    "indentation",
    "error",
    """A line that does not line up with its neighbours, a key without its colon or without the space after it, or a
    dash without one.

    Why it matters: the indentation says what belongs to what; here it cannot be told.

    Failing:

        actions:
          "1.1":
            title: "Agree a protocol"
           lead: Housing Team

    Passing:

        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: indent the line as its neighbours are, and write a colon and a space after the key, and a space after a
    dash.
    """,
)
UNCLOSED = reading_rule(
    "HS006",
    "unclosed",
    "error",
    """A quotation mark, bracket or brace that is opened and never closed, or closed and never opened.

    Why it matters: everything up to the next quotation mark is swallowed into one text, or nothing can be read on.

    Failing:

        actions:
          "1.1":
            title: "Agree a protocol
            lead: Housing Team

    Passing:

        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: close it after the last word; take out what closes nothing. A list or a text may go on over several
    lines; its closing bracket or quotation mark then stands on the last of them.
    """,
)
NEEDS_QUOTES = reading_rule(
    "HS007",
    "needs-quotes",
    "error",
    """A text with a sign in it that has a meaning of its own in YAML: a colon and a space, on whichever of its lines, a
    leading star or quotation mark.

    Why it matters: YAML reads a part of the sentence as something else, or cannot read on.

    Failing:

        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
          "1.2":
            title: Rent arrears: agree a protocol

    Passing:

        actions:
          "1.1": {title: "Rent arrears: agree a protocol", lead: Housing Team, timescale: September 2013}

    To mend it: put the whole text in double quotes.
    """,
)
ALIAS = reading_rule(
    "HS008",
    "alias",
    "error",
    """A text that begins with a star, which YAML takes for a reference to another part of the file.

    Why it matters: a plan says each thing in its place; a file of references within references can also be made so
    that no program can open it.

    Failing, in an action:

        note: *see the minutes

    Passing, in an action:

        note: "*see the minutes"

    To mend it: put the words in double quotes, or write the value out.
    """,
)
SEVERAL_DOCUMENTS = reading_rule(
    "HS009",
    "several-documents",
    "error",
    """A line of three dashes that parts the file in two, or of three dots with more lines after it.

    Why it matters: only one plan stands in a file; what follows would not be read.

    Failing:

        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
        ---
          "1.2": {title: "Let empty homes", lead: Housing Team, timescale: March 2014}

    Passing:

        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
          "1.2": {title: "Let empty homes", lead: Housing Team, timescale: March 2014}

    To mend it: delete the dashes or the dots, or move what follows to a file of its own.
    """,
)
TOO_DEEP = reading_rule(
    "HS010",
    "too-deep",
    "error",
    """Brackets or indentation that go deeper than any plan does.

    Why it matters: a bracket was left open, or lines were indented by mistake.

    Failing:

        links: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Kent Homechoice

    Passing:

        links: [Kent Homechoice]

    To mend it: close the bracket, or move the lines back.
    """,
)
NOT_A_PLAN = reading_rule(
    "HS011",
    "not-a-plan",
    "error",
    """A file that is empty, or holds a list or a text instead of a plan's keys.

    Why it matters: there is nothing in it to check or report.

    Failing:

        - Agree a protocol
        - Train the staff

    Passing:

        "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
        "1.2": {title: "Train the staff", lead: Housing Team, timescale: March 2014}

    To mend it: begin with `hsplan: 1`, `id:` and `title:`, or take the file out of the folder.
    """,
)
DUPLICATE_KEY = reading_rule(
    "HS012",
    "duplicate-key",
    "error",
    """A key, or an id, that stands twice in the same place.

    Why it matters: YAML keeps one of them and drops the other without a word.

    Failing:

        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
          "1.1": {title: "Sign the protocol", lead: Housing Team, timescale: September 2013}

    Passing:

        actions:
          "1.1": {title: "Agree a protocol", lead: Housing Team, timescale: September 2013}
          "1.2": {title: "Sign the protocol", lead: Housing Team, timescale: September 2013}

    To mend it: give one of them another id, or join them.
    """,
)
WORDS_LOST = reading_rule(
    "HS013",
    "words-lost",
    "error",
    """Words that YAML drops: after a comma in braces, after a space and a `#` (in brackets and braces the end of
    them too), after a leading `!` or `&`.

    Why it matters: the words are in the file and in nobody's report.

    Failing, in an action:

        progress:
          - {date: 2013-06-30, note: drafted, not agreed}

    Passing, in an action:

        progress:
          - {date: 2013-06-30, note: "drafted, not agreed"}

    To mend it: put the whole text in double quotes.
    """,
)
MERGE_CONFLICT = reading_rule(
    "HS017",
    "merge-conflict",
    "error",
    """Lines that git has marked because two people changed the same words, each in their own way; a line with a mark
    that was left behind when the others were deleted.

    Why it matters: nobody has decided which of the two holds, and until somebody does the file cannot be read.

    Failing:

        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
        <<<<<<< HEAD
            timescale: September 2013
        =======
            timescale: By 30 September 2013
        >>>>>>> lettings

    Passing:

        actions:
          "1.1":
            title: "Agree a protocol"
            lead: Housing Team
            timescale: September 2013

    To mend it: ask whose words hold, keep those, and delete the others with the lines of marks. `hsplan git-setup
    --enable` lets git put most of such changes together by itself.
    """,
)

RULES = (
    ENCODING,
    INVISIBLE_CHARACTER,
    TAB,
    NOT_YAML,
    INDENTATION,
    UNCLOSED,
    NEEDS_QUOTES,
    ALIAS,
    SEVERAL_DOCUMENTS,
    TOO_DEEP,
    NOT_A_PLAN,
    DUPLICATE_KEY,
    WORDS_LOST,
)
