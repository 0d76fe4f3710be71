"""What in a text tells who somebody is: an e-mail address, a telephone number, a name with a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsplan.lint.marked import outlined, places_of

_PHONE_SIGN = r"0(?<!\d0)\d{2,4}\)?[\s-]*\d{3,4}[\s-]*\d{3}"
_SMALL_TITLE = r"mrs?\b(?<!\wmr)(?<!\wmrs)"
_INITIALS = bytes.maketrans(b"MDPCRSLB", b"MMMMMMMM")
_OUTLINE = (
    rb"M(?<!\w\w)(?:r[sM]?|M[sM]?M?|[sx]|i(?:ss|r)|rof(?:essor)?|llr|o(?:uncillor|rd)|ev(?:d|erend)?|EVM|"
    rb"a(?:me|dy|roness))\b"
)
_TITLE_SIGN = (
    r"(?:M(?:rs?|RS?|s|x|iss)|D(?:r|ame)|Prof(?:essor)?|C(?:llr|LLR|ouncillor)|R(?:ev(?:d|erend)?|EVD)|Sir|L(?:ord|ady)|"
    r"Baroness)\b"
)
"""Titles, and their outline, in which one letter stands for all that they begin with."""
_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de"
_EMAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w"
_PHONE = (
    r"(?<![\w.,/-])(?!\(?(?:\+44[ -]?(?:\(0\)[ -]?)?|0)[38])"
    r"(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?![\w/-])"
)
"""03 and 08 are numbers of services: freephone helplines, switchboards."""
_NOBLE = ("Sir", "Dame", "Lord", "Lady", "Baroness")
_TITLE = rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Rev|Revd|Reverend|{'|'.join(_NOBLE)})"
_SURNAME = (
    r"(?:(?:de|van|von|der|den|la|le|du)\s|al-|el-)*"
    rf"[{_UPPER}](?:['\u2019](?=[{_UPPER}])|[\w-])*[^\W\d_]"
)
_PERSON = (
    rf"{_TITLE}(?:\.\s*|\s+)(?:[A-Z](?:\.\s?|\s)|[A-Z]{{2,3}}\s){{0,3}}{_SURNAME}"
    rf"|\b(?:MRS?|CLLR|REVD)(?:\.\s*|\s+)(?!(?:AND|OR)\b)(?:[A-Z](?:\.\s?|\s)){{0,3}}[{_UPPER}'\u2019-]{{3,}}\b"
    r"|\b(?<!& )[Mm]rs?(?:\.\s*|\s+)(?!(?i:and|or|who|is|in|the|to|of)\b)(?:[a-z]\.\s?){0,3}[^\W\d_]{2,}"
)
"""In small letters behind "mr" and "mrs" only; behind capitals only in capitals, for "MRS applications" are none."""
_MORE = rf"(?:['\u2019]s?)?((?:\s+[{_UPPER}][\w-]*)*)"
_LOOK_AHEAD = 60
"""Characters behind a name that are looked at."""
_THINGS = """
House Home Homes Hostel Court Lodge Centre Trust Project Foundation Hospital Surgery Clinic Practice School Street Road
Avenue Close Fund Charity Memorial Bike
"""
"""What is named after a person and is none; "Dr Bike" mends bicycles."""
_STREETS = """
Almshouses Arms Buildings Crescent Drive Estate Flats Gardens Mansions Mews Square Terrace
"""
"""What is named after people of rank, and nobody's surname; "Lord Nelson St" is another."""
_COUNTIES = """
Aberteifi Benfro Ceredigion Ddinbych Drefaldwyn Faesyfed Feirionnydd Forgannwg Frycheiniog Fôn Fon Fynwy Gaerfyrddin
Gaernarfon Gâr Gar Powys Ynys
"""
"""In Welsh "Sir" means county: of the counties, as they are written behind it, all; behind "Cyngor" (council) any."""
_PROGRAMS = frozenset({"Excel", "Forms", "Office", "Outlook", "Teams", "Word"})
"""What "Ms" is written before where a company's program is meant."""
_OFFICES = frozenset({
    "Mayor", "Mayoress", "Provost", "Lieutenant", "Chancellor", "Advocate", "Justice", "Justices", "Chief", "President",
})  # fmt: skip
"""What follows "Lord" and "Lady" where an office is meant."""
_ROLES = """
Champion Champions Training Development Working Task Group Briefing Briefings Forum Enquiries Lead Portfolio Call Member
Members Services Support Involvement
"""
"""Words that follow "Councillor" or "Cllr" where nobody is named."""
_SERVICES = """
housing homeless option advice inform info enquir inquir customer service contact team support admin benefit council
democra committee strateg polic consult landlord tenan outreach referral safeguard adult children welfare domestic abuse
health planning allocation register choice prevent perform partnership private sector accommodation solution lettings
communit social
"""
"""Of which the name of a service's mailbox holds one."""
_MAILBOXES = frozenset({"help", "mail", "care", "hub", "press", "hello", "data", "money", "debt", "office", "duty"})
"""The whole of such a name, or of a part of it."""


