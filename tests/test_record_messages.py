"""What is said of records and of what breaks a schema: each sentence is said by some bad input, each entry is used."""

from __future__ import annotations

import re
from pathlib import Path

from accord.commitment.marks import AT_START, INSIDE
from accord.files import schema_words, yaml_words
from accord.files.characters import BYTES
from accord.register.reading import SLIPS
from accord.register.record_messages import MESSAGES, said
from accord.register.record_values import ODD_URLS
from tests.test_rules import spoken

ENTRIES = [*MESSAGES.items(), *schema_words.WORDS.items()]
PART = re.compile(r"\\\{[a-z_]+\\\}")


def test_every_message_is_said_by_some_bad_input_and_used(root: Path) -> None:
    """Words that nobody saw are not tested, and no entry is left from a rule that is gone."""
    every = spoken()
    told = [*(words for _, words in ENTRIES), *((wrong, cure) for _, wrong, cure in (*yaml_words.KNOWN, *SLIPS))]
    told += [(odd["wrong"], odd["cure"]) for odd in ODD_URLS]
    told += [(f"The line holds {name}: {{what}}.", cure) for _, name, cure in (*INSIDE, *AT_START)]
    patterns = [" ".join(PART.sub(".*", re.escape(part)) for part in words) for words in told]
    assert [pattern for pattern in patterns if not re.search(pattern, every)] == []
    code = "\n".join(path.read_text(encoding="utf-8") for path in (root / "scripts" / "accord").rglob("*.py"))
    assert [key for key, _ in ENTRIES if f'"{key}"' not in code and key not in BYTES] == []


def test_values_are_not_read_as_parts() -> None:
    """Braces in a value stay as they are."""
    assert said("former", code="{name}", name="{0}", new="x")[0] == "{name} is the former code of {0}."
