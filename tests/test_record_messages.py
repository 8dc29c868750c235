"""What is said of a record: one table, of which each sentence is said by some bad input, and each entry is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accord.register.record_messages import MESSAGES, said
from tests.test_rules import spoken

PART = re.compile(r"\\\{[a-z_]+\\\}")


@pytest.fixture(scope="module")
def every_line() -> str:
    return spoken()


@pytest.mark.parametrize("key", MESSAGES)
def test_every_message_is_said_by_some_bad_input(key: str, every_line: str) -> None:
    """Words that nobody saw are not tested."""
    pattern = " ".join(PART.sub(".*", re.escape(part)) for part in MESSAGES[key])
    assert re.search(pattern, every_line), pattern


def test_every_message_is_used(root: Path) -> None:
    """No entry is left from a rule that is gone."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (root / "scripts" / "accord").rglob("*.py"))
    unused = [key for key in MESSAGES if not re.search(rf'"{re.escape(key)}"', code.replace(f'    "{key}": (', ""))]
    assert unused == []


def test_values_are_not_read_as_parts() -> None:
    """Braces in a value stay as they are."""
    assert said("former", code="{name}", name="{0}", new="x")[0] == "{name} is the former code of {0}."
