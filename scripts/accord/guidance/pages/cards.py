"""The role cards: one side of A5 each, and where each sentence comes from."""

from accord.guidance.elements import Card
from accord.guidance.guidance import Guidance
from accord.pages.templating import render
from accord.project.element import Element

HEADING = "Before you rely on this score"


def place(card: Card) -> str:
    """Return the address of a card's page below the site's root."""
    return f"toolkit/cards/{card.role}/"


def card(g: Guidance, base: str, name: str) -> str:
    """Return a card, and below it what its words rest on."""
    (found,) = (card for card in g.cards if card.id == name)
    address = f"{g.site.address.rstrip('/')}/{place(found)}"
    return render("card.html", g, base, card=found, heading=HEADING, serves=serves(g, found), address=address)


def cards(g: Guidance, base: str, _: str) -> str:
    """Return the list of cards."""
    return render("cards.html", g, base)


def serves(g: Guidance, card: Card) -> list[Element]:
    """Return the recommendations of which a card has a practice."""
    carried = {name for item in card.items for name in item.rests_on} | {line.item for line in card.stages}
    return [rec for rec in g.recommendations if carried & set(rec.practices)]
