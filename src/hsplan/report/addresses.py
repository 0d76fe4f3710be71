"""The names of a site's pages: addresses that work on every disk and web server."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Mapping

from hsplan.frozen import Frozen

INDEX = "index.html"
_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
_LONGEST = 60
"""Characters of a name: Windows takes paths of 259, and a site may stand deep in a file share."""


def file_names(ids: Collection[str]) -> dict[str, str]:
    """A name for each id, without its ending: the id itself wherever that is safe, so that links to it live on.

    A name that Windows does not know or tells from another only by its capitals, and one that is too long or odd, gets
    a mark made from the id. What name an id has does not depend on the order of the ids.
    """
    alike = Counter(key.casefold() for key in set(ids))
    return {key: key if alike[key.casefold()] == 1 and _plain(key) else _marked(key) for key in ids}


def _plain(key: str) -> bool:
    """Two hyphens are what a marked name has, and `.html` at the end what another plan's page has."""
    kept = bool(_SAFE.fullmatch(key)) and not _RESERVED.match(key) and not key.lower().endswith(".html")
    return kept and len(key) <= _LONGEST and "--" not in key


def _marked(key: str) -> str:
    from hashlib import sha256

    rest = re.sub(r"[^A-Za-z0-9_]+", "-", key)[: _LONGEST - 12].strip("-_")
    return f"{rest or 'id'}--{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


class Addresses(Frozen):
    """Where the pages of a site stand, from its top, with `/`."""

    plans: Mapping[str, str]
    """By the plans' ids."""
    actions: Mapping[str, str]
    """By the actions' names, `plan/action`."""


def addresses(plans: Mapping[str, Collection[str]]) -> Addresses:
    """The addresses of plans and their actions, by their ids."""
    folders = file_names(plans)
    return Addresses(
        {plan: f"plans/{folders[plan]}.html" for plan in plans},
        {
            f"{plan}/{action}": f"plans/{folders[plan]}/{name}.html"
            for plan, actions in plans.items()
            for action, name in file_names(actions).items()
        },
    )


def link(start: str, target: str) -> str:
    """The way from one page to another, as a link has it."""
    return posixpath.relpath(target, posixpath.dirname(start) or ".")
