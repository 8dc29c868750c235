"""Every figure of `accord bench`, with the line that a reader of the terminal sees."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accord.measure import building_ratio, changing, previewing, scale, verifying
from accord.measure.clocked import Clocked
from accord.measure.figure import Figure, growth, median_ratio, spread
from accord.model.commitment import Version
from accord.model.measured import Found

SMALL = 153  # councils with children's services duties: a register of all of them
WORDS = {"check": "check", "verify": "verify", "site": "build"}
Costs = dict[str, list[Clocked]]


@dataclass(frozen=True, slots=True)
class Line:
    """What is printed, and what is kept of it."""

    words: str
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Bench:
    """`runs` of each; `verified` signatories for the ratio of verification; up to `signatories` for size (0: none)."""

    root: Path
    version: Version
    runs: int
    verified: int
    signatories: int


def every(bench: Bench, work: Path) -> Iterator[Line]:
    """Yield each line as soon as it is measured. `work` is an empty folder.

    Raises:
        RuntimeError: something failed; what fails measures nothing.
    """
    yield from _ratio("live", "this site", bench, bench.root, work / "live")
    yield from _verified(bench, work / "register")
    taken = previewing.seconds(bench.root, min(3, bench.runs))
    yield Line(f"a changed line shows in the preview after {_said(taken)}", (_found("serve-change", taken),))
    if bench.signatories:
        yield from _sizes(bench, work)


def _ratio(name: str, words: str, bench: Bench, root: Path, work: Path) -> Iterator[Line]:
    found = list(building_ratio.pairs(root, work, bench.runs))
    yield from _pairs(found, "bare MkDocs")
    ratio = median_ratio(found)
    what = f"full build of {words} / bare MkDocs with Material and the same final Markdown"
    figure = Found(id=f"ratio-{name}", value=f"{ratio:.2f}", note=spread(found))
    yield Line(str(Figure(what, ratio, building_ratio.GOAL)), (figure,))


def _verified(bench: Bench, work: Path) -> Iterator[Line]:
    found = verifying.runs(work, bench.version, bench.verified, bench.runs)
    records = bench.verified * verifying.A_SIGNATORY
    note = f"{records:,} records, two of three of them signed."
    alone = [(each.verifying, each.bare) for each in found]
    whole = [(each.reading + each.verifying, each.bare) for each in found]
    for name, what, pairs in (("verify", "verifying", alone), ("read-verify", "reading and verifying", whole)):
        yield from _pairs(pairs, "bare SHA-256 and Ed25519")
        ratio = median_ratio(pairs)
        line = f"{what} {records:,} records / SHA-256 and Ed25519 alone"
        figure = Found(id=f"{name}-ratio", value=f"{ratio:.2f}", note=f"{note} {spread(pairs)}")
        yield Line(str(Figure(line, ratio, verifying.GOAL)), (figure,))


def _pairs(found: list[tuple[float, float]], other: str) -> Iterator[Line]:
    for number, (ours, theirs) in enumerate(found, 1):
        yield Line(f"pair {number}: ours {ours:.2f} s, {other} {theirs:.2f} s of CPU, ratio {ours / theirs:.2f}")


def _sizes(bench: Bench, work: Path) -> Iterator[Line]:
    sample = bench.root / "tests" / "demo"
    if sample.is_dir():
        with scale.sampled(bench.root, sample) as place:
            yield from _cost("demo", "the sample register", place.costs(bench.runs))
            yield from _ratio("demo", "the demo", bench, place.project, work / "demo")
    costs: dict[int, Costs] = {}
    for number in sorted({0, SMALL, bench.signatories // 10, bench.signatories}):
        with scale.scaled(bench.root, bench.version, number) as place:
            runs = scale.repeats(number, bench.runs)
            costs[number] = place.costs(runs)
            name = str(number) if number else "live"
            yield from _cost(name, f"{number:,} signatories", costs[number])
            if number in {0, bench.signatories}:
                taken = changing.seconds(place.project, bench.version, min(3, bench.runs))
                what = f"one new record beside {number:,} signatories is checked in {_said(taken)}"
                yield Line(what, (_found(f"record-{name}", taken),))
    tenth, whole = bench.signatories // 10, bench.signatories
    for command, words in WORDS.items():
        # The least of each: growth is made of differences, in which what the machine did besides would count most.
        none, small, large = (min(c.cpu for c in costs[n][command]) for n in (0, tenth, whole))
        ratio = growth((tenth, small), (whole, large), none)
        line = str(Figure(f"accord {command}: cost of one more in {whole:,} / in {tenth:,}", ratio, scale.GOAL))
        yield Line(line, (Found(id=f"growth-{words}", value=f"{ratio:.2f}"),))


def _cost(name: str, words: str, costs: Costs) -> Iterator[Line]:
    for command in scale.COMMANDS:
        taken = [each.wall for each in costs[command]]
        cpu = statistics.median(each.cpu for each in costs[command])
        line = f"accord {command}, {words}: {_said(taken)} by the clock, {cpu:.1f} s of CPU"
        yield Line(line, (_found(f"{command}-{name}", taken),))


def _found(name: str, taken: Sequence[float]) -> Found:
    note = f"The median of {len(taken)} runs." if len(taken) > 1 else "One run."
    return Found(id=name, value=f"{statistics.median(taken):.2f}", note=note)


def _said(taken: Sequence[float]) -> str:
    return f"{statistics.median(taken):.2f} s"
