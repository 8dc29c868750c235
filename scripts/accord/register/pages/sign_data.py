"""What the signing page fetches: the rules of records, the authorities, and each signatory's records."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from accord.files.characters import ALIKE, ALLOWED, NOTHING, SPACES
from accord.guidance.pages.published import envelope
from accord.register.authorities import LISTS, NEEDED, Authority
from accord.register.authority_names import COUNCIL_WORDS, JOINING_WORDS
from accord.register.pages.data import without_blanks
from accord.register.published import Published
from accord.register.reading import FOLDER, LARGEST, LONGEST_SLUG, RESERVED
from accord.register.record import EVENTS, Erased, Place, Record
from accord.register.record_fields import CLAUSE, TABLE
from accord.register.record_messages import MESSAGES
from accord.register.record_values import ADDRESS, FORMS, INSIDE, ODD_URLS
from accord.register.register import Signatory
from accord.register.rules import record_fields

LINK = 6_000  # bytes of a link to the host's page for a new file: a longer record is copied and pasted
MAIL = 1_800  # bytes of a link that starts an e-mail: some mail programs cut off longer ones
# Words of a council's name that one writer spells out and another leaves away: they find a name, and judge none.
PASSED = (*JOINING_WORDS, *COUNCIL_WORDS, "london")


def rules() -> dict[str, Any]:
    """Return everything that the signing page's scripts need to ask for one record and to look at it.

    Made from what `accord check` itself reads, so that there is one source. Every pattern is one that JavaScript reads
    alike. What needs other records, or knows authorities and names, is the check's alone.
    """
    return {
        "events": list(EVENTS),
        "clause": CLAUSE,
        "fields": [without_blanks(asdict(spec)) for spec in TABLE],
        "limits": {"bytes": LARGEST, "slug": LONGEST_SLUG, "link": LINK, "mail": MAIL},
        "folder": FOLDER,
        "forms": {name: asdict(form) for name, form in FORMS.items()},
        "address": ADDRESS,
        "odd_addresses": ODD_URLS,
        "inside": INSIDE,
        "reserved": sorted(RESERVED),
        "characters": {"allowed": ALLOWED, "spaces": SPACES, "nothing": NOTHING, "alike": ALIKE},
        "words": {
            "mail": _plain(record_fields.MAIL.pattern),
            "free": record_fields.FREE.pattern,
            "own": record_fields.OWN_WORDS.pattern,
            "title": _plain(record_fields.TITLE.pattern),
        },
        "passed": list(PASSED),
        "messages": {key: {"wrong": wrong, "cure": cure} for key, (wrong, cure) in MESSAGES.items()},
    }


def _plain(pattern: str) -> str:
    """Return a pattern without marks of possession, which JavaScript does not know.

    What they repeat is never what follows them, so that the pattern finds the same without them.
    """
    return re.sub(r"([+*])\+", r"\1", pattern)


def files(g: Published) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each file."""
    day = {"as_of": g.as_of.isoformat()}
    yield (
        "api/authorities.json",
        _json(envelope(g, "authorities") | day | {"authorities": authorities(g.register.authorities.all)}),
    )
    yield "api/record-rules.json", _json(envelope(g, "record-rules") | day | rules())
    for s in g.register.signatories:
        head = (envelope(g, "signatory", "../") | day) | {"slug": s.slug}
        yield f"api/signatories/{s.slug}.json", _json(head | {"records": records(s)})


def authorities(listed: tuple[Authority, ...]) -> list[dict[str, Any]]:
    """Return the authorities in the order of the file, what is empty left out."""
    return [without_blanks(_authority(each)) for each in listed]


def _authority(each: Authority) -> dict[str, Any]:
    days = {"from": each.since and each.since.isoformat(), "until": each.until and each.until.isoformat()}
    known = {name: getattr(each, name) for name in ("code", *NEEDED)}
    lists = {name: getattr(each, name) for name in LISTS[:-1]}
    return {
        **known,
        **days,
        **lists,
        "earlier_names": [name for name, _ in each.earlier_names],
        "domains": each.domains,
    }


def records(s: Signatory) -> list[dict[str, Any]]:
    """Return a signatory's records in the order in which they count, what is left of erased ones among them."""
    found: list[tuple[Place, dict[str, Any]]] = [(e.place, _placed(e)) for e in s.erased]
    for r in (*s.records, *s.claims):
        more = {"fields": dict(r.fields), "corrected": dict(s.corrected.get(r.digest, {}))}
        found.append((r.place, _placed(r) | more | ({"waiting": "yes"} if r in s.claims else {})))
    ordered = (values for _, values in sorted(found, key=lambda pair: pair[0]))
    return [without_blanks(each) for each in ordered]


def _placed(r: Record | Erased) -> dict[str, Any]:
    return {"file": r.path.rpartition("/")[2], "event": r.event, "date": r.date.isoformat(), "digest": r.digest}


def _json(value: dict[str, Any]) -> str:
    """Return a file with one line for each of its parts: small, and a change is easy to see."""
    rows = (
        f" {json.dumps(key)}: {json.dumps(part, ensure_ascii=True, separators=(',', ':'))}"
        for key, part in value.items()
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"
