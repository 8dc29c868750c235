"""Questions that pages ask of a signatory: its reviews, its use of machine learning, whether it ever signed."""

from collections.abc import Iterable

from markupsafe import Markup

from accord.pages.encode import encode_all as typed
from accord.register.record import Record
from accord.register.register import Register, Signatory

CORRECTED = Markup(' <span class="corrected">(corrected)</span>')


def named(register: Register, slug: str) -> str:
    """Return the name of whoever has this slug, on the register or in the list of authorities."""
    if slug in register.by_slug:
        return register.by_slug[slug].name
    authority = register.authorities.slug(slug)
    return authority.name if authority else slug


def use_of_ml(s: Signatory) -> str:
    """Return what the newest of review and signing says about the use of machine learning, or an empty string."""
    newest = (s.standing.review, s.signing)
    return next((value for record in newest if record and (value := s.value(record, "use_of_ml"))), "")


def reviews(s: Signatory) -> list[Record]:
    """Return every review, newest first."""
    return [record for record in reversed(s.records) if record.event == "reviewed"]


def ever_confirmed(s: Signatory) -> bool:
    return any(record.event == "signed" for record in s.records)


def shown(s: Signatory, record: Record, field: str) -> Markup:
    """Return a field as last corrected, encoded; a corrected one says so."""
    if not s.corrected:
        return typed(record.get(field))
    value = s.value(record, field)
    return typed(value) if value == record.get(field) else typed(value) + CORRECTED


def by_name(signatories: Iterable[Signatory]) -> list[Signatory]:
    return sorted(signatories, key=lambda s: (s.name.casefold(), s.slug))
