"""The Content-Security-Policy in a real browser: what slips into a page does not run, and all that is ours works.

Each piece of markup is put into the file of a built page, as if an encoder had failed, and the page is then opened. A
refresh by `<meta http-equiv>` is the one way that no policy stops: raw HTML is refused in docs/ and encoded in records.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from accord.register.pages.pages import generated
from tests import render_commitment as made
from tests.browser.conftest import PHONE, TRAP, Open, served, settle
from tests.test_render_commitment_data import erased, hostile

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
AWAY = "http://elsewhere.invalid"  # another host, of which is noted who asks
PRESS = "setTimeout(() => document.querySelector('#slip')?.click(), 0)"  # a click that waits for nothing
KINDS = ("index.html", "commitment/sign/index.html", "commitment/signatories/alderwick/index.html")
# Markup that slipped in, by its name: the directive that stops it. What has the id "slip" must be pressed to act.
SLIPS: dict[str, tuple[str, str]] = {
    "inline script": ("<script>alert(1)</script>", "script-src-elem"),
    "inline module": ('<script type="module">alert(1)</script>', "script-src-elem"),
    "script of data": ('<script src="data:text/javascript,alert(1)"></script>', "script-src-elem"),
    "script from elsewhere": (f'<script src="{AWAY}/x.js"></script>', "script-src-elem"),
    "module from elsewhere": (f'<script type="module" src="{AWAY}/x.js"></script>', "script-src-elem"),
    "handler of an image": ('<img src="data:," alt="" onerror="alert(1)">', "script-src-attr"),
    "handler of a drawing": ('<svg onload="alert(1)"></svg>', "script-src-attr"),
    "handler of a part": ('<details open ontoggle="alert(1)"></details>', "script-src-attr"),
    "handler of focus": ('<input autofocus onfocus="alert(1)">', "script-src-attr"),
    "address that is a script": ('<a id="slip" href="javascript:alert(1)">x</a>', "script-src-elem"),
    "form to a script": ('<form action="javascript:alert(1)"><button id="slip">x</button></form>', "form-action"),
    "form to elsewhere":
        (f'<form action="{AWAY}/"><input name="secret"><button id="slip">x</button></form>', "form-action"),
    "button to elsewhere": (f'<form><button id="slip" formaction="{AWAY}/">x</button></form>', "form-action"),
    "style sheet in the page": ("<style>body { display: none }</style>", "style-src-elem"),
    "style of an element": ('<p style="position: fixed; inset: 0">x</p>', "style-src-attr"),
    "style sheet from elsewhere": (f'<link rel="stylesheet" href="{AWAY}/x.css">', "style-src-elem"),
    "frame": (f'<iframe src="{AWAY}/"></iframe>', "frame-src"),
    "frame of data": ('<iframe src="data:text/html,<script>alert(1)</script>"></iframe>', "frame-src"),
    "frame with its own text": ('<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>', "script-src-elem"),
    "object": (f'<object data="{AWAY}/x.swf"></object>', "object-src"),
    "embedded thing": (f'<embed src="{AWAY}/x.swf">', "object-src"),
    "base": (f'<base href="{AWAY}/"><img alt="" src="x.png">', "base-uri"),
    "image from elsewhere": (f'<img alt="" src="{AWAY}/x.png">', "img-src"),
    "drawing from elsewhere": (f'<svg><image href="{AWAY}/x.png"></image></svg>', "img-src"),
    "sound from elsewhere": (f'<audio src="{AWAY}/x.ogg"></audio>', "media-src"),
    "film from elsewhere": (f'<video poster="{AWAY}/x.png"></video>', "img-src"),
}  # fmt: skip
# What leaves no trace here without the policy: looks, and what this Chromium does not load without a window or a click.
QUIET = {"style sheet in the page", "style of an element", "object", "embedded thing"}
CODE = """(elsewhere) => {
    const script = document.createElement("script");
    script.src = URL.createObjectURL(new Blob(["alert(1)"], {type: "text/javascript"}));
    document.body.append(script);
    setTimeout("alert(2)", 0);
    try { new Worker("data:text/javascript,1").onerror = () => {}; } catch { /* refused at once */ }
    fetch(elsewhere).catch(() => {});
}"""


def stopped(page: Page) -> list[str]:
    """Return what the policy stopped, in frames too."""
    return [each for frame in page.frames for each in frame.evaluate("window.stopped ?? []")]


def sprung(page: Page) -> bool:
    """Say whether anything ran, in frames too."""
    return any(frame.evaluate("window.sprung !== undefined") for frame in page.frames)


class Trapped:
    """A context with the trap in each of its pages. `asked` is what they asked of another host."""

    def __init__(self, browser: Browser, bypass: bool = False) -> None:
        self.context = browser.new_context(viewport=PHONE, bypass_csp=bypass)  # type: ignore[arg-type]
        self.context.add_init_script(TRAP)
        self.context.route(f"{AWAY}/**", self._answer)
        self.asked: list[str] = []

    def _answer(self, route: Route) -> None:
        self.asked.append(route.request.url.split("/")[3])
        route.fulfill(status=204)

    def page(self, url: str, body: str = "") -> Page:
        """Open a page, with another body in place of its own, if there is one."""
        page = self.context.new_page()
        if body:
            page.route(url, lambda route: route.fulfill(body=body, content_type="text/html"))
        page.goto(url)
        return page

    def slips(self, demo: Path, address: str) -> dict[str, Page]:
        """Open a page for each slip, of every kind of page in turn. Another host is asked below the slip's number."""
        pages = {}
        for number, (name, (markup, _)) in enumerate(SLIPS.items()):
            place = KINDS[number % len(KINDS)]
            own = f"{markup.replace(AWAY, f'{AWAY}/{number}')}</main>"
            text = (demo / place).read_text(encoding="utf-8").replace("</main>", own, 1)
            pages[name] = self.page(f"{address}{place}", text)
        for page in pages.values():
            page.evaluate(PRESS)
        return pages


