"""The fields of an answers file, as data: the one table for the check, the writer and the worksheets on the site.

The order is that in which the fields stand in a file. `block` names the part of the file that a field stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from accord.answers.states import DECISIONS
from accord.register.record import USES

V = TypeVar("V")
FORMAT = "accord-answers-1"
LARGEST = 1024 * 1024  # bytes of a file
DEEPEST = 6  # blocks and lists in one another; the deepest value has five
MOST_ANSWERS, MOST_EVIDENCE = 2_000, 20
LINE, TEXT, ADDRESS = 300, 2_000, 500  # characters (code points)

FILE, PROJECT, DECISION, ANSWER, EVIDENCE = "file", "project", "decision", "answer", "evidence"
BLOCKS = (FILE, PROJECT, DECISION, ANSWER, EVIDENCE)


@dataclass(frozen=True, slots=True)
class Spec:
    """One field. `form` is `line`, `text`, `choice`, `day`, `version`, `asked`, `url`, `state`, `role`, `block`,
    `list` or `answers`. `about` is what a writer is told.
    """

    block: str
    name: str
    form: str
    about: str
    needed: bool = False
    choices: tuple[str, ...] = ()
    limit: int = LINE


TABLE = (
    Spec(FILE, "format", "choice", "The format of the file.", needed=True, choices=(FORMAT,)),
    Spec(FILE, "guidance", "version", "The version of the guidance that the answers were last saved with.",
         needed=True),
    Spec(FILE, "saved", "day", "The day on which the file was last saved.", needed=True),
    Spec(FILE, "project", "block", "What the project is."),
    Spec(FILE, "decision", "block", "What was decided: whether to do this at all."),
    Spec(FILE, "answers", "answers", "The answers, each under the id of what it answers."),
    Spec(PROJECT, "name", "line", "The project's name."),
    Spec(PROJECT, "organisation", "line", "The organisation whose project it is."),
    Spec(PROJECT, "purpose", "text", "The problem in one sentence, without naming a technology.", limit=TEXT),
    Spec(PROJECT, "use_of_ml", "choice", "How far machine learning is in use.", choices=USES),
    Spec(PROJECT, "supplier", "line", "Who supplies the model, if anybody does."),
    Spec(PROJECT, "office", "line", "The office that keeps this file, never a person's name."),
    Spec(PROJECT, "url", "url", "A public page about the project.", limit=ADDRESS),
    Spec(DECISION, "answer", "choice", "The answer to “Should we be doing this?”.", choices=tuple(DECISIONS)),
    Spec(DECISION, "reasons", "text", "Why this is the answer.", limit=TEXT),
    Spec(DECISION, "conditions", "text", "What has to hold for a yes, or has to change first.", limit=TEXT),
    Spec(DECISION, "office", "line", "The office or meeting that decided, never a person's name."),
    Spec(DECISION, "decided", "day", "The day of the decision."),
    Spec(DECISION, "look_again", "day", "The day on which you will look again."),
    Spec(ANSWER, "asked", "asked", "The digest of the words that were asked when this was answered.", needed=True),
    Spec(ANSWER, "state", "state", "Where this stands."),
    Spec(ANSWER, "notes", "text", "The answer in words.", limit=TEXT),
    Spec(ANSWER, "evidence", "list", "What there is to show."),
    Spec(ANSWER, "role", "role", "The role that sees to it."),
    Spec(ANSWER, "by", "day", "The day by which it is due."),
    Spec(EVIDENCE, "text", "line", "What it is, and where it is kept.", needed=True),
    Spec(EVIDENCE, "url", "url", "Its address, where it is public.", limit=ADDRESS),
)  # fmt: skip


def fields(block: str) -> dict[str, Spec]:
    """Return the fields of a block by name, in a file's order."""
    return {spec.name: spec for spec in TABLE if spec.block == block}


def in_order(block: str, values: Mapping[str, V]) -> Iterator[tuple[str, V]]:
    """Yield the fields of a block in a file's order, what is empty left out."""
    for name in fields(block):
        value = values.get(name)
        if value:
            yield name, value
