"""The role cards: each role has one, each sentence names what it rests on, and every recommendation is reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.guidance import about
from accord.guidance.pages.cards import serves
from accord.register.published import Published
from accord.site.macros import MACROS
from accord.site.workspace import open_checked
from tests.conftest import ROOT
from tests.test_render_commitment_pages import text

ROLES = sorted(path.stem for path in (ROOT / "data" / "cards").iterdir())


@pytest.fixture(scope="module")
def g(root: Path) -> Published:
    return open_checked(root).guidance


def test_each_card_is_its_roles(g: Published) -> None:
    assert sorted(card.role for card in g.cards) == ROLES


@pytest.mark.parametrize("role", ROLES)
def test_a_card_shows_all_that_its_file_holds(g: Published, role: str) -> None:
    """Its sentences, the stop signs in their own words, a line for each stage, the version, the day and the address."""
    (card,) = (card for card in g.cards if card.role == role)
    page = MACROS["card"](g, "../../../", card.id)
    shown = text(page)
    assert all(item.text in shown for item in card.items)
    assert all(g.entries[name].label in shown for name in card.stop)
    assert all(f"{g.entries[to.role].label}: {to.text}" in shown for to in card.go)
    for stage, line in zip(g.stages, card.stages, strict=True):
        assert f"{stage.label} {line.text}" in shown
        assert f'href="../../../{g.entries[line.item].address}"' in page
    assert (about.name_version(g) if g.release.released else f"Guidance version {g.release.name}.") in shown
    assert f"/toolkit/cards/{role}/" in shown
    assert all(g.entries[name].address in page for item in card.items for name in item.rests_on)


def test_every_recommendation_is_served_by_a_card(g: Published) -> None:
    """The rule says so of the data; here the cards say so to their readers."""
    assert {rec.id for card in g.cards for rec in serves(g, card)} == {rec.id for rec in g.recommendations}


def test_each_stage_line_is_of_its_own_stage_and_role(g: Published) -> None:
    """The practice behind a line is one that the role does."""
    for card in g.cards:
        assert all(card.role in g.practices[line.item].roles for line in card.stages), card.id


@pytest.mark.parametrize("door", ["for-social-workers", "for-data-teams", "for-leaders"])
def test_a_door_leads_to_the_cards_of_its_roles(g: Published, door: str) -> None:
    (found,) = (each for each in g.doors if each.id == door)
    page = MACROS["door"](g, "../../", door)
    assert [role for role in ROLES if f"toolkit/cards/{role}/" in page] == [r for r in ROLES if r in found.roles]
    assert any(role in found.roles for role in ROLES)
