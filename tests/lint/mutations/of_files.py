"""HS001 to HS018, HS030 and HS031: the file itself spoilt, as editors, Word and Excel spoil it."""

from __future__ import annotations

from hsplan.document import Map
from hsplan.plan import Action
from tests.lint.mutations.broken import TOP, Broken, Edit
from tests.lint.mutations.page import Break, Page
from tests.test_plans import NAMES


def _first(page: Page) -> Action:
    return page.actions()[0]


def _title(page: Page) -> tuple[Map, int]:
    """The quietest action's map, and where its title begins, the quotation mark included."""
    node = _first(page).node
    return node, node.marks["title"][2]


def _unreadable(page: Page, new: str) -> Broken:
    """The title of an action written otherwise, so that the file cannot be read."""
    node, _ = _title(page)
    return Broken((page.swap(node, "title", new),), whole=True)


def _encoding(page: Page) -> Broken:
    _node, at = _title(page)
    return Broken((Edit(at + 1, at + 1, "Caf⟦\udce9⟧ "),), whole=True)


def _invisible_character(page: Page) -> Broken:
    _node, at = _title(page)
    return Broken((Edit(at + 1, at + 1, "⟦\u2028⟧"),), whole=True)


def _tab(page: Page) -> Broken:
    """The line below an action's id is indented with a tab."""
    node = _first(page).node
    begin = page.text.rfind("\n", 0, node.start) + 1
    end = page.text.find("\n", node.start)
    return Broken((Edit(begin, end, f"⟦\t{page.text[node.start : end]}⟧"),), whole=True)


def _not_yaml(page: Page) -> Broken:
    """The plan's period without the comma between its two days."""
    period = page.root["period"]
    assert isinstance(period, Map)
    begin, end = period.marks["from"][2:]
    last = period.marks["to"][1] + 1
    return Broken((Edit(begin, last, f"⟦{page.text[begin:end]} to:⟧"),), whole=True)


def _merge_conflict(page: Page) -> Broken:
    """Two officers gave an action two titles."""
    node, _ = _title(page)
    start, _, _, end = node.marks["title"]
    begin, last = page.text.rfind("\n", 0, start) + 1, page.text.find("\n", end)
    ours = page.text[begin:last]
    theirs = ours.replace(page.text[start:end], 'title: "Agree a protocol"')
    return Broken((Edit(begin, last, f"⟦<<<<<<< HEAD⟧\n{ours}\n=======\n{theirs}\n>>>>>>> lettings"),), whole=True)


def _indentation(page: Page) -> Broken:
    """The second key of an action stands one space further left than the first."""
    node, _ = _title(page)
    second = sorted(mark[0] for mark in node.marks.values())[1]
    end = page.text.find("\n", second)
    return Broken((Edit(second - 1, second, ""), *page.mark(second, end)), whole=True)


def _unclosed(page: Page) -> Broken:
    _node, at = _title(page)
    end = page.text.find("\n", at)
    return Broken((Edit(at, end, f"⟦{page.text[at : end - 1]}⟧"),), whole=True)


def _needs_quotes(page: Page) -> Broken:
    return _unreadable(page, "⟦Rent arrears: agree a protocol⟧")


def _alias(page: Page) -> Broken:
    """A title that begins with a star, as Word's lists do."""
    return _unreadable(page, "⟦*urgent⟧")


def _several_documents(page: Page) -> Broken:
    """Three dashes above the last theme; what is above them is not read either, since nobody knows which is meant."""
    at = page.text.rfind("\n", 0, page.root.marks["themes"][0]) + 1
    return Broken((Edit(at, at, "⟦---⟧\n"),), whole=True)


def _too_deep(page: Page) -> Broken:
    """A key that got stuck wrote brackets without end; the fifty-first level is one too many."""
    node, _at = _title(page)
    levels = 52 - _depth(page.root, node)
    return _unreadable(page, "[" * (levels - 1) + "⟦[⟧" + "[" * 20)


def _depth(top: Map, node: Map) -> int:
    """How many maps the place of a node lies within, itself among them."""
    if top is node:
        return 1
    below = (each for each in top.values() if isinstance(each, Map) and each.start <= node.start < each.end)
    return 1 + _depth(next(below), node)


