"""`accord sign` knows councils by the names that people use, and no day that has not come."""

from __future__ import annotations

import pytest

from accord.files.sample import copy_project
from tests import support
from tests.steward_made import Made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return the project with the real list of councils."""
    folder = tmp_path_factory.mktemp("real")
    copy_project(support.ROOT, folder / "project")
    return Made(folder / "project", folder / "keys", as_of="2026-11-30")


@pytest.mark.parametrize(
    ("name", "slug", "code"),
    [
        ("Hull City Council", "kingston-upon-hull", "E06000010"),
        ("BCP Council", "bournemouth-christchurch-and-poole", "E06000058"),
        ("City of London Corporation", "city-of-london", "E09000001"),
        ("LEEDS city  council", "leeds", "E08000035"),
        ("St. Helen’s", "st-helens", "E08000013"),
        ("durham", "county-durham", "E06000047"),
        ("leeds", "leeds", "E08000035"),
    ],
)
def test_a_council_by_its_usual_name(made: Made, name: str, slug: str, code: str) -> None:
    """The record has its short name and code, and no name of its own: an authority's is the list's."""
    path = made.sign(name, kind="", organisation="")
    text = (made.root / path).read_text()
    (made.root / path).unlink()
    assert path == f"commitment/signatories/{slug}/2026-11-30-signed.yml"
    assert f'ons_code: "{code}"\n' in text
    assert "organisation:" not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--signatory", "Northamptonshire"), 'Did you mean "north-northamptonshire" or "west-northamptonshire"?'),
        (("--signatory", "London Borough of Richmond"), 'Did you mean "richmond-upon-thames"?'),
        (("--signatory", "leeds", "--organisation", "Kent County Council"), "organisation: The field is of no use"),
        (
            ("--signatory", "leeds", "--date", "2026-12-03"),
            "date: The day 2026-12-03 has not come: today is 2026-11-30.",
        ),
        (("--signatory", "leeds", "--decided", "2026-12-01"), "decided: The decision is dated after the record"),
        (("--signatory", "hull", "--event", "withdrawn", "--reason", "x"), "Nothing was signed that could end."),
    ],
)
def test_what_is_wrong_is_said_at_once(made: Made, words: tuple[str, ...], said: str) -> None:
    before = made.files()
    assert made.run("sign", "--event", "signed", "--role", "Cabinet", *words) == 1
    assert said in made.said
    assert made.files() == before


def test_a_claim_is_in_the_status(made: Made) -> None:
    """It counts for nothing, and whoever made it sees that it arrived. Nobody confirms one with this command."""
    assert made.run("sign", "--event", "confirmed", "--signatory", "leeds") == 2
    assert "accord confirm" in made.said
    path = made.sign("leeds", kind="", organisation="")
    assert made.run("status", "leeds") == 0
    assert f"Waits for a steward, and counts for nothing yet: {path}" in made.said
    (made.root / path).unlink()
    assert made.run("status", "Hull City Council") == 2
    assert 'Did you mean "kingston-upon-hull"?' in made.said
