"""`hsplan report plans/ --output site/`: every page, every link."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import ROOT, Build, Run
from tests.git.repositories import Made
from tests.report.site_plans import BEFORE, OWNERS, PLAN, site_repository
from tests.report.test_hostile import TEXTS, elements, hostile_plan
from tests.report.test_html import parsed, text_of

AS_AT = ("--as-at", "2025-05-15")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    return site_repository(tmp_path / "council", monkeypatch)


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def crawl(folder: Path) -> dict[str, Element]:
    """Every page, each of which is reached from the index and leads only to pages and places in them that are there."""
    pages = {name: parsed(text) for name, text in tree(folder).items() if name.endswith(".html")}
    ids = {name: [value for each in root.iter() if (value := each.get("id"))] for name, root in pages.items()}
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        assert len(set(ids[name])) == len(ids[name])
        for each in pages[name].iter("a"):
            path, _, anchor = (each.get("href") or "").partition("#")
            assert ":" not in path
            full = (folder / name).parent / unquote(path) if path else folder / name
            target = full.resolve().relative_to(folder.resolve()).as_posix()
            assert target in pages, f"{name} leads to {path}"
            assert not anchor or anchor in ids[target], f"{name} leads to {path}#{anchor}"
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    assert reached == set(pages)
    return pages


def check_page(root: Element) -> None:
    body = root.find("body")
    assert body is not None
    assert [each.tag for each in body if each.tag != "nav"] == ["a", "header", "main", "footer"]
    assert body[0].get("href") == "#report"
    assert len(list(root.iter("h1"))) == 1
    (trail,) = [each for each in root.iter("nav") if each.get("aria-label") == "Breadcrumb"]
    assert [each.get("aria-current") for each in trail.iter() if each.tag in ("a", "span")][-1] == "page"
    for name, attributes in elements(root):
        assert name not in {"script", "link", "img", "iframe", "object", "base", "form"}
        assert not any(attribute.startswith("on") for attribute in attributes)


def without_style(page: str) -> str:
    return re.sub(r"<style>.*?</style>\n", "", page, flags=re.DOTALL)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six plans outside of any repository."""
    folder = tmp_path_factory.mktemp("real")
    shutil.copytree(ROOT / "plans", folder / "plans")
    return folder


def test_the_six_plans(real: Path, hsplan: Run) -> None:
    result = hsplan("report", "plans/", "--as-at", "2013-12-31", "--output", "site/", cwd=real)
    assert (result.code, result.out) == (0, "")
    assert result.err.endswith("Written: site/index.html (340 pages: 340 new or changed)\n")
    pages = crawl(real / "site")
    assert len(pages) == 340
    for root in pages.values():
        check_page(root)
    index = text_of(pages["index.html"])
    assert "6 plans have 333 actions" in index
    action = pages["plans/worcestershire-2012/G1.2.6.html"]
    assert "../worcestershire-2007/Y3.1.html" in [each.get("href") for each in action.iter("a")]
    assert "History" not in text_of(action)  # there is no repository


def test_every_action_is_a_link_in_its_plan_and_nowhere_else(real: Path, hsplan: Run) -> None:
    arguments = ("report", "plans/oxford-2013.yaml", "--as-at", "2013-12-31")
    assert hsplan(*arguments, "--output", "one/", cwd=real).code == 0
    plan = crawl(real / "one")["plans/oxford-2013.html"]
    ids = [each for each in plan.iter("a") if each.get("class") == "id"]
    assert {each.get("href") for each in ids} == {f"oxford-2013/{each.text}.html" for each in ids}
    assert len({each.get("href") for each in ids}) == 74
    single = parsed(hsplan(*arguments, cwd=real).out)
    assert all((each.get("href") or "").startswith("#") for each in single.iter("a"))