def _not_a_plan(page: Page) -> Broken:
    """Only the comments are left."""
    return Broken((Edit(page.root.start, len(page.text), ""),), whole=True, at=TOP)


def _duplicate_key(page: Page) -> Broken:
    node = _first(page).node
    start, _, _, end = node.marks["title"]
    line_end = page.text.find("\n", end)
    indent = " " * (start - page.text.rfind("\n", 0, start) - 1)
    return Broken((Edit(line_end, line_end, f'\n{indent}⟦title⟧: "Agree a protocol"'),))


def _words_lost(page: Page) -> Broken:
    """A note in braces with a comma in it."""
    action = page.action(lambda action: not action.budget, "action without a budget")
    return Broken((page.add(action.node, "budget", "{note: paid by all, ⟦not by one⟧}"),))


def _mixed_line_endings(page: Page) -> Broken:
    at = page.text.find("\n", _first(page).node.start)
    begin = page.text.rfind("\n", 0, at) + 1
    return Broken((Edit(begin, begin, "⟦⟧"), Edit(at, at, "\r")))


def _odd_character(page: Page) -> Broken:
    """A dash of Word's in a date."""
    action = page.action(lambda action: not action.added, "action that was there from the beginning")
    day = page.period.start.isoformat().replace("-", "\u2013")
    return Broken((page.add(action.node, "added", f"⟦{day}⟧"),), action.id)


def _misplaced_key(page: Page) -> Broken:
    """A key of an action stands as far left as the action's id."""
    action = page.action(lambda action: action.node.name is not None, "action")
    assert action.node.name is not None
    begin = page.text.rfind("\n", 0, action.node.name[0]) + 1
    indent = page.text[begin : action.node.name[0]]
    return Broken((Edit(begin, begin, f'{indent}⟦resources⟧: "Staff time"\n'),), "resources")


def _comma_in_brackets(page: Page) -> Broken:
    """An outcome in brackets, as somebody wrote it who took the comma for one of the sentence's own."""
    action = page.action(lambda action: action.outcomes, "action with outcomes")
    return Broken((page.swap(action.node, "outcomes", "⟦[Fewer evictions, arrears and debts fall]⟧"),), action.id)


def _pasted_bullet(page: Page) -> Broken:
    """The outcomes of an action, as they came out of Word."""
    action = page.action(lambda action: action.outcomes, "action with outcomes")
    pasted = page.swap(action.node, "outcomes", "⟦\u2022 Fewer evictions\n              \u2022 Fewer arrears⟧")
    return Broken((pasted,), action.id)


def _file_name(page: Page) -> Broken:
    """The plan calls itself otherwise; what the plan before it carried over is then not carried into this one."""
    return Broken((page.swap(page.root, "id", f"⟦{page.plan.id}-draft⟧"),), loses=("HS511",))


def _plan_twice(page: Page) -> Broken:
    """The plan has the id of another one, which stands in a file that is named after it."""
    others = [plan for plan in NAMES if plan not in (page.plan.id, page.plan.follows)]
    return Broken((page.swap(page.root, "id", f"⟦{others[0]}⟧"),), loses=("HS511",))


BREAKS = {
    "encoding": Break(_encoding),
    "invisible-character": Break(_invisible_character),
    "tab": Break(_tab),
    "merge-conflict": Break(_merge_conflict),
    "not-yaml": Break(_not_yaml),
    "indentation": Break(_indentation),
    "unclosed": Break(_unclosed),
    "needs-quotes": Break(_needs_quotes),
    "alias": Break(_alias),
    "several-documents": Break(_several_documents),
    "too-deep": Break(_too_deep),
    "not-a-plan": Break(_not_a_plan),
    "duplicate-key": Break(_duplicate_key),
    "words-lost": Break(_words_lost),
    "mixed-line-endings": Break(_mixed_line_endings),
    "odd-character": Break(_odd_character),
    "misplaced-key": Break(_misplaced_key),
    "comma-in-brackets": Break(_comma_in_brackets),
    "pasted-bullet": Break(_pasted_bullet),
    "file-name": Break(_file_name, ("candid", "reviewed")),
    "plan-twice": Break(_plan_twice, ("candid", "reviewed")),
}
