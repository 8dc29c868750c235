"""The one place that asks what day it is. Everything else is handed the day."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def as_of() -> date:
    """Return the day that counts as today: of SOURCE_DATE_EPOCH (seconds, UTC) where it is set, else today's in UTC.

    Raises:
        ValueError: SOURCE_DATE_EPOCH is not a whole number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date()
