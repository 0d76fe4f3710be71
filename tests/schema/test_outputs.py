"""Our own JSON keeps to the schemas that are published for it."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from hsplan.schema import schema_folder
from tests.conftest import Run


@pytest.mark.parametrize("name", ["lint", "list"])
def test_output_is_valid(hsplan: Run, name: str) -> None:
    schema = json.loads((schema_folder() / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    result = hsplan(name, "plans", "--as-at", "2013-12-31", "--format", "json")
    content = json.loads(result.out)
    assert sum(len(value) for value in content.values() if isinstance(value, list)) > 100
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(content)