@pytest.fixture
def trapped(browser: Browser) -> Iterator[Trapped]:
    found = Trapped(browser)
    yield found
    found.context.close()


def _until(page: Page, is_so: Callable[[], bool]) -> None:
    """Give a page's slips half a minute."""
    for _ in range(600):
        if is_so():
            return
        page.wait_for_timeout(50)


def test_what_slips_in_does_not_run(trapped: Trapped, demo: Path, address: str) -> None:
    """The browser says which directive stopped it, nothing ran, and nothing reached another host."""
    for name, page in trapped.slips(demo, address).items():
        _until(page, lambda name=name, page=page: SLIPS[name][1] in stopped(page))  # type: ignore[misc]
        assert (name, SLIPS[name][1] in stopped(page), sprung(page)) == (name, True, False)
    assert trapped.asked == []


def test_without_the_policy_a_slip_acts(browser: Browser, demo: Path, address: str) -> None:
    """The traps can spring: the same pages run what slipped in, where the browser is told to look away."""
    trapped = Trapped(browser, bypass=True)
    pages = trapped.slips(demo, address)

    def idle() -> set[str]:
        asked = {list(SLIPS)[int(number)] for number in trapped.asked}
        return {name for name, page in pages.items() if name not in asked and not sprung(page)}

    _until(next(iter(pages.values())), lambda: idle() == QUIET)
    assert idle() == QUIET
    trapped.context.close()


def test_code_in_text_is_not_compiled(trapped: Trapped, address: str) -> None:
    """Nothing that the site's own scripts might hand on by mistake becomes code, or reaches another host."""
    page = trapped.page(address)
    page.evaluate(CODE, AWAY)
    page.wait_for_function("window.stopped.length > 3")
    assert set(stopped(page)) == {"script-src", "script-src-elem", "worker-src", "connect-src"}
    assert not sprung(page)
    assert trapped.asked == []


def test_all_that_is_ours_works(trapped: Trapped, address: str) -> None:
    """Menu, search, both filters and the signing page work with the policy on, and it stops nothing."""
    page = trapped.page(address)
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Families", exact=True).first.wait_for()
    found = stopped(page)
    for place, shown in (
        ("search/?q=family", "[data-results] li"),
        ("toolkit/practices/?force=must", "[data-count]:has-text('Showing')"),
        ("commitment/signatories/?name=no+such+body", "[data-count]:has-text('No signatory matches')"),
        ("commitment/sign/", "[data-sign-body] button"),
    ):
        page.goto(f"{address}{place}")
        settle(page)
        page.locator(shown).first.wait_for()
        found += stopped(page)
    assert found == []


def test_hostile_records_meet_the_policy_nowhere(trapped: Trapped, demo: Path, tmp_path: Path) -> None:
    """Values are shown as typed, so that the policy, which is the second wall, has nothing to stop."""
    policy = re.search(r'<meta http-equiv="Content-Security-Policy"[^>]*>', (demo / "index.html").read_text("utf-8"))
    assert policy
    head = f'<head><meta charset="utf-8">{policy[0]}'
    g = made.guidance([*made.sample(), *hostile()], erased())
    pages = [(name, text) for name, text in generated(g, lambda base: made.shell(base).replace("<head>", head))]
    for name, text in pages:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = trapped.page("about:blank")
    with served(tmp_path) as address:
        for name in [name for name, _ in pages if name.endswith(".html")]:
            page.goto(f"{address}{name}")
            assert (name, stopped(page), sprung(page)) == (name, [], False)


def test_a_request_away_would_be_seen(open_page: Open) -> None:
    """The watch of every browser test sees what a page asks of another host."""
    page, watch = open_page(bypass_csp=True)
    with page.expect_event("requestfailed"):
        page.evaluate("new Image().src = 'http://127.0.0.2:9/x'")
    assert watch.away == ["http://127.0.0.2:9/x"]
    watch.away.clear()
