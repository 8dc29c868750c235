"""The ways to hand a record in, what the first screen says where there is none, and what a page lacks is told."""

# ruff: noqa: F811  (fixtures that are shared come by import)

import hashlib
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlparse

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import IN_TWO_VIEWS, PHONE, UNFOLD, WIDE, Open, violations
from tests.browser.sign_officer import DAY, FILE, SIGN, Opened, answered, go_on, saved, sign_page  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
MAIL = "stewards@example.org"
GITHUB = "https://github.com/example/commitment"
GITLAB = "https://gitlab.com/example/commitment"
NEW = f"{GITHUB}/new/main?filename=commitment%2Fsignatories%2Fwicker-reed%2F{DAY}-signed.yml"
NO_CRYPTO = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })"
SHARES = """Object.assign(Navigator.prototype, {
    canShare: ({ files }) => files[0].name.endsWith('.txt'),
    share: async ({ files: [file], title }) => {
        document.documentElement.dataset.shared = JSON.stringify({ name: file.name, title, file: await file.text() });
    },
})"""
NO_SCRIPT = "The form needs a script, which has not run."


def _digest(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _link(page: Page, name: str, holds: str) -> str:
    link = page.get_by_role("link", name=name)
    expect(link).to_have_attribute("href", re.compile(holds))  # a digest is worked out a moment later
    return str(link.get_attribute("href"))


def _looked_at(page: Page) -> None:
    page.evaluate(UNFOLD)
    assert (violations(page), page.evaluate(WIDE)) == ([], False)


def test_a_short_record_goes_by_link_by_mail_and_on_paper(sign_page: Opened) -> None:
    """Each holds the very bytes that are saved; the sheet has the digest, a code and room for a pen, on one page."""
    page = sign_page(repository=GITHUB, mail=MAIL)
    answered(page, 'We say “yes”. ü & # + % "x"')
    go_on(page)
    raw = saved(page)
    link = urlparse(_link(page, "Open the host’s page, filled in", "value="))
    assert (link.hostname, link.path) == ("github.com", "/example/commitment/new/main")
    asked = parse_qs(link.query)
    assert asked["filename"] == [f"commitment/signatories/wicker-reed/{DAY}-signed.yml"]
    assert asked["value"][0].encode() == raw
    link = urlparse(_link(page, "Start an e-mail", "Digest"))
    asked = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", MAIL)
    assert asked["subject"] == [f"Wicker & Reed: record signed, 22 November 2026, {_digest(raw)[:19]}…"]
    assert f"Digest of the record: {_digest(raw)}\r\n" in asked["body"][0]
    assert asked["body"][0].replace("\r\n", "\n").endswith(f"\n\n{raw.decode()}")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the signing sheet").click()
    sheet = page.locator(".sheet--made")
    sheet.wait_for(state="attached")
    page.emulate_media(media="print")
    assert 'organisation: "Wicker & Reed"' in sheet.inner_text()
    assert _digest(raw).removeprefix("sha256:") in sheet.inner_text().replace(" ", "")
    assert sheet.get_by_role("img", name="The record").is_visible()
    assert not page.locator("h1").is_visible()
    assert page.locator(".words > :not(.sign)").evaluate_all("all => all.every(each => !each.checkVisibility())")
    assert not page.get_by_label("A blank sheet for paper").is_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


@pytest.mark.parametrize(("repository", "statement", "link"), [(GITLAB, "", f"{GITLAB}/-/new/main"),
                                                               (GITHUB, "ü" * 2000, NEW)])  # fmt: skip
def test_a_record_that_no_link_can_hold_is_copied_attached_or_shared(
    sign_page: Opened, repository: str, statement: str, link: str
) -> None:
    """Some mail programs cut off long links; a phone shares the file under a name that browsers share."""
    page = sign_page(repository=repository, mail=MAIL, script=SHARES)
    answered(page, statement)
    go_on(page)
    raw = saved(page)
    assert page.get_by_role("link", name="Open the page for a new file").get_attribute("href") == link
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the record").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").encode() == raw
    mail = unquote(_link(page, "Start an e-mail", "Digest"))
    assert (f"Before you send this, attach {FILE}." in mail) == bool(statement)
    assert "üü" not in mail
    assert page.get_by_text(f"Attach {FILE}, because").is_visible() == bool(statement)
    page.get_by_role("button", name="Share the record").click()
    page.locator("html[data-shared]").wait_for()
    shared = json.loads(str(page.locator("html").get_attribute("data-shared")))
    assert shared["name"] == FILE.replace(".yml", ".txt")
    assert shared["title"].startswith("Wicker & Reed: record signed, 22 November 2026")
    assert shared["file"].encode() == raw


