"""What an answer says may be about a person: an e-mail address, an NHS number, a telephone number. Said as a note.

A reference number of a document can look like any of them, so nothing is refused for its looks alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.answers.messages import said
from accord.answers.reading import AnswersFile
from accord.answers.values import looks
from accord.files.nodes import Node, Path, Scalar, Sequence, field
from accord.files.problem import Problem
from accord.project.inputs import Inputs

MAIL = "looks-mail"
PASSED_OVER = ("url", "asked", "format", "guidance", "saved", "decided", "look_again", "by")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield notes on the answers that a council's copy publishes; there, an e-mail address is a problem of its own."""
    for file in inputs.project.assessments:
        yield from (note for note in against(file) if (note.wrong, note.cure) != said(MAIL))


def against(file: AnswersFile) -> Iterator[Problem]:
    """Yield a note for each text of one file that holds what may be personal."""
    for path, value in texts(file):
        if key := looks(value.value):
            yield Problem(file.path, value.line, field(path), *said(key), "note")


def texts(file: AnswersFile) -> Iterator[tuple[Path, Scalar]]:
    """Yield every text that a person wrote, with its place. Days, digests and addresses are not such texts."""
    if file.node is not None:
        yield from _walk(file.node, ())


def _walk(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    if isinstance(node, Scalar):
        if path and path[-1] not in PASSED_OVER:
            yield path, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _walk(item, (*path, index))
    else:
        for key, value in node.entries:
            yield from _walk(value, (*path, key.value))
