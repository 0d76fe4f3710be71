"""Known findings: those that an old plan had when it came to hsplan, kept in a file by plan, action and rule.

The file names no lines, so it holds when the plan changes around it. One line an entry, sorted, so that branches merge:

    [west-kent-2010]
    "5.1".overdue = 1
    "*".no-body = 1          # of the plan as a whole
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from hsplan.errors import HsplanError
from hsplan.findings import Finding, Place, nearest, shorten, some
from hsplan.frozen import Frozen
from hsplan.lint.codes import NAMES, name_of
from hsplan.lint.engine import Report
from hsplan.lint.known_rule import KNOWN_GONE

HEAD = """\
# Findings that were there before and are not shown any more; new ones are.
# Written by "hsplan lint --write-known". By plan and action ("*": none), each rule with how often it occurs.
"""
WHOLE = "*"
"""Stands for the action where a finding is about none; no id of an action may be written so."""

_LISTED = 5
"""Entries of a plan that one note names."""


class Key(Frozen):
    """What a known finding goes by. `plan` is the file's name for findings about the owners list."""

    plan: str
    action: str
    rule: str


Known = Mapping[Key, int]


def read_known(data: bytes, path: str) -> dict[Key, int]:
    """The entries of a file of known findings. Raises HsplanError for one that was spoilt by hand or by a merge."""
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        told = isinstance(error, tomllib.TOMLDecodeError | UnicodeDecodeError)
        what = error if told else "a figure in it is too long, or its brackets stand too deep"
        mend = 'Where branches were merged, keep one line of each; or delete it and run "hsplan lint --write-known".'
        raise HsplanError(f"cannot be read: {what}", where=path, mend=mend) from error
    found: dict[Key, int] = {}
    for plan, actions in table.items():
        for action, rules in actions.items() if isinstance(actions, dict) else [("", None)]:
            for rule, count in rules.items() if isinstance(rules, dict) else [("", None)]:
                if not isinstance(count, int) or isinstance(count, bool) or count < 1:
                    what = f'"{plan}" holds something other than an action, a rule and a count'
                    raise HsplanError(what, where=path, mend='Write it as "5.1".overdue = 1 below the plan\'s id.')
                found[Key(plan, "" if action == WHOLE else action, rule)] = count
    return found


def known_text(known: Known) -> str:
    """The file of known findings: sorted, one line an entry."""
    parts = [HEAD]
    for plan in sorted({key.plan for key in known}):
        lines = [
            f"{_quoted(key.action or WHOLE)}.{key.rule} = {known[key]}" for key in sorted(known) if key.plan == plan
        ]
        parts.append(f"[{_name(plan)}]\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def part(
    report: Report,
    known: Known,
    path: str,
    plans: Collection[str] | None = None,
    today: Report | None = None,
    data: bytes = b"",
) -> Report:
    """The report without the findings that are known, and with a note on each entry that no longer occurs.

    Where an action has more findings of a rule than are known, all of them are shown, since nobody can tell which is
    the new one. `path` is the file of known findings, `data` what stands in it, for the lines of its entries. `plans`
    are all the plans that there are, where the whole workspace was checked: entries of others are gone. `today` is what
    is found as at today, where the report is for another date: what is found then is not gone.
    """
    if not known:
        return report
    counts = _occurring(report)
    standing = counts | _occurring(today) if today else counts
    hidden = {key for key, count in counts.items() if count <= known.get(key, 0)}
    # Behind an error that is known, and fails no run, nothing is held back.
    freed = [held.finding for held in report.held if all(key_of(each, report) in hidden for each in held.causes)]
    shown = [finding for finding in _in_order(report, freed) if key_of(finding, report) not in hidden]
    covered = tuple(each for each in (*report.findings, *freed) if key_of(each, report) in hidden)
    rule = next((rule for rule in report.rules if rule.name == KNOWN_GONE.name), None)
    if rule is not None:
        told = list(_no_rules(known, report))
        gone = [key for key in sorted(known) if standing[key] < known[key] and _judged(report, key, plans)]
        for plan in dict.fromkeys(key.plan for key in gone):
            own = [(key, known[key] - standing[key]) for key in gone if key.plan == plan]
            told.append((own[0][0], _gone(plan, own)))
        places = _places(data, path) if told else {}
        for key, found in told:
            place = places.get(key, Place(path))
            shown.append(found._replace(place=place, rule=rule.code, severity=rule.severity))
    return report._replace(findings=tuple(shown), known=covered)


