"""Files of many shapes, and what scikit-learn, statsmodels and fairlearn make of them; an attack on a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from fairlearn.metrics import MetricFrame, false_positive_rate, selection_rate, true_positive_rate
from scipy.optimize import linprog
from sklearn.calibration import calibration_curve
from sklearn.metrics import confusion_matrix, precision_recall_curve, precision_score
from statsmodels.api import OLS
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

# How a file is made: rows, groups, households a row, base rate, how well the score tells, decimals, seed.
SHAPES = [
    (40, 2, 1.0, 0.3, 1.0, 2, 1),
    (200, 5, 0.5, 0.1, 2.0, 1, 2),
    (1000, 3, 0.6, 0.06, 1.0, 3, 3),
    (3000, 8, 0.4, 0.02, 0.0, 2, 4),
    (500, 1, 0.3, 0.5, 3.0, 6, 5),
    (300, 4, 0.02, 0.2, 1.0, 2, 6),
    (120, 2, 0.7, 0.9, -1.0, 15, 7),
    (60, 3, 0.5, 0.0, 1.0, 2, 8),
    (60, 3, 0.5, 1.0, 1.0, 2, 9),
    (2000, 2, 0.9, 0.25, 0.5, 0, 10),
    (100, 6, 1.0, 0.4, 2.0, 1, 11),
    (30, 2, 0.03, 0.5, 1.0, 2, 12),
]
Numbers = dict[str, Any]


@dataclass(frozen=True)
class Made:
    """A file's columns, and a threshold."""

    score: Any
    outcome: Any
    group: Any
    household: Any
    threshold: float

    @property
    def flag(self) -> Any:
        return (self.score >= self.threshold).astype(int)

    def csv(self) -> str:
        rows = zip(self.score, self.outcome, self.group, self.household, strict=True)
        return "score,outcome,group,household\n" + "".join(
            f"{float(s)!r},{y},{g},{h if h >= 0 else ''}\n" for s, y, g, h in rows
        )


def made(rows: int, groups: int, share: float, base: float, tells: float, decimals: int, seed: int) -> Made:
    """Make a file. Children of one household share a part of what makes the outcome likely."""
    chance = np.random.default_rng(seed)
    household = chance.integers(0, max(1, int(rows * share)), rows)
    shared = chance.normal(size=rows)[household]
    nobody_knows = chance.random(rows) < 0.1  # each of these children is alone
    household = np.where(nobody_knows, -1 - np.arange(rows), household)
    outcome = (chance.random(rows) < np.clip(base * (1 + 0.8 * np.tanh(shared)), 0, 1)).astype(int)
    if base in (0.0, 1.0):
        outcome[:] = int(base)
    score = np.round(1 / (1 + np.exp(-(tells * outcome + chance.normal(size=rows) + 0.5 * shared))), decimals)
    group = np.array([f"G{int(each)}" for each in np.minimum(chance.geometric(0.4, rows) - 1, groups - 1)])
    return Made(score, outcome, group, household, float(np.quantile(score, 0.8)))


def effective(counted: Any, household: Any) -> float:
    """Return how many independent children a share counts as, its variance taken from statsmodels' clusters."""
    n, k = len(counted), len(set(household))
    if not n or k == n:
        return float(n)
    p = counted.mean()
    if p in (0, 1) or k < 2:
        return float(k)
    fit = OLS(counted.astype(float), np.ones(n)).fit(
        cov_type="cluster", cov_kwds={"groups": np.unique(household, return_inverse=True)[1]}
    )
    variance = float(fit.cov_params().item())
    return float(n) if variance == 0 else min(float(n), p * (1 - p) / variance)


def shares(made: Made, of: Any) -> dict[str, tuple[float, float, float]]:
    """Return each rate of some rows as the part, the whole and the effective whole."""
    y, flag, house = made.outcome[of], made.flag[of], made.household[of]
    every = np.ones(len(y), bool)
    about = {
        "base": (every, y),
        "flagged": (every, flag),
        "recall": (y == 1, flag),
        "precision": (flag == 1, y),
        "alarm": (y == 0, flag),
    }
    return {
        name: (float(part[whole].sum()), float(whole.sum()), effective(part[whole], house[whole]))
        for name, (whole, part) in about.items()
    }


def range_of(part: float, whole: float, size: float) -> list[float] | None:
    if not whole:
        return None
    return [float(end) for end in proportion_confint(part / whole * size, size, method="wilson")]


Share = tuple[float, float, float]  # the part, the whole and the effective whole


def compared(own: dict[str, Share], base: dict[str, Share], compare: str, method: str) -> Numbers:
    """Return the ends of each rate's difference or ratio."""
    return {rate: against(own[rate], base[rate], compare, method) for rate in own}


def against(a: Share, b: Share, compare: str, method: str) -> list[float] | None:
    """Return the ends of a difference or a ratio by statsmodels, of effective counts."""
    if not a[1] or not b[1] or (compare == "ratio" and not (a[0] and b[0])):
        return None
    found = confint_proportions_2indep(
        a[0] / a[1] * a[2], a[2], b[0] / b[1] * b[2], b[2], compare=compare, method=method
    )
    return [float(end) for end in found]


