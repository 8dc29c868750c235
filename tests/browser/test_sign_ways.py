"""The ways to hand a record in, what people paste and keep, and what the page does where it can't do something."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlparse

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import PHONE, Open
from tests.browser.test_sign_journeys import DAY, SIGN, address  # noqa: F401  (a fixture)

pytestmark = pytest.mark.browser
GITHUB = "https://github.com/example/commitment"
GITLAB = "https://gitlab.com/example/commitment"
MAIL = "stewards@example.org"
NO_CRYPTO = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })"
SHARES = """Object.assign(Navigator.prototype, {
    canShare: ({ files }) => files[0].name.endsWith('.txt'),
    share: async ({ files: [file], title }) => { window.shared = { name: file.name, title, file: await file.text() }; },
})"""
FILE = f"wicker-reed-{DAY}-signed.yml"
Opened = Callable[..., Page]


@pytest.fixture
def opened(open_page: Open, address: str) -> Opened:  # noqa: F811
    """Return a function that opens the signing page on a fixed day, with site settings and an init script if wanted."""

    def open_it(query: str = "", repository: str = "", mail: str = "", script: str = "", **changed: Any) -> Page:
        page, watch = open_page("privacy/", viewport=PHONE)
        page.clock.set_fixed_time(f"{DAY}T12:00:00Z")

        def settings(route: Route) -> None:
            body = route.fetch().text().replace('data-repository=""', f'data-repository="{repository}"')
            route.fulfill(body=body.replace('data-mail=""', f'data-mail="{mail}"'), content_type="text/html")

        page.route(lambda url: urlparse(url).path.endswith(SIGN), settings)
        for name, change in changed.items():
            _rewrite(page, f"**/api/{name}.json", change)
        if script:
            page.add_init_script(script)
        page.goto(f"{address}{SIGN}{query}")
        page.locator("[data-sign][data-ready]").wait_for()
        assert watch.away == []
        return page

    return open_it


def _rewrite(page: Page, url: str, change: Callable[[Any], None]) -> None:
    def answer(route: Route) -> None:
        told = route.fetch().json()
        change(told)
        route.fulfill(json=told)

    page.route(url, answer)


def _filled(page: Page, statement: str = "", role: str = "Managing Director") -> None:
    page.get_by_label("A supplier of tools").check()
    page.get_by_label("Name of the organisation").fill("Wicker & Reed")
    page.get_by_label("Which office signs?").fill(role)
    page.locator("details", has_text="In your own words").evaluate("part => { part.open = true; }")
    page.get_by_label("Statement", exact=True).fill(statement)
    page.get_by_role("button", name="Go on").click()


def _last_step(page: Page) -> None:
    page.get_by_role("button", name="This is right").click()
    page.get_by_role("heading", name="Hand it in").wait_for()


def _saved(page: Page, button: str, name: str = "") -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    assert download.value.suggested_filename == (name or button.removeprefix("Save "))
    return Path(download.value.path()).read_bytes()


def _faults(page: Page) -> str:
    page.get_by_role("button", name="Go on").click()
    page.locator(".faults").wait_for()
    return page.locator(".faults").inner_text()


def _digest(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


# Ways


def test_github_gets_a_filled_in_page(opened: Opened) -> None:
    """The link holds the path and the very bytes that are saved."""
    page = opened(repository=GITHUB)
    _filled(page, 'ü & # + % "x"')
    _last_step(page)
    link = urlparse(page.get_by_role("link", name="Open the host’s page, filled in").get_attribute("href"))
    assert (link.hostname, link.path) == ("github.com", "/example/commitment/new/main")
    asked = parse_qs(str(link.query))
    assert asked["filename"] == [f"commitment/signatories/wicker-reed/{DAY}-signed.yml"]
    assert asked["value"][0].encode() == _saved(page, f"Save {FILE}")


@pytest.mark.parametrize(
    ("repository", "statement", "link"),
    [
        (GITLAB, "", f"{GITLAB}/-/new/main"),
        (GITHUB, "ü" * 2000, f"{GITHUB}/new/main?filename=commitment%2Fsignatories%2Fwicker-reed%2F{DAY}-signed.yml"),
    ],
)
def test_a_record_that_no_link_can_hold_is_copied(opened: Opened, repository: str, statement: str, link: str) -> None:
    """On a phone too: the host's page opens, and the record is pasted there."""
    page = opened(repository=repository)
    _filled(page, statement)
    _last_step(page)
    assert page.get_by_role("link", name="Open the page for a new file").get_attribute("href") == link
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the record").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.encode() == _saved(page, f"Save {FILE}")


