"""The rules of one record as data: /api/record-rules.json, which the signing page's scripts interpret.

Made from what `accord check` itself reads (characters.py, record_fields.py, record_values.py, record_messages.py,
the rule of a record's words), so that there is one source. Every pattern is one that JavaScript reads alike. What needs
other records, or knows authorities and names, is the check's alone.
"""

import re
from typing import Any

from accord.files.characters import ALIKE, ALLOWED, NOTHING, SPACES
from accord.register.authority_names import COUNCIL_WORDS, JOINING_WORDS
from accord.register.reading import FOLDER, LARGEST, LONGEST_SLUG, RESERVED
from accord.register.record import EVENTS
from accord.register.record_fields import CLAUSE, TABLE, Spec
from accord.register.record_messages import MESSAGES
from accord.register.record_values import ADDRESS, FORMS, INSIDE, ODD_URLS
from accord.register.rules import record_words

LINK = 6_000  # bytes of a link to the host's page for a new file: a longer record is copied and pasted
MAIL = 1_800  # bytes of a link that starts an e-mail: some mail programs cut off longer ones
IGNORING_CASE = "(?i)"
# Words of a council's name that one writer spells out and another leaves away: they find a name, and judge none.
PASSED = (*JOINING_WORDS, *COUNCIL_WORDS, "london")


def rules() -> dict[str, Any]:
    """Return everything that the signing page's scripts need to ask for one record and to look at it."""
    return {
        "events": list(EVENTS),
        "clause": CLAUSE,
        "fields": [_field(spec) for spec in TABLE],
        "limits": {"bytes": LARGEST, "slug": LONGEST_SLUG, "link": LINK, "mail": MAIL},
        "folder": FOLDER,
        "forms": {name: {"pattern": form.pattern, "expected": form.expected} for name, form in FORMS.items()},
        "address": ADDRESS,
        "odd_addresses": [odd(*row) for row in ODD_URLS],
        "inside": list(INSIDE),
        "reserved": sorted(RESERVED),
        "characters": {"allowed": ALLOWED, "spaces": SPACES, "nothing": NOTHING, "alike": ALIKE},
        "words": {
            "mail": _plain(record_words.MAIL.pattern),
            "free": record_words.FREE.pattern,
            "own": record_words.OWN_WORDS.pattern,
            "title": _plain(record_words.TITLE.pattern),
        },
        "passed": list(PASSED),
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
