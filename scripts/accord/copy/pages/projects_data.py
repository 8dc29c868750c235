"""/api/projects.json of a council's copy: its projects as data, with a schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from accord.answers.states import DECISIONS
from accord.copy.assessments import Assessment
from accord.guidance.guidance import Guidance
from accord.guidance.pages.api import FORMAT, LICENCE
from accord.register.pages.data_schemas import closed, line


def files(g: Guidance, found: Mapping[str, Assessment]) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each file. `found` has each project by the place of its page."""
    yield "api/projects.json", _json(g, found)
    yield "api/schema/projects.json", json.dumps(SCHEMA, ensure_ascii=False, indent=1) + "\n"


def _json(g: Guidance, found: Mapping[str, Assessment]) -> str:
    assert g.local is not None
    head = {
        "$schema": "schema/projects.json",
        "format": FORMAT,
        "version": g.release.version,
        "released": g.release.released,
        "licence": LICENCE,
        "council": g.local.site.council,
    }
    listed = [_told(each, place) for place, each in found.items()]
    return json.dumps({**head, "projects": listed}, ensure_ascii=False, indent=1) + "\n"


def _told(each: Assessment, place: str) -> dict[str, Any]:
    file = each.answers
    values = {
        "slug": each.slug,
        **file.project,
        "decision": file.decision.get("answer", ""),
        "decided": file.decision.get("decided", ""),
        "look_again": file.decision.get("look_again", ""),
        "saved": file.saved,
        "guidance": file.guidance,
        "answers": str(len(file.answers)),
        "address": place,
        "file": f"{place}answers.json",
    }
    return {key: value for key, value in values.items() if value}


_FIELDS = {
    "slug": line("The project's short name."),
    "name": line("The project."),
    "organisation": line("The organisation whose project it is."),
    "purpose": line("The problem, without a technology."),
    "use_of_ml": line("How far machine learning is in use."),
    "supplier": line("Who supplies the model."),
    "office": line("The office that keeps the file."),
    "url": line("A public page about the project."),
    "decision": line("The answer to “Should we be doing this?”.", enum=list(DECISIONS)),
    "decided": line("The day of the decision."),
    "look_again": line("The day on which the council will look again."),
    "saved": line("The day on which the file was saved."),
    "guidance": line("The version of the guidance that it was saved with."),
    "answers": line("How many answers it holds."),
    "address": line("Its page below the site's root."),
    "file": line("The whole file below the site's root."),
}
_NEEDED = ("slug", "name", "organisation", "purpose", "office", "saved", "guidance", "answers", "address", "file")
_HEAD = ("$schema", "format", "version", "released", "licence", "council")
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "/api/projects.json",
    **closed(
        {
            **{key: {"type": "string"} for key in _HEAD},
            "projects": {"type": "array", "items": closed(_FIELDS, _NEEDED)},
        },
        (*_HEAD, "projects"),
    ),
}
