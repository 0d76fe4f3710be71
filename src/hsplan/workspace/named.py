"""Plans as people name them: by their files, by a folder that they are in, or by their ids."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from hsplan.errors import HsplanError
from hsplan.workspace.config import Config
from hsplan.workspace.files import shown
from hsplan.workspace.source import DISK, ENDINGS, Source


def is_id(name: str, source: Source = DISK) -> bool:
    """Whether a name can only be a plan's id: a file or a folder of that name comes first, and so does what has a slash
    or ends as plan files do."""
    if name.endswith(ENDINGS) or "/" in name or os.sep in name or not name:
        return False
    return not (os.path.exists(name) or source.is_file(name) or source.is_folder(name))


def by_files(names: Sequence[str], config: Config, root: str, source: Source = DISK) -> list[str]:
    """The names, with the plan's file in the place of each id. Nothing is looked up where none is an id, as in the run
    at every commit. Raises HsplanError with a suggestion for a name that means nothing."""
    if not any(is_id(name, source) for name in names):
        return list(names)
    plans = plans_of(config, root, source)
    return [shown(plan_path(name, plans, root, source)) if is_id(name, source) else name for name in names]


def plan_path(plan_id: str, plans: Mapping[str, str], root: str, source: Source) -> str:
    """The file of a plan, of the files by their plans' ids. Raises HsplanError with a suggestion where there is none,
    of what lies in the current folder too."""
    path = plans.get(plan_id)
    if path is not None:
        return path
    from hsplan.findings import did_you_mean, the_first

    known = sorted(plans)
    beside = [each for each in os.listdir(".") if each.endswith(ENDINGS) or os.path.isdir(each)]
    otherwise = the_first(known, "Those that there are:") if known else "Name a plan's file, or a folder of plans."
    mend = did_you_mean(plan_id, known) or did_you_mean(plan_id, beside, otherwise)
    raise HsplanError(f'there is no plan "{plan_id}"{source.when}', where=shown(root), mend=mend)


def plans_of(config: Config, root: str, source: Source = DISK) -> dict[str, str]:
    """The files that the configuration takes for plans, by their ids; where there is none and no plan stands where
    plans stand by default, those in the root folder itself."""
    owners = os.path.abspath(os.path.join(root, config.owners))
    found = source.matching(root, config.plans)
    if not found and not config.path:
        found = [path for path in source.yaml_files(root) if os.path.basename(path) != "owners.yaml"]
    return by_name(path for path in found if os.path.abspath(path) != owners)


def by_name(paths: Iterable[str]) -> dict[str, str]:
    """Files by the ids of the plans that they are named after; of several with one name the first."""
    found: dict[str, str] = {}
    for path in paths:
        found.setdefault(id_of(path), path)
    return found


def id_of(path: str) -> str:
    """The id of the plan that a file is for: its name without the ending."""
    return os.path.splitext(os.path.basename(path))[0]


def title_in(data: bytes) -> str:
    """The title in a plan file's bytes, of which no more is read as YAML; "" where there is none on its own."""
    import re

    from hsplan.document import read
    from hsplan.plan.values import text

    line = re.search(rb"^title:.*(?:\r?\n[ \t].*)*", data, re.MULTILINE)
    root = read(line[0] + b"\n", "").root if line else None
    return text(root, "title") if root is not None else ""