def signs_in(text: str) -> list[int]:
    """Where in a text something may begin, or stand, that tells who somebody is; in order."""
    found = [at for sign in ("@", "+") for at in places_of(sign, text)]
    found += [match.start() for sign in (_PHONE_SIGN, _SMALL_TITLE) for match in re.finditer(sign, text)]
    likely = [match.start() for match in re.finditer(_OUTLINE, outlined(text, _INITIALS))]
    return sorted(found + [at for at in likely if re.compile(_TITLE_SIGN).match(text, at)])


def telling(text: str) -> Iterator[tuple[str, str]]:
    """Each thing in a text that tells who somebody is, once: its words and what it is."""
    seen = set()
    for what, found in (
        ("an e-mail address", _addresses(text)),
        ("a telephone number", (_whole(match[0]) for match in re.finditer(_PHONE, text))),
        ("a person's name", names(text)),
    ):
        for words in found:
            if words not in seen:
                seen.add(words)
                yield words, what


def _whole(number: str) -> str:
    """The number without a bracket that only opens before it: that is the sentence's."""
    return number if ")" in number else number.lstrip("(")


def names(text: str) -> Iterator[str]:
    """Persons' names with a title; of several words behind it those that are the name's for certain."""
    for match in re.finditer(_PERSON, text):
        behind = re.match(_MORE, text[match.end() : match.end() + _LOOK_AHEAD])
        more = behind[1].split() if behind else []
        title, *_, last = match[0].split()
        if _names_a_thing(title.rstrip("."), last, more):
            continue
        if title == "Sir" and (last in _COUNTIES.split() or text[: match.start()].endswith("yngor ")):
            continue
        whole = behind is not None and len(more) == 1 and not behind.start(1)
        yield f"{match[0]} {more[0]}" if whole else match[0]


def _names_a_thing(title: str, last: str, more: list[str]) -> bool:
    """Whether a title and a name, with the words in capitals behind them, are a house's, a charity's, an office's."""
    noble = title in _NOBLE
    near = more[:2] if noble else more[:1]  # streets and schools have whole names of such people
    if last.startswith("Barnardo") or not set(_THINGS.split()).isdisjoint((last, *near)):
        return True
    if noble and (not set(_STREETS.split()).isdisjoint(near) or (near and near[-1] == more[-1] == "St")):
        return True
    if title in ("Lord", "Lady"):
        return last in _OFFICES or "Hall" in near
    if title == "Ms":
        return last in _PROGRAMS
    return title in ("Councillor", "Cllr") and last in _ROLES.split()


def _addresses(text: str) -> Iterator[str]:
    return (match[0] for match in re.finditer(_EMAIL, text) if not _shared(match[0]))


def _shared(address: str) -> bool:
    """Whether a mailbox is a service's by its name: "housing.options@", and also "oxford.housing@oxford.gov.uk"."""
    name, _, place = address.casefold().partition("@")
    parts = [part for part in re.split(r"[\W\d_]+", name) if part]
    services = _SERVICES.split()
    named = [part for part in parts if part in _MAILBOXES or any(word in part for word in services)]
    return bool(named) and all(part in named or part in place or part in ("and", "the", "of", "for") for part in parts)
