"""The generated pages: valid HTML, no input that runs, links that lead somewhere, and standings told in words."""

from __future__ import annotations

import dataclasses
import html
import re
from datetime import date
from posixpath import join, normpath
from typing import Any

import html5lib
import pytest

from accord.commitment.text import Commitment
from accord.families import letter
from accord.pages.frame import Frames
from accord.register.pages import pages
from accord.register.pages.register import ordered, parts
from accord.register.record import Erased
from accord.site.macros import MACROS
from tests import render_commitment as made
from tests.test_render_commitment import pledge, words_of

BELOW = ("about", "verify", "changes", "signatories")
HAND_WRITTEN = {
    "commitment/sign",
    "",
    "commitment",
    "families",
    "families/letter",
    "glossary",
    "governance",
    "framework/roles",
    "feed.xml",
}
HAND_WRITTEN |= {f"commitment/{name}" for name in BELOW} | {f"source/data/clauses/{c.id}.yml.txt" for c in made.words()}


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    g = made.guidance(made.sample())
    return {**dict(pages.generated(g, made.shell)), **dict(letter.pages(g, Frames(made.shell)))}


def text(page: str) -> str:
    """Return the words of a page."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page)))


def of(site: dict[str, str], slug: str) -> str:
    return text(site[f"commitment/signatories/{slug}/index.html"])


def tree(page: str) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def test_every_page_is_valid_and_nothing_in_it_runs(site: dict[str, str]) -> None:
    """A strict parser reads each page; no script, style, event or foreign scheme; ids are unique."""
    for name, page in site.items():
        if not name.endswith(".html"):
            continue
        root = tree(page)
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), name
        for element in root.iter():
            assert element.tag not in {"script", "style", "iframe", "form"}, name
            assert not [key for key in element.keys() if key.startswith("on") or key == "style"], name  # noqa: SIM118
            assert not (element.get("href") or "").lower().startswith(("javascript:", "data:")), name


def test_who_has_a_text_to_sign_again_finds_it_there(site: dict[str, str]) -> None:
    """The page of a signatory leads to signing the current version where, and only where, its signature ended there."""
    for s in made.guidance(made.sample()).register.counted:
        page = html.unescape(site[f"commitment/signatories/{s.slug}/index.html"])
        again = f'?event=signed&signatory={s.slug}">sign version 2.0.0</a>' in page
        assert again == s.standing.sign_again, s.slug


def test_every_link_leads_somewhere(site: dict[str, str]) -> None:
    """Inside the site to a generated page, a copied file or a hand-written page; outside only with rel set."""
    copied = re.compile(r"commitment/(versions/[0-9.]+\.md|signatories/[a-z-]+/records/[0-9a-z.-]+\.txt)")
    for name, page in site.items():
        for link in tree(page).iter("a") if name.endswith(".html") else ():
            href = link.get("href") or ""
            if href.startswith("https://"):
                assert link.get("rel") == "nofollow noopener", href
                continue
            place = normpath(join(f"/{name}", "..", re.split("[#?]", href)[0])).strip("/")
            known = f"{place}/index.html" in site or place in site or place in HAND_WRITTEN
            assert known or copied.fullmatch(place), (name, href)


def test_a_hostile_name_is_shown_as_typed(site: dict[str, str]) -> None:
    page = site["commitment/signatories/elmouth/index.html"]
    assert tree(page).find(".//h1").text == made.HOSTILE
    assert "<script" not in page.lower()


def test_each_version_has_its_words_and_says_whether_it_is_current(site: dict[str, str]) -> None:
    for version in made.commitment().versions:
        page = site[f"commitment/{version.number}/index.html"]
        assert pledge(page) == words_of(version.text)
        assert ("This is not the current version" in page) == (version.number != "2.0.0")
        assert version.digest in html.unescape(page)


@pytest.mark.parametrize(("old", "act"), [("1.0.0", "Sign again."), ("1.1.0", "Sign again.")])
def test_changes_say_what_to_do(site: dict[str, str], old: str, act: str) -> None:
    page = text(site[f"commitment/changes/{old}/index.html"])
    assert act in page
    assert "Before we use [added: or test] a tool" in page
    assert "Reworded (1)" in page
    assert "New (1)" in page
    assert "Moved, in the same words (1)" in page
    assert "Unchanged (2) Respect 1, Care 1." in page or "Unchanged (2) Respect 1, Care 2." in page
    assert "commitment/changes/2.0.0/index.html" not in site


@pytest.mark.parametrize(
    ("kind", "act"), [("clarifying", "Read."), ("editorial", "Nothing."), ("substantive", "Sign again.")]
)
def test_the_heaviest_class_decides(kind: str, act: str) -> None:
    one, two, _ = made.commitment().versions
    texts = Commitment((one, dataclasses.replace(two, amendment=kind)))
    site = dict(pages.generated(made.guidance(texts=texts), made.shell))
    assert act in text(site["commitment/changes/1.0.0/index.html"])
    assert "This is clearer." in text(site["commitment/changes/1.0.0/index.html"])


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("ambleford", "It signed version 2.0.0 on 1 April 2026."),
        ("ambleford", "A steward confirmed this on 9 April 2026, from a public minute."),
        ("ambleford", "Its next review is due on 1 October 2027."),
        ("ambleford", "Care 2: Short title of care-2 We share our tools."),
        ("ambleford", "partly kept 1, not yet kept 1, does not apply 1"),
        ("ambleford", "What is in the way, and by when will you keep it?"),
        ("ambleford", "You set this promise apart when you signed."),
        ("ambleford", "the confirmation of 2026-04-01-signed.yml"),
        ("ambleford", "https://council.example/decisions/12?item=3&x='quoted'"),
        ("ambleford", "Decided on 20 March 2026"),
        ("brackwater", "The text has changed in substance since."),
        ("brackwater", "See what changed since 1.1.0"),
        ("cray", "No reviews yet, as at 22 November 2026."),
        ("cray", "You have not reported on any promise yet."),
        ("dunmere", "It published no review for two years, so its signature lapsed on 1 May 2025."),
        ("new-hale", "Not signing says nothing about how an organisation works with children and families."),
        ("farholt", "It withdrew on 5 January 2025. The record of what it signed stays."),
        ("farholt", "We stopped every tool & moved on."),
        ("garth-trust", "Garth Trust for Children"),
        ("garth-trust", "it should have said “Garth Trust for Children”"),
        ("old-hale", "Since 1 April 2025 it is followed by: New Hale."),
        ("new-hale", "It has not signed itself. The promises of these signatories come to it: Old Hale."),
        ("new-hale", "Do you keep the promises that come to you?"),
        ("toolmaker", "Supplier"),
    ],
)  # fmt: skip
def test_a_signatory_is_told_in_words(site: dict[str, str], slug: str, said: str) -> None:
    page = of(site, slug)
    assert said in page, page
    assert "as at 22 November 2026" in page


def test_what_was_erased_is_told_and_not_shown() -> None:
    gone = Erased(
        "commitment/signatories/hollow/2026-01-02-signed.yml", "signed", "hollow", date(2026, 1, 2), 1,
        f"sha256:{'a' * 64}", date(2026, 2, 3), "It named a person.",
    )  # fmt: skip
    page = of(dict(pages.generated(made.guidance(erased=[gone]), made.shell)), "hollow")
    assert "A record (signed) was erased by a steward on 3 February 2026. The ground: “It named a person.”" in page
    assert "A steward erased the record of its signing." in page


def test_the_register_leaves_claims_out_and_sets_endings_apart() -> None:
    """Of what waits for a steward there is a number and no name, and each table holds its own."""
    g = made.guidance(made.sample())
    register = MACROS["register"](g, "../../", "")
    assert "\n\n" not in register
    shown = text(register)
    assert "7 organisations have a confirmed signature, as at 22 November 2026." in shown
    assert "Of 40 councils with children’s services, 4 have one." in shown
    assert "4 councils; 1 children’s trust; 1 other organisation; 1 supplier" in shown
    assert "1 record waits for a steward." in shown
    assert "commitment/signatories/place-7/index.html" not in dict(pages.generated(g, made.shell))
    assert "signatories/place-7/" not in register
    shown_in = {part.id: [row.slug for row in part.rows] for part in parts(ordered(g.register), 1)}
    assert shown_in == {
        "confirmed": ["elmouth", "ambleford", "brackwater", "cray", "dunmere", "garth-trust", "toolmaker"],
        "inherits": ["new-hale"],
        "ended": ["farholt", "old-hale"],
    }
    squares = re.findall(r'class="tile tile--([a-z-]+)"', register)
    assert len(squares) == 40 + 5  # one for each council, and the key
    assert squares.count("none") == 36 + 1
    assert "<style" not in register
    assert "style=" not in register


def test_a_councils_copy_shows_its_own_claim_as_waiting() -> None:
    """It stands in a table of its own, has a page that says so, and is in no count, badge or calendar."""
    g = made.guidance(made.sample(), own="place-7")
    site = dict(pages.generated(g, made.shell))
    shown, page = text(MACROS["register"](g, "../../", "")), of(site, "place-7")
    assert "7 organisations have a confirmed signature, as at 22 November 2026." in shown
    waiting = next(part for part in parts(ordered(g.register), 1) if part.id == "waiting")
    assert [row.slug for row in waiting.rows] == ["place-7"]
    assert waiting.title in shown
    assert "Waiting as at 22 November 2026" in page
    assert "waits for a steward. It counts for nothing yet." in page
    assert "What exactly it says it has signed" in page
    assert "This waits for a steward, and counts for nothing yet." in page
    assert "badges/place-7.svg" not in site
    assert not [name for name in site if "place-7" in name and name.endswith(".ics")]


def test_a_councils_newer_claim_changes_nothing_that_is_confirmed() -> None:
    """In its own copy only, its page says beside its standing that a newer record waits."""
    told = made.records("cray", made.signed("2026-03-02", ""), {**made.WITHDRAWN, "date": "2026-11-01", "seen": ""})
    for own, there in (("", False), ("cray", True)):
        page = of(dict(pages.generated(made.guidance(told, own=own), made.shell)), "cray")
        assert "It signed version 2.0.0 on 2 March 2026." in page
        assert ("1 newer record waits of this council for a steward. Nothing of that counts yet." in page) == there
        assert ("Withdrew." in page) == there


def test_the_newest_seal_is_named() -> None:
    """With its digest, its offices and a download; before the first one, nothing is said to be confirmed."""
    digests = MACROS["commitment_digests"](made.guidance(), "../../", "")
    assert f'href="../../{made.SEAL.path}" download>2026-11-20.sha256</a>' in html.unescape(digests)
    assert f"sha256:{made.SEAL.digest}" in html.unescape(digests)
    assert "Signed by north and south" in text(digests)
    none = text(MACROS["commitment_digests"](made.guidance(sealed=False), "../../", ""))
    assert "There is none yet, so nothing has been confirmed." in none


def test_an_empty_register_says_so() -> None:
    register = text(MACROS["register"](made.guidance(), "../../", ""))
    assert "Nobody is on the register" in register
    assert "Not signing says nothing about how an authority works with children and families." in register
    assert "None of the 40 councils with children’s services has one." in register
    assert "Find a signatory" not in register


def test_a_long_register_has_pages_of_five_hundred() -> None:
    """Each signatory stands on exactly one page, and the first page's filter knows where the others are."""
    told = [
        record
        for number in range(1_001)
        for record in made.records(f"body-{number}", made.signed("2026-04-01", f"Body {number}", kind="organisation"))
    ]
    g = made.guidance(told)
    site = dict(pages.generated(g, made.shell))
    first = MACROS["register"](g, "../../", "")
    shown = [first, *(site[f"commitment/signatories/pages/{number}/index.html"] for number in (2, 3))]
    linked = [slug for page in shown for slug in re.findall(r'signatories/(body-[0-9]+)/"><bdi>', page)]
    assert len(linked) == len(set(linked)) == 1_001
    assert 'data-more="../../api/signatories.json" data-total="1001"' in first
    assert "commitment/signatories/pages/4/index.html" not in site
