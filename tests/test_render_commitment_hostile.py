"""Hostile values in every field, on every generated page, in a real browser without a policy that could stop them."""

from __future__ import annotations

import csv
import io
import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog

from accord.register.pages.pages import generated
from accord.register.record import Erased, Record
from accord.site.macros import MACROS
from tests import render_commitment as made
from tests.browser.conftest import served
from tests.support import ROOT

pytestmark = pytest.mark.browser
# Each calls alert where it runs: as HTML, in an attribute, in a title, SVG, CDATA, a comment, a template, an address.
VALUES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' autofocus onfocus='alert(1)' x='",
    "</title></textarea></style></script><svg onload=alert(1)>",
    "--><script>alert(1)</script><!--",
    "]]><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script><![CDATA[",
    "{{ alert(1) }}${alert(1)}#{alert(1)}<%= alert(1) %>",
    "[x](javascript:alert(1)) `--8<-- x` {: onclick=alert(1) } &#60;script&#62;alert(1)",
    "=HYPERLINK(\"https://evil.example\") @@accord-body@@ \\u003cscript\\u003ealert(1)",
    "::error::x ##[error]x ##vso[task.complete]",
)  # fmt: skip
LINKS = ("https://council.example/?a='onmouseover=alert(1)//", "https://council.example/#{alert(1)}&lt;svg")


def hostile() -> list[Record]:
    """Return, for each value, a signatory that has it in every field that takes words."""
    found = []
    for number, value in enumerate(VALUES):
        link = LINKS[number % 2]
        signing = made.signed(
            "2026-04-01", value, kind="supplier", decision_url=link, url=link, seen="2026-04-03",
            **{"role": value, "reserves_care-2": value, "statement": value},
        )  # fmt: skip
        review = {**made.reviewed("2026-10-01", respect_1="partly"), "role": value, "statement": value, "url": link}
        review |= {"respect-1_why": value, "respect-1_evidence": link}
        correction = {
            "event": "corrected", "date": "2026-10-02", "target": "0", "field": "role",
            "value": f"{value} {number}", "reason": value,
        }  # fmt: skip
        end = [{"event": "withdrawn", "date": "2026-10-03", "role": value, "reason": value}] if number % 3 == 2 else []
        found += made.records(f"evil-{number}", signing, review, correction, *end)
    return found


def erased() -> list[Erased]:
    left = []
    for number, value in enumerate(VALUES):
        was = made.records(f"gone-{number}", made.signed("2026-04-01", "x"))[0]
        left.append(Erased(was.path, was.event, was.signatory, was.date, 1, was.digest, made.AS_OF, value))
    return left


def framed(base: str) -> str:
    script = f'<meta charset="utf-8"><script src="{base}assets/site.js"></script>'
    return made.shell(base).replace("<head>", f"<head>{script}")


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    g = made.guidance([*made.sample(), *hostile()], erased())
    first = framed("../../").replace("@@accord-body@@", MACROS["register"](g, "../../", ""))
    return dict([*generated(g, framed), ("commitment/signatories/index.html", first)])


@pytest.fixture(scope="module")
def address(site: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in site.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", folder / "assets")
    with served(folder) as address:
        yield address


def _trap(dialogs: list[str], dialog: Dialog) -> None:
    dialogs.append(dialog.message)
    dialog.dismiss()


def test_the_trap_can_close(browser: Browser) -> None:
    """A dialog would be seen: the test below is no decoration."""
    context = browser.new_context()
    dialogs: list[str] = []
    page = context.new_page()
    page.on("dialog", lambda dialog: _trap(dialogs, dialog))
    page.set_content(f"<p>{VALUES[1]}</p>")
    page.wait_for_timeout(200)
    context.close()
    assert dialogs == ["1"]


def test_no_value_runs_on_any_page(site: dict[str, str], address: str, browser: Browser) -> None:
    """No dialog and no error, on pages, badges, the feed and data, with every element focused and pointed at."""
    context = browser.new_context()
    dialogs: list[str] = []
    page = context.new_page()
    page.on("dialog", lambda dialog: _trap(dialogs, dialog))
    names = [name for name in site if name.endswith((".html", ".svg", ".xml"))]
    asked = [f"commitment/signatories/?{key}={VALUES[1]}" for key in ("q", "standing", "region", "kind")]
    for name in [*names, *asked]:
        page.goto(f"{address}{name}", wait_until="load")
        page.evaluate(
            "for (const e of document.querySelectorAll('*'))"
            " for (const name of ['mouseover', 'focus', 'click', 'error'])"
            " { if (!e.closest('a')) e.dispatchEvent(new Event(name)) }"
        )
    context.close()
    assert len(names) > 40
    assert dialogs == []


def test_values_are_there_as_typed(site: dict[str, str], address: str, browser: Browser) -> None:
    """Nothing is lost or changed on the way: a page's words hold the value."""
    context = browser.new_context()
    page = context.new_page()
    for number, value in enumerate(VALUES):
        page.goto(f"{address}commitment/signatories/evil-{number}/index.html")
        words = " ".join((page.locator("body").text_content() or "").split())
        assert words.count(value) > 3, value
    context.close()


def test_data_and_feed_hold_the_values(site: dict[str, str]) -> None:
    """XML is well-formed, JSON and CSV read back, no cell of the CSV is a formula, and no value ends a script."""
    for name, text in site.items():
        if name.endswith((".svg", ".xml")):
            ET.fromstring(text)
        if name.endswith(".json"):
            json.loads(text)
    told = json.loads(site["api/signatories.json"])
    assert {each["name"] for each in told["signatories"]} >= set(VALUES)
    sheet = next(text for name, text in site.items() if name.endswith(".csv"))
    cells = [cell for row in csv.reader(io.StringIO(sheet)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
