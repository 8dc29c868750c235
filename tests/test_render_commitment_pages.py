"""The generated pages: valid HTML, no input that runs, links that lead somewhere, and standings told in true words."""

from __future__ import annotations

import dataclasses
import html
import re
import xml.etree.ElementTree as ET
from datetime import date
from posixpath import join, normpath
from typing import Any

import html5lib
import pytest

from accord.commitment.text import Commitment
from accord.families import letter
from accord.guidance.pages import search_words
from accord.pages.frame import Frames
from accord.pages.view import View
from accord.register.pages import pages
from accord.register.pages.register import ordered, parts
from accord.register.published import Published
from accord.register.record import Erased
from accord.site.macros import MACROS
from accord.site.mkdocs_hook import parts_of_text
from accord.site.workspace import open_checked
from tests import render_commitment as made
from tests import support

HAND_WRITTEN = {"", "commitment", "families", "families/letter", "glossary", "governance", "framework/roles"}
HAND_WRITTEN |= {f"commitment/{name}" for name in ("about", "verify", "changes", "sign", "signatories")} | {"feed.xml"}
HAND_WRITTEN |= {f"commitment/{c.id}" for c in made.words()}  # made of data/ for MkDocs
HAND_WRITTEN |= {f"source/data/clauses/{c.id}.yml.txt" for c in made.words()}
GONE = Erased("commitment/signatories/hollow/2026-01-02-signed.yml", "signed", "hollow", date(2026, 1, 2), 1,
              f"sha256:{'a' * 64}", date(2026, 2, 3), "It named a person.")  # fmt: skip
RESERVING = {"reserves_care-2": "We share our tools."}
SHOWN = {f"{clause.id}_evidence": "https://council.example/review" for clause in made.SECOND}
NOT_YET = {"care_1": "not-yet"}
WITHDRAWN = {**made.WITHDRAWN, "date": "2026-10-02", "reason": "We stopped."}


def generated(g: Published) -> dict[str, str]:
    return {**dict(pages.generated(g, made.shell)), **dict(letter.pages(g, Frames(made.shell)))}


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return generated(made.guidance(made.sample()))


def text(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page)))


def of(site: dict[str, str], slug: str) -> str:
    return text(site[f"commitment/signatories/{slug}/index.html"])


def page(*told: dict[str, str], own: str = "") -> str:
    """Return the words of the page of a council with these records."""
    return of(generated(made.guidance(made.records("cray", *told), own=own)), "cray")


def tree(page: str) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def test_every_page_is_valid_and_every_link_leads_somewhere(site: dict[str, str]) -> None:
    """Ids are unique. A link is to a generated page, a copied file or a hand-written page; outside with rel set."""
    copied = re.compile(r"commitment/(versions/[0-9.]+\.md|signatories/[a-z-]+/records/[0-9a-z.-]+\.txt)")
    for name, page in site.items():
        root = tree(page) if name.endswith(".html") else ET.Element("none")
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), name
        for link in root.iter("a"):
            href = link.get("href") or ""
            if href.startswith("https://"):
                assert link.get("rel") == "nofollow noopener", href
                continue
            place = normpath(join(f"/{name}", "..", re.split("[#?]", href)[0])).strip("/")
            known = f"{place}/index.html" in site or place in site or place in HAND_WRITTEN
            assert known or copied.fullmatch(place), (name, href)


def test_each_version_says_what_changed_since(site: dict[str, str]) -> None:
    for version in made.commitment().versions:
        page = site[f"commitment/{version.number}/index.html"]
        assert ("This is not the current version" in page) == (version.number != "2.0.0")
        assert version.digest in html.unescape(page)
    for old in ("1.0.0", "1.1.0"):
        shown = text(site[f"commitment/changes/{old}/index.html"])
        for said in ("use [added: or test] a tool", "Reworded (1)", "New (1)", "Moved, in the same words (1)"):
            assert said in shown
    assert "commitment/changes/2.0.0/index.html" not in site


def test_the_heaviest_class_decides_what_to_do() -> None:
    one, two, _ = made.commitment().versions
    for kind, act in (("clarifying", "Read."), ("editorial", "Nothing."), ("substantive", "Sign again.")):
        texts = Commitment((one, dataclasses.replace(two, amendment=kind)))
        assert act in text(generated(made.guidance(texts=texts))["commitment/changes/1.0.0/index.html"])


def test_a_signatory_is_told_in_words(site: dict[str, str]) -> None:
    for slug, said in support.table("signatory_pages").items():
        shown = of(site, slug)
        assert [words for words in (*said, "as at 22 November 2026") if words not in shown] == []


