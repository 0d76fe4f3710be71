"""Where something stands in a file."""

from __future__ import annotations

from hsplan.frozen import Frozen


class Place(Frozen):
    """A stretch of a file: lines and columns count from 1 in code points, the end is exclusive.

    `path` is as the user named it, with `/` between folders. Line 1, column 1 to column 1 means the file as a whole.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @property
    def start(self) -> tuple[int, int]:
        """Line and column of its first character."""
        return self.line, self.column

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
