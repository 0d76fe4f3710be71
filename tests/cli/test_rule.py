"""`hsplan rule` and `hsplan config`."""

from __future__ import annotations

from collections.abc import Callable

from hsplan.lint.rules import RULES
from tests.conftest import Build, Run


def test_a_rule_by_code_and_by_name(hsplan: Run, golden: Callable[[str, str], None]) -> None:
    by_code, by_name = hsplan("rule", "HS201"), hsplan("rule", "lead-missing")
    assert by_code == by_name
    assert by_code.code == 0
    golden("rule-HS201.txt", by_code.out)


def test_all_rules_are_listed(hsplan: Run) -> None:
    lines = hsplan("rule").out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in RULES]


def test_an_unknown_rule_gets_a_suggestion(hsplan: Run) -> None:
    assert hsplan("rule", "lead-mising") == (
        2,
        "",
        'Error: "lead-mising" is not a rule. Did you mean "lead-missing"?\n',
    )


def test_config_says_where_each_setting_comes_from(hsplan: Run, build: Build) -> None:
    folder = build({"hsplan.toml": 'outside = ["a"]\n[monitor]\nred = 40\n'})
    lines = hsplan("config", cwd=folder).out.splitlines()
    assert "outside = a  (hsplan.toml)" in lines
    assert "monitor.red = 40  (hsplan.toml)" in lines
    assert "monitor.amber = 1  (default)" in lines


def test_pyproject_holds_settings_too(hsplan: Run, build: Build) -> None:
    folder = build({"pyproject.toml": '[tool.other]\nx = 1\n[tool.hsplan]\nowners = "who.yaml"\n'})
    assert "owners = who.yaml  (pyproject.toml)" in hsplan("config", cwd=folder).out


def test_a_pyproject_without_them_is_passed_over(hsplan: Run, build: Build) -> None:
    folder = build({"pyproject.toml": "[tool.other]\nx = 1\n"})
    assert "(pyproject.toml)" not in hsplan("config", cwd=folder).out
