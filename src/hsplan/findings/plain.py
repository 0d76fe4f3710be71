"""Text that a terminal may print: no plan can send it commands."""

from __future__ import annotations

_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
_BIDI = {code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def plain(text: str) -> str:
    """The text with its control characters, and those that turn the direction of reading, written out as `\\x1b`."""
    return text if text.isprintable() else text.translate({**_CONTROLS, **_BIDI})


def one_line(text: str) -> str:
    """The same on one line, and nothing in it that programs which run checks take for a command of their own: GitHub
    "::" where a line begins, Azure "##" wherever it stands."""
    if not text.isprintable():
        text = plain(" ".join(text.splitlines()).replace("\t", " "))
    return text.replace("::", ": :").replace("##", "# #") if "::" in text or "##" in text else text


def same_length(text: str) -> str:
    """The text with a sign for each character that a terminal must not see, so that what stands under it still fits."""
    return text if text.isprintable() else "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
