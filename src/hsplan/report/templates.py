"""Which templates there are: the shipped ones by name, a council's own by the path of its file."""

from __future__ import annotations

import os
from typing import Literal

from hsplan.errors import HsplanError
from hsplan.findings import did_you_mean, nearest
from hsplan.frozen import Frozen
from hsplan.schema import templates_folder
from hsplan.workspace import write_outputs

Format = Literal["html", "md"]

SHIPPED = {
    "steering-group": "The whole report, decisions first, with the plan as an appendix.",
    "exceptions": "Only what is off course, and what has to be decided about it.",
    "public": "For a council's website: what was promised, what is done, late and next.",
    "owner": "A page for each lead with the actions in their name; for one lead with --owner.",
    "burn-up": "How the plan grew and was worked off, month by month, by what git has.",
    "accepted": "The findings of lint that stand accepted, with their reasons.",
    "portfolio": "Several plans: totals, a row for each, then each in short.",
}
WORD = "word/report.docx"
"""The Word template, of every report; a council's own stands in its folder under the same name."""
SEVERAL = "portfolio"
"""The one template that takes several plans."""


class Template(Frozen):
    """A template's name (its files are NAME.html.j2 and NAME.md.j2) and the council's folder ("" for none)."""

    name: str
    folder: str


STEERING_GROUP = Template("steering-group", "")


def find_template(wanted: str, format: str) -> Template:
    """The template for a name, a template's file, or a folder in which parts of the steering group's are overridden.

    Raises HsplanError with what there is for one that is not there.
    """
    if not wanted or wanted in SHIPPED:
        return Template(wanted or STEERING_GROUP.name, "")
    if os.path.isdir(wanted):
        return Template(STEERING_GROUP.name, wanted)
    folder, file = os.path.split(wanted)
    name = file.removesuffix(".j2").removesuffix(".html").removesuffix(".md")
    path = os.path.join(folder or ".", f"{name}.{format}.j2")
    if os.path.isfile(path) or (folder and os.path.isdir(folder) and name in SHIPPED):
        return Template(name, folder or ".")
    if os.path.isfile(wanted):
        raise HsplanError(f"is no {format} template.", where=wanted, mend=f"Its name has to end with .{format}.j2.")
    mend = did_you_mean(wanted, SHIPPED, f"Those that there are: {', '.join(SHIPPED)}.")
    raise HsplanError(f'--template: there is no template "{wanted}", and no file {path}.', mend=mend)


def unused(template: Template) -> str:
    """In words, what of a council's folder no report takes: a part under a name that hsplan has none of and that no
    other file there names, a part that stands beside the folder `parts`, or a folder without templates. "" for none.
    """
    if not template.folder:
        return ""
    from hsplan.workspace.files import shown

    folder = template.folder
    own, parts = _files(folder), _files(os.path.join(folder, "parts"))
    shipped = {path.name for path in (templates_folder() / "parts").iterdir()}
    if not own and not parts and not os.path.isfile(os.path.join(folder, *WORD.split("/"))):
        return f"{shown(folder)} holds no template, so the report is as hsplan has it."
    for name in sorted(own.keys() & shipped):
        where = shown(os.path.join(folder, name))
        return f"{where} is not used, since it does not stand in the folder {os.path.join(shown(folder), 'parts')}."
    for name in sorted(parts.keys() - shipped):
        if not any(f"parts/{name}" in text for text in (*own.values(), *parts.values())):
            ending = "md.j2" if ".md" in name else "html.j2"
            near = nearest(name.partition(".")[0], sorted({each.partition(".")[0] for each in shipped}))
            mend = f'Did you mean "{near}.{ending}"?' if near else "No template of hsplan's has a part of that name."
            return f"{shown(os.path.join(folder, 'parts', name))} is not used. {mend}"
    return ""


def _files(folder: str) -> dict[str, str]:
    """The templates in a folder by their names, with what they hold."""
    found = {}
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        if name.endswith((".j2", ".css", ".html", ".md")):
            with open(os.path.join(folder, name), encoding="utf-8-sig", errors="replace") as file:
                found[name] = file.read()
    return found


def copy_template(name: str, folder: str) -> list[str]:
    """Copy a shipped template with the parts that it is built from, to be changed; the paths written.

    Raises HsplanError for an unknown name and, before anything is written, where a file is already there.
    """
    if name not in SHIPPED:
        find_template(name, "html")
        raise HsplanError(f'--copy-template: "{name}" is no shipped template.')
    shipped = templates_folder()
    files = [f"{name}.html.j2", f"{name}.md.j2", "base.html.j2", "base.md.j2", "action.html.j2", "report.css"]
    files += [*sorted(f"parts/{path.name}" for path in (shipped / "parts").iterdir()), WORD]
    targets = [os.path.join(folder, *file.split("/")) for file in files]
    there = [path for path in targets if os.path.lexists(path)]
    if there:
        raise HsplanError("is there already, and nothing was written.", where=there[0], mend="Name another folder.")
    try:
        for target in targets:
            os.makedirs(os.path.dirname(target), exist_ok=True)
    except OSError as error:
        raise HsplanError(f"cannot be written ({error.strerror})", where=folder) from error
    write_outputs({target: (shipped / file).read_bytes() for file, target in zip(files, targets, strict=True)})
    return targets
