"""HS0, third part: accepted findings that are out of date or say nothing."""

from __future__ import annotations

from hsplan.lint.rule import reading_rule

ACCEPTED_UNUSED = reading_rule(
    "HS091",
    "accepted-unused",
    "warning",
    """An accepted finding that no longer occurs; or one at the top of the plan, a theme or a goal that names no action,
    while the rule finds something in actions. While the plan has an error it is not said: the error may hide it.

    Why it matters: it would hide the fault if it came back.

    Failing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
          accepted:
            - {rule: lead-missing, reason: "The post is vacant"}

    Passing:

        "1.1":
          title: "Agree a protocol"
          timescale: September 2013
          accepted:
            - {rule: lead-missing, reason: "The post is vacant"}

    To mend it: take the entry out, or name the actions that are meant under `for:`.
    """,
)
ACCEPTED_EXPIRED = reading_rule(
    "HS092",
    "accepted-expired",
    "warning",
    """An accepted finding whose `until:` has passed.

    Why it matters: somebody said that it would be mended by then.

    Failing:

        "1.1":
          title: "Agree a protocol"
          timescale: September 2013
          accepted:
            - {rule: lead-missing, reason: "The post is vacant", until: 2013-04-30}

    Passing:

        "1.1":
          title: "Agree a protocol"
          timescale: September 2013
          accepted:
            - {rule: lead-missing, reason: "The post is vacant", until: 2014-04-30}

    To mend it: mend what it is about, or set a later date and say why.
    """,
)
ACCEPTED_UNKNOWN_RULE = reading_rule(
    "HS093",
    "accepted-unknown-rule",
    "error",
    """An accepted finding that names no rule.

    Why it matters: nothing is accepted by it, and somebody thought that it was.

    Failing:

        "1.1":
          title: "Agree a protocol"
          lead: Housing Team
          timescale: September 2013
          accepted:
            - {rule: lead-mising, reason: "The post is vacant"}

    Passing:

        "1.1":
          title: "Agree a protocol"
          timescale: September 2013
          accepted:
            - {rule: lead-missing, reason: "The post is vacant"}

    To mend it: write the rule's code or name as the message had it; `hsplan rule` lists them.
    """,
)

RULES = (ACCEPTED_UNUSED, ACCEPTED_EXPIRED, ACCEPTED_UNKNOWN_RULE)