@pytest.mark.parametrize("page", ["index", "plans/mere-2024/A1.1", "plans/mere-2024/A1.2"])
def test_golden(page: str, made: Made, hsplan: Run, golden: Callable[[str, str], None]) -> None:
    result = hsplan("report", "plans", *AS_AT, "--output", "site/", cwd=made.folder)
    assert (result.code, result.err) == (0, "Written: site/index.html (7 pages: 7 new or changed)\n")
    text = (made.folder / "site" / f"{page}.html").read_text(encoding="utf-8")
    for number, name in enumerate(made.git("rev-list", "--reverse", "HEAD").split(), 1):
        text = text.replace(name[:8], f"commit-{number}")
    golden(f"site/{page.replace('/', '-')}.html", without_style(text))
    for root in crawl(made.folder / "site").values():
        check_page(root)


def test_the_same_again_and_check(made: Made, hsplan: Run) -> None:
    report = ("report", "plans", *AS_AT)
    hsplan(*report, "--output", "site/", cwd=made.folder)
    before = tree(made.folder / "site")
    again = hsplan(*report, "--output", "site", cwd=made.folder)
    assert again.err == "Written: site/index.html (7 pages: 0 new or changed)\n"
    assert tree(made.folder / "site") == before
    same = hsplan(*report, "--check", "site/", cwd=made.folder)
    assert (same.code, same.out) == (0, "site/ is what would be made now (7 pages).\n")
    made.commit({}, on="2025-06-01")  # the site itself is committed: no plan changed, so no page does
    assert hsplan(*report, "--check", "site/", cwd=made.folder).code == 0
    made.write("plans/mere-2024.yaml", PLAN.replace("A1.2:", "A1.3:"))
    other = hsplan(*report, "--check", "site/", cwd=made.folder)
    assert other.code == 1
    assert other.out == (
        "site/ is not what would be made now: plans/mere-2019/9.html and 4 more are out of date or missing; "
        "plans/mere-2024/A1.2.html is no longer made. Write it again with --output site/.\n"
    )
    anew = hsplan(*report, "--output", "site/", cwd=made.folder)
    assert anew.err.splitlines()[-1] == "Removed, as no longer part of the site: plans/mere-2024/A1.2.html."
    crawl(made.folder / "site")
    assert not (made.folder / "site/plans/mere-2024/A1.2.html").exists()


def test_one_plan_does_not_take_the_others_off_the_site(real: Path, hsplan: Run) -> None:
    report, day = ("report", "--output", "few/"), ("--as-at", "2013-12-31")
    hsplan(*report, "oxford-2013", "worcester-2023", *day, cwd=real)
    before = tree(real / "few")
    one = hsplan(*report, "worcester-2023", *day, cwd=real)
    assert (one.code, one.out) == (2, "")
    assert one.err.endswith(
        "few/: holds pages of other plans too, and they would go: oxford-2013; nothing was changed. Name all plans of "
        "the site, or another folder. To take one off it, delete its page first, as few/plans/oxford-2013.html.\n"
    )
    assert tree(real / "few") == before
    assert hsplan(*report, "worcester-2023", "oxford-2013", *day, cwd=real).code == 0
    (real / "few/plans/oxford-2013.html").unlink()
    fewer = hsplan(*report, "worcester-2023", *day, cwd=real)
    assert fewer.err.splitlines()[-1] == "Removed, as no longer part of the site: 74 pages of oxford-2013."
    assert not (real / "few/plans/oxford-2013").exists()


def test_pages_that_an_older_site_had_at_the_top_are_named(made: Made, hsplan: Run) -> None:
    pages = [f"old-{number}.html" for number in range(12)]
    for page in pages:
        made.write(f"site/{page}", "<p>Old</p>")
    made.write("site/hsplan-site.txt", "".join(f"{page}\n" for page in pages))
    result = hsplan("report", "plans", *AS_AT, "--output", "site/", cwd=made.folder)
    assert result.code == 0
    assert "Removed, as no longer part of the site: 1 page of old-0, 1 page of old-1," in result.err


