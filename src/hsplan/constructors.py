"""What makes a record of its fields, written out for each number of them.

Python's own named tuples write these lines as text when a program starts and compile them, which for the records of one
report takes as long as reading a plan of twenty actions. Here they are compiled once, when hsplan is installed.
"""

# ruff: noqa: E501, E741

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_new = tuple.__new__

# fmt: off
CONSTRUCTORS: tuple[Callable[..., Any], ...] = (
    lambda kind: _new(kind, ()),
    lambda kind, a: _new(kind, (a,)),
    lambda kind, a, b: _new(kind, (a, b)),
    lambda kind, a, b, c: _new(kind, (a, b, c)),
    lambda kind, a, b, c, d: _new(kind, (a, b, c, d)),
    lambda kind, a, b, c, d, e: _new(kind, (a, b, c, d, e)),
    lambda kind, a, b, c, d, e, f: _new(kind, (a, b, c, d, e, f)),
    lambda kind, a, b, c, d, e, f, g: _new(kind, (a, b, c, d, e, f, g)),
    lambda kind, a, b, c, d, e, f, g, h: _new(kind, (a, b, c, d, e, f, g, h)),
    lambda kind, a, b, c, d, e, f, g, h, i: _new(kind, (a, b, c, d, e, f, g, h, i)),
    lambda kind, a, b, c, d, e, f, g, h, i, j: _new(kind, (a, b, c, d, e, f, g, h, i, j)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k: _new(kind, (a, b, c, d, e, f, g, h, i, j, k)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C)),
    lambda kind, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D: _new(kind, (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, A, B, C, D)),
)
# fmt: on
"""By the number of fields: a kind of record and its fields in their order to the record. Wider ones have a line added."""
