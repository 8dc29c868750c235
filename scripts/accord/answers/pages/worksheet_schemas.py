"""The JSON Schemas of what the worksheets fetch, by their place on the site. Every field says what it is."""

from typing import Any

from accord.guidance.asked import DIGITS, KINDS
from accord.guidance.pages.published import DAY, SLUG, closed, line, schema

ASKED = line("The digest of the words: the first digits of their SHA-256 in UTF-8.", pattern=f"^[0-9a-f]{{{DIGITS}}}$")
KIND = line("What kind of thing it is.", enum=list(KINDS))
WORDS = line("The words asked, plain, a line for each part.")
ITEM = {"kind": KIND, "asked": ASKED, "words": WORDS}
SHEET = {
    "id": line("The sheet.", pattern=SLUG),
    "label": line("Its title."),
    "address": line("Its page below the site's root."),
    "items": {"type": "array", "items": line("An id."), "description": "What it asks, in order."},
}
RULES = ("limits", "shapes", "states", "kinds", "decisions", "uses", "messages", "report", "compared")
LISTS = ("looks", "hidden")


def _by_id(item: dict[str, Any], about: str) -> dict[str, Any]:
    return {"type": "object", "propertyNames": {"pattern": SLUG}, "additionalProperties": item, "description": about}


def _worksheets() -> dict[str, Any]:
    asked = {**ITEM, "label": line("The words of a link to it."), "url": line("Its place below the site's root.")}
    texts = {"type": "object", "additionalProperties": {"type": "string"}}
    return {
        "preparation": {"enum": ["yes", ""], "description": "Whether the version is not released yet."},
        "versions": {"type": "array", "items": line("A version."), "description": "Releases in /api/guidance/."},
        "sheets": {"type": "array", "items": closed(SHEET, tuple(SHEET)), "description": "The sheets in order."},
        "items": _by_id(closed(asked, tuple(asked)), "What is asked, by id."),
        "states": {"type": "object", "additionalProperties": texts, "description": "States and their words, by kind."},
        "roles": {**texts, "description": "Roles and their words."},
    }


def _retired() -> dict[str, Any]:
    more = {
        "last": line("The last release that asked it."),
        "retired": line("The first version that did not."),
        "replaced_by": line("The id that asks about it now.", pattern=SLUG),
    }
    fields = ITEM | more
    return {"items": _by_id(closed(fields, (*ITEM, "last", "retired")), "What is asked no more, by id.")}


def _wordings() -> dict[str, Any]:
    words = {"type": "object", "additionalProperties": WORDS}
    return {"items": _by_id(words, "The words of each digest, by id: what the releases asked.")}


SCHEMAS = {
    "api/schema/worksheets.json": schema("worksheets", _worksheets()),
    "api/schema/answer-rules.json": schema(
        "answer-rules",
        {"answers_format": {"type": "string"}}
        | {key: {"type": "object"} for key in RULES}
        | {key: {"type": "array"} for key in LISTS},
    ),
    "api/guidance/schema/release.json": schema(
        "guidance/<version>",
        {
            "items": _by_id(closed(ITEM, tuple(ITEM)), "What the release asked, by id."),
            "released": line("Its day.", pattern=DAY),
        },
    ),
    "api/guidance/schema/retired.json": schema("guidance/retired", _retired()),
    "api/guidance/schema/wordings.json": schema("guidance/wordings", _wordings()),
}