def test_history_says_no_more_than_the_audience_may_read(made: Made, hsplan: Run) -> None:
    hsplan("report", "plans", *AS_AT, "--output", "site/", cwd=made.folder)
    page = text_of(parsed((made.folder / "site/plans/mere-2024/A1.1.html").read_text(encoding="utf-8")))
    assert "The lead goes from County to City." in page
    for secret in ("Hush", "is ill", "about to leave", "Legal costs", "will not", "Not yet known", "Écrivain"):
        assert all(secret not in text for text in tree(made.folder / "site").values())
    result = hsplan("report", "plans", *AS_AT, "--audience", "internal", "--output", "inside/", cwd=made.folder)
    assert result.code == 0
    for name, root in crawl(made.folder / "inside").items():
        assert ("Internal version" in text_of(root)) is True, name
    page = (made.folder / "inside/plans/mere-2024/A1.1.html").read_text(encoding="utf-8")
    for told in ("is ill", "about to leave", "Legal costs", "will not"):
        assert told in page
    assert "Écrivain" not in page


def test_no_date_change_is_said_of_the_actions_own_date_where_a_milestone_has_one(made: Made, hsplan: Run) -> None:
    proposed = """\
            milestones:
              - title: "First course held"
                timescale: April 2025
                date_changes: [{date: 2025-05-01, timescale: August 2025, reason: "The trainer left"}]
"""
    made.write("plans/mere-2024.yaml", PLAN.replace("            depends_on: [A1.1]\n", proposed))
    hsplan("report", "plans/", *AS_AT, "--output", "site/", cwd=made.folder)
    page = (made.folder / "site/plans/mere-2024/A1.2.html").read_text(encoding="utf-8")
    assert (
        page.partition('<h2 id="dates">')[2].partition('<h2 id="progress">')[0]
        == """\
Dates</h2>
<p>Written in the plan: “December 2025”; moved once, by 3 years and 9 months; reason: Carried over from mere-2019/9.</p>
<p>No change of the action’s own date was put forward in this plan.</p>
<h2 id="milestones">Milestones</h2>
<ul class="points">
<li>First course held: due 30 April 2025, not done, 15 days late. Date change to 31 August 2025, proposed, not decided \
(put forward on 1 May 2025): The trainer left.</li>
</ul>
"""
    )


def test_a_plan_that_cannot_be_read_is_named_and_its_pages_stay(build: Build, hsplan: Run) -> None:
    folder = build({"plans/mere-2019.yaml": BEFORE, "plans/mere-2024.yaml": PLAN, "plans/owners.yaml": OWNERS})
    report = ("report", "plans", *AS_AT, "--output", "site/")
    hsplan(*report, cwd=folder)
    (folder / "plans/mere-2019.yaml").write_text("- a list\n", encoding="utf-8")
    result = hsplan(*report, cwd=folder)
    said = 'plans/mere-2019.yaml cannot be read and is left out; "hsplan lint plans/mere-2019.yaml" says why.'
    assert result.code == 1
    assert f"Warning: {said}\n" in result.err
    assert said in text_of(parsed((folder / "site/index.html").read_text(encoding="utf-8")))
    assert (folder / "site/plans/mere-2019/9.html").exists()
    assert hsplan("report", "plans", *AS_AT, "--check", "site/", cwd=folder).code == 1
    (folder / "plans/mere-2024.yaml").write_text("- a list\n", encoding="utf-8")
    before = tree(folder / "site")
    nothing = hsplan(*report, cwd=folder)
    assert (nothing.code, nothing.out) == (1, "")
    assert "none of the plans can be read" in nothing.err
    assert tree(folder / "site") == before


