"""Lighthouse, on a slow phone that it imitates, on the heaviest page of each kind. It is no part of the project."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from accord.measure.browsing import FLAGS, NoBrowser, program
from accord.measure.proof import Outcome, Proof, judged, unmeasured
from accord.measure.proofs.ground import DEMO, LIVE, Ground
from accord.measure.serving import packed, pages, serving
from accord.model.measured import Found

SETTING = "LIGHTHOUSE"  # in the environment: the path of its command line
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAINT = "largest-contentful-paint"
SLOWEST = 120  # seconds that one page may take
# The first is sent with an error's number, which Lighthouse counts against a page. The others are whole documents to
# take away, whose policy lets nothing be asked for: not even robots.txt, which Lighthouse asks for from the page.
LEFT_OUT = ("404.html", "documents/")
# What tells kinds of page apart, looked for in the page's own part. A new kind of page is a new mixture of these.
MARKS = (
    rb"<form",
    rb"<table",
    rb'class="drawing"',
    rb"<textarea",
    rb"<details",
    rb"data-search",
    rb"<ins",
    rb"data-sign",
    rb"data-filter",
)
MAIN = re.compile(rb'<article.*?id="main-content".*</article>', re.S)


@dataclass(frozen=True, slots=True)
class Report:
    """Points of 100 by category, and the seconds until the largest part is shown."""

    page: str
    points: dict[str, int]
    paint: float


def proofs(ground: Ground) -> Iterator[Proof]:
    yield Proof("", "Lighthouse, on a phone, on each kind of page", partial(measured, ground))


def measured(ground: Ground) -> Outcome:
    """Run Lighthouse on each kind of page, and return the worst of what it says."""
    command = os.environ.get(SETTING) or shutil.which("lighthouse")
    if not command:
        return unmeasured(f"lighthouse is not here; {SETTING} may name it")
    try:
        reports = list(_reports(ground, command, program()))
    except (NoBrowser, OSError, ValueError, KeyError, TypeError, subprocess.TimeoutExpired) as error:
        return unmeasured(f"lighthouse does not work here ({type(error).__name__}: {error})")
    lowest = {name: min(reports, key=lambda each, name=name: each.points[name]) for name in CATEGORIES}  # type: ignore[misc]
    slowest = max(reports, key=lambda each: each.paint)
    figures = [
        Found(id=f"lighthouse-{name}", value=str(each.points[name]), note=_note(len(reports), each.page))
        for name, each in lowest.items()
    ]
    paint = Found(id="lighthouse-largest-paint", value=f"{slowest.paint:.2f}", note=_note(len(reports), slowest.page))
    words = ", ".join(f"{name} {each.points[name]}" for name, each in lowest.items())
    return judged("", f"{len(reports)} kinds of page; lowest: {words}; paint {slowest.paint:.2f} s", (*figures, paint))


def _note(number: int, page: str) -> str:
    return f"Of {number} kinds of page: {page}."


def kinds(site: Path) -> dict[bytes, str]:
    """Return the heaviest page of each kind, by a key that says what it holds and how deep it lies."""
    found: dict[bytes, str] = {}
    for page in pages(site):
        if page.startswith(LEFT_OUT):
            continue
        raw = (site / page).read_bytes()
        own = found_main[0] if (found_main := MAIN.search(raw)) else raw
        key = b" ".join(mark for mark in MARKS if mark in own) + (b" generated" if b"<bdi>" in own[:2000] else b"")
        if key not in found or len(packed(site / page)) > len(packed(site / found[key])):
            found[key] = page
    return found


def _reports(ground: Ground, command: str, browser: str) -> Iterator[Report]:
    """Yield a report on each kind of page: of the sample's where the live site has no such page."""
    live, demo = kinds(ground.site(LIVE)), kinds(ground.site(DEMO))
    own = {key: page for key, page in demo.items() if key not in live}
    for name, found in ((LIVE, live), (DEMO, own)):
        with serving(ground.site(name)) as address:
            for page in sorted(found.values()):
                yield _report(command, browser, f"{address}{page.removesuffix('index.html')}", page)


def _report(command: str, browser: str, url: str, page: str) -> Report:
    flags = " ".join(("--headless=new", *FLAGS))
    words = [command, url, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    words.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = {**os.environ, "CHROME_PATH": browser}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=SLOWEST, check=False)
    told = json.loads(done.stdout)
    points = {name: round(told["categories"][name]["score"] * 100) for name in CATEGORIES}
    return Report(page, points, told["audits"][PAINT]["numericValue"] / 1000)
