"""What MkDocs does besides its own work, in plain functions that the hook file hands on."""

import json
import os
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from accord.answers.pages import export_data, worksheet_data
from accord.commitment.pages.text import sections
from accord.copy import compare, trees
from accord.copy.assessments import assessments
from accord.copy.pages import conformance as local_conformance
from accord.copy.pages import projects as local_projects
from accord.families import letter
from accord.guidance import citation
from accord.guidance.pages import api, crosswalks, data_files, practices_csv, published, search_words
from accord.pages.csv_text import for_spreadsheets
from accord.pages.frame import Frames, Shell
from accord.project.element import Element
from accord.project.page import ROOT_PAGES
from accord.project.reading import LOCAL
from accord.register.folder import SIGNATORIES, read_folder
from accord.register.pages import pages as commitment
from accord.register.published import Published
from accord.site import shelf, well_known
from accord.site.workspace import Workspace, offer
from accord.steward import pack

UPSTREAM = "ACCORD_UPSTREAM"  # in the environment: upstream's commit, which `accord site --upstream` sets
LOGOS = "assets/local/"  # where a council's logo is published
# Tables for programs, and where the page that shows one has it made safe for a spreadsheet.
SPREADSHEETS = {
    "api/practices.csv": "toolkit/practices/practices.csv",
    "api/crosswalks.csv": "toolkit/crosswalks/crosswalks.csv",
    "api/signatories.csv": "commitment/signatories/signatories.csv",
}
# What the theme ships and our pages never load: its scripts, its search workers, its colours, its source maps. And the
# raw template of a sitemap, which MkDocs would copy as it is where no sitemap is made.
UNUSED = ("assets/javascripts/", "assets/images/favicon.png", "assets/stylesheets/palette.", "sitemap.xml")


def generated(root: Path, workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every file of the site that no page stands for."""
    yield from api.files(workspace.guidance, workspace.project.schemas)
    yield from worksheet_data.files(workspace.guidance, workspace.project.schemas)
    yield from export_data.files(workspace.guidance)
    yield from published.kept_schemas()
    yield "search/words.json", json.dumps(search_words.words(workspace.guidance), ensure_ascii=False) + "\n"
    yield "search/clauses.json", json.dumps(search_words.clauses(workspace.guidance), ensure_ascii=False) + "\n"
    for name in (*workspace.project.files, *([citation.NAME] if workspace.guidance.bibtex else ())):
        if name.endswith((".yml", ".md", ".cff")) or name.startswith("data/schema/"):
            yield f"source/{name}.txt", (root / name).read_text(encoding="utf-8")


def documents(root: Path, workspace: Workspace) -> dict[str, bytes]:
    """Make the documents, have pages offer them, and return each file's bytes by its place on the site.

    Raises Failed: a program did not write one.
    """
    offers, files = shelf.everything(root, workspace.guidance)
    offer(root, offers)
    return files


def council(g: Published) -> dict[str, str]:
    """Return what the frame of every page of a council's copy says of the council; nothing on upstream's site."""
    if g.local is None:
        return {}
    site = g.local.site
    return {"name": site.council, "upstream": g.local.upstream, "logo": f"{LOGOS}{site.logo}" if site.logo else ""}


def own_files(root: Path, workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield, for each file that stands outside docs/, its place on the site and its path: root pages, a logo."""
    yield from root_pages(root)
    local = workspace.guidance.local
    if local and local.site.logo:
        yield f"{LOGOS}{local.site.logo}", str(root / LOCAL / local.site.logo)


def parts_of_text(workspace: Workspace, address: str) -> list[tuple[str, str]]:
    """Return the anchor and words of each part of the Commitment for its own page: HTML that MkDocs lists nowhere."""
    guidance = workspace.guidance
    current = guidance.commitment.current(guidance.as_of)
    return sections(current.text) if current and address == "commitment/" else []


def led_on(html: str, url: str, release: Element) -> str:
    """Return a page with each anchor that moved within it beside the one that took its place."""
    for moved in release.moved:
        page, _, old = moved.old.partition("#")
        if page == url and old:
            inside = rf'(id="{moved.new.partition("#")[2]}"[^<>]*>(?:\s*<(?:dt|h\d|p)\b[^<>]*>)?)'
            html = re.sub(inside, rf'\1<span id="{old}"></span>', html, count=1)
    return html


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
        Unreadable: git does not know the commit in UPSTREAM.
    """
    letters = letter.pages(workspace.guidance, Frames(shell))
    for name, text in chain(commitment.generated(workspace.guidance, shell), letters):
        _write(site / name, text.encode())
    for table in (practices_csv, crosswalks):
        _write(site / table.NAME, table.text(workspace.guidance).encode())
    if workspace.guidance.local:
        own = local_projects.files(workspace.guidance, Frames(shell), assessments(workspace.project))
        for name, text in (_conformance(root, workspace, shell), *own):
            _write(site / name, text.encode())
    for name, safe in SPREADSHEETS.items():
        _write(site / safe, for_spreadsheets((site / name).read_bytes().decode()).encode())
    for name, source in _copies(workspace):
        _write(site / name, (root / source).read_bytes())
    _write(site / f"commitment/{pack.NAME}.zip", pack.packed(workspace.project))
    _write(site / "commitment/verify.py", pack.PROGRAM.read_bytes())
    for name, text in well_known.files(workspace.guidance):  # MkDocs leaves out what starts with a dot
        _write(site / name, text.encode())


def wrong_data(workspace: Workspace, site: Path) -> list[str]:
    """Return what the page of published data leaves out of a built site, or names and does not find there."""
    found = (Path(place, name) for place, _, names in os.walk(site) for name in names if name.endswith(data_files.DATA))
    return list(data_files.unnamed(workspace.guidance, {path.relative_to(site).as_posix() for path in found}))


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def _conformance(root: Path, workspace: Workspace, shell: Shell) -> tuple[str, str]:
    """Return the page of what is different in this copy; practices are compared where `accord site` names upstream."""
    ref = os.environ.get(UPSTREAM)
    found = compare.conformance(workspace.project, trees.merged(root, ref) if ref else None)
    return local_conformance.page(workspace.guidance, Frames(shell), found)


def _copies(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield the site path and the path of all that is published byte for byte: what counts, and a copy's own claims."""
    folder = read_folder(workspace.project)
    for text in folder.texts.values():
        yield text.path, text.path
    own = [claim.path for s in workspace.guidance.register.signatories for claim in s.claims]
    for path in sorted({*folder.chain.sealed, *own}):
        head, _, last = path.rpartition("/")
        if path.startswith(SIGNATORIES):
            yield f"{head}/records/{last}.txt", path
    for path in (path for path in folder.sealing if folder.chain.sealed):
        yield path, path