def collect(
    report: Report, before: Known, plans: Collection[str] | None = None, today: Report | None = None
) -> dict[Key, int]:
    """What the file is to hold after a run: what was found, and the entries that the run could not judge.

    Those are entries of plans that were not checked and of rules that did not run; `plans` and `today` as for `part`.
    """
    # What follows from others is told once these are known, so it is known with them; what git remembers never is.
    remembering = {rule.name for rule in report.rules if rule.remembers}
    behind = [held.finding for held in report.held if held.finding.name not in remembering]
    every = [finding for finding in (*report.findings, *behind) if finding.name != KNOWN_GONE.name]
    found = Counter(key_of(finding, report) for finding in every)
    standing = _occurring(today) if today else Counter()
    for key, count in before.items():
        found[key] = max(found[key], min(count, standing[key]) if _judged(report, key, plans) else count)
    return {key: count for key, count in found.items() if key.plan and count}


def _occurring(report: Report) -> Counter[Key]:
    """How often each occurs, told or not."""
    return Counter(key_of(each, report) for each in (*report.findings, *(held.finding for held in report.held)))


def key_of(finding: Finding, report: Report) -> Key:
    """What the finding goes by; its plan is "" where the file cannot be read, which nothing makes known."""
    plan = finding.plan
    if not plan and finding.place.path == report.owners:
        plan = _owners(report)
    return Key(plan, finding.action, finding.name)


def _owners(report: Report) -> str:
    return report.owners.rsplit("/", 1)[-1]


def _judged(report: Report, key: Key, plans: Collection[str] | None) -> bool:
    if plans is not None and key.plan not in plans and key.plan != _owners(report):
        return True
    checked = key.plan in report.plan_ids or key.plan == _owners(report)
    return checked and any(rule.name == key.rule for rule in report.rules)


def _in_order(report: Report, freed: list[Finding]) -> list[Finding]:
    """The findings, with more of them, in the order of the files."""
    if not freed:
        return list(report.findings)
    files = {path: number for number, path in enumerate(report.paths)}
    return sorted((*report.findings, *freed), key=lambda each: (files.get(each.place.path, 0), each.place.start))


def _places(data: bytes, path: str) -> dict[Key, Place]:
    """The places of the file's entries."""
    from hsplan.lint.known_lines import places_in

    found = {entry: place for entry, place in places_in(data, path).items() if len(entry) == len(Key._fields)}
    return {Key(plan, "" if action == WHOLE else action, rule): at for (plan, action, rule), at in found.items()}


def _no_rules(known: Known, report: Report) -> Iterator[tuple[Key, Finding]]:
    """A note on each word that is no rule's name and seems meant for one, so that it makes nothing known; with the
    first entry that has it."""
    own = {rule.name for rule in report.rules}
    first: dict[str, Key] = {}
    for key in sorted(known):
        first.setdefault(key.rule, key)
    for word, key in first.items():
        meant = name_of(word)
        if meant == word or word in own:
            continue
        if near := meant or nearest(word, NAMES.values(), 0.75):
            message = f'The known findings name no rule by "{shorten(word)}", so it stands for nothing.'
            yield key, Finding(KNOWN_GONE.name, message, Place(""), f"Did you mean {near}?")


def _gone(plan: str, keys: list[tuple[Key, int]]) -> Finding:
    """One note a plan on its entries that no longer occur, each with how many of it are gone."""
    number = sum(count for _, count in keys)
    each = [f"{key.rule}{f' of {key.action}' if key.action else ''}" for key, _ in keys]
    listed = some(each, _LISTED)
    known = "One known finding" if number == 1 else f"{number} known findings"
    message = f"{known} of {plan} no longer {'occurs' if number == 1 else 'occur'}: {listed}."
    those = "it" if number == 1 else "them"
    help = f'Take {those} out of the file; "hsplan lint --write-known" does so too, but makes known all that is new.'
    return Finding(KNOWN_GONE.name, message, Place(""), help, plan=plan)


def _name(word: str) -> str:
    bare = word.isascii() and word.replace("-", "").replace("_", "").isalnum()
    return word if bare else _quoted(word)


def _quoted(word: str) -> str:
    from json import dumps

    return dumps(word, ensure_ascii=False).replace("\x7f", "\\u007f")
