"""Bad inputs of clauses."""

from __future__ import annotations

import pytest

from tests.test_rules_bytes import Case
from tests.versions_made import DRAFT, publish, said, steps, swap

PATIENCE = "data/clauses/patience-2.yml"
BREAD = "**Warmth 2.** We will tell each person who asks, in plain words, what is in our bread."
RESTS = "**Patience 1.** We will let each dough rest for as long as it needs."
GUESTS = "**Patience 2.** We will wait for the last guest before we close."
TABLE = (
    Case(
        "a gap",
        swap(DRAFT, "Patience 2", "Patience 3"),
        (
            f"{DRAFT}:22: No words explain Patience 3. Write them in data/clauses/patience-3.yml, "
            "for sha256:c53b54a164bd82f5dd4cad0514ae4a53ebeef73a09965a62c27273048599db72.",
            f'{DRAFT}:22: Patience 3 leaves a gap: no text has "Patience 2". '
            "Number the clauses of a value 1, 2, 3 and so on.",
            f"{PATIENCE}:8: wordings/1/explains: No text has a clause with the id patience-2. Delete the file.",
        ),
    ),
    Case(
        "out of order",
        steps(swap(DRAFT, f"{RESTS}\n\n", ""), swap(DRAFT, GUESTS, f"{GUESTS}\n\n{RESTS}")),
        (f"{DRAFT}:22: Patience 1 stands after Patience 2. Put the clauses of a value in the order of their numbers.",),
    ),
    Case(
        "one clause twice",
        swap(DRAFT, GUESTS, f"{GUESTS}\n\n{GUESTS}"),
        (f"{DRAFT}:24: Patience 2 stands twice (first on line 22). Give each clause its own number.",),
    ),
    Case(
        "a number that was given up",
        publish("2.0.0", (f"{BREAD}\n\n", "")),
        (
            f"{DRAFT}:16: Warmth 2 was given up in an earlier version, and its number is not used again. "
            "Give the clause the next number that no version has had.",
        ),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_exactly_these_lines(case: Case) -> None:
    assert said(case) == case.expected
