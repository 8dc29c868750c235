"""A document as the JSON that pandoc reads: its own tree of nodes, so that no text is ever parsed as markup.

The form is that of pandoc-types 1.23 (https://hackage.haskell.org/package/pandoc-types). A tree names no picture and
no file. The few pieces of a format's own XML are constants.
"""

import json
from collections.abc import Iterable
from typing import Any

from accord.paper.blocks import (
    FORM_WIDTHS,
    Blank,
    Block,
    Document,
    Form,
    Heading,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
    typed,
)

Node = dict[str, Any]
API = [1, 23, 1, 1]
# A page starts with a line that is too low to be seen. A line that only held a break could leave a page empty.
LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
BREAK = f"<w:p><w:pPr><w:pageBreakBefore/>{LOW}</w:pPr></w:p>"
GAP = (  # below a table or a box
    '<w:p><w:pPr><w:spacing w:before="0" w:after="140" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)
# Names of the paragraph styles in styles.xml of Word and of OpenDocument.
STYLES = {"lead": "Lead", "clause": "Clause", "small": "Small"}


def dump(document: Document, form: str) -> bytes:
    """Return a document as pandoc's JSON for the output format `form`: docx or odt."""
    meta = {
        "title": _words(document.called),
        "head": _words(document.title),
        "lang": _words(document.language),
        "subject": _words(document.subject),
        "author": {"t": "MetaList", "c": [_words(document.author)]},
        "date": _words(document.date),
        "identifier": _words(document.identifier),
        "description": _words(document.subject),
    }
    if document.over:
        meta["over"] = _words(document.over)
    blocks = [*_top(document, form), *_blocks(document.blocks, form)]
    tree = {"pandoc-api-version": API, "meta": meta, "blocks": blocks}
    return json.dumps(tree, ensure_ascii=False, sort_keys=True).encode()


def _top(document: Document, form: str) -> list[Node]:
    """Return what stands above the first heading. The title is metadata, which each format places by itself."""
    notice = _block(Note("Notice", ((Run(document.notice),),)), form) if document.notice else []
    lead = [_styled("Lead", [_para(_inlines(document.summary))])] if document.summary else []
    return [*notice, *lead]


def _blocks(blocks: Iterable[Block], form: str) -> list[Node]:
    return [node for block in blocks for node in _block(block, form)]


def _block(block: Block, form: str) -> list[Node]:
    match block:
        case Heading(level, text):
            return [{"t": "Header", "c": [level, ["", [], []], _inlines(text)]}]
        case Paragraph(runs, look):
            para = _para(_runs(runs))
            style = "LeadIn" if block.heads else STYLES.get(look)
            return [_styled(style, [para]) if style else para]
        case Listing():
            return [_listing(block)]
        case Note():
            return _note(block, form)
        case PageBreak():
            return _page_break(form)
        case Table():
            return [_table(block), *_gap(form)]
        case Form():
            return [_form(block, form), *_gap(form)]
    raise TypeError(block)


def _note(block: Note, form: str) -> list[Node]:
    """Return a box. Its last paragraph alone lets go of the next, so that a box is on one page."""
    head = _styled("NoteTitle", [_para(_inlines(block.title))])
    lines = [_para(_runs(runs)) for runs in block.paragraphs]
    body = [_styled("Note", [line]) for line in lines[:-1]] + [_styled("NoteEnd", [line]) for line in lines[-1:]]
    return [head, *body, *_gap(form)]


def _page_break(form: str) -> list[Node]:
    return [_raw("openxml", BREAK)] if form == "docx" else [_styled("PageBreak", [_para([])])]


def _gap(form: str) -> list[Node]:
    """Return what parts a box or a table from the next, which would grow into it."""
    return [_raw("openxml", GAP)] if form == "docx" else [_styled("Gap", [_para([])])]


def _listing(block: Listing) -> Node:
    items = [[{"t": "Plain", "c": _runs(runs)}] for runs in block.items]
    if block.numbered:
        return {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], items]}
    return {"t": "BulletList", "c": items}


