"""What MkDocs does besides its own work, in plain functions that the hook file hands on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from accord.render import api, search_words
from accord.workspace import Workspace

# What the theme ships and our pages never load: its scripts, its search workers, its source maps.
UNUSED = ("assets/javascripts/", "assets/images/favicon.png")


def generated(root: Path, workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every file of the site that no page stands for."""
    yield from api.files(workspace.guidance, workspace.project.schemas)
    yield "search/words.json", json.dumps(search_words.groups(workspace.guidance), ensure_ascii=False) + "\n"
    for name in workspace.project.files:
        if name.endswith((".yml", ".md")) or name.startswith("data/schema/"):
            yield f"source/{name}.txt", (root / name).read_text(encoding="utf-8")


def is_unused(name: str) -> bool:
    """Say whether a file of the theme is one that no page of ours loads."""
    return name.startswith(UNUSED) or name.endswith(".map")
