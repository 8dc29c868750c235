"""What is said of records and of what breaks a schema: each sentence is said by some bad input, each entry is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accord.files import schema_words
from accord.register.record_messages import MESSAGES, said
from tests.test_rules import spoken

TABLES = {"record": MESSAGES, "schema": schema_words.WORDS}
ENTRIES = [(table, key) for table, entries in TABLES.items() for key in entries]
PART = re.compile(r"\\\{[a-z_]+\\\}")


@pytest.fixture(scope="module")
def every_line() -> str:
    return spoken()


@pytest.mark.parametrize(("table", "key"), ENTRIES)
def test_every_message_is_said_by_some_bad_input(table: str, key: str, every_line: str) -> None:
    """Words that nobody saw are not tested."""
    pattern = " ".join(PART.sub(".*", re.escape(part)) for part in TABLES[table][key])
    assert re.search(pattern, every_line), pattern


def test_every_message_is_used(root: Path) -> None:
    """No entry is left from a rule that is gone."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (root / "scripts" / "accord").rglob("*.py"))
    left = [key for _, key in ENTRIES if f'"{key}"' not in code.replace(f'    "{key}": (', "")]
    assert left == []


def test_values_are_not_read_as_parts() -> None:
    """Braces in a value stay as they are."""
    assert said("former", code="{name}", name="{0}", new="x")[0] == "{name} is the former code of {0}."
