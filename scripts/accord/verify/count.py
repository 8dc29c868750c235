"""The count, explained: what was found, what came of each thing, and sums that anyone can add up again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accord.model.records import EVENTS
from accord.model.standing import COUNTED, STATES
from accord.read.commitment import Folder
from accord.verify.trust import BAD, NONE, UNKNOWN, Judged

ONE = {"signatories": "signatory"}


@dataclass(frozen=True)
class Sum:
    """A number and the parts that it is made of, each with its words."""

    words: str
    total: int
    parts: tuple[tuple[str, int], ...]

    @property
    def adds_up(self) -> bool:
        return self.total == sum(number for _, number in self.parts)

    def __str__(self) -> str:
        words = self.words if self.total != 1 else ONE.get(self.words, self.words.removesuffix("s"))
        return f"{self.total:,} {words} = {' + '.join(f'{number:,} {part}' for part, number in self.parts)}"


@dataclass(frozen=True)
class Count:
    """Every number is counted from the files by itself; none is made by subtraction, so that a sum can fail."""

    versions: int
    versions_good: int
    versions_refused: int
    records: int
    good: int
    refused: tuple[str, ...]  # paths
    erased: int
    events: Mapping[str, int]  # good records by event
    verdicts: Mapping[str, int]  # good records by what their signature is worth
    signatures: int  # .sig files
    loose: int  # .sig files beside no good record
    signatories: int  # folders that hold a record or what is left of one
    states: Mapping[str, int]  # those signatories by standing
    waiting: int  # folders of which no record counts: dated later, or refused
    heirs: int  # signatories that have no record, and to whom promises of others come
    keyed: int  # signatories with a key in force

    @property
    def good_signatures(self) -> int:
        return sum(number for verdict, number in self.verdicts.items() if verdict not in (NONE, BAD, UNKNOWN))

    @property
    def shown(self) -> int:
        """Return how many signatories counts, badges and tiles show."""
        return sum(self.states.get(state, 0) for state in COUNTED)

    def sums(self) -> tuple[Sum, ...]:
        """Return the sums in the order in which they are told."""
        return (
            Sum("versions", self.versions, (("good", self.versions_good), ("refused", self.versions_refused))),
            Sum("records", self.records, (("good", self.good), ("refused", len(self.refused)))),
            Sum("good records", self.good, tuple((event, self.events.get(event, 0)) for event in EVENTS)),
            Sum(
                "good records",
                self.good,
                (
                    ("with a good signature", self.good_signatures),
                    ("with a bad one", self.verdicts.get(BAD, 0)),
                    ("with one whose key is not known any more", self.verdicts.get(UNKNOWN, 0)),
                    ("without key", self.verdicts.get(NONE, 0)),
                ),
            ),
            Sum(
                "signatures",
                self.signatures,
                (
                    ("good", self.good_signatures),
                    ("bad", self.verdicts.get(BAD, 0)),
                    ("by a key that is not known any more", self.verdicts.get(UNKNOWN, 0)),
                    ("beside no good record", self.loose),
                ),
            ),
            Sum(
                "signatories",
                self.signatories,
                (
                    *((state.replace("-", " "), self.states.get(state, 0)) for state in STATES),
                    ("without a record that counts", self.waiting),
                ),
            ),
        )

    @property
    def adds_up(self) -> bool:
        return all(each.adds_up for each in self.sums())


def make(
    folder: Folder,
    refused: Iterable[str],
    versions: Iterable[str],
    judged: Iterable[Judged],
    states: Mapping[str, str],
    keyed: int,
) -> Count:
    """Count everything.

    Args:
        refused: paths below commitment/ in which the rules found a problem.
        versions: numbers of the versions that could be read.
        judged: every good record with what its signature is worth.
        states: the standing by slug, of a register made from the good records alone.
        keyed: how many signatories have a key in force.
    """
    bad = set(refused)
    records = [file.path for file in folder.records]
    bad.update(file.path for file in folder.records if file.record is None)
    verdicts = list(judged)
    good = {each.record.path for each in verdicts}
    slugs = {path.split("/")[2] for path in (*records, *(file.path for file in folder.erased))}
    numbers = {*folder.texts, *(path.rpartition("/")[2].removesuffix(".yml") for path in folder.abouts)}
    spoilt = {path.rpartition("/")[2].rpartition(".")[0] for path in bad if path.startswith("commitment/versions/")}
    return Count(
        versions=len(numbers),
        versions_good=len({*versions} - spoilt),
        versions_refused=len(numbers & spoilt),
        records=len(records),
        good=len(good),
        refused=tuple(path for path in records if path in bad),
        erased=len(folder.erased),
        events=Counter(each.record.event for each in verdicts),
        verdicts=Counter(each.verdict for each in verdicts),
        signatures=len(folder.signatures),
        loose=sum(path not in good for path in folder.signatures),
        signatories=len(slugs),
        states=Counter(states[slug] for slug in slugs if slug in states),
        waiting=sum(slug not in states for slug in slugs),
        heirs=sum(slug not in slugs for slug in states),
        keyed=keyed,
    )
