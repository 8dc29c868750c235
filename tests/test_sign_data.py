"""What the signing page fetches: the rules of records and the authorities, whole, valid, and readable by JavaScript."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from accord.model.record_fields import TABLE
from accord.model.record_messages import MESSAGES
from accord.model.record_values import FORMS, ODD_URLS
from accord.read.record_bytes import BLANK
from accord.read.text import HIDDEN_CATEGORIES
from accord.render.commitment import sign_data, sign_letters
from accord.render.commitment.record_rules import rules
from accord.workspace import open_checked


@pytest.fixture(scope="module")
def files(root: Path) -> dict[str, str]:
    return dict(sign_data.files(open_checked(root).guidance))


@pytest.mark.parametrize("name", ["authorities", "record-rules"])
def test_each_file_fits_its_schema(files: dict[str, str], name: str) -> None:
    """The schema lies beside the file and takes it."""
    content = json.loads(files[f"api/{name}.json"])
    schema = json.loads(files[f"api/{content['$schema']}"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(content, schema)


def test_every_authority_is_listed(files: dict[str, str], root: Path) -> None:
    """None is left out, and none has an empty field."""
    listed = json.loads(files["api/authorities.json"])["authorities"]
    assert [each["slug"] for each in listed] == [
        each.slug for each in open_checked(root).guidance.register.authorities.all
    ]
    assert all(all(each.values()) for each in listed)


def test_the_rules_are_those_of_the_check() -> None:
    """Every field, form and message of the check is there, in its order."""
    told = rules()
    assert [field["name"] for field in told["fields"]] == [spec.name for spec in TABLE]
    assert {name: form["pattern"] for name, form in told["forms"].items()} == {n: f.pattern for n, f in FORMS.items()}
    assert {key: (each["wrong"], each["cure"]) for key, each in told["messages"].items()} == MESSAGES
    assert [each["wrong"] for each in told["odd_addresses"]] == [wrong for _, wrong, _ in ODD_URLS]


NAMES = ("pattern", "mail", "free", "own", "accents")


def _patterns(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [text for key, text in value.items() if key in NAMES and isinstance(text, str)]
        return [*own, *(found for inner in value.values() for found in _patterns(inner))]
    return [found for inner in value for found in _patterns(inner)] if isinstance(value, list) else []


def test_no_pattern_is_one_that_only_python_reads() -> None:
    """No mark of possession, no flag inside, no named group, no anchor of Python's own."""
    found = _patterns(rules())
    assert len(found) > 15
    assert [pattern for pattern in found if re.search(r"[+*?}]\+|\(\?[a-zP]|\\[AZz]", pattern)] == []


def test_what_lies_above_the_letters_is_told() -> None:
    """The planes that are passed over hold what the constants say."""
    told = sign_letters.letters()
    hidden = [code for first, last in told["hidden"] for code in (first, last)]
    assert hidden == sorted(hidden)
    kept = {chr(code) for code in range(sign_letters.ASSIGNED, 0x110000) if chr(code) not in BLANK}
    seen = {c for c in kept if unicodedata.category(c) not in HIDDEN_CATEGORIES}
    assert seen == set()
