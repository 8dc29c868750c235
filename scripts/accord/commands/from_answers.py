"""What `accord export --answers FILE --as NAME` does: one file of answers as a document to check and hand on."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from accord.answers import book as answer_book
from accord.answers.pages import from_answers
from accord.files import atomic
from accord.files.disk import Disk
from accord.files.problem import CalledWrongly, counted, listed, shown, visible
from accord.files.schema import load
from accord.guidance.guidance import Guidance
from accord.guidance.known import known
from accord.paper import html
from accord.paper.blocks import Document
from accord.paper.formats import recipe
from accord.paper.tools import Failed
from accord.project.ids import nearest

ENDINGS = ("html", "docx", "odt", "pdf")


def run(options: argparse.Namespace, g: Guidance) -> int:
    """Judge the file, then write a document in each format asked for. Return 1 where the file has problems.

    No copy is kept in the cache of documents: what a file of answers says is not the project's to keep.
    """
    layouts = {layout.name: layout for layout in g.layouts}
    endings = [word.strip().lower() for word in options.format.split(",") if word.strip()] or list(ENDINGS)
    if wrong := _wrong(options, layouts, endings):
        raise CalledWrongly(wrong)
    path: Path = options.answers
    opened = answer_book.Book(load(Disk(options.root)), known(g)).opened(str(path), path)
    for problem in (*opened.problems, *opened.notes):
        print(problem)
    if opened.answers is None:
        print(f"No document was made: {counted(len(opened.problems), 'problem')}.")
        return 1
    document = from_answers.document(g, layouts[options.layout], opened.answers)
    try:
        files = [(f"{path.stem}-{options.layout}.{ending}", _made(document, ending)) for ending in endings]
    except Failed as error:
        raise CalledWrongly(f"a document could not be made. {error}") from None
    for name, raw in files:
        atomic.write_over(options.out / name, raw)
        print(visible(str(options.out / name)))
    return 0


def _made(document: Document, ending: str) -> bytes:
    return html.alone(document).encode() if ending == "html" else recipe(document, ending).make()


def _wrong(options: argparse.Namespace, layouts: Iterable[str], endings: Iterable[str]) -> str:
    """Return what is wrong with the call and how to mend it, or an empty string."""
    if options.name is not None:
        return f"--answers makes its own document. Leave out {shown(options.name)}, and choose one with --as."
    if options.layout not in layouts:
        near = nearest(options.layout, layouts)
        return f"{shown(options.layout)} can't be made from answers.{near} Write --as {listed(list(layouts), 'or')}."
    for ending in endings:
        if ending not in ENDINGS:
            return f"{shown(ending)} is no format here.{nearest(ending, ENDINGS)} Formats: {listed(ENDINGS)}."
    return ""
