"""What the program puts into a document made from answers: the project, the decision, every sheet, what is open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from accord.answers.answers import DECISION, PROJECT, Answers
from accord.answers.export_words import DECISION_LABELS, PROJECT_LABELS, WORDS, told
from accord.answers.filling import is_older, opened
from accord.answers.pages import answer_blocks
from accord.guidance.asked import FOR_SUPPLIER, Asked
from accord.guidance.known import Known
from accord.guidance.layout import Layout
from accord.guidance.sheets import SUPPLIER, Sheet
from accord.paper.blocks import Blank, Block, Form, Heading, Listing, Paragraph, Run

ROOM, PROOF = 3, 2  # lines to write on


@dataclass(frozen=True)
class Made:
    """What a document is made of."""

    layout: Layout
    file: Answers
    known: Known


def _project(m: Made) -> Iterator[Block]:
    yield from answer_blocks.values(PROJECT, m.file.project, tuple(PROJECT_LABELS))
    if not m.file.project:
        yield _plain(WORDS["no-project"])


def _decision(m: Made) -> Iterator[Block]:
    yield from answer_blocks.values(DECISION, m.file.decision, tuple(DECISION_LABELS))
    if not m.file.decision:
        yield _plain(WORDS["no-decision"])


def _open(m: Made) -> Iterator[Block]:
    found = opened(m.layout, m.file, m.known)
    if found:
        yield Listing(tuple(answer_blocks.point(asked, answer, m.known.roles) for asked, answer in found))
    else:
        yield _plain(WORDS["nothing-open"])


def _sheets(m: Made) -> Iterator[Block]:
    untouched = []
    for sheet in m.known.sheets:
        there = [asked for asked in sheet.items if asked.id in m.file.answers]
        if not there:
            untouched.append(sheet.label)
            continue
        yield Heading(2, sheet.label)
        yield _plain(told("some", there=len(there), all=len(sheet.items)))
        for asked in there:
            yield Heading(3, asked.label)
            yield from _asked(asked.kind, asked.words)
            yield from _stated(m, asked)
    if len(untouched) == len(m.known.sheets):
        yield _plain(WORDS["no-answers"])
    elif untouched:
        yield Paragraph((Run(WORDS["untouched"], bold=True), Run(f"{'; '.join(untouched)}.")))


def _retired(m: Made) -> Iterator[Block]:
    gone = [m.known.gone[name] for name in sorted(m.file.answers) if name in m.known.gone]
    if not gone:
        yield _plain(WORDS["no-retired"])
    for each in gone:
        was = each.wording
        yield Heading(2, was.words.split("\n")[0])
        yield Paragraph((Run(told("retired", version=each.retired)),), "small")
        yield from _asked(was.kind, was.words)
        yield from answer_blocks.stated(was.kind, m.file.answers[was.id], m.known.roles, older=False)


def _supplier(m: Made) -> Iterator[Block]:
    for sheet, listed in _stages(m.known):
        yield Heading(2, sheet.label)
        for asked in listed:
            yield Heading(3, asked.label)
            evidence = answer_blocks.asked_line(asked.kind, asked.words)
            yield Paragraph((Run(told("ask", evidence=evidence)),), "small")
            if asked.id in m.file.answers:
                yield from _stated(m, asked)
            blanks = (Blank(WORDS["supplier-answer"], lines=ROOM), Blank(WORDS["supplier-proof"], lines=PROOF))
            yield Form(WORDS["supplier-form"], blanks)


def _stages(known: Known) -> Iterator[tuple[Sheet, list[Asked]]]:
    """Yield the questions to the supplier under the stage whose practice each belongs to."""
    (asks,) = (sheet for sheet in known.sheets if sheet.id == SUPPLIER)
    for sheet in known.sheets:
        within = {asked.id for asked in sheet.items}
        if listed := [asked for asked in asks.items if asked.id.removesuffix(FOR_SUPPLIER) in within - {asked.id}]:
            yield sheet, listed


def _asked(kind: str, words: str) -> Iterator[Block]:
    if line := answer_blocks.asked_line(kind, words):
        yield Paragraph((Run(line),), "small")


def _stated(m: Made, asked: Asked) -> Iterator[Block]:
    answer = m.file.answers[asked.id]
    then = m.known.wordings.get(asked.id, {}).get(answer.asked, "")
    yield from answer_blocks.stated(asked.kind, answer, m.known.roles, is_older(asked, answer), then)


def _plain(words: str) -> Paragraph:
    return Paragraph((Run(words),))


INSERTS: dict[str, Callable[[Made], Iterator[Block]]] = {
    "project": _project,
    "decision": _decision,
    "open": _open,
    "sheets": _sheets,
    "retired": _retired,
    "supplier": _supplier,
}
