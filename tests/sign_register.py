"""A small made-up register for the signing page: as the page fetches it, and as files for `accord check`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from accord.model.record_fields import fields

DAY = "2028-01-10"  # the day on which the tests sign, review and end
DIGEST = "sha256:25f7fb5ef9eb853e9d1602a595bfe9ed4a0beb78026c12b8394e3958e973121b"
VERSION = {"version": "1.0.0", "digest": DIGEST}
NAMES = {"leeds": "Leeds", "acme-analytics": "Acme Analytics Ltd", "larkhythe-trust": "Larkhythe Children’s Trust"}


def records(clauses: list[str]) -> dict[str, list[dict[str, str]]]:
    """Return each signatory's records as values; a review answers for all of the version's clauses."""
    answers = {clause: "kept" for clause in clauses} | {"respect-3": "partly", "respect-3_why": "From May on."}
    return {
        "leeds": [
            {"event": "signed", "signatory": "leeds", "date": "2026-11-30", "kind": "local-authority",
             "ons_code": "E08000035", "role": "Director of Children’s Services", **VERSION},
            {"event": "reviewed", "signatory": "leeds", "date": "2027-11-20", "role": "Head of Practice", **VERSION,
             **answers},
        ],
        "acme-analytics": [
            {"event": "signed", "signatory": "acme-analytics", "date": "2026-12-01", "kind": "supplier",
             "organisation": "Acme Analytics Ltd", "role": "Managing Director", "use_of_ml": "in-use", **VERSION,
             "url": "https://acme.example.org/promise"},
        ],
        "larkhythe-trust": [
            {"event": "signed", "signatory": "larkhythe-trust", "date": "2026-12-02", "kind": "childrens-trust",
             "organisation": "Larkhythe Children’s Trust", "ons_code": "E09000021, E09000027", "role": "Chief Executive",
             **VERSION},
        ],
    }  # fmt: skip


def written(values: dict[str, str], clauses: list[str]) -> bytes:
    """Return a record's bytes: its fields in the order of the table."""
    order = [spec.name for spec in fields(values["event"], clauses) if spec.name in values]
    return "".join(f'{name}: "{values[name]}"\n' for name in order).encode()


def lay(root: Path, clauses: list[str]) -> None:
    """Write the register's records into a project's folder, as claims."""
    for slug, each in records(clauses).items():
        for values in each:
            place = root / "commitment" / "signatories" / slug / f"{values['date']}-{values['event']}.yml"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(written(values, clauses))


def serve(page: Page, site: Path, *, later: bool = False) -> None:
    """Have the page fetch this register in place of the site's; `later` adds a version 2.0.0 with other promises."""
    versions = json.loads((site / "api" / "versions.json").read_text(encoding="utf-8"))
    clauses = [clause["id"] for clause in versions["versions"][0]["clauses"]]
    text = b"# Other promises\n"
    if later:
        digest = f"sha256:{hashlib.sha256(text).hexdigest()}"
        path = "commitment/versions/2.0.0.md"
        new = versions["versions"][0] | {"version": "2.0.0", "released": "2027-06-01", "digest": digest, "text": path}
        versions["versions"].append(new)
    own = {slug: [_published(values, clauses) for values in each] for slug, each in records(clauses).items()}
    listed = [_listed(slug, each[0]["fields"]) for slug, each in own.items()]
    told: dict[str, Any] = {"api/versions.json": versions, "api/signatories.json": {"signatories": listed}}
    told |= {f"api/signatories/{slug}.json": {"slug": slug, "records": each} for slug, each in own.items()}

    def answer(route: Route) -> None:
        name = route.request.url.split("/", 3)[3]
        if name == "commitment/versions/2.0.0.md":
            route.fulfill(body=text)
        else:
            route.fulfill(json=told[name])

    for name in (*told, "commitment/versions/2.0.0.md"):
        page.route(f"**/{name}", answer)


def _published(values: dict[str, str], clauses: list[str]) -> dict[str, Any]:
    raw = written(values, clauses)
    file = f"{values['date']}-{values['event']}.yml"
    digest = f"sha256:{hashlib.sha256(raw).hexdigest()}"
    return {"file": file, "event": values["event"], "date": values["date"], "digest": digest, "fields": values}


def _listed(slug: str, signed: dict[str, str]) -> dict[str, str]:
    kept = {name: signed[name] for name in ("kind", "version", "digest")}
    return {"slug": slug, "name": NAMES[slug], "standing": "signed", "since": signed["date"], "confirmed": "yes", **kept}
