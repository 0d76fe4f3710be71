"""Writes schema/*.schema.json from the table: `python -m hsplan.schema.generate`, with `--check` only compares."""

from __future__ import annotations

import json
import sys

from hsplan.schema.files import schema_folder
from hsplan.schema.json_schema import json_schema
from hsplan.schema.table import FileKind

FILES: dict[FileKind, str] = {"plan": "action-plan.schema.json", "owners": "owners.schema.json"}


def schema_text(kind: FileKind) -> str:
    """The published schema of one kind of file, as it stands on disk."""
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Write the schemas, or with --check say which are out of date; 1 where one is."""
    stale = 0
    for kind, name in FILES.items():
        path = schema_folder() / name
        text = schema_text(kind).encode()
        if path.exists() and path.read_bytes() == text:
            continue
        if "--check" in arguments:
            stale = 1
            print(f"{path} is out of date: run python -m hsplan.schema.generate", file=sys.stderr)
        else:
            path.write_bytes(text)
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
