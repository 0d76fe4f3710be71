"""Bytes to values with the place of each, and back: the one room that reads and writes plan text."""

from hsplan.document.document import Document
from hsplan.document.nodes import Map, Seq, Value
from hsplan.document.reader import read

__all__ = ["Document", "Map", "Seq", "Value", "read"]
