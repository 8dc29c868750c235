"""A ratio that was measured, and the one that we want. Ratios compare machines; seconds do not."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`what` is measured, in words. Less is better."""

    what: str
    value: float
    goal: float

    def __str__(self) -> str:
        return f"{self.what}: {self.value:.2f} (goal {self.goal:.2f})"


def median_ratio(pairs: Sequence[tuple[float, float]]) -> float:
    """Return the median of ours over theirs, pair by pair. Both in the same unit, theirs above nought.

    Raises:
        statistics.StatisticsError: there is no pair.
    """
    return statistics.median(ours / theirs for ours, theirs in pairs)


def spread(pairs: Sequence[tuple[float, float]]) -> str:
    """Return in words how far the pairs lie apart: a machine that others use too gives another ratio each time."""
    ratios = [ours / theirs for ours, theirs in pairs]
    return f"The median of {len(ratios)} pairs, from {min(ratios):.2f} to {max(ratios):.2f}."


def growth(small: tuple[int, float], large: tuple[int, float], base: float) -> float:
    """Return the cost of one more thing in a large heap over that in a small one: about 1 where the cost is linear.

    Args:
        small, large: how many things there were, and the seconds that they took.
        base: the seconds that none of them took, in the same surroundings.
    """
    return ((large[1] - base) / large[0]) / ((small[1] - base) / small[0])
