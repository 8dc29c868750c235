"""Keys in the browser, the ways to hand a record in, and what the page does where it can't do something."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, Route

from tests import ssh
from tests.browser.conftest import Open
from tests.browser.test_sign_journeys import DAY, SIGN, _accepted, address, project  # noqa: F401  (fixtures)

pytestmark = pytest.mark.browser
GITHUB = "https://github.com/example/commitment"
GITLAB = "https://gitlab.com/example/commitment"
NO_CRYPTO = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })"


@pytest.fixture
def opened(open_page: Open, address: str) -> Callable[..., Page]:  # noqa: F811
    """Return a function that opens the signing page on a fixed day, with site settings and an init script if wanted."""

    def open_it(query: str = "", repository: str = "", contact: str = "", script: str = "") -> Page:
        page, watch = open_page("privacy/")
        page.clock.set_fixed_time(f"{DAY}T12:00:00Z")

        def changed(route: Route) -> None:
            body = route.fetch().text().replace('data-repository=""', f'data-repository="{repository}"')
            words = f'data-contact="{contact}"' if contact else r"\g<0>"
            route.fulfill(body=re.sub(r'data-contact="[^"]*"', words, body), content_type="text/html")

        page.route(lambda url: urlparse(url).path.endswith(SIGN), changed)
        if script:
            page.add_init_script(script)
        page.goto(f"{address}{SIGN}{query}")
        page.get_by_text("The page is loaded.").wait_for()
        assert watch.away == []
        return page

    return open_it


def _filled(page: Page, statement: str = "") -> None:
    page.get_by_label("A supplier of tools").check()
    page.get_by_label("Name of the organisation").fill("Wicker & Reed")
    page.get_by_label("Which office signs?").fill("Managing Director")
    page.get_by_label("Statement (optional)").fill(statement)
    page.get_by_role("button", name="Go on").click()


def _last_step(page: Page) -> None:
    page.get_by_label("I have read").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="Hand it in").wait_for()


def _saved(page: Page, button: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(download.value.path()).read_bytes()


def _with_key(page: Page) -> bytes:
    page.get_by_text("Sign with a key (optional)").click()
    return _saved(page, "Make a key and sign with it")


def test_a_key_made_in_the_browser(opened: Callable[..., Page], tmp_path: Path, project: Path) -> None:  # noqa: F811
    """OpenSSH reads the key, its signature is good for ssh-keygen and for accord verify."""
    page = opened()
    _filled(page, "Grüße – “well”")
    key = tmp_path / "key"
    key.write_bytes(_with_key(page))
    key.chmod(0o600)
    public = _saved(page, "Save commitment-key.pub").decode().strip()
    _last_step(page)
    raw, sig = _saved(page, f"Save {DAY}-signed.yml"), _saved(page, f"Save {DAY}-signed.yml.sig")
    command = ["ssh-keygen", "-y", "-f", str(key)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C"}).stdout
    assert told.split()[:2] == public.split()[:2]
    assert f'public_key: "{public}"'.encode() in raw
    assert ssh.openssh(tmp_path, sig, raw, public)
    assert not ssh.openssh(tmp_path, sig, raw + b"\n", public)
    _accepted(project, "wicker-reed", "signed", raw, sig)
    assert sig == _by_openssh(key, raw, tmp_path)


def _by_openssh(key: Path, raw: bytes, folder: Path) -> bytes:
    """Return the signature that OpenSSH makes: Ed25519 gives the same for the same key and bytes."""
    record = folder / "record.yml"
    record.write_bytes(raw)
    command = ["ssh-keygen", "-q", "-Y", "sign", "-n", "commitment-record-v1", "-f", str(key), str(record)]
    subprocess.run(command, check=True, capture_output=True)
    return record.with_name("record.yml.sig").read_bytes()


def test_keys_from_files(opened: Callable[..., Page], tmp_path: Path) -> None:
    """A key of OpenSSH's own is taken; one with a password, one of another kind and a public one are told by words."""
    page = opened()
    _filled(page)
    page.get_by_text("Sign with a key (optional)").click()
    says = page.locator(".sign__key [role=status]")
    for options, words in (
        (["-t", "ed25519", "-N", "secret"], "has a password"),
        (["-t", "ecdsa", "-N", ""], "Ed25519 keys only"),
        (["-t", "ed25519", "-N", ""], "will be signed with this key"),
    ):
        key = tmp_path / "-".join(options).replace(" ", "")
        subprocess.run(["ssh-keygen", "-q", *options, "-f", str(key)], check=True)
        page.get_by_label("Or use a key that you have").set_input_files(str(key))
        page.get_by_text(words).wait_for()
        assert words in says.inner_text()
    page.get_by_label("Or use a key that you have").set_input_files(f"{key}.pub")
    page.get_by_text("This is not a private key of OpenSSH.").wait_for()
    _last_step(page)
    line = Path(f"{key}.pub").read_text(encoding="utf-8").split()
    raw, sig = _saved(page, f"Save {DAY}-signed.yml"), _saved(page, f"Save {DAY}-signed.yml.sig")
    assert ssh.openssh(tmp_path, sig, raw, " ".join(line[:2]))


