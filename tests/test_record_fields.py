"""The table of fields, and the forms of values: what fits, what does not, and in which words.

Each sentence of a table is said by some bad input, and each entry is used.
"""

from __future__ import annotations

import re
from pathlib import Path

from accord.commitment.marks import AT_START, INSIDE
from accord.files import schema_words, yaml_words
from accord.files.characters import BYTES
from accord.project.rules import slips
from accord.register.pages.words import TEXTS
from accord.register.reading import SLIPS
from accord.register.record import EVENTS
from accord.register.record_fields import BY_NAME, fields
from accord.register.record_messages import MESSAGES, said
from accord.register.record_values import FORMS, ODD_URLS, codes, day, wrong
from tests import support
from tests.test_rules import spoken

URL = BY_NAME["url"]
TABLE = support.table("records")


def test_addresses() -> None:
    """What councils' sites use is taken. Other slips are in tests/cases/register/record_fields.yml."""
    assert [address for address in TABLE["addresses"] if wrong(URL, address)] == []
    for address, begins in TABLE["odd_addresses"].items():
        assert (wrong(URL, address) or ("",))[0].startswith(begins), address


def test_a_value_may_be_as_long_as_its_limit() -> None:
    assert wrong(URL, f"https://example.org/{'x' * 280}") is None
    found = wrong(URL, f"https://example.org/{'x' * 281}")
    assert found == ("The value has 301 characters.", "Write up to 300.")


def test_every_field_has_a_form_and_says_what_it_is() -> None:
    """The table is whole: known events and forms, a sentence for each field, and choices where one is to be made."""
    for found in BY_NAME.values():
        assert set(found.needed) <= set(found.events) <= set(EVENTS)
        assert found.form in FORMS
        assert found.about[0].isupper()
        assert found.about.endswith(".")
        assert (found.form == "choice") == bool(found.choices)


def test_what_may_be_corrected() -> None:
    """What was signed stays as it is: for another, one signs again."""
    stay = {"event", "signatory", "date", "kind", "version", "digest", "reserves_warmth-1"}
    assert {found.name for found in fields("signed", ("warmth-1",)) if not found.correctable} == stay
    stay = {"event", "signatory", "date", "version", "digest"}
    assert {found.name for found in fields("reviewed", ("warmth-1",)) if not found.correctable} == stay
    assert not [found.name for event in ("corrected", "confirmed") for found in fields(event) if found.correctable]


def test_every_event_has_its_fields_in_one_order() -> None:
    """The fields of each event begin alike, and those of a clause stand together."""
    for event in EVENTS:
        assert [found.name for found in fields(event)][:3] == ["event", "signatory", "date"]
    names = [found.name for found in fields("reviewed", ("warmth-1", "warmth-2"))]
    place = names.index("warmth-1")
    assert [found.clause for found in fields("signed", ("warmth-1",)) if found.clause] == ["warmth-1"]
    assert names[place : place + 6] == [f"warmth-{n}{end}" for n in (1, 2) for end in ("", "_why", "_evidence")]


def test_days_and_codes() -> None:
    """A day is one of the calendar, in digits of ASCII; codes may have a space after the comma."""
    assert day("2026-02-28") is not None
    assert day("2026-02-30") is None
    assert day("２０２６-02-28") is None
    assert codes("E06999901, E06999902,E06999903") == ["E06999901", "E06999902", "E06999903"]


ENTRIES = [*MESSAGES.items(), *schema_words.WORDS.items(), *slips.SAYS.items()]
PART = re.compile(r"\\\{[a-z_]+\\\}")


def test_every_message_is_said_by_some_bad_input_and_used(root: Path) -> None:
    """Words that nobody saw are not tested, and no entry is left from a rule that is gone."""
    every = spoken()
    told = [*(words for _, words in ENTRIES), *(row[-2:] for row in (*yaml_words.KNOWN, *SLIPS, *slips.SIGNS))]
    told += [(odd["wrong"], odd["cure"]) for odd in ODD_URLS]
    told += [(f"The line holds {name}: {{what}}.", cure) for _, name, cure in (*INSIDE, *AT_START)]
    patterns = [" ".join(PART.sub(".*", re.escape(str(part))) for part in words) for words in told]
    assert [pattern for pattern in patterns if not re.search(pattern, every)] == []
    code = "\n".join(path.read_text(encoding="utf-8") for path in (root / "scripts" / "accord").rglob("*.py"))
    assert [key for key in (*dict(ENTRIES), *TEXTS) if f'"{key}"' not in code and key not in BYTES] == []


def test_values_are_not_read_as_parts() -> None:
    """Braces in a value stay as they are."""
    assert said("former", code="{name}", name="{0}", new="x")[0] == "{name} is the former code of {0}."
