"""What is said of data files and of answers: each sentence of the tables is said by some bad input, and is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accord.answers.messages import COMPARED, MESSAGES, REPORT
from accord.answers.pages.rules import rules
from accord.files import schema
from accord.files.disk import Disk
from accord.files.schema_words import WORDS
from tests.test_rules import spoken

PART = re.compile(r"\\\{[a-z_]+\\\}")
SAID = WORDS | MESSAGES
# "looks-mail" is a note; of a published file it is a problem with words of its own (test_cli_answers.py). The others
# are said on a worksheet's page (browser/test_worksheet_hostile.py).
ELSEWHERE = {"looks-mail", "bytes", "hidden"}


@pytest.fixture(scope="module")
def every_line() -> str:
    return spoken()


@pytest.mark.parametrize("key", [key for key in SAID if key not in ELSEWHERE])
def test_every_message_is_said_by_some_bad_input(key: str, every_line: str) -> None:
    """Words that nobody saw are not tested."""
    pattern = " ".join(PART.sub(".*", re.escape(part)) for part in SAID[key])
    assert re.search(pattern, every_line), pattern


def test_every_message_is_used(root: Path) -> None:
    """No entry is left from a rule that is gone."""
    files = [*(root / "scripts" / "accord").rglob("*.py"), *(root / "docs" / "assets").rglob("*.js")]
    files += (root / "scripts" / "accord" / "answers" / "rules").glob("*.json")
    tables = ("messages.py", "schema_words.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in files if path.name not in tables)
    assert [key for key in SAID if f'"{key}"' not in code] == []
    assert [key for key in (*REPORT, *COMPARED) if f'"{key}"' not in code and f".{key}" not in code] == []


def test_the_rules_of_the_page_are_those_of_the_check(root: Path) -> None:
    """Every message, form and look is there, and no pattern has what JavaScript does not know."""
    answers = schema.load(Disk(root))["answers"]
    told = rules(answers)
    assert {key: (each["wrong"], each["cure"]) for key, each in told["messages"].items()} == SAID
    for pattern in (*_patterns(told), *_patterns(answers)):
        assert not re.search(r"\(\?[P>]|[+*?]\+|\\[AZz]|\(\?[aiLmsux]", pattern), pattern


def _patterns(value: Any) -> Iterator[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict) and isinstance(value.get("pattern"), str):
        yield value["pattern"]
    for each in inner:
        yield from _patterns(each)
