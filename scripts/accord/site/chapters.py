"""What a page of the site says of itself, as a chapter of the book says it: on paper a page is a sheet."""

from __future__ import annotations

import dataclasses
import re

from accord.paper.blocks import Block, Heading, Listing, Note, Paragraph, Run, Runs, Table

PAGE = re.compile(r"\b(?P<on>[Oo])n this page\b|\b(?P<which>[Tt]his) page\b")


def in_chapters(block: Block) -> Block:
    """Return a block in which "this page" is "this chapter"."""
    match block:
        case Heading():
            return dataclasses.replace(block, text=_words(block.text))
        case Paragraph():
            return dataclasses.replace(block, runs=_runs(block.runs))
        case Listing():
            return dataclasses.replace(block, items=tuple(_runs(runs) for runs in block.items))
        case Note():
            return dataclasses.replace(block, paragraphs=tuple(_runs(runs) for runs in block.paragraphs))
        case Table():
            return dataclasses.replace(block, rows=tuple(tuple(_runs(cell) for cell in row) for row in block.rows))
        case _:
            return block


def _runs(runs: Runs) -> Runs:
    return tuple(_run(run) for run in runs)


def _run(run: Run) -> Run:
    words = _words(run.text)
    return run if words == run.text else dataclasses.replace(run, text=words)


def _words(text: str) -> str:
    return PAGE.sub(_chapter, text) if " page" in text else text


def _chapter(found: re.Match[str]) -> str:
    if found["which"]:
        return f"{found['which']} chapter"
    return "In this chapter" if found["on"] == "O" else "in this chapter"
