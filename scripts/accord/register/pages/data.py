"""The register and the versions as published data: JSON (pages/schemas/), and CSV without formulas."""

import json
from collections.abc import Iterator
from typing import Any

from accord.commitment.text import Version
from accord.guidance.pages.published import envelope
from accord.pages.csv_text import comma_separated
from accord.register.pages import words
from accord.register.published import Published
from accord.register.register import Signatory
from accord.register.standing import COUNTED

COLUMNS = (
    "slug", "name", "kind", "region", "code", "standing", "since", "confirmed", "version", "digest", "signed",
    "reviewed", "review_due", "use_of_ml", "reserved", "address",
)  # fmt: skip


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


def without_blanks(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


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
    return without_blanks(values) | {"clauses": clauses}


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
    return without_blanks(values)


def table(listed: list[dict[str, str]]) -> str:
    """Return the signatories as CSV, in UTF-8 without a byte order mark: for programs."""
    return comma_separated(COLUMNS, ([item.get(column, "") for column in COLUMNS] for item in listed))


def _json(g: Published, name: str, head: dict[str, str], items: list[dict[str, Any]]) -> str:
    """Return a file of the API with one line an item: ten thousand stay small, and a change is easy to see."""
    start = json.dumps(envelope(g, name) | head, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in items)
    return f'{start},\n "{name}": [\n{lines}\n ]\n}}\n'
