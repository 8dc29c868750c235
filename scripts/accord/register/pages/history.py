"""The history of a signatory: its records in order, each in a sentence, with the file and what vouches for it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from accord.pages.encode import encode
from accord.pages.encode import encode_all as typed
from accord.register.pages.words import ANSWER, METHOD, count, named, shown, time
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


WAITING = Markup("A record of {} that says it signed version {} waits for a steward. It counts for nothing yet.")


def sentences(register: Register, s: Signatory) -> Iterator[Markup]:
    """Yield what is to be said, each one or two sentences."""
    state = s.standing.state
    if state == "inherits":
        names = Markup(", ").join(typed(named(register, slug)) for slug in s.inherits)
        yield Markup("It has not signed itself. It takes over the promises of: {}.").format(names)
        return
    if state == "erased":
        yield Markup("A steward erased the record of its signing. What is left is the date, the ground and a digest.")
        return
    yield from _ended(register, s)
    yield from _signed(s)
    yield from _due(s, register.as_of)


def _ended(register: Register, s: Signatory) -> Iterator[Markup]:
    if s.standing.state == "withdrawn":
        yield Markup("It withdrew on {}. The record of what it signed stays.").format(time(s.standing.since))
        if s.standing.ended:
            yield Markup("Its reason: “{}”").format(shown(s, s.standing.ended, "reason"))
    if s.standing.state == "succeeded":
        names = Markup(", ").join(typed(named(register, slug)) for slug in s.successors)
        yield Markup("Since {} it is followed by: {}.").format(
            time(s.standing.since), names or "nobody on the register"
        )


def _signed(s: Signatory) -> Iterator[Markup]:
    record = s.signing
    if record is None:
        return
    version = typed(record.get("version"))
    confirmation = record.confirmation
    if confirmation is None:
        yield WAITING.format(time(record.date), version)
        return
    yield Markup("It signed version {} on {}.").format(version, time(record.date))
    how = METHOD.get(confirmation.get("method"), confirmation.get("method"))
    yield Markup("A steward confirmed this on {}, from {}.").format(time(confirmation.date), how)
    if s.claims:
        yield Markup("{} of this council for a steward. Nothing of that counts yet.").format(
            count(len(s.claims), "newer record waits", "newer records wait")
        )


def _due(s: Signatory, as_of: date) -> Iterator[Markup]:
    standing = s.standing
    if standing.sign_again:
        yield Markup("The text has changed in substance since. It has no confirmed signature on the newer text.")
    if standing.state == "lapsed" and standing.lapses:
        yield Markup("It published no review for two years, so its signature lapsed on {}.").format(
            time(standing.lapses)
        )
    elif standing.state in {"signed", "review-due", "to-sign-again"} and standing.review_due:
        late = standing.review_due <= as_of
        sentence = "Its yearly review was due on {}." if late else "Its next review is due on {}."
        yield Markup(sentence).format(time(standing.review_due))  # noqa: S704  our own words
