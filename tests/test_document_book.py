"""The whole guidance as one book: every chapter, practice, term and source of the site; links that lead somewhere."""

from __future__ import annotations

import dataclasses
import io
import itertools
import posixpath
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from pypdf import PdfReader

from accord.guidance.credit import LICENCE
from accord.paper import html, made
from accord.paper.blocks import Contents, Document, Html, Note
from accord.project.page import parse
from accord.site import book, chapters, shelf
from accord.site.macros import MACROS
from accord.site.workspace import Workspace, open_checked
from tests.documents import WORD, document, of, parts, said, text, trees


@pytest.fixture(scope="module")
def workspace(root: Path) -> Workspace:
    return open_checked(root)


@pytest.fixture(scope="module")
def whole(workspace: Workspace) -> Document:
    return book.document(workspace)


@pytest.fixture(scope="module")
def source(whole: Document) -> str:
    found = whole.blocks[-1]
    assert isinstance(found, Html)
    return found.source


@pytest.fixture(scope="module")
def page(whole: Document) -> str:
    return html.alone(whole)


@pytest.fixture(scope="module")
def short(workspace: Workspace) -> Document:
    """Return a book of the first chapters: enough for every format, and made in a tenth of the time."""
    with pytest.MonkeyPatch.context() as patch:
        first = book.order(workspace.guidance)[:3]
        patch.setattr(book, "order", lambda _: first)
        return book.document(workspace)


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", markup)).split())


def chapter(workspace: Workspace, body: str, path: str = "docs/x.md") -> str:
    """Return a page of our Markdown as a chapter."""
    found, problems = parse(path, f"---\ntitle: x\n---\n{body}")
    assert found is not None
    assert not problems
    return chapters.html(workspace, [found])


def test_every_chapter_is_a_page_that_exists(whole: Document, source: str, workspace: Workspace) -> None:
    """In the order of the work; the list of contents names each. A practice is a part of its stage's chapter."""
    wanted = [chapters.anchor(address) for address in book.order(workspace.guidance)]
    practices = {chapters.anchor(workspace.guidance.entries[name].page) for name in workspace.guidance.practices}
    assert practices <= set(re.findall(r'<h2 id="([^"]+)">', source))
    assert re.findall(r'<h1 id="([^"]+)">', source) == wanted
    (contents,) = (block for block in whole.blocks if isinstance(block, Contents))
    assert [each.anchor for each in contents.chapters] == wanted
    assert [each.text for each in contents.chapters] == [words(h) for h in re.findall(r"<h1.*?</h1>", source)]


def test_pages_are_read_as_the_site_reads_them(root: Path) -> None:
    """The same extensions of Markdown, with the same settings; and macros that are there."""
    config = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    given = {name: options for each in config["markdown_extensions"]
             for name, options in (each.items() if isinstance(each, dict) else [(each, None)])}  # fmt: skip
    assert {*chapters.EXTENSIONS, "accord_marks"} == set(given)
    assert {name: options for name, options in given.items() if options and name != "accord_marks"} == chapters.CONFIGS
    assert set(MACROS) >= chapters.LEFT_OUT


def test_the_book_holds_all_that_the_data_holds(source: str, page: str, workspace: Workspace) -> None:
    """Every practice, term, source and role has its place, and every practice its words."""
    g = workspace.guidance
    places = {name.partition("--")[2] for name in re.findall(r'id="([^"]+)"', source)}
    assert {*g.practices, *(t.id for t in g.terms), *(s.id for s in g.sources), *(r.id for r in g.roles)} <= places
    shown = words(page)
    plain = re.compile(r"\[\[[^\]|]+\|?([^\]]*)\]\]")
    for practice in g.practices.values():
        assert plain.split(practice.steps[0])[0].strip() in shown, practice.id
    assert [each.id for each in g.sources if each.url and f"({each.url})" not in shown] == []


def test_what_only_a_screen_can_do_is_left_out(page: str, source: str) -> None:
    """No script, form, picture, button or menu; no link to edit; no mark or template is left."""
    assert re.findall(r"<(?:script|form|input|button|img|svg|nav (?!class=\"contents\"|class=\"screen\"))", page) == []
    assert re.findall(r"Edit these words|data-[a-z-]+=|style=|class=\"md-", source) == []
    assert re.findall(r"\[\[|\]\]|\{\{|\]\(|\*\*|\{ #|<!--held", source) == []
    levels = [0, *map(int, re.findall(r"<h(\d)", source))]
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []  # WCAG 2.2, 1.3.1


def test_links_lead_to_places_in_the_book(page: str) -> None:
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    within = set(re.findall(r'href="#([^"]+)"', page))
    assert within
    assert within <= set(names)
    assert [link for link in re.findall(r'href="([^"]+)"', page) if not link.startswith(("#", "https://"))] == []


def test_the_book_says_what_it_is(whole: Document, workspace: Workspace) -> None:
    note = whole.blocks[0]
    assert isinstance(note, Note)
    shown = " ".join(map(said, note.paragraphs))
    g = workspace.guidance
    for wanted in (f"Guidance version {g.release.name}", f"project’s contributors ({whole.date[:4]}).", LICENCE):
        assert wanted in shown
    assert whole.date == (g.release.released or g.register.as_of.isoformat())


