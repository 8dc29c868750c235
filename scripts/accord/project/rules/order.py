"""Things that stand in an order have the numbers 1, 2, 3 … without gaps or repeats."""

import re
from collections import defaultdict
from collections.abc import Iterator

from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs
from accord.project.reading import Document

NUMBER = re.compile(r"^[1-9][0-9]?$")  # other forms are the fields' rule to refuse


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield numbers that two things of a kind share, and numbers beyond how many there are."""
    groups: dict[str, list[tuple[str, int, Document]]] = defaultdict(list)
    for document in inputs.project.documents:
        if value := document.scalar("order"):
            groups[document.kind].append((value.value, value.line, document))
    for kind, members in groups.items():
        taken: dict[str, Document] = {}
        for number, line, document in members:
            if number in taken:
                wrong = f"The order {shown(number)} is that of {taken[number].path} too."
                yield Problem(document.path, line, "order", wrong, "Give each its own number.")
            elif NUMBER.match(number) and int(number) > len(members) and not inputs.project.unread:
                wrong = f"The order {shown(number)} leaves a gap: there are {len(members)} of kind {kind}."
                yield Problem(document.path, line, "order", wrong, "Number them 1, 2, 3 and so on.")
            taken.setdefault(number, document)
