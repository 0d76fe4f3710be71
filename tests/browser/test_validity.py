"""The pages before the Nu Html Checker, which the W3C's own validator runs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from hsplan.report.templates import SHIPPED
from tests.browser.conftest import Made, absent
from tests.report.test_hostile import TEXTS, outputs


def errors(*pages: Path) -> str:
    """What the checker says of the pages; "" where it finds no error."""
    jar, java = os.environ.get("VNU_JAR", ""), shutil.which("java")
    if not Path(jar).is_file() or java is None:
        absent("the Nu Html Checker (java, and VNU_JAR naming its vnu.jar)")
    command = [java, "-jar", jar, "--errors-only", *map(str, pages)]
    return subprocess.run(command, capture_output=True, text=True).stderr


def test_the_nu_checker_finds_no_error(made: Made, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.html"
    hostile.write_text(outputs(" ".join(TEXTS))[0], encoding="utf-8")
    assert errors(*map(made, SHIPPED), made(large_print=True), hostile) == ""


def test_the_nu_checker_would_find_one(tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text("<!DOCTYPE html><html lang=en><title>A page</title><p id=a><p id=a>", encoding="utf-8")
    assert "Duplicate ID" in errors(page)
