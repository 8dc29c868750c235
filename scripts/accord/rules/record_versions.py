"""A signing and a review name a version by number and digest, and speak of its clauses, a review of all of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from accord.ids import nearest
from accord.model.commitment import Version, digest
from accord.model.record_values import FORMS, day
from accord.problem import Problem, listed, shown
from accord.record_book import Book, Entry, book
from accord.rules.base import Inputs


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield records whose version, digest, days or clauses are not those of a published text."""
    told = book(inputs.project)
    for entry in told.entries:
        if entry.record.event in {"signed", "reviewed"}:
            version = told.version(entry.record)
            if version is None:
                yield from _absent(inputs, told, entry)
            elif version.number not in told.unsound:
                yield from _digest(told, entry, version)
                yield from _days(entry, version)
                yield from _clauses(entry, version)


def _absent(inputs: Inputs, told: Book, entry: Entry) -> Iterator[Problem]:
    number = entry.record.get("version")
    unread = f"commitment/versions/{number}.md" in {problem.path for problem in inputs.project.problems}
    if not FORMS["version"].fits(number) or unread or number in told.folder.texts:
        return  # the form is another rule's, and a version that can't be read has a problem of its own
    known = list(told.commitment.by_number)
    wrong = f"There is no version {number}.{nearest(number, known)}"
    cure = f"Published are {listed(known) or 'none yet'}."
    yield Problem(entry.path, entry.line("version"), "version", wrong, cure)


def _digest(told: Book, entry: Entry, version: Version) -> Iterator[Problem]:
    own = entry.record.get("digest")
    if own == version.digest or not FORMS["digest"].fits(own):
        return
    wrong = f"This is not the digest of version {version.number}."
    other = next((found.number for found in told.commitment.versions if found.digest == own), "")
    copy = _copies(told.folder.texts[version.number].raw).get(own, "")
    if other:
        wrong = f"This is the digest of version {other}, and the record names {version.number}."
    elif copy:
        wrong = (
            f"This is the digest of version {version.number} with {copy}: the words are the same, the bytes are not."
        )
    yield Problem(entry.path, entry.line("digest"), "digest", wrong, f"Write {version.digest}.")


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


def _days(entry: Entry, version: Version) -> Iterator[Problem]:
    record = entry.record
    if record.date < version.released:
        wrong = f"The record is dated before version {version.number} was published ({version.released})."
        yield Problem(entry.path, entry.line("date"), "date", wrong, "Name the version that was there on the day.")
    decided = day(record.get("decided"))
    if decided and decided < version.released:
        wrong = f"The decision is dated before version {version.number} was published ({version.released})."
        cure = "Decide on the text as published, or leave the day out."
        yield Problem(entry.path, entry.line("decided"), "decided", wrong, cure)
    if decided and decided > record.date:
        wrong = f"The decision is dated after the record ({record.date})."
        yield Problem(entry.path, entry.line("decided"), "decided", wrong, "Write the day on which it was made.")


def _clauses(entry: Entry, version: Version) -> Iterator[Problem]:
    names = list(version.text.by_id)
    for field in entry.fields:
        word = field.name.removeprefix("reserves_").removesuffix("_why").removesuffix("_evidence")
        if word not in version.text.by_id and word.rpartition("-")[2].isdigit():
            wrong = f"Version {version.number} has no clause {shown(word)}.{nearest(word, names)}"
            yield Problem(entry.path, field.line, field.name, wrong, f"Its clauses are {listed(names)}.")
    if entry.record.event == "reviewed":
        yield from _answers(entry, version)


def _answers(entry: Entry, version: Version) -> Iterator[Problem]:
    fields = entry.record.fields
    missing = [clause.id for clause in version.text.clauses if clause.id not in fields]
    if missing:
        some = listed([*missing[:5], f"{len(missing) - 5} more"] if len(missing) > 5 else missing)
        wrong = f"The review does not answer for {some}."
        yield Problem(entry.path, 1, "", wrong, "Answer for every clause of the version.")
    for clause in version.text.clauses:
        answer = fields.get(clause.id, "")
        if answer and answer != "kept" and f"{clause.id}_why" not in fields:
            wrong = f"The answer is {shown(answer)}, and no reason is given."
            cure = f'Write it into the field "{clause.id}_why".'
            yield Problem(entry.path, entry.line(clause.id), clause.id, wrong, cure)
