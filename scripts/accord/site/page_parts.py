"""What a page's Markdown becomes beyond the plain: tables whose cells know their heads, and folded sections."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

HEADED = "headed"  # the heading stays one, so that a search and the list of headings lead to it
FOLD = "fold"  # written behind a heading: `## What studies found { #what-studies-found .fold }`
HEADING = re.compile(r"h[1-6]")
# After the words of heads and headings are made (20), and attributes read (8); before headings are listed (5).
PRIORITY = 6


def extend(md: Markdown) -> None:
    """Have both done on every page."""
    md.treeprocessors.register(_Heads(md), "accord_heads", PRIORITY)
    md.treeprocessors.register(_Folds(md), "accord_folds", PRIORITY)


class _Heads(Treeprocessor):
    """Writes `data-label`, as tables that are made from data have it: on a phone a row is a list that shows it."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            heads = [" ".join("".join(head.itertext()).split()) for head in table.iterfind("thead/tr/th")]
            for row in table.iterfind("tbody/tr"):
                for cell, head in zip(row.iterfind("td"), heads, strict=False):
                    if head:
                        cell.set("data-label", head)


class _Folds(Treeprocessor):
    """Puts a section whose heading says `.fold` into a part that opens, up to the next heading that is as high."""

    def run(self, root: Element) -> None:
        fold: Element | None = None
        level = ""
        for element in list(root):
            if HEADING.fullmatch(element.tag) and (fold is None or element.tag <= level):
                level = element.tag
                fold = self._open(root, element) if element.get("class") == FOLD else None
            elif fold is not None:
                root.remove(element)
                fold.append(element)

    def _open(self, root: Element, heading: Element) -> Element:
        place = list(root).index(heading)
        root.remove(heading)
        fold = Element("details")
        root.insert(place, fold)
        SubElement(fold, "summary", {"class": HEADED}).append(heading)
        del heading.attrib["class"]
        return fold
