"""A page printed by an installed browser, out of sight, with a profile of its own and no network."""

from __future__ import annotations

import os
import sys

from hsplan.errors import HsplanError
from hsplan.report.pdf.page import for_browser
from hsplan.workspace.programs import find_program

SECONDS = 120
"""How long the browser may take: ten times what the longest real plan takes on a slow laptop."""

_WINDOWS = (
    r"Microsoft\Edge\Application\msedge.exe",
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
)
_FOLDERS = ("PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA")
_MAC = (
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_LINUX = (
    "microsoft-edge",
    "microsoft-edge-stable",
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name of a computer leads anywhere: nothing that the browser does by itself leaves this one.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)


def find_browser(named: str = "") -> str:
    """The full path of the named browser, else of the first that is installed; "" for none.

    Raises HsplanError where the named one is not there.
    """
    if named:
        found = find_program(named)
        if not found:
            raise HsplanError(
                "there is no such browser.",
                where=named,
                mend="Name its program with --pdf-browser or HSPLAN_PDF_BROWSER.",
            )
        return found
    return next((path for path in map(find_program, _candidates()) if path), "")


def print_page(page: str, browser: str) -> bytes:
    """The page as PDF. Raises HsplanError where the browser makes none, or none in SECONDS."""
    import tempfile
    from pathlib import Path

    # A browser's helpers may still write into the profile when it has ended; what they leave is no fault of the report.
    with tempfile.TemporaryDirectory(prefix="hsplan-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "report.html"), Path(folder, "report.pdf")
        source.write_text(for_browser(page), encoding="utf-8", newline="\n")
        said = _run([browser, *_flags(folder), f"--print-to-pdf={target}", source.as_uri()], browser)
        try:
            printed = target.read_bytes()
        except OSError:
            printed = b""
        if b"%%EOF" not in printed[-64:]:
            raise HsplanError(f"the browser made no PDF{said}.", where=browser, mend=_MEND)
        return printed


_MEND = 'Try another with --pdf-browser PATH, or open the report as HTML in a browser and choose "Save as PDF".'


def _flags(folder: str) -> tuple[str, ...]:
    flags = (*_FLAGS, f"--user-data-dir={os.path.join(folder, 'profile')}")
    # In a container everything runs as root, and there Chromium will not start with its sandbox. `for_browser` lets no
    # script run, not even one of a council's own template.
    as_root = sys.platform.startswith("linux") and os.geteuid() == 0
    return (*flags, "--no-sandbox") if as_root else flags


def _run(command: list[str], browser: str) -> str:
    """Run it to its end; what it said last, as the end of a message."""
    import subprocess

    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False, errors="replace"
        )
    except subprocess.TimeoutExpired as error:
        raise HsplanError(f"the browser took more than {SECONDS} seconds.", where=browser, mend=_MEND) from error
    except OSError as error:
        raise HsplanError(f"cannot be run ({error.strerror or error})", where=browser, mend=_MEND) from error
    lines = done.stderr.split("\n") if done.returncode else []
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return f" (it said: {last[:200]})" if last else ""


def _candidates() -> list[str]:
    if sys.platform == "win32":
        folders = [folder for name in _FOLDERS if (folder := os.environ.get(name))]
        return [os.path.join(folder, program) for program in _WINDOWS for folder in folders]
    return list(_MAC if sys.platform == "darwin" else _LINUX)
