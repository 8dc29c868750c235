"""From checked trees to the typed model. Call it only on a project that has no problems."""

from datetime import date
from typing import Any

from accord.commitment.build import commitment
from accord.guidance.citation import bibtex
from accord.guidance.field_guide import guides
from accord.guidance.guidance import LISTS, SINGLES, Guidance
from accord.guidance.local import Local
from accord.guidance.reading import elements
from accord.guidance.releases import in_order
from accord.project import reading
from accord.project.reading import FOLDERS, LOCALS, Project

PLACES = {
    **{kind: f"data/{folder}/" for folder, kind in FOLDERS.items()},
    **{kind: f"data/{name}" for name, kind in reading.SINGLES.items()},
    **{kind: place for place, kind in LOCALS.items()},
    "front-matter": "docs/",
    "version": "commitment/versions/",
}


def build(project: Project, as_of: date) -> Guidance:
    """Return the guidance as at the day `as_of`.

    Raises IndexError, TypeError, ValueError: the project has problems that `accord check` names.
    """
    found = elements(project)
    (site,) = found.of("site")
    notes = {note.id: note for note in found.of("local-note")}
    local = next((Local(own, notes, site.name) for own in found.of("local-site")), None)
    content: dict[str, Any] = {name: found.of(kind) for kind, name in LISTS.items()}
    content |= {name: found.of(kind)[0] for kind, name in SINGLES.items()}
    if local:  # what upstream says of itself is not said of the copy
        own = {name: getattr(local.site, name) for name in ("name", "address", "security_contact")}
        content["site"] = site.but(**own)
    return Guidance(
        **content,
        commitment=commitment(project),
        as_of=as_of,
        fields=guides(project.schemas, PLACES),
        frozen=in_order(found.of("guidance-release")),
        local=local,
        bibtex=bibtex(project.tree),
    )
