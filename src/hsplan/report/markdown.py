"""Text that Markdown prints as it stands: no markup, no raw HTML, no links that nobody wrote."""

from __future__ import annotations

import re

from markupsafe import Markup

_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$]")
_START = re.compile(r"^[-+=#>]")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_ADDRESS = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)


def escape(text: str) -> str:
    """The text for a table's cell or within a line, whatever it holds.

    "<" becomes an entity, since not every reader of Markdown knows an escaped one.
    """
    text = _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\g<0>", " ".join(text.split())))
    text = _ADDRESS.sub(r"\\\g<0>", text)
    text = _START.sub(r"\\\g<0>", _NUMBERED.sub(r"\1\\\2", text))
    return text.replace("<", "&lt;")


def finalize(value: object) -> Markup:
    """What a Markdown template prints for a value: escaped, unless a macro of the template made it."""
    return value if isinstance(value, Markup) else Markup(escape(str(value)))
