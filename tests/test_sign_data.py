"""What the signing page fetches: the rules of records and the authorities, whole, valid, and readable by JavaScript."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from accord.commitment.text import CLASSES
from accord.guidance.asked import KINDS as ASKED
from accord.guidance.local import Local
from accord.guidance.pages import published
from accord.register.pages import data, versions
from accord.register.pages.sign_data import rules
from accord.register.record import EVENTS, KINDS, USES
from accord.register.standing import STATES
from accord.site.workspace import open_checked
from tests.support import element

NAMES = ("pattern", "mail", "free", "own", "title", "allowed", "spaces", "nothing", "address")


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


def test_schemas_that_are_written_by_hand_name_every_choice() -> None:
    """They are files (pages/schemas/), so what the program knows and they repeat is compared."""
    told = {name: json.loads(text)["properties"] for name, text in published.kept_schemas()}
    signatory = told["api/schema/signatories.json"]["signatories"]["items"]["properties"]
    record = told["api/schema/signatory.json"]["records"]["items"]["properties"]
    version = told["api/schema/versions.json"]["versions"]["items"]["properties"]
    asked = told["api/guidance/schema/release.json"]["items"]["additionalProperties"]["properties"]
    assert tuple(signatory) == data.COLUMNS
    found = [signatory["kind"], signatory["standing"], signatory["use_of_ml"], record["event"], version["class"]]
    choices = [KINDS, STATES, USES, EVENTS, CLASSES, ASKED]
    assert [tuple(each["enum"]) for each in (*found, asked["kind"])] == choices


def test_the_form_says_first_what_can_t_be_done(root: Path) -> None:
    """Where nothing can be sent, or nobody would answer, it is said without a script; a copy names its own contact."""
    g = replace(open_checked(root).guidance, local=None)
    closed = versions.sign_form(g, "../../", "")
    assert closed.index("You can’t hand a record in from here yet") < closed.index("data-sign=")
    assert g.site.contact[:20] in html.unescape(closed.split("data-sign=")[0])
    own = element(
        "local-site", authority="leeds", council="Leeds City Council", name="x", contact="Ring 0113 496 0000."
    )
    copy = versions.sign_form(replace(g, local=Local(own, {}, "upstream")), "../../", "")
    assert "Leeds City Council. Ask there: Ring 0113 496 0000." in html.unescape(copy)
    site = g.site.but(repository="https://example.org/x", contact="Write to stewards@example.org.")
    open_ = versions.sign_form(replace(g, site=site), "../../", "")
    assert 'data-mail="stewards@example.org"' in html.unescape(open_)
    assert "No steward has been named yet" in open_.split("data-sign=")[0]
    assert "14 days" not in open_
