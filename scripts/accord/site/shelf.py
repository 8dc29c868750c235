"""Which documents there are, in which formats, and the making of all of them."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from accord.answers.pages import checklist
from accord.guidance.pages import role_card
from accord.guidance.paper import PLACE, Offer
from accord.paper import html, package
from accord.paper.blocks import Document
from accord.paper.cache import Cache
from accord.paper.formats import FORMATS, recipe
from accord.register.pages import papers
from accord.register.pages import version_paper as commitment
from accord.register.published import Published

PAPER = ("html", "docx", "odt", "pdf")
COMMITMENT = ("commitment/", "The Commitment on the site")
THREADS = 4  # at most; pandoc is another process, and Typst leaves Python's lock alone


@dataclass(frozen=True, slots=True)
class Title:
    """A document that could be made. `path` is that of its words in data/, or empty; `endings` are its formats.

    `back` is the page that offers it: its address below the site's root, and the words of a link there.
    """

    name: str
    title: str
    audience: str
    path: str
    endings: tuple[str, ...]
    write: Callable[[], Document]  # makes it as data
    back: tuple[str, str] = COMMITMENT


@dataclass(frozen=True, slots=True)
class File:
    """One made file: its document's name, its ending, its bytes."""

    name: str
    ending: str
    raw: bytes

    @property
    def place(self) -> str:
        return f"{PLACE}{self.name}.{self.ending}"


def titles(g: Published) -> list[Title]:
    """Return every document. Papers are about the current version: where there is none, there are no papers."""
    found = []
    if current := g.commitment.current(g.as_of):
        for paper in g.papers:
            write = partial(papers.document, g, paper, current)
            found.append(Title(paper.name, paper.title, paper.audience, paper.path, PAPER, write))
    for version in g.commitment.versions:
        about = f"Anyone who wants the text of version {version.number} on paper, on a reader or in a file."
        name, title = f"commitment-{version.number}", f"The Commitment, version {version.number}"
        found.append(Title(name, title, about, "", PAPER, partial(commitment.document, g, version)))
    for stage in g.stages:
        name, title = f"{checklist.PREFIX}{stage.id}", checklist.title(stage)
        back = (g.entries[stage.id].page, f"{stage.label} on the site")
        write = partial(checklist.document, g, stage)
        found.append(Title(name, title, checklist.AUDIENCE, stage.path, PAPER, write, back))
    for card in g.cards:
        name, title = f"{role_card.PREFIX}{card.role}", role_card.title(g, card)
        found.append(Title(name, title, role_card.AUDIENCE, card.path, PAPER[1:], partial(role_card.document, g, card)))
    return found


def make(root: Path, wanted: Iterable[tuple[Title, str]]) -> list[File]:
    """Make files, from the cache of the project at `root` where they lie in it. A web page here stands alone.

    Raises Failed: a program did not write one.
    """
    kept = Cache(root)
    written: dict[str, Document] = {}
    jobs: list[tuple[str, str, Document]] = []
    for title, ending in wanted:
        if title.name not in written:
            written[title.name] = title.write()
        jobs.append((title.name, ending, written[title.name]))

    def one(job: tuple[str, str, Document]) -> File:
        name, ending, document = job
        raw = html.alone(document).encode() if ending == "html" else kept.take(recipe(document, ending))
        return File(name, ending, raw)

    with ThreadPoolExecutor(min(THREADS, os.cpu_count() or 1)) as pool:
        files = list(pool.map(one, jobs))
    kept.tidy()
    return files


def everything(root: Path, g: Published) -> tuple[tuple[Offer, ...], dict[str, bytes]]:
    """Return what the site offers, and the bytes of each file by its place on the site.

    On the site a web page takes its style sheet from beside it: the Content-Security-Policy allows no other.

    Raises Failed: a program did not write a document.
    """
    all_titles = titles(g)
    packed = [(title, ending) for title in all_titles for ending in title.endings if ending != "html"]
    files = {file.place: file.raw for file in make(root, packed)}
    kept = Cache(root)
    for title in all_titles:
        if "html" not in title.endings:
            continue
        others = [(e, f"{title.name}.{e}") for e in title.endings if e != "html"]
        files[f"{PLACE}{title.name}.html"] = kept.take(html.recipe(title.write(), others, title.back))
    files[f"{PLACE}{html.SHEET}"] = package.style_sheet().encode()
    return tuple(_offer(title, files) for title in all_titles), files


def _offer(title: Title, files: dict[str, bytes]) -> Offer:
    sizes = tuple((e, FORMATS[e].label, len(files[f"{PLACE}{title.name}.{e}"])) for e in title.endings)
    return Offer(title.name, title.title, title.audience, sizes, title.path)
