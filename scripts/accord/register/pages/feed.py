"""/feed.xml (Atom, RFC 4287): new versions and new records, the newest hundred. Ids stay when the address changes."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from accord.register.pages.words import TEXTS, named
from accord.register.published import Published
from accord.register.record import Place
from accord.register.register import Register

NEWEST = 100
SPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # the name space of RFC 4122 for addresses


class Entry(NamedTuple):
    """In the order in which they are sorted. `digest` names the record or text."""

    place: Place
    digest: str
    title: str
    summary: str
    address: str


def feed(g: Published) -> str:
    """Return the feed. Links are relative to the site's root where the site has no address."""
    entries = sorted([*_versions(g), *_records(g.register)], reverse=True)[:NEWEST]
    address = f"{g.site.address.rstrip('/')}/" if g.site.address else ""
    updated = entries[0].place[0] if entries else g.as_of
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
        f"<id>{_id(f'feed {g.site.name}')}</id>",
        f"<title>{escape(g.site.name)}: versions and records of the Commitment</title>",
        f"<updated>{_time(updated)}</updated>",
        f"<author><name>{escape(g.site.name)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(f"{address}feed.xml")}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(f"{address}commitment/signatories/")}/>',
        "<rights>CC BY 4.0</rights>",
        *(_entry(entry, address) for entry in entries),
        "</feed>",
    ]
    return "\n".join(rows) + "\n"


def _versions(g: Published) -> Iterator[Entry]:
    for version in g.commitment.versions:
        if version.released <= g.as_of:
            title, address = f"Version {version.number} of the Commitment", f"commitment/{version.number}/"
            yield Entry((version.released, -1, 0), version.digest, title, version.summary, address)


def _records(register: Register) -> Iterator[Entry]:
    for s in register.signatories:
        for record in s.records:
            heir = named(register, record.get("successor"))
            title = TEXTS["feed"][record.event].format(who=s.name, version=record.get("version"), heir=heir)
            words = f"The record is dated {record.date.isoformat()}. Its digest is {record.digest}."
            place = (record.known_from, *record.place[1:])  # a record that was confirmed late is news on that day
            yield Entry(place, record.digest, title, words, f"commitment/signatories/{s.slug}/")


def _entry(entry: Entry, address: str) -> str:
    return (
        f"<entry><id>{_id(entry.digest)}</id><title>{escape(entry.title)}</title>"
        f"<updated>{_time(entry.place[0])}</updated>"
        f'<link rel="alternate" type="text/html" href={quoteattr(address + entry.address)}/>'
        f"<summary>{escape(entry.summary)}</summary></entry>"
    )


def _id(value: str) -> str:
    return f"urn:uuid:{uuid5(SPACE, value)}"


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
