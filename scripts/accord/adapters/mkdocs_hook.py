"""What MkDocs does besides its own work, in plain functions that the hook file hands on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from accord.read.commitment import Folder
from accord.read.markdown import ROOT_PAGES
from accord.render import api, commitment, search_words
from accord.render.commitment.frame import Shell
from accord.render.commitment.text import sections
from accord.workspace import Workspace

# What the theme ships and our pages never load: its scripts, its search workers, its source maps.
UNUSED = ("assets/javascripts/", "assets/images/favicon.png")


def generated(root: Path, workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every file of the site that no page stands for."""
    yield from api.files(workspace.guidance, workspace.project.schemas)
    yield "search/words.json", json.dumps(search_words.groups(workspace.guidance), ensure_ascii=False) + "\n"
    yield "search/clauses.json", json.dumps(search_words.clauses(workspace.guidance), ensure_ascii=False) + "\n"
    for name in workspace.project.files:
        if name.endswith((".yml", ".md")) or name.startswith("data/schema/"):
            yield f"source/{name}.txt", (root / name).read_text(encoding="utf-8")


def is_unused(name: str) -> bool:
    """Say whether a file of the theme is one that no page of ours loads."""
    return name.startswith(UNUSED) or name.endswith(".map")


def parts_of_text(workspace: Workspace, address: str) -> list[tuple[str, str]]:
    """Return the anchor and words of each part of the Commitment for its own page: HTML that MkDocs lists nowhere."""
    guidance = workspace.guidance
    current = guidance.commitment.current(guidance.register.as_of)
    return sections(current.text) if current and address == "commitment/" else []


def root_pages(root: Path) -> Iterator[tuple[str, str]]:
    """Yield, for each page that stands in the root, its place among the pages and the file's path."""
    for name, address in ROOT_PAGES.items():
        if (root / name).is_file():
            yield f"{address}index.md", str(root / name)


def source_of(place: str) -> str:
    """Return the file that a page was written in: `law/index.md` is docs/law/index.md, unless it stands in the root."""
    return next((name for name, address in ROOT_PAGES.items() if place == f"{address}index.md"), f"docs/{place}")


def write_register(root: Path, workspace: Workspace, shell: Shell, site: Path) -> None:
    """Write what is made of the Commitment and its register into the built site, with the files that were signed.

    Raises:
        OSError: the disk is full, or the site's folder can't be written.
    """
    for name, text in commitment.generated(workspace.guidance, shell):
        _put(site / name, text.encode())
    for name, source in _copies(workspace.project.commitment):
        _put(site / name, (root / source).read_bytes())


def _copies(folder: Folder) -> Iterator[tuple[str, str]]:
    """Yield the site path and the path of every text, record and signature: published byte for byte."""
    for text in folder.texts.values():
        yield text.path, text.path
    beside = [f"{path}.sig" for path in folder.signatures]
    for path in (*(record.path for record in folder.records), *beside, *(left.path for left in folder.erased)):
        head, _, last = path.rpartition("/")
        yield f"{head}/records/{last}.txt", path


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
