"""Opens files of answers for whoever needs them whole: reads, judges by the rules, and makes the model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from accord.answers import reading
from accord.answers.answers import Answers, make
from accord.answers.rules import answers_fields, answers_ids, answers_words
from accord.files import disk
from accord.files.nodes import plain
from accord.files.problem import Problem, Unusable
from accord.guidance import asking
from accord.guidance.known import Known
from accord.project.reading import Project


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of answers. `answers` is None where the file has problems."""

    name: str
    answers: Answers | None
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


def known(project: Project) -> Known:
    """Return what the project asks.

    Raises:
        Unusable: the project's own files have problems.
    """
    found = asking.known(project)
    if found is None:
        raise Unusable('The guidance itself can\'t be read. Run "accord check", and mend what it says.')
    return found


def opened(name: str, path: Path, known: Known) -> Opened:
    """Read and judge the file at `path`, called `name` in problems."""
    return judged(*reading.read(name, lambda _, most: disk.start(path, most)), known)


def judged(file: reading.AnswersFile, problems: list[Problem], known: Known) -> Opened:
    """Judge a file that was read."""
    found = sorted({*problems, *answers_fields.against(file), *answers_ids.against(file, known)})
    notes = tuple(answers_words.against(file))
    if found or file.node is None:
        return Opened(file.path, None, tuple(found), notes)
    values = plain(file.node)
    assert isinstance(values, dict)
    return Opened(file.path, make(values), (), notes)
