"""The built pages, parsed strictly: html5lib raises on the first thing that the HTML standard calls a parse error."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.documents import read_page

HTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Built:
    """A built page: its name below the site's root, and its tree."""

    name: str
    tree: Element

    def all(self, tag: str) -> list[Element]:
        return list(self.tree.iter(f"{HTML}{tag}"))

    def attributes(self) -> Iterator[tuple[str, str, str]]:
        """Yield tag, attribute and value of every attribute on the page."""
        for element in self.tree.iter():
            for key, value in element.attrib.items():
                yield str(element.tag).removeprefix(HTML), key, value

    @cached_property
    def ids(self) -> list[str]:
        return [value for _, key, value in self.attributes() if key == "id"]


@cache
def parsed(path: Path) -> Element:
    """Parse a page. Raises html5lib.html5parser.ParseError with what is wrong."""
    return read_page(path.read_text(encoding="utf-8"))


def names(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def framed(pages: list[str]) -> list[str]:
    """Return the names of the pages in the site's frame: a document's own page stands alone."""
    return [name for name in pages if not name.startswith("documents/")]


@cache
def pages(site: Path) -> list[Built]:
    return [Built(name, parsed(site / name)) for name in names(site)]


def words(element: Element) -> str:
    """Return an element's text, white space collapsed."""
    return " ".join("".join(element.itertext()).split())
