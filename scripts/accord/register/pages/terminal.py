"""The register and one signatory's history as plain text for a terminal: full dates, nothing that moves a cursor."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from accord.commitment.text import Commitment
from accord.files.days import day
from accord.files.problem import clipped, listed, visible
from accord.register.pages.words import TEXTS, count
from accord.register.record import ANSWERS, Erased, Record
from accord.register.register import Register, Signatory
from accord.register.standing import COUNTED, STATES, WORDS, Standing

WIDEST = 40  # characters of a name in the table


def standing_in_words(standing: Standing) -> str:
    """Return where a signatory stands and since when, in one line without a full stop."""
    words: str = TEXTS["since"].get(standing.state, f"{WORDS[standing.state]} since {{since}}")
    return words.format(since=day(standing.since))


def table(register: Register) -> Iterator[str]:
    """Yield the register: a line for each signatory, then counts that add up."""
    yield f"The register as at {day(register.as_of)}"
    if not register.signatories:
        yield "Nobody is on the register on that day."
    rows = [_row(signatory) for signatory in register.signatories]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield from _counts(register)


def _row(signatory: Signatory) -> tuple[str, str, str, str]:
    signing = signatory.standing.signing
    named = clipped(signatory.name)
    short = named if len(named) <= WIDEST else f"{named[: WIDEST - 1]}…"
    signed = f"{visible(signing.get('version'))} on {day(signing.date)}" if signing else ""
    return short, signatory.slug, standing_in_words(signatory.standing), signed


def _counts(register: Register) -> Iterator[str]:
    states = Counter(signatory.standing.state for signatory in register.signatories)
    total = len(register.signatories)
    parts = [f"{states[state]} {WORDS[state].lower()}" for state in STATES if states[state]]
    if parts:
        yield f"{count(total, 'signatory', 'signatories')}: {', '.join(parts)}."
        yield f"{len(register.counted)} count: confirmed, and not ended."
    if register.waiting:
        waits = "record waits for a steward, and changes", "records wait for a steward, and change"
        yield f"{count(len(register.waiting), *waits)} nothing yet."
    known = register.authorities.on(register.as_of)
    if known:
        slugs = {s.slug for s in register.counted if s.kind == "local-authority"}
        signed = sum(authority.slug in slugs for authority in known)
        yield f"{signed} of the {len(known)} authorities of that day have signed."


def history(signatory: Signatory, commitment: Commitment, as_of: date) -> Iterator[str]:
    """Yield one signatory's standing, what it inherits, and each record in order."""
    kind = f", {signatory.kind.replace('-', ' ')}" if signatory.kind else ""
    yield f"{visible(signatory.name)} ({signatory.slug}{visible(kind)})"
    yield f"As at {day(as_of)}: {standing_in_words(signatory.standing)}."
    yield from _next(signatory.standing)
    if signatory.inherits:
        yield f"It takes over promises from {listed(signatory.inherits)}."
    if signatory.successors:
        yield f"Its promises go to {listed(signatory.successors)}."
    items: list[Record | Erased] = [*signatory.records, *signatory.erased]
    for item in sorted(items, key=lambda item: item.place):
        yield ""
        if isinstance(item, Erased):
            yield f"{day(item.date)}: a record ({item.event}) that was erased on {day(item.erased)}."
            yield f"  Ground: {visible(item.ground)}"
        else:
            yield from _told(signatory, item, commitment)


def _next(standing: Standing) -> Iterator[str]:
    if standing.state in COUNTED and standing.review_due and standing.lapses:
        yield f"Review due on {day(standing.review_due)}; it lapses on {day(standing.lapses)} without one."
    if standing.sign_again:
        yield "The text has changed in substance since: it is to be signed again."


def _told(signatory: Signatory, record: Record, commitment: Commitment) -> Iterator[str]:
    values = {name: visible(signatory.value(record, name)) for name in record.fields}
    yield f"{day(record.date)}: {headline(record, values)}"
    for name, label in (("role", "Office"), ("decided", "Decided on"), ("decision_url", "Decision"),
                        ("use_of_ml", "Use of machine learning"),
                        ("reason", "Reason"), ("statement", "Statement"), ("url", "Page")):  # fmt: skip
        if values.get(name):
            yield f"  {label}: {values[name]}"
    version = commitment.by_number.get(record.get("version"))
    labels = {clause.id: clause.label for clause in version.text.clauses} if version else {}
    for clause, why in record.reservations.items():
        yield f"  Left out: {labels.get(clause, visible(clause))}: {visible(why)}"
    if record.event == "reviewed":
        for clause, label in labels.items():
            reason = values.get(f"{clause}_why", "")
            answer = values.get(clause, "").replace("-", " ")
            yield f"  {label}: {answer}{f': {reason}' if reason else ''}"
    if by := record.confirmation:
        checked = f", {visible(by.get('checked_url'))}" if by.get("checked_url") else ""
        yield f"  Confirmed by a steward on {day(by.date)} ({visible(by.get('method'))}{checked})."
    corrected = signatory.corrected.get(record.digest, {})
    if corrected:
        yield f"  As corrected later: {listed([visible(name) for name in corrected])}."


def headline(record: Record, values: Mapping[str, str]) -> str:
    """Return what a record says was done, in a few words that go on from a day or a name."""
    match record.event:
        case "signed":
            return f"signed version {values.get('version', '')}."
        case "reviewed":
            told = Counter(value for name, value in values.items() if name.rpartition("-")[2].isdigit())
            counts = [f"{told[answer]} {answer.replace('-', ' ')}" for answer in ANSWERS if told[answer]]
            return f"reviewed version {values.get('version', '')}: {', '.join(counts)}."
        case "corrected":
            return f"corrected: {values.get('field', '')} should have said: {values.get('value', '')}"
        case "succeeded":
            return f"succeeded by {values.get('successor', '')}."
        case _:
            return "withdrew."
