"""/calendar.ics and one file for each signatory (iCalendar, RFC 5545): when reviews are due, as whole days.

Ids are the same in each build, and the stamp is the day of the register: the same commit gives the same bytes. There is
no organiser, no guest and no alarm: nothing in a file holds an e-mail address or sends anything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from accord.register.published import Published
from accord.register.register import Register, Signatory
from accord.register.standing import COUNTED

SPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # the name space of RFC 4122 for addresses
LONGEST = 75  # octets of a line, its end not counted (RFC 5545, 3.1)
ALL = "calendar.ics"
OWN = "review.ics"


@dataclass(frozen=True, slots=True)
class Event:
    """One whole day. `key` is what its id is made of; `address` is below the site's root.

    `own` says that it is on the signatory's own calendar and not on that of all.
    """

    key: str
    day: date
    title: str
    about: str
    address: str
    own: bool = False


def files(g: Published) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each calendar. One without a date is left out: RFC 5545 allows none."""
    own = {s.slug: list(events(g, s)) for s in g.register.signatories}
    for slug, found in own.items():
        if found:
            yield f"commitment/signatories/{slug}/{OWN}", calendar(g, found)
    if shared := [event for found in own.values() for event in found if not event.own]:
        yield ALL, calendar(g, shared)


def dated(register: Register) -> bool:
    """Say whether the calendar of all has any date."""
    return any(has_dates(s) for s in register.signatories)


def has_dates(s: Signatory) -> bool:
    """Say whether a signatory has a calendar: its signature is confirmed and has not ended."""
    return s.standing.state in COUNTED and s.standing.review_due is not None


def events(g: Published, s: Signatory) -> Iterator[Event]:
    """Yield when a review is due, from when there is a text to sign again, and when the signature lapses."""
    standing, signed = s.standing, s.standing.signing
    if not has_dates(s) or signed is None or standing.review_due is None:
        return
    since = standing.review or signed
    name, address = s.name, f"commitment/signatories/{s.slug}/"
    about = f"The yearly review of version {signed.get('version')} of the Commitment is due: promise by promise."
    yield Event(f"{s.slug} review {since.digest}", standing.review_due, f"Review due: {name}", about, address)
    current = g.commitment.current(g.as_of)
    if standing.sign_again and current:
        new = next(version for version in g.commitment.versions if version.parts[0] == current.parts[0])
        about = f"Since version {new.number} the promises are others. Decide whether to sign version {current.number}."
        sign = f"commitment/sign/?event=signed&signatory={s.slug}"
        yield Event(f"{s.slug} again {new.digest}", new.released, f"To sign again: {name}", about, sign)
    if standing.lapses:
        about = "Without a review until this day, the signature lapses. A review or a new signing later mends that."
        yield Event(
            f"{s.slug} lapse {since.digest}", standing.lapses, f"Signature lapses: {name}", about, address, True
        )


def day_of(value: str) -> date | None:
    """Return the day that a value names (ISO 8601), or None."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def calendar(g: Published, found: Iterable[Event]) -> str:
    """Return a calendar with these events, in the order of their days."""
    site = g.site.address.rstrip("/")
    stamp = f"{g.as_of:%Y%m%d}T000000Z"
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//accord//review dates//EN", "CALSCALE:GREGORIAN"]
    rows += ["METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(g.site.name)}: reviews"]
    for event in sorted(found, key=lambda event: (event.day, event.key)):
        rows += [
            "BEGIN:VEVENT",
            f"UID:{uuid5(SPACE, event.key)}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escaped(event.title)}",
            f"DESCRIPTION:{escaped(event.about)}",
            *([f"URL:{site}/{event.address}"] if site else []),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(f"{line}\r\n" for row in [*rows, "END:VCALENDAR"] for line in folded(row))


def escaped(value: str) -> str:
    """Return text as a property's value (RFC 5545, 3.3.11). A line end, should one come, is escaped."""
    marked = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(marked.splitlines())


def folded(row: str) -> Iterator[str]:
    """Yield a content line in pieces of at most LONGEST octets, never within a character (RFC 5545, 3.1)."""
    piece, size = "", 0
    for sign in row:
        octets = len(sign.encode())
        if size + octets > LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    yield piece
