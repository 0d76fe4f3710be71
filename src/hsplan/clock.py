"""The only room that reads the clock."""

from datetime import date


def today() -> date:
    """The day on which the command runs, by the computer's own calendar."""
    return date.today()
