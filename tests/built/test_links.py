"""Every link of the built site leads somewhere, raw HTML included, and no page asks anything of another host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

from tests.built.pages import Built, pages

LOADS = {("script", "src"), ("img", "src"), ("link", "href"), ("source", "src"), ("iframe", "src"), ("form", "action")}
LINKS = LOADS | {("a", "href")}


@pytest.fixture(params=["live", "demo"])
def site(request: pytest.FixtureRequest, site: Path, demo: Path) -> Path:
    """Return the live site, and then the one with the sample register."""
    return {"live": site, "demo": demo}[str(request.param)]


def links(page: Built, kinds: set[tuple[str, str]]) -> Iterator[str]:
    """Yield the addresses on a page of certain kinds."""
    for tag, key, value in page.attributes():
        if (tag, key) in kinds:
            yield value


def target(page: str, address: str) -> str:
    """Return the site's file that a relative address on a page leads to."""
    path = unquote(urlsplit(address).path)
    base = PurePosixPath("/") if path.startswith("/") else PurePosixPath("/") / PurePosixPath(page).parent
    steps: list[str] = []
    for step in [*base.parts[1:], *path.strip("/").split("/")] if path else list(PurePosixPath(page).parts):
        if step == "..":
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    name = "/".join(steps)
    if path and path.rpartition("/")[2] in {"", ".", ".."}:
        name = f"{name}/index.html" if name else "index.html"
    return name


def test_every_link_and_anchor_exists(site: Path) -> None:
    """Follow each relative link to a file, and its part after # to an id there."""
    built = {page.name: page for page in pages(site)}
    broken: list[str] = []
    for page in built.values():
        for address in links(page, LINKS):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            name = target(page.name, address)
            if not (site / name).is_file():
                broken.append(f"{page.name}: {address} → {name}")
            elif parts.fragment and name in built and unquote(parts.fragment) not in built[name].ids:
                broken.append(f"{page.name}: {address}: no such anchor")
    assert broken == []


def test_a_broken_link_would_be_found() -> None:
    """The helper resolves addresses as a browser does."""
    assert target("lifecycle/stopping/index.html", "../../glossary/#dpia") == "glossary/index.html"
    assert target("index.html", "./") == "index.html"
    assert target("a/index.html", "..") == "index.html"
    assert target("a/index.html", "#x") == "a/index.html"
    assert target("404.html", "/assets/site.css") == "assets/site.css"


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """Scripts, styles, images and forms stay on the site."""
    named = {link.get("href") for page in pages(site) for link in page.all("link") if link.get("rel") == "canonical"}
    away = [
        f"{page.name}: {address}"
        for page in pages(site)
        for address in links(page, LOADS)
        if urlsplit(address).netloc and address not in named  # a canonical address is named, and not loaded
    ]
    assert away == []


def test_links_away_are_secure(site: Path) -> None:
    """Links to publishers use https; there are no other schemes."""
    for page in pages(site):
        for address in links(page, {("a", "href")}):
            assert urlsplit(address).scheme in {"", "https"}, f"{page.name}: {address}"


def test_no_file_is_left_unused(site: Path) -> None:
    """What the theme ships and no page loads is not published."""
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert not [name for name in names if name.endswith(".map") or name.startswith("assets/javascripts/")]
