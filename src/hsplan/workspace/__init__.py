"""Which files, which configuration, which plans: the room where the disk stands."""

from hsplan.workspace.config import Config, load_config
from hsplan.workspace.output import write_output
from hsplan.workspace.workspace import Loaded, Workspace

__all__ = ["Config", "Loaded", "Workspace", "load_config", "write_output"]
