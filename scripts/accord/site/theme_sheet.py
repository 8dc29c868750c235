"""The theme's style sheet without the rules that no page of ours can need: they were most of what a first visit loads.

A rule goes where its selector asks for a class, or for an attribute `data-…`, that nothing here names: no page that
MkDocs made, no template, no script. What stands in brackets, as in `:not(.x)`, asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

PREFIX = "assets/stylesheets/main."  # then a digest and ".min.css": the name changes with the theme
# Where names come from besides the pages: what writes the pages of the register, and what changes pages in the browser.
WRITERS = ("overrides/**/*.html", "scripts/accord/**/templates/**/*.html", "docs/assets/**/*.js")
# They begin with plain letters, which Python looks for ten times faster. What they find too much keeps a rule at worst.
_CLASSES = re.compile(r'class="([^"]*)"')
_DATA = re.compile(r"data-[a-z-]+")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_ASKED = re.compile(r"\.((?:[\w-]|\\.)+)|\[(data-[\w-]+)")
_BRACKETS = re.compile(r"\([^()]*\)")
_SILENT = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""", re.DOTALL)  # comments, strings
_NESTED = ("@media", "@supports")


def on_page(html: str) -> set[str]:
    """Return the classes and the data attributes of a page."""
    classes = {name for names in set(_CLASSES.findall(html)) for name in names.split()}
    return classes | set(_DATA.findall(html))


def written(root: Path) -> set[str]:
    """Return every word of the templates and scripts, of which some are classes.

    Raises:
        OSError: one can't be read.
    """
    paths = (path for pattern in WRITERS for path in root.glob(pattern))
    return {word for path in paths for word in _WORD.findall(path.read_text(encoding="utf-8"))}


def needed(sheet: str, named: set[str]) -> str:
    """Return a style sheet with the rules that could fit something `named`, in their order."""
    bare = _SILENT.sub(lambda found: "" if found[0].startswith("/*") else found[0], sheet)
    return "".join(_kept(bare, named))


def _kept(sheet: str, named: set[str]) -> Iterator[str]:
    for head, body in _rules(sheet):
        if head.endswith(";"):
            yield head
        elif head.startswith(_NESTED):
            inner = "".join(_kept(body, named))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        elif selectors := [each for each in _parts(head) if _asks(each) <= named]:
            yield f"{','.join(selectors)}{{{body}}}"


def _asks(selector: str) -> set[str]:
    """Return what must be on a page for a selector to fit: classes and data attributes, outside of brackets."""
    while (without := _BRACKETS.sub("", selector)) != selector:
        selector = without
    return {name.replace("\\", "") for pair in _ASKED.findall(selector) for name in pair if name}


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the head and body of each rule on the outermost level. A statement is a head that ends in a semicolon."""
    start, depth, opened = 0, 0, 0
    for place in _signs(sheet, "{};"):
        sign = sheet[place]
        if sign == "{":
            opened = opened if depth else place
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                yield sheet[start:opened].strip(), sheet[opened + 1 : place]
                start = place + 1
        elif not depth:
            yield sheet[start : place + 1].strip(), ""
            start = place + 1


def _parts(head: str) -> Iterable[str]:
    """Return the selectors of a rule, which commas part that stand in no brackets."""
    start, depth = 0, 0
    for place in _signs(head, "(),"):
        if head[place] == ",":
            if not depth:
                yield head[start:place]
                start = place + 1
        else:
            depth += 1 if head[place] == "(" else -1
    yield head[start:]


def _signs(text: str, signs: str) -> Iterator[int]:
    """Yield the places of certain signs that stand in no string."""
    inside = [match.span() for match in _SILENT.finditer(text)]
    spans = iter([*inside, (len(text), len(text))])
    first, after = next(spans)
    for match in re.finditer(f"[{re.escape(signs)}]", text):
        while match.start() >= after and after < len(text):
            first, after = next(spans)
        if not first <= match.start() < after:
            yield match.start()
