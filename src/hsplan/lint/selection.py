"""Which rules run, and how grave each is."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.errors import HsplanError
from hsplan.findings import SEVERITIES, Severity
from hsplan.frozen import Frozen
from hsplan.lint.rule import Rule


class Selection(Frozen):
    """Rules by code, name or the beginning of a code (`HS3`); `severity` gives them another, "off" among them; where
    several words mean a rule, the most exact one holds. `own` are the council's own rules, which run after the
    others. `errors_only` leaves those rules alone that find errors, in an adopted plan or in a draft, without a look
    into the past."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    own: tuple[Rule, ...] = ()
    errors_only: bool = False

    def rules(self) -> tuple[Rule, ...]:
        """The rules that run, with their severities. Raises HsplanError for a word that names no rule."""
        if self.errors_only:
            from hsplan.lint.grave import GRAVE, is_grave

            chosen = (*GRAVE, *filter(is_grave, self.own))
        else:
            from hsplan.lint.registry import RULES

            chosen = (*RULES, *self.own)
        if not (self.select or self.ignore or self.severity):
            return chosen
        refuse_unknown((*self.select, *self.ignore, *(name for name, _ in self.severity)), self.own)
        found = []
        for rule in chosen:
            if (self.select and not _covers(self.select, rule)) or _covers(self.ignore, rule):
                continue
            severity = _severity(rule, self.severity)
            if severity is not None:
                found.append(rule if severity == rule.severity else rule._replace(severity=severity))
        return tuple(found)


def _severity(rule: Rule, overrides: Iterable[tuple[str, str]]) -> Severity | None:
    """The severity that the configuration gives the rule, by its most exact word for it, else the rule's own; None
    where it is switched off."""
    given = [(_exactness(word, rule), value) for word, value in overrides if _covers((word,), rule)]
    if not given:
        return rule.severity
    return next((severity for severity in SEVERITIES if severity == max(given)[1]), None)


def _exactness(word: str, rule: Rule) -> tuple[bool, bool, int]:
    """How exactly a word means a rule: its code, then its name, then as much of the code as there is."""
    return word.upper() == rule.code, word == rule.name, len(word)


def _covers(words: Iterable[str], rule: Rule) -> bool:
    return any(word == rule.name or rule.code.startswith(word.upper()) for word in words)


def refuse_unknown(words: Iterable[str], own: tuple[Rule, ...], where: str = "") -> None:
    """Raise HsplanError at the first word that names no rule; `where` is the file that it stands in."""
    from hsplan.lint.registry import RULES, meant

    rules = (*RULES, *own)
    for word in words:
        if not word or not any(word == rule.name or rule.code.startswith(word.upper()) for rule in rules):
            raise HsplanError(f'"{word}" is not a rule.', where=where, mend=meant(word, rules))
