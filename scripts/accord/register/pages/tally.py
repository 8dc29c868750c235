"""What signatories report on a clause: answers counted over the newest reviews of those that are confirmed."""

from collections import Counter
from dataclasses import dataclass

from accord.commitment.text import Commitment
from accord.register.record import ANSWERS
from accord.register.register import Register


@dataclass(frozen=True, slots=True)
class Reports:
    """`answers` holds how often each answer was given, in the order of ANSWERS; `reviews` is their sum."""

    answers: tuple[tuple[str, int], ...]

    @property
    def reviews(self) -> int:
        return sum(number for _, number in self.answers)


def reports(register: Register, commitment: Commitment) -> dict[str, Reports]:
    """Return the reports by clause digest: an answer about other words of the same number does not count."""
    found: dict[str, Counter[str]] = {}
    for signatory in register.counted:
        review = signatory.standing.review
        version = commitment.by_number.get(review.get("version")) if review else None
        if review is None or version is None:
            continue
        for clause in version.text.clauses:
            found.setdefault(clause.digest, Counter())[signatory.value(review, clause.id)] += 1
    return {key: Reports(tuple((answer, counts[answer]) for answer in ANSWERS)) for key, counts in found.items()}
