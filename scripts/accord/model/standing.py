"""Where a signatory stands on a day, computed from its records and nothing else. The one module that decides it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.model.records import Record

STATES = (
    "claimed", "signed", "review-due", "to-sign-again", "lapsed", "withdrawn", "succeeded", "erased", "inherits",
)  # fmt: skip
COUNTED = ("signed", "review-due", "to-sign-again", "lapsed")  # confirmed, and not ended
WORDS = {
    "claimed": "Claimed",
    "signed": "Signed",
    "review-due": "Review due",
    "to-sign-again": "To sign again",
    "lapsed": "Lapsed",
    "withdrawn": "Withdrawn",
    "succeeded": "Succeeded",
    "erased": "Erased",
    "inherits": "Inherits",
}
DUE, LAPSED = 12, 24  # months since the signing or the last review


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` is one of STATES; `since` is the day from which it holds.

    `signing` is the signing that counts: the newest confirmed one since the last withdrawal, else the newest claimed.
    `pending` is a newer signing that is not confirmed yet. `ended` is the record of a withdrawal or succession.
    `sign_again` says that the text has changed in substance since; it can be true beside another state.
    """

    state: str
    since: date
    signing: Record | None = None
    confirmation: Record | None = None
    pending: Record | None = None
    review: Record | None = None  # the newest review since the signing
    review_due: date | None = None
    lapses: date | None = None
    sign_again: bool = False
    ended: Record | None = None
