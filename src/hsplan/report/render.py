"""The report as HTML or Markdown, by the shipped templates or a council's own. Loading this loads Jinja."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from hsplan.report.compiled import compiled_templates
from hsplan.report.outline import outline
from hsplan.report.records import Report
from hsplan.report.template_faults import MissingField, explained, not_utf8
from hsplan.report.templates import STEERING_GROUP, Format, Template
from hsplan.schema.files import shipped

if TYPE_CHECKING:
    from hsplan.report.action_page import ActionPage
    from hsplan.report.portfolio_records import Portfolio


def render(
    report: Report | Portfolio,
    format: Format,
    template: Template = STEERING_GROUP,
    *,
    large_print: bool = False,
    fragment: bool = False,
    trail: Sequence[tuple[str, str]] = (),
    page: ActionPage | None = None,
) -> str:
    """The whole file as text with LF line ends; the same report gives the same text.

    `fragment` is the HTML without its page, headings a level lower, for a page that has its own. In a site, `trail`
    is the titles and addresses of the pages above this one, then its own title with "", and `page` the action that
    it is about. Raises HsplanError, with file and line, where a council's own template is at fault.
    """
    environment = _environment(format, template.folder)
    context: dict[str, Any] = {"large_print": large_print, "fragment": fragment, "trail": trail, "page": page}
    if isinstance(report, Report):
        context |= {"report": report, "outline": partial(outline, report)}
    else:
        context |= {"portfolio": report, "outline": outline}
    with explained(template):
        if format == "html":
            # Jinja would escape the quotes in a style sheet as it does in text. This one is a template's own file.
            assert environment.loader is not None
            context["css"] = Markup(environment.loader.get_source(environment, "report.css")[0])
        text = environment.get_template(f"{template.name}.{format}.j2").render(context)
    if format == "md":
        return _without_gaps(text)
    return _without_blank_lines(_lower(text) if fragment else text)


def render_shipped(name: str, context: dict[str, Any]) -> str:
    """A shipped template that is no report (the page of changes, a chart by itself), with the report's style sheet."""
    environment = _environment("html", "")
    assert environment.loader is not None
    css = Markup(environment.loader.get_source(environment, "report.css")[0])
    return _without_blank_lines(environment.get_template(name).render(**context, css=css))


class _Sandbox(ImmutableSandboxedEnvironment):
    """What a template may look at: the fields of records, without asking of each whether it is harmless, which would
    take a sixth of a report's time; of everything else what Jinja's sandbox allows."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in _FIELDS[obj.__class__]:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """A template's own macros, which are most of what is called, without asking whether they are harmless."""
        if __obj.__class__ is not Macro:
            return super().call(__context, __obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(__context.eval_ctx, *args, **kwargs)


class _Templates(FileSystemLoader):
    """The files of the templates, in UTF-8, with a byte order mark or without."""

    def __init__(self, folders: Sequence[str]) -> None:
        super().__init__(folders, encoding="utf-8-sig")

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise not_utf8(self.searchpath, template) from error


class _Fields(dict[type, frozenset[str]]):
    """The fields of each kind of record; none of anything else."""

    def __missing__(self, kind: type) -> frozenset[str]:
        self[kind] = frozenset(getattr(kind, "_fields", ())) if issubclass(kind, tuple) else frozenset()
        return self[kind]


_FIELDS = _Fields()


@cache
def _environment(format: Format, folder: str) -> ImmutableSandboxedEnvironment:
    """Everything is escaped for its format unless a template itself wrote it; a name that is not there is an error.

    A file in the council's folder stands before the shipped one of the same name. Kept, since compiling the templates
    takes longer than filling them.
    """
    folders = [shipped("templates")]
    if folder:
        folders.insert(0, folder)
    return _Sandbox(
        loader=_Templates(folders),
        undefined=MissingField,
        autoescape=True,
        finalize=_finalize() if format == "md" else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled_templates(),
        auto_reload=False,
    )


def _finalize() -> Callable[[object], Markup]:
    from hsplan.report.markdown import finalize

    return finalize


def _lower(page: str) -> str:
    """Headings one level lower, below the page's own; in text every "<" is escaped, so only headings match."""
    return re.sub(r"<(/?)h([1-5])(?=[ >])", lambda found: f"<{found[1]}h{int(found[2]) + 1}", page)


def _without_gaps(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _without_blank_lines(text: str) -> str:
    return "\n".join(filter(None, map(str.rstrip, text.split("\n")))) + "\n"
