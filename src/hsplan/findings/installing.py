"""How a part of hsplan that is not there is added: to the very Python that runs, from where hsplan itself came."""

from __future__ import annotations

import os
import sys


def install_line(extra: str) -> str:
    """The command that installs hsplan's part `extra` ("word", "pdf"), to be pasted. hsplan is on no package index, so
    it names the folder or address that pip had; FOLDER stands for one that is not known or not there any more."""
    python = sys.executable or "python"
    if " " in python:
        # A quoted name alone is a text to PowerShell, not a command.
        python = f'& "{python}"' if os.name == "nt" else f'"{python}"'
    return f'{python} -m pip install "{_came_from(extra)}"'


def _came_from(extra: str) -> str:
    """What pip is to be given for hsplan with the part; as pip wrote it down when it installed hsplan (PEP 610)."""
    from importlib.metadata import PackageNotFoundError, distribution
    from json import JSONDecodeError, loads
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    try:
        origin = loads(distribution("hsplan").read_text("direct_url.json") or "{}")
        url = str(origin.get("url", ""))
    except (PackageNotFoundError, JSONDecodeError):
        return f"FOLDER[{extra}]"
    if "vcs_info" in origin:
        return f"hsplan[{extra}] @ {origin['vcs_info']['vcs']}+{url}@{origin['vcs_info']['commit_id']}"
    parts = urlsplit(url)
    if parts.scheme in ("http", "https"):
        return f"hsplan[{extra}] @ {url}"
    folder = url2pathname(f"//{parts.netloc}{parts.path}" if parts.netloc else parts.path)
    return f"{folder if parts.path and os.path.exists(folder) else 'FOLDER'}[{extra}]"
