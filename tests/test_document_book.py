"""The whole guidance as one book: every chapter, every practice, term and source; links that lead somewhere."""

from __future__ import annotations

import dataclasses
import io
import itertools
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from accord.guidance import about
from accord.guidance.credit import LICENCE
from accord.paper import html, page
from accord.paper.blocks import (
    WIDTHS,
    Block,
    Contents,
    Document,
    Heading,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
)
from accord.paper.formats import recipe
from accord.paper.page import Reader
from accord.paper.prose import Prose
from accord.project.page import parse
from accord.register.published import Published
from accord.site import book, shelf
from accord.site.book_parts import LEFT_OUT, PARTS
from accord.site.chapters import in_chapters
from accord.site.workspace import Workspace, open_checked
from tests.documents import WORD, parts, text, trees

FRONT = "---\ntitle: x\n---\n"


@pytest.fixture(scope="module")
def workspace(root: Path) -> Workspace:
    return open_checked(root)


@pytest.fixture(scope="module")
def g(workspace: Workspace) -> Published:
    return workspace.guidance


@pytest.fixture(scope="module")
def whole(workspace: Workspace) -> Document:
    return book.document(workspace.guidance, workspace.project.pages)


def runs(block: Block) -> Iterator[Runs]:
    match block:
        case Paragraph(inner):
            yield inner
        case Listing(items) | Note(_, items):
            yield from items
        case Table():
            yield from (cell for row in block.rows for cell in row)


def said(document: Document) -> str:
    inner = (" ".join(run.text for run in each) for block in document.blocks for each in runs(block))
    return " ".join("\n".join(inner).split())


def of_page(g: Published, body: str) -> list[Block]:
    """Return the blocks of a page of our Markdown."""
    found, problems = parse("docs/x.md", FRONT + body)
    assert found is not None
    assert not problems
    prose = Prose(g, lambda name: f"#{name}")
    reader = Reader(prose, lambda name, target: iter((Heading(2, f"{name} {target}"),)), lambda href: href, LEFT_OUT)
    return list(reader.blocks(found, "page-x"))


def test_every_chapter_is_a_page_that_exists(whole: Document, g: Published, workspace: Workspace) -> None:
    """In the order of the work, each on a page of its own."""
    addresses = {page.address for page in workspace.project.pages}
    assert [address for address in book.order(g) if address not in addresses] == []
    heads = [block for block in whole.blocks if isinstance(block, Heading) and block.level == 1]
    assert [head.anchor for head in heads] == [book.anchor(address) for address in book.order(g)]
    (contents,) = (block for block in whole.blocks if isinstance(block, Contents))
    assert list(contents.chapters) == heads


def test_every_macro_of_a_chapter_is_known(g: Published, workspace: Workspace) -> None:
    """A page that calls for something new must say what the book makes of it."""
    chapters = set(book.order(g))
    rows = [row for page in workspace.project.pages if page.address in chapters for _, row in page.lines]
    called = {found[1] for row in rows if (found := re.match(r"\{\{ ([a-z_]+)", row))}
    assert called - set(PARTS) - LEFT_OUT == set()
    assert set(PARTS) & LEFT_OUT == set()


def test_the_book_holds_all_that_the_data_holds(whole: Document, g: Published) -> None:
    """Every practice, term and source has its heading; each source that is cited is in the list."""
    anchors = [block.anchor for block in whole.blocks if isinstance(block, Heading) and block.anchor]
    assert len(anchors) == len(set(anchors))
    wanted = {*g.practices, *(t.id for t in g.terms), *(s.id for s in g.sources), *(r.id for r in g.roles)}
    assert wanted - set(anchors) == set()
    words = said(whole)
    prose = Prose(g, lambda _: "")
    for practice in g.practices.values():
        shown = " ".join(" ".join(run.text for run in prose.runs(practice.how)).split())
        assert shown in words, practice.id


def test_links_within_lead_to_headings_and_none_lead_nowhere(whole: Document) -> None:
    anchors = {block.anchor for block in whole.blocks if isinstance(block, Heading)}
    links = {run.link for block in whole.blocks for each in runs(block) for run in each if run.link}
    within = {link[1:] for link in links if link.startswith("#")}
    assert within - anchors == set()
    assert len(within) > 200
    assert [link for link in links if not link.startswith(("#", "https://"))] == []


