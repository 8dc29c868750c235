"""Files of answers for tests, about a made-up council: a full one, an empty one, and one full of hostile words."""

from pathlib import Path

from accord.answers.answers import Answer, Answers, More, Proof, encoded
from accord.answers.states import STATES
from accord.guidance.known import Known
from tests.documents import HOSTILE as DOCUMENT_HOSTILE

SAVED = "2026-11-22"
# What no reader of answers would let through, and a worksheet strips: characters that show nothing.
HOSTILE = tuple(value for value in DOCUMENT_HOSTILE if "\u202e" not in value)
PROJECT = {
    "name": "Early help finder",
    "organisation": "Alderwick Council",
    "purpose": "Families wait too long for a first conversation.\nWe want to know why.",
    "use_of_ml": "piloting",
    "supplier": "Toolmaker Ltd",
    "office": "Head of early help",
    "url": "https://alderwick.example/early-help",
    "dpia": "IG-2026-14",
    "contract": "C-0042",
}
DECISION = {
    "answer": "not-yet",
    "reasons": "Nobody has asked families.\nThe records leave out what they say.",
    "conditions": "A test with made-up records.",
    "office": "Children’s scrutiny committee",
    "decided": "2026-10-01",
    "look_again": "2027-04-01",
}


def empty(known: Known) -> Answers:
    return Answers(known.release.version, SAVED)


def full(known: Known) -> Answers:
    """Return an answer to everything that is asked, in each state in turn; some are to older words."""
    roles = list(known.roles)
    answers = {}
    for number, asked in enumerate(known.asked.values()):
        states = list(STATES[asked.kind])
        answers[asked.id] = Answer(
            asked=asked.digest if number % 7 else "0" * 12,
            state=states[number % len(states)],
            notes=f"What we say to {asked.id}.\n\nAnd a second line.",
            steps=("1", "2"),
            evidence=(Proof(f"Paper {number}", "https://alderwick.example/paper"), Proof("A minute")),
            role=roles[number % len(roles)],
            by="2027-01-31",
            more=(More("Ask the archive", "Records office; legal team", "2027-02-28"), More("Done with", done="yes")),
            answered_by="Data team",
            approved_by="Data protection officer",
            approved="2026-11-20",
        )
    return Answers(
        known.release.version,
        SAVED,
        PROJECT,
        DECISION,
        (DECISION | {"about": "Whether to try it", "decided": "2025-10-01"},),
        answers,
    )


def hostile(known: Known) -> Answers:
    """Return hostile words in every place that takes words."""

    def of(number: int) -> str:
        return HOSTILE[number % len(HOSTILE)]

    answers = {
        asked.id: Answer(
            asked.digest,
            next(iter(STATES[asked.kind])),
            of(n),
            ("1",),
            (Proof(of(n + 1)[:300]),),
            more=(More(of(n + 2)[:300], of(n + 3)[:300]),),
            answered_by=of(n + 4)[:300],
        )
        for n, asked in enumerate(known.asked.values())
    }
    project = {**PROJECT, "name": of(2), "organisation": of(3), "purpose": of(1), "supplier": of(0), "office": of(8)}
    decision = {**DECISION, "reasons": "\n".join(HOSTILE), "conditions": of(5), "office": of(6)}
    return Answers(known.release.version, SAVED, project, decision, (decision,), answers)


def written(path: Path, file: Answers) -> Path:
    path.write_bytes(encoded(file))
    return path
