"""What a progress note says of its action as such, in the words that councils use; of a part it says nothing here.

A sentence is read word by word: what it is about ("this action", "work", the thing that the action's title names), then
how ("not", "to be", "partly"), then what ("completed", "under way"), then when. One word too many, and it is about
something narrower: "Training completed for 12 staff".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from hsplan.frozen import Frozen
from hsplan.lint.marked import translated
from hsplan.plan import Progress
from hsplan.timescale import read

_OPEN = frozenset({"achieved", "now routine"})
_BEGUN = _OPEN | {"in progress"}
_LIVE = _BEGUN | {"not started"}
_GOING = frozenset({"achieved", "not started"})


class Saying(Frozen):
    """A statement in a note's own words, the status that it sounds like and those that it contradicts."""

    words: str
    sounds: str
    against: frozenset[str]


_MEANINGS: Mapping[tuple[str, str], tuple[str, frozenset[str]]] = {
    ("", "done"): ("achieved", frozenset({"not started", "in progress", "deferred", "withdrawn"})),
    ("", "undone"): ("in progress", _OPEN),
    ("not", "done"): ("in progress", _OPEN),
    ("later", "done"): ("in progress", _OPEN),
    ("partly", "done"): ("in progress", _GOING),
    ("being", "done"): ("in progress", _GOING),
    ("", "going"): ("in progress", _GOING),
    ("being", "going"): ("in progress", _GOING),
    ("", "begun"): ("in progress", frozenset({"not started"})),
    ("", "ongoing"): ("in progress", frozenset({"not started"})),
    ("work", "ongoing"): ("in progress", frozenset({"achieved", "not started"})),
    ("", "shut"): ("achieved", frozenset({"not started", "in progress", "deferred"})),
    ("", "deferred"): ("deferred", _OPEN),
    ("being", "ongoing"): ("in progress", frozenset({"not started"})),
    ("later", "begin"): ("not started", _OPEN),
    ("not", "begin"): ("not started", _BEGUN),
    ("not", "begun"): ("not started", _BEGUN),
    ("nothing", "begun"): ("not started", _BEGUN),
    ("nothing", "taken"): ("not started", _BEGUN),
    ("", "idle"): ("not started", _BEGUN),
    ("", "dropped"): ("withdrawn", _LIVE | {"deferred", "carried over"}),
    ("", "ended"): ("withdrawn", frozenset({"now routine"})),
    ("not", "needed"): ("withdrawn", _LIVE | {"deferred", "carried over"}),
    ("", "merged"): ("superseded", _LIVE),
    ("", "carried"): ("carried over", _LIVE | {"withdrawn"}),
    ("later", "carried"): ("carried over", _LIVE | {"withdrawn"}),
}
"""How and what to the status that it sounds like and those that it contradicts. What stands in no line says nothing
of a status: "not cancelled"."""

_PARTS = """
about: the|this|that|these|it|action|actions|task|tasks|work|project|there|all|has|have|had|been|be|is|are|was|were|\
now|already|fully|successfully|finally|overall|and|signed|agreed|approved|made|yet|so far|to date|as yet|at present|\
at the moment|in full
manner: on time|on schedule|as planned|early|late|ahead of time
not: not|never|yet to|no longer
nothing: nothing|no work|no action
being: being|currently|still
later: will|shall|should|to|due to|expected to|planned to|hoped to|scheduled to|needs to|need to|must|aim to|likely to
partly: partly|partially|part|nearly|almost|mostly|largely|half|substantially
step: draft|drafting|discussions|talks|negotiations|consultation|recruitment|preparation|preparations|planning|\
development|research|scoping|procurement|tendering
done: done|completed|complete|achieved|finished|delivered|implemented|concluded|fulfilled|signed off
thing: service|scheme
undone: incomplete|unfinished
going: in progress|under way|underway|progressing|in hand
ongoing: ongoing|on-going|on going|continuing
begun: begun|began|started|commenced
begin: begin|begins|start|starts|commence|commences|be started|be begun
idle: no progress
shut: closed
deferred: deferred|postponed
taken: taken|undertaken|happened
dropped: withdrawn|abandoned|cancelled|canceled|dropped|scrapped|discontinued
ended: ended|ceased|stopped
needed: required|needed|necessary|relevant|applicable|appropriate|viable|going ahead|being pursued|pursued|proceeding
merged: superseded|merged
carried: carried forward|carried over|carry forward|carry over|rolled forward|rolled over|roll forward|roll over
"""
_SIGNS = {ord(sign): " " for sign in ".,;:!?()-\u2013\u2014"}
_STOPS = frozenset(".;!?\n")
_BETWEEN = r"\s(?:(?<=[.;!?]\s)\s*|(?<=\n)\n*)"
"""What stands between two sentences: spaces behind a stop, or line ends. It begins with what is rare, for speed."""
_MODES = frozenset({"not", "nothing", "being", "later", "partly"})
_WEAK = frozenset({"", "being", "later"})
"""How it is unless another word says it more strongly: "will not", "still to be"."""
_ACTION = frozenset({"action", "task"})
_WORK = _ACTION | {"work"}
_REASONS = frozenset({"because", "due", "owing", "awaiting", "pending", "as"})
_NO_REASONS = frozenset({"planned", "intended", "expected", "agreed"})
_CONTRAST = frozenset(
    {"but", "however", "although", "though", "except", "apart", "then", "now", "nevertheless", "since", "until", "when"}
)
_NEXT = frozenset({"plan", "strategy", "year", "programme"})
"""What an action is carried over into."""
_JOINS = frozenset(
    {"with", "of", "for", "to", "in", "by", "on", "from", "at", "that", "so", "into", "across", "between"}
)
"""Words behind which a title no longer says what the action is about."""
_SMALL = frozenset({"a", "an", "the", "in", "on", "by", "at", "of", "during", "from", "to", "into", "around", "last"})
_DATED = frozenset({"date", "month", "quarter", "half", "season", "year", "relative"})
_LONGEST_TIME = 40
"""Characters of a time."""
_OTHER_TIMES = frozenset(
    {"in due course", "within the year", "later this year", "last month", "last quarter", "last year"}
)


