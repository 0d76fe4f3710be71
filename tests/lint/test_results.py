"""Whether what is gained is said: of a theme only where it stands out."""

from __future__ import annotations

import pytest

from tests.conftest import Build
from tests.lint.test_effects import PLAN, report_on


def theme(name: str, *gains: bool) -> str:
    lines = [f'  {name}:\n    title: "Theme {name}"\n' + ("    actions:\n" if gains else "")]
    for number, gain in enumerate(gains):
        more = ", outcomes: [Fewer evictions]" if gain else ""
        lines.append(f'      {name}{number}: {{title: "Protocol {name}{number}", lead: Shelter{more}}}\n')
    return "".join(lines)


@pytest.mark.parametrize(
    ("themes", "found"),
    [
        ((theme("P", False, False), theme("S", False), theme("Q")), []),
        ((theme("P", False, False), theme("S", False), theme("Q", False)), []),
        ((theme("P", False, False), theme("S", True), theme("Q")), []),
        ((theme("P", False, False), theme("S", True), theme("Q", True)), ["P"]),
        ((theme("P", False, False), theme("S", False), theme("Q", True), theme("R", True)), []),
    ],
)
def test_a_theme_is_named_only_where_most_others_have_what_it_lacks(
    build: Build, themes: tuple[str, ...], found: list[str]
) -> None:
    text = PLAN[: PLAN.index("indicators:")] + "themes:\n" + "".join(themes)
    told = [each.message for each in report_on(build, text, "owners: {}\n", "HS627").findings]
    assert [message.split(" ")[1] for message in told if message.startswith("Theme")] == found
