"""A link of a page leads somewhere and says where (WCAG 2.2, 2.4.4); an image is ours and is described (1.1.1)."""

import re
from collections.abc import Iterator
from posixpath import dirname, normpath

from markdown.extensions.toc import slugify

from accord.files.problem import Problem, clipped, shown
from accord.project.inputs import Guesses, Inputs
from accord.project.page import CALL, ROOT_PAGES, Page, address_of, without_code

LINK = re.compile(r"\]\(\s{0,99}([^()\s]{0,500})")  # bounded, and from its middle: a page of brackets is read in time
ENDS = re.compile(r"""\s{0,99}(?:"[^"\n]{0,500}"\s{0,99})?\)""")
LONGEST = 500  # characters of a link's words
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|www\.", re.I)
PLAIN = re.compile(r"(?:http://|www\.)", re.I)
EMPTY_WORDS = {"click here", "here", "this link", "link", "read more", "more"}
PICTURED = "Put the picture into docs/assets/, as .png or .svg, and write the way to it, such as ../assets/tree.png."
ENDED = "Write ) right after its address, which has no space and no bracket in it."
SEARCHED = "Write the way to the file from this page, such as ../law/index.md."


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield links to nothing, links that say nothing, and images that are missing, not ours or not described."""
    pages = {page.path: page for page in inputs.project.pages}
    files = {*inputs.project.files, *(f"docs/{address}index.md" for address in ROOT_PAGES.values())}
    guesses = Guesses()
    for page in inputs.project.pages:
        text, line, end = _text(page), 1, 0
        for link in LINK.finditer(text):
            line, end = line + text.count("\n", end, link.start()), link.start()
            before, opened, words = text[max(0, end - LONGEST) : end].rpartition("[")
            if not opened or "]" in words:
                continue
            target = link[1]
            if not target.startswith("&") and not ENDS.match(text, link.end()):
                yield Problem(page.path, line, "", f"The link {shown(words)} does not end.", ENDED)
                continue
            for wrong, cure, *lacks in (
                *_words(before.endswith("!"), words, target),
                *_target(page, target, pages, files, guesses),
            ):
                yield Problem(page.path, line, "", wrong, cure, lacks="".join(lacks))


def _text(page: Page) -> str:
    """Return the page's text without code, each line on the line that it has in the file."""
    rows = [""] * max((number for number, _ in page.lines), default=0)
    for number, row in page.lines:
        rows[number - 1] = without_code(row)
    return "\n".join(rows)


def _words(image: bool, words: str, target: str) -> Iterator[tuple[str, str]]:
    if image and not words.strip():
        yield "The image has no words for those who do not see it.", "Say between the brackets what it shows."
    if image and target.lower().startswith(("https:", "http:")):
        wrong = "The image lies on another server, which would learn who reads the page."
        yield wrong, "Put it into docs/assets/, if its licence allows that."
    elif PLAIN.match(target):
        wrong = f"The address {shown(target)} does not start with https://."
        yield wrong, f"Write https://{clipped(target.partition('://')[2] or target)}."
    if not image and " ".join(words.lower().split()) in EMPTY_WORDS:
        yield f"The link {shown(words)} does not say where it leads.", "Write what the reader finds there."


def _target(
    page: Page, target: str, pages: dict[str, Page], files: set[str], guesses: Guesses
) -> Iterator[tuple[str, ...]]:
    where, _, anchor = target.partition("#")
    if ELSEWHERE.match(target) or "&" in target:  # of what is HTML, its own rule speaks
        return
    own = f"docs/{ROOT_PAGES[page.path]}" if page.path in ROOT_PAGES else dirname(page.path)
    folder = "docs" if where.startswith("/") else own
    path = normpath(f"{folder}/{where}") if where else page.path
    if path not in files:
        if found := next((each for each in (f"{path}/index.md", f"{path}.md") if each in files), None):
            ending = found.removeprefix(path)
            yield f"The link {shown(target)} names no file.", f"Write {where.rstrip('/')}{ending}."
        else:
            ending = path.rpartition(".")[2]
            near = guesses.nearest(path, [each for each in files if each.endswith(f".{ending}")])
            lacks = address_of(path) if ending == "md" else path
            cure = PICTURED if ending in {"png", "svg", "jpg", "jpeg"} else SEARCHED
            yield f"There is no file {shown(path)}, to which this leads.{near}", cure, lacks
    elif anchor and path in pages and anchor not in _anchors(pages[path]):
        wrong = f"The page {path} has no heading {shown('#' + anchor)}."
        yield wrong, "Write the anchor of a heading, or leave it out."


class _Any(frozenset[str]):
    """The anchors of a page that calls macros: only the build knows them."""

    def __contains__(self, _: object) -> bool:
        return True


def _anchors(page: Page) -> frozenset[str]:
    if any(CALL.match(row) for _, row in page.lines):
        return _Any()
    return frozenset(name for each in page.headings for name in (each.anchor, slugify(each.words, "-")))
