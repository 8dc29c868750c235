"""The Content-Security-Policy in a real browser: what slips into a page does not run, and all that is ours works.

Each piece of markup is put into the file of a built page, as if an encoder had failed, and the page is then opened. A
refresh by `<meta http-equiv>` is the one way that no policy stops: raw HTML is refused in docs/ and encoded in records.
"""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from accord.register.pages.pages import generated
from tests import render_commitment as made
from tests.browser.conftest import PHONE, Open, served
from tests.test_render_commitment_data import erased, hostile

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
AWAY = "http://elsewhere.invalid"  # stands for another host: a server on this machine that notes who asks
# Runs before a page's own scripts, and outside its policy: notes what the policy stopped, and springs where code runs.
TRAP = """
window.stopped = [];
window.alert = (what) => { window.sprung = String(what); };
document.addEventListener("securitypolicyviolation", (event) => window.stopped.push(event.effectiveDirective));
"""
PRESS = "(which) => setTimeout(() => document.querySelector(which).click(), 0)"  # a click that waits for nothing
KINDS = ("index.html", "commitment/sign/index.html", "commitment/signatories/alderwick/index.html")


@dataclass(frozen=True)
class Slip:
    """Markup that slipped in, the directive that stops it, and what must be pressed for it to act, if anything."""

    name: str
    markup: str
    directive: str
    press: str = ""


SLIPS = (
    Slip("inline script", "<script>alert(1)</script>", "script-src-elem"),
    Slip("inline module", '<script type="module">alert(1)</script>', "script-src-elem"),
    Slip("script of data", '<script src="data:text/javascript,alert(1)"></script>', "script-src-elem"),
    Slip("script from elsewhere", f'<script src="{AWAY}/x.js"></script>', "script-src-elem"),
    Slip("module from elsewhere", f'<script type="module" src="{AWAY}/x.js"></script>', "script-src-elem"),
    Slip("handler of an image", '<img src="data:," alt="" onerror="alert(1)">', "script-src-attr"),
    Slip("handler of a drawing", '<svg onload="alert(1)"></svg>', "script-src-attr"),
    Slip("handler of a part", '<details open ontoggle="alert(1)"></details>', "script-src-attr"),
    Slip("handler of focus", '<input autofocus onfocus="alert(1)">', "script-src-attr"),
    Slip("address that is a script", '<a id="slip" href="javascript:alert(1)">x</a>', "script-src-elem", "#slip"),
    Slip("form to a script", '<form action="javascript:alert(1)"><button id="slip">x</button></form>',
         "form-action", "#slip"),
    Slip("form to elsewhere", f'<form action="{AWAY}/"><input name="secret"><button id="slip">x</button></form>',
         "form-action", "#slip"),
    Slip("button to elsewhere", f'<form><button id="slip" formaction="{AWAY}/">x</button></form>',
         "form-action", "#slip"),
    Slip("style sheet in the page", "<style>body { display: none }</style>", "style-src-elem"),
    Slip("style of an element", '<p style="position: fixed; inset: 0">x</p>', "style-src-attr"),
    Slip("style sheet from elsewhere", f'<link rel="stylesheet" href="{AWAY}/x.css">', "style-src-elem"),
    Slip("frame", f'<iframe src="{AWAY}/"></iframe>', "frame-src"),
    Slip("frame of data", '<iframe src="data:text/html,<script>alert(1)</script>"></iframe>', "frame-src"),
    Slip("frame with its own text", '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>', "script-src-elem"),
    Slip("object", f'<object data="{AWAY}/x.swf"></object>', "object-src"),
    Slip("embedded thing", f'<embed src="{AWAY}/x.swf">', "object-src"),
    Slip("base", f'<base href="{AWAY}/"><img alt="" src="x.png">', "base-uri"),
    Slip("image from elsewhere", f'<img alt="" src="{AWAY}/x.png">', "img-src"),
    Slip("drawing from elsewhere", f'<svg><image href="{AWAY}/x.png"></image></svg>', "img-src"),
    Slip("sound from elsewhere", f'<audio src="{AWAY}/x.ogg"></audio>', "media-src"),
    Slip("film from elsewhere", f'<video poster="{AWAY}/x.png"></video>', "img-src"),
)  # fmt: skip


# What leaves no trace here without the policy: looks, and what this Chromium does not load without a window or a click.
QUIET = {
    "style sheet in the page",
    "style of an element",
    "object",
    "embedded thing",
}


class _Elsewhere(BaseHTTPRequestHandler):
    """Another host: answers whatever it is asked, and notes it."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the library's name
        pass


class Watched:
    """A page with the trap in it."""

    def __init__(self, context: BrowserContext, url: str, press: str = "") -> None:
        self.page: Page = context.new_page()
        self.page.goto(url)
        if press:
            self.page.evaluate(PRESS, press)

    def stopped(self) -> list[str]:
        """Return what the policy stopped, in frames too."""
        return [each for frame in self.page.frames for each in frame.evaluate("window.stopped ?? []")]

    def sprung(self) -> bool:
        """Say whether anything ran, in frames too."""
        return any(frame.evaluate("window.sprung !== undefined") for frame in self.page.frames)


@pytest.fixture
def trapped(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that gives a context with the trap in each of its pages."""
    with ExitStack() as stack:

        def context(**options: Any) -> BrowserContext:
            made = browser.new_context(viewport=PHONE, **options)  # type: ignore[arg-type]
            stack.callback(made.close)
            made.add_init_script(TRAP)
            return made

        yield context


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    """Run another host, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def spoilt(demo: Path, elsewhere: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a copy of the demo in which a copy of a page stands for each slip, on every kind of page in turn."""
    folder = tmp_path_factory.mktemp("spoilt") / "site"
    shutil.copytree(demo, folder)
    for number, slip in enumerate(SLIPS):
        text = (folder / KINDS[number % len(KINDS)]).read_text(encoding="utf-8")
        place = text.index("</main>")
        markup = slip.markup.replace(AWAY, f"{elsewhere}/{number}")
        (folder / _place(number)).write_text(f"{text[:place]}{markup}{text[place:]}", encoding="utf-8")
    with served(folder) as address:
        yield address


