"""The records: enough of each to say who signed what, on which day, with which key, and what it points to."""

from __future__ import annotations

import datetime
import re
from typing import Dict, List, NamedTuple, Tuple

from accord.pack.verifier.lists import sha
from accord.pack.verifier.said import Bad

EVENTS = ("signed", "confirmed", "reviewed", "corrected", "succeeded", "withdrawn")  # their order on one day
PATH = re.compile(
    rf"commitment/signatories/([a-z0-9]+(?:-[a-z0-9]+)*)/([0-9-]{{10}})-({'|'.join(EVENTS)})"
    r"(?:-([2-9]|[1-9][0-9]))?\.yml"
)
ROW_OF_RECORD = re.compile(r'([a-z][a-z0-9_-]{0,79}): "((?:[^"\\]|\\["\\])*)"')
DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


class Record(NamedTuple):
    """`place` puts the records of one signatory in the order in which they count."""

    name: str
    slug: str
    event: str
    place: Tuple[str, int, int]
    digest: str
    fields: Dict[str, str]
    raw: bytes


def place_of(name: str) -> Tuple[str, str, Tuple[str, int, int]]:
    """Return the signatory, the event and the place that a record's name gives. Raises Bad where it gives none."""
    match = PATH.fullmatch(name)
    if match is None:
        raise Bad("The name is not NAME/YEAR-MONTH-DAY-EVENT.yml.")
    return match[1], match[3], (day(match[2]), EVENTS.index(match[3]), int(match[4] or 1))


def day(text: str) -> str:
    """Return a day of the calendar as it is. Raises Bad for another text."""
    try:
        if datetime.date(int(text[:4]), int(text[5:7]), int(text[8:])).isoformat() == text:
            return text
    except ValueError:
        pass
    raise Bad("The name holds no day of the calendar.")


def fields_of(raw: bytes) -> Dict[str, str]:
    """Return the fields of a record: lines of the form `key: "value"`, and nothing else. Raises Bad."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Bad("The file is not UTF-8.") from None
    lines = text.split("\n")
    found: Dict[str, str] = {}
    for number, line in enumerate(lines[:-1] if lines[-1] == "" else lines, 1):
        match = ROW_OF_RECORD.fullmatch(line)
        if match is None or not line.isprintable():
            raise Bad(f'Line {number} is not of the form key: "value".')
        if match[1] in found:
            raise Bad(f"Line {number} gives the field {match[1]} for the second time.")
        found[match[1]] = re.sub(r'\\(["\\])', r"\1", match[2])
    return found


def read_record(name: str, raw: bytes) -> Record:
    """Return a record. Raises Bad where its name and its fields do not agree, or it does not say what it must."""
    slug, event, place = place_of(name)
    fields = fields_of(raw)
    for key, wanted in (("event", event), ("signatory", slug), ("date", place[0])):
        if fields.get(key) != wanted:
            raise Bad(f'The field {key} is not "{wanted}", as the file\'s name says.')
    if event in ("signed", "reviewed") and "version" not in fields:
        raise Bad("The record names no version.")
    if event in ("confirmed", "corrected") and not DIGEST.fullmatch(fields.get("target", "")):
        raise Bad("The record points to no other record.")
    return Record(name, slug, event, place, f"sha256:{sha(raw)}", fields, raw)


def erased_digest(raw: bytes) -> str:
    """Return the digest that is left of an erased record. Raises Bad where none is."""
    fields = fields_of(raw)
    if not DIGEST.fullmatch(fields.get("digest", "")):
        raise Bad("Of an erased record its digest must be left, and is not.")
    return fields["digest"]


def points(records: List[Record], erased: Dict[str, str], digests: Dict[str, str]) -> List[Tuple[str, str]]:
    """Return what is wrong with what records name: texts, and other records of the same signatory."""
    found = []
    known = {(record.slug, record.digest) for record in records}
    known |= {(name.split("/")[2], digest) for name, digest in erased.items()}
    for record in records:
        if record.event in ("signed", "reviewed"):
            version = record.fields["version"]
            if version not in digests:
                found.append((record.name, f"It names version {version}, and there is no such text."))
            elif record.fields.get("digest") != digests[version]:
                found.append((record.name, f"It names another text than that of version {version}."))
        elif record.event in ("confirmed", "corrected") and (record.slug, record.fields["target"]) not in known:
            found.append((record.name, "It points to a record that this signatory does not have."))
    return found