def test_an_e_mail_names_who_what_and_the_digest(opened: Opened) -> None:
    """A short record is in it as it is, so that nothing has to be attached."""
    page = opened(mail=MAIL)
    _filled(page, "We say “yes”.")
    _last_step(page)
    raw = _saved(page, f"Save {FILE}")
    link = urlparse(page.get_by_role("link", name="Start an e-mail").get_attribute("href"))
    asked = parse_qs(str(link.query))
    assert (link.scheme, link.path) == ("mailto", MAIL)
    assert asked["subject"] == [f"Wicker & Reed: record signed, 22 November 2026, {_digest(raw)[:19]}…"]
    assert f"Digest of the record: {_digest(raw)}\r\n" in asked["body"][0]
    assert asked["body"][0].replace("\r\n", "\n").endswith(f"\n\n{raw.decode()}")


def test_an_e_mail_with_a_long_record_says_what_to_attach(opened: Opened) -> None:
    """Because some mail programs cut off long links."""
    page = opened(mail=MAIL)
    _filled(page, "ü" * 900)
    _last_step(page)
    link = page.get_by_role("link", name="Start an e-mail").get_attribute("href")
    assert f"Before you send this, attach {FILE}." in unquote(str(link))
    assert "üü" not in unquote(str(link))
    assert page.get_by_text(f"Attach {FILE}, because").is_visible()


def test_a_phone_shares_the_file(opened: Opened) -> None:
    """Under a name that browsers share, with the same words as an e-mail, however long the record is."""
    page = opened(mail=MAIL, script=SHARES)
    _filled(page, "ü" * 900)
    _last_step(page)
    page.get_by_role("button", name="Share the record").click()
    shared = page.wait_for_function("window.shared").json_value()
    assert shared["name"] == FILE.replace(".yml", ".txt")
    assert shared["title"].startswith("Wicker & Reed: record signed, 22 November 2026")
    assert shared["file"].encode() == _saved(page, f"Save {FILE}")


def test_where_nothing_can_be_sent_the_page_says_so_first(opened: Opened) -> None:
    """On the first screen, with what works still; and no step promises an answer."""
    page = opened()
    assert page.get_by_text("You can’t hand a record in from here yet").is_visible()
    _filled(page)
    _last_step(page)
    assert page.get_by_text("it can’t be sent from here yet").is_visible()
    assert page.get_by_role("button", name="Print the signing sheet").is_visible()
    for absent in ("By e-mail", "Through the repository", "14 days", "What happens next"):
        assert page.locator("[data-sign-body]").get_by_text(absent).count() == 0


def test_the_sheet_for_paper(opened: Opened) -> None:
    """It holds the record, its digest, a code, and room for a pen; nothing else is printed."""
    page = opened()
    _filled(page)
    _last_step(page)
    raw = _saved(page, f"Save {FILE}")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the signing sheet").click()
    page.locator(".sheet--made").wait_for(state="attached")
    page.emulate_media(media="print")
    sheet = page.locator(".sheet--made")
    assert 'organisation: "Wicker & Reed"' in sheet.inner_text()
    assert _digest(raw).removeprefix("sha256:") in sheet.inner_text().replace(" ", "")
    assert sheet.get_by_role("img", name="The record").is_visible()
    assert not page.locator("h1").is_visible()
    assert not page.get_by_label("A blank sheet for paper").is_visible()


# What people paste and type


def test_pasted_text_just_works(opened: Opened) -> None:
    """From a word processor, a chat or a PDF: odd spaces, hidden signs, ligatures, letters in two parts."""
    page = opened()
    _filled(
        page, "One\u00a0two\u202fthree\tfour\r\nfive\u00ad\u200b \ufb01rst\u2011rate cafe\u0301\u2028end ", "A\u00a0B"
    )
    _last_step(page)
    raw = _saved(page, f"Save {FILE}").decode()
    assert 'role: "A B"\n' in raw
    assert 'statement: "One two three four five first-rate café end"\n' in raw


def test_a_sign_that_no_record_can_hold(opened: Opened) -> None:
    """The fault names the question, leads to it, marks it, and shows the sign and where it is."""
    page = opened()
    _filled(page, "We are glad 👨\u200d👩 to sign.")
    fault = page.locator(".faults a")
    assert re.match(r"Statement: .*“👨” \(U\+1F468\).* It is sign 13, in “We are glad 👨👩 to sign", fault.inner_text())
    page.locator("details", has_text="In your own words").evaluate("part => { part.open = false; }")
    fault.click()
    statement = page.get_by_label("Statement", exact=True)
    assert statement.evaluate("e => e === document.activeElement")
    assert statement.get_attribute("aria-invalid") == "true"