def test_who_has_a_text_to_sign_again_finds_it_there(site: dict[str, str]) -> None:
    """The page of a signatory leads to signing the current version where, and only where, its signature ended there."""
    for s in made.guidance(made.sample()).register.counted:
        page = html.unescape(site[f"commitment/signatories/{s.slug}/index.html"])
        again = f'?event=signed&signatory={s.slug}">sign version 2.0.0</a>' in page
        assert again == s.standing.sign_again, s.slug


def signed(day: str, number: str = "2.0.0", **more: str) -> dict[str, str]:
    return made.signed(day, "", number, **more)


STATES = (
    ((signed("2024-08-01", "1.1.0", seen="2024-08-02"), made.reviewed("2025-08-01", "1.1.0")),
     ("Its yearly review was due on 1 August 2026.", "Your review was due on 1 August 2026.",
      "When will you decide about the newer text?")),
    ((signed("2026-01-01", "1.1.0"), signed("2026-11-01", seen="2026-11-23")),
     ("Its next review is due on 1 January 2027.", "It has no confirmed signature on the newer text.")),
    ((signed("2025-11-22"),), ("Its yearly review was due on 22 November 2026.", "Your review was due on 22 November")),
    ((signed("2026-01-01", seen="2026-01-02"), made.reviewed("2026-02-01") | SHOWN),
     ("Its newest review says “kept” to every promise.",)),
    ((signed("2026-01-01", seen="2026-01-02"),
      made.reviewed("2026-02-01") | {"care-1_evidence": "https://council.example/care"}),
     ("Your review says “kept” to 3 promises, without a link that shows it. What shows it?",)),
    ((signed("2025-01-01", "1.1.0", seen="2025-01-02"), made.reviewed("2025-12-01", "1.1.0"), signed("2026-01-01")),
     ("You have not reported since you signed on 1 January 2026.",)),
)  # fmt: skip


def test_each_state_has_its_own_sentences() -> None:
    for told, said in STATES:
        shown = page(*told)
        assert not [sentence for sentence in said if sentence not in shown], shown
        assert ("Its newest review says “kept”" in shown) == ("Its newest review says “kept”" in said[0])
        assert ("You have not reported on any promise yet" in shown) == ("Reported on version" not in shown)


def test_nobody_is_asked_about_answers_after_the_end() -> None:
    shown = page(signed("2026-08-01"), made.reviewed("2026-10-01", **NOT_YET), WITHDRAWN)
    assert "You said that you do not keep this yet." not in shown
    assert "Not yet kept" in shown


def test_what_waits_is_told_as_waiting() -> None:
    """In a council's own copy, what its record sets apart is told as what the record says, and no answer is told."""
    waits = signed("2026-09-01", **RESERVING, seen="")
    shown = page(waits, made.reviewed("2026-10-01", **NOT_YET) | {"seen": ""}, own="cray")
    own = ("You said", "You left", "You have not reported", "It did not make these promises", "the signatory’s own")
    assert not [words for words in own if words in shown]
    for said in ("Waiting as at 22 November 2026", "waits for a steward. It counts for nothing yet.",
                 "The record says that it does not make these promises.", "What exactly it says it has signed",
                 "This waits for a steward, and counts for nothing yet."):  # fmt: skip
        assert said in shown


def test_a_councils_newer_claim_changes_nothing_that_is_confirmed() -> None:
    """In its own copy only, its page says beside its standing that a newer record waits."""
    for own, there in (("", False), ("cray", True)):
        shown = page(signed("2026-03-02"), {**made.WITHDRAWN, "date": "2026-11-01", "seen": ""}, own=own)
        assert "It signed version 2.0.0 on 2 March 2026." in shown
        assert ("1 newer record waits of this council for a steward. Nothing of that counts yet." in shown) == there
        assert ("Withdrew." in shown) == there


def test_what_was_erased_is_told_and_claims_nothing() -> None:
    """Nothing is said to be kept, the row stands in a table of its own, and no use of a tool is told."""
    g = made.guidance(erased=[GONE])
    shown = of(generated(g), "hollow")
    assert "A record (signed) was erased by a steward on 3 February 2026. The ground: “It named a person.”" in shown
    assert "A steward erased the record of its signing." in shown
    assert "Did you sign the Commitment?" in shown
    assert "kept" not in shown
    (part,) = parts(ordered(g.register), 1)
    assert (part["id"], [row["use_words"] for row in part["rows"]]) == ("erased", ["–"])


