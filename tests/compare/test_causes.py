"""One cause, one change: what moves, goes or is taken over together is told of once."""

from __future__ import annotations

from tests.compare.plans import PLAN, compared, replaced, told

A12 = PLAN[PLAN.index("          A1.2:") : PLAN.index("      A2:")]
A2 = PLAN[PLAN.index("      A2:") :]
EACH = replaced("lead: [City, County]", "each: [City, County]")
YEARS = replaced(
    "adopted: 2013-04-01",
    'adopted: 2013-04-01\nphases:\n  one: {title: "Year One", from: 2013-04-01, to: 2014-03-31}',
    replaced("timescale: December 2014", "timescale: Year One"),
)


def test_an_id_that_went_to_another_action_is_a_removal_and_a_new_one() -> None:
    new = replaced(A12, '          A1.2: {title: "Buy a copier", lead: City, timescale: June 2015}\n')
    assert told(PLAN, new) == [
        "progress added: A1.2 Buy a copier: new, led by City, due June 2015",
        "weakened removed: A1.2 Train the advice staff in mediation: removed without saying how it ended; it was due "
        'December 2014, led by County; its id stands for "Buy a copier" now',
    ]


def test_an_action_that_keeps_anything_is_the_same_one() -> None:
    for kept in ("lead: County, timescale: June 2015", "lead: City, timescale: December 2014"):
        new = replaced(A12, f'          A1.2: {{title: "Buy a copier", {kept}}}\n')
        assert "attention retitled" in " ".join(told(PLAN, new))
        assert "removed" not in " ".join(told(PLAN, new))


def test_a_theme_goes_with_its_goals() -> None:
    more = PLAN + '  B:\n    title: "Housing"\n    goals:\n      B1:\n        title: "Empty homes"\n'
    action = '        actions:\n          B1.1: {title: "Count them", lead: City, timescale: annually}\n'
    assert told(more + action, PLAN) == [
        "attention group-removed: theme B Housing: the theme was removed with its goal B1; 1 action stood in it",
        "weakened removed: B1.1 Count them: removed without saying how it ended; it was led by City, "
        'timescale "annually"',
    ]
    assert told(PLAN, more) == ["editorial group-added: theme B Housing: a new theme with its goal B1"]
    goal = PLAN.replace(A2, "")
    assert (
        told(PLAN, goal)[0] == "attention group-removed: goal A2 More homes: the goal was removed; 1 action stood in it"
    )


def test_dates_that_move_with_the_plan_are_promises_rewritten() -> None:
    later = replaced("to: 2014-03-31}", "to: 2015-03-31}", YEARS)
    assert told(YEARS, later) == [
        "weakened dates-moved: plan example-2013 An example: its phases changed, which moves 1 first due date without "
        "a date change: A1.2 from March 2014 to March 2015"
    ]
    draft = [replaced("adopted: 2013-04-01\n", "", text) for text in (YEARS, later)]
    assert told(*draft) == ["editorial details-changed: plan example-2013 An example: phases changed"]


def test_milestones_move_with_the_plan_too() -> None:
    old, new = (replaced("timescale: June 2013}", "timescale: Year One}", text) for text in (YEARS, YEARS))
    new = replaced("to: 2014-03-31}", "to: 2015-03-31}", new)
    assert told(old, new)[0].endswith(
        'moves 2 first due dates without a date change: A1.1\'s milestone "Draft sent out" from March 2014 to March '
        "2015; A1.2 from March 2014 to March 2015"
    )


def test_an_adoption_taken_back_is_weakened() -> None:
    assert told(PLAN, replaced("adopted: 2013-04-01\n", "")) == [
        "weakened adoption-changed: plan example-2013 An example: adopted no longer; it said 1 April 2013"
    ]
    months = replaced("timescale: December 2014", "timescale: within 6 months of adoption")
    assert told(months, replaced("adopted: 2013-04-01", "adopted: 2014-04-01", months)) == [
        "weakened adoption-changed: plan example-2013 An example: adopted on 1 April 2014; it said 1 April 2013, which "
        "moves 1 first due date without a date change: A1.2 from 1 October 2013 to 1 October 2014"
    ]


