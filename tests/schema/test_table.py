"""The table is sound, and what is published is what it says."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hsplan.schema import FileKind, schema_folder, templates_folder
from hsplan.schema.faults import validator
from hsplan.schema.generate import FILES, schema_text
from hsplan.schema.json_schema import json_schema
from hsplan.schema.kinds import Choice, Format, Many, Part
from hsplan.schema.table import FORMATS
from tests.schema import samples

KINDS: list[FileKind] = ["plan", "owners"]


@pytest.mark.parametrize("kind", KINDS)
def test_published_schema_is_up_to_date(kind: FileKind) -> None:
    assert (schema_folder() / FILES[kind]).read_bytes().decode() == schema_text(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_json_schema(kind: FileKind) -> None:
    Draft202012Validator.check_schema(json_schema(kind))
    text = schema_text(kind)
    assert "oneOf" not in text
    assert "unevaluatedProperties" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_each_property_tells_an_editor_what_it_is(kind: FileKind) -> None:
    schema = json_schema(kind)
    for record in (schema, *schema["$defs"].values()):
        for name, each in record.get("properties", {}).items():
            described = {**_target(schema, each), **each}
            assert described["title"], name
            assert described["description"].endswith("."), name
            assert described["examples"], name
            words = described.get("items", described)
            assert len(words.get("enumDescriptions", [])) == len(words.get("enum", [])), name


@pytest.mark.parametrize("kind", KINDS)
def test_examples_are_right(kind: FileKind) -> None:
    schema = json_schema(kind)
    for record in (schema, *schema["$defs"].values()):
        for name, each in record.get("properties", {}).items():
            check = validator(kind).evolve(schema={**each, "$defs": schema["$defs"]})
            for example in {**_target(schema, each), **each}["examples"]:
                assert check.is_valid(example), (name, example)


def _target(schema: dict[str, Any], each: dict[str, Any]) -> dict[str, Any]:
    return schema["$defs"][each["$ref"].rsplit("/")[-1]] if "$ref" in each else {}


@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_other_words_for_keys_are_no_keys(format: Format) -> None:
    for record in (format.root, *format.records.values()):
        keys = [field.key for field in record.fields]
        others = [also for field in record.fields for also in field.also]
        assert len(set(keys)) == len(keys), record.name
        assert set(record.required) <= set(keys), record.name
        assert not set(keys) & set(others), record.name
        assert len(set(others)) == len(others), (record.name, sorted(others))


@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_other_words_of_a_choice_mean_one_thing(format: Format) -> None:
    for record in (format.root, *format.records.values()):
        for field in record.fields:
            kind = field.kind.of if isinstance(field.kind, Many) else field.kind
            if isinstance(kind, Choice):
                said = [word.word for word in kind.words] + [also for word in kind.words for also in word.also]
                said += [word for ask in kind.asks for word in ask.words]
                assert len(set(said)) == len(said), field.key


@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_every_record_is_used(format: Format) -> None:
    used: set[str] = set()
    for record in (format.root, *format.records.values()):
        for field in record.fields:
            kind = field.kind.of if isinstance(field.kind, Many) else field.kind
            used |= {kind.record} if isinstance(kind, Part) else {getattr(kind, "record", "")}
    assert used - {""} == set(format.records)


def test_shipped_folders_are_found() -> None:
    assert schema_folder() == samples.TOP / "schema"
    assert templates_folder() == samples.TOP / "templates"


def test_a_file_that_is_right_loads_no_jsonschema() -> None:
    code = """
import sys
from hsplan.document import read
from hsplan.schema import explain, valid, version
document = read(b"hsplan: 1\\nid: a\\ntitle: A\\nperiod: {from: 2010-07-01, to: 2011-06-30}\\n", "a.yaml")
assert version(document) == [] and valid(document.root)
heavy = {"jsonschema", "referencing", "difflib", "json", "pathlib", "hsplan.schema.faults"} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
