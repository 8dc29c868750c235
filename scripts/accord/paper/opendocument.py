"""Tables as OpenDocument XML (ODF 1.3, part 3, chapter 9): with borders, column widths, header rows and tall blanks.

Built as a tree of elements and then written, so that no value can close an element or open one. The styles it names
stand in templates/odt-content.xml. pandoc's own tables have no borders there.
"""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from accord.paper.blocks import FORM_WIDTHS, Blank, Contents, Form, Heading, Run, Runs, Table, typed

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
STYLES = {(True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
LINK = "http://www.w3.org/1999/xlink"
for _prefix, _name in (("table", TABLE), ("text", TEXT), ("office", OFFICE), ("xlink", LINK)):
    Xml.register_namespace(_prefix, _name)


def table(block: Table | Form) -> str:
    """Return a table or a form as one element."""
    top = Xml.Element(f"{{{TABLE}}}table", {f"{{{TABLE}}}style-name": "Whole" if block.whole else "Grid"})
    for width in FORM_WIDTHS if isinstance(block, Form) else block.widths:
        Xml.SubElement(top, f"{{{TABLE}}}table-column", {f"{{{TABLE}}}style-name": f"Width{width}"})
    if isinstance(block, Form):
        for blank in block.blanks:
            _field(top, blank)
    else:
        heads = _row(Xml.SubElement(top, f"{{{TABLE}}}table-header-rows"), 0)
        for words in block.head:
            _paragraph(_cell(heads, "HeadCell"), "TableHead", (Run(words),))
        for cells in block.rows:
            row = _row(top, 0 if all(cells) else block.tall)
            for runs in cells:
                _paragraph(_cell(row, "Cell"), "Cell", runs)
    return Xml.tostring(top, encoding="unicode")


def contents(block: Contents) -> str:
    """Return the lines of a list of contents: each a link to its chapter, and the chapter's page (19.797)."""
    return "".join(Xml.tostring(_entry(chapter), encoding="unicode") for chapter in block.chapters)


def _entry(chapter: Heading) -> Xml.Element:
    line = Xml.Element(f"{{{TEXT}}}p", {f"{{{TEXT}}}style-name": "Contents"})
    link = _link(line, f"#{chapter.anchor}")
    for state in ("style-name", "visited-style-name"):
        link.set(f"{{{TEXT}}}{state}", "ContentsLink")  # or the dots would be underlined
    link.text = typed(chapter.text)
    Xml.SubElement(link, f"{{{TEXT}}}tab")
    marks = {f"{{{TEXT}}}reference-format": "page", f"{{{TEXT}}}ref-name": chapter.anchor}
    Xml.SubElement(link, f"{{{TEXT}}}bookmark-ref", marks)
    return line


def _field(top: Xml.Element, blank: Blank) -> None:
    """Add a label with its place beside it; a place that is tall takes the whole width, below its label."""
    row = _row(top, blank.lines + blank.wide)
    label = _cell(row, "Cell")
    _paragraph(label, "FieldLabel", (Run(blank.label),))
    if blank.hint:
        _paragraph(label, "Hint", (Run(blank.hint),))
    if blank.wide:
        label.set(f"{{{TABLE}}}number-columns-spanned", "2")
        Xml.SubElement(row, f"{{{TABLE}}}covered-table-cell")
    _paragraph(label if blank.wide else _cell(row, "Cell"), "Cell", blank.words)


def _row(parent: Xml.Element, lines: int) -> Xml.Element:
    return Xml.SubElement(parent, f"{{{TABLE}}}table-row", {f"{{{TABLE}}}style-name": f"Row{lines}"})


def _cell(row: Xml.Element, style: str) -> Xml.Element:
    marks = {f"{{{TABLE}}}style-name": style, f"{{{OFFICE}}}value-type": "string"}
    return Xml.SubElement(row, f"{{{TABLE}}}table-cell", marks)


def _paragraph(cell: Xml.Element, style: str, runs: Runs) -> None:
    line = Xml.SubElement(cell, f"{{{TEXT}}}p", {f"{{{TEXT}}}style-name": style})
    for run in runs:
        span = Xml.SubElement(_link(line, run.link) if run.link else line, f"{{{TEXT}}}span")
        span.text = typed(run.text)
        name = "Prompt" if run.prompt else "Source_Text" if run.code else STYLES.get((run.bold, run.italic))
        name = name or ("Internet_20_link" if run.link else "")
        if name:
            span.set(f"{{{TEXT}}}style-name", name)


def _link(line: Xml.Element, link: str) -> Xml.Element:
    return Xml.SubElement(line, f"{{{TEXT}}}a", {f"{{{LINK}}}type": "simple", f"{{{LINK}}}href": link})
