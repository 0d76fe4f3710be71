"""Which plans a command is about, told from names alone, since some of them may be there no longer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from hsplan.frozen import Frozen
from hsplan.plan import Plan
from hsplan.workspace import Config, configuration
from hsplan.workspace.source import ENDINGS, fits

LAST_MEETING = "last-meeting"
"""What `--since` takes for the day of a plan's last meeting."""


class Asked(Frozen):
    """Which plans a comparison is about: the configuration's, or those of the paths that were named."""

    config: Config
    root: str
    paths: tuple[str, ...]

    @property
    def owners(self) -> str:
        """The shared owners list, as a full path."""
        configured = self.listed
        if self.config.path or os.path.isfile(configured) or not self.paths:
            return configured
        first = self.paths[0]
        return os.path.join(first if os.path.isdir(first) else os.path.dirname(first), "owners.yaml")

    @property
    def listed(self) -> str:
        """Where the configuration says that the owners list stands."""
        return os.path.join(self.root, self.config.owners)

    @property
    def known(self) -> str:
        """The file of known findings, as a full path."""
        return os.path.join(self.root, self.config.known)

    def wants(self, plan: Plan) -> bool:
        """Whether a plan is one of those named, or in a folder that is."""
        return not self.paths or self.names(plan.document.path)

    def names(self, path: str) -> bool:
        """Whether a path is one of those named, or in a folder that is."""
        full = os.path.abspath(path)
        named = [os.path.abspath(name) for name in self.paths]
        return any(full == name or full.startswith(name + os.sep) for name in named)

    def among(self, names: Iterable[str]) -> list[str]:
        """Of full paths, those that may be plans: by the patterns, in a named folder, or beside a named file."""
        owners = os.path.abspath(self.owners)
        folders = {os.path.abspath(name if _is_folder(name) else os.path.dirname(name)) for name in self.paths}
        every = [name for name in names if name.endswith(ENDINGS) and os.path.abspath(name) != owners]
        found = [name for name in every if self._matches(name) or os.path.dirname(name) in folders]
        if not found and not self.paths and not self.config.path:
            found = [name for name in every if os.path.dirname(name) == os.path.abspath(self.root)]
        return found

    def on_disk(self, top: str, files: Mapping[str, str]) -> dict[str, str]:
        """The YAML files and known findings of a repository, by full paths. `top` is the root as git names it."""
        start = f"/{top}"
        return {
            os.path.normpath(os.path.join(self.root, os.path.relpath(f"/{path}", start))): blob
            for path, blob in files.items()
            if path.endswith((*ENDINGS, ".toml"))
        }

    def _matches(self, name: str) -> bool:
        return any(fits(name, self.root, pattern) for pattern in self.config.plans)


def asked(paths: Sequence[str]) -> Asked:
    """The workspace that the paths stand in (the current folder where there are none)."""
    config, root = configuration(paths)
    return Asked(config, os.path.abspath(root), tuple(paths))


def _is_folder(name: str) -> bool:
    """Whether a path names a folder, also one that is not there any more."""
    return os.path.isdir(name) or not name.endswith(ENDINGS)