def test_another_key_than_the_signatory_s(opened: Callable[..., Page], tmp_path: Path) -> None:
    """A later record of a signatory with a key takes that key and no other."""
    page = opened("?event=withdrawn&signatory=alderwick")
    page.get_by_label("Reason").fill("x")
    page.get_by_role("button", name="Go on").click()
    page.get_by_text("Sign with a key (optional)").click()
    assert page.get_by_text("a steward has to add this record").is_visible()
    page.get_by_label("Use your key").set_input_files(str(ssh.Holder().save(tmp_path)))
    page.get_by_text("This is another key than the one that the last signing names.").wait_for()


def test_github_gets_a_filled_in_page(opened: Callable[..., Page]) -> None:
    """The link holds the path and the very bytes that are saved; a long record is uploaded instead."""
    page = opened(repository=GITHUB)
    _filled(page, 'ü & # + % "x"')
    _last_step(page)
    link = urlparse(page.get_by_role("link", name="Open the host’s page, filled in").get_attribute("href"))
    assert (link.hostname, link.path) == ("github.com", "/example/commitment/new/main")
    asked = parse_qs(str(link.query))
    assert asked["filename"] == [f"commitment/signatories/wicker-reed/{DAY}-signed.yml"]
    assert asked["value"][0].encode() == _saved(page, f"Save {DAY}-signed.yml")
    page = opened(repository=GITHUB)
    _filled(page, "ü" * 2000)
    _last_step(page)
    assert page.get_by_text("too long for a link").is_visible()
    assert page.get_by_role("link", name="Open the host’s page for files").is_visible()


def test_with_a_signature_both_files_are_uploaded(opened: Callable[..., Page]) -> None:
    """A link can hold one file."""
    page = opened(repository=GITHUB)
    _filled(page)
    _with_key(page)
    _last_step(page)
    assert page.get_by_role("link", name="Open the host’s page, filled in").count() == 0
    assert page.get_by_text("Save both files above.").is_visible()


def test_gitlab_gets_a_record_to_paste(opened: Callable[..., Page]) -> None:
    """Its page can't be filled in by a link, and the page says so."""
    page = opened(repository=GITLAB)
    _filled(page)
    _last_step(page)
    link = page.get_by_role("link", name="Open the page for a new file").get_attribute("href")
    assert link == f"{GITLAB}/-/new/main"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the record").click()
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.encode() == _saved(page, f"Save {DAY}-signed.yml")


