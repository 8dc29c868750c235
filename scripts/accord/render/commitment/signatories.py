"""Questions that pages ask of a signatory: its name, the signing that its page shows, whether it was ever confirmed."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from accord.model.records import Record
from accord.model.register import Register, Signatory
from accord.render.commitment.words import typed

CORRECTED = Markup(' <span class="corrected">(corrected)</span>')


def signing(s: Signatory) -> Record | None:
    """Return the signing that counts, else the last one there was."""
    return s.standing.signing or next((record for record in reversed(s.records) if record.event == "signed"), None)


def name(s: Signatory) -> str:
    """Return the name as last corrected; an authority's or the slug where every signing was erased."""
    signed = signing(s)
    return (s.value(signed, "organisation") if signed else "") or s.name


def named(register: Register, slug: str) -> str:
    """Return the name of whoever has this slug, on the register or in the list of authorities."""
    if slug in register.by_slug:
        return name(register.by_slug[slug])
    authority = register.authorities.slug(slug)
    return authority.name if authority else slug


def kind(s: Signatory) -> str:
    signed = signing(s)
    return (s.value(signed, "kind") if signed else "") or s.kind


def use_of_ml(s: Signatory) -> str:
    """Return what the newest of review and signing says about the use of machine learning, or an empty string."""
    newest = (s.standing.review, signing(s))
    return next((value for record in newest if record and (value := s.value(record, "use_of_ml"))), "")


def reviews(s: Signatory) -> list[Record]:
    """Return every review, newest first."""
    return [record for record in reversed(s.records) if record.event == "reviewed"]


def ever_confirmed(s: Signatory) -> bool:
    return any(record.event == "confirmed" for record in s.records)


def confirmed(s: Signatory) -> set[str]:
    """Return the digests of the records that a steward confirmed."""
    return {record.get("target") for record in s.records if record.event == "confirmed"}


def shown(s: Signatory, record: Record, field: str) -> Markup:
    """Return a field as last corrected, encoded; a corrected one says so."""
    if not s.corrected:
        return typed(record.get(field))
    value = s.value(record, field)
    return typed(value) if value == record.get(field) else typed(value) + CORRECTED


def by_name(signatories: Iterable[Signatory]) -> list[Signatory]:
    return sorted(signatories, key=lambda s: (name(s).casefold(), s.slug))
