"""What an answer says may be about a person: an e-mail address, a telephone or case number, a birth. Said as a note.

A reference number of a document can look like any of them, so nothing is refused for its looks alone.
"""

import re
from collections.abc import Iterator

from accord.answers.messages import said
from accord.answers.reading import AnswersFile, published, scalars
from accord.files.messages import table
from accord.files.nodes import Path, Scalar, field
from accord.files.problem import Problem
from accord.project.inputs import Inputs

LOOKS = tuple((key, pattern) for key, pattern in table(__file__))  # what to look for; JavaScript reads the patterns too
MAIL = "looks-mail"
PASSED_OVER = ("url", "asked", "format", "guidance", "saved", "decided", "look_again", "by")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield notes on the answers that a council's copy publishes; there, an e-mail address is a problem of its own."""
    for file in published(inputs.project):
        yield from (note for note in against(file) if (note.wrong, note.cure) != said(MAIL))


def against(file: AnswersFile) -> Iterator[Problem]:
    """Yield a note for each text of one file that holds what may be personal."""
    for path, value in texts(file):
        key = next((key for key, pattern in LOOKS if re.search(pattern, value.value)), None)
        if key:
            yield Problem(file.path, value.line, field(path), *said(key), "note")


def texts(file: AnswersFile) -> Iterator[tuple[Path, Scalar]]:
    """Yield every text that a person wrote, with its place. Days, digests and addresses are not such texts."""
    for path, value in scalars(file.node) if file.node is not None else ():
        if path and path[-1] not in PASSED_OVER:
            yield path, value
