"""/api/projects.json of a council's copy: its projects as data, with a schema."""

from collections.abc import Iterator, Mapping
from typing import Any

from accord.answers.states import DECISIONS
from accord.copy.assessments import Assessment
from accord.guidance.guidance import Guidance
from accord.guidance.pages.published import ENVELOPE, as_json, closed, envelope, line, schema


def files(g: Guidance, found: Mapping[str, Assessment]) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each file. `found` has each project by the place of its page."""
    yield "api/projects.json", as_json(_projects(g, found))
    yield "api/schema/projects.json", as_json(SCHEMA)


def _projects(g: Guidance, found: Mapping[str, Assessment]) -> dict[str, Any]:
    assert g.local is not None
    listed = [_told(each, place) for place, each in found.items()]
    return envelope(g, "projects") | {"council": g.local.site.council, "projects": listed}


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
SCHEMA = schema("projects", {"projects": {"type": "array", "items": closed(_FIELDS, _NEEDED)}}, (*ENVELOPE, "council"))