def contradicting(entry: Progress, title: str) -> Saying | None:
    """The first statement of an entry's note that its status cannot agree with; None where another one agrees with it.

    `title` is the action's: what it names may stand for the action.
    """
    said = list(_sayings(entry.note, title, entry.status))
    if any(saying.sounds == entry.status for _, saying in said):
        return None
    for whole, saying in said:
        taken_further = saying.sounds == "carried over" and entry.into
        if whole and entry.status in saying.against and not taken_further:
            return saying
    return None


def may_state(notes: Iterable[str]) -> list[bool]:
    """Of each note whether it may state something: most hold no such word, which is far faster to see than to read
    them, and fastest of all at once."""
    telling = _telling_words()
    lines = translated("\n".join([note.replace("\n", " ") for note in notes]), _SIGNS).casefold().split("\n")
    return [not telling.isdisjoint(line.split()) for line in lines]


def _sayings(note: str, title: str, status: str) -> Iterator[tuple[bool, Saying]]:
    """What the sentences of a note state for or against a status, each with whether it is sure to be about the whole
    action: the first one is, and one that calls the action by that word or says that it is carried over; what stands
    behind a comma is not."""
    parts = (note,) if _STOPS.isdisjoint(note[:-1]) else re.split(_BETWEEN, note)
    for number, sentence in enumerate(parts):
        if sentence.endswith("?"):
            continue
        stated = sentence.strip(" .;!")
        _, _, rest = stated.partition(", ")
        more = _saying(rest, title, status) if rest else None  # it counts only where the first part is a statement
        saying = _saying(stated, title, None if more else status)
        if saying:
            whole = number == 0 or "action" in saying.words.casefold() or saying.sounds == "carried over"
            yield whole, saying
            if more:  # "Carried forward twice, completed in May"
                yield False, more


def _saying(sentence: str, title: str, status: str | None) -> Saying | None:
    """What it states; with a status, only where that speaks for or against it, since reading times takes long."""
    first = sentence.partition(" ")[0]
    if first.isalpha() and first.casefold() not in _widths() and not _about(first.casefold(), title):
        return None  # as most: what begins with a word of no kind is about something else
    cut = re.search(r"[,:(]|\s[-\u2013\u2014]\s", sentence)
    head, rest = (sentence[: cut.start()].rstrip(), sentence[cut.end() :].lstrip()) if cut else (sentence, "")
    colon = cut is not None and cut[0] == ":"
    low = head.casefold().replace("\u2019", "'")
    if "%" in low or "cent" in low:
        low = re.sub(r"(?<=\d)\s*(?:%|per ?cent\b)", "%", low)
    words = low.split()
    how, what, tail = _parsed(words, title)
    if not what:
        return None
    if what == "shut" and _ACTION.isdisjoint(words[:tail]):
        return None  # of an office or a bidding round
    if what == "ended" and not {"project", "work"}.isdisjoint(words[:tail]):
        return None  # what comes after it may be routine
    if what == "ongoing" and how in ("", "being") and not _WORK.isdisjoint(words[:tail]):
        how = "work"  # what goes on by itself may be achieved
    meaning = _MEANINGS.get((how, what))
    if meaning is None or colon:
        return None
    sounds, against = meaning
    if status is not None and status != sounds and status not in against:
        return None
    if not _ends(how, what, words[tail:], rest.casefold().rstrip(")")):
        return None
    if "step" in _kinds(words[:tail]):  # a step that is under way says only that it has begun
        if what not in ("going", "begun", "ongoing") or how:
            return None
        against = frozenset({"not started"})
    if "thing" in _kinds(words[:tail]) and what != "ended":  # a service that has begun is no action that has
        return None
    if what == "idle" and (_this_time(words[tail:]) or not _REASONS.isdisjoint(words[tail : tail + 1])):
        against = _OPEN  # what has begun may stand still for a quarter, or for a reason
    return Saying(head, sounds, against)


