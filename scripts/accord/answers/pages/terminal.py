"""A file of answers in words, as lines for a terminal: how it stands to the guidance."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from accord.answers.messages import REPORT
from accord.answers.migration import FATES, Fate, Report
from accord.commitment.diff import marked
from accord.guidance.known import Known


def head(report: Report, known: Known) -> Iterator[str]:
    """Yield which version the file is of, and how many answers have which fate."""
    new = known.release.version
    name = new if known.release.released else REPORT["preparation"].format(version=new)
    yield REPORT["same" if report.old == new else "older"].format(old=report.old, new=name)
    yield REPORT["counts"].format(**{fate: len(report.of(fate)) for fate in FATES})


def report(found: Report, known: Known) -> Iterator[str]:
    """Yield how a file stands to today's guidance: numbers, then whatever somebody has to look at."""
    yield from head(found, known)
    if found.nothing_to_do:
        yield REPORT["nothing"]
    for each in found.fates:
        if each.fate != "kept":
            yield ""
            yield from _fate(each)


def _fate(each: Fate) -> Iterator[str]:
    yield f"{each.id}: {REPORT[each.fate].format(version=each.since)}"
    if each.replaced_by:
        yield f"  {REPORT['replaced'].format(id=each.replaced_by)}"
    if each.fate in ("reworded", "retired"):
        yield f"  {REPORT['then']} {_flat(each.then) or REPORT['lost']}"
    if each.fate == "reworded" and each.then:
        yield f"  {REPORT['now']} {marked(each.then, each.now)}"
    elif each.now:
        yield f"  {REPORT['now']} {_flat(each.now)}"


def told(found: Report) -> dict[str, Any]:
    """Return a report as plain values."""
    return {
        "guidance": {"file": found.old, "today": found.new},
        "counts": {fate: len(found.of(fate)) for fate in FATES},
        "answers": [{name: value for name, value in asdict(each).items() if value} for each in found.fates],
    }


def _flat(words: str) -> str:
    return " / ".join(line for line in words.split("\n") if line)
