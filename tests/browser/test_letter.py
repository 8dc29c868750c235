"""The letter, made by keyboard, on a phone and on a desktop: for any council, and for made-up ones of each standing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_TWO_VIEWS, NOTHING, PHONE, STORED, UNFOLD, Open, violations

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
LETTER = "families/letter/"
OWN = "commitment/signatories/{}/letter/"
PRINTED = "window.print = () => { window.printed = document.documentElement.dataset.printing; }; null"


def paper(page: Page, name: str = "letter") -> str:
    page.evaluate(UNFOLD)
    return page.locator(f"[data-paper={name}]").inner_text()


def tick(page: Page, label: str) -> None:
    box = page.get_by_label(label, exact=True)
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()


def choose(page: Page, name: str) -> None:
    choice = page.get_by_label("Which council?")
    choice.focus()
    choice.select_option(label=name)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_a_letter_to_a_council_that_did_not_sign(open_page: Open) -> None:
    """Its name goes in, nothing bad is said of it, and nothing goes into the address."""
    page, watch = open_page(LETTER, viewport=PHONE)
    choose(page, "Kestrelby")
    assert "To: children’s services, Kestrelby" in paper(page)
    assert "Not signing says nothing about how you work with families." in paper(page)
    assert "To: Kestrelby" in paper(page, "foi")
    expect(page.locator("[data-letter-status]")).to_contain_text("That says nothing about how it works with you.")
    assert page.url.endswith(LETTER)
    assert watch.away == watch.errors == []
    assert page.evaluate(STORED) == NOTHING


def test_the_letter_says_what_was_chosen(open_page: Open) -> None:
    """One writer and one topic leave their sentences, and the rights of that topic; unticked, all is there again."""
    page, _ = open_page(LETTER, viewport=PHONE)
    page.get_by_label("Which council?").wait_for()
    whole = paper(page)
    tick(page, "A young person")
    tick(page, "Can I object, or ask you to look again?")
    letter = paper(page)
    assert "I am a young person." in letter
    assert "☐" not in letter
    assert "I am a parent" not in letter
    assert "What can I do if I think it is wrong" in letter
    assert "Did a computer score my family" not in letter
    assert "To object." in letter
    assert "To see what it holds." not in letter
    expect(page.locator("[data-letter-status]")).to_have_text("The letter below now asks about one thing.")
    tick(page, "How is it checked?")
    expect(page.locator("[data-letter-status]")).to_have_text("The letter below now asks about 2 things.")
    page.keyboard.press("Space")
    page.get_by_label("Can I object, or ask you to look again?").focus()
    page.keyboard.press("Space")
    tick(page, "I will tick it on paper")
    assert paper(page) == whole


def test_a_topic_without_rights_shows_none(open_page: Open) -> None:
    page, _ = open_page(LETTER)
    tick(page, "How is it checked?")
    assert "How often is it wrong?" in paper(page)
    assert "Rights that may apply" not in paper(page)


def test_a_council_that_signed_has_its_own_letter(open_page: Open) -> None:
    """The choice leads there: version, digest, standing, answers, and the questions that they call for."""
    page, watch = open_page(LETTER, viewport=PHONE)
    choose(page, "Dunmarch")
    page.wait_for_url(f"**/{OWN.format('dunmarch')}")
    tick(page, "What if it is wrong?")
    letter = paper(page)
    assert "You signed version 1.1.0 of the Commitment on 20 May 2024." in letter
    assert "the digest of version 1.1.0 is sha256:" in letter
    assert "Your review of 2 March 2026 answers:" in letter
    assert "You promised (Care 6" in letter
    assert "You promised (Protect 2" not in letter
    assert "?" not in page.url
    assert watch.away == watch.errors == []
    assert page.evaluate(STORED) == NOTHING


@pytest.mark.parametrize(
    ("slug", "said", "unsaid"),
    [
        ("cindercombe", "Your review was due on", "Your newest review is of"),
        (
            "larkhythe-childrens-trust",
            "You have published no review since you signed.",
            "under the Freedom of Information Act",
        ),
        ("fennhollow", "You withdrew on 20 January 2025. So it is not your promise today.", "You promised"),
        ("gorsewold", "Since 1 April 2026 you are followed by:", "You promised"),
        ("inglewater", "You left this promise out when you signed. You wrote:", "lapsed"),
        ("elmsworth", "So your signature lapsed on 23 October 2025.", "since you signed."),
        ("quill-consulting", "So I do not know whether you signed.", "You promised"),
    ],
)
def test_each_standing_is_told(open_page: Open, slug: str, said: str, unsaid: str) -> None:
    """Without scripts too: the letter is complete as it came."""
    page, _ = open_page(OWN.format(slug), java_script_enabled=False)
    words = page.locator("main").inner_text()
    assert said in words
    assert unsaid not in words


def test_a_statement_like_markup_is_shown_as_typed(open_page: Open) -> None:
    """Whatever a record holds is words, also after a choice, and no element is made of it."""
    page, watch = open_page(OWN.format("inglewater"))
    before = page.locator("[data-paper=letter] *").count()
    tick(page, "Who decides?")
    assert page.locator("[data-paper=letter] *").count() == before
    assert watch.errors == []


def test_without_scripts_the_letter_is_whole_and_nothing_idle_is_shown(open_page: Open) -> None:
    page, _ = open_page(LETTER, java_script_enabled=False)
    assert page.locator(".words button, .words select, .words input").count() == 0
    assert "cross out what you do not want to ask" in page.locator("main").inner_text()
    assert paper(page).count("☐") == 3
    assert page.locator("[data-topic]:visible").count() == 7
    assert "[your name" in paper(page)


def test_it_copies_what_is_shown(open_page: Open) -> None:
    """The button puts the shown letter on the clipboard, and says so; where that is refused, the letter is selected."""
    page, _ = open_page(LETTER, permissions=["clipboard-read", "clipboard-write"])
    tick(page, "Who decides?")
    page.get_by_role("button", name="Copy this letter").focus()
    page.keyboard.press("Enter")
    says = page.locator(".letter__buttons [role=status]").first
    expect(says).to_contain_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Who decided, and what difference did the score make?" in copied
    assert "Do you use tools that write notes?" not in copied
    page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no')); null")
    page.keyboard.press("Enter")
    expect(says).to_contain_text("The letter is selected.")
    assert "Who decided" in page.evaluate("String(getSelection())")


@pytest.mark.parametrize(
    ("button", "shown", "hidden"), [("this letter", "letter", "foi"), ("this request", "foi", "letter")]
)
def test_it_prints_one_letter_alone(open_page: Open, button: str, shown: str, hidden: str) -> None:
    page, _ = open_page(LETTER)
    page.evaluate(f"{UNFOLD}; {PRINTED}")
    page.get_by_role("button", name=f"Print {button}").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") == shown
    page.emulate_media(media="print")
    assert page.locator(f"[data-paper={shown}]").is_visible()
    assert not page.locator(f"[data-paper={hidden}]").is_visible()
    assert not page.locator("h1").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("h1").is_visible()


def test_a_list_that_does_not_come_leaves_the_letter(open_page: Open, address: str) -> None:
    page, _ = open_page("privacy/")
    page.route("**/api/authorities.json", lambda route: route.abort())
    page.goto(f"{address}{LETTER}")
    expect(page.locator("[data-letter-status]")).to_contain_text("Write your council’s name in the gap.")
    tick(page, "Who decides?")
    assert "Who decided" in paper(page)


def test_no_sideways_scrolling_once_the_councils_came(open_page: Open) -> None:
    """The list's longest name does not widen the page at 320 pixels (WCAG 2.2, 1.4.10)."""
    page, _ = open_page(LETTER, viewport={"width": 320, "height": 640})
    choice = page.get_by_label("Which council?")
    choice.wait_for()
    choice.evaluate("e => e.append(new Option('A council with a name of very, very many words, and then some'))")
    assert not page.evaluate("document.documentElement.scrollWidth > 320")


@IN_TWO_VIEWS
def test_no_violation_with_choices_made(open_page: Open, size: dict[str, int], scheme: str) -> None:
    """The general letter and a signatory's, with a topic chosen."""
    for name in (LETTER, OWN.format("dunmarch")):
        page, _ = open_page(name, viewport=size, color_scheme=scheme)
        tick(page, "Who decides?")
        assert violations(page) == []
