"""The history of a signatory: its records in order, each in a sentence, with the file and what vouches for it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from accord.pages.encode import encode
from accord.pages.encode import encode_all as typed
from accord.register.pages.signatories import named
from accord.register.pages.words import ANSWER, METHOD, time
from accord.register.record import ANSWERS, Erased, Record
from accord.register.register import Register, Signatory

CLAUSE = re.compile("[a-z-]+-[0-9]+")  # the id of a clause, which is the name of the field that answers for it
GONE = Markup("A record ({}) was erased by a steward on {}. The ground: “{}”")
WAITS = Markup("This waits for a steward, and counts for nothing yet.")
FIELDS = {
    "organisation": "the name",
    "ons_code": "the authority’s code",
    "role": "the office that acted",
    "decided": "the day of the decision",
    "decision_url": "the address of the decision",
    "use_of_ml": "the use of machine learning",
    "statement": "the statement",
    "url": "the address",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One event. `file` is the record's name below `records/`, or None where it was erased."""

    day: date
    words: Markup
    digest: Markup
    file: Markup | None = None
    confirmation: Markup | None = None  # the name of the record that confirms it


def lines(register: Register, s: Signatory) -> list[Line]:
    """Return the history, newest first."""
    told: list[Record | Erased] = [*s.records, *s.erased, *s.claims]
    events = sorted(told, key=lambda record: record.place, reverse=True)
    by_digest = {record.digest: record for record in s.records}
    return [_line(register, s, event, by_digest) for event in events]


def _line(register: Register, s: Signatory, event: Record | Erased, by_digest: dict[str, Record]) -> Line:
    if isinstance(event, Erased):
        words = GONE.format(event.event, time(event.erased), typed(event.ground))
        return Line(event.date, words, typed(event.digest))
    words = Markup(" ").join(_sentences(register, s, event, by_digest))
    file = encode(event.path.rpartition("/")[2])
    by = encode(event.confirmation.path.rpartition("/")[2]) if event.confirmation else None
    return Line(event.date, words, typed(event.digest), file, by)


def _sentences(register: Register, s: Signatory, record: Record, by_digest: dict[str, Record]) -> Iterator[Markup]:
    get = record.get
    target = by_digest.get(get("target"))
    of = Markup(" of {}").format(time(target.date)) if target else Markup("")
    match record.event:
        case "signed":
            yield Markup("Signed version {}.").format(typed(get("version")))
        case "reviewed":
            yield Markup("Reported on version {}: {}.").format(typed(get("version")), answers(record))
        case "corrected":
            what = FIELDS.get(get("field")) or f"“{typed(get('field'))}”"
            words = "Corrected {} in the record{}: it should have said “{}”."
            yield Markup(words).format(Markup(what), of, typed(get("value")))  # noqa: S704  ours, or encoded
        case "succeeded":
            yield Markup("Followed by {}.").format(typed(named(register, get("successor"))))
        case "withdrawn":
            yield Markup("Withdrew.")
    if get("role"):
        yield Markup("Acted: {}.").format(typed(get("role")))
    if get("reason"):
        yield Markup("The reason: “{}”").format(typed(get("reason")))
    if by := record.confirmation:
        how = METHOD.get(by.get("method"), by.get("method"))
        yield Markup("A steward confirmed this on {}, from {}.").format(time(by.date), how)
    else:
        yield WAITS


def answers(record: Record) -> Markup:
    found = Counter(value for key, value in record.fields.items() if CLAUSE.fullmatch(key))
    return Markup(", ").join(f"{ANSWER[answer].lower()} {found[answer]}" for answer in ANSWERS if found[answer])
