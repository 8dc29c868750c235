"""Zero axe violations on every page, phone and desktop, light and dark (WCAG 2.2 A and AA, and best practice)."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest

from tests.browser.conftest import DESKTOP, PHONE, Open
from tests.built.pages import names

pytestmark = pytest.mark.browser
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(result => result.violations.map(
    violation => violation.id + ": " + violation.nodes.map(node => node.target.join(" ")).slice(0, 3).join(" | ")))"""
VIEWS = [(size, scheme) for size in (PHONE, DESKTOP) for scheme in ("light", "dark")]


@pytest.mark.parametrize(("size", "scheme"), VIEWS, ids=[f"{size['width']}-{scheme}" for size, scheme in VIEWS])
def test_no_violation_on_any_page(site: Path, open_page: Open, address: str, size: dict[str, int], scheme: str) -> None:
    """Look at every built page in this width and scheme, and collect what axe says."""
    page, _ = open_page(viewport=size, color_scheme=scheme, bypass_csp=True)
    found: list[str] = []
    for name in names(site):
        page.goto(f"{address}{name}")
        page.add_script_tag(path=str(AXE))
        found += [f"{name}: {violation}" for violation in page.evaluate(RUN)]
    assert found == []


def test_axe_can_fail(open_page: Open) -> None:
    """The check finds a fault that is put on a page."""
    page, _ = open_page(bypass_csp=True)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><button></button>')")
    page.add_script_tag(path=str(AXE))
    found = page.evaluate(RUN)
    assert any(line.startswith("image-alt") for line in found)
    assert any(line.startswith("button-name") for line in found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_menu_open_and_search_open(open_page: Open, scheme: str) -> None:
    """The open menu on a phone, and the search with results, have no violation either."""
    page, _ = open_page(viewport=PHONE, color_scheme=scheme, bypass_csp=True)
    page.get_by_role("button", name="Menu").click()
    page.add_script_tag(path=str(AXE))
    assert page.evaluate(RUN) == []
    page, _ = open_page("search/?q=family", viewport=PHONE, color_scheme=scheme, bypass_csp=True)
    page.locator("[data-results] li").first.wait_for()
    page.add_script_tag(path=str(AXE))
    assert page.evaluate(RUN) == []
