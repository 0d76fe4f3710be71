"""`hsplan git-setup`."""

from typing import Annotated

from hsplan.cli.declared import Option
from hsplan.errors import HsplanError
from hsplan.git.attributes import own_lines
from hsplan.git.setup import Setup, disable, enable, find_setup
from hsplan.workspace.files import shown

EXAMPLES = "\b\nExamples:\n  hsplan git-setup\n  hsplan git-setup --enable"


def run(
    on: Annotated[bool, Option("--enable", help="Tell git about plans.")] = False,
    off: Annotated[bool, Option("--disable", help="Take out again all that --enable put in.")] = False,
    everywhere: Annotated[
        bool, Option("--global", help="For all of your repositories on this computer, not this one alone.")
    ] = False,
) -> int:
    if on and off:
        raise HsplanError("--enable and --disable do not go together.", mend="Give one of them.")
    setup = find_setup(".", everywhere)
    if on:
        lines = _enabled(setup)
    elif off:
        lines = _disabled(setup)
    else:
        lines = _standing(setup)
    print("\n".join(lines))
    return 0


def _enabled(setup: Setup) -> list[str]:
    if setup.is_whole:
        return [f"git knows about plans already {_where(setup)}; nothing was changed."]
    enable(setup)
    lines = [f"From now on, {_where(setup)}, {_WHAT}", "", *_places(setup, "Written")]
    if setup.settings.scope == "--local":
        lines += [
            "",
            f"Commit {shown(setup.attributes)}: it does no harm to people without hsplan. The rest is kept on this",
            "computer only; each colleague runs hsplan git-setup --enable once.",
        ]
    return [*lines, "", "hsplan git-setup --disable takes it all out again."]


def _disabled(setup: Setup) -> list[str]:
    if setup.is_absent:
        return [f"git knows nothing about plans {_where(setup)}; nothing was changed."]
    disable(setup)
    lines = [f"git shows and merges plans line by line again {_where(setup)}.", "", *_places(setup, "Taken out")]
    if setup.settings.scope == "--local" and own_lines(setup.text or ""):
        lines += [
            "",
            f"If {shown(setup.attributes)} was committed, commit this change to it too. What is kept on colleagues'",
            "computers stays until each runs hsplan git-setup --disable.",
        ]
    return lines


def _standing(setup: Setup) -> list[str]:
    if setup.is_whole:
        return [f"git knows about plans {_where(setup)}.", "", *_places(setup, "--disable would take out")]
    if setup.is_absent:
        head = f"git knows nothing about plans {_where(setup)}: it shows and merges them line by line."
        return [head, "", f"With --enable, {_WHAT}", "", *_places(setup, "It would write")]
    head = f"git knows about plans only in part {_where(setup)}, or with older lines."
    return [head, "", *_places(setup, "--enable would write"), "--disable would take out what is there."]


_WHAT = """\
git diff and git log -p show a plan as facts, one a line, and name the
action above each change; git diff --no-textconv shows the file's own text. git merge
puts together what two people did to one plan by its ids: what both added stays, and
what they changed differently is marked for you to decide."""


def _where(setup: Setup) -> str:
    return "in this repository" if setup.settings.scope == "--local" else "in all of your repositories"


def _places(setup: Setup, what: str) -> list[str]:
    own = "this repository's settings" if setup.settings.scope == "--local" else "your git settings"
    lines = [
        f"{what}:",
        f"  in {shown(setup.attributes)}: {', '.join(setup.patterns)}",
        f"  in {own}: {', '.join(setup.wanted)}",
    ]
    if not setup.has_plans:
        lines.append("No plan is there yet. If yours stand elsewhere, say so in hsplan.toml, and run this again.")
    return lines
