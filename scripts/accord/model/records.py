"""A record: one dated file about a signatory, as read. Which fields it may hold is in model/record_fields.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as day  # a field is called `date`, and hides the type of that name below it

# On one day they count in this order (design, section 5).
EVENTS = ("signed", "reviewed", "corrected", "succeeded", "withdrawn", "confirmed")
KINDS = ("local-authority", "childrens-trust", "organisation", "supplier")
ANSWERS = ("kept", "partly", "not-yet", "not-applicable")
USES = ("none", "exploring", "piloting", "in-use", "stopped")
METHODS = ("minute", "domain", "letter", "meeting")
Place = tuple[day, int, int]


@dataclass(frozen=True, slots=True)
class Record:
    """`digest` is `sha256:` and the SHA-256 of the file's bytes; `sequence` is 1, or N where the name ends in `-N`."""

    path: str  # commitment/signatories/<slug>/<date>-<event>[-N].yml
    event: str
    signatory: str
    date: day
    sequence: int
    digest: str
    fields: Mapping[str, str]  # every field of the file, in the file's order, `event` to the last
    signed_with_key: bool = False  # a .sig lies beside it (whether it is good, `accord check` and `verify` say)

    def get(self, name: str) -> str:
        """Return a field's value, or an empty string."""
        return self.fields.get(name, "")

    @property
    def place(self) -> Place:
        """Return what puts the records of one signatory in the order in which they count."""
        return self.date, EVENTS.index(self.event), self.sequence

    @property
    def reservations(self) -> dict[str, str]:
        """Return, by clause, the reason why a signing sets it apart."""
        return {k.removeprefix("reserves_"): v for k, v in self.fields.items() if k.startswith("reserves_")}


@dataclass(frozen=True, slots=True)
class Erased:
    """What is left of a record that a steward erased. `digest` is that of the record that was."""

    path: str  # of the record that was, without `.erased`
    event: str
    signatory: str
    date: day  # of the record that was
    sequence: int
    digest: str
    erased: day
    ground: str

    @property
    def place(self) -> Place:
        return self.date, EVENTS.index(self.event), self.sequence
