"""The JSON Schemas of /api/versions.json and /api/signatories.json. Every field says what it is."""

from __future__ import annotations

from typing import Any

from accord.model.commitment import CLASSES
from accord.model.records import KINDS, USES
from accord.model.standing import STATES

DIGEST = r"^sha256:[0-9a-f]{64}$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
Field = dict[str, Any]


def _text(about: str, **more: Any) -> Field:
    return {"type": "string", "minLength": 1, "description": about, **more}


SIGNATORY: dict[str, Field] = {
    "slug": _text("The short name, which never changes.", pattern="^[a-z0-9]+(-[a-z0-9]+)*$"),
    "name": _text("The name as last corrected."),
    "kind": _text("What kind of organisation it is.", enum=list(KINDS)),
    "region": _text("The region of an authority."),
    "code": _text("The Office for National Statistics' code; a trust has those it serves, with commas between."),
    "standing": _text("Where it stands on the day `as_of`.", enum=list(STATES)),
    "since": _text("The day from which the standing holds.", pattern=DAY),
    "confirmed": _text("Whether it counts: confirmed by a steward, and not ended.", enum=["yes", "no"]),
    "version": _text("The version that was signed."),
    "digest": _text("The digest of the text that was signed.", pattern=DIGEST),
    "signed": _text("The day of the signing.", pattern=DAY),
    "reviewed": _text("The day of the newest review.", pattern=DAY),
    "review_due": _text("The day on which the next review is due.", pattern=DAY),
    "use_of_ml": _text("What it last said about its use of machine learning.", enum=list(USES)),
    "reserved": _text("The ids of clauses that were set apart, with spaces between."),
    "address": _text("Its page below the site's root."),
}
VERSION: dict[str, Field] = {
    "version": _text("The number of the version."),
    "released": _text("The day of its release.", pattern=DAY),
    "class": _text("The kind of change since the version before.", enum=list(CLASSES)),
    "digest": _text("The SHA-256 of the text's bytes.", pattern=DIGEST),
    "previous": _text("The number of the version before."),
    "summary": _text("What changed, in words."),
    "reason": _text("The steward's reason, where one was needed."),
    "address": _text("Its page below the site's root."),
    "text": _text("The text, byte for byte, below the site's root."),
}
CLAUSE: dict[str, Field] = {
    "id": _text("The clause's id."),
    "label": _text("The clause's mark in the text."),
    "digest": _text("The SHA-256 of the clause on one line.", pattern=DIGEST),
    "words": _text("The clause's words, bold and italic as marked in the text."),
}
NEEDED = {
    "versions": ("version", "released", "class", "digest", "summary", "address", "text", "clauses"),
    "signatories": ("slug", "name", "standing", "since", "confirmed", "address"),
}
ENVELOPE = ("$schema", "format", "version", "released", "licence", "as_of")


def schema(name: str) -> dict[str, Any]:
    """Return the schema of a file: `versions` or `signatories`."""
    clauses = {"type": "array", "items": _object(CLAUSE, tuple(CLAUSE)), "description": "Its clauses in order."}
    fields = SIGNATORY if name == "signatories" else {**VERSION, "clauses": clauses}
    head = (*ENVELOPE, *(("count", "confirmed") if name == "signatories" else ()))
    items = {"type": "array", "items": _object(fields, NEEDED[name])}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"/api/{name}.json",
        **_object({**{key: {"type": "string"} for key in head}, name: items}, (*head, name)),
    }


def _object(fields: dict[str, Any], needed: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": list(needed), "properties": fields}
