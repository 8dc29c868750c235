"""A text of the Commitment as HTML: its words and nothing else, encoded, with bold and italic as written."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from markupsafe import Markup

from accord.commitment.text import Block, Clause, Text
from accord.pages.encode import spaced

# Spans hold no other span (commitment/marks.py).
MARKS = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*")
LISTS = {"bullet": "ul", "number": "ol"}
Notes = Callable[[Clause], Markup]


def text_html(text: Text, notes: Notes | None = None) -> Markup:
    """Return the text, one element a line. Its first heading is an h2: the page has an h1 of its own.

    `notes` gives what stands beside a clause. It says itself that it is not part of what is signed.
    """
    return Markup("\n").join(_elements(text, notes))


def inline(words: str) -> Markup:
    """Return a block's words, its bold and italic marks turned into elements and all else encoded."""
    parts: list[Markup] = []
    end = 0
    for mark in MARKS.finditer(words):
        name = mark.lastgroup or ""
        parts += [spaced(words[end : mark.start()]), Markup(f"<{name}>"), spaced(mark[name]), Markup(f"</{name}>")]  # noqa: S704  strong or em
        end = mark.end()
    return Markup("").join([*parts, spaced(words[end:])])


def sections(text: Text) -> list[tuple[str, str]]:
    """Return the anchor and the words of each heading of the second level."""
    return [(_anchor(text, block), block.words) for block in text.blocks if block.level == 2]


def places(text: Text) -> dict[str, str]:
    """Return the anchor of the section that each clause stands in, by the clause's id."""
    found, anchor = {}, ""
    for block in text.blocks:
        if block.level == 2:
            anchor = _anchor(text, block)
        if block.clause:
            found[block.clause] = anchor
    return found


def plain(words: str) -> str:
    """Return a block's words without the marks of bold and italic."""
    return MARKS.sub(lambda mark: mark[mark.lastgroup or 0], words)


def _elements(text: Text, notes: Notes | None) -> Iterator[Markup]:
    for kind, group in groupby(text.blocks, key=lambda block: block.kind):
        if kind in LISTS:
            items = Markup("").join(Markup("<li>{}</li>").format(inline(block.words)) for block in group)
            yield Markup(f"<{LISTS[kind]}>{items}</{LISTS[kind]}>")  # noqa: S704  ul or ol, and encoded items
            continue
        for block in group:
            yield _heading(text, block) if kind == "heading" else _paragraph(block, text, notes)


def _heading(text: Text, block: Block) -> Markup:
    name = f"h{block.level + 1}"
    return Markup(f'<{name} id="{_anchor(text, block)}">{inline(block.words)}</{name}>')  # noqa: S704  encoded by inline


def _anchor(text: Text, block: Block) -> str:
    """Return a heading's anchor. It starts with `text-`, so that it never meets an id of the guidance."""
    slug = re.sub("[^a-z0-9]+", "-", block.words.lower()).strip("-")
    alone = sum(other.kind == "heading" and other.words == block.words for other in text.blocks) == 1
    return f"text-{slug}" if slug and alone else f"text-{slug or 'part'}-{block.line}"


def _paragraph(block: Block, text: Text, notes: Notes | None) -> Markup:
    if not block.clause:
        return Markup("<p>{}</p>").format(inline(block.words))
    words = Markup('<p class="clause__words" id="{}">{}</p>').format(block.clause, inline(block.words))
    beside = notes(text.by_id[block.clause]) if notes else Markup("")
    return Markup('<div class="clause">{}\n{}</div>').format(words, beside)