@pytest.mark.parametrize("output", ["plans", "plans/", "./", "../council"])
def test_never_among_the_plans(output: str, made: Made, hsplan: Run) -> None:
    before = tree(made.folder)
    result = hsplan("report", "plans", *AS_AT, "--output", output, cwd=made.folder)
    assert result.code == 2
    assert "holds the plans themselves" in result.err
    assert tree(made.folder) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "md"], "a site is HTML"),
        (["--fragment"], "--fragment is for one report"),
        (["--owner", "City"], "--owner is for one report"),
    ],
)
def test_wrong_usage(options: list[str], said: str, made: Made, hsplan: Run) -> None:
    result = hsplan("report", "plans", *options, "--output", "site/", cwd=made.folder)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert not (made.folder / "site").exists()


def test_ids_that_no_disk_takes(build: Build, hsplan: Run) -> None:
    ids = ["A1", "a1", "CON", "nul.2", "x" * 90, "5.", "1.1"]
    actions = "".join(f'  "{key}": {{title: "What {key[:5]} asks", lead: City}}\n' for key in ids)
    head = PLAN.partition("columns:")[0].replace("mere-2024", "aux").replace("follows: mere-2019\n", "")
    folder = build({"plans/aux.yaml": f"{head}actions:\n{actions}", "plans/owners.yaml": OWNERS})
    assert hsplan("report", "plans", *AS_AT, "--output", "site/", cwd=folder).code == 0
    pages = crawl(folder / "site")
    assert len(pages) == 9
    assert len({name.casefold() for name in pages}) == 9
    assert [name for name in pages if name.endswith("/1.1.html")]


@pytest.mark.parametrize("text", [*TEXTS, " ".join(TEXTS)], ids=range(len(TEXTS) + 1))
def test_hostile_texts_are_harmless(text: str, build: Build, hsplan: Run) -> None:
    folder = build({"plans/hostile.yaml": hostile_plan(text)})
    for audience in ("public", "internal"):
        result = hsplan(
            "report", "plans", "--as-at", "2015-01-01", "--audience", audience, "--output", f"{audience}/", cwd=folder
        )
        assert result.code == 0
        for root in crawl(folder / audience).values():
            check_page(root)


OURS = """\
{% extends "base.html.j2" %}
{% block description %}Us{% endblock %}
{% block title %}Us{% endblock %}
{% block header %}<h1>Us</h1>{% endblock %}
{% block contents %}{% endblock %}
{% block content %}
<p>Ours: {% for row in portfolio.rows %}<a href="{{ row.page }}">{{ row.title }}</a>{% endfor %}</p>
{% endblock %}
{% block made %}Ask us.{% endblock %}
"""


def test_a_council_changes_the_pages_by_their_names(made: Made, hsplan: Run) -> None:
    made.write("ours/parts/action-history.html.j2", "<p>Ask us.</p>\n")
    made.write("ours/portfolio.html.j2", OURS)
    result = hsplan("report", "plans", *AS_AT, "--template", "ours", "--output", "site/", cwd=made.folder)
    assert result.code == 0
    pages = crawl(made.folder / "site")
    assert text_of(pages["index.html"].find("body/main") or Element("none")).startswith("Ours: Mere")
    assert "Ask us." in text_of(pages["plans/mere-2024/A1.1.html"])
    made.write("theirs/action.html.j2", "{{ page.nothing }}")
    wrong = hsplan("report", "plans", *AS_AT, "--template", "theirs", "--output", "site/", cwd=made.folder)
    assert wrong.code == 2
    assert 'theirs/action.html.j2:1: ActionPage has no field "nothing"' in wrong.err
    crawl(made.folder / "site")


def test_open_shows_the_index(made: Made, hsplan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def remember(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", remember)
    hsplan("report", "mere-2024", *AS_AT, "--output", "site/", "--open", cwd=made.folder)
    assert opened == [(made.folder / "site" / "index.html").as_uri()]


def test_the_fields_of_an_actions_page_are_listed(hsplan: Run) -> None:
    listed = hsplan("report", "--list-fields").out
    for name in ("ActionPage: ", "Entry: ", "Relatives: ", "Happened: ", "Source: ", "trail "):
        assert f"\n{name}" in listed
