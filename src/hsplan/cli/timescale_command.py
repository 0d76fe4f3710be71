"""`hsplan timescale`."""

import sys
from collections.abc import Iterable
from typing import Annotated

from hsplan.cli.declared import Argument, Option
from hsplan.cli.formats import format_for
from hsplan.cli.options import Output, as_at_date, deliver
from hsplan.errors import HsplanError
from hsplan.findings import plain
from hsplan.timescale import Context, Timescale, read
from hsplan.timescale.wording import as_json, sentence, words

EXAMPLES = """\b
Examples:
  hsplan timescale "Q1 2014/15 review"
  hsplan timescale --period 2012-04-01..2017-03-31 "Years 1&2\""""


def run(
    wordings: Annotated[list[str] | None, Argument(metavar="[WORDING]...", help="Each in quotation marks.")] = None,
    stdin: Annotated[bool, Option("--stdin", help="Read wordings from standard input, one a line.")] = False,
    period: Annotated[str, Option("--period", metavar="A..B", help="The plan's first and last day.")] = "",
    adopted: Annotated[str, Option("--adopted", metavar="DATE", help="The day the plan was adopted.")] = "",
    format: Annotated[
        str,
        Option("--format", help="text or json (one object a line); default: by the ending of FILE, else text."),
    ] = "",
    output: Output = "",
) -> int:
    kind = format_for(format, output, ("text", "json"))
    start, dots, end = period.partition("..")
    if period and not dots:
        raise HsplanError(f'--period: "{period}" is not two days.', mend="Write it as 2012-04-01..2017-03-31.")
    context = Context(
        as_at_date(start, "--period") if start else None,
        as_at_date(end, "--period") if end else None,
        as_at_date(adopted, "--adopted") if adopted else None,
    )
    if context.start and context.end and context.start > context.end:
        raise HsplanError("--period: the first day is after the last one.", mend="Write it as 2012-04-01..2017-03-31.")
    lines: Iterable[str] = [*(wordings or []), *(_lines() if stdin else [])]
    if not lines:
        raise HsplanError("no wording was given.", mend='Write it in quotation marks: hsplan timescale "By Sept 2013".')
    readings = (read(line, context) for line in lines)
    if kind == "json":
        from json import dumps

        text = "".join(dumps(as_json(reading), ensure_ascii=False) + "\n" for reading in readings)
    else:
        text = "\n".join(_explained(reading) for reading in readings)
    deliver(text, output)
    return 0


def _explained(reading: Timescale) -> str:
    """The reading in a sentence, the words that it rests on and those that were read past, and what is doubtful."""
    used = [reading.wording[span[0] : span[1]] for span in reading.used]
    lines = [f'"{reading.wording}"', f"  {sentence(reading)}"]
    facts = (
        ("understood", " … ".join(used)),
        ("read past", " … ".join(_unused(reading))),
        ("condition", reading.condition),
        ("further dates", ", ".join(words(day) for day in reading.further)),
        ("doubt", reading.doubt),
        ("write it as", reading.suggestion),
    )
    return plain("\n".join([*lines, *(f"  {label}: {text}" for label, text in facts if text)]) + "\n")


def _unused(reading: Timescale) -> list[str]:
    """The stretches of the wording that no span covers, without the white space and signs around them."""
    found, at = [], 0
    for start, end in (*reading.used, (len(reading.wording), len(reading.wording))):
        found.append(reading.wording[at:start].strip(" \t\u00a0,;:.-–()"))
        at = end
    return [text for text in found if text]


def _lines() -> list[str]:
    """The lines of standard input, in whatever encoding it comes; empty lines stay, so that answers match them."""
    if sys.stdin is None:
        raise HsplanError("there is no standard input to read.", mend="Name the wordings on the command line.")
    text = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    return text.splitlines()