@pytest.mark.parametrize(
    ("typed", "told"), [("https://example.org/o'x", "“'” (U+0027)"), ("https://example.org/é", "Write %C3%A9 for it.")]
)
def test_an_address_with_a_sign_that_can_t_stay(opened: Opened, typed: str, told: str) -> None:
    """The sign is named, with what to write for it."""
    page = opened()
    page.locator("details", has_text="In your own words").evaluate("part => { part.open = true; }")
    page.get_by_label("Your page about it").fill(typed)
    assert told in _faults(page)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("21/11/2026", "2026-11-21"),
        ("1 November 2026", "2026-11-01"),
        ("2026-11-02", "2026-11-02"),
        ("21.11.26", "2026-11-21"),
    ],
)
def test_a_date_that_is_typed_whole(opened: Opened, typed: str, day: str) -> None:
    """Into the box for the day, it is understood, and the boxes show it."""
    page = opened("?event=withdrawn&signatory=inglewater")
    page.get_by_text("Use another day").click()
    page.get_by_role("textbox", name="Day").fill(typed)
    page.get_by_label("Reason").fill("x")
    page.get_by_role("button", name="Go on").click()
    _last_step(page)
    assert f'date: "{day}"'.encode() in _saved(page, f"Save inglewater-{day}-withdrawn.yml")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("31/2/2026", "“31 2 2026” is not a day. Write it like 30 11 2026."),
        ("soon", "“soon 11 2026” is not a day."),
        ("3/12/2028", "The day 3 December 2028 has not come: today is 22 November 2026."),
    ],
)
def test_a_date_that_can_t_be(opened: Opened, day: str, told: str) -> None:
    """It is told in the words that people write dates in."""
    page = opened("?event=withdrawn&signatory=inglewater")
    page.get_by_text("Use another day").click()
    page.get_by_role("textbox", name="Day").fill(day)
    page.get_by_role("textbox", name="Day").press("Tab")
    assert told in _faults(page)


def _named(told: Any) -> None:
    told["authorities"][0] |= {
        "name": "Kingston upon Hull",
        "slug": "kingston-upon-hull",
        "common_names": ["Hull City Council"],
    }
    told["authorities"][1] |= {"name": "City of London", "common_names": ["City of London Corporation"]}
    told["authorities"][2] |= {"name": "Bournemouth, Christchurch and Poole", "common_names": ["BCP Council"]}
    told["authorities"][3] |= {"name": "County Durham"}
    told["authorities"][4] |= {"name": "St. Helens"}
    told["authorities"][5] |= {"name": "Surrey", "until": "2026-11-01", "successors": ["kestrelby", "juniper-vale"]}
    told["authorities"][8] |= {"name": "East Surrey", "from": "2027-04-01"}
    told["authorities"][11] |= {"name": "Old Surrey"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Hull City Council", "Kingston upon Hull ("),
        ("hull", "Kingston upon Hull ("),
        ("BCP", "Bournemouth, Christchurch and Poole ("),
        ("City of London Corporation", "City of London ("),
        ("Durham County Council", "County Durham ("),
        ("St Helen's", "St. Helens ("),
        ("Surrey", "Surrey ended on 1 November 2026. Its duties went to Juniper Vale and Kestrelby."),
        ("East Surrey", "East Surrey begins on 1 April 2027."),
        ("surr", "Old Surrey ("),
        ("k", "“k” can be Kingston upon Hull or Kestrelby."),
        ("Leeds", "“Leeds” is not on the list."),
    ],
)
def test_a_council_is_found_by_the_words_that_people_use(opened: Opened, typed: str, told: str) -> None:
    """And what stands in the way is told at once."""
    page = opened(authorities=_named)
    page.get_by_label("A council with").check()
    council = page.get_by_label("Which council?")
    council.fill(typed)
    council.press("Tab")
    page.locator("[data-note]", has_text=told).wait_for()


# What people keep


@pytest.mark.parametrize(
    ("query", "label", "words", "name"),
    [
        ("", "Which office signs?", "Head", f"record-{DAY}-signed-so-far.yml"),
        (
            "?event=reviewed&signatory=alderwick",
            "Respect 1: why",
            "Half of it.",
            f"alderwick-{DAY}-reviewed-so-far.yml",
        ),
        ("?event=corrected&signatory=inglewater", "Reason", "A slip.", f"inglewater-{DAY}-corrected-so-far.yml"),
        ("?event=withdrawn&signatory=inglewater", "Reason", "We end.", f"inglewater-{DAY}-withdrawn-so-far.yml"),
        (
            "?event=succeeded&signatory=lantern-advice",
            "Reason",
            "We merge.",
            f"lantern-advice-{DAY}-succeeded-so-far.yml",
        ),
    ],
)
def test_what_is_not_finished_is_kept(
    opened: Opened, tmp_path: Path, query: str, label: str, words: str, name: str
) -> None:
    """It goes on where it stopped; another file is told by words."""
    page = opened(query)
    page.get_by_label(label).fill(words)
    kept = tmp_path / name
    kept.write_bytes(_saved(page, "Save what I have so far", name))
    page = opened(query)
    page.get_by_text("Start from a file that you kept").click()
    page.get_by_label("A record that you saved").set_input_files(str(kept))
    page.get_by_text("are filled in. Look at each again.").wait_for()
    assert page.get_by_label(label).input_value() == words
    kept.write_text("hello", encoding="utf-8")
    page.get_by_label("A record that you saved").set_input_files(str(kept))
    page.get_by_text("not a record that this form can start from").wait_for()


