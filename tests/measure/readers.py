"""How quickly a page answers: its words outside folds, its links, and what comes before the first thing to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from statistics import median

from tests.measure.ground import LIVE, Fails, Ground

NEAR = 130  # words on the first screen of a phone, more or less: by then something to do has to be in sight
ANSWERS = ("should we", "promise")  # whose first screen is questions or a promise, and not a thing to do
# The budgets of design section 2: a kind of page, its addresses, and the words that it may have outside folds.
KINDS = (
    ("stage", r"lifecycle/[a-z-]+/", 600),
    ("practice", r"lifecycle/[a-z-]+/\d+/", 900),
    ("should we", r"should-we/([a-z-]+/)?", 700),
    ("recommendation", r"recommendations/\d+/", 700),
    ("promise", r"commitment/[a-z]+-\d+/", 500),
    ("families", r"families/(?!letter/)([a-z-]+/)?", 700),  # a letter is what its page makes, and not read on it
    ("young people", r"young-people/", 600),
    ("card", r"toolkit/cards/[a-z-]+/", 350),
)
VOID = frozenset(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "use", "wbr"])
ASIDE = frozenset(["nav", "script", "style", "aside", "footer", "svg", "noscript"])
TITLES = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt", "th"])
DOES = re.compile(
    r"(?:please )?(?:add|agree|answer|appoint|ask|assess|bring|call|change|check|choose|close|collect|compare|copy|"
    r"count|decide|delete|describe|do|download|draw|explain|fill|find|fix|follow|get|give|go|have|hear|hold|invite|keep|leave|"
    r"let|list|look|make|mark|measure|meet|name|open|pay|pick|plan|print|promise|publish|put|read|record|remove|"
    r"report|ring|run|say|see|send|set|settle|share|show|sign|sit|start|state|stop|switch|take|talk|tell|test|think|tick|train|"
    r"treat|try|use|wait|walk|watch|work|write|you (?:can|could|may|must|should)|we will)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Page:
    """What was counted on one page. `first` is how many words come before something to do, or None."""

    address: str
    words: int
    links: int
    first: int | None

    @property
    def dense(self) -> float:
        return self.links * 100 / max(self.words, 1)


class _Reader(HTMLParser):
    """Reads the main part as somebody does who opens no fold: a fold is the words of its summary."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.words = self.links = 0
        self.first: int | None = None
        self.sentence = True  # the next words begin one

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.stack.append(tag)
        if not self._is_seen():
            return
        self.links += tag == "a"
        self.sentence |= tag in ("a", "p", "li", "dd", "td", "div")
        if tag in ("button", "input", "select", "textarea") or (tag == "li" and "ol" in self.stack):
            self._act()

    def handle_endtag(self, tag: str) -> None:
        while tag in self.stack and self.stack.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._is_seen() or not data.strip():
            return
        for word, rest in _words(data):
            if self.sentence and not TITLES & {*self.stack} and DOES.match(rest):
                self._act()
            self.words += 1
            self.sentence = word.endswith((".", ":", "!", "?"))

    def _act(self) -> None:
        if self.first is None:
            self.first = self.words

    def _is_seen(self) -> bool:
        if "main" not in self.stack or ASIDE & {*self.stack}:
            return False
        return "details" not in self.stack or (self.stack[-1] == "summary" and self.stack.count("details") == 1)


def _words(data: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer(r"\S+", data):
        yield found[0], data[found.start() :].lstrip("“‘\"'(")


def read(address: str, html: str) -> Page:
    """Return what was counted on a page."""
    reader = _Reader()
    reader.feed(html)
    return Page(address, reader.words, reader.links, reader.first)


def budgets(ground: Ground) -> str:
    """every kind of page keeps to its words, and has something to do on the first screen of a phone"""
    found = list(measured(ground.site(LIVE)))
    judge(found)
    return "".join(f"\n    {line(kind, pages)}" for kind, _, pages in found)


def measured(site: Path) -> Iterator[tuple[str, int, list[Page]]]:
    """Yield each kind of page with its budget and its pages."""
    places = {path.parent.relative_to(site).as_posix() + "/": path for path in site.rglob("index.html")}
    for kind, pattern, most in KINDS:
        own = sorted(address for address in places if re.fullmatch(pattern, address))
        yield kind, most, [read(address, places[address].read_text(encoding="utf-8")) for address in own]


def line(kind: str, pages: list[Page]) -> str:
    """Return what is told of one kind of page."""
    if not pages:
        return f"{kind}: no page"
    most = max(pages, key=lambda page: page.words)
    far = max(pages, key=lambda page: -1 if page.first is None else page.first)
    return (
        f"{kind}: {len(pages)} pages, words {median(page.words for page in pages):.0f} "
        f"(most {most.words}, {most.address}), "
        f"links in a hundred words {median(page.dense for page in pages):.1f}, first action after "
        f"{median(page.first or 0 for page in pages):.0f} words (most {far.first}, {far.address})"
    )


def judge(found: list[tuple[str, int, list[Page]]]) -> None:
    """Look at what was counted.

    Raises:
        Fails: a kind has no page, or a page has too many words or nothing to do near its start.
    """
    wrong = [f"no page of the kind {kind}" for kind, _, pages in found if not pages]
    for kind, most, pages in found:
        wrong += [f"{page.address} has {page.words} words of {most}" for page in pages if page.words > most]
        far = [page for page in pages if kind not in ANSWERS and (page.first is None or page.first > NEAR)]
        wrong += [f"{page.address} has its first action after {page.first} words" for page in far]
    if wrong:
        raise Fails("; ".join(wrong))


if __name__ == "__main__":
    import sys

    for kind, _, pages in measured(Path(sys.argv[1])):
        print(line(kind, pages))
