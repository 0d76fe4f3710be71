"""A name for a finding that stays the same when lines move: by rule, plan and action, never by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from hsplan.findings import Finding


def fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with its fingerprint: 64 hexadecimal digits, of two alike the second told by its number.

    A finding outside plans, such as one about the owners list, goes by its file.
    """
    from hashlib import sha256

    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = (finding.name, finding.plan or finding.place.path, finding.action)
        seen[key] += 1
        yield finding, sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()
