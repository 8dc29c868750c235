"""The built pages of the Commitment show the words of the files, and the files are published byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.built.pages import HTML, Built, parsed, words

BLOCKS = {f"{HTML}{tag}" for tag in ("p", "li", "h1", "h2", "h3", "h4")}


@dataclass(frozen=True)
class Published:
    """A built site, and the folder whose commitment/ it was built from."""

    site: Path
    source: Path

    def page(self, name: str) -> Built:
        return Built(name, parsed(self.site / name))

    @property
    def versions(self) -> list[str]:
        found = [path.stem for path in (self.source / "commitment" / "versions").glob("*.md")]
        return sorted(found, key=lambda number: [int(part) for part in number.split(".")])

    def records(self, ends: str) -> list[Path]:
        return sorted((self.source / "commitment" / "signatories").glob(f"*/*{ends}"))


@pytest.fixture
def both(root: Path, each_site: Path, demo: Path) -> Published:
    return Published(each_site, root / "tests" / "demo" if each_site == demo else root)


def classed(element: Element, name: str) -> Iterator[Element]:
    return (each for each in element.iter() if name in (each.get("class") or "").split())


def signed_words(page: Built) -> list[str]:
    """Return the words of the part of a page that is signed. Only what says that it is no part of it is left out."""
    (signed,) = classed(page.tree, "pledge")
    told: list[str] = []

    def walk(element: Element) -> None:
        names = (element.get("class") or "").split()
        if "clause__notes" in names:
            assert "Our explanation, not signed" in words(element)
        elif "local-note" in names:  # in a council's copy
            assert "not part of the upstream text" in words(element)
        else:
            told.append(element.text or "")
            for child in element:
                walk(child)
        told.append(" " if element.tag in BLOCKS else "")
        told.append(element.tail or "")

    for child in signed:
        walk(child)
    return "".join([signed.text or "", *told]).split()


def file_words(raw: bytes) -> list[str]:
    """Return the words of a text without Markdown's marks, by other means than our reader."""
    return re.sub(r"\*+", "", re.sub(r"(?m)^(?:#+|-|[0-9]+\.) ", "", raw.decode())).split()


def test_each_version_is_shown_as_signed(both: Published) -> None:
    """Word for word, on its own page and, for the newest, on the Commitment's."""
    assert both.versions
    for number in both.versions:
        told = file_words((both.source / "commitment" / "versions" / f"{number}.md").read_bytes())
        assert len(told) > 500
        assert signed_words(both.page(f"commitment/{number}/index.html")) == told, number
    assert signed_words(both.page("commitment/index.html")) == told


def test_each_promise_has_a_page_and_keeps_its_old_place(both: Published) -> None:
    """Whoever followed `commitment/#care-2` finds it still; its page has the signed words, marked as the only ones."""
    whole = both.page("commitment/index.html")
    promises = {words(each): each.get("id") for each in classed(whole.tree, "clause__words")}
    assert len(promises) > 10
    for told, name in promises.items():
        (signed,) = classed(both.page(f"commitment/{name}/index.html").tree, "signed")
        (quoted,) = signed.iter(f"{HTML}blockquote")
        assert told.endswith(words(quoted))


def test_a_text_stands_on_no_other_page_as_signed(both: Published) -> None:
    """Nothing else is laid out as the signed text."""
    files = {path: path.read_bytes() for path in both.site.rglob("*.html")}
    shown = {path.relative_to(both.site).as_posix() for path, raw in files.items() if b'class="pledge"' in raw}
    assert shown == {"commitment/index.html", *(f"commitment/{number}/index.html" for number in both.versions)}


def test_texts_and_records_are_published_byte_for_byte(both: Published) -> None:
    """Each text, and each record that the newest seal lists; and nothing beside them: no claim is published."""
    below = both.source / "commitment"
    expected = {f"versions/{number}.md": below / "versions" / f"{number}.md" for number in both.versions}
    newest = max((both.source / "commitment" / "seals").glob("*.sha256"), default=None)
    for name in re.findall(r"  (commitment/signatories/\S+)", newest.read_text() if newest else ""):
        path = both.source / name
        expected[f"signatories/{path.parent.name}/records/{path.name}.txt"] = path
    for name, path in expected.items():
        assert (both.site / "commitment" / name).read_bytes() == path.read_bytes(), name
    built = both.site / "commitment"
    found = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.suffix in {".md", ".txt", ".yml"}}
    assert found == set(expected)


def test_the_seals_are_published(both: Published) -> None:
    """Each seal, its signatures and the lists of keys lie on the site as they lie in the repository."""
    seals = both.source / "commitment" / "seals"
    there = {path.name: path.read_bytes() for path in seals.iterdir()} if seals.exists() else {}
    built = both.site / "commitment" / "seals"
    assert {path.name: path.read_bytes() for path in built.iterdir()} == there if there else not built.exists()


def test_the_live_site_has_no_made_up_signatory(site: Path, root: Path) -> None:
    """No name of the sample stands anywhere on the live site, and nothing on it is marked as a sample."""
    sample = Published(site, root / "tests" / "demo")
    pattern = re.compile(r'^organisation: "(.*)"$', re.M)
    names = {name for path in sample.records(".yml") for name in pattern.findall(path.read_text(encoding="utf-8"))}
    assert len(names) >= 3
    texts = [path for path in site.rglob("*") if path.suffix in {".html", ".json", ".csv", ".xml", ".svg", ".txt"}]
    for path in texts:
        text = path.read_text(encoding="utf-8")
        assert not [name for name in names if name in text], path
        if path.suffix == ".html":
            assert "Sample data" not in text, path


def test_the_sample_names_no_real_council(root: Path) -> None:
    """Its authorities and short names are made up: none of them is in the list of real ones."""
    pattern = re.compile(r"^  - code: (\S+)\n    name: (.+)\n", re.M)
    real, made = (
        {part for pair in pattern.findall(path.read_text(encoding="utf-8")) for part in pair}
        for path in (root / "data" / "authorities.yml", root / "tests" / "demo" / "data" / "authorities.yml")
    )
    assert len(real) > 200
    assert len(made) > 10
    assert real & made == set()


def test_every_page_of_the_sample_says_so(demo: Path) -> None:
    for path in demo.rglob("*.html"):
        assert b"Sample data" in path.read_bytes(), path
