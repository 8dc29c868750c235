"""Finished HTML of our own pages in a document: pandoc reads it, and gives each format the same tree.

pandoc reads it in its sandbox. What it read is looked over: a tree of ours names no picture and holds nothing raw.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from accord.paper import tools

Node = dict[str, Any]
API = [1, 23, 1, 1]
ANCHOR = re.compile(r"[a-z0-9-]+")  # an id that no format could read as more
BOX = "admonition"  # the class of a box, in HTML and in the tree
REFUSED = {"Image", "RawBlock", "RawInline"}


@lru_cache(maxsize=4)
def _read(html: str) -> str:
    return tools.pandoc(html.encode(), "html", "json", ("--sandbox",)).decode()


def read_tree(html: str) -> list[Node]:
    """Return what pandoc reads in HTML. A link to a place that the tree does not have leads to that place's chapter.

    The anchor of a place is that of its chapter, two hyphens and its own id.

    Raises ValueError: it holds a picture, or something raw. Raises Failed: pandoc refused.
    """
    blocks: list[Node] = json.loads(_read(html))["blocks"]
    nodes = list(_nodes(blocks))
    if found := {node["t"] for node in nodes} & REFUSED:
        raise ValueError(f"{sorted(found)} in a page that becomes a document")
    anchors = {_attributes(node)[0] for node in nodes if node["t"] in ("Header", "Div", "Span")}
    for node in nodes:
        if node["t"] == "Link" and (target := node["c"][2])[0].startswith("#") and target[0][1:] not in anchors:
            target[0] = target[0].partition("--")[0]
    return blocks


def html(source: str) -> str:
    """Return the page again as plain HTML, below a title of its own: each heading is one level lower."""
    blocks = read_tree(source)
    for node in _nodes(blocks):
        if node["t"] == "Header":
            node["c"][0] += 1
        elif node["t"] == "Div" and BOX in node["c"][0][1]:
            node["c"][0][1] = ["note"]
    parted = [part for block in blocks for part in (*(_parting(block)), block)]
    return _written(parted, "html")


def typst(source: str) -> str:
    """Return the page as Typst's markup. Its words are escaped by pandoc."""
    blocks = read_tree(source)
    for node in _nodes(blocks):
        if node["t"] == "Div" and BOX in node["c"][0][1]:
            node["c"][0][2] = [["typst:stroke", "0.6pt"], ["typst:inset", "3.5mm"], ["typst:width", "100%"]]
        elif node["t"] == "Span" and ANCHOR.fullmatch(name := _attributes(node)[0]):
            # A label alone would need a word before it.
            place = {"t": "RawInline", "c": ["typst", f"#metadata(none)<{name}>"]}
            node["c"] = [["", [], []], [place, *node["c"][1]]]
    return _written(blocks, "typst")


def boxed(node: Node) -> list[Node] | None:
    """Return the paragraphs of a box, its title first, or None where a node is no box. A list is paragraphs too."""
    if node["t"] != "Div" or BOX not in node["c"][0][1]:
        return None
    bullet = [{"t": "Str", "c": "•"}, {"t": "Space"}]
    lines: list[Node] = []
    for inner in node["c"][1]:
        items = inner["c"] if inner["t"] == "BulletList" else []
        lines += [{"t": "Para", "c": [*bullet, *item[0]["c"]]} for item in items] or [inner]
    return lines


def _parting(block: Node) -> list[Node]:
    first = block["t"] == "Header" and block["c"][0] == 2
    return [{"t": "Div", "c": [["", ["page"], []], []]}] if first else []


def _attributes(node: Node) -> list[Any]:
    attributes: list[Any] = node["c"][1] if node["t"] == "Header" else node["c"][0]
    return attributes


def _nodes(value: Any) -> Iterator[Node]:
    """Yield every node of a tree, each before what it holds."""
    if isinstance(value, dict):
        if "t" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _nodes(inner)


def _written(blocks: list[Node], form: str) -> str:
    whole = {"pandoc-api-version": API, "meta": {}, "blocks": blocks}
    return tools.pandoc(json.dumps(whole).encode(), "json", form, ("--wrap=none",)).decode()
