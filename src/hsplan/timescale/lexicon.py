"""The words that the grammar knows one by one: word -> (class, value). Phrases stand in the tables of forms."""

from __future__ import annotations

from typing import Any, Final

from hsplan.timescale.days import listed

_MONTHS: Final = {
    1: "jan january", 2: "feb febr february", 3: "mar march", 4: "apr april", 5: "may", 6: "jun june",
    7: "jul july", 8: "aug august", 9: "sep sept september", 10: "oct october", 11: "nov november", 12: "dec december",
}  # fmt: skip
_SEASONS: Final = {0: "spring", 1: "summer", 2: "autumn", 3: "winter"}
_WEEKDAYS: Final = (
    "mon monday mondays", "tue tues tuesday tuesdays", "wed weds wednesday wednesdays",
    "thu thur thurs thursday thursdays", "fri friday fridays",
    "sat saturday", "sun sunday",
)  # fmt: skip
_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
}  # fmt: skip
_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "last": -1, "final": -1,
}  # fmt: skip

# One class a line. Words of a class with no value are all alike to the grammar.
_CLASSES: Final = {
    "uhour": "hour hours hr hrs",
    "uday": "day days",
    "uweek": "week weeks wk wks",
    "umonth": "month months mth mths mnth mnths",
    "uquarter": "quarter quarters qtr qtrs q qu qs",
    "uhalf": "half h halves",
    "uyear": "year years yr yrs y ys yy",
    "fortnight": "fortnight fortnights",
    "fy": "fy fin fiscal financial",
    "fye": "fye",
    "schoolw": "academic school",
    "callw": "calendar",
    "municipal": "municipal civic",
    "termw": "term terms",
    "phase": "phase phases stage",
    "every": "each every",
    "end": "end ends eo close",
    "mid": "mid middle midway",
    "early": "early",
    "late": "late",
    "beginning": "beginning outset",
    "begin": "start starts begin begins commence commences commencement",
    "starting": "starting commencing wef",
    "before": "before pre",
    "after": "after post",
    "following": "following",
    "since": "since",
    "from": "from",
    "to": "to thru",
    "until": "until til till untill",
    "between": "between",
    "onwards": "onwards onward forward forwards on+",
    "within": "within",
    "by": "by due latest",
    "next": "next coming upcoming forthcoming",
    "this": "this current",
    "plan": "plan strategy programme plans strategies",
    "life": "life lifetime lifespan duration course length",
    "adopt": "adoption adopted approval approved",
    "publish": "publication launch publishing published",
    "working": "working",
    "approx": "approx approximately circa around about roughly provisionally provisional indicative estimated",
    "status": "completed complete done achieved finished closed ended launched commenced began begun started "
    "established introduced implemented delivered",
    "careful": "revised extended extend delayed delay slipped slipping postponed originally original previously "
    "deferred except excluding rolled rescheduled was suspended paused overdue",
    "least": "plus minimum least earliest",
    "est": "est",
    "not": "not never",
    "review": "review reviews reviewed reviewing reviewable",
    "junk": "th st nd rd",
    "old": "old olds",
    "ongoing": "ongoing",
    "regular": "regular regularly",
    "tbc": "tbc tba tbd",
    "wc": "wc wb",
    "refw": "priority action objective goal theme outcome aim task item ref reference milestone recommendation strand "
    "step option workstream",
    "short": "short",
    "medium": "medium",
    "long": "long",
    "subject": "subject",
    "st": "st nd rd th ˢᵗ ⁿᵈ ʳᵈ ᵗʰ",
}  # fmt: skip

# Words that never carry time: they may stand beside a date unused, without a doubt.
PLAIN: Final = frozenset(
    listed(
        "a an and action actions activity agreed all annually are as at available be been begin board bodies "
        "budget business cabinet case committee completion consultation council councils date dates deadline "
        "delivery develop developed development draft established event events final for group has have "
        "housing implement implementation implemented in into introduced is it launch launched lead live "
        "local meeting meetings milestone milestones monitoring of on or operational our paper plan plans "
        "policy post produce produced progress project publish published quarterly ready recommendations "
        "report reported reporting reports review reviewed set signed start started steering strategy submit "
        "submitted target targets that their then this timescale timeframe timescales timetable to training "
        "undertaken up update updated was we will with work works"
    )
)


def _build() -> dict[str, tuple[str, Any]]:
    known: dict[str, tuple[str, Any]] = {}
    for cls, written in _CLASSES.items():
        for word in listed(written):
            known[word] = (cls, None)
    for table, cls in ((_MONTHS, "month"), (_SEASONS, "season")):
        for value, written in table.items():
            for word in listed(written):
                known[word] = (cls, value)
    for number, written in enumerate(_WEEKDAYS):
        for word in listed(written):
            known[word] = ("weekday", number)
    known["twice"], known["thrice"] = ("ntimes", 2), ("ntimes", 3)
    known.update({word: ("numw", value) for word, value in _NUMBERS.items()})
    known.update({word: ("ordw", value) for word, value in _ORDINALS.items()})
    return known


WORDS: Final = _build()