def test_links_open_beside_the_page_once_something_is_typed(opened: Opened) -> None:
    """So that no work is lost; and the way says so."""
    page = opened()
    link = page.get_by_role("link", name="What signing means").first
    assert link.get_attribute("target") is None
    page.get_by_label("Which office signs?").fill("x")
    assert link.get_attribute("target") == "_blank"
    assert link.inner_text().endswith("(opens in a new tab)")
    assert page.locator("#main-content a[href]:not([target], [href^='#'])").count() == 0


def test_a_second_record_of_a_day_has_a_name_of_its_own(opened: Opened) -> None:
    """Where the register has one of that day already."""

    def taken(told: Any) -> None:
        told["records"].append(
            {"file": f"{DAY}-withdrawn.yml", "event": "withdrawn", "date": DAY, "digest": "", "fields": {}}
        )

    page = opened("?event=withdrawn&signatory=inglewater", **{"signatories/inglewater": taken})
    page.get_by_label("Reason").fill("x")
    page.get_by_role("button", name="Go on").click()
    _last_step(page)
    assert page.get_by_role("button", name=f"Save inglewater-{DAY}-withdrawn-2.yml").is_visible()


# What the page can't do


@pytest.mark.parametrize(
    "event", ["constructor", "toString", "__proto__", "valueOf", "hasOwnProperty", "confirmed", "", "x"]
)
def test_an_event_that_is_none(opened: Opened, event: str) -> None:
    """The page signs."""
    page = opened(f"?event={event}")
    assert page.locator("[data-sign-body] h2").inner_text() == "Sign the Commitment"


def test_a_browser_without_web_crypto(opened: Opened) -> None:
    """Over plain http a browser works out no digest: the page says so kindly, and makes the record all the same."""
    page = opened(mail=MAIL, script=NO_CRYPTO)
    assert page.get_by_text("Your browser could not check its text.").is_visible()
    _filled(page)
    _last_step(page)
    assert b'kind: "supplier"' in _saved(page, f"Save {FILE}")
    assert "undefined" not in str(page.get_by_role("link", name="Start an e-mail").get_attribute("href"))


def test_another_text_is_not_signed(open_page: Open, address: str) -> None:  # noqa: F811
    """Where the text is not the one that was published, nothing can be signed."""
    page, _ = open_page("privacy/")
    page.route("**/commitment/versions/*.md", lambda route: route.fulfill(body="# Other words\n"))
    page.goto(f"{address}{SIGN}")
    page.get_by_text("Do not sign, and tell whoever runs the site.").wait_for()
    assert page.get_by_role("button", name="Go on").count() == 0


def test_a_host_that_does_not_serve_the_text(open_page: Open, address: str) -> None:  # noqa: F811
    """Some servers give no .md file: the form is there, and says that it could not check."""
    page, _ = open_page("privacy/")
    page.route("**/commitment/versions/*.md", lambda route: route.fulfill(status=404))
    page.goto(f"{address}{SIGN}")
    page.get_by_text("Your browser could not check its text.").wait_for()
    assert page.get_by_role("button", name="Go on").is_visible()


MISSING = [
    "assets/sign/form.js",
    "assets/sign/table.js",
    "assets/sign/parts.js",
    "assets/site.js",
    "api/record-rules.json",
]


@pytest.mark.parametrize("missing", MISSING)
def test_a_page_that_can_t_load_is_never_blank(open_page: Open, address: str, missing: str) -> None:  # noqa: F811
    """One file that does not come, and the page says so and names the other ways."""
    page, _ = open_page("privacy/")
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(f"{address}{SIGN}")
    page.get_by_text("The form needs a script, which has not run.").wait_for()
    assert page.get_by_text("A blank sheet for paper").is_visible()
    assert not page.get_by_text("Loading the form").is_visible()


def test_a_page_that_is_opened_from_a_folder_is_never_blank(browser: Browser, demo: Path) -> None:
    """Browsers load no modules there."""
    page = browser.new_page()
    page.goto(f"file://{demo}/{SIGN}index.html")
    page.get_by_text("The form needs a script, which has not run.").wait_for()
    page.close()
