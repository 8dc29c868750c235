"""What a first visit to each page weighs, what it asks of other hosts, and what it leaves in the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from accord.measure.browsing import NoBrowser, Visit, visits
from accord.measure.proof import Outcome, Proof, judged, unmeasured
from accord.measure.proofs.ground import DEMO, LIVE, Ground
from accord.measure.serving import pages
from accord.model.measured import Found

SEARCH = ("search/", "assets/vendor/minisearch", "assets/search")  # what only an opened search needs
SEARCH_PAGE = "search/index.html"
DOCUMENTS = "documents/"  # whole documents to take away, each in one file: a choice, with its size beside it
HEAVY = 100_000  # bytes: the goal in data/measures/how-light.yml
NAMES = {".js": "scripts", ".css": "styles"}
Seen = dict[str, list[Visit]]


def proofs(ground: Ground) -> Iterator[Proof]:
    seen: Seen = {}
    yield _proof("private", "no page asks another host for anything, and none stores anything", ground, seen, private)
    yield _proof("", "first visits are weighed, compressed", ground, seen, weighed)
    yield _proof("search-on-demand", "no page loads the search before it is opened", ground, seen, searchless)


def _proof(name: str, title: str, ground: Ground, seen: Seen, judge: Callable[[Seen], Outcome]) -> Proof:
    return Proof(name, title, partial(_looked, ground, seen, judge))


def _looked(ground: Ground, seen: Seen, judge: Callable[[Seen], Outcome]) -> Outcome:
    """Visit all pages of the live site, and those of the demo that differ, once for all proofs; and judge."""
    try:
        if not seen:
            live, demo = ground.site(LIVE), ground.site(DEMO)
            seen[LIVE] = list(visits(live, pages(live)))
            seen[DEMO] = list(visits(demo, [page for page in pages(demo) if not _alike(live / page, demo / page)]))
    except NoBrowser as error:
        return unmeasured(str(error))
    return judge(seen)


def _alike(one: Path, two: Path) -> bool:
    return one.is_file() and one.read_bytes() == two.read_bytes()


def private(seen: Seen) -> Outcome:
    """Look at every request and at the browser's stores."""
    every = [visit for found in seen.values() for visit in found]
    if away := [visit for visit in every if visit.away]:
        return judged(f"{away[0].page} asks {away[0].away[0]}")
    if stored := [visit.page for visit in every if visit.stored]:
        return judged(f"{stored[0]} stores something")
    return judged("", f"{len(every)} pages of this site and of the sample, in Chromium")


def weighed(seen: Seen) -> Outcome:
    """Weigh the home page and the heaviest page, with all that each loaded. KB are 1,000 bytes."""
    every = [visit for found in seen.values() for visit in found if not visit.page.startswith(DOCUMENTS)]
    heavy = sorted({visit.page for visit in every if visit.whole > HEAVY})
    heaviest = max(every, key=lambda visit: (visit.whole, visit.page))
    first = next(visit for visit in seen[LIVE] if visit.page == "index.html")
    figures = [
        Found(id="weight-first", value=_kb(first.whole), note=f"In {len(first.sizes)} files."),
        Found(id="weight-heaviest", value=_kb(heaviest.whole), note=f"Of {len(every)} pages: {heaviest.page}."),
        *(Found(id=f"weight-{name}", value=_kb(heaviest.part(ending))) for ending, name in NAMES.items()),
    ]
    over = f"; over {HEAVY // 1000} KB: {', '.join(heavy)}" if heavy else ""
    words = f"home {_kb(first.whole)} KB; heaviest {_kb(heaviest.whole)} KB, {heaviest.page}{over}"
    return judged("", words, tuple(figures))


def searchless(seen: Seen) -> Outcome:
    """Look for the search's own files among what pages load. Opening the search page is opening the search."""
    for visit in (visit for found in seen.values() for visit in found if visit.page != SEARCH_PAGE):
        if early := [name for name in visit.sizes if name.startswith(SEARCH)]:
            return judged(f"{visit.page} loads {early[0]}")
    return judged("")


def _kb(size: int) -> str:
    return f"{size / 1000:.1f}"
