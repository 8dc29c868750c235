"""The JSON Schemas of /api/versions.json and /api/signatories.json. Every field says what it is."""

from typing import Any

from accord.commitment.text import CLASSES
from accord.guidance.pages import published
from accord.guidance.pages.published import DAY, DIGEST, SLUG, Field, closed, line
from accord.register.record import KINDS, USES
from accord.register.standing import STATES

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


def schema(name: str) -> dict[str, Any]:
    """Return the schema of a file: `versions` or `signatories`."""
    clauses = {"type": "array", "items": closed(CLAUSE, tuple(CLAUSE)), "description": "Its clauses in order."}
    fields = SIGNATORY if name == "signatories" else {**VERSION, "clauses": clauses}
    head = (*published.ENVELOPE, "as_of", *(("count", "confirmed") if name == "signatories" else ()))
    items = {"type": "array", "items": closed(fields, NEEDED[name])}
    return published.schema(name, {name: items}, head)
