"""How a colour looks to people who see colour differently, and on a mono printer.

The matrices are those of Machado, Oliveira and Fernandes (2009) at full severity, over linear RGB; the distance is
that of CIE 1976 L*a*b* (D65), of which 2 or 3 can just be told apart side by side.
"""

from __future__ import annotations

from typing import NamedTuple

Row = tuple[float, float, float]
Matrix = tuple[Row, Row, Row]

SEEN: dict[str, Matrix] = {
    "everybody": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "a mono printer": ((0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722)),
}
_XYZ: Matrix = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


class Lab(NamedTuple):
    """Lightness from 0 to 100, green to red, blue to yellow."""

    light: float
    red: float
    yellow: float


def linear(colour: str) -> Row:
    """`#rrggbb` as shares of light, 0 to 1."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def seen(colour: str, by: str) -> Lab:
    """A colour as one of `SEEN` sees it."""
    light = tuple(min(max(part, 0.0), 1.0) for part in times(SEEN[by], linear(colour)))
    x, y, z = (_root(part / white) for part, white in zip(times(_XYZ, light), _WHITE, strict=True))
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def apart(one: str, other: str, by: str) -> float:
    """How far two colours stand apart to one of `SEEN`."""
    return float(sum((a - b) ** 2 for a, b in zip(seen(one, by), seen(other, by), strict=True)) ** 0.5)


def times(matrix: Matrix, values: tuple[float, ...]) -> Row:
    """A matrix by a vector."""
    x, y, z = (sum(factor * value for factor, value in zip(row, values, strict=True)) for row in matrix)
    return x, y, z


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116