def _parsed(words: list[str], title: str) -> tuple[str, str, int]:
    """How, what, and the number of the first word behind; what is "" where the sentence is about something else."""
    at, how = 0, ""
    while at < len(words):
        kind, width = _kind(words, at)
        if kind == "" and not how and _about(words[at], title):
            kind, width = "about", 1
        at += width
        if kind in ("", "manner"):
            break
        if kind in _MODES:
            how = kind if how in _WEAK else how
        elif kind not in ("about", "step", "thing"):
            # "Nothing completed" leaves open that something has begun; "nothing done" does not.
            return how, "taken" if how == "nothing" and words[at - 1] == "done" else kind, at
    return "", "", at


def _ends(how: str, what: str, tail: list[str], rest: str) -> bool:
    """Whether the words behind leave it a statement of the whole: nothing, a time, a reason."""
    done = what in ("done", "ended") and how == ""
    if done and rest:
        return not tail and _time(rest)
    if what == "deferred" and tail[:1] in (["to"], ["until"], ["till"]):
        return _time(" ".join(tail[1:])) and _CONTRAST.isdisjoint(re.findall(r"[a-z]+", rest))
    if _CONTRAST.intersection([*tail, *re.findall(r"[a-z]+", rest)]):
        return False
    kinds = _kinds(tail)
    if kinds <= ({"about", "manner", "done"} if done else {"about"}):
        return True
    if what == "merged" and tail[0] in ("with", "by", "into"):
        return True
    if what == "carried" and tail[0] in ("to", "into"):
        return any(word.strip("'\u201d\"") in _NEXT or re.match(r"20\d\d", word) for word in tail)
    if what == "carried" and tail[0] == "for":  # "for two years": until then
        return False
    if what == "idle" and (length := _this_time(tail)):
        tail = tail[length:]
        if not tail:
            return True
    if not done and tail[0] in _REASONS:
        return _NO_REASONS.isdisjoint(tail[1:2])
    if done and _signed_off(tail):
        return True
    if done and tail[0] == "by":  # "Complete by March" may be what is asked for
        return False
    return how not in ("not", "nothing") and what != "idle" and _time(" ".join(tail))


def _this_time(words: list[str]) -> int:
    """How many words at the beginning name the time that is reported on: "this quarter"."""
    return 2 if words[:1] == ["this"] and words[1:2] in (["quarter"], ["month"], ["period"], ["year"]) else 0


def _signed_off(tail: list[str]) -> bool:
    """Whether the words behind say who has agreed to what is done: "and signed off by the Board"."""
    if "by" not in tail:
        return False
    at = tail.index("by")
    return at > 0 and _kinds(tail[:at]) <= {"about", "done"} and tail[at + 1 : at + 2] == ["the"]


def _kinds(words: list[str]) -> set[str]:
    """The kinds of these words; "" where there is one that is of no kind."""
    at, found = 0, set()
    while at < len(words):
        kind, width = _kind(words, at)
        found.add(kind)
        at += width
    return found


def _kind(words: list[str], at: int) -> tuple[str, int]:
    word = words[at]
    if word[-1] == "%" and word[:-1].isdecimal():
        return {"100%": "about", "0%": "not"}.get(word, "partly"), 1
    for width in range(_widths().get(word, 0), 0, -1):
        kind = _parts().get(" ".join(words[at : at + width]))
        if kind:
            return kind, min(width, len(words) - at)
    return "", 1


@cache
def _parts() -> Mapping[str, str]:
    lines = (line.split(": ") for line in _PARTS.split("\n") if line)
    return {phrase: kind for kind, phrases in lines for phrase in phrases.split("|")}


@cache
def _widths() -> Mapping[str, int]:
    """How many words the longest phrase has that begins with a word."""
    widths: dict[str, int] = {}
    for words in map(str.split, _parts()):
        widths[words[0]] = max(len(words), widths.get(words[0], 0))
    return widths


@cache
def _telling_words() -> frozenset[str]:
    """The words of which a statement needs one: of each phrase that says what, its longest."""
    kinds = {what for _, what in _MEANINGS}
    said = [phrase.translate(_SIGNS).split() for phrase, kind in _parts().items() if kind in kinds]
    return frozenset(max(words, key=len) for words in said)


def _about(word: str, title: str) -> bool:
    """Whether it is the one thing that an action is about: "protocol", of "Agree a protocol with hospitals"."""
    stem, title = word.rstrip("s"), title.casefold()
    if len(word) < 4 or stem not in title or re.search(r"[,;&+/]|\b(?:and|then|or)\b", title):
        return False
    words = title.split()
    end = next((number for number, each in enumerate(words) if number > 1 and each in _JOINS), len(words))
    return stem in [each.rstrip("s") for each in words[:end]]


def _time(words: str) -> bool:
    """Whether these words are a time and nothing more."""
    if words in _OTHER_TIMES or len(words) > _LONGEST_TIME:
        return words in _OTHER_TIMES
    found = read(words)
    past = list(words)
    for span in found.used:
        past[span.start : span.end] = " " * (span.end - span.start)
    return found.kind in _DATED and not found.condition and _SMALL.issuperset(re.findall(r"[^\W_]+", "".join(past)))
