"""Files of answers in words, as lines for a terminal: how one stands to the guidance, how two differ, what one says."""

from collections.abc import Iterator, Mapping
from typing import Any

from accord.answers.answers import DAYS, Answer, Answers
from accord.answers.diff import FATES as DIFFERENCES
from accord.answers.diff import Compared
from accord.answers.messages import COMPARED, REPORT
from accord.answers.migration import FATES, Fate, Report
from accord.answers.states import DECISIONS, STATES
from accord.commitment.diff import marked
from accord.files.days import iso_day
from accord.guidance.known import Known
from accord.register.pages.words import USE

SHOWN = {"answer": DECISIONS, "use_of_ml": USE}


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
    if each.heir:
        yield f"  {REPORT['replaced'].format(id=each.heir)}"
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
        "answers": [
            {key: value for key, value in _values(each).items() if value} for each in found.fates
        ],
    }  # fmt: skip


def _values(each: Fate) -> dict[str, str]:
    return {
        "id": each.id,
        "fate": each.fate,
        "then": each.then,
        "now": each.now,
        "since": each.since,
        "replaced_by": each.heir,
    }


def compared(found: tuple[Compared, ...]) -> Iterator[str]:
    """Yield how two files differ: numbers, then each difference."""
    counts = {fate: sum(each.fate == fate for each in found) for fate in DIFFERENCES}
    if counts["same"] == len(found):
        yield COMPARED["same"]
        return
    yield COMPARED["counts"].format(**counts)
    for each in found:
        if each.fate != "same":
            yield ""
            yield f"{each.place}: {COMPARED[each.fate]}"
            for name, old, new in each.fields:
                yield f"  {name}: {marked(old, new)}" if name else f"  {marked(old, new)}"


def show(file: Answers, known: Known) -> Iterator[str]:
    """Yield a whole file in words: project, decision, then what each sheet has, then what is asked no more."""
    yield f"Saved on {iso_day(file.saved)} with version {file.guidance} of the guidance."
    yield from _block("The project", file.project)
    yield from _block("What was decided", file.decision)
    for sheet in known.sheets:
        there = [item for item in sheet.items if item.id in file.answers]
        if there:
            yield ""
            yield f"{sheet.label}: {len(there)} of {len(sheet.items)} have an answer."
        for item in there:
            yield from _answer(item.id, item.label, item.kind, file.answers[item.id])
    for name in sorted(name for name in file.answers if name in known.gone):
        gone = known.gone[name]
        yield ""
        yield REPORT["retired"].format(version=gone.retired)
        yield from _answer(name, _flat(gone.wording.words), gone.wording.kind, file.answers[name])


def _block(title: str, values: Mapping[str, str]) -> Iterator[str]:
    if values:
        yield ""
        yield f"{title}:"
    for name, value in values.items():
        words = SHOWN.get(name, {}).get(value, value)
        yield f"  {name}: {_flat(iso_day(words) if name in DAYS else words)}"


def _answer(name: str, label: str, kind: str, answer: Answer) -> Iterator[str]:
    yield f"- {label} ({name})"
    yield f"  {STATES[kind].get(answer.state, 'No state is chosen')}."
    if answer.notes:
        yield f"  {_flat(answer.notes)}"
    for proof in answer.evidence:
        yield f"  Evidence: {proof.text}{f' ({proof.url})' if proof.url else ''}"
    if answer.role:
        yield f"  Who: {answer.role}"
    if answer.by:
        yield f"  By: {iso_day(answer.by)}"


def _flat(words: str) -> str:
    return " / ".join(line for line in words.split("\n") if line)
