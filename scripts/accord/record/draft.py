"""A record while it is being filled in: which fields it may have, which it needs, and what can be taken as known."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from accord.ids import nearest
from accord.model.commitment import Version
from accord.model.record_fields import CHECKED, Spec, fields
from accord.model.record_fields import spec as spec_of
from accord.model.record_values import wrong
from accord.model.records import EVENTS
from accord.problem import shown
from accord.record_book import Book, Entry

UNASKED = ("event", "digest")  # what nobody is asked: it follows from the rest
EVENT = Spec("event", EVENTS, "choice", "What has happened.", EVENTS, choices=EVENTS)


@dataclass
class Draft:
    """`values` are those that are known; a field that is left out on purpose has an empty value there."""

    book: Book
    as_of: date
    values: dict[str, str] = field(default_factory=dict)

    @property
    def event(self) -> str:
        return self.values.get("event", "")

    @property
    def version(self) -> Version | None:
        return self.book.commitment.by_number.get(self.values.get("version", ""))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the signatory's records so far that count."""
        return self.book.counting.get(self.values.get("signatory", ""), ())

    def specs(self) -> list[Spec]:
        """Return the fields of this event, and for this kind of signatory, in the order of a file."""
        clauses = [clause.id for clause in self.version.text.clauses] if self.version else []
        kind = self.values.get("kind", "")
        return [spec for spec in fields(self.event, clauses) if not spec.kinds or kind in spec.kinds]

    def needs(self, spec: Spec) -> bool:
        """Say whether the field must be there, given what is known already."""
        if spec.name == "checked_url":
            return self.values.get("method") in CHECKED
        if spec.clause and spec.name == f"{spec.clause}_why":
            return self.values.get(spec.clause, "kept") != "kept"
        return self.event in spec.needed

    def missing(self) -> list[Spec]:
        """Return the fields that are needed and not there yet."""
        return [spec for spec in self.specs() if self.needs(spec) and not self.values.get(spec.name)]

    def default(self, name: str) -> str:
        """Return what a field most likely is, from the records, the authorities, the versions and the day."""
        if name == "date":
            return self.as_of.isoformat()
        if name == "version":
            current = self.book.commitment.current(self.as_of)
            return current.number if current else ""
        if name == "digest":
            return self.version.digest if self.version else ""
        return self._known(name) if self.event == "signed" else ""

    def _known(self, name: str) -> str:
        """Return who the signatory is, from its last signing or the list of authorities."""
        if name not in ("organisation", "kind", "ons_code"):
            return ""
        authority = self.book.authorities.slug(self.values.get("signatory", ""))
        if authority is not None:
            return {"organisation": "", "kind": "local-authority", "ons_code": authority.code}[name]
        signed = [entry.record for entry in self.entries if entry.record.event == "signed"]
        return signed[-1].get(name) if signed else ""

    def known(self) -> None:
        """Fill in whatever has a default and was not given."""
        for name in ("date", "version", "digest", "kind", "organisation", "ons_code", "target"):
            if (
                name in {spec.name for spec in self.specs()}
                and name not in self.values
                and (text := self.default(name))
            ):
                self.values[name] = text

    def resolved(self, target: str) -> str:
        """Return the digest of a target that is given by its file's name."""
        name = target.rpartition("/")[2].removesuffix(".yml")
        found = (entry.record.digest for entry in self.entries if entry.path.endswith(f"/{name}.yml"))
        return next(found, target)

    def target(self) -> Entry | None:
        return self.book.by_digest.get((self.values.get("signatory", ""), self.values.get("target", "")))

    def correctable(self) -> list[str]:
        """Return the fields of the target that a correction may name."""
        entry = self.target()
        return [name for name, (_, spec) in self.book.specs(entry.record).items() if spec.correctable] if entry else []

    def fault(self, spec: Spec, value: str) -> str:
        """Return what is wrong with a value and the cure, as far as the field alone can say, or ""."""
        if spec.name == "signatory" and (near := self._near(value)):
            return f"Nobody has signed as {shown(value)}.{near}"
        if spec.name == "version" and value not in self.book.commitment.by_number:
            return f"There is no version {shown(value)}.{nearest(value, self.book.commitment.by_number)}"
        if spec.name == "field" and self.target() and value not in self.correctable():
            return f"The field {shown(value)} can't be put right there.{nearest(value, self.correctable())}"
        entry = self.target() if spec.name == "value" else None
        inner = entry and spec_of(entry.record.event, self.values.get("field", ""), self._clauses(entry))
        found = wrong(inner or spec, value)
        return " ".join(found) if found else ""

    def _near(self, slug: str) -> str:
        """Return a short name that is nearly this one, where nobody has this one and only a signing could begin it."""
        begun = self.event in ("", "signed") or slug in self.book.counting
        return "" if begun else nearest(slug, self.book.counting)

    def _clauses(self, entry: Entry) -> list[str]:
        version = self.book.version(entry.record)
        return [clause.id for clause in version.text.clauses] if version else []
