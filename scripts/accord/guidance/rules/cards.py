"""A role's card has something of every stage that concerns the role, and every recommendation reaches a card.

A stage concerns a role that it names among its people, or in one of its practices. A card that leaves a stage out tells
its reader that there is nothing to do there.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from accord.files.problem import Problem, listed, shown
from accord.guidance.elements import Card, Stage
from accord.guidance.reading import elements
from accord.project.inputs import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield cards of another role than their file's, stages that a card leaves out, and recommendations on no card."""
    found = elements(inputs.project)
    if not found.are_sound("card", "stage", "recommendation"):
        return  # what is not sound may hold what is missed
    cards = found.of("card")
    for card in cards:
        stem = PurePosixPath(card.path).stem
        if card.role != stem:
            wrong = f"The card is for {shown(card.role)}, and its file is named for {shown(stem)}."
            yield Problem(card.path, *found.at(card, ("role",)), wrong, "Rename the file, or write its role.")
        for stage in found.of("stage"):
            fit = _fit(stage, stem)
            if fit and not _named(card) & set(fit):
                wrong = f"The stage {shown(stage.id)} concerns this role, and nothing on the card is of it."
                cure = f"Add a line whose `item` is {listed(fit, 'or')}."
                yield Problem(card.path, *found.at(card, ("stages",)), wrong, cure)
    carried = set().union(*map(_named, cards))
    for rec in found.of("recommendation"):
        if rec.practices and not carried & set(rec.practices):
            wrong = "No card has a practice of this recommendation."
            cure = f"Put one of these on a card: {listed(rec.practices, 'or')}."
            yield Problem(rec.path, 1, "practices", wrong, cure)


def _named(card: Card) -> set[str]:
    """Return the ids of what a card's sentences and stages rest on."""
    return {*(name for item in card.items for name in item.rests_on), *(stage.item for stage in card.stages)}


def _fit(stage: Stage, role: str) -> list[str]:
    """Return the ids of which a role's card needs one: the role's own practices, else any; and families' questions."""
    own = [practice.id for practice in stage.practices if role in practice.roles]
    if not own and role not in {person.role for person in stage.people}:
        return []
    return [*(own or [practice.id for practice in stage.practices]), *(each.id for each in stage.family_questions)]
