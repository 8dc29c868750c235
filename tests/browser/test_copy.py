"""A council's copy in a real browser: logo, colours, panel and notes, without a violation, a request or an error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import forks
from tests.browser.conftest import DESKTOP, PHONE, Watch, served
from tests.browser.test_axe import AXE, RUN, VIEWS
from tests.built.pages import parsed
from tests.made_logos import png

pytestmark = pytest.mark.browser
OWN = (
    "index.html", "commitment/index.html", "commitment/1.0.0/index.html", "commitment/conformance/index.html",
    "lifecycle/problem-formulation/index.html", "toolkit/practices/index.html", "accessibility/index.html",
    "privacy/index.html", "contributing/index.html", "hosting/index.html", "404.html",
    f"commitment/signatories/{forks.OWN}/index.html",
)  # fmt: skip
BY = "Added by Anytown Council, not part of the upstream text"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of a council's copy, with logo and colours, and return its folder."""
    folder = tmp_path_factory.mktemp("copy")
    forked = forks.adopted(folder)
    (folder / "our.png").write_bytes(png(width=1))
    looks = (
        "--logo",
        str(folder / "our.png"),
        "--colour",
        "#5d2a7d",
        "--colour-dark",
        "#d9b8f0",
        "--colour-foot",
        "#33104a",
    )
    assert forked.run("adopt", "--again", *looks) == 0
    assert forked.run("site", "--upstream", "upstream/main") == 0
    return forked.fork / "site"


@pytest.fixture(scope="module")
def address(copy: Path) -> Iterator[str]:
    with served(copy) as address:
        yield address


def test_pages_are_sound_html(copy: Path) -> None:
    """Each page parses strictly, and names no id twice."""
    for name in OWN:
        ids = [element.get("id") for element in parsed(copy / name).iter() if element.get("id")]
        assert len(ids) == len(set(ids)), name


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=[f"{size['width']}-{scheme}" for size, scheme in VIEWS])
def test_no_violation(browser: Browser, address: str, size: dict[str, int], scheme: str) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    found: list[str] = []
    for name in OWN:
        page.goto(f"{address}{name}")
        page.add_script_tag(path=str(AXE))
        found += [f"{name}: {violation}" for violation in page.evaluate(RUN)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    context.close()
    assert found == []


def test_the_council_comes_first(browser: Browser, address: str) -> None:
    """Logo, colours, standing and reservations on the home page; notes beside promise and practice, marked as such."""
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    watch = Watch(context, address)
    page = context.new_page()
    page.goto(address)
    logo = page.get_by_role("img", name="Anytown Council")
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")
    assert page.locator("h1").evaluate("e => getComputedStyle(e).color") == "rgb(93, 42, 125)"
    assert page.locator(".site-footer").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(51, 16, 74)"
    panel = page.get_by_role("region", name="Anytown Council and the Commitment")
    assert "We need a year to set this up." in panel.inner_text()
    panel.get_by_role("link", name="What is different in this copy").click()
    page.get_by_role("link", name="Respect 1", exact=True).click()
    note = page.locator("#respect-1").locator("xpath=..").locator(".local-note")
    assert BY in note.inner_text()
    page.goto(f"{address}lifecycle/problem-formulation/")
    assert page.locator(".local-note").count() == 1
    assert page.locator("#problem-formulation-1 .local-note").inner_text().startswith(BY)
    context.close()
    assert (watch.away, watch.errors) == ([], [])


def test_the_night_has_its_own_colour(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    assert page.locator("h1").evaluate("e => getComputedStyle(e).color") == "rgb(217, 184, 240)"
    assert page.locator(".site-footer").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(12, 22, 21)"
    context.close()
