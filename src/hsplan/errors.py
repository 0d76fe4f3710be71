"""What stops a run. Bad content of a plan never does: that is a finding."""


class HsplanError(Exception):
    """A run cannot go on: says what, where and how to mend it; `code` is the exit code (2: usage or a path)."""

    def __init__(self, what: str, *, where: str = "", mend: str = "", code: int = 2) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend
        self.code = code

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        stop = "" if self.what.endswith((".", "?")) else "."
        return " ".join(part for part in (f"{place}{self.what}{stop}", self.mend) if part)
