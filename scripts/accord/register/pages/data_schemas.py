"""The JSON Schemas of /api/versions.json and /api/signatories.json. Every field says what it is."""

from __future__ import annotations

from typing import Any

from accord.commitment.text import CLASSES
from accord.register.record import KINDS, USES
from accord.register.standing import STATES

DIGEST = r"^sha256:[0-9a-f]{64}$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Field = dict[str, Any]


def line(about: str, **more: Any) -> Field:
    """Return the schema of a text that is there."""
    return {"type": "string", "minLength": 1, "description": about, **more}


SIGNATORY: dict[str, Field] = {
    "slug": line("The short name, which never changes.", pattern=SLUG),
    "name": line("The name as last corrected."),
    "kind": line("What kind of organisation it is.", enum=list(KINDS)),
    "region": line("The region of an authority."),
    "code": line("The Office for National Statistics' code; a trust has those it serves, with commas between."),
    "standing": line("Where it stands on the day `as_of`.", enum=list(STATES)),
    "since": line("The day from which the standing holds.", pattern=DAY),
    "confirmed": line("Whether it counts: confirmed by a steward, and not ended.", enum=["yes", "no"]),
    "version": line("The version that was signed."),
    "digest": line("The digest of the text that was signed.", pattern=DIGEST),
    "signed": line("The day of the signing.", pattern=DAY),
    "reviewed": line("The day of the newest review.", pattern=DAY),
    "review_due": line("The day on which the next review is due.", pattern=DAY),
    "use_of_ml": line("What it last said about its use of machine learning.", enum=list(USES)),
    "reserved": line("The ids of clauses that were set apart, with spaces between."),
    "address": line("Its page below the site's root."),
}
VERSION: dict[str, Field] = {
    "version": line("The number of the version."),
    "released": line("The day of its release.", pattern=DAY),
    "class": line("The kind of change since the version before.", enum=list(CLASSES)),
    "digest": line("The SHA-256 of the text's bytes.", pattern=DIGEST),
    "previous": line("The number of the version before."),
    "summary": line("What changed, in words."),
    "reason": line("The steward's reason, where one was needed."),
    "address": line("Its page below the site's root."),
    "text": line("The text, byte for byte, below the site's root."),
}
CLAUSE: dict[str, Field] = {
    "id": line("The clause's id."),
    "label": line("The clause's mark in the text."),
    "digest": line("The SHA-256 of the clause on one line.", pattern=DIGEST),
    "words": line("The clause's words, bold and italic as marked in the text."),
}
NEEDED = {
    "versions": ("version", "released", "class", "digest", "summary", "address", "text", "clauses"),
    "signatories": ("slug", "name", "standing", "since", "confirmed", "address"),
}
ENVELOPE = ("$schema", "format", "version", "released", "licence", "as_of")


def schema(name: str) -> dict[str, Any]:
    """Return the schema of a file: `versions` or `signatories`."""
    clauses = {"type": "array", "items": closed(CLAUSE, tuple(CLAUSE)), "description": "Its clauses in order."}
    fields = SIGNATORY if name == "signatories" else {**VERSION, "clauses": clauses}
    head = (*ENVELOPE, *(("count", "confirmed") if name == "signatories" else ()))
    items = {"type": "array", "items": closed(fields, NEEDED[name])}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"/api/{name}.json",
        **closed({**{key: {"type": "string"} for key in head}, name: items}, (*head, name)),
    }


def closed(fields: dict[str, Any], needed: tuple[str, ...]) -> dict[str, Any]:
    """Return the schema of an object with these fields and no others."""
    return {"type": "object", "additionalProperties": False, "required": list(needed), "properties": fields}
