"""Works out the statistics of one's own results a second time, with the libraries of requirements-prove.txt.

`python -m tests.measure.oracles` writes tests/cases/site/results.json, which the browser's tests compare with.
"""

from __future__ import annotations

import base64
import json
import shutil
from importlib import import_module
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.results_cases import MOST, SHAPES, STORED, Made, Numbers, close, made, stored, tables
from tests.conftest import FLAGS, NAMES, ROOT
from tests.measure.ground import Fails, Ground, NotTried

HIDE = ROOT / "docs" / "assets" / "numbers" / "results" / "hide.js"
PROTECT = "([code, tables, most]) => import(code).then(({ protect }) => tables.map((each) => protect(each, most)))"
STEPS = 20  # thresholds that the page shows at most
Share = list[float]  # the part, the whole and the effective whole
# Which of the four counts a published number is the sum of, and which mark says that it is hidden.
SUMS = [((0, 1, 2, 3), "children"), ((0, 1), "flagged"), ((2, 3), "flagged"), ((0,), "hits"), ((1,), "hits"),
        ((2,), "misses"), ((3,), "misses")]  # fmt: skip


def figures(_: Ground) -> str:
    """the figures of one's own results are those of scikit-learn, statsmodels and fairlearn, and none hidden leaks"""
    try:
        found = worked_out()
    except ModuleNotFoundError as missing:
        raise NotTried(f"{missing.name} is not here: python3 scripts/prepare.py prove") from None
    if not close(found, stored()):
        raise Fails(f"{STORED.name} differs: .venv/bin/python -m tests.measure.oracles writes it anew")
    return f"{len(found['files'])} files, {len(found['hidden'])} tables"


def worked_out() -> Numbers:
    """Return what others make of each file, and what is hidden in each table, of which nothing leaks."""
    files = [expected(made(*shape)) for shape in SHAPES]
    marks = hidden()
    small = 0
    for groups, own in zip(tables(), marks, strict=True):
        limits = largest(groups, own)
        small += len(limits)
        if any(limit <= MOST for limit in limits) or shown(groups, own) or not unknowns(groups, own):
            raise Fails(f"a small number of {groups} can be worked out")
    assert small > 200
    rows = [" ".join("".join(str(int(mark)) for mark in row.values()) for row in own) for own in marks]
    return {"files": files, "hidden": rows}


def hidden() -> list[list[Numbers]]:
    """Return what the page's own module hides of each table, in a browser."""
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    code = f"data:text/javascript;base64,{base64.b64encode(HIDE.read_bytes()).decode()}"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=FLAGS)
        marks: list[list[Numbers]] = browser.new_page().evaluate(PROTECT, [code, tables(), MOST])
        browser.close()
    return marks


def expected(file: Made) -> Numbers:
    """Return what the oracles say of a file: counts, rates, ranges, comparisons, tenths and thresholds."""
    np, metrics = import_module("numpy"), import_module("sklearn.metrics")
    fair = import_module("fairlearn.metrics")
    score, outcome, group = np.array(file.score), np.array(file.outcome), np.array(file.group)
    flag = (score >= file.threshold).astype(int)
    names = sorted(set(file.group))
    rows = [*(group == name for name in names), np.ones(len(group), bool)]
    counts = []
    for of in rows:
        (left, wrong), (missed, right) = metrics.confusion_matrix(outcome[of], flag[of], labels=[0, 1]).tolist()
        counts.append([right, wrong, missed, left])
    home = np.array(file.household)
    shares = [shares_of(outcome[of], flag[of], home[of]) for of in rows]
    rates = {"flagged": fair.selection_rate, "recall": fair.true_positive_rate, "alarm": fair.false_positive_rate}
    frame = fair.MetricFrame(metrics=rates, y_true=outcome, y_pred=flag, sensitive_features=group)
    for name, own in zip(names, shares, strict=False):  # fairlearn and ours mean the same
        for rate, (part, whole, _) in ((rate, own[rate]) for rate in rates):
            assert not whole or close(part / whole, float(frame.by_group.loc[name][rate]))
    part, whole, _ = shares[-1]["precision"]
    assert not whole or close(part / whole, float(metrics.precision_score(outcome, flag)))
    curve = import_module("sklearn.calibration").calibration_curve(outcome, score, n_bins=10, strategy="quantile")
    against = shares[1:-1]
    return {
        "names": names,
        "counts": counts,
        "shares": shares,
        "ranges": [{rate: range_of(*each) for rate, each in own.items()} for own in shares],
        "differences": [{rate: compared(own[rate], shares[0][rate], "diff", "newcomb") for rate in own}
                        for own in against],
        "ratios": [{rate: compared(own[rate], shares[0][rate], "ratio", "log") for rate in own} for own in against],
        "points": points(np, metrics, outcome, score),
        "tenths": [[float(share), float(mean)] for share, mean in zip(*curve, strict=True)],
    }  # fmt: skip