def test_where_nothing_can_be_sent_the_page_says_so_first(sign_page: Opened) -> None:
    """On the first screen, with what works still; no step promises an answer; links open beside what was typed."""
    page = sign_page()
    expect(page.get_by_text("You can’t hand a record in from here yet")).to_be_visible()
    link = page.get_by_role("link", name="What signing means").first
    assert link.get_attribute("target") is None
    answered(page)
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_contain_text("(opens in a new tab)")
    assert page.locator("#main-content a[href]:not([target], [href^='#'])").count() == 0
    go_on(page)
    expect(page.get_by_text("it can’t be sent from here yet")).to_be_visible()
    expect(page.get_by_role("button", name="Print the signing sheet")).to_be_visible()
    for absent in ("By e-mail", "Through the repository", "14 days", "What happens next"):
        assert page.locator("[data-sign-body]").get_by_text(absent).count() == 0


def test_a_browser_without_web_crypto(sign_page: Opened) -> None:
    """Over plain http a browser works out no digest: the page says so kindly, and makes the record all the same."""
    page = sign_page(mail=MAIL, script=NO_CRYPTO)
    expect(page.get_by_text("Your browser could not check its text.")).to_be_visible()
    answered(page)
    go_on(page)
    assert b'kind: "supplier"' in saved(page)
    assert "undefined" not in _link(page, "Start an e-mail", "subject")


def test_a_second_record_of_a_day_has_a_name_of_its_own(sign_page: Opened) -> None:
    """Where the register has one of that day already."""

    def taken(told: Any) -> None:
        more = {"file": f"{DAY}-withdrawn.yml", "event": "withdrawn", "date": DAY, "digest": "", "fields": {}}
        told["records"].append(more)

    page = sign_page("?event=withdrawn&signatory=inglewater", **{"signatories/inglewater": taken})
    page.get_by_label("Reason").fill("x")
    go_on(page)
    expect(page.get_by_role("button", name=f"Save inglewater-{DAY}-withdrawn-2.yml")).to_be_visible()


@pytest.mark.parametrize("query", ["", "reviewed&signatory=alderwick", "corrected&signatory=inglewater",
                                   "succeeded&signatory=lantern-advice"])  # fmt: skip
def test_no_violation_with_faults_shown(sign_page: Opened, query: str) -> None:
    page = sign_page(f"?event={query}")
    for office in page.get_by_label("Which office").all():
        office.fill("")
    page.get_by_role("button", name="Continue").click()
    page.locator(".faults").wait_for()
    expect(page.locator(".faults")).to_be_focused()
    _looked_at(page)


@IN_TWO_VIEWS
def test_no_violation_at_the_later_steps(sign_page: Opened, size: Any, scheme: Any) -> None:
    page = sign_page("?event=withdrawn&signatory=inglewater")
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    page.get_by_label("Reason").fill("x")
    for button, heading in (("Continue", "Check before you hand it in"), ("This is right", "Hand it in")):
        page.get_by_role("button", name=button).click()
        page.get_by_role("heading", name=heading).wait_for()
        _looked_at(page)


def test_without_scripts_the_other_ways_are_there(open_page: Open, browser: Browser, demo: Path) -> None:
    """The page says how else to sign, and has a sheet to print; opened from a folder, where no module loads, too."""
    page, _ = open_page(SIGN, java_script_enabled=False)
    expect(page.get_by_text(NO_SCRIPT)).to_be_visible()
    expect(page.locator("main")).to_contain_text("accord sign")
    page.get_by_text("A blank sheet for paper").click()
    page.emulate_media(media="print")
    expect(page.get_by_text("Signature", exact=True)).to_be_visible()
    page = browser.new_page()
    page.goto(f"file://{demo}/{SIGN}index.html")
    page.get_by_text(NO_SCRIPT).wait_for()
    page.close()


@pytest.mark.parametrize(
    ("missing", "answer", "says", "buttons"),
    [
        ("commitment/versions/*.md", {"body": "# Other words\n"}, "Do not sign, and tell whoever runs the site.", 0),
        # Some servers give no .md file: the form is there, and says that it could not check.
        ("commitment/versions/*.md", {"status": 404}, "Your browser could not check its text.", 1),
        ("assets/sign/form.js", None, NO_SCRIPT, 0),
        ("assets/sign/table.js", None, NO_SCRIPT, 0),
        ("assets/sign/parts.js", None, NO_SCRIPT, 0),
        ("assets/site.js", None, NO_SCRIPT, 0),
        ("api/record-rules.json", None, NO_SCRIPT, 0),
    ],
)
def test_a_page_that_lacks_something_says_so(
    open_page: Open, missing: str, answer: Any, says: str, buttons: int
) -> None:
    """It is never blank, names the other ways, and lets nobody sign another text."""

    def prepare(page: Page) -> None:
        page.route(f"**/{missing}", lambda route: route.fulfill(**answer) if answer else route.abort())

    page, _ = open_page(SIGN, before=prepare, viewport=PHONE)
    page.get_by_text(says).wait_for()
    expect(page.get_by_role("button", name="Continue")).to_have_count(buttons)
    expect(page.get_by_text("A blank sheet for paper")).to_be_visible()
    expect(page.get_by_text("Loading the form")).to_be_hidden()
