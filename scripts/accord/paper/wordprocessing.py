"""Tables as WordprocessingML (ISO/IEC 29500-1, 17.4): rows that stay whole, header rows that repeat, tall blanks.

Lists of contents too, with the page of each chapter, which Word works out when it opens the file.

Built as a tree of elements and then written, so that no value can close an element or open one. The styles it names
stand in templates/word-styles.xml. pandoc's own tables can set neither the height of a row nor keep it on one page.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

from accord.paper.blocks import FORM_WIDTHS, Blank, Contents, Form, Heading, Run, Runs, Table, typed

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAGE = 9638  # the width between the margins of templates/word-page.xml, in twentieths of a point
ADDRESS = re.compile(r"https://[^\s\"\\{}]+")  # one that can stand in a field (17.16.5.25)
LINE = 510  # the height of a line to write on: 9 mm
Xml.register_namespace("w", NAMESPACE)


def table(block: Table | Form) -> str:
    """Return a table or a form as one element."""
    widths = FORM_WIDTHS if isinstance(block, Form) else block.widths
    top = _put(Xml.Element(_name("tbl")), "tblPr")
    _put(top[0], "tblStyle", val="Grid")
    _put(top[0], "tblW", w=str(PAGE), type="dxa")
    _put(top[0], "tblLayout", type="fixed")
    _put(top[0], "tblLook", val="0020" if isinstance(block, Table) else "0000")
    _put(top[0], "tblCaption", val=typed(block.caption))
    grid = _put(top, "tblGrid")[-1]
    for width in widths:
        _put(grid, "gridCol", w=str(PAGE * width // 100))
    if isinstance(block, Form):
        for blank in block.blanks:
            _field(top, blank, widths)
    else:
        _head(top, block)
        for cells in block.rows:
            row = _row(top, 0 if all(cells) else block.tall)
            for runs, width in zip(cells, widths, strict=True):
                _paragraph(_cell(row, width), "Cell", runs)
    if block.whole:
        for row in top.findall(_name("tr"))[:-1]:
            for marks in row.iter(_name("pPr")):
                _put(marks, "keepNext")
    return Xml.tostring(top, encoding="unicode")


def contents(block: Contents) -> str:
    """Return the lines of a list of contents: each a link to its chapter, and the chapter's page (17.16.5.45)."""
    return "".join(Xml.tostring(_entry(chapter), encoding="unicode") for chapter in block.chapters)


def _entry(chapter: Heading) -> Xml.Element:
    line = Xml.Element(_name("p"))
    _put(_put(line, "pPr")[-1], "pStyle", val="TOC1")
    link = _put(line, "hyperlink", anchor=chapter.anchor, history="1")[-1]
    _words(_put(link, "r")[-1], chapter.text)
    _put(_put(link, "r")[-1], "tab")
    _put(link, "fldSimple", instr=f" PAGEREF {chapter.anchor} \\h ", dirty="true")
    return line


def _head(top: Xml.Element, block: Table) -> None:
    row = _row(top, 0)
    _put(row[0], "tblHeader")
    for words, width in zip(block.head, block.widths, strict=True):
        _paragraph(_cell(row, width), "TableHead", (Run(words),))


def _field(top: Xml.Element, blank: Blank, widths: tuple[int, ...]) -> None:
    """Add a label with its place beside it; a place that is tall takes the whole width, below its label."""
    row = _row(top, blank.lines + blank.wide)
    label = _cell(row, sum(widths) if blank.wide else widths[0], len(widths) if blank.wide else 1)
    _paragraph(label, "FieldLabel", (Run(blank.label),))
    if blank.hint:
        _paragraph(label, "Hint", (Run(blank.hint),))
    _paragraph(label if blank.wide else _cell(row, widths[1]), "Cell", blank.words)


def _row(top: Xml.Element, lines: int) -> Xml.Element:
    row = _put(top, "tr")[-1]
    marks = _put(row, "trPr")[-1]
    _put(marks, "cantSplit")
    if lines:
        _put(marks, "trHeight", val=str(LINE * lines), hRule="atLeast")
    return row


def _cell(row: Xml.Element, width: int, columns: int = 1) -> Xml.Element:
    cell = _put(row, "tc")[-1]
    marks = _put(cell, "tcPr")[-1]
    _put(marks, "tcW", w=str(PAGE * width // 100), type="dxa")
    if columns > 1:
        _put(marks, "gridSpan", val=str(columns))
    return cell


def _paragraph(cell: Xml.Element, style: str, runs: Runs) -> None:
    line = _put(cell, "p")[-1]
    _put(_put(line, "pPr")[-1], "pStyle", val=style)
    for run in runs:
        _run(_link(line, run.link), run)


def _link(line: Xml.Element, link: str) -> Xml.Element:
    """Return what holds a run: the line, or a link in it. An address that could end its field stays words."""
    if link.startswith("#"):
        return _put(line, "hyperlink", anchor=link[1:], history="1")[-1]
    if ADDRESS.fullmatch(link):
        return _put(line, "fldSimple", instr=f' HYPERLINK "{link}" ')[-1]
    return line


def _run(holder: Xml.Element, run: Run) -> None:
    piece = _put(holder, "r")[-1]
    linked = holder.tag != _name("p")
    style = "Prompt" if run.prompt else "VerbatimChar" if run.code else "Hyperlink" if linked else ""
    if style or run.bold or run.italic:
        marks = _put(piece, "rPr")[-1]
        if style:
            _put(marks, "rStyle", val=style)
        for name, wanted in (("b", run.bold), ("i", run.italic)):
            if wanted:
                _put(marks, name)
    _words(piece, run.text)


def _words(piece: Xml.Element, text: str) -> None:
    words = _put(piece, "t")[-1]
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    words.text = typed(text)


def _put(parent: Xml.Element, name: str, **values: str) -> Xml.Element:
    """Add an element with attributes of the same namespace, and return the parent."""
    Xml.SubElement(parent, _name(name), {_name(key): value for key, value in values.items()})
    return parent


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
