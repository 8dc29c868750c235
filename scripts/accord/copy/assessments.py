"""The files of answers that a copy publishes as its projects."""

from dataclasses import dataclass

from accord.answers import answers
from accord.answers.answers import Answers
from accord.answers.reading import published
from accord.files.nodes import plain
from accord.project.reading import Project


@dataclass(frozen=True)
class Assessment:
    """A file of answers that the copy publishes as one of its projects. `path` is for the edit link."""

    path: str
    slug: str
    answers: Answers


def assessments(project: Project) -> tuple[Assessment, ...]:
    """Return the projects of a copy, by name.

    Raises TypeError, KeyError: a file has problems that `accord check` names.
    """
    read = ((file, plain(file.node)) for file in published(project) if file.node is not None)
    made = [Assessment(file.path, file.stem, answers.make(values)) for file, values in read if isinstance(values, dict)]
    return tuple(sorted(made, key=lambda each: (each.answers.project["name"].casefold(), each.slug)))