def points(np: Any, metrics: Any, outcome: Any, score: Any) -> list[list[float]]:
    """Return threshold, precision and recall where each twentieth of the children is flagged; none without a case."""
    if not outcome.any():
        return []
    precision, recall, at = metrics.precision_recall_curve(outcome, score)
    flagged = np.array([(score >= each).sum() for each in at])  # the lowest threshold first
    wanted = {int(np.flatnonzero(flagged >= (step + 1) * len(score) / STEPS)[-1]) for step in range(STEPS)}
    return [[float(at[each]), float(precision[each]), float(recall[each])] for each in sorted(wanted, reverse=True)]


def shares_of(outcome: Any, flag: Any, home: Any) -> dict[str, Share]:
    """Return each rate of some rows as the part, the whole and the effective whole."""
    every = outcome >= 0
    about = {"base": (every, outcome), "flagged": (every, flag), "recall": (outcome == 1, flag),
             "precision": (flag == 1, outcome), "alarm": (outcome == 0, flag)}  # fmt: skip
    return {
        name: [float(part[whole].sum()), float(whole.sum()), effective(part[whole], home[whole])]
        for name, (whole, part) in about.items()
    }


def effective(counted: Any, home: Any) -> float:
    """Return how many independent children a share counts as, its variance taken from statsmodels' clusters."""
    np, n, k = import_module("numpy"), len(counted), len(set(home))
    if not n or k == n:
        return float(n)
    p = counted.mean()
    if p in (0, 1) or k < 2:
        return float(k)
    clusters = {"groups": np.unique(home, return_inverse=True)[1]}
    model = import_module("statsmodels.api").OLS(counted.astype(float), np.ones(n))
    variance = float(model.fit(cov_type="cluster", cov_kwds=clusters).cov_params().item())
    return float(n) if variance == 0 else min(float(n), float(p * (1 - p) / variance))


def range_of(part: float, whole: float, size: float) -> list[float] | None:
    if not whole:
        return None
    wilson = import_module("statsmodels.stats.proportion").proportion_confint
    return [float(end) for end in wilson(part / whole * size, size, method="wilson")]


def compared(a: Share, b: Share, compare: str, method: str) -> list[float] | None:
    """Return the ends of a difference or a ratio by statsmodels, of effective counts."""
    if not a[1] or not b[1] or (compare == "ratio" and not (a[0] and b[0])):
        return None
    given = [each for part, whole, size in (a, b) for each in (part / whole * size, size)]
    ends = import_module("statsmodels.stats.proportion").confint_proportions_2indep
    return [float(end) for end in ends(*given, compare=compare, method=method)]


def largest(groups: list[Numbers], marks: list[Numbers]) -> list[float]:
    """Return, for every hidden small number, the largest value that it could have, for all that the table says.

    A linear program over all tables that fit: each group has four counts, what is shown is fixed, and each sum that is
    shown is the sum of its column.
    """
    np, size = import_module("numpy"), 4 * len(groups)
    rows, values, small = [], [], []
    for places, by in SUMS:
        whole = np.zeros(size)
        for at, (group, mark) in enumerate(zip(groups, marks, strict=False)):
            line = np.zeros(size)
            line[[4 * at + place for place in places]] = 1
            own = sum(group["counts"][place] for place in places)
            whole += line
            if not mark[by]:
                rows.append(line)
                values.append(own)
            elif 0 < own <= MOST:
                small.append(line)
        if not marks[-1][by]:
            rows.append(whole)
            values.append(sum(group["counts"][place] for group in groups for place in places))
    if not small:
        return []
    # A group that is listed is known to hold somebody.
    some = [at for at, group in enumerate(groups) if sum(group["counts"])]
    held = {"A_ub": np.array([[-float(4 * at <= place < 4 * at + 4) for place in range(size)] for at in some]),
            "b_ub": [-1] * len(some), "A_eq": np.array(rows) if rows else None, "b_eq": values or None}  # fmt: skip
    solve = import_module("scipy.optimize").linprog
    best = [solve(-line, **held, bounds=(0, None)) for line in small]
    return [float("inf") if each.status == 3 else -each.fun for each in best]


def shown(groups: list[Numbers], marks: list[Numbers]) -> list[int]:
    """Return the small numbers that are not hidden."""
    own = [(sum(group["counts"][place] for place in places), mark[by])
           for group, mark in zip(groups, marks, strict=False) for places, by in SUMS]  # fmt: skip
    return [number for number, is_hidden in own if not is_hidden and 0 < number <= MOST]


def unknowns(groups: list[Numbers], marks: list[Numbers]) -> bool:
    """Say whether hidden numbers of rows that are left out can't be worked out from their sum."""
    some = [group["unknown"] for group, mark in zip(groups, marks, strict=False) if mark["unknown"]]
    small = [each for each in some if 0 < each <= MOST]
    return bool(not small or marks[-1]["unknown"] or (len(some) > 1 and sum(some) > MOST))


if __name__ == "__main__":
    found = json.loads(json.dumps(worked_out()), parse_float=lambda digits: float(f"{float(digits):.12g}"))
    parts = {name: ",\n".join(json.dumps(each) for each in rows) for name, rows in found.items()}
    text = ",\n".join(f'"{name}": [\n{rows}\n]' for name, rows in parts.items())
    STORED.write_text(f"{{\n{text}\n}}\n", encoding="utf-8")
