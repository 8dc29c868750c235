"""The ways to hand a record in, and that the first screen says where there is none."""

# ruff: noqa: F811  (fixtures that are shared come by import)

from __future__ import annotations

import hashlib
import json
import re
from typing import Any
from urllib.parse import parse_qs, unquote, urlparse

import pytest
from playwright.sync_api import expect

from tests.browser.sign_officer import DAY
from tests.browser.sign_site import FILE, MAIL, Opened, filled, last_step, saved, site_page  # noqa: F401  (a fixture)

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
GITHUB = "https://github.com/example/commitment"
GITLAB = "https://gitlab.com/example/commitment"
NO_CRYPTO = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })"
SHARES = """Object.assign(Navigator.prototype, {
    canShare: ({ files }) => files[0].name.endsWith('.txt'),
    share: async ({ files: [file], title }) => {
        document.documentElement.dataset.shared = JSON.stringify({ name: file.name, title, file: await file.text() });
    },
})"""


def _digest(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def test_github_gets_a_filled_in_page(site_page: Opened) -> None:
    """The link holds the path and the very bytes that are saved."""
    page = site_page(repository=GITHUB)
    filled(page, 'ü & # + % "x"')
    last_step(page)
    link = urlparse(page.get_by_role("link", name="Open the host’s page, filled in").get_attribute("href"))
    assert (link.hostname, link.path) == ("github.com", "/example/commitment/new/main")
    asked = parse_qs(str(link.query))
    assert asked["filename"] == [f"commitment/signatories/wicker-reed/{DAY}-signed.yml"]
    assert asked["value"][0].encode() == saved(page, f"Save {FILE}")


@pytest.mark.parametrize(
    ("repository", "statement", "link"),
    [
        (GITLAB, "", f"{GITLAB}/-/new/main"),
        (GITHUB, "ü" * 2000, f"{GITHUB}/new/main?filename=commitment%2Fsignatories%2Fwicker-reed%2F{DAY}-signed.yml"),
    ],
)
def test_a_record_that_no_link_can_hold_is_copied(
    site_page: Opened, repository: str, statement: str, link: str
) -> None:
    """On a phone too: the host's page opens, and the record is pasted there."""
    page = site_page(repository=repository)
    filled(page, statement)
    last_step(page)
    assert page.get_by_role("link", name="Open the page for a new file").get_attribute("href") == link
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the record").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.encode() == saved(page, f"Save {FILE}")


def test_an_e_mail_names_who_what_and_the_digest(site_page: Opened) -> None:
    """A short record is in it as it is, so that nothing has to be attached."""
    page = site_page(mail=MAIL)
    filled(page, "We say “yes”.")
    last_step(page)
    raw = saved(page, f"Save {FILE}")
    mail = page.get_by_role("link", name="Start an e-mail")
    expect(mail).to_have_attribute("href", re.compile("Digest"))  # which is worked out a moment later
    link = urlparse(mail.get_attribute("href"))
    asked = parse_qs(str(link.query))
    assert (link.scheme, link.path) == ("mailto", MAIL)
    assert asked["subject"] == [f"Wicker & Reed: record signed, 22 November 2026, {_digest(raw)[:19]}…"]
    assert f"Digest of the record: {_digest(raw)}\r\n" in asked["body"][0]
    assert asked["body"][0].replace("\r\n", "\n").endswith(f"\n\n{raw.decode()}")


def test_an_e_mail_with_a_long_record_says_what_to_attach(site_page: Opened) -> None:
    """Because some mail programs cut off long links."""
    page = site_page(mail=MAIL)
    filled(page, "ü" * 900)
    last_step(page)
    link = page.get_by_role("link", name="Start an e-mail").get_attribute("href")
    assert f"Before you send this, attach {FILE}." in unquote(str(link))
    assert "üü" not in unquote(str(link))
    assert page.get_by_text(f"Attach {FILE}, because").is_visible()


def test_a_phone_shares_the_file(site_page: Opened) -> None:
    """Under a name that browsers share, with the same words as an e-mail, however long the record is."""
    page = site_page(mail=MAIL, script=SHARES)
    filled(page, "ü" * 900)
    last_step(page)
    page.get_by_role("button", name="Share the record").click()
    page.locator("html[data-shared]").wait_for()
    shared = json.loads(str(page.locator("html").get_attribute("data-shared")))
    assert shared["name"] == FILE.replace(".yml", ".txt")
    assert shared["title"].startswith("Wicker & Reed: record signed, 22 November 2026")
    assert shared["file"].encode() == saved(page, f"Save {FILE}")


def test_where_nothing_can_be_sent_the_page_says_so_first(site_page: Opened) -> None:
    """On the first screen, with what works still; and no step promises an answer."""
    page = site_page()
    assert page.get_by_text("You can’t hand a record in from here yet").is_visible()
    filled(page)
    last_step(page)
    assert page.get_by_text("it can’t be sent from here yet").is_visible()
    assert page.get_by_role("button", name="Print the signing sheet").is_visible()
    for absent in ("By e-mail", "Through the repository", "14 days", "What happens next"):
        assert page.locator("[data-sign-body]").get_by_text(absent).count() == 0


def test_the_sheet_for_paper(site_page: Opened) -> None:
    """It holds the record, its digest, a code, and room for a pen; nothing else is printed, on one page."""
    page = site_page()
    filled(page)
    last_step(page)
    raw = saved(page, f"Save {FILE}")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the signing sheet").click()
    page.locator(".sheet--made").wait_for(state="attached")
    page.emulate_media(media="print")
    sheet = page.locator(".sheet--made")
    assert 'organisation: "Wicker & Reed"' in sheet.inner_text()
    assert _digest(raw).removeprefix("sha256:") in sheet.inner_text().replace(" ", "")
    assert sheet.get_by_role("img", name="The record").is_visible()
    assert not page.locator("h1").is_visible()
    assert page.locator(".words > :not(.sign)").evaluate_all("all => all.every(each => !each.checkVisibility())")
    assert not page.get_by_label("A blank sheet for paper").is_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_a_browser_without_web_crypto(site_page: Opened) -> None:
    """Over plain http a browser works out no digest: the page says so kindly, and makes the record all the same."""
    page = site_page(mail=MAIL, script=NO_CRYPTO)
    assert page.get_by_text("Your browser could not check its text.").is_visible()
    filled(page)
    last_step(page)
    assert b'kind: "supplier"' in saved(page, f"Save {FILE}")
    assert "undefined" not in str(page.get_by_role("link", name="Start an e-mail").get_attribute("href"))


def test_a_second_record_of_a_day_has_a_name_of_its_own(site_page: Opened) -> None:
    """Where the register has one of that day already."""

    def taken(told: Any) -> None:
        told["records"].append(
            {"file": f"{DAY}-withdrawn.yml", "event": "withdrawn", "date": DAY, "digest": "", "fields": {}}
        )

    page = site_page("?event=withdrawn&signatory=inglewater", **{"signatories/inglewater": taken})
    page.get_by_label("Reason").fill("x")
    page.get_by_role("button", name="Continue").click()
    last_step(page)
    assert page.get_by_role("button", name=f"Save inglewater-{DAY}-withdrawn-2.yml").is_visible()
