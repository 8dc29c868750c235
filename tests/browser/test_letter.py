"""The letter, made by keyboard, on a phone and on a desktop: for any council, and for made-up ones of each standing."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_TWO_VIEWS, NOTHING, PHONE, STORED, UNFOLD, WIDE, Open, violations

pytestmark = [pytest.mark.browser, pytest.mark.of("demo")]
LETTER = "families/letter/"
OWN = "commitment/signatories/{}/letter/"
PRINTED = """() => {
    window.print = () => { window.printed = document.documentElement.className.match(/printing-(\\w+)/)[1]; };
}"""


def paper(page: Page, name: str = "letter") -> str:
    page.evaluate(UNFOLD)
    return page.locator(f"[data-paper={name}]").inner_text()


def tick(page: Page, label: str) -> None:
    box = page.get_by_label(label, exact=True)
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()


def choose(page: Page, name: str) -> None:
    choice = page.get_by_label("Which council?")
    choice.focus()
    choice.select_option(label=name)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def says(page: Page, words: str) -> None:
    expect(page.locator("[data-letter-status]")).to_contain_text(words)


def test_the_letter_says_what_was_chosen(open_page: Open) -> None:
    """One writer and one topic leave their sentences, and the rights of that topic; unticked, all is there again."""
    page, _ = open_page(LETTER, viewport=PHONE)
    whole = paper(page)
    tick(page, "A young person")
    tick(page, "Can I object, or ask you to look again?")
    letter = paper(page)
    for words in ("I am a young person.", "What can I do if I think it is wrong", "To object."):
        assert words in letter
    for words in ("☐", "I am a parent", "Did a computer score my family", "To see what it holds."):
        assert words not in letter
    says(page, "The letter below now asks about one thing.")
    tick(page, "How is it checked?")
    says(page, "The letter below now asks about 2 things.")
    page.get_by_label("Can I object, or ask you to look again?").focus()
    page.keyboard.press("Space")
    assert "How often is it wrong?" in paper(page)
    assert "Rights that may apply" not in paper(page)  # the topic has none
    page.get_by_label("How is it checked?").focus()
    page.keyboard.press("Space")
    tick(page, "I will tick it on paper")
    assert paper(page) == whole


def test_each_council_has_a_letter(open_page: Open) -> None:
    """One that did not sign: nothing bad is said of it. One that signed: version, digest, standing and its answers."""
    page, _ = open_page(LETTER, viewport=PHONE)
    choose(page, "Kestrelby")
    says(page, "That says nothing about how it works with you.")
    assert "To: children’s services, Kestrelby" in paper(page)
    assert "Not signing says nothing about how you work with families." in paper(page)
    assert "To: Kestrelby" in paper(page, "foi")
    assert page.url.endswith(LETTER)
    choose(page, "Dunmarch")
    page.wait_for_url(f"**/{OWN.format('dunmarch')}")
    tick(page, "What if it is wrong?")
    letter = paper(page)
    for words in (
        "You signed version 1.1.0 of the Commitment on 20 May 2024.",
        "the digest of version 1.1.0 is sha256:",
        "Your review of 2 March 2026 answers:",
        "You promised (Care 6",
    ):
        assert words in letter
    assert "You promised (Protect 2" not in letter
    assert page.url.endswith(OWN.format("dunmarch"))
    assert page.evaluate(STORED) == NOTHING


STANDINGS = {
    "cindercombe": ("Your review was due on", "Your newest review is of"),
    "larkhythe-childrens-trust": ("You have published no review since you signed.", "Freedom of Information Act"),
    "fennhollow": ("You withdrew on 20 January 2025. So it is not your promise today.", "You promised"),
    "gorsewold": ("Since 1 April 2026 you are followed by:", "You promised"),
    "inglewater": ("You left this promise out when you signed. You wrote:", "lapsed"),
    "elmsworth": ("So your signature lapsed on 23 October 2025.", "since you signed."),
    "quill-consulting": ("So I do not know whether you signed.", "You promised"),
}


def test_without_scripts_each_letter_is_whole_and_nothing_idle_is_shown(open_page: Open, address: str) -> None:
    page, _ = open_page(LETTER, java_script_enabled=False)
    assert page.locator(".words button, .words select, .words input").count() == 0
    assert "cross out what you do not want to ask" in page.locator("main").inner_text()
    assert paper(page).count("☐") == 3
    assert page.locator("[data-topic]:visible").count() == 7
    assert "[your name" in paper(page)
    for slug, (said, unsaid) in STANDINGS.items():
        page.goto(f"{address}{OWN.format(slug)}")
        words = page.locator("main").inner_text()
        assert (slug, said in words, unsaid in words) == (slug, True, False)


def test_it_copies_and_prints_what_is_shown(open_page: Open) -> None:
    """The button puts the shown letter on the clipboard, and says so; where that is refused, the letter is selected."""
    page, _ = open_page(LETTER, permissions=["clipboard-read", "clipboard-write"])
    tick(page, "Who decides?")
    page.get_by_role("button", name="Copy this letter").focus()
    page.keyboard.press("Enter")
    copied = page.locator(".letter__buttons [role=status]").first
    expect(copied).to_contain_text("Copied.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "Who decided, and what difference did the score make?" in text
    assert "Do you use tools that write notes?" not in text
    page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no')); null")
    page.keyboard.press("Enter")
    expect(copied).to_contain_text("The letter is selected.")
    assert "Who decided" in page.evaluate("String(getSelection())")
    page.evaluate(UNFOLD)
    page.evaluate(PRINTED)
    for button, shown, hidden in (("this letter", "letter", "foi"), ("this request", "foi", "letter")):
        page.get_by_role("button", name=f"Print {button}").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("window.printed") == shown
        page.emulate_media(media="print")
        expect(page.locator(f"[data-paper={shown}]")).to_be_visible()
        expect(page.locator(f"[data-paper={hidden}]")).to_be_hidden()
        expect(page.locator("h1")).to_be_hidden()
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(page.locator("h1")).to_be_visible()
        page.emulate_media(media="screen")


def test_a_list_that_does_not_come_leaves_the_letter(open_page: Open) -> None:
    page, _ = open_page(LETTER, lambda page: page.route("**/api/authorities.json", lambda route: route.abort()))
    says(page, "Write your council’s name in the gap.")
    tick(page, "Who decides?")
    assert "Who decided" in paper(page)


@IN_TWO_VIEWS
def test_no_violation_with_choices_made(open_page: Open, address: str, size: dict[str, int], scheme: str) -> None:
    """Of a signatory's letter, whose words stay words, and of the general one, however long a council's name is."""
    page, _ = open_page(OWN.format("inglewater"), viewport=size, color_scheme=scheme)
    before = page.locator("[data-paper=letter] *").count()
    tick(page, "Who decides?")
    assert page.locator("[data-paper=letter] *").count() == before
    assert violations(page) == []
    page.goto(f"{address}{LETTER}")
    tick(page, "Who decides?")
    choice = page.get_by_label("Which council?")
    choice.evaluate("e => e.append(new Option('A council with a name of very, very many words, and then some'))")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert not page.evaluate(WIDE)
