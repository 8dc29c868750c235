"""The documents on the built site: every one that is offered is there, as large as is said, and stands alone."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from accord.guidance.pages.documents import size
from tests.built.pages import HTML, pages, words

STARTS = {"docx": b"PK\x03\x04", "odt": b"PK\x03\x04", "pdf": b"%PDF-1.7"}


def test_what_is_offered_is_there(site: Path) -> None:
    """Each link leads to a file of its format, the web page comes first, and the size beside it is right."""
    lists = [(page.name, ul) for page in pages(site) for ul in page.all("ul") if ul.get("class") == "downloads__list"]
    assert lists
    for place, offered in lists:
        endings = []
        for item in offered:
            (link,) = item.iter(f"{HTML}a")
            file = site / "documents" / link.get("href", "").rpartition("/")[2]
            endings.append(file.suffix[1:])
            raw = file.read_bytes()
            if endings[-1] != "html":
                assert raw.startswith(STARTS[endings[-1]])
                assert words(item).endswith(f"({size(len(raw))})")
                assert link.get("download") is not None
        assert endings[0] == "html" or place.startswith("toolkit/cards/")
        assert {"docx", "odt", "pdf"} <= set(endings)


def test_titles_of_documents_differ(site: Path) -> None:
    """Programs that list open files show the title alone: five cards were called the same."""
    found = [PdfReader(path).metadata for path in (site / "documents").glob("*.pdf")]
    titles = [each.title for each in found if each]
    assert len({*titles}) == len(found) > 5


def test_web_pages_of_documents_need_nothing_else(site: Path) -> None:
    """They have one style sheet beside them and no script, and say which words they hold."""
    found = [page for page in pages(site) if page.name.startswith("documents/")]
    assert found
    for page in found:
        assert [link.get("href") for link in page.all("link")] == ["document.css"]
        assert page.all("script") == []
        which = r"sha256:[0-9a-f]{64}" if "/commit" in page.name else r"Guidance version \d+\.\d+\.\d+"
        assert re.search(which, words(page.tree)), page.name
    assert (site / "documents" / "document.css").is_file()


def test_every_version_has_its_documents(demo: Path) -> None:
    """Older versions stay to be had."""
    for number in ("1.0.0", "1.0.1", "1.1.0", "2.0.0"):
        for ending in ("html", "docx", "odt", "pdf"):
            assert (demo / "documents" / f"commitment-{number}.{ending}").stat().st_size > 5000


@pytest.mark.parametrize(
    ("number", "shown"), [(1, "1 KB"), (999, "1 KB"), (38_400, "38 KB"), (999_999, "1000 KB"), (1_240_000, "1.2 MB")]
)
def test_sizes_in_words(number: int, shown: str) -> None:
    assert size(number) == shown
