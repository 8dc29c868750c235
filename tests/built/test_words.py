"""What templates and Markdown put together reads well: stops, labels, citations and the heads of tables."""

import re
from pathlib import Path

from tests.built.pages import HTML, pages, words

# A stop after a stop, a label that repeats what it labels, and a citation in brackets where a noun is needed.
BAD = re.compile(r"[.?!];|(?<![./])\.\.(?![./])|[?!]\.(?!\w)|\b([A-Z]\w+ \w+ \w+): \1|\b(?:the|an?) \(", re.I)


def test_nothing_is_joined_badly(site: Path) -> None:
    for page in pages(site):
        for part in ("p", "li", "td", "dd", "h1", "h2", "h3"):
            for element in page.all(part):
                text = "" if element.find(f".//{HTML}code") is not None else words(element)
                assert not (found := BAD.search(text)), f"{page.name}: {found} in {text}"


def test_every_table_keeps_its_heads_on_a_phone(site: Path) -> None:
    """There a row is shown as a list, so each cell says which column it is of."""
    for page in pages(site):
        if page.name.startswith("documents/"):
            continue  # for paper
        for row in (row for body in page.all("tbody") for row in body.iter(f"{HTML}tr")):
            cells = list(row.iter(f"{HTML}td"))
            assert not cells or any(cell.get("data-label") for cell in cells), f"{page.name}: {words(row)}"
