"""Answers as blocks of a document: what a person typed stays words, line by line, and is read as nothing else."""

from collections.abc import Iterator, Mapping

from accord.answers.answers import DAYS, DECISION, PROJECT, Answer
from accord.answers.export_words import DECISION_LABELS, PROJECT_LABELS, WORDS, told
from accord.answers.filling import is_older, state
from accord.answers.messages import REPORT
from accord.answers.states import DECISIONS
from accord.files.days import iso_day
from accord.guidance.asked import PRACTICE, Asked
from accord.pages.view import FORCE
from accord.paper.blocks import Block, Listing, Paragraph, Run, Runs
from accord.register.pages.words import USE

LABELS = {PROJECT: PROJECT_LABELS, DECISION: DECISION_LABELS}
CHOICES = {(PROJECT, "use_of_ml"): USE, (DECISION, "answer"): DECISIONS}


def values(block: str, held: Mapping[str, str], names: tuple[str, ...]) -> Iterator[Block]:
    """Yield the fields `names` of the project or the decision that the file holds, each with its label."""
    for name in names:
        if value := held.get(name, ""):
            yield from _value(block, name, value)


def answered(asked: Asked, answer: Answer) -> Iterator[Block]:
    """Yield an answer under what it answers: its label, its state, its words and its evidence."""
    yield Paragraph((Run(asked.label, bold=True), Run(f" ({state(asked.kind, answer)})")))
    yield from _said(answer, is_older(asked, answer))


def short(asked: Asked, answer: Answer) -> Iterator[Block]:
    """Yield an answer without its evidence, and with its state only where it has no words: for families."""
    yield Paragraph((Run(asked.label, bold=True),))
    yield from (Paragraph((Run(line),)) for line in lines(answer.notes) or [f"{state(asked.kind, answer)}."])


def stated(kind: str, answer: Answer, roles: Mapping[str, str], older: bool, then: str = "") -> Iterator[Block]:
    """Yield an answer below a heading that names it, with who sees to it. `then` are the words it was given to."""
    yield Paragraph((Run(state(kind, answer), bold=True),))
    yield from _said(answer, older, then)
    if due(answer, roles):
        yield Paragraph((Run(due(answer, roles)),), "small")


def point(asked: Asked, answer: Answer, roles: Mapping[str, str]) -> Runs:
    """Return an open answer as one point of a list."""
    more = [state(asked.kind, answer)]
    if is_older(asked, answer):
        more.append(WORDS["old-words"].removesuffix("."))
    rest = ". ".join(more)
    end = f" {due(answer, roles)}" if due(answer, roles) else ""
    return (headed(asked.label), Run(f"{rest}.{end}"))


def due(answer: Answer, roles: Mapping[str, str]) -> str:
    """Return who sees to an answer and by when, or an empty string."""
    who = told("who", role=roles.get(answer.role, answer.role)) if answer.role else ""
    by = told("by", day=iso_day(answer.by)) if answer.by else ""
    return " ".join(part for part in (who, by) if part)


def asked_line(kind: str, words: str) -> str:
    """Return the words asked below their first line, which is the label, on one line."""
    rest = words.split("\n")[1:]
    if kind == PRACTICE:
        return f"{FORCE[rest[0]]}: {' '.join(rest[1:])}"
    return "; ".join(rest)


def headed(label: str) -> Run:
    """Return a label that heads what follows it on its line. A question has its mark already."""
    return Run(f"{label} " if label.endswith("?") else f"{label}: ", bold=True)


def lines(text: str) -> list[str]:
    """Return the lines of a text that hold something."""
    return [line for line in text.split("\n") if line.strip()]


def _said(answer: Answer, older: bool, then: str = "") -> Iterator[Block]:
    if older:
        yield Paragraph((Run(WORDS["old-words"], italic=True),), "small")
    if older and then:
        yield Paragraph((Run(f"{REPORT['then']} "), Run("; ".join(then.split("\n")))), "small")
    yield from (Paragraph((Run(line),)) for line in lines(answer.notes))
    if answer.evidence:
        yield Listing(tuple(_proof(proof.text, proof.url) for proof in answer.evidence))


def _proof(text: str, url: str) -> Runs:
    link = (Run(" "), Run(url, link=url)) if url else ()
    return (Run(WORDS["evidence"], bold=True), Run(text), *link)


def _value(block: str, name: str, value: str) -> Iterator[Block]:
    head = Run(f"{LABELS[block][name]}: ", bold=True)
    if name == "url":
        yield Paragraph((head, Run(value, link=value)))
        return
    words = CHOICES.get((block, name), {}).get(value, value)
    if name in DAYS:
        words = iso_day(words)
    first, *more = lines(words) or [""]
    yield Paragraph((head, Run(first)))
    yield from (Paragraph((Run(line),)) for line in more)
