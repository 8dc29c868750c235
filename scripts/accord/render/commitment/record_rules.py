"""The rules of records as data: /api/record-rules.json, which the signing page judges a record by in the browser.

Made from what `accord check` itself reads (model/record_fields.py, record_values.py, record_messages.py, the reader of
records, the rule of their words), so that there is one source. Every pattern is one that JavaScript reads alike.
"""

from __future__ import annotations

import re
from typing import Any

from accord.model.record_fields import CHECKED, CLAUSE, SERVING, TABLE, Spec
from accord.model.record_messages import MESSAGES
from accord.model.record_values import FORMS, INSIDE, ODD_URLS
from accord.model.records import EVENTS
from accord.model.standing_term import ENDINGS
from accord.problem import LONGEST_SHOWN
from accord.read.record import FOLDER, LONGEST, LONGEST_SLUG, RESERVED
from accord.read.record_bytes import LARGEST
from accord.rules import record_words

ADDRESS = 6_000  # bytes of a record that still goes into a link to the host's page for a new file
IGNORING_CASE = "(?i)"


def rules() -> dict[str, Any]:
    """Return everything that the signing page's scripts need to judge one record."""
    return {
        "events": list(EVENTS),
        "endings": list(ENDINGS),
        "clause": CLAUSE,
        "serving": list(SERVING),
        "checked": list(CHECKED),
        "fields": [_field(spec) for spec in TABLE],
        "limits": {
            "value": LONGEST,
            "bytes": LARGEST,
            "slug": LONGEST_SLUG,
            "shown": LONGEST_SHOWN,
            "address": ADDRESS,
        },
        "folder": FOLDER,
        "forms": {name: {"pattern": form.pattern, "expected": form.expected} for name, form in FORMS.items()},
        "odd_addresses": [odd(*row) for row in ODD_URLS],
        "inside": list(INSIDE),
        "reserved": sorted(RESERVED),
        "words": {
            "mail": _plain(record_words.MAIL.pattern),
            "free": record_words.FREE.pattern,
            "own": record_words.OWN_WORDS.pattern,
        },
        "messages": {key: {"wrong": wrong, "cure": cure} for key, (wrong, cure) in MESSAGES.items()},
    }


def _field(spec: Spec) -> dict[str, Any]:
    """Return a field, what is empty left out."""
    values = {
        "name": spec.name,
        "events": list(spec.events),
        "form": spec.form,
        "about": spec.about,
        "needed": list(spec.needed),
        "choices": list(spec.choices),
        "kinds": list(spec.kinds),
        "limit": spec.limit,
        "correctable": spec.correctable,
    }
    return {key: value for key, value in values.items() if value not in ([], False)}


def odd(pattern: str, wrong: str, cure: str) -> dict[str, str]:
    flags = "i" if pattern.startswith(IGNORING_CASE) else ""
    return {"pattern": _plain(pattern.removeprefix(IGNORING_CASE)), "flags": flags, "wrong": wrong, "cure": cure}


def _plain(pattern: str) -> str:
    """Return a pattern without marks of possession, which JavaScript does not know.

    What they repeat is never what follows them, so that the pattern finds the same without them.
    """
    return re.sub(r"([+*])\+", r"\1", pattern)
