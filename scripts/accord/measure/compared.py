"""What two builds of the same pages do not share: files, words of the main part, links that lead nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

MAIN = "main-content"
VOID = {"img", "br", "hr", "input", "meta", "link", "source", "wbr", "col"}
FEW = 8  # examples of each kind
SPACE = re.compile(r"\s+")


@dataclass
class _Parts(HTMLParser):
    """The words of the main part, and every address that the page names."""

    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    depth: int = 0  # of open elements inside the main part

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := values.get(name))]
        if tag not in VOID and (self.depth or values.get("id") == MAIN):
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= bool(self.depth and tag not in VOID)

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.words.append(data)


def lines(ours: Path, theirs: Path) -> Iterator[str]:
    """Yield what `theirs` lacks of `ours`, in words.

    Raises:
        OSError: a folder can't be read.
    """
    own, other = _files(ours), _files(theirs)
    yield from _listed("files are missing", sorted(own - other))
    yield from _listed("files are more", sorted(other - own))
    shared = sorted(name for name in own & other if name.endswith(".html"))
    yield f"{len(shared)} of {sum(name.endswith('.html') for name in own)} pages are there"
    differing, dead = list[str](), list[str]()
    for name in shared:
        one, two = _parts(ours / name), _parts(theirs / name)
        if (here := _apart("".join(one.words), "".join(two.words))) is not None:
            differing.append(f"{name} ({here})")
        dead += [f"{name} to {link}" for link in two.links if not _leads(theirs, name, link)]
    yield from _listed("pages have other words", differing)
    yield from _listed("links lead nowhere", dead)


def _files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def _parts(path: Path) -> _Parts:
    parts = _Parts()
    parts.feed(path.read_text(encoding="utf-8"))
    return parts


def _apart(one: str, two: str) -> str | None:
    """Return the words of ours at which the two part, or None where they do not."""
    first, second = (SPACE.sub("", text) for text in (one, two))
    if first == second:
        return None
    at = next((n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
    return first[max(0, at - 10) : at + 30]


def _leads(site: Path, page: str, link: str) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return True
    start = "" if link.startswith("/") else posixpath.dirname(page)
    path = site / posixpath.normpath(posixpath.join(start, parts.path.lstrip("/")))
    return path.is_file() or (path / "index.html").is_file()


def _listed(what: str, names: list[str]) -> Iterator[str]:
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    if names:
        yield f"{len(names)} {what}: {'; '.join(names[:FEW])}{more}"
