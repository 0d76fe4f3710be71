"""`hsplan config`."""

from __future__ import annotations

from hsplan.cli.options import Output, Paths, configuration, deliver
from hsplan.workspace import Config
from hsplan.workspace.files import shown

EXAMPLES = "\b\nExamples:\n  hsplan config\n  hsplan config plans/"


def run(paths: Paths = None, output: Output = "") -> int:
    config, root = configuration(paths)
    where = shown(config.path) if config.path else "default"
    default = Config()
    lines = [f"root: {shown(root)}"]
    for section, now, before in (("", config, default), ("monitor.", config.thresholds, default.thresholds)):
        for name, value in now._asdict().items():
            if name in ("path", "thresholds"):
                continue
            if name == "rules":
                value = tuple(f"{rule.code} {rule.name}" for rule in value)
            source = where if value != getattr(before, name) else "default"
            text = (
                ", ".join(" = ".join(each) if isinstance(each, tuple) else each for each in value)
                if isinstance(value, tuple)
                else value
            )
            lines.append(f"{section}{name.replace('_', '-')} = {text if text != '' else 'none'}  ({source})")
    deliver("\n".join(lines) + "\n", output)
    return 0
