"""A set of plans with the owners list that they share."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from hsplan.document import Document, read
from hsplan.errors import HsplanError
from hsplan.monitor.links import PlanLinks, links_of
from hsplan.plan import Owner, Owners, Plan, read_owners, read_plan
from hsplan.workspace.config import Config
from hsplan.workspace.files import matching, read_bytes, shown, yaml_files

if TYPE_CHECKING:
    from hsplan.workspace.mentions import Mentions


class Loaded(NamedTuple):
    """One plan file: its document, and the plan with the owners that it may name (None where nothing can be read)."""

    document: Document
    plan: Plan | None
    owners: Owners


class Workspace:
    """The plans that a command is about (`named`), their siblings, and the shared owners list.

    Plans are read one at a time as they are asked for, so memory does not grow with their number.
    """

    def __init__(
        self,
        root: str,
        config: Config,
        named: list[str],
        siblings: list[str],
        owners_path: str,
        held: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        self.root = root
        self.config = config
        self.named = named
        self._held = {os.path.abspath(path): data for path, data in held.items()}
        self._by_name = {os.path.splitext(os.path.basename(path))[0]: path for path in (*siblings, *named)}
        self.owners_path = owners_path
        self.owners_document: Document | None = None
        self.shared: dict[str, Owner] = {}
        self._links: dict[str, PlanLinks | None] = {}
        self._mentions: Mentions | None = None
        if os.path.isfile(owners_path) or os.path.abspath(owners_path) in self._held:
            self.owners_document = read(self.bytes_of(owners_path), shown(owners_path))
            self.shared = read_owners(self.owners_document)

    @classmethod
    def load(
        cls, paths: Sequence[str], config: Config, root: str, held: Mapping[str, bytes] = MappingProxyType({})
    ) -> Workspace:
        """Find the files. No paths: the configuration's plans. A folder: the plans in it. A file: that plan.

        `held` are texts by path that are read in the place of the files of those names, which need not be there.
        Raises HsplanError for a path that is not there and for a folder without plans.
        """
        owners = os.path.join(root, config.owners)
        siblings = [path for path in matching(root, config.plans) if not _same(path, owners)]
        if not paths and not siblings and not config.path and _has_plans(root, owners):
            paths = [root]
        if not paths:
            if not siblings:
                mend = "Name a plan or a folder, or set `plans` in hsplan.toml."
                raise HsplanError(f"no plan matches {', '.join(config.plans)}", where=shown(root), mend=mend)
            return cls(root, config, siblings, siblings, owners, held)
        named: dict[str, None] = {}
        for path in paths:
            if not config.path and not os.path.isfile(owners):
                folder = path if os.path.isdir(path) else os.path.dirname(path) or "."
                owners = os.path.join(folder, "owners.yaml")
            found = _in_folder(path, siblings if config.path else [], owners) if os.path.isdir(path) else [path]
            named.update(dict.fromkeys(found))
        if not config.path:
            folders = {os.path.dirname(path) or "." for path in named}
            siblings = [path for folder in sorted(folders) for path in yaml_files(folder) if not _same(path, owners)]
        return cls(root, config, list(named), siblings, owners, held)

    @property
    def names_all(self) -> bool:
        """Whether every plan of the workspace is named, so that what nobody uses can be told."""
        named = {os.path.abspath(path) for path in self.named}
        return all(os.path.abspath(path) in named for path in self._by_name.values())

    def plans(self) -> Iterator[Loaded]:
        """Read the named plans one after the other."""
        for path in self.named:
            if not _same(path, self.owners_path):
                yield self.read(path)

    def read(self, path: str) -> Loaded:
        """Read one plan file. Raises HsplanError where it cannot be opened."""
        document = read(self.bytes_of(path), shown(path))
        if document.root is None:
            return Loaded(document, None, Owners(self.shared))
        plan = read_plan(document)
        owners = Owners(self.shared, plan.owners)
        self._links[plan.id] = links_of(plan, owners)
        return Loaded(document, plan, owners)

    def bytes_of(self, path: str) -> bytes:
        """A file's bytes, or those that are held in its place. Raises HsplanError where it cannot be opened."""
        held = self._held.get(os.path.abspath(path)) if self._held else None
        return read_bytes(path) if held is None else held

    def holding(self, held: Mapping[str, bytes], named: Sequence[str] = ()) -> Workspace:
        """The same workspace with these bytes in the place of the files at their paths; `named`: for these plans."""
        siblings = list(self._by_name.values())
        return Workspace(
            self.root, self.config, list(named) or self.named, siblings, self.owners_path, {**self._held, **held}
        )

    def sibling(self, plan_id: str) -> Loaded | None:
        """Read a plan of the workspace by its id; None where there is no such plan."""
        path = self._by_name.get(plan_id)
        return None if path is None else self.read(path)

    def links(self, plan_id: str) -> PlanLinks | None:
        """What a plan of the workspace says of those before and after it, at any date; None where there is no such
        plan. Kept once read, so that many actions may ask."""
        if plan_id not in self._links:
            loaded = self.sibling(plan_id)
            if loaded is None:
                return None
            if loaded.plan is None or loaded.plan.id != plan_id:
                self._links[plan_id] = None
        return self._links[plan_id]

    def action_ids(self, plan_id: str) -> frozenset[str] | None:
        """The ids of the actions of a plan of the workspace; None where there is no such plan."""
        links = self.links(plan_id)
        return None if links is None else links.actions

    def path_of(self, plan_id: str) -> str:
        """The file of a plan of the workspace. Raises HsplanError with a suggestion where there is none."""
        path = self._by_name.get(plan_id)
        if path is not None:
            return path
        from difflib import get_close_matches

        close = get_close_matches(plan_id, self.plan_ids(), n=1)
        mend = f'Did you mean "{close[0]}"?' if close else "Those that there are: " + ", ".join(self.plan_ids()) + "."
        raise HsplanError(f'there is no plan "{plan_id}"', where=shown(self.root), mend=mend)

    @property
    def mentions(self) -> Mentions:
        """Which plans' files name which plans; the files are searched once a run, and not read as YAML."""
        if self._mentions is None:
            from hsplan.workspace.mentions import mentions

            self._mentions = mentions(self._by_name, self.bytes_of)
        return self._mentions

    def carried_into(self, plan: Plan, as_at: date = date.max) -> dict[str, list[str]]:
        """By the plan's own action ids: the actions (`plan/action`) that by that date say that they went on into them.

        They stand in the plan itself (merged, split) and in any other plan of the workspace.
        """
        found: dict[str, list[str]] = {}
        for source in self._sources(plan):
            owners = Owners(self.shared, source.owners)
            for action, targets in links_of(source, owners, as_at).into.items():
                for target in targets:
                    plan_id, _, action_id = target.partition("/")
                    if plan_id == plan.id:
                        found.setdefault(action_id, []).append(f"{source.id}/{action}")
        return found

    def _sources(self, plan: Plan) -> Iterator[Plan]:
        yield plan
        for other in self.mentions.of_actions.get(plan.id, ()):
            known = self._links.get(other)
            if known is not None and plan.id not in known.names:
                continue
            loaded = self.sibling(other)
            if loaded is not None and loaded.plan is not None and loaded.plan.id != plan.id:
                yield loaded.plan

    def plan_ids(self) -> list[str]:
        """The ids of the workspace's plans, by their file names."""
        return sorted(self._by_name)


def _has_plans(folder: str, owners: str) -> bool:
    """Whether the command was run in the very folder that the plans are in."""
    return any(not _same(path, owners) and os.path.basename(path) != "owners.yaml" for path in yaml_files(folder))


def _in_folder(folder: str, siblings: list[str], owners: str) -> list[str]:
    inside = os.path.abspath(folder) + os.sep
    found = [path for path in siblings if os.path.abspath(path).startswith(inside)]
    found = found or [path for path in yaml_files(folder) if not _same(path, owners)]
    if not found:
        raise HsplanError("there are no plans (.yaml files) in this folder", where=shown(folder))
    return found


def _same(path: str, other: str) -> bool:
    return os.path.abspath(path) == os.path.abspath(other)
