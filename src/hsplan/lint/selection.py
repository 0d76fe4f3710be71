"""Which rules run, and how grave each is."""

from __future__ import annotations

from collections.abc import Iterable

from hsplan.errors import HsplanError
from hsplan.findings import SEVERITIES
from hsplan.frozen import Frozen
from hsplan.lint.rule import Rule


class Selection(Frozen):
    """Rules by code, name or the beginning of a code (`HS3`); `severity` gives them another, "off" among them; where
    several words mean a rule, the most exact one holds. What is given holds in a draft and in a closed plan too.
    `own` are the council's own rules, which run after the others. `errors_only` leaves those rules alone that find
    errors, by the severities given, in an adopted plan or in a draft, without a look into the past."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    own: tuple[Rule, ...] = ()
    errors_only: bool = False

    def rules(self) -> tuple[Rule, ...]:
        """The rules that run, with their severities. Raises HsplanError for a word that names no rule."""
        chosen = self._likely()
        if not (self.select or self.ignore or self.severity):
            return chosen
        refuse_unknown((*self.select, *self.ignore, *(name for name, _ in self.severity)), self.own)
        found = []
        for rule in chosen:
            if (self.select and not _covers(self.select, rule)) or _covers(self.ignore, rule):
                continue
            given = _given(rule, self.severity)
            if given is not None:
                found.append(given)
        if self.errors_only and self.severity:
            from hsplan.lint.grave import is_grave

            return tuple([rule for rule in found if is_grave(rule) and not rule.remembers])
        return tuple(found)

    def _likely(self) -> tuple[Rule, ...]:
        """The rules to choose from. Any may find errors where the configuration says how grave some are."""
        if self.errors_only and not self.severity:
            from hsplan.lint.grave import GRAVE, is_grave

            return (*GRAVE, *filter(is_grave, self.own))
        from hsplan.lint.registry import RULES

        return (*RULES, *self.own)


def _given(rule: Rule, overrides: Iterable[tuple[str, str]]) -> Rule | None:
    """The rule with the severity that the configuration gives it, by its most exact word for it, whatever the plan's
    life: a council that says how grave something is means it. None where the rule is switched off."""
    given = [(_exactness(word, rule), value) for word, value in overrides if _covers((word,), rule)]
    if not given:
        return rule
    severity = next((severity for severity in SEVERITIES if severity == max(given)[1]), None)
    return rule._replace(severity=severity, in_draft=None, lasting=True) if severity else None


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
