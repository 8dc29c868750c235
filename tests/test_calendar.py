"""The calendars: what RFC 5545 asks for, and the same bytes from the same commit."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.register.pages import calendar
from accord.register.standing import COUNTED
from tests import render_commitment as made


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(calendar.files(made.guidance(made.sample())))


def unfolded(text: str) -> list[str]:
    """Return the content lines as a reader's program puts them together."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def events(text: str) -> Iterator[dict[str, str]]:
    for block in re.findall(r"BEGIN:VEVENT\n(.*?)\nEND:VEVENT", "\n".join(unfolded(text)), re.DOTALL):
        yield dict(row.split(":", 1) for row in block.split("\n"))


def test_each_confirmed_signatory_has_one(files: dict[str, str]) -> None:
    register = made.guidance(made.sample()).register
    counted = {s.slug for s in register.signatories if s.standing.state in COUNTED}
    assert {name.split("/")[2] for name in files if name != calendar.ALL} == counted
    again = [s for s in register.counted if s.standing.sign_again]
    assert len(list(events(files[calendar.ALL]))) == len(counted) + len(again)


def test_who_has_a_text_to_sign_again_finds_it_there(files: dict[str, str]) -> None:
    """On its own calendar and on that of all, from the day on which the promises became others."""
    register = made.guidance(made.sample()).register
    for s in register.counted:
        own = [
            e for e in events(files[f"commitment/signatories/{s.slug}/{calendar.OWN}"]) if "sign again" in e["SUMMARY"]
        ]
        assert len(own) == s.standing.sign_again
        assert all(event in list(events(files[calendar.ALL])) for event in own)
    assert any(s.standing.sign_again for s in register.counted)


def test_events_are_whole_days(files: dict[str, str]) -> None:
    """A day and the day after it, a stamp from the register's day, and an id that is used once."""
    for name, text in files.items():
        found = list(events(text))
        assert found, name
        assert len({event["UID"] for event in found}) == len(found)
        for event in found:
            assert re.fullmatch(r"[0-9]{8}", event["DTSTART;VALUE=DATE"])
            assert event["DTEND;VALUE=DATE"] > event["DTSTART;VALUE=DATE"]
            assert event["DTSTAMP"] == f"{made.AS_OF:%Y%m%d}T000000Z"
        assert unfolded(text)[0] == "BEGIN:VCALENDAR"
        assert unfolded(text)[-1] == "END:VCALENDAR"


def test_nobody_is_written_to(files: dict[str, str]) -> None:
    for text in files.values():
        for word in ("ORGANIZER", "ATTENDEE", "mailto", "VALARM", "@"):
            assert word not in text


def test_lines_are_short(files: dict[str, str]) -> None:
    assert max(len(row.encode()) for text in files.values() for row in text.split("\r\n")) <= calendar.LONGEST


def test_the_same_each_time(files: dict[str, str]) -> None:
    assert dict(calendar.files(made.guidance(made.sample()))) == files


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
