"""A set of plans with the owners list that they share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from hsplan.document import Document, read
from hsplan.errors import HsplanError
from hsplan.frozen import Frozen
from hsplan.monitor.links import PlanLinks, links_of
from hsplan.plan import Owner, Owners, Plan, read_owners, read_plan
from hsplan.workspace.config import Config
from hsplan.workspace.files import shown
from hsplan.workspace.named import by_files, by_name, id_of, plan_path, title_in
from hsplan.workspace.source import DISK, ENDINGS, Source, fits
from hsplan.workspace.twice import Copies

if TYPE_CHECKING:
    from hsplan.workspace.mentions import Mentions


class Loaded(Frozen):
    """One plan file: its document, and the plan with the owners that it may name (None where nothing can be read)."""

    document: Document
    plan: Plan | None
    owners: Owners


class Workspace:
    """The plans that a command is about (`named`), their siblings, and the shared owners list, read from `source`.

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
        source: Source = DISK,
    ) -> None:
        self.root = root
        self.config = config
        self.named = named
        self._held = {os.path.abspath(path): data for path, data in held.items()}
        self._siblings = siblings
        self._by_name = by_name(siblings) | by_name(named)
        self.owners_path = owners_path
        self.owners_document: Document | None = None
        self.shared: dict[str, Owner] = {}
        self.source = source
        self._ahead: dict[str, Loaded] = {}
        self._links: dict[str, PlanLinks | None] = {}
        self._mentions: Mentions | None = None
        if owners_path:
            self._read_owners()

    @classmethod
    def load(
        cls,
        paths: Sequence[str],
        config: Config,
        root: str,
        held: Mapping[str, bytes] = MappingProxyType({}),
        source: Source = DISK,
        *,
        may_be_empty: bool = False,
    ) -> Workspace:
        """Find the files. No paths: the configuration's plans. A folder: the plans in it. A file, or an id: that plan.

        `held` are texts by path that are read in the place of the files of those names, which need not be there.
        Raises HsplanError for a path that is not there, the owners list of the configuration too, and for a folder
        without plans; with `may_be_empty` no plan at all is none wrong where no paths are given.
        """
        owners = os.path.join(root, config.owners)
        known = source.is_file(owners) or any(_same(path, owners) for path in held)
        if config.owners != Config().owners and not known and not source.revision:
            raise HsplanError(
                f'"owners" names {config.owners}, and there is no such file.',
                where=config.path,
                mend="Write the path from the folder of this file.",
            )
        if not known and not source.revision and os.path.isfile(other := owners.removesuffix(".yaml") + ".yml"):
            mend = f'Call it {os.path.basename(owners)}, or write owners = "{config.owners[:-4]}yml" in hsplan.toml.'
            raise HsplanError("would be read as a plan: owners are looked for in .yaml", where=shown(other), mend=mend)
        siblings = [path for path in source.matching(root, config.plans) if not _same(path, owners)]
        if not paths and not siblings and not config.path and _has_plans(source, root, owners):
            paths = [root]
        if not paths:
            if not siblings and not may_be_empty:
                mend = "Name a plan or a folder, or set `plans` in hsplan.toml."
                what = f"no plan matches {', '.join(config.plans)}{source.when}"
                raise HsplanError(what, where=shown(root), mend=mend)
            return cls(root, config, siblings, siblings, owners, held, source)
        named: dict[str, None] = {}
        for path in paths if held else by_files(paths, config, root, source):
            is_folder = source.is_folder(path)
            if not config.path and not source.is_file(owners):
                owners = os.path.join(path if is_folder else os.path.dirname(path) or ".", "owners.yaml")
            found = _in_folder(source, path, siblings if config.path else [], owners) if is_folder else [path]
            named.update(dict.fromkeys(found))
        if not config.path:
            folders = {os.path.dirname(path) or "." for path in named}
            every = (path for folder in sorted(folders) for path in source.yaml_files(folder))
            siblings = [path for path in every if not _same(path, owners)]
        siblings += [path for path in held if _would_be_sibling(path, siblings, config, root, owners)]
        return cls(root, config, list(named), siblings, owners, held, source)

    def _read_owners(self) -> None:
        path = self.owners_path
        if self.source.is_file(path) or os.path.abspath(path) in self._held:
            self.owners_document = read(self.bytes_of(path), shown(path))
            self.shared = read_owners(self.owners_document)

    @property
    def names_all(self) -> bool:
        """Whether every plan of the workspace is named, so that what nobody uses can be told."""
        named = {os.path.abspath(path) for path in self.named}
        return bool(named) and all(os.path.abspath(path) in named for path in self._by_name.values())

    def plans(self) -> Iterator[Loaded]:
        """Read the named plans one after the other."""
        for path in self.named:
            if not _same(path, self.owners_path):
                yield self.read(path)

    def read(self, path: str) -> Loaded:
        """Read one plan file. Raises HsplanError where it cannot be opened."""
        ahead = self._ahead.pop(os.path.abspath(path), None) if self._ahead else None
        if ahead is not None:
            return ahead
        document = read(self.bytes_of(path), shown(path))
        if document.root is None:
            return Loaded(document, None, Owners(self.shared))
        plan = read_plan(document)
        owners = Owners(self.shared, plan.owners)
        if id_of(path) == plan.id or plan.id not in self._by_name:
            self._links[plan.id] = links_of(plan, owners)  # of a copy, other plans are told nothing
        return Loaded(document, plan, owners)

    def read_ahead(self, path: str) -> Loaded:
        """Read one plan file and keep it for whoever reads it next, who will not have to."""
        found = self._ahead[os.path.abspath(path)] = self.read(path)
        return found

    def bytes_of(self, path: str) -> bytes:
        """A file's bytes, or those that are held in its place. Raises HsplanError where it cannot be opened."""
        held = self._held.get(os.path.abspath(path)) if self._held else None
        return self.source.read(path) if held is None else held

    def holding(self, held: Mapping[str, bytes], named: Sequence[str] = ()) -> Workspace:
        """The same workspace with these bytes in the place of the files at their paths; `named`: for these plans.

        What other files say of each other is not read again.
        """
        siblings = list(self._by_name.values())
        every = {**self._held, **held}
        made = Workspace(self.root, self.config, list(named) or self.named, siblings, "", every, self.source)
        made.owners_path, made._siblings = self.owners_path, self._siblings
        if any(_same(path, self.owners_path) for path in held):
            made._read_owners()
            return made
        made.owners_document, made.shared = self.owners_document, self.shared
        changed = {shown(path) for path in held}
        made._links = {plan: each for plan, each in self._links.items() if each and each.path not in changed}
        return made

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

    def title_of(self, plan_id: str) -> str:
        """The title of a plan of the workspace, from its file's bytes alone; "" where it has none or is not there."""
        path = self._by_name.get(plan_id)
        try:
            return title_in(self.bytes_of(path)) if path else ""
        except HsplanError:
            return ""

    def path_of(self, plan_id: str) -> str:
        """The file of a plan of the workspace. Raises HsplanError with a suggestion where there is none."""
        return plan_path(plan_id, self._by_name, self.root, self.source)

    @property
    def mentions(self) -> Mentions:
        """Which plans' files name which plans; the files are searched once a run, and not read as YAML."""
        if self._mentions is None:
            from hsplan.workspace.mentions import mentions

            copies = self._copies.among(self._by_name.values())
            each_once = {name: path for name, path in self._by_name.items() if os.path.abspath(path) not in copies}
            self._mentions = mentions(each_once, self.bytes_of)
        return self._mentions

    def counted(self) -> tuple[list[str], dict[str, str]]:
        """The named files, each plan once; and those that are left out, since another of them with the same plan id
        counts in their place: that one by each."""
        copies = self._copies.among(self.named)
        named = {path: os.path.abspath(path) for path in self.named if not _same(path, self.owners_path)}
        kept = [path for path, full in named.items() if full not in copies]
        return kept, {path: shown(copies[full]) for path, full in named.items() if full in copies}

    def twin(self, plan_id: str, path: str) -> str | None:
        """The file that counts as this plan in the place of the one at the path, named with it or among the plans of
        the workspace; None where that one counts."""
        found = self._copies.counts_instead(plan_id, path)
        return shown(found) if found else None

    @cached_property
    def _copies(self) -> Copies:
        def plans(paths: Iterable[str]) -> list[str]:
            return [path for path in paths if not _same(path, self.owners_path)]

        return Copies(plans(self._siblings), plans(self.named), self.bytes_of)

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

    def paths(self) -> list[str]:
        """The files of the workspace's plans, the named ones and their siblings."""
        return list(dict.fromkeys((*self.named, *self._by_name.values())))


def _has_plans(source: Source, folder: str, owners: str) -> bool:
    """Whether the command was run in the very folder that the plans are in."""
    every = source.yaml_files(folder)
    return any(not _same(path, owners) and os.path.basename(path) != "owners.yaml" for path in every)


def _would_be_sibling(path: str, siblings: list[str], config: Config, root: str, owners: str) -> bool:
    """Whether a file that is only held would be among these plans once it is saved."""
    if _same(path, owners) or any(_same(path, each) for each in siblings):
        return False
    if config.path:
        return any(fits(os.path.abspath(path), root, pattern) for pattern in config.plans)
    return path.endswith(ENDINGS) and not os.path.basename(path).startswith(".")


def _in_folder(source: Source, folder: str, siblings: list[str], owners: str) -> list[str]:
    inside = os.path.abspath(folder) + os.sep
    found = [path for path in siblings if os.path.abspath(path).startswith(inside)]
    found = found or [path for path in source.yaml_files(folder) if not _same(path, owners)]
    if not found:
        raise HsplanError(f"there are no plans (.yaml files) in this folder{source.when}", where=shown(folder))
    return found


def _same(path: str, other: str) -> bool:
    return os.path.abspath(path) == os.path.abspath(other)
