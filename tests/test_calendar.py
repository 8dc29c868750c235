"""The calendars: what RFC 5545 asks for, and the same bytes from the same commit."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.register.pages import calendar
from tests import render_commitment as made


def unfolded(text: str) -> list[str]:
    """Return the content lines as a reader's program puts them together."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(row.encode()) for row in text.split("\r\n")) <= calendar.LONGEST
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def events(text: str) -> Iterator[dict[str, str]]:
    for block in re.findall(r"BEGIN:VEVENT\n(.*?)\nEND:VEVENT", "\n".join(unfolded(text)), re.DOTALL):
        yield dict(row.split(":", 1) for row in block.split("\n"))


def test_each_confirmed_signatory_has_one_of_whole_days() -> None:
    """A day and the day after it, a stamp from the register's day, an id that is used once, and nobody to write to.

    A text to sign again stands on its own calendar and on that of all.
    """
    g = made.guidance(made.sample())
    files = dict(calendar.files(g))
    assert files == dict(calendar.files(made.guidance(made.sample())))
    everyone = list(events(files.pop(calendar.ALL)))
    own = {f"commitment/signatories/{s.slug}/{calendar.OWN}": s for s in g.register.counted}
    assert files.keys() == own.keys()
    assert len(everyone) == len(own) + sum(s.standing.sign_again for s in own.values()) > len(own)
    for name, text in files.items():
        found = list(events(text))
        again = [event for event in found if "sign again" in event["SUMMARY"]]
        assert len(again) == own[name].standing.sign_again
        assert all(event in everyone for event in again)
        assert len({event["UID"] for event in found}) == len(found)
        for event in found:
            assert re.fullmatch(r"[0-9]{8}", event["DTSTART;VALUE=DATE"])
            assert event["DTEND;VALUE=DATE"] > event["DTSTART;VALUE=DATE"]
            assert event["DTSTAMP"] == f"{made.AS_OF:%Y%m%d}T000000Z"
        assert (unfolded(text)[0], unfolded(text)[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
        assert not re.search("ORGANIZER|ATTENDEE|mailto|VALARM|@", text)


@given(st.text(st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_folding_loses_nothing(words: str) -> None:
    """Put together again, a line is what it was, and no character is cut in two."""
    pieces = list(calendar.folded(f"SUMMARY:{words}"))
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == f"SUMMARY:{words}"
    assert all(len(piece.encode()) <= calendar.LONGEST for piece in pieces)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("A, B; C", "A\\, B\\; C"), ("a\\b", "a\\\\b"), ("a\nBEGIN:VEVENT", "a\\nBEGIN:VEVENT"), ("a\r\nb", "a\\nb")],
)
def test_values_are_escaped(words: str, expected: str) -> None:
    assert calendar.escaped(words) == expected
