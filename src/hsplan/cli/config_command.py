"""`hsplan config`."""

from __future__ import annotations

from hsplan.cli.options import Output, Paths, deliver
from hsplan.compare import own_fail_on, own_levels
from hsplan.workspace import Config, configuration
from hsplan.workspace.files import shown

EXAMPLES = "\b\nExamples:\n  hsplan config\n  hsplan config plans/"
LINT = ("select", "ignore", "fail_on", "severity", "known", "max_per_lead")
"""The settings that stand in [lint]."""


def run(paths: Paths = None, output: Output = "") -> int:
    config, root = configuration(paths or ())
    own_levels(config.diff.levels, config.path)
    own_fail_on(config.diff.fail_on, config.path)
    where = shown(config.path) if config.path else "default"
    default = Config()
    lines = [f"root: {shown(root)}"]
    tables = (
        ("", config, default),
        ("monitor.", config.thresholds, default.thresholds),
        ("report.", config.report, default.report),
        ("diff.", config.diff, default.diff),
    )
    for section, now, before in tables:
        for name, value in now._asdict().items():
            if name in ("path", "thresholds", "report", "diff"):
                continue
            if name == "rules":
                value = tuple(f"{rule.code} {rule.name}" for rule in value)
            source = where if value != getattr(before, name) else "default"
            text = (
                ", ".join(" = ".join(each) if isinstance(each, tuple) else each for each in value)
                if isinstance(value, tuple)
                else value
            )
            inside = "lint." if name in LINT and now is config else section
            lines.append(f"{inside}{name.replace('_', '-')} = {text if text != '' else 'none'}  ({source})")
    deliver("\n".join(lines) + "\n", output)
    return 0
