"""A file of a newer format is refused with one plain sentence; nothing else in it is judged."""

from __future__ import annotations

import pytest

from hsplan.document import read
from hsplan.schema import explain, valid, version


@pytest.mark.parametrize("stated", ["2", "1.1", "10"])
def test_newer(stated: str) -> None:
    document = read(f"hsplan: {stated}\nid: kent\nnew_key: x\n".encode(), "plans/kent.yaml")
    (finding,) = version(document)
    assert finding.name == "future-version"
    assert finding.message == (
        f"This file is written for a newer hsplan: it says version {stated} of the format, this one reads 1."
    )
    assert str(finding.place) == "plans/kent.yaml:1:9"
    assert finding.plan == "kent"
    assert explain(document) == [finding]
    assert document.root is not None
    assert not valid(document.root)


@pytest.mark.parametrize("stated", ["1", "0", "one", "", "[2]"])
def test_not_newer(stated: str) -> None:
    document = read(f"hsplan: {stated}\nid: kent\n".encode(), "plans/kent.yaml")
    assert version(document) == []


def test_nothing_read() -> None:
    assert version(read(b"", "a.yaml")) == []
    assert explain(read(b"", "a.yaml")) == []
