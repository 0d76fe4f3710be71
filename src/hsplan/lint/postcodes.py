"""Postcodes, as far as they look like abbreviations: "BR1", of "BR1 3UH"."""

from __future__ import annotations

import re

_AREAS = """
AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU
GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE
PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO
ZE
"""
"""The letters that the districts of the United Kingdom begin with."""


def is_district(word: str) -> bool:
    """Whether a word in capitals has the shape of a postcode's first half, and begins as one of them does."""
    match = re.fullmatch(r"([A-Z]{1,2})\d[A-Z\d]?", word)
    return match is not None and match[1] in _AREAS.split()