def test_the_register_leaves_claims_out_and_sets_endings_apart() -> None:
    """Of what waits for a steward there is a number and no name, and each table holds its own.

    In a council's copy its own claim stands in a table of its own, and is in no count, badge.
    """
    for own in ("", "place-7"):
        g = made.guidance(made.sample(), own=own)
        register, site = MACROS["register"](g, "../../", ""), generated(g)
        shown = text(register)
        for said in ("7 organisations have a confirmed signature, as at 22 November 2026.",
                     "Of 40 councils with children’s services, 4 have one.", "1 record waits for a steward.",
                     "4 councils; 1 children’s trust; 1 other organisation; 1 supplier"):  # fmt: skip
            assert said in shown
        assert (
            ("commitment/signatories/place-7/index.html" in site) == ("signatories/place-7/" in register) == bool(own)
        )
        assert not {"badges/place-7.svg", "badges/new-hale.svg"} & site.keys()  # what nobody has confirmed
        told = {part["id"]: [row["slug"] for row in part["rows"]] for part in parts(ordered(g.register), 1)}
        assert told == {
            "confirmed": ["elmouth", "ambleford", "brackwater", "cray", "dunmere", "garth-trust", "toolmaker"],
            **({"waiting": ["place-7"]} if own else {}),
            "inherits": ["new-hale"],
            "ended": ["farholt", "old-hale"],
        }
        numbers = [re.findall(rf'data-label="{head}">([0-9]+)<', register) for head in ("Confirmed in all", "Councils")]
        assert [sum(map(int, each)) for each in numbers] == [4, 40]
        choices = re.findall(r'<option value="([a-z-]+)"', register)
        assert {"waiting", "erased"} & {*choices} == ({"waiting"} if own else set())  # what nobody has is not offered
        assert not re.search(r"<style|style=|\n\n", register)


def test_the_newest_seal_is_named() -> None:
    """With its digest, its offices and a download; before the first one, nothing is said to be confirmed."""
    digests = html.unescape(MACROS["commitment_digests"](made.guidance(), "../../", ""))
    assert f'href="../../{made.SEAL.path}" download>2026-11-20.sha256</a>' in digests
    assert f"sha256:{made.SEAL.digest}" in digests
    assert "Signed by north and south" in text(digests)
    none = text(MACROS["commitment_digests"](made.guidance(sealed=False), "../../", ""))
    assert "There is none yet, so nothing has been confirmed." in none


def test_an_empty_register_says_so() -> None:
    register = text(MACROS["register"](made.guidance(), "../../", ""))
    for said in ("Nobody is on the register", "None of the 40 councils with children’s services has one.",
                 "Not signing says nothing about how an authority works with children and families."):  # fmt: skip
        assert said in register
    assert "Find a signatory" not in register


def test_a_long_register_has_pages_of_five_hundred() -> None:
    """Each signatory stands on exactly one page, and the first page's filter knows where the others are."""
    body = [made.records(f"body-{n}", made.signed("2026-04-01", f"Body {n}", kind="organisation")) for n in range(1001)]
    g = made.guidance([record for records in body for record in records])
    site = dict(pages.generated(g, made.shell))
    first = MACROS["register"](g, "../../", "")
    shown = [first, *(site[f"commitment/signatories/pages/{number}/index.html"] for number in (2, 3))]
    linked = [slug for page in shown for slug in re.findall(r'signatories/(body-[0-9]+)/"><bdi>', page)]
    assert len(linked) == len(set(linked)) == 1_001
    assert 'data-more="../../api/signatories.json" data-total="1001"' in first
    assert "commitment/signatories/pages/4/index.html" not in site


def test_the_register_says_where_its_list_comes_from() -> None:
    for told in ([], made.sample()):
        g = made.guidance(told)
        known = dataclasses.replace(g.register.authorities, note="A list of 2023.", checked=date(2026, 11, 22))
        g = dataclasses.replace(g, register=dataclasses.replace(g.register, authorities=known))
        said = "Where the list of councils comes from: A list of 2023. We last looked at it on 22 November 2026."
        assert said in text(MACROS["register"](g, "../../", ""))


def test_the_search_and_the_list_of_headings_know_the_text() -> None:
    """Each clause is found by itself; each part of the text is listed on the Commitment's page and on no other."""
    workspace = open_checked(support.ROOT)
    current = workspace.guidance.commitment.versions[-1].text
    found = search_words.clauses(workspace.guidance)
    assert [each["address"] for each in found] == [f"commitment/{clause.id}/" for clause in current.clauses]
    third = next(each for each in found if each["title"] == "Respect 3: Answer anyone who asks about a tool")
    assert third["section"] == "commitment/#text-respect"
    assert "within one month" in third["text"]
    assert all(each["notes"] for each in found)
    assert ("text-respect", "Respect") in parts_of_text(workspace, "commitment/")
    assert parts_of_text(workspace, "commitment/about/") == []
    link = View(workspace.guidance, "../").promise("respect-3")
    assert link == '<a href="../commitment/respect-3/">Respect 3: Answer anyone who asks about a tool</a>'
    assert search_words.clauses(made.guidance(texts=Commitment(()))) == []