def test_levels_follow_one_another(whole: Document) -> None:
    """No heading skips a level (WCAG 2.2, 1.3.1; PDF/UA-1, 7.4)."""
    levels = [0, *(block.level for block in whole.blocks if isinstance(block, Heading))]
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_no_mark_is_left(whole: Document) -> None:
    words = said(whole)
    assert re.findall(r"\[\[|\]\]|\{\{|\]\(|\*\*|\{ #", words) == []


def test_the_book_says_what_it_is(whole: Document, g: Published) -> None:
    note = whole.blocks[0]
    assert isinstance(note, Note)
    shown = " ".join(run.text for line in note.paragraphs for run in line)
    assert f"{about.version(g)}." in shown
    assert f"How to cite: the project’s contributors ({whole.date[:4]})." in shown
    assert LICENCE in shown
    assert whole.date == (g.release.released or g.register.as_of.isoformat())


def test_a_site_with_an_address_is_linked(g: Published, workspace: Workspace) -> None:
    """What is not in the book is found on the site."""
    site = dataclasses.replace(g.site, address="https://x.example")
    found = book.document(dataclasses.replace(g, site=site), workspace.project.pages)
    links = {run.link for block in found.blocks for each in runs(block) for run in each}
    assert "https://x.example/commitment/" in links
    assert "https://x.example/families/letter/#foi" in links


