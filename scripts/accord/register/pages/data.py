"""The register and the versions as published data: JSON with schemas, and CSV without formulas."""

import json
from collections.abc import Iterator
from typing import Any

from accord.commitment.text import CLASSES, Version
from accord.guidance.pages import published
from accord.guidance.pages.published import DAY, DIGEST, SLUG, Field, as_json, closed, envelope, line
from accord.pages.csv_text import comma_separated
from accord.register.pages import words
from accord.register.published import Published
from accord.register.record import KINDS, USES
from accord.register.register import Signatory
from accord.register.standing import COUNTED, STATES

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


COLUMNS = tuple(SIGNATORY)


def files(g: Published) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each file."""
    listed = [describe_signatory(s) for s in words.by_name(g.register.signatories)]
    as_of = g.as_of.isoformat()
    head = {"as_of": as_of, "count": str(len(listed)), "confirmed": str(len(g.register.counted))}
    yield (
        "api/versions.json",
        _json(g, "versions", {"as_of": as_of}, [describe_version(v) for v in g.commitment.versions]),
    )
    yield "api/signatories.json", _json(g, "signatories", head, listed)
    yield "api/signatories.csv", table(listed)
    for name in ("versions", "signatories"):
        yield f"api/schema/{name}.json", as_json(schema(name))


def describe_version(v: Version) -> dict[str, Any]:
    values = {
        "version": v.number,
        "released": v.released.isoformat(),
        "class": v.amendment,
        "digest": v.digest,
        "previous": v.previous,
        "summary": v.summary,
        "reason": v.reason,
        "address": f"commitment/{v.number}/",
        "text": f"commitment/versions/{v.number}.md",
    }
    clauses = [{"id": c.id, "label": c.label, "digest": c.digest, "words": c.words} for c in v.text.clauses]
    return {key: value for key, value in values.items() if value} | {"clauses": clauses}


def describe_signatory(s: Signatory) -> dict[str, str]:
    """Return one signatory, what is empty left out. Corrected values are given as corrected."""
    standing, signed = s.standing, s.signing
    values = {
        "slug": s.slug,
        "name": s.name,
        "kind": s.kind,
        "region": s.region,
        "code": s.value(signed, "ons_code") if signed else (s.authority.code if s.authority else ""),
        "standing": standing.state,
        "since": standing.since.isoformat(),
        "confirmed": "yes" if standing.state in COUNTED else "no",
        "version": signed.get("version") if signed else "",
        "digest": signed.get("digest") if signed else "",
        "signed": signed.date.isoformat() if signed else "",
        "reviewed": standing.review.date.isoformat() if standing.review else "",
        "review_due": standing.review_due.isoformat() if standing.review_due and standing.state in COUNTED else "",
        "use_of_ml": words.use_of_ml(s),
        "reserved": " ".join(signed.reservations) if signed else "",
        "address": f"commitment/signatories/{s.slug}/",
    }
    return {key: value for key, value in values.items() if value}


def table(listed: list[dict[str, str]]) -> str:
    """Return the signatories as CSV, in UTF-8 without a byte order mark: for programs."""
    return comma_separated(COLUMNS, ([item.get(column, "") for column in COLUMNS] for item in listed))


def _json(g: Published, name: str, head: dict[str, str], items: list[dict[str, Any]]) -> str:
    """Return a file of the API with one line an item: ten thousand stay small, and a change is easy to see."""
    start = json.dumps(envelope(g, name) | head, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in items)
    return f'{start},\n "{name}": [\n{lines}\n ]\n}}\n'
