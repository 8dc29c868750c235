"""Opens files of answers for whoever needs them whole: reads, judges by the rules, and makes the model."""

from dataclasses import dataclass
from pathlib import Path

from accord.answers import reading
from accord.answers.answers import Answers
from accord.answers.rules import answers_fields, answers_ids, answers_words
from accord.files import disk
from accord.files.problem import Problem, Unusable
from accord.files.schema import Schemas
from accord.guidance.known import Known
from accord.guidance.reading import known as known_of
from accord.project.reading import Project


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of answers. `answers` is None where the file has problems."""

    name: str
    answers: Answers | None
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """What files of answers are judged by: their schema, and what the guidance asks."""

    schemas: Schemas
    known: Known

    def opened(self, name: str, path: Path) -> Opened:
        """Read and judge the file at `path`, called `name` in problems."""
        return self.judged(*reading.read(name, lambda _, most: disk.start(path, most)))

    def judged(self, file: reading.AnswersFile, problems: list[Problem]) -> Opened:
        """Judge a file that was read: its form, and where that is right, what it answers."""
        fields = answers_fields.against(file, self.schemas)
        found = {*problems, *fields, *answers_ids.against(file, self.schemas, self.known)}
        notes = tuple(answers_words.against(file))
        return Opened(file.path, None if found else file.typed(self.schemas), tuple(sorted(found)), notes)


def of(project: Project) -> Book:
    """Return what the files of a project are judged by. Raises Unusable: the project's own files have problems."""
    known = known_of(project)
    if known is None:
        raise Unusable('The guidance itself can\'t be read. Run "accord check", and mend what it says.')
    return Book(project.schemas, known)