def test_the_pdf_is_tagged_with_a_list_of_contents(whole: Document) -> None:
    reader = PdfReader(io.BytesIO(recipe(whole, "pdf").make()))
    catalog: Any = reader.trailer["/Root"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in catalog["/Metadata"].get_data().decode()
    assert "Should we be doing this?" in reader.pages[1].extract_text()
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert "Glossary" in titles


def test_the_epub_has_a_chapter_for_each_page(whole: Document, g: Published) -> None:
    raw = recipe(whole, "epub").make()
    nav = text(trees(raw)["EPUB/nav.xhtml"])
    assert "Should we be doing this?" in nav
    assert len([name for name in parts(raw) if re.search(r"/ch\d+\.xhtml$", name)]) >= len(book.order(g))


def test_the_epub_leads_to_each_place_once_and_in_order(whole: Document) -> None:
    """No id stands twice, every link within the book leads somewhere, and the contents are in the order of the text."""
    pages = {name: tree for name, tree in trees(recipe(whole, "epub").make()).items() if name.endswith(".xhtml")}
    ids = [(name, each.get("id")) for name, tree in sorted(pages.items()) for each in tree.iter() if each.get("id")]
    texts = [place for place in ids if place[0].startswith("EPUB/text/")]
    assert len({identifier for _, identifier in texts}) == len(texts) > 200

    def targets(name: str) -> list[tuple[str, str | None]]:
        links = (link.get("href", "") for link in pages[name].iter("{http://www.w3.org/1999/xhtml}a"))
        inner = (link.partition("#") for link in links if link and "://" not in link)
        return [(posixpath.normpath(f"{posixpath.dirname(name)}/{file}") if file else name, i) for file, _, i in inner]

    assert all(target in ids for name in pages for target in targets(name) if target[1])
    listed = [target for target in targets("EPUB/nav.xhtml") if target in texts]
    assert listed == sorted(listed, key=texts.index)
    assert len(listed) > 200


def test_word_links_within_itself(whole: Document) -> None:
    body = trees(recipe(whole, "docx").make())["word/document.xml"]
    marks = {mark.get(f"{WORD}name") for mark in body.iter(f"{WORD}bookmarkStart")}
    links = [link.get(f"{WORD}anchor") for link in body.iter(f"{WORD}hyperlink")]
    inner = {link for link in links if link}
    assert len(inner) > 200
    assert inner <= marks


def test_the_web_page_has_each_anchor_once(whole: Document) -> None:
    shown = html.alone(whole)
    names = re.findall(r' id="([^"]+)"', shown)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(names)


def test_there_is_no_book_without_pages(workspace: Workspace) -> None:
    assert [t.name for t in shelf.titles(workspace.guidance) if t.name == book.NAME] == []
    assert [t.name for t in shelf.titles(workspace.guidance, workspace.project.pages)][-1] == book.NAME


def test_markdown_becomes_blocks(g: Published) -> None:
    """All that our pages are written in, once."""
    made = of_page(
        g,
        "# A title { #top }\n\nOne line\ngoes on.\n- a **bold [link](b.md)** item\n  goes on\n- *two* `x*y`\n\n"
        "1. first\n2. second\n\n> Quoted,\n> still.\n\n!!! must \"Must\"\n    In a\n    box.\n\n    More.\n\n"
        "    - one\n    - two\n\n"
        "| What | Which |\n| --- | --- |\n| a |  |\n\n```sh\nrun *it*\n```\n\n{{ stage(\"modelling\") }}\n",
    )  # fmt: skip
    assert made == [
        Heading(1, "A title", "page-x"),
        Paragraph((Run("One line goes on."),)),
        Listing(((Run("a "), Run("bold ", bold=True), Run("link", bold=True, link="b.md"), Run(" item goes on")),
                 (Run("two", italic=True), Run(" "), Run("x*y", code=True)))),
        Listing(((Run("first"),), (Run("second"),)), numbered=True),
        Paragraph((Run("Quoted, still."),), "clause"),
        Note("Must", ((Run("In a box."),), (Run("More."),), (Run("• one"),), (Run("• two"),))),
        Table("Table: A title", ("What", "Which"), (((Run("a"),), (Run("–"),)),), (38, 62)),
        Paragraph((Run("run *it*", code=True),)),
        Heading(2, "stage modelling"),
    ]  # fmt: skip


def test_a_page_is_a_chapter_in_the_book(whole: Document) -> None:
    """On paper "this page" would be the sheet. A source's page stays its publisher's."""
    split = next(n for n, b in enumerate(whole.blocks) if isinstance(b, Heading) and b.anchor == "page-sources")
    chapters = dataclasses.replace(whole, blocks=whole.blocks[:split])
    heads = [block.text for block in chapters.blocks if isinstance(block, Heading)]
    assert "How to use this chapter" in heads
    assert re.findall(r"\b[Tt]his page\b", f"{said(chapters)} {heads}") == []
    assert "Stored copies of this page" in said(whole)
    line = Paragraph((Run("On this page, this page: "), Run("the page on this page", link="#x")))
    assert in_chapters(line) == Paragraph(
        (Run("In this chapter, this chapter: "), Run("the page in this chapter", link="#x"))
    )
    for block in (PageBreak(), Contents("this page", ())):
        assert in_chapters(block) == block


def test_lists_of_chapters_are_numbered_as_they_are(whole: Document, g: Published) -> None:
    """Where the site has cards, the book lists the stages and the recommendations, each with its chapter."""
    first = [run for block in whole.blocks if isinstance(block, Listing) for run in [item[0] for item in block.items]]
    for label, link in [
        *((stage.label, f"#page-lifecycle-{stage.id}") for stage in g.stages),
        *((rec.label, f"#page-recommendations-{rec.order}") for rec in g.recommendations),
    ]:
        assert Run(label, link=link) in first
    last = len(g.recommendations)
    assert f"Recommendation {last} of {last}." in said(whole)


def test_sources_give_their_address_in_words(whole: Document, g: Published) -> None:
    words = said(whole)
    assert [source.id for source in g.sources if source.url and source.url not in words] == []


def test_a_section_of_pictures_is_left_out(g: Published) -> None:
    made = of_page(g, '# A\n\nb\n\n## Gone\n\nc\n\n{{ documents("x") }}\n\n## Stays\n\nd\n')
    assert made == [Heading(1, "A", "page-x"), Paragraph((Run("b"),)), Heading(2, "Stays"), Paragraph((Run("d"),))]


def test_values_on_a_page_stay_words(g: Published) -> None:
    """What is no Markdown of ours is shown as it stands, and no macro's words are read again."""
    made = of_page(g, "# A\n\n<script>alert(1)</script> {x} $y$ #z\n")
    assert made[1] == Paragraph((Run("<script>alert(1)</script> {x} $y$ #z"),))


def test_every_width_has_a_style() -> None:
    assert {width for widths in page.WIDTHS.values() for width in widths} <= set(WIDTHS)
