"""What the rules ask of the records: each signatory's in the order in which they count, and what a digest names.

Made once for a project that was read, and shared by the rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, wraps

from accord.commitment.build import commitment
from accord.commitment.text import Commitment, Version
from accord.files.nodes import plain
from accord.files.problem import Problem
from accord.project.inputs import Inputs, Rule
from accord.project.reading import Project
from accord.register.authorities import Authorities, authorities
from accord.register.folder import Folder, read_folder
from accord.register.reading import Name
from accord.register.record import Erased, Record, by_signatory
from accord.register.record_fields import Spec, fields


@dataclass(frozen=True)
class Book:
    """All records that could be read, and what they name."""

    folder: Folder
    commitment: Commitment
    authorities: Authorities
    unsound: frozenset[str]  # numbers of versions whose bytes are not those that were published: a rule says so of them

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every record, claims and confirmations too, by signatory in the order in which they count."""
        found = (file.record for file in self.folder.records if file.record)
        return tuple(sorted(found, key=lambda record: (record.signatory, record.place)))

    @cached_property
    def by_digest(self) -> dict[tuple[str, str], Record]:
        """Every record by its signatory and digest.

        Of two with the same bytes it is the one that stewards sealed, else the one that lies where it says: whoever
        adds a copy elsewhere does nothing to the first.
        """
        sealed = self.folder.chain.sealed
        found = sorted(self.records, key=lambda record: (record.path not in sealed, not record.in_its_place))
        return {(record.signatory, record.digest): record for record in reversed(found)}

    @cached_property
    def counting(self) -> dict[str, tuple[Record, ...]]:
        """Every signatory's records that a steward has confirmed, in the order in which they count."""
        counted = {record.path for record in self.folder.counting}
        return by_signatory(record for record in self.records if record.path in counted)

    @cached_property
    def erased(self) -> dict[str, tuple[Erased, ...]]:
        """What is left of every signatory's erased records."""
        return by_signatory(self.folder.gone)

    def version(self, record: Record) -> Version | None:
        """Return the version that a record names, where it was published."""
        return self.commitment.by_number.get(record.get("version"))

    def specs(self, record: Record) -> dict[str, tuple[int, Spec]]:
        """Return the fields that a record may have, by name, with their place in the order.

        Where its version is not known, its own clause fields are taken for those of that version.
        """
        version = self.version(record)
        own = dict.fromkeys(filter(None, map(clause_of, record.fields)))
        clauses = tuple(clause.id for clause in version.text.clauses) if version else tuple(own)
        return _placed(record.event, clauses)


def book(project: Project) -> Book:
    """Return the book of a project."""
    return project.once(_book)


def _book(project: Project) -> Book:
    texts = commitment(project)
    return Book(read_folder(project), texts, authorities(project), _unsound(project, texts))


def names(folder: Folder) -> list[tuple[str, Name | None]]:
    """Return the paths of the records and of what is left of erased ones, with what each says."""
    return [(file.path, file.name) for file in (*folder.records, *folder.erased)]


def _unsound(project: Project, texts: Commitment) -> frozenset[str]:
    said = {document.stem: plain(document.node) for document in project.of_kind("version")}
    return frozenset(
        version.number
        for version in texts.versions
        if not isinstance(about := said[version.number], dict) or about.get("digest") != version.digest
    )


@lru_cache(maxsize=256)
def _placed(event: str, clauses: tuple[str, ...]) -> dict[str, tuple[int, Spec]]:
    return {spec.name: (place, spec) for place, spec in enumerate(fields(event, clauses))}


def clause_of(name: str) -> str:
    """Return the id of the clause that a field's name speaks of (`reserves_care-1`, `care-1_why`), or nothing."""
    word = name.removeprefix("reserves_").removesuffix("_why").removesuffix("_evidence")
    return word if word.rpartition("-")[2].isdigit() else ""


def against_the_register(rule: Rule) -> Rule:
    """Return a rule whose problems are notes where they are of a claim that was there before.

    Where the seals do not hold, nothing counts, and no record can be held against what does: their rule says so.
    """

    @wraps(rule)
    def check(inputs: Inputs) -> Iterator[Problem]:
        folder = read_folder(inputs.project)
        if folder.chain.faults:
            return
        claims = {record.path for record in folder.claims} - inputs.fresh
        for found in rule(inputs):
            yield replace(found, severity="note") if found.path in claims else found

    return check
