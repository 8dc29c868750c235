"""The role cards: each role has one, each sentence names what it rests on, and every recommendation is reached."""

import pytest

from accord.guidance import about
from accord.guidance.pages.cards import serves
from accord.register.published import Published
from accord.site.macros import MACROS
from tests.conftest import ROOT
from tests.test_render_commitment_pages import text

ROLES = sorted(path.stem for path in (ROOT / "data" / "cards").iterdir())


@pytest.mark.parametrize("role", ROLES)
def test_a_card_shows_all_that_its_file_holds(live: Published, role: str) -> None:
    """Its sentences, the stop signs in their own words, a line for each stage, the version, the day and the address."""
    (card,) = (card for card in live.cards if card.role == role)
    page = MACROS["card"](live, "../../../", card.id)
    shown = text(page)
    assert all(item.text in shown for item in card.items)
    assert all(live.entries[name].label in shown for name in card.stop)
    assert all(f"{live.entries[to.role].label}: {to.text}" in shown for to in card.go)
    for stage, line in zip(live.stages, card.stages, strict=True):
        assert f"{stage.label} {line.text}" in shown
        assert f'href="../../../{live.entries[line.item].address}"' in page
    assert (about.name_version(live) if live.release.released else f"Guidance version {live.release.name}.") in shown
    assert f"/toolkit/cards/{role}/" in shown
    assert all(live.entries[name].address in page for item in card.items for name in item.rests_on)


def test_what_a_card_says_of_itself_is_so(live: Published) -> None:
    """Its line for a stage has a practice that the role does, and it names the recommendations that it serves."""
    for card in live.cards:
        assert all(card.role in live.practices[line.item].roles for line in card.stages), card.id
        carried = {*(name for item in card.items for name in item.rests_on), *(line.item for line in card.stages)}
        assert serves(live, card) == [rec for rec in live.recommendations if carried.intersection(rec.practices)]


def test_a_door_leads_to_the_cards_of_its_roles(live: Published) -> None:
    assert any(role in door.roles for door in live.doors for role in ROLES)
    for door in live.doors:
        page = MACROS["door"](live, "../../", door.id)
        assert [role for role in ROLES if f"toolkit/cards/{role}/" in page] == [r for r in ROLES if r in door.roles]