def test_one_who_no_longer_has_to_do_it() -> None:
    open_one = replaced("status: achieved", "status: in progress", EACH)
    head = "A2.1 Open a crash pad scheme for young people"
    assert told(open_one, replaced("each: [City, County]", "each: [City]", open_one)) == [
        f"weakened each-removed: {head}: County no longer has to do it"
    ]
    assert told(EACH, replaced("each: [City, County]", "each: [City]", EACH)) == [
        f"attention lead-changed: {head}: County no longer has to do it"
    ]
    group = replaced(
        "  County: {kind: organisation}\n",
        "  County: {kind: organisation}\n  All: {kind: group, members: [City, County]}\n",
        EACH,
    )
    assert told(group, replaced("each: [City, County]", "each: [All]", group)) == [
        f"editorial wording: {head}: who must each do it is written as All"
    ]


def test_all_who_achieved_it_are_named() -> None:
    start = replaced(
        '            progress:\n              - {date: 2014-03-31, status: achieved, note: "Open since February"}\n',
        "",
        EACH,
    )
    entries = "".join(
        f"              - {{date: 2014-03-31, by: {who}, status: achieved}}\n" for who in ("City", "County")
    )
    assert told(start, f"{start}            progress:\n{entries}") == [
        "progress achieved: A2.1 Open a crash pad scheme for young people: achieved, reported 31 March 2014 by City "
        "and County, 2 entries added"
    ]


def test_no_new_entry_is_swallowed_by_another() -> None:
    start = replaced('              - {date: 2014-03-31, status: achieved, note: "Open since February"}\n', "", EACH)
    head = "progress achieved: A2.1 Open a crash pad scheme for young people: achieved, reported 31 March 2014"

    def added(*entries: str) -> list[str]:
        return told(start, start + "".join(f"              - {{{each}}}\n" for each in entries))

    both = "date: 2014-03-31, by: {}, status: achieved, note: {}"
    assert added(both.format("City", '"Open in May."'), both.format("County", '"Open in June."')) == [
        f"{head} by City and County, 2 entries added; 31 March 2014 (City): Open in May; "
        "31 March 2014 (County): Open in June"
    ]
    assert added(both.format("City", '"Open now."'), both.format("County", '"Open now."')) == [
        f"{head} by City and County, 2 entries added; Open now."
    ]
    first = 'date: 2013-12-31, status: in progress, note: "A house found"'
    assert added(first, "date: 2014-03-31, status: achieved") == [
        f"{head}, 2 entries added; 31 December 2013: A house found"
    ]


def test_what_a_target_means_is_no_detail() -> None:
    assert told(PLAN, replaced("better: lower", "better: higher")) == [
        "attention target-changed: indicator acceptances Homeless acceptances: the target stands, but what counts as "
        "better was lower and is now higher"
    ]


def test_a_likeness_among_several_says_so() -> None:
    two = replaced('"Draw up a protocol on rent arrears"', '"Train the advice staff in mediation"')
    new = two.replace("          A1.1:", "          A1.8:").replace("          A1.2:", "          A1.9:")
    assert told(two, new)[0] == (
        "attention renumbered: A1.8 Train the advice staff in mediation: renumbered A1.1 to A1.8; taken for the same "
        "by its title, which others have too"
    )


def test_every_meeting_is_a_change_of_its_own() -> None:
    """A new one must not pass for another that was seen."""
    first = "  - {date: 2013-06-03"
    two = replaced(first, f"  - {{date: 2013-09-03, body: Board}}\n  - {{date: 2013-12-03, body: Board}}\n{first}")
    for old, new in ((PLAN, two), (two, PLAN)):
        changes = compared(old, new)
        assert len(changes) == len({each.fingerprint for each in changes}) == 2
