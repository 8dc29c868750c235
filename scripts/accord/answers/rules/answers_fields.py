"""A file of answers has the fields of answers/fields.py, no others, and values of the right form."""

from __future__ import annotations

from collections.abc import Iterator

from accord.answers.fields import ANSWER, DECISION, EVIDENCE, FILE, MOST_ANSWERS, MOST_EVIDENCE, PROJECT, Spec
from accord.answers.fields import fields as fields_of
from accord.answers.messages import said
from accord.answers.reading import AnswersFile
from accord.answers.values import wrong
from accord.files.nodes import Mapping, Node, Path, Scalar, Sequence, field
from accord.files.problem import Problem, listed, shown
from accord.project.inputs import Guesses, Inputs

BLOCK = "a block of fields"
INNER = {"project": PROJECT, "decision": DECISION}
Found = tuple[int, Path, tuple[str, str]]  # the line, the place, what is wrong and the cure


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what is wrong with the fields of the answers that a council's copy publishes."""
    for file in inputs.project.assessments:
        yield from against(file)


def against(file: AnswersFile) -> Iterator[Problem]:
    """Yield what is wrong with the fields of one file that could be read."""
    if file.node is not None:
        for line, path, words in _block(FILE, file.node, (), Guesses()):
            yield Problem(file.path, line, field(path), *words)


def _block(block: str, node: Node, path: Path, guesses: Guesses) -> Iterator[Found]:
    if not isinstance(node, Mapping):
        yield node.line, path, said("shape", expected=BLOCK)
        return
    known = fields_of(block)
    there = {key.value for key, _ in node.entries}
    for spec in known.values():
        if spec.needed and spec.name not in there:
            yield node.line, path, said("missing", name=spec.name, about=spec.about)
    for key, value in node.entries:
        inner = (*path, key.value)
        if key.value in known:
            yield from _value(known[key.value], value, inner, guesses)
        else:
            near = guesses.nearest(key.value, known)
            yield key.line, inner, said("unknown", name=shown(key.value), near=near, names=listed(list(known)))


def _value(spec: Spec, value: Node, path: Path, guesses: Guesses) -> Iterator[Found]:
    if spec.form == "block":
        yield from _block(INNER[spec.name], value, path, guesses)
    elif spec.form == "answers":
        yield from _answers(value, path, guesses)
    elif spec.form == "list":
        yield from _evidence(value, path, guesses)
    elif not isinstance(value, Scalar):
        yield value.line, path, said("shape", expected="text")
    elif (words := wrong(spec, value.value)) is not None:
        yield value.line, path, words


def _answers(node: Node, path: Path, guesses: Guesses) -> Iterator[Found]:
    if not isinstance(node, Mapping):
        yield node.line, path, said("shape", expected=BLOCK)
        return
    if len(node.entries) > MOST_ANSWERS:
        words = said("many-answers", count=f"{len(node.entries):,}", limit=f"{MOST_ANSWERS:,}")
        yield node.line, path, words
        return
    for key, value in node.entries:
        yield from _block(ANSWER, value, (*path, key.value), guesses)


def _evidence(node: Node, path: Path, guesses: Guesses) -> Iterator[Found]:
    if not isinstance(node, Sequence):
        yield node.line, path, said("shape", expected="a list")
        return
    if len(node.items) > MOST_EVIDENCE:
        yield node.line, path, said("many-evidence", count=len(node.items), limit=MOST_EVIDENCE)
        return
    for index, item in enumerate(node.items):
        yield from _block(EVIDENCE, item, (*path, index), guesses)
