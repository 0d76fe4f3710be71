"""`hsplan rule` and `hsplan config`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hsplan.lint.registry import RULES
from tests.conftest import Build, Run


def test_a_rule_by_code_and_by_name(hsplan: Run, golden: Callable[[str, str], None]) -> None:
    by_code, by_name = hsplan("rule", "HS201"), hsplan("rule", "lead-missing")
    assert by_code == by_name
    assert by_code.code == 0
    golden("rule-HS201.txt", by_code.out)
    assert hsplan("rule", "201") == by_code
    assert hsplan("rule", "2") == hsplan("rule", "HS2")


def test_all_rules_are_listed(hsplan: Run) -> None:
    lines = hsplan("rule").out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in RULES]


def test_an_unknown_rule_gets_a_suggestion(hsplan: Run) -> None:
    assert hsplan("rule", "lead-mising") == (
        2,
        "",
        'Error: "lead-mising" is not a rule. Did you mean "lead-missing"?\n',
    )


def test_the_beginning_of_codes_lists_an_area(hsplan: Run) -> None:
    lines = hsplan("rule", "hs5").out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES if rule.code.startswith("HS5")]


def test_a_code_that_is_none_names_its_area(hsplan: Run) -> None:
    wanted = 'Error: "HS299" is not a rule. "hsplan rule HS2" lists those of its area.\n'
    assert hsplan("rule", "HS299") == (2, "", wanted)
    assert hsplan("rule", "HS") == hsplan("rule")
    assert hsplan("rule", "xyz").err == 'Error: "xyz" is not a rule. "hsplan rule" lists them all.\n'


def test_config_says_where_each_setting_comes_from(hsplan: Run, build: Build) -> None:
    folder = build({"hsplan.toml": 'outside = ["a"]\n[monitor]\nred = 40\n'})
    lines = hsplan("config", cwd=folder).out.splitlines()
    assert "outside = a  (hsplan.toml)" in lines
    assert "monitor.red = 40  (hsplan.toml)" in lines
    assert "monitor.amber = 1  (default)" in lines


def test_a_setting_stated_as_the_default_has_it_comes_from_the_file(hsplan: Run, build: Build) -> None:
    text = 'plans = ["plans/*.yaml"]\nlint.fail-on = "error"\n[monitor]\nred = 31\n[diff]\nfail-on = "never"\n'
    lines = hsplan("config", cwd=build({"hsplan.toml": text})).out.splitlines()
    assert [line for line in lines if line.endswith("(hsplan.toml)")] == [
        "plans = plans/*.yaml  (hsplan.toml)",
        "lint.fail-on = error  (hsplan.toml)",
        "monitor.red = 31  (hsplan.toml)",
        "diff.fail-on = never  (hsplan.toml)",
    ]
    assert all(line.endswith(("(hsplan.toml)", "(default)")) for line in lines[1:])


def test_pyproject_holds_settings_too(hsplan: Run, build: Build) -> None:
    folder = build({"pyproject.toml": '[tool.other]\nx = 1\n[tool.hsplan]\nowners = "who.yaml"\n'})
    assert "owners = who.yaml  (pyproject.toml)" in hsplan("config", cwd=folder).out


def test_a_pyproject_without_them_is_passed_over(hsplan: Run, build: Build) -> None:
    folder = build({"pyproject.toml": "[tool.other]\nx = 1\n"})
    assert "(pyproject.toml)" not in hsplan("config", cwd=folder).out


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nosuch", 'there is no plan "nosuch". Those that there are: a-2013.'),
        ("A-2013", 'there is no plan "A-2013". Did you mean "a-2013"?'),
        ("plans/a-2031.yaml", 'Error: plans/a-2031.yaml: there is no such file or folder. Did you mean "plans/a-2013'),
    ],
)
def test_config_refuses_what_is_not_there(hsplan: Run, build: Build, name: str, told: str) -> None:
    folder = build({"hsplan.toml": "", "plans/a-2013.yaml": "hsplan: 1\n"})
    result = hsplan("config", name, cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    for known in ("a-2013", "plans", "plans/a-2013.yaml", "."):
        assert hsplan("config", known, cwd=folder) == hsplan("config", cwd=folder)


def test_an_unknown_setting_is_told_of_own_rules_too(hsplan: Run, build: Build) -> None:
    folder = build({"hsplan.toml": "zzz = 1\n"})
    every = "Known here: plans, owners, outside, lint, report, monitor, diff, rules.\n"
    assert hsplan("config", cwd=folder).err.endswith(f'"zzz" is not a setting. {every}')
    folder.joinpath("hsplan.toml").write_text("[lint]\nzzz = 1\n", encoding="utf-8")
    assert "rules" not in hsplan("config", cwd=folder).err