def expected(made: Made) -> Numbers:
    """Return what the oracles say of a file: counts, rates, ranges, comparisons, tenths and thresholds."""
    names = sorted(set(made.group))
    everyone = np.ones(len(made.group), bool)
    rows = [*(made.group == name for name in names), everyone]
    metrics = {"flagged": selection_rate, "recall": true_positive_rate, "alarm": false_positive_rate}
    frame = MetricFrame(metrics=metrics, y_true=made.outcome, y_pred=made.flag, sensitive_features=made.group)
    counts = []
    for of in rows:
        (left, wrong), (missed, right) = confusion_matrix(made.outcome[of], made.flag[of], labels=[0, 1]).tolist()
        counts.append([right, wrong, missed, left])
    all_shares = [shares(made, of) for of in rows]
    for name, own in zip(names, all_shares, strict=False):  # fairlearn and ours mean the same
        by = frame.by_group.loc[name]
        for rate in ("flagged", "recall", "alarm"):
            part, whole, _ = own[rate]
            assert not whole or abs(part / whole - by[rate]) < 1e-12
    part, whole, _ = all_shares[-1]["precision"]
    assert not whole or abs(part / whole - precision_score(made.outcome, made.flag)) < 1e-12
    precision, recall, thresholds = (
        precision_recall_curve(made.outcome, made.score) if made.outcome.any() else ([], [], [])
    )
    curve = calibration_curve(made.outcome, made.score, n_bins=10, strategy="quantile")
    tenths = [[float(share), float(mean)] for share, mean in zip(*curve, strict=True)]
    return {
        "names": names,
        "counts": counts,
        "shares": [{rate: list(each) for rate, each in own.items()} for own in all_shares],
        "ranges": [{rate: range_of(*each) for rate, each in own.items()} for own in all_shares],
        "differences": [
            {rate: against(own[rate], all_shares[0][rate], "diff", "newcomb") for rate in own}
            for own in all_shares[1:-1]
        ],
        "ratios": [
            {rate: against(own[rate], all_shares[0][rate], "ratio", "log") for rate in own} for own in all_shares[1:-1]
        ],
        "curve": {float(at): (float(p), float(r)) for at, p, r in zip(thresholds, precision, recall, strict=False)},
        "tenths": tenths,
    }


def largest(groups: list[Numbers], marks: list[Numbers], most: int) -> list[tuple[int, str, int, float]]:
    """Return every hidden small number with the largest value that it could have, for all that the table says.

    A linear program over all tables that fit: each group has four counts, what is shown is fixed, and each sum that is
    shown is the sum of its column.
    """
    sums = {  # which of the four counts, and which mark says that their sum is hidden
        "children": ((0, 1, 2, 3), "children"),
        "flagged": ((0, 1), "flagged"),
        "not flagged": ((2, 3), "flagged"),
        "right": ((0,), "hits"),
        "wrong": ((1,), "hits"),
        "missed": ((2,), "misses"),
        "left": ((3,), "misses"),
    }
    size = 4 * len(groups)
    rows, values, hidden = [], [], []
    for name, (places, by) in sums.items():
        for at, (group, mark) in enumerate(zip(groups, marks, strict=False)):
            line = np.zeros(size)
            line[[4 * at + place for place in places]] = 1
            own = sum(group["counts"][place] for place in places)
            if not mark[by]:
                rows.append(line)
                values.append(own)
            elif 0 < own <= most:
                hidden.append((at, name, own, line))
        if not marks[-1][by]:
            line = np.zeros(size)
            line[[4 * at + place for at in range(len(groups)) for place in places]] = 1
            rows.append(line)
            values.append(sum(group["counts"][place] for group in groups for place in places))
    if not hidden:
        return []
    # A group that is listed is known to hold somebody.
    some = [at for at, group in enumerate(groups) if sum(group["counts"])]
    held = {
        "A_ub": np.array([[-float(4 * at <= place < 4 * at + 4) for place in range(size)] for at in some]),
        "b_ub": [-1] * len(some),
    }
    found = []
    for at, name, own, line in hidden:
        best = linprog(-line, **held, A_eq=np.array(rows) if rows else None, b_eq=values or None, bounds=(0, None))
        found.append((at, name, own, float("inf") if best.status == 3 else -best.fun))
    return found


def tables(seed: int, number: int) -> list[list[Numbers]]:
    """Return tables with many small numbers and zeros, of large and small groups."""
    chance = np.random.default_rng(seed)
    found = []
    for _ in range(number):
        scale = chance.choice([0.0, 0.3, 2.0, 6.0, 30.0, 200.0], 4)
        sizes = chance.choice([0.02, 0.1, 1.0, 3.0], int(chance.integers(1, 7)))
        groups = [[int(each) for each in chance.poisson(scale * size)] for size in sizes]
        found.append([{"counts": group, "unknown": int(chance.poisson(3))} for group in groups])
    few = [[2, 0, 0, 0], [1, 1, 0, 0], [0, 2, 0, 0], [0, 1, 1, 0]]  # each is known to hold somebody
    return [*found, [{"counts": group, "unknown": 0} for group in few]]


def unknowns(groups: list[Numbers], marks: list[Numbers], most: int) -> bool:
    """Say whether hidden numbers of rows that are left out can't be worked out from their sum."""
    hidden = [group["unknown"] for group, mark in zip(groups, marks, strict=False) if mark["unknown"]]
    small = [each for each in hidden if 0 < each <= most]
    return not small or marks[-1]["unknown"] or (len(hidden) > 1 and sum(hidden) > most)
