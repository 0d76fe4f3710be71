"""No result is ever written over a plan, by whatever name or link it is reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

PLAN = ROOT / "plans" / "west-kent-2010.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "west-kent-2010.yaml").write_bytes(PLAN.read_bytes())
    (tmp_path / "plan.txt").write_bytes(
        b'\xef\xbb\xbf# Ours\r\n"hsplan" : 1\r\n' + PLAN.read_bytes().partition(b"hsplan: 1\n")[2]
    )
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", "west-kent-2010.yaml", "-o", "out.html"],
        ["lint", "west-kent-2010.yaml", "--report", "json=out.html"],
        ["lint", "west-kent-2010.yaml", "--format", "json", "--output", "plan.txt"],
        ["list", "plan.txt", "--format", "json", "-o", "plan.txt"],
        ["diff", "plan.txt", "west-kent-2010.yaml", "-o", "plan.txt", "--format", "text"],
    ],
    ids=" ".join,
)
def test_a_plan_is_never_written_over(hsplan: Run, folder: Path, arguments: list[str]) -> None:
    try:
        (folder / "out.html").symlink_to(folder / "west-kent-2010.yaml")
    except OSError:
        pytest.skip("this system makes no links")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = hsplan(*arguments, cwd=folder)
    assert result.code == 2
    assert "is there already, and may be a plan or the settings." in result.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_older_result_is_replaced(hsplan: Run, folder: Path) -> None:
    for _ in range(2):
        assert hsplan("list", "west-kent-2010.yaml", "-o", "list.txt", cwd=folder).code == 0
