"""An answer names what the guidance asks or once asked, in a state that fits its kind, and roles that there are."""

from __future__ import annotations

from collections.abc import Iterator

from accord.answers.fields import MOST_ANSWERS
from accord.answers.messages import said
from accord.answers.reading import AnswersFile
from accord.answers.states import STATES
from accord.answers.values import FORMS
from accord.files.nodes import Mapping, Node, Scalar, field
from accord.files.problem import Problem, listed, shown
from accord.guidance.asked import KIND_WORDS
from accord.guidance.asking import known as known_of
from accord.guidance.known import Known
from accord.guidance.releases import number
from accord.project.inputs import Guesses, Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what is wrong with the ids, states and roles of the answers that a council's copy publishes."""
    files = inputs.project.assessments
    known = known_of(inputs.project) if files else None
    for file in files if known else ():
        assert known is not None
        yield from against(file, known)


def against(file: AnswersFile, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the ids, states and roles of one file. Of a newer file nothing else can be said."""
    if not isinstance(file.node, Mapping):
        return
    version = _text(file.node, "guidance")
    if version and FORMS["version"].fits(version.value) and number(version.value) > number(known.release.version):
        words = said("newer", version=version.value, own=known.release.version)
        yield Problem(file.path, version.line, "guidance", *words)
        return
    answers = file.node.get("answers")
    guesses = Guesses()
    if not isinstance(answers, Mapping) or len(answers.entries) > MOST_ANSWERS:
        return  # the rule about fields says it
    for key, answer in answers.entries:
        place = ("answers", key.value)
        if key.value not in known.asked and key.value not in known.gone:
            near = guesses.nearest(key.value, known.asked)
            yield Problem(file.path, key.line, field(place), *said("unknown-id", id=shown(key.value), near=near))
            continue
        for name, value, words in _wrong(answer, known.kind(key.value), known, guesses):
            yield Problem(file.path, value.line, field((*place, name)), *words)


def _wrong(answer: Node, kind: str, known: Known, guesses: Guesses) -> Iterator[tuple[str, Scalar, tuple[str, str]]]:
    for name, choices in (("state", tuple(STATES[kind])), ("role", tuple(known.roles))):
        value = _text(answer, name)
        if value and value.value not in choices:
            near = guesses.nearest(value.value, choices)
            parts = {"value": shown(value.value), "near": near, "choices": listed(choices, "or")}
            yield name, value, said(name, kind=KIND_WORDS[kind], **parts)


def _text(node: Node, name: str) -> Scalar | None:
    """Return a field's value where it is text and not empty."""
    value = node.get(name) if isinstance(node, Mapping) else None
    return value if isinstance(value, Scalar) and value.value else None
