"""Two versions of a plan that went apart, put together by ids: bytes in, bytes out. Nothing is ever chosen or lost."""

from hsplan.merging.versions import Merge, merge

__all__ = ["Merge", "merge"]
