"""A signing and a review name a version by number and digest, and speak of its clauses, a review of all of them."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from accord.commitment.folder import read_texts
from accord.commitment.text import Version
from accord.files.digests import digest
from accord.files.problem import Problem, listed, shown
from accord.project.ids import nearest
from accord.project.inputs import Inputs
from accord.register.book import Book, book, clause_of
from accord.register.record import Record
from accord.register.record_values import FORMS, day


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield records whose version, digest, days or clauses are not those of a published text."""
    told = book(inputs.project)
    for record in told.records:
        if record.event in {"signed", "reviewed"}:
            version = told.version(record)
            if version is None:
                yield from _absent(inputs, told, record)
            elif version.number not in told.unsound:
                yield from _digest(told, record, version)
                yield from _days(record, version)
                yield from _clauses(record, version)
        elif record.event == "corrected" and record.get("field") == "decided":
            target = told.by_digest.get((record.signatory, record.get("target")))
            if target and (version := told.version(target)):
                yield from _decided(record, "value", version, target.date)


def _absent(inputs: Inputs, told: Book, record: Record) -> Iterator[Problem]:
    number = record.get("version")
    unread = f"commitment/versions/{number}.md" in {problem.path for problem in read_texts(inputs.project).problems}
    if not FORMS["version"].fits(number) or unread or number in told.folder.texts:
        return  # the form is another rule's, and a version that can't be read has a problem of its own
    known = list(told.commitment.by_number)
    near = nearest(number, known)
    yield record.fault("version", "version", number=number, near=near, known=listed(known) or "none yet")


def _digest(told: Book, record: Record, version: Version) -> Iterator[Problem]:
    own = record.get("digest")
    if own == version.digest or not FORMS["digest"].fits(own):
        return
    key = "digest"
    other = next((found.number for found in told.commitment.versions if found.digest == own), "")
    copy = _copies(told.folder.texts[version.number].raw).get(own, "")
    if other:
        key = "digest-other"
    elif copy:
        key = "digest-copy"
    yield record.fault("digest", key, number=version.number, other=other, copy=copy, digest=version.digest)


@lru_cache(maxsize=64)
def _copies(raw: bytes) -> dict[str, str]:
    """Return the digests of what computers make of a text by themselves, each with words for it."""
    windows = raw.replace(b"\n", b"\r\n")
    two_parts = unicodedata.normalize("NFD", raw.decode("utf-8", "replace")).encode()
    return {
        digest(b"\xef\xbb\xbf" + windows): "a byte order mark and Windows line ends",
        digest(b"\xef\xbb\xbf" + raw): "a byte order mark",
        digest(two_parts): "accented letters in two parts",
        digest(raw + b"\n"): "a line end too many",
        digest(raw.removesuffix(b"\n")): "no last line end",
        digest(windows): "Windows line ends",
    }


def _days(record: Record, version: Version) -> Iterator[Problem]:
    if record.date < version.released:
        yield record.fault("date", "before", number=version.number, released=version.released)
    yield from _decided(record, "decided", version, record.date)


def _decided(record: Record, field: str, version: Version, signed: date) -> Iterator[Problem]:
    """Yield what is wrong with the day of a decision, of a record or as a correction gives it."""
    decided = day(record.get(field))
    if decided and decided < version.released:
        yield record.fault(field, "decided-before", number=version.number, released=version.released)
    if decided and decided > signed:
        yield record.fault(field, "decided-after", day=signed)


def _clauses(record: Record, version: Version) -> Iterator[Problem]:
    names = list(version.text.by_id)
    for name in record.fields:
        word = clause_of(name)
        if word and word not in version.text.by_id:
            near = nearest(word, names)
            more = {"number": version.number, "near": near, "names": listed(names)}
            yield record.fault(name, "clause", clause=shown(word), **more)
    if record.event == "reviewed":
        yield from _answers(record, version)


def _answers(record: Record, version: Version) -> Iterator[Problem]:
    fields = record.fields
    missing = [clause.id for clause in version.text.clauses if clause.id not in fields]
    if missing:
        some = listed([*missing[:5], f"{len(missing) - 5} more"] if len(missing) > 5 else missing)
        yield record.fault("", "unanswered", clauses=some)
    for clause in version.text.clauses:
        answer = fields.get(clause.id, "")
        if answer and answer != "kept" and f"{clause.id}_why" not in fields:
            yield record.fault(clause.id, "why", answer=shown(answer), field=f"{clause.id}_why")
