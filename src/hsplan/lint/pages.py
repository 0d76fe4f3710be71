"""Rule pages, from the rules' docstrings: `python -m hsplan.lint.pages` writes docs/rules, `--check` only compares."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from hsplan.lint.rule import Rule, summary_of

if TYPE_CHECKING:
    from pathlib import Path

AREAS = {
    "HS0": "Files and the format",
    "HS1": "Structure",
    "HS2": "Owners",
    "HS3": "Deadlines",
    "HS4": "Progress",
    "HS5": "Carry over",
    "HS6": "Indicators",
    "HS7": "Governance and law",
    "HS8": "Words",
    "HS85": "What git remembers",
    "HS9": "Councils' own rules",
}
"""By how the codes begin; the longer beginning counts."""


NOTES = {
    "HS7": "The rules on the law are for England, after the Homelessness Act 2002; other nations have none yet. What "
    "the Act says of consultation, section 3(8), and of joint action, section 3(5), has no rule yet: a rule is "
    "written only from the Act's own text.",
    "HS85": "Where an error may be the cause of what seems to be taken back, such as a misspelt key or 31 June in the "
    "same record, only the error is told. It fails the run, so nothing is committed unsaid: once it is mended, the "
    "record is compared again.",
}
"""What is said below the rules of an area."""


def area_of(rule: Rule) -> str:
    """How the codes of a rule's area begin."""
    return max((start for start in AREAS if rule.code.startswith(start)), key=len)


def text(rule: Rule) -> str:
    """The page as a terminal shows it."""
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{cleandoc(rule.page)}\n"


def markdown(rule: Rule) -> str:
    """The page in Markdown, its examples as YAML blocks."""
    return f"# {rule.code} {rule.name}\n\nSeverity: {_severity(rule)}.\n\n{_fenced(cleandoc(rule.page))}\n"


def as_json(rule: Rule) -> dict[str, Any]:
    """The rule as plain data, by schema/rules.schema.json."""
    return {
        "code": rule.code,
        "name": rule.name,
        "area": AREAS[area_of(rule)],
        "severity": rule.severity,
        "in_draft": rule.in_draft or rule.severity,
        "in_closed": rule.severity if rule.lasting else "note",
        "summary": summary_of(rule),
        "page": cleandoc(rule.page),
    }


def files(rules: Iterable[Rule]) -> dict[str, str]:
    """The pages of docs/rules by file name, with README.md, which lists them by area."""
    rules = tuple(rules)
    pages = {f"{rule.code}-{rule.name}.md": markdown(rule) for rule in rules}
    return {"README.md": _index(rules), **pages}


def _index(rules: tuple[Rule, ...]) -> str:
    parts = ["# Rules", "What `hsplan lint` finds. `hsplan rule HS201` shows a page on the screen."]
    for start, area in AREAS.items():
        inside = [rule for rule in rules if area_of(rule) == start]
        if inside:
            rows = [
                f"| [{rule.code}]({rule.code}-{rule.name}.md) | {rule.name} | {rule.severity} | {_cell(rule)} |"
                for rule in inside
            ]
            parts.append("\n".join([f"## {area}", "", "| | | | |", "|---|---|---|---|", *rows]))
            parts += [NOTES[start]] if start in NOTES else []
    return "\n\n".join(parts) + "\n"


def _cell(rule: Rule) -> str:
    return summary_of(rule).replace("|", "\\|")


def _severity(rule: Rule) -> str:
    words: list[str] = [rule.severity]
    if rule.in_draft and rule.in_draft != rule.severity:
        words.append(f"{rule.in_draft} in a draft")
    if not rule.lasting and rule.severity != "note":
        words.append("note in a closed plan")
    return ", ".join(words)


def _fenced(page: str) -> str:
    """Indented blocks as fenced ones of YAML."""
    lines: list[str] = []
    inside = False
    waiting = 0
    for line in page.splitlines():
        if not line:
            waiting += 1
            continue
        code = line.startswith("    ")
        if inside and not code:
            lines.append("```")
            inside = False
        lines += [""] * waiting
        waiting = 0
        if code and not inside:
            lines.append("```yaml")
            inside = True
        lines.append(line[4:] if code else line)
    return "\n".join([*lines, *(["```"] if inside else [])])


def folder() -> Path:
    """Where the pages stand: docs/rules at the top of a source checkout."""
    from hsplan.schema import schema_folder

    return schema_folder().parent / "docs" / "rules"


def main(arguments: list[str]) -> int:
    """Write the pages and take out those of rules that are gone, or with --check say which are out of date."""
    from hsplan.lint.registry import RULES

    wanted = files(RULES)
    stale = [path for path in folder().glob("*.md") if path.name not in wanted]
    for name, content in wanted.items():
        path = folder() / name
        if not path.exists() or path.read_bytes() != content.encode():
            stale.append(path)
    for path in stale:
        if "--check" in arguments:
            print(f"{path} is out of date: run python -m hsplan.lint.pages", file=sys.stderr)
        elif path.name in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[path.name].encode())
        else:
            path.unlink()
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
