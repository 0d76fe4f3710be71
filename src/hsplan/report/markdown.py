"""What a Markdown template prints for a value."""

from __future__ import annotations

from markupsafe import Markup

from hsplan.findings.markdown import as_markdown


def finalize(value: object) -> Markup:
    """What a Markdown template prints for a value: escaped, unless a macro of the template made it."""
    return value if isinstance(value, Markup) else Markup(as_markdown(str(value)))