def test_a_site_with_an_address_is_linked(workspace: Workspace) -> None:
    """What is not in the book is found on the site; a page beside another, a page from the root, and a macro's link."""
    g = workspace.guidance
    role = g.roles[0].id
    found = dataclasses.replace(
        workspace, guidance=dataclasses.replace(g, site=dataclasses.replace(g.site, address="https://x.example"))
    )
    made_of = chapter(found, f"# A {{ #top }}\n\n[a](../law/index.md#x) [b](#here) [[{role}]]\n", "docs/families/x.md")
    assert re.findall('href="([^"]*)"', made_of) == [
        "https://x.example/law/#x", "#page-families-x--here", f"https://x.example/{g.entries[role].address}",
    ]  # fmt: skip
    assert 'href="' not in chapter(workspace, "# A\n\n[a](law/index.md) [b](http://x.example/)\n")


def test_markdown_becomes_a_chapter(workspace: Workspace) -> None:
    """A page is a chapter, a section of pictures is left out, and a place stands where its words begin."""
    made_of = chapter(
        workspace,
        "# A title { #top }\n\nOn this page, this page: x*y & <b>\n\n!!! must \"Must\"\n    In a\n    box.\n\n"
        "## Gone\n\nc\n\n{{ documents(\"x\") }}\n\n## Stays { #stays }\n\n| What | Which |\n| --- | --- |\n| a | b |\n",
    )  # fmt: skip
    assert made_of.startswith('<h1 id="page-x">A title</h1>\n<p>In this chapter, this chapter: x*y &amp; ')
    assert '<div class="admonition"><p>Must</p>\n<p>In a\nbox.</p>\n</div>' in re.sub(r">\n<p>M", "><p>M", made_of)
    assert "Gone" not in made_of
    assert '<h2 id="page-x--stays">Stays</h2>' in made_of
    assert "<th>Which</th>" in made_of
    assert "this page" in chapter(workspace, "# A\n\nOf this page\n", "docs/sources/index.md")


def test_a_box_is_a_box() -> None:
    """Its title first, and the items of a list in it as paragraphs."""
    box = '<div class="admonition"><p>Must</p><p>Two:</p><ul><li>one</li><li>two</li></ul></div>'
    (node,) = made.read_tree(box)
    lines = made.boxed(node)
    assert lines is not None
    assert ["".join(inner.get("c", " ") for inner in line["c"]) for line in lines] == ["Must", "Two:", "• one", "• two"]
    assert '<div class="note">' in html.alone(document("x", blocks=(Html(f'<h1 id="page-x">A</h1>{box}'),)))


def test_the_pdf_is_tagged_with_a_list_of_contents(short: Document) -> None:
    reader = PdfReader(io.BytesIO(of("pdf", short)))
    catalog: Any = reader.trailer["/Root"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in catalog["/Metadata"].get_data().decode()
    (contents,) = (block for block in short.blocks if isinstance(block, Contents))
    outline = [item.title for item in reader.outline if not isinstance(item, list)]
    assert {each.text for each in contents.chapters} <= set(outline)
    assert contents.chapters[0].text in reader.pages[1].extract_text()


def test_the_epub_leads_to_each_place_once_and_in_order(short: Document) -> None:
    """A file for each chapter; no id twice; links within lead somewhere; the contents are in the order of the text."""
    raw = of("epub", short)
    pages = {name: tree for name, tree in trees(raw).items() if name.endswith(".xhtml")}
    (contents,) = (block for block in short.blocks if isinstance(block, Contents))
    assert len([name for name in pages if re.search(r"/ch\d+\.xhtml$", name)]) >= len(contents.chapters)
    assert all(each.text in text(pages["EPUB/nav.xhtml"]) for each in contents.chapters)
    ids = [(name, each.get("id")) for name, tree in sorted(pages.items()) for each in tree.iter() if each.get("id")]
    texts = [place for place in ids if place[0].startswith("EPUB/text/")]
    assert len({identifier for _, identifier in texts}) == len(texts)

    def targets(name: str) -> list[tuple[str, str | None]]:
        links = (link.get("href", "") for link in pages[name].iter("{http://www.w3.org/1999/xhtml}a"))
        inner = (link.partition("#") for link in links if link and "://" not in link)
        return [(posixpath.normpath(f"{posixpath.dirname(name)}/{file}") if file else name, i) for file, _, i in inner]

    assert [target for name in pages for target in targets(name) if target[1] and target not in ids] == []
    listed = [target for target in targets("EPUB/nav.xhtml") if target in texts]
    assert listed == sorted(listed, key=texts.index) != []


def test_word_and_open_document_know_every_style_and_place(short: Document) -> None:
    found = trees(of("docx", short))
    body = found["word/document.xml"]
    marks = {mark.get(f"{WORD}name") for mark in body.iter(f"{WORD}bookmarkStart")}
    inner = {link.get(f"{WORD}anchor") for link in body.iter(f"{WORD}hyperlink")} - {None}
    assert inner
    assert inner <= marks
    used = {style.get(f"{WORD}val") for style in body.iter(f"{WORD}pStyle")}
    assert used <= {style.get(f"{WORD}styleId") for style in found["word/styles.xml"].iter(f"{WORD}style")}
    odt = {name: raw.decode() for name, raw in parts(of("odt", short)).items()}
    defined = set(re.findall(r'style:name="([^"]+)"', odt["content.xml"] + odt["styles.xml"]))
    assert set(re.findall(r'(?:text|table):style-name="([^"]+)"', odt["content.xml"])) <= defined


def test_there_is_no_book_without_pages(workspace: Workspace) -> None:
    assert [t.name for t in shelf.titles(workspace.guidance) if t.name == book.NAME] == []
    assert [t.name for t in shelf.titles(workspace.guidance, workspace)][-1] == book.NAME
