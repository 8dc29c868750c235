"""A record while it is being filled in: which fields it may have, which it needs, and what can be taken as known."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from accord.commitment.text import Version
from accord.files.problem import Problem, listed, shown
from accord.project.ids import nearest
from accord.register.authorities import Authority
from accord.register.authority_names import named, suggestion
from accord.register.book import Book
from accord.register.reading import is_slug
from accord.register.record import CONFIRMED, EVENTS, Record
from accord.register.record_fields import BY_NAME, CHECKED, Spec, fields
from accord.register.record_messages import said
from accord.register.record_values import FORMS, day, wrong

MADE = tuple(event for event in EVENTS if event != CONFIRMED)  # a confirmation is a steward's: accord confirm
EVENT = replace(BY_NAME["event"], about="What has happened.", choices=MADE)
AHEAD = timedelta(days=1)  # a day ahead is today in another time zone


@dataclass
class Draft:
    """`values` are those that are known."""

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
    def entries(self) -> tuple[Record, ...]:
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
        if name == "checked_url":
            record = self.target()
            return record.get("decision_url") if record else ""
        return self._known(name) if self.event == "signed" else ""

    def _known(self, name: str) -> str:
        """Return who the signatory is, from its last signing or the list of authorities."""
        if name not in ("organisation", "kind", "ons_code"):
            return ""
        authority = self.book.authorities.slug(self.values.get("signatory", ""))
        if authority is not None:
            return {"organisation": "", "kind": "local-authority", "ons_code": authority.code}[name]
        signed = [record for record in self.entries if record.event == "signed"]
        return signed[-1].get(name) if signed else ""

    def known(self) -> None:
        """Fill in whatever follows from the rest, or has a default and was not given."""
        for name in ("signatory", "target"):
            if name in self.values:
                self.values[name] = self.resolved(name, self.values[name])
        for name in ("date", "version", "digest", "kind", "organisation", "ons_code"):
            names = {spec.name for spec in self.specs()} - self.values.keys()  # a kind can bring further fields
            if name in names and (text := self.default(name)):
                self.values[name] = text

    def resolved(self, name: str, value: str) -> str:
        """Return a target's digest where its file's name was given, and a council's short name for its usual name."""
        if name == "target":
            file = value.rpartition("/")[2].removesuffix(".yml")
            return next((e.digest for e in self.entries if e.path.endswith(f"/{file}.yml")), value)
        meant = self._meant(value) if name == "signatory" else []
        return meant[0].slug if len(meant) == 1 else value

    def _meant(self, words: str) -> list[Authority]:
        """Return the councils that somebody can mean; none where the words are a short name on the register."""
        known = self.book.authorities
        return [] if known.slug(words) or words in self.book.counting else named(known.all, words)

    def target(self) -> Record | None:
        return self.book.by_digest.get((self.values.get("signatory", ""), self.values.get("target", "")))

    def homeless(self) -> Problem | None:
        """Return why the record has no place: what its path is made of may hold nothing that leads elsewhere."""
        specs = {spec.name: spec for spec in self.specs()}
        for name in ("event", "date", "signatory"):
            value = self.values.get(name, "")
            fault = self.fault(specs[name], value) if name in specs else "There is no such event."
            if fault or (name == "signatory" and not is_slug(value)):
                return Problem("record", 1, name, fault or "This can't be a folder's name.", "See accord sign --help.")
        return None

    def fault(self, spec: Spec, value: str) -> str:
        """Return what is wrong with a value and the cure, as far as the field alone can say, or ""."""
        if spec.name == "signatory" and (fault := self._nobody(value)):
            return fault
        if spec.name == "date" and (made := day(value)) and made - self.as_of > AHEAD:
            return " ".join(said("future", day=made, today=self.as_of))
        found = wrong(spec, value)
        return " ".join(found) if found else ""

    def take(self, spec: Spec, value: str) -> str:
        """Set a field, unless the value can't be right. Return what is wrong with it, or ""."""
        fault = self.fault(spec, value)
        self.values[spec.name] = "" if fault else value
        return fault

    def _nobody(self, value: str) -> str:
        """Return what is wrong with a short name that is nobody's, where it should be somebody's, and who is meant."""
        councils = self.book.authorities.all
        if len(meant := self._meant(value)) > 1:
            names = [f"{each.slug} ({each.name})" for each in meant]
            return f"{shown(value)} can be {listed(names, 'or')}. Write the short name."
        if not FORMS["slug"].fits(value) and (near := suggestion(councils, value)):
            return f"{shown(value)} is no short name.{near}"
        if self.event in ("", "signed") or value in self.book.counting or self.book.authorities.slug(value):
            return ""
        near = nearest(value, self.book.counting) or suggestion(councils, value)
        return f"Nobody has signed as {shown(value)}.{near}" if near else ""
