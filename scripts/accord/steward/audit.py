"""The verification of a whole project: it goes on where the rules find problems, and counts what it found honestly."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from accord.commitment.build import commitment
from accord.commitment.text import Commitment
from accord.files.problem import Problem
from accord.project.reading import Project
from accord.project.rules_all import Inputs, check
from accord.register.build import make_register
from accord.register.folder import Folder, read_folder
from accord.register.record import CONFIRMED, EVENTS
from accord.register.register import Register
from accord.register.standing import COUNTED, STATES
from accord.seals.chain import Chain

TREES = ("commitment/", "data/authorities.yml")  # whose problems change what is counted


@dataclass(frozen=True)
class Sum:
    """A number and the parts that it is made of, each counted by itself, so that a sum can fail."""

    words: str
    total: int
    parts: tuple[tuple[str, int], ...]

    @property
    def adds_up(self) -> bool:
        return self.total == sum(number for _, number in self.parts)

    def __str__(self) -> str:
        parts = " + ".join(f"{number:,} {part}" for part, number in self.parts)
        return f"{self.words}: {self.total:,} = {parts}{'' if self.adds_up else ' (this does not add up: report it)'}"


@dataclass(frozen=True)
class Audit:
    """What came of it: problems, the texts, the chain of seals, the register, and the sums in words."""

    problems: list[Problem]
    commitment: Commitment
    chain: Chain
    register: Register
    sums: tuple[Sum, ...]


def audit(project: Project, as_of: date) -> Audit:
    """Verify every version, record and seal of a project that was read. Reads no network and no clock."""
    found = [each for each in check(Inputs(project, as_of)) if each.severity == "problem"]
    texts = commitment(project)
    made = make_register(project, texts, as_of)
    sums = tuple(_sums(read_folder(project), made))
    return Audit([p for p in found if p.path.startswith(TREES)], texts, read_folder(project).chain, made, sums)


def _sums(folder: Folder, made: Register) -> Iterator[Sum]:
    """Yield the records by what they are worth, those that count by event, and the signatories by standing."""
    good = [file.record for file in folder.records if file.record]
    confirmations = [each for each in good if each.event == CONFIRMED]
    sealed = [each for each in confirmations if each.path in folder.chain.sealed]
    yield Sum(
        "Records that lie here",
        len(folder.records),
        (
            ("counted", len(folder.counting)),
            ("confirmations under a seal", len(sealed)),
            ("confirmations without a seal, which count for nothing", len(confirmations) - len(sealed)),
            ("waiting for a steward", len(folder.claims)),
            ("that cannot be read", sum(file.record is None for file in folder.records)),
        ),
    )
    events: Mapping[str, int] = Counter(record.event for record in folder.counting)
    yield Sum("Records that count", len(folder.counting), tuple((event, events[event]) for event in EVENTS[:-1]))
    states = Counter(signatory.standing.state for signatory in made.signatories)
    named = tuple((state.replace("-", " "), states[state]) for state in STATES if states[state])
    yield Sum("Names on the register", len(made.signatories), named)
    shown = sum(states[state] for state in COUNTED)
    yield Sum("Signatories in counts and badges", len(made.counted), (("signed and not ended", shown),))
    yield Sum(
        "Records erased, of which digest, day and ground stay",
        len(folder.erased),
        (
            ("sealed", len(folder.gone)),
            ("without a seal", sum(bool(f.erased) and f.path not in folder.chain.sealed for f in folder.erased)),
            ("that cannot be read", sum(f.erased is None for f in folder.erased)),
        ),
    )
