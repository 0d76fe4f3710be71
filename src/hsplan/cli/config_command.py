"""`hsplan config`."""

import os

from hsplan.cli.formats import format_for
from hsplan.cli.options import Output, Paths, deliver
from hsplan.compare import own_fail_on, own_levels
from hsplan.workspace import configuration
from hsplan.workspace.files import read_bytes, shown
from hsplan.workspace.named import by_files
from hsplan.workspace.own_rules import OwnRule

EXAMPLES = "\b\nExamples:\n  hsplan config\n  hsplan config plans/"
LINT = ("select", "ignore", "fail_on", "severity", "known", "max_per_lead")
"""The settings that stand in [lint]."""
_NO_SETTINGS = ("path", "given", "thresholds", "report", "diff")
"""Where the settings come from, and the sections."""


def run(paths: Paths = None, output: Output = "") -> int:
    format_for("", output, ("text",))
    config, root = configuration(paths or ())
    for path in by_files(paths or (), config, root):
        if not os.path.exists(path):
            read_bytes(path)  # which says that it is not there, and what is near
    own_levels(config.diff.levels, config.path)
    own_fail_on(config.diff.fail_on, config.path)
    lines = [f"root: {shown(root)}"]
    tables = (("", config), ("monitor.", config.thresholds), ("report.", config.report), ("diff.", config.diff))
    for section, table in tables:
        for name, value in table._asdict().items():
            if name in _NO_SETTINGS:
                continue
            full = ("lint." if name in LINT and table is config else section) + name.replace("_", "-")
            where = shown(config.path) if full in config.given else "default"
            lines.append(f"{full} = {_text(value)}  ({where})")
    deliver("\n".join(lines) + "\n", output)
    return 0


def _text(value: object) -> str:
    if not isinstance(value, tuple):
        return "none" if value == "" else str(value)
    words = [f"{each.code} {each.name}" if isinstance(each, OwnRule) else each for each in value]
    return ", ".join(" = ".join(each) if isinstance(each, tuple) else each for each in words) or "none"
