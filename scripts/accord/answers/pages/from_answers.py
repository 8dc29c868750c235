"""A file of answers as a document: a layout of data/exports/ filled in, with what it could not fill.

Every text that a person typed becomes a run of words, in a paragraph, a list or a heading, and nothing else.
docs/assets/worksheet/export/ makes the same blocks in the browser.
"""

import hashlib
from collections.abc import Iterator

from accord.answers.answers import DECISION, PROJECT, Answers, encoded
from accord.answers.export_words import WORDS, told
from accord.answers.filling import filled, gaps, opened, says, silent
from accord.answers.pages import answer_blocks
from accord.answers.pages.answer_inserts import INSERTS, Made
from accord.files.days import iso_day
from accord.guidance import credit
from accord.guidance.guidance import Guidance
from accord.guidance.known import known
from accord.guidance.layout import Layout, LayoutField, LayoutSection
from accord.paper.blocks import Block, Document, Heading, Listing, Note, Paragraph, Run


def document(g: Guidance, layout: Layout, file: Answers) -> Document:
    """Return a layout filled in from one file of answers."""
    made = Made(layout, file, known(g))
    project = file.project.get("name", "")
    key = hashlib.sha256(f"{layout.name} {g.release.version}\n".encode() + encoded(file)).hexdigest()
    summary = g.plain(layout.summary)
    return Document(
        name=layout.name,
        title=told("title", title=layout.title, name=project) if project else layout.title,
        subject=summary,
        author=g.site.name,
        date=file.saved,
        identifier=f"urn:sha256:{key}",
        blocks=tuple(_blocks(g, made)),
        over=file.project.get("organisation", ""),
        summary=summary,
        foot=(told("draft", title=layout.title), _from(file)),
    )


def _blocks(g: Guidance, m: Made) -> Iterator[Block]:
    layout = m.layout
    yield _note(m)
    yield from (_paragraph(g.plain(text)) for text in layout.about)
    for section in layout.sections:
        yield from _section(g, m, section)
    if layout.fields:
        yield Heading(1, layout.gaps)
        yield from _gaps(g, m)
    if "open" not in {section.insert for section in layout.sections}:
        yield Heading(1, layout.open)
        yield from INSERTS["open"](m)
    if layout.basis:
        yield Heading(1, WORDS["basis"])
        yield credit.listing(credit.citations(g, layout.basis))


def _note(m: Made) -> Note:
    """Return the box at the top: a draft, of which day and which version, and how much of it is empty."""
    paragraphs = [WORDS["check"], _from(m.file)]
    release = m.known.release
    if m.file.guidance != release.version:
        version = release.version if release.released else told("preparation", version=release.version)
        paragraphs.append(told("older", version=version))
    if total := len(m.layout.fields):
        empty = len(gaps(m.layout, m.file, m.known))
        paragraphs.append(told("count", filled=total - empty, total=total, gaps=empty))
    paragraphs.append(told("opened", open=len(opened(m.layout, m.file, m.known))))
    return Note(WORDS["note"], tuple((Run(words),) for words in paragraphs))


def _section(g: Guidance, m: Made, section: LayoutSection) -> Iterator[Block]:
    yield Heading(1, section.heading)
    yield from (_paragraph(g.plain(text)) for text in section.text)
    for field in section.fields:
        yield from _field(g, m, field)
    if section.insert:
        yield from INSERTS[section.insert](m)


def _field(g: Guidance, m: Made, field: LayoutField) -> Iterator[Block]:
    yield Heading(2, field.label)
    if field.hint:
        yield Paragraph((Run(g.plain(field.hint)),), "small")
    yield from answer_blocks.values(PROJECT, m.file.project, field.project)
    yield from answer_blocks.values(DECISION, m.file.decision, field.decision)
    for name in field.answers:
        asked, answer = m.known.asked[name], m.file.answers.get(name)
        if answer and says(answer, asked.kind):
            yield from (answer_blocks.short if m.layout.plain else answer_blocks.answered)(asked, answer)
    if not filled(field, m.file, m.known):
        yield Paragraph((Run(m.layout.lead, prompt=True), Run(f" {g.plain(field.gap)}")))
    if (left := silent(field, m.file, m.known)) and not m.layout.plain:
        labels = "; ".join(asked.label for asked in left)
        yield Paragraph((Run(WORDS["unanswered"], bold=True), Run(labels)), "small")


def _gaps(g: Guidance, m: Made) -> Iterator[Block]:
    if found := gaps(m.layout, m.file, m.known):
        yield Listing(tuple((answer_blocks.headed(field.label), Run(g.plain(field.gap))) for field in found))
    else:
        yield _paragraph(WORDS["no-gaps"])


def _from(file: Answers) -> str:
    return told("made", day=iso_day(file.saved), version=file.guidance)


def _paragraph(words: str) -> Paragraph:
    return Paragraph((Run(words),))
