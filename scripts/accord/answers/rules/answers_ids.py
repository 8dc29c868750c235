"""An answer names what the guidance asks or once asked, in a state that fits its kind, and roles that there are."""

from collections.abc import Iterator

from accord.answers.answers import Answer
from accord.answers.messages import said
from accord.answers.reading import AnswersFile, published
from accord.answers.states import STATES
from accord.files.nodes import Path, field, line_at
from accord.files.problem import Problem, listed, shown
from accord.files.schema import Schemas
from accord.guidance.asked import KIND_WORDS
from accord.guidance.known import Known
from accord.guidance.reading import known as known_of
from accord.guidance.releases import number
from accord.project.inputs import Guesses, Inputs

Found = tuple[Path, tuple[str, str]]  # the place; what is wrong, and the cure


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what is wrong with the ids, states and roles of the answers that a council's copy publishes."""
    files = published(inputs.project)
    known = known_of(inputs.project) if files else None
    for file in files if known else ():
        assert known is not None
        yield from against(file, inputs.project.schemas, known)


def against(file: AnswersFile, schemas: Schemas, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the ids, states and roles of one file that fits its schema.

    Of a file of newer guidance nothing else can be said.
    """
    answers = file.typed(schemas)
    if answers is None or file.node is None:
        return
    if number(answers.guidance) > number(known.release.version):
        words = said("newer", version=answers.guidance, own=known.release.version)
        yield Problem(file.path, line_at(file.node, ("guidance",)), "guidance", *words)
        return
    guesses = Guesses()
    for name, answer in answers.answers.items():
        for path, words in _wrong(name, answer, known, guesses):
            place = ("answers", name, *path)
            yield Problem(file.path, line_at(file.node, place), field(place), *words)


def _wrong(name: str, answer: Answer, known: Known, guesses: Guesses) -> Iterator[Found]:
    if name not in known.asked and name not in known.gone:
        yield (), said("unknown-id", id=shown(name), near=guesses.nearest(name, known.asked))
        return
    kind = known.kind(name)
    for part, value, choices in (("state", answer.state, STATES[kind]), ("role", answer.role, known.roles)):
        if value and value not in choices:
            near = guesses.nearest(value, choices)
            words = {"value": shown(value), "near": near, "choices": listed(tuple(choices), "or")}
            yield (part,), said(part, kind=KIND_WORDS[kind], **words)
