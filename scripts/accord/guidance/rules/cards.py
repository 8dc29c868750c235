"""A role's card has something of every stage that concerns the role, and every recommendation reaches a card.

A stage concerns a role that it names among its people, or in one of its practices. A card that leaves a stage out tells
its reader that there is nothing to do there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from accord.files.nodes import Mapping, Path, Scalar
from accord.files.problem import Problem, listed, shown
from accord.project.inputs import Inputs
from accord.project.reading import Document, Project


@dataclass
class _Stage:
    """What a stage's file names: its people, who does each practice, and its families' questions."""

    people: set[str] = field(default_factory=set)
    practices: dict[str, set[str]] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)

    def fit(self, role: str) -> list[str]:
        """Return the ids of which a card needs one: the role's own practices, else any; and families' questions."""
        own = [name for name, roles in self.practices.items() if role in roles]
        if not own and role not in self.people:
            return []
        return [*(own or self.practices), *self.questions]


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield cards of another role than their file's, stages that a card leaves out, and recommendations on no card."""
    project = inputs.project
    if project.unread:
        return  # what could not be read may hold what is missed
    carried: set[str] = set()
    stages = [(document, _stage(project, document)) for document in project.of_kind("stage")]
    for card in project.of_kind("card"):
        named = {scalar.value for _, scalar, schema in project.scalars[card.path] if "x-refers" in schema}
        carried |= named
        yield from _role(card)
        for document, stage in stages:
            fit = stage.fit(card.stem)
            if fit and not named & set(fit):
                wrong = f"The stage {shown(document.stem)} concerns this role, and nothing on the card is of it."
                line = card.node.key_line("stages") if isinstance(card.node, Mapping) else 1
                yield Problem(card.path, line, "stages", wrong, f"Add a line with one of these: {listed(fit, 'or')}.")
    for rec in project.of_kind("recommendation"):
        practices = [scalar.value for path, scalar in _scalars(project, rec) if path[0] == "practices"]
        if practices and not carried & set(practices):
            wrong = "No card has a practice of this recommendation."
            yield Problem(rec.path, 1, "practices", wrong, f"Put one of these on a card: {listed(practices, 'or')}.")


def _role(card: Document) -> Iterator[Problem]:
    role = card.node.get("role") if isinstance(card.node, Mapping) else None
    if isinstance(role, Scalar) and role.value != card.stem:
        wrong = f"The card is for {shown(role.value)}, and its file is named for {shown(card.stem)}."
        yield Problem(card.path, role.line, "role", wrong, "Rename the file, or write its role.")


def _stage(project: Project, document: Document) -> _Stage:
    found = _Stage()
    ids: dict[int, str] = {}
    roles: dict[int, set[str]] = defaultdict(set)
    for path, scalar in _scalars(project, document):
        match path:
            case ("people", int(), "role"):
                found.people.add(scalar.value)
            case ("practices", int(place), "id"):
                ids[place] = scalar.value
            case ("practices", int(place), "roles", int()):
                roles[place].add(scalar.value)
            case ("family_questions", int(), "id"):
                found.questions.append(scalar.value)
    found.practices = {name: roles[place] for place, name in ids.items()}
    return found


def _scalars(project: Project, document: Document) -> Iterator[tuple[Path, Scalar]]:
    for path, scalar, _ in project.scalars[document.path]:
        if path:
            yield path, scalar
