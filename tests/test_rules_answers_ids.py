"""Answers that name what the guidance does not know."""

from __future__ import annotations

import pytest

from tests.test_rules_answers_fields import ONE, values
from tests.test_rules_bytes import Case, outcome

OLD = {"asked": "0123456789ab"}
DELETE = "Write the id of what is answered, or delete the answer."
TABLE = (
    values(
        "newer guidance",
        {"guidance": "0.2.0", "answers/dough-q1": OLD},
        "guidance: The file is of version 0.2.0 of the guidance, and this is 0.1.0. Open it where that version is, or "
        "bring this copy up to date.",
    ),
    values(
        "unknown ids",
        {"answers/warmth-q9": OLD, "answers/__proto__": OLD},
        f'answers/__proto__: No worksheet asks "__proto__", and none did. {DELETE}',
        f'answers/warmth-q9: No worksheet asks "warmth-q9", and none did. Did you mean "warmth-q4"? {DELETE}',
    ),
    values(
        "another role",
        {f"{ONE}/role": "bakers"},
        f'{ONE}/role: There is no role "bakers". Did you mean "baker"? Write baker or eater.',
    ),
    values(
        "states of other kinds",
        {
            f"{ONE}/state": "done",
            "answers/stage-one-1": {**OLD, "state": "answered"},
            "answers/rec-1": {**OLD, "state": "partly"},
            "answers/stage-one-3-supplier": {**OLD, "state": "done"},
        },
        'answers/rec-1/state: "partly" is no state of a recommendation. Write planned, doing, done or not-ours.',
        'answers/stage-one-1/state: "answered" is no state of a practice. Write done, partly, not-yet or '
        "not-applicable.",
        'answers/stage-one-3-supplier/state: "done" is no state of a question to a supplier. Write shown, said, '
        "not-shown or not-applicable.",
        f'{ONE}/state: "done" is no state of a question. Write answered, open or not-applicable.',
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_a_bad_file_of_answers_gives_exactly_these_lines(case: Case) -> None:
    assert outcome(case).lines == case.expected
