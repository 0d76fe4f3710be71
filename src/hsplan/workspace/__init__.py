"""Which files, which configuration, which plans: the room where the disk stands."""

from hsplan.workspace.config import Config, configuration, load_config
from hsplan.workspace.output import append_output, make_folder, write_output, write_outputs
from hsplan.workspace.workspace import Loaded, Workspace

__all__ = [
    "Config",
    "Loaded",
    "Workspace",
    "append_output",
    "configuration",
    "load_config",
    "make_folder",
    "write_output",
    "write_outputs",
]