def _place(number: int) -> str:
    return KINDS[number % len(KINDS)].replace("index.html", f"slip-{number}.html")


def _asked(number: int) -> bool:
    """Say whether the other host was asked by a slip, whose number its addresses hold."""
    return any(path.startswith(f"/{number}/") for path in _Elsewhere.asked)


def _until(page: Page, is_so: Callable[[], bool]) -> None:
    """Give a page's slips half a minute."""
    for _ in range(600):
        if is_so():
            return
        page.wait_for_timeout(50)


def test_what_slips_in_does_not_run(trapped: Callable[..., BrowserContext], spoilt: str) -> None:
    """The browser says which directive stopped it, nothing ran, and nothing reached another host."""
    _Elsewhere.asked.clear()
    context = trapped()
    seen = [Watched(context, f"{spoilt}{_place(number)}", slip.press) for number, slip in enumerate(SLIPS)]
    for number, (slip, watched) in enumerate(zip(SLIPS, seen, strict=True)):
        _until(watched.page, lambda watched=watched: bool(watched.stopped()))  # type: ignore[misc]
        assert slip.directive in watched.stopped(), slip.name
        assert (slip.name, watched.sprung(), _asked(number)) == (slip.name, False, False)
    assert _Elsewhere.asked == []


def test_without_the_policy_a_slip_acts(trapped: Callable[..., BrowserContext], spoilt: str) -> None:
    """The traps can spring: the same pages run what slipped in, where the browser is told to look away."""
    _Elsewhere.asked.clear()
    context = trapped(bypass_csp=True)
    seen = [Watched(context, f"{spoilt}{_place(number)}", slip.press) for number, slip in enumerate(SLIPS)]

    def idle() -> set[str]:
        rows = enumerate(zip(SLIPS, seen, strict=True))
        return {slip.name for number, (slip, watched) in rows if not _asked(number) and not watched.sprung()}

    _until(seen[0].page, lambda: idle() == QUIET)
    assert idle() == QUIET


def test_code_in_text_is_not_compiled(trapped: Callable[..., BrowserContext], address: str, elsewhere: str) -> None:
    """Nothing that the site's own scripts might hand on by mistake becomes code, or reaches another host."""
    _Elsewhere.asked.clear()
    watched = Watched(trapped(), address)
    watched.page.evaluate(
        """(elsewhere) => {
        const script = document.createElement("script");
        script.src = URL.createObjectURL(new Blob(["alert(1)"], {type: "text/javascript"}));
        document.body.append(script);
        setTimeout("alert(2)", 0);
        try { new Worker("data:text/javascript,1").onerror = () => {}; } catch { /* refused at once */ }
        fetch(elsewhere).catch(() => {});
    }""",
        elsewhere,
    )
    watched.page.wait_for_function("window.stopped.length > 3")
    assert set(watched.stopped()) == {"script-src", "script-src-elem", "worker-src", "connect-src"}
    assert not watched.sprung()
    assert _Elsewhere.asked == []


def test_all_that_is_ours_works(trapped: Callable[..., BrowserContext], address: str) -> None:
    """Menu, search, both filters and the signing page work with the policy on, and it stops nothing."""
    watched = Watched(trapped(), address)
    page = watched.page
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Families", exact=True).first.wait_for()
    stopped = watched.stopped()
    page.goto(f"{address}search/?q=family")
    page.locator("[data-results] li").first.wait_for()
    stopped += watched.stopped()
    page.goto(f"{address}toolkit/practices/")
    page.get_by_label("Role").select_option(index=1)
    page.get_by_text(re.compile(r"^Showing \d+ of")).first.wait_for()
    stopped += watched.stopped()
    page.goto(f"{address}commitment/signatories/")
    page.locator("#filter-name").fill("no such body")
    page.get_by_text("No signatory matches").wait_for()
    stopped += watched.stopped()
    page.goto(f"{address}commitment/sign/")
    page.locator("[data-sign-body] button").first.wait_for()
    assert page.locator("[data-sign-body] :is(input, button)").count() > 0
    assert stopped + watched.stopped() == []


def test_hostile_records_meet_the_policy_nowhere(
    trapped: Callable[..., BrowserContext], demo: Path, tmp_path: Path
) -> None:
    """Values are shown as typed, so that the policy, which is the second wall, has nothing to stop."""
    policy = re.search(r'<meta http-equiv="Content-Security-Policy"[^>]*>', (demo / "index.html").read_text("utf-8"))
    assert policy
    head = f'<head><meta charset="utf-8">{policy[0]}'
    g = made.guidance([*made.sample(), *hostile()], erased())
    pages = [(name, text) for name, text in generated(g, lambda base: made.shell(base).replace("<head>", head))]
    for name, text in pages:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with served(tmp_path) as address:
        watched = Watched(trapped(), "about:blank")
        for name in [name for name, _ in pages if name.endswith(".html")]:
            watched.page.goto(f"{address}{name}")
            assert (name, watched.stopped(), watched.sprung()) == (name, [], False)


def test_a_request_away_would_be_seen(open_page: Open) -> None:
    """The watch of every browser test sees what a page asks of another host."""
    page, watch = open_page(bypass_csp=True)
    with page.expect_event("requestfailed"):
        page.evaluate("new Image().src = 'http://127.0.0.2:9/x'")
    assert watch.away == ["http://127.0.0.2:9/x"]