def test_without_a_repository_the_page_says_so(opened: Callable[..., Page]) -> None:
    """The two other ways are there."""
    page = opened()
    _filled(page)
    _last_step(page)
    assert page.get_by_text("This site has no repository set").is_visible()
    assert page.get_by_role("link", name="Start an e-mail").count() == 0


def test_an_e_mail_has_words_and_claims_no_attachment(opened: Callable[..., Page]) -> None:
    """Where the contact has an address, a link opens the mail program; the record is attached by the reader."""
    page = opened(contact="Write to stewards@example.org.")
    _filled(page)
    _last_step(page)
    link = urlparse(page.get_by_role("link", name="Start an e-mail").get_attribute("href"))
    assert (link.scheme, link.path) == ("mailto", "stewards@example.org")
    assert "Before sending, attach:" in parse_qs(str(link.query))["body"][0]


def test_a_browser_without_web_crypto(opened: Callable[..., Page]) -> None:
    """Over plain http a browser works out no digest: the page says so kindly, and makes the record all the same."""
    page = opened(script=NO_CRYPTO)
    assert page.get_by_text("only on pages that come over https").is_visible()
    _filled(page)
    page.get_by_text("Sign with a key (optional)").click()
    assert page.get_by_text("With the command line you can").is_visible()
    _last_step(page)
    assert b'kind: "supplier"' in _saved(page, f"Save {DAY}-signed.yml")


def test_another_text_is_not_signed(open_page: Open, address: str) -> None:  # noqa: F811
    """Where the text is not the one that was published, nothing can be signed."""
    page, _ = open_page("privacy/")
    page.route("**/commitment/versions/*.md", lambda route: route.fulfill(body="# Other words\n"))
    page.goto(f"{address}{SIGN}")
    page.get_by_text("Do not sign, and tell a steward.").wait_for()
    assert page.get_by_role("button", name="Go on").count() == 0


def test_a_page_that_can_t_load_says_so(open_page: Open, address: str) -> None:  # noqa: F811
    """The other ways are named."""
    page, _ = open_page("privacy/")
    page.route("**/api/record-rules.json", lambda route: route.abort())
    page.goto(f"{address}{SIGN}")
    page.get_by_text("use one of the other ways below").wait_for()


def test_the_sheet_for_paper(opened: Callable[..., Page]) -> None:
    """It holds the record, its digest, a code, and room for a pen; nothing else is printed."""
    page = opened()
    _filled(page)
    _last_step(page)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print the signing sheet").click()
    page.locator(".sheet--made").wait_for(state="attached")
    page.emulate_media(media="print")
    sheet = page.locator(".sheet--made")
    assert sheet.is_visible()
    assert 'organisation: "Wicker & Reed"' in sheet.inner_text()
    assert not page.locator("h1").is_visible()
    assert not page.get_by_role("heading", name="A blank sheet for paper").is_visible()
    assert sheet.get_by_role("img", name="The version and the digest of its text").is_visible()


def test_a_file_of_last_year_is_loaded(opened: Callable[..., Page], tmp_path: Path) -> None:
    """A review that was saved unfinished goes on where it stopped; another file is told by words."""
    query = "?event=reviewed&signatory=alderwick"
    page = opened(query)
    page.get_by_role("group", name="Respect 1").get_by_label("Partly kept").check()
    page.get_by_label("Respect 1: why, and what comes next").fill("Half of it.")
    kept = tmp_path / "unfinished-review.yml"
    kept.write_bytes(_saved(page, "Save what I have so far"))
    page = opened(query)
    page.get_by_label("start from a file").set_input_files(str(kept))
    page.get_by_text("are filled in").wait_for()
    assert page.get_by_label("Respect 1: why, and what comes next").input_value() == "Half of it."
    assert page.get_by_role("group", name="Respect 1").get_by_label("Partly kept").is_checked()
    kept.write_text("hello", encoding="utf-8")
    page.get_by_label("start from a file").set_input_files(str(kept))
    page.get_by_text("not the record of a review").wait_for()
