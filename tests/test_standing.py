"""Where a signatory stands on a day: each state from its own day, whatever is dated or confirmed later."""

from __future__ import annotations

from datetime import date

import pytest

from accord.register.record import Erased, Record
from accord.register.standing import Standing, after, find_standing
from tests.commitment_made import confirmed, erased, record, version

ONE = version("1.0.0")
TWO = version("2.0.0", date(2025, 9, 1))
SIGNED = confirmed(record("signed", "2024-02-29"), "2024-03-10")
REVIEWED = confirmed(record("reviewed", "2025-02-20"), "2025-03-05")
WITHDRAWN = confirmed(record("withdrawn", "2024-06-01"), "2024-06-20")


def _on(day: str, *records: Record, gone: tuple[Erased, ...] = (), until: str = "") -> Standing:
    ended = date.fromisoformat(until) if until else None
    return find_standing(records, gone, (ONE, TWO), date.fromisoformat(day), ended)


def test_months_are_those_of_the_calendar() -> None:
    """A month that is too short ends the count on its last day, and the calendar on its own."""
    for day, months, then in (
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2025-08-31", 6, "2026-02-28"),
        ("2025-12-31", 2, "2026-02-28"), ("2025-11-30", 1, "2025-12-30"), ("9999-06-01", 12, "9999-12-31"),
    ):  # fmt: skip
        assert after(date.fromisoformat(day), months) == date.fromisoformat(then)


def test_a_signature_grows_old() -> None:
    """Months are counted from a record's own day, and nothing counts before a steward has confirmed it."""
    for day in ("2024-02-28", "2024-03-09"):
        with pytest.raises(ValueError, match=f"No record is dated up to {day}"):
            _on(day, SIGNED)
    for day, state, since in (
        ("2024-03-10", "signed", "2024-03-10"),
        ("2025-02-27", "signed", "2024-03-10"),
        ("2025-02-28", "review-due", "2025-02-28"),  # a year after 29 February
        ("2025-03-04", "review-due", "2025-02-28"),  # reviewed on 20 February, and not confirmed yet
        ("2025-03-05", "signed", "2025-03-05"),
        ("2025-08-31", "signed", "2025-03-05"),
        ("2025-09-01", "to-sign-again", "2025-09-01"),
        ("2027-02-19", "to-sign-again", "2025-09-01"),
        ("2027-02-20", "lapsed", "2027-02-20"),
    ):
        found = _on(day, SIGNED, REVIEWED)
        assert (found.state, found.since) == (state, date.fromisoformat(since)), day
    one_day_late = confirmed(record("reviewed", "2025-02-20"), "2025-03-01")
    assert _on("2025-03-01", SIGNED, one_day_late).since == date(2025, 3, 1)


def test_a_late_review_puts_a_lapsed_signature_right() -> None:
    """The days to come are counted from the review's own day, not from that of its confirmation."""
    late = confirmed(record("reviewed", "2026-02-20"), "2026-03-01")
    assert _on("2026-02-28", SIGNED, late).state == "lapsed"
    found = find_standing([SIGNED, late], (), (ONE,), date(2026, 3, 1))
    assert (found.state, found.since, found.review) == ("signed", date(2026, 3, 1), late)
    assert (found.review_due, found.lapses) == (date(2027, 2, 20), date(2028, 2, 20))


def test_a_newer_signing_takes_the_place_of_the_older() -> None:
    """From its confirmation on; the reviews of the older one count no more."""
    newer = confirmed(record("signed", "2025-10-01", version="2.0.0"), "2025-10-09")
    before, after_ = (_on(day, SIGNED, REVIEWED, newer) for day in ("2025-10-08", "2025-10-09"))
    assert (before.state, before.signing, before.sign_again) == ("to-sign-again", SIGNED, True)
    assert (after_.state, after_.since, after_.signing, after_.review) == ("signed", date(2025, 10, 9), newer, None)


def test_an_end_counts_from_its_own_day_once_it_is_confirmed() -> None:
    """Until then the signature is in force; after it nobody is asked to sign again. An erasure brings nothing back."""
    assert _on("2024-06-19", SIGNED, WITHDRAWN).state == "signed"
    ended = _on("2024-06-20", SIGNED, WITHDRAWN)
    assert (ended.state, ended.since, ended.ended, ended.signing) == ("withdrawn", date(2024, 6, 1), WITHDRAWN, SIGNED)
    anew = confirmed(record("signed", "2024-07-01"))
    found = _on("2024-07-02", SIGNED, WITHDRAWN, anew)
    assert (found.state, found.signing, found.since) == ("signed", anew, date(2024, 7, 1))
    assert [_on("2025-09-01", SIGNED, *end).sign_again for end in ((), (WITHDRAWN,))] == [True, False]
    gone = _on("2024-04-01", gone=(erased(SIGNED, "2024-03-20"),))
    assert (gone.state, gone.since) == ("erased", date(2024, 3, 20))
    assert _on("2024-07-01", SIGNED, gone=(erased(WITHDRAWN, "2024-06-20"),)).state == "withdrawn"


def test_the_end_of_an_authority_ends_its_signature() -> None:
    """From its last day the authority is succeeded, and no record is needed for it."""
    assert _on("2024-12-31", SIGNED, until="2025-01-01").state == "signed"
    found = _on("2025-01-01", SIGNED, until="2025-01-01")
    assert (found.state, found.since, found.ended, found.signing) == ("succeeded", date(2025, 1, 1), None, SIGNED)
    first = _on("2025-01-01", SIGNED, WITHDRAWN, until="2025-01-01")
    assert (first.state, first.since) == ("withdrawn", date(2024, 6, 1))


def test_on_one_day_records_count_in_the_order_of_events() -> None:
    """Signed, reviewed and withdrawn on one day is withdrawn, in whatever order files or confirmations come."""
    one = [confirmed(record(event, "2024-02-29"), day) for event, day in (
        ("withdrawn", "2024-03-01"), ("reviewed", "2024-03-02"), ("signed", "2024-03-03"))]  # fmt: skip
    assert _on("2024-03-03", *one).state == _on("2024-03-03", *reversed(one)).state == "withdrawn"
    reviewed, signed = one[1:]
    assert _on("2024-03-03", reviewed, signed).review == reviewed


def test_a_version_that_is_none_makes_nobody_sign_again() -> None:
    """Bad records are refused elsewhere; here they do no harm."""
    for number in ("", "x", "²", "1" * 5000):
        assert not _on("2025-10-01", confirmed(record("signed", "2024-02-29", version=number))).sign_again
