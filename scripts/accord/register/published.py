"""The guidance with the register beside it: all that the site shows."""

from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property

from accord.commitment.text import Version
from accord.guidance.build import build
from accord.guidance.guidance import Guidance
from accord.project.reading import Project
from accord.register import build as register
from accord.register.folder import read_folder
from accord.register.register import Register, Signatory
from accord.seals.chain import Chain


@dataclass(frozen=True, kw_only=True)
class Published(Guidance):
    """`chain` is the chain of the stewards' seals."""

    register: Register
    chain: Chain

    @cached_property
    def reports(self) -> dict[str, tuple[tuple[Signatory, str], ...]]:
        """Who answered what, by the digest of the clause: an answer about other words of its number does not count."""
        found: dict[str, list[tuple[Signatory, str]]] = {}
        for signatory in self.register.counted:
            review = signatory.standing.review
            version = self.commitment.by_number.get(review.get("version")) if review else None
            if review is None or version is None:
                continue
            for clause in version.text.clauses:
                found.setdefault(clause.digest, []).append((signatory, signatory.value(review, clause.id)))
        return {digest: tuple(told) for digest, told in found.items()}

    def signed_for(self, version: Version) -> tuple[Signatory, ...]:
        """Return those whose signature holds for a version: it is on its text, or on one that carries over to it.

        The number says which, because a version whose promises changed raises the first part of it.
        """
        older = (v for v in self.commitment.versions if v.parts <= version.parts)
        those = {v.number for v in older if v.parts[0] == version.parts[0]}
        return tuple(s for s in self.register.counted if s.signing and s.signing.get("version") in those)


def publish(project: Project, as_of: date) -> Published:
    """Return the guidance with the register as it stands on the day `as_of`.

    Raises TypeError, KeyError: the project has problems that `accord check` names.
    """
    guidance = build(project, as_of)
    content = {each.name: getattr(guidance, each.name) for each in fields(guidance)}
    made = register.make_register(project, guidance.commitment, as_of)
    return Published(**content, register=made, chain=read_folder(project).chain)
