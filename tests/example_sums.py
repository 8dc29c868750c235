"""Statistics for the tests of made-up examples, in plain Python: counts, Wilson ranges, and what a sample can tell."""

import math
from collections.abc import Callable, Iterable
from types import SimpleNamespace

from tests.make_referrals import FLAG_AT, Row

Z = 1.959963984540054  # of a 95 % range


Counts = SimpleNamespace  # the four groups of children at one threshold, and what they come to


def count(rows: Iterable[Row], score: str = "score", at: float = FLAG_AT) -> Counts:
    """Count children by flag and outcome; `score` is the column's name."""
    found = [(float(getattr(row, score)) >= at, row.plan_within_year == "yes") for row in rows]
    right, wrong, missed, left = (found.count((flag, plan)) for flag in (True, False) for plan in (True, False))
    sums = {"outcome": right + missed, "flagged": right + wrong, "without": wrong + left, "all": len(found)}
    return Counts(right=right, wrong=wrong, missed=missed, left=left, **sums)


def wilson(errors: int, children: int) -> tuple[float, float]:
    """Return both ends of the 95 % range of a share (Wilson 1927), from 0 to 1."""
    return _ends(errors / children, children)


def _ends(share: float, number: float) -> tuple[float, float]:
    middle, half = 2 * number * share + Z * Z, Z * math.sqrt(Z * Z + 4 * number * share * (1 - share))
    return (middle - half) / (2 * (number + Z * Z)), (middle + half) / (2 * (number + Z * Z))


def widened(rows: Iterable[Row], error: Callable[[Row], bool]) -> tuple[float, float]:
    """Return both ends of a share's 95 % range where the children of a household resemble each other.

    The children are divided by the design effect: the variance between households by that of independent children.
    """
    homes: dict[str, list[bool]] = {}
    for row in rows:
        homes.setdefault(row.household, []).append(error(row))
    children = sum(map(len, homes.values()))
    share = sum(map(sum, homes.values())) / children
    spread = sum((sum(home) - share * len(home)) ** 2 for home in homes.values()) * len(homes) / (len(homes) - 1)
    return _ends(share, children / max(1.0, spread / children / (share * (1 - share))))


def difference(first: tuple[int, int], second: tuple[int, int]) -> tuple[float, float]:
    """Return both ends of the 95 % range of second minus first (Newcombe 1998, method 10); each is errors, children."""
    (e1, n1), (e2, n2) = first, second
    (low1, high1), (low2, high2) = wilson(e1, n1), wilson(e2, n2)
    p1, p2 = e1 / n1, e2 / n2
    return p2 - p1 - math.hypot(p2 - low2, high1 - p1), p2 - p1 + math.hypot(high2 - p2, p1 - low1)


def chance_to_tell(children: int, low: float = 0.1, high: float = 0.3) -> float:
    """Return how likely a test with so many children in each group is to show that `high` is above `low`.

    Exact: the sum over every pair of counts whose range of the difference lies above 0.
    """

    def chances(share: float) -> list[float]:
        return [math.comb(children, k) * share**k * (1 - share) ** (children - k) for k in range(children + 1)]

    one, two = chances(low), chances(high)
    return sum(
        one[e1] * two[e2]
        for e1 in range(children + 1)
        for e2 in range(e1 + 1, children + 1)
        if difference((e1, children), (e2, children))[0] > 0
    )


def whole(share: float) -> int:
    """Return a share in 100, rounded half up."""
    return math.floor(100 * share + 0.5)


def span(errors: int, children: int) -> str:
    """Return a share's 95 % range as pages say it, such as `8% to 12%`."""
    low, high = wilson(errors, children)
    return f"{whole(low)}% to {whole(high)}%"
