"""The practices of a project as they were read, by id: what two copies of the guidance are compared by."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from accord.files.nodes import plain
from accord.project.reading import Project


class Told(NamedTuple):
    """A practice: its title, the stage whose file holds it, and its fields in one comparable text."""

    title: str
    stage: str
    fields: str


def practices(project: Project) -> dict[str, Told]:
    """Return every practice that can be read, in the order of files and of practices in them."""
    found: dict[str, Told] = {}
    for document in project.of_kind("stage"):
        stage: Any = plain(document.node)
        listed = stage.get("practices") if isinstance(stage, dict) else None
        for each in listed if isinstance(listed, list) else ():
            if isinstance(each, dict) and isinstance(name := each.get("id"), str):
                title = each.get("title")
                text = json.dumps(each, sort_keys=True)
                found[name] = Told(title if isinstance(title, str) else name, document.stem, text)
    return found
