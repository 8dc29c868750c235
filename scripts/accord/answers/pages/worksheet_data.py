"""What the worksheets fetch: what is asked today, what earlier releases asked, and the rules of an answers file."""

from collections.abc import Iterator
from typing import Any

from accord.answers.pages.rules import rules
from accord.answers.states import STATES
from accord.files.schema import Schemas
from accord.guidance.asked import Asked
from accord.guidance.guidance import Guidance
from accord.guidance.known import known
from accord.guidance.pages.published import as_json, envelope
from accord.guidance.releases import Wording


def files(g: Guidance, schemas: Schemas) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each file."""
    yield "api/answers.schema.json", as_json(schemas["answers"])
    yield "api/worksheets.json", as_json(envelope(g, "worksheets") | worksheets(g))
    yield "api/answer-rules.json", as_json(envelope(g, "answer-rules") | rules(schemas["answers"]))
    for release in g.frozen:
        head = envelope(g, "release") | {"version": release.version, "released": release.date}
        yield f"api/guidance/{release.version}.json", as_json(head | {"items": {i.id: _item(i) for i in release.items}})
    yield "api/guidance/retired.json", as_json(envelope(g, "retired") | {"items": retired(g)})
    yield "api/guidance/wordings.json", as_json(envelope(g, "wordings") | {"items": wordings(g)})


def worksheets(g: Guidance) -> dict[str, Any]:
    """Return the sheets, and all that they ask, by id."""
    return {
        "preparation": "" if g.release.released else "yes",
        "versions": [release.version for release in g.frozen],
        "sheets": [
            {"id": sheet.id, "label": sheet.label, "address": sheet.page, "items": [item.id for item in sheet.items]}
            for sheet in g.sheets
        ],
        "items": {item.id: _asked(g, item) for item in g.asked.values()},
        "states": STATES,
        "twins": g.release.twins,
        "roles": {role.id: role.label for role in g.roles},
    }


def retired(g: Guidance) -> dict[str, dict[str, str]]:
    """Return what is asked no more: its last words, its last release, the first without it, what took its place."""
    asked = known(g)
    return {
        name: {**_item(each.wording), "last": each.last, "retired": each.retired}
        | ({"replaced_by": asked.heirs[name]} if name in asked.heirs else {})
        for name, each in asked.gone.items()
    }


def wordings(g: Guidance) -> dict[str, dict[str, str]]:
    """Return, for each id that was ever asked, the words of each of its digests: what was asked then, and today."""
    today = {item.id: {item.digest: item.words} for item in g.asked.values()}
    past = known(g).wordings
    return {name: past.get(name, {}) | today.get(name, {}) for name in sorted({*past, *today})}


def _asked(g: Guidance, item: Asked) -> dict[str, str]:
    return {
        "kind": item.kind,
        "asked": item.digest,
        "label": item.label,
        "url": g.entries[item.at].address,
    }


def _item(item: Wording) -> dict[str, str]:
    return {"kind": item.kind, "asked": item.digest, "words": item.words}
