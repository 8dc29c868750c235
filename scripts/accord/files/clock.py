"""The one place that asks what day it is, and that reads a day from an option. Everything else is handed the day."""

import argparse
import os
from datetime import UTC, date, datetime

from accord.files.days import read_day
from accord.files.problem import Unusable, visible


def as_of() -> date:
    """Return the day that counts as today: of SOURCE_DATE_EPOCH (seconds, UTC) where it is set, else today's in UTC.

    Raises Unusable: SOURCE_DATE_EPOCH is not a whole number of seconds, or one of another age.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        wrong = "SOURCE_DATE_EPOCH is no whole number of seconds."
        raise Unusable(f"{wrong} Unset it, or give the day with --as-of.") from None
    return moment.date()


def day(value: str) -> date:
    """Return the day that an option gives. Raises ArgumentTypeError: it is none."""
    if found := read_day(value):
        return found
    raise argparse.ArgumentTypeError(f'"{visible(value)}" is not a day; write it like 2026-11-22')
