"""What stands beside a clause: our words about it, what would show that it is kept, and what signatories report."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from accord.commitment.text import Clause, Commitment
from accord.guidance.elements import ClauseWords
from accord.guidance.parts import Wording
from accord.pages.templating import render
from accord.register.pages.words import ANSWER
from accord.register.published import Published
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


NO_REPORTS = Reports(())


class Explained:
    """The explanations of every wording of every clause, as seen from pages of one depth."""

    def __init__(self, guidance: Published, base: str) -> None:
        self.guidance = guidance
        self.base = base
        self.wordings: dict[str, tuple[ClauseWords, Wording]] = {
            wording.explains: (words, wording) for words in guidance.clauses for wording in words.wordings
        }
        self.reports = reports(guidance.register, guidance.commitment)

    def title(self, clause: Clause) -> str:
        """Return our short title of a clause, or its label where it has none."""
        found = self.wordings.get(clause.digest)
        return found[0].label if found else clause.label

    def plain(self, clause: Clause) -> str:
        """Return our plain words on a clause, marks and all, or an empty string."""
        found = self.wordings.get(clause.digest)
        return found[1].plain if found else ""

    def notes(self, clause: Clause) -> Markup:
        """Return the notes on a clause, which say that they are not part of what is signed."""
        words, wording = self.wordings.get(clause.digest, (None, None))
        report = self.reports.get(clause.digest, NO_REPORTS)
        text = render(
            "commitment/notes.html", self.guidance, self.base,
            clause=clause, words=words, wording=wording, report=report, answers=ANSWER,
        )  # fmt: skip
        return Markup(text)  # noqa: S704  printed by our own template, which encodes
