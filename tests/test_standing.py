"""Standing on a day: what comes before what, exact days, and what a newer signing changes."""

from __future__ import annotations

from datetime import date

import pytest

from accord.model.records import Erased, Record
from accord.model.standing import Standing, standing
from accord.model.standing_months import after
from tests.commitment_made import erased, record, version

ONE = version("1.0.0")
TWO = version("2.0.0", date(2025, 9, 1))
SIGNED = record("signed", "2024-02-29")
CONFIRMED = record("confirmed", "2024-03-10", target=SIGNED.digest)
REVIEWED = record("reviewed", "2025-02-20")
WITHDRAWN = record("withdrawn", "2024-06-01")


def _on(day: str, *records: Record, gone: tuple[Erased, ...] = (), until: str = "") -> Standing:
    ended = date.fromisoformat(until) if until else None
    return standing(records, gone, (ONE, TWO), date.fromisoformat(day), ended)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2025-12-31", 2, "2026-02-28"),
        ("2025-11-30", 1, "2025-12-30"),
        ("9999-06-01", 12, "9999-12-31"),
    ],
)
def test_months_are_those_of_the_calendar(day: str, months: int, then: str) -> None:
    """A month that is too short ends the count on its last day, and the calendar on its own."""
    assert after(date.fromisoformat(day), months) == date.fromisoformat(then)


@pytest.mark.parametrize(
    ("day", "state", "since"),
    [
        ("2024-02-29", "claimed", "2024-02-29"),
        ("2024-03-09", "claimed", "2024-02-29"),
        ("2024-03-10", "signed", "2024-03-10"),
        ("2025-02-19", "signed", "2024-03-10"),
        ("2025-02-28", "signed", "2024-03-10"),  # reviewed eight days before
        ("2025-08-31", "signed", "2024-03-10"),
        ("2025-09-01", "to-sign-again", "2025-09-01"),
        ("2027-02-19", "to-sign-again", "2025-09-01"),
        ("2027-02-20", "lapsed", "2027-02-20"),
    ],
)
def test_a_signature_grows_old(day: str, state: str, since: str) -> None:
    """Claimed, signed, to sign again, lapsed: each from its own day, whatever is dated later."""
    found = _on(day, SIGNED, CONFIRMED, REVIEWED)
    assert (found.state, found.since) == (state, date.fromisoformat(since))


def test_a_review_is_due_and_comes() -> None:
    """Twelve months after 29 February is 28 February, and a late review puts the signature right."""
    late = record("reviewed", "2025-04-01")
    due = _on("2025-02-28", SIGNED, CONFIRMED)
    assert (due.state, due.review_due, due.lapses) == ("review-due", date(2025, 2, 28), date(2026, 2, 28))
    again = _on("2025-04-01", SIGNED, CONFIRMED, late)
    assert (again.state, again.since, again.review, again.review_due) == (
        "signed",
        date(2025, 4, 1),
        late,
        date(2026, 4, 1),
    )


def test_a_newer_signing_waits_for_its_confirmation() -> None:
    """Until a steward confirms the newer signing, the older one counts and the newer is told apart."""
    newer = record("signed", "2025-10-01", version="2.0.0")
    waiting = _on("2025-10-02", SIGNED, CONFIRMED, REVIEWED, newer)
    assert (waiting.state, waiting.signing, waiting.pending, waiting.sign_again) == (
        "to-sign-again",
        SIGNED,
        newer,
        True,
    )
    done = _on("2025-10-09", SIGNED, CONFIRMED, REVIEWED, newer, record("confirmed", "2025-10-09", target=newer.digest))
    assert (done.state, done.since, done.signing, done.pending, done.review) == (
        "signed",
        date(2025, 10, 9),
        newer,
        None,
        None,
    )


def test_a_claim_can_be_outgrown() -> None:
    """A claim is a claim, and says beside it that the text has changed."""
    found = _on("2025-09-01", SIGNED)
    assert (found.state, found.sign_again, found.review_due) == ("claimed", True, None)


def test_a_withdrawal_ends_it_and_a_signing_starts_anew() -> None:
    """Nothing of the time before a withdrawal counts after it."""
    ended = _on("2024-06-01", SIGNED, CONFIRMED, WITHDRAWN)
    assert (ended.state, ended.since, ended.ended, ended.signing) == (
        "withdrawn",
        date(2024, 6, 1),
        WITHDRAWN,
        SIGNED,
    )
    anew = record("signed", "2024-07-01")
    found = _on("2024-07-02", SIGNED, CONFIRMED, WITHDRAWN, anew)
    assert (found.state, found.signing, found.since) == ("claimed", anew, date(2024, 7, 1))


def test_the_end_of_an_authority_ends_its_signature() -> None:
    """From its last day the authority is succeeded, and no record is needed for it."""
    assert _on("2024-12-31", SIGNED, CONFIRMED, until="2025-01-01").state == "signed"
    found = _on("2025-01-01", SIGNED, CONFIRMED, until="2025-01-01")
    assert (found.state, found.since, found.ended, found.signing) == ("succeeded", date(2025, 1, 1), None, SIGNED)
    first = _on("2025-01-01", SIGNED, CONFIRMED, WITHDRAWN, until="2025-01-01")
    assert (first.state, first.since) == ("withdrawn", date(2024, 6, 1))


def test_erasing_brings_nothing_back() -> None:
    """An erased signing is gone, and so is what an erased confirmation confirmed; an erased withdrawal still ends."""
    assert _on("2024-04-01", gone=(erased(SIGNED, "2024-03-20"),)).state == "erased"
    assert _on("2024-04-01", gone=(erased(SIGNED, "2024-03-20"),)).since == date(2024, 3, 20)
    assert _on("2024-04-01", SIGNED, gone=(erased(CONFIRMED, "2024-03-20"),)).state == "claimed"
    assert _on("2024-07-01", SIGNED, CONFIRMED, gone=(erased(WITHDRAWN, "2024-06-20"),)).state == "withdrawn"
    assert _on("2024-07-01", CONFIRMED, gone=(erased(SIGNED, "2024-06-20"),)).state == "erased"


def test_on_one_day_records_count_in_the_order_of_events() -> None:
    """Signed, confirmed and withdrawn on one day is withdrawn, in whatever order the files are read."""
    one = [
        record("withdrawn", "2024-02-29"),
        record("confirmed", "2024-02-29", target=SIGNED.digest),
        SIGNED,
    ]
    assert _on("2024-02-29", *one).state == _on("2024-02-29", *reversed(one)).state == "withdrawn"


def test_nothing_dated_is_no_standing() -> None:
    """Who has no record yet has no standing, and is told apart by an error."""
    with pytest.raises(ValueError, match="No record is dated up to 2024-01-01"):
        _on("2024-01-01", SIGNED)


@pytest.mark.parametrize("number", ["", "x", "²", "1" * 5000])
def test_a_version_that_is_none_makes_nobody_sign_again(number: str) -> None:
    """Bad records are refused elsewhere; here they do no harm."""
    assert not _on("2025-10-01", record("signed", "2024-02-29", version=number)).sign_again
