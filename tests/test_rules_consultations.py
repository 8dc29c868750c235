"""Bad inputs of what is kept of consultations."""

from __future__ import annotations

import pytest

from tests import support
from tests.test_rules_bytes import Case
from tests.versions_made import ASKED, VERSIONS, gone, publish, said, steps, swap

TABLE = (
    Case(
        "no consultation",
        steps(publish(), gone(ASKED)),
        (
            f"{VERSIONS}2.0.0.yml:1: Nothing says who was asked about version 2.0.0. "
            f'Write {ASKED}; "accord fields consultation" prints its fields.',
        ),
    ),
    Case(
        "a consultation that cannot be read",
        steps(publish(), lambda root: support.write(root, ASKED, "- said\n")),
        (f"{ASKED}:1: The value has the wrong form. Write a block of fields.",),
    ),
    Case(
        "a consultation on no version",
        lambda root: (root / ASKED).rename(root / "data/consultations/next.yml"),
        ('data/consultations/next.yml:1: "next" is not the number of a version. Name the file like 1.2.0.yml.',),
    ),
    Case(
        "a consultation without days and words",
        steps(publish(), lambda root: support.write(root, ASKED, "url: https://example.org/\n")),
        (
            f"{ASKED}:1: asked: The promises change, and of those who have to be asked these were not: families, "
            "workers, organisations and unequal. Ask them while the answer can still be no, and say who they were.",
            *(
                f'{ASKED}:1: {field}: The version is published, and the field "{field}" is missing. '
                "Write it before the release."
                for field in ("closed", "opened", "said", "unchanged")
            ),
        ),
    ),
    Case(
        "too few days for comment",
        steps(publish(), swap(ASKED, "2026-01-31", "2025-12-14")),
        (
            f"{ASKED}:2: closed: These are fewer days than the 90 for comment on a version that is substantive. "
            "School holidays do not count, so the last day is 2025-12-15 or later.",
        ),
    ),
    Case(
        "a release before the days for comment have ended",
        steps(publish(), swap(ASKED, "2026-01-31", "2026-03-01")),
        (
            f"{ASKED}:2: closed: The version is released on 2026-03-01, before the days for comment have ended. "
            "Release it after 2026-03-01.",
        ),
    ),
    Case(
        "a day that is none",
        steps(publish(), swap(ASKED, "2026-01-31", "2026-01-32")),
        (f'{ASKED}:2: closed: "2026-01-32" is no day of the calendar. Write a date in quotes, such as "2026-11-22".',),
    ),
    Case(
        "some who had to be asked",
        steps(publish(), swap(ASKED, "workers", "families")),
        (
            f"{ASKED}:3: asked: The promises change, and of those who have to be asked these were not: workers. "
            "Ask them while the answer can still be no, and say who they were.",
        ),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_exactly_these_lines(case: Case) -> None:
    assert said(case) == case.expected