def _table(table: Table) -> Node:
    head = [[_cell([_styled("TableHead", [_para(_inlines(words))])]) for words in table.head]]
    kept = len(table.rows) - 1 if table.whole else 0  # rows that stay with the next, by their words
    styles = ["Kept"] * kept + ["Cell"] * (len(table.rows) - kept)
    rows = [
        [_cell(_filled(runs, table.tall, style)) for runs in row] for row, style in zip(table.rows, styles, strict=True)
    ]
    return _grid(table.caption, table.widths, head, rows, 0)


def _form(form: Form, ending: str) -> Node:
    rows = [_field(blank, ending) for blank in form.blanks]
    return _grid(form.caption, FORM_WIDTHS, [], rows, 1)


def _field(blank: Blank, ending: str) -> list[list[Any]]:
    """Return a label and its place. In Word a place that is tall takes the whole width, below its label."""
    label = [_styled("FieldLabel", [_para(_inlines(blank.label))])]
    label += [_styled("Hint", [_para(_inlines(blank.hint))])] if blank.hint else []
    place = _filled(blank.words, blank.lines)
    if blank.wide and ending == "docx":
        return [_cell([*label, *place], columns=2)]
    return [_cell(label), _cell(place)]


def _filled(runs: Runs, lines: int, style: str = "Cell") -> list[Node]:
    """Return what a cell holds: its words, or one empty paragraph that leaves room for so many lines."""
    return [_styled(style, [_para(_runs(runs))])] if runs else [_styled(f"Blank{lines}", [_para([])])]


def _cell(blocks: list[Node], columns: int = 1) -> list[Any]:
    return [["", [], []], {"t": "AlignDefault"}, 1, columns, blocks]


def _row(cells: list[list[Any]]) -> list[Any]:
    return [["", [], []], cells]


def _grid(caption: str, widths: tuple[int, ...], head: list[list[Any]], rows: list[list[Any]], labels: int) -> Node:
    """Return a table. The first `labels` columns head their rows."""
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": width / 100}] for width in widths]
    attributes = ["", [], [["custom-style", "Grid"]]]
    body = [["", [], []], labels, [], [_row(row) for row in rows]]
    heads = [["", [], []], [_row(row) for row in head]]
    told = [None, [{"t": "Plain", "c": _inlines(caption)}]]
    return {"t": "Table", "c": [attributes, told, columns, heads, [body], [["", [], []], []]]}


def _styled(name: str, blocks: list[Node]) -> Node:
    """Return blocks in a style of Word's and OpenDocument's."""
    attributes = ["", [name.lower()], [["custom-style", name]]]
    return {"t": "Div", "c": [attributes, blocks]}


def _raw(form: str, text: str) -> Node:
    return {"t": "RawBlock", "c": [form, text]}


def _para(inlines: list[Node]) -> Node:
    return {"t": "Para", "c": inlines}


def _words(text: str) -> Node:
    return {"t": "MetaInlines", "c": _inlines(text)}


def _inlines(text: str) -> list[Node]:
    """Return words as nodes with spaces between them."""
    nodes: list[Node] = []
    for word in typed(text).split():
        nodes += [{"t": "Space"}, {"t": "Str", "c": word}]
    return nodes[1:]


def _runs(runs: Runs) -> list[Node]:
    nodes: list[Node] = []
    for run in runs:
        left = [{"t": "Space"}] if run.text[:1].isspace() else []
        right = [{"t": "Space"}] if run.text.strip() and run.text[-1:].isspace() else []
        inner = [{"t": "Code", "c": [["", [], []], typed(run.text).strip()]}] if run.code else _inlines(run.text)
        if run.bold:
            inner = [{"t": "Strong", "c": inner}]
        if run.italic:
            inner = [{"t": "Emph", "c": inner}]
        if run.prompt:
            inner = [{"t": "Span", "c": [["", ["prompt"], [["custom-style", "Prompt"]]], inner]}]
        if run.link:
            inner = [{"t": "Link", "c": [["", [], []], inner, [run.link, ""]]}]
        nodes += [*left, *inner, *right] if inner else left
    return nodes
