"""Answers that hold what may be about a person: said as a note."""

from __future__ import annotations

import pytest

from tests.test_rules_answers_fields import ONE, values
from tests.test_rules_bytes import Case, outcome

PHONE = "The text holds what looks like a telephone number. Delete it if it is about a person."
NHS = "The text holds what looks like an NHS number. Delete it if it is about a person."
TABLE = (
    values(
        "what looks personal",
        {
            "decision/reasons": "Ring 0161 496 0000, or (0161) 496-0000.",
            f"{ONE}/notes": "Number 943 476 5919.\nAlso 2026-11-22 and 12345.",
            f"{ONE}/evidence": [{"text": "+44 161 496 0000"}, {"text": "Of 9434765919 and 1,000,000 people"}],
        },
        f"note: {ONE}/evidence/1/text: {PHONE}",
        f"note: {ONE}/evidence/2/text: {NHS}",
        f"note: {ONE}/notes: {NHS}",
        f"note: decision/reasons: {PHONE}",
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_a_note_is_given_and_nothing_is_refused(case: Case) -> None:
    assert outcome(case).lines == case.expected
