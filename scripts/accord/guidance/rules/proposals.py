"""Whoever proposes says of each change what it is and why, and calls none lighter than its words allow.

That holds for what is said of the next version. A published one was judged when it was proposed, and stays.
"""

from collections.abc import Iterator

from accord.commitment import proposal
from accord.commitment.amendment import WEIGHTS
from accord.commitment.build import commitment
from accord.commitment.diff import ClauseChange
from accord.files.problem import Problem, shown
from accord.guidance.reading import elements
from accord.project.element import Element
from accord.project.inputs import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield changes that nothing explains, words about no change, classes too light, and a number that does not fit."""
    texts, found = commitment(inputs.project), elements(inputs.project)
    consultations = found.of("consultation")
    told = proposal.consulted(texts, consultations)
    if told is None:
        return
    for other in consultations:
        if other.changes and other is not told and other.number not in texts.by_number:
            wrong = f"What the draft changes is said in {told.path} already."
            yield Problem(other.path, *found.at(other, ("changes",)), wrong, "Keep one of the two files.")
    changes = proposal.proposed(texts, told.changes)
    if not changes:  # a draft that is the newest version proposes nothing, whatever was planned
        return
    for index, said in enumerate(told.changes):
        where = found.at(told, ("changes", index))
        for wrong, cure in _entry(said, changes):
            yield Problem(told.path, *where, wrong, cure)
    for each in changes:
        if each.said is None:
            wrong = f"Nothing says why the draft changes {_name(each)}."
            cure = "Add an entry, with what is different and why."
            yield Problem(told.path, *found.at(told, ("changes",)), wrong, cure)
    number = proposal.number(texts.versions[-1], changes)
    if number != told.number and all(each.said for each in changes):
        wrong = f"These changes make the next version {number}, and the file is named for {told.number}."
        yield Problem(told.path, 1, "", wrong, f"Rename it to {number}.yml, or give the changes other classes.")


def _entry(said: Element, changes: list[proposal.Proposed]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with what is said of one change."""
    fits = [each for each in changes if each.said is said]
    if not fits:
        wrong = f"The draft changes nothing that this speaks of: {shown(said.clause or said.text)}."
        yield wrong, "Delete the entry, or compare its words with the draft's."
    elif len(fits) > 1:
        yield f"This fits {len(fits)} changes of the draft.", "Give more of the first words, and each change its entry."
    elif WEIGHTS.index(said.amendment) < WEIGHTS.index(fits[0].weight.argued):
        wrong = f"The class {said.amendment} is too light for this change."
        yield wrong, f"The lightest that its words allow is {fits[0].weight.argued}."


def _name(each: proposal.Proposed) -> str:
    change = each.change
    if isinstance(change, ClauseChange):
        return change.label
    block = change.new or change.old
    return shown(" ".join(block.words.replace("*", "").split()[:6])) if block else ""
