"""The register: every signatory with its records in order and its standing on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accord.register.authorities import Authorities, Authority
from accord.register.record import Erased, Record
from accord.register.standing import COUNTED, Standing


@dataclass(frozen=True)
class Signatory:
    """`records` are those that count, in their order; records known only after the register's day are left out.

    `claims` are records that wait for a steward: only a council's own copy has them, of that council. `inherits`
    are the slugs of signatories whose promises come to this one by succession (a record, or the list of authorities);
    `successors` are the slugs that take over from it.
    """

    slug: str
    records: tuple[Record, ...]
    erased: tuple[Erased, ...]
    standing: Standing
    corrected: Mapping[str, Mapping[str, str]]  # by record digest: field -> the value that a correction gives
    authority: Authority | None = None
    inherits: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    claims: tuple[Record, ...] = ()

    def value(self, record: Record, field: str) -> str:
        """Return a field of a record as last corrected."""
        return self.corrected.get(record.digest, {}).get(field, record.get(field))

    @property
    def signing(self) -> Record | None:
        """Return the signing that counts, else the last one there was."""
        return self.standing.signing or next((r for r in reversed(self.records) if r.event == "signed"), None)

    @property
    def name(self) -> str:
        """Return an authority's name from the list, another's as last corrected, else the slug."""
        if self.authority:
            return self.authority.name
        return (self.value(self.signing, "organisation") if self.signing else "") or self.slug

    @property
    def kind(self) -> str:
        return (self.value(self.signing, "kind") if self.signing else "") or (
            "local-authority" if self.authority else ""
        )

    @property
    def region(self) -> str:
        return self.authority.region if self.authority else ""


@dataclass(frozen=True)
class Register:
    """All signatories by name. `as_of` is the day on which the standings hold."""

    signatories: tuple[Signatory, ...]
    authorities: Authorities
    as_of: date
    waiting: tuple[Record, ...] = ()  # claims: they change nothing, and a steward's queue has them

    @cached_property
    def by_slug(self) -> dict[str, Signatory]:
        return {signatory.slug: signatory for signatory in self.signatories}

    @cached_property
    def counted(self) -> tuple[Signatory, ...]:
        """Return those that counts, badges and regions show: claims and endings are told apart from them."""
        return tuple(s for s in self.signatories if s.standing.state in COUNTED)
