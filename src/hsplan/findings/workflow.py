"""GitHub's workflow commands, by which a job's log annotates a line of a file."""

from __future__ import annotations

from collections.abc import Mapping


def workflow_command(level: str, fields: Mapping[str, object], message: str) -> str:
    """`::error file=a.yaml,line=2,title=…::message`, every sign escaped that ends a field or the message."""
    given = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{level} {given}::{_data(message)}"


def from_top(path: str, here: str) -> str:
    """A file's path from the top of the repository, by which whoever keeps repositories knows it; `here` is the current
    folder as the top has it, "housing/" or "". A full path stays one."""
    return path if path.startswith("/") or path[1:2] == ":" else here + path


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
