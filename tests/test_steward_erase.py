"""`accord erase`: what a seal lists leaves its digest, day and ground; a claim is simply taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.steward_made import Made, S, founded, typed

SIGNED = f"{S}/dawn-bakers/2026-06-01-signed.yml"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Return a register with one sealed signature and one claim."""
    found = founded(tmp_path)
    assert found.confirm(found.sign("dawn-bakers")) == 0
    assert found.seal("north") == 0
    found.sign("late-bakers")
    return found


def test_a_record_under_a_seal(made: Made) -> None:
    """Two offices seal it, and then the count is whole and the name is gone."""
    digest = made.digest(SIGNED)
    assert made.run("erase", SIGNED, "--ground", "It  named a person.", "--yes") == 0
    assert not (made.root / SIGNED).exists()
    left = (made.root / f"{SIGNED}.erased").read_text()
    assert left == f'digest: "{digest}"\ndate: "2026-06-01"\nground: "It named a person."\n'
    assert "Two stewards have to seal this" in made.said
    assert "Git keeps the record in its history" in made.said
    assert made.run("check") == 1
    assert made.seal("north") == 0
    assert "Another office has to sign." in made.said
    assert made.seal("south") == 0
    assert made.run("check") == 0
    assert made.run("verify") == 0
    assert made.run("status", "dawn-bakers") == 0
    assert "Erased on 1 June 2026" in made.said


def test_an_erasure_beside_a_confirmation(made: Made) -> None:
    """One seal covers both, in either order."""
    assert made.run("erase", SIGNED, "--ground", "It named a person.", "--yes") == 0
    assert made.confirm(f"{S}/late-bakers/2026-06-01-signed.yml") == 0
    assert made.seal("north", "south") == 0
    assert made.run("check") == 0


def test_a_claim_is_taken_away(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """No ground, nothing left, no seal; what confirms it unsealed goes with it. Asked for in a terminal."""
    claim = f"{S}/late-bakers/2026-06-01-signed.yml"
    typed(monkeypatch, "no")
    assert made.run("erase", claim) == 0
    assert "Nothing is taken away." in made.said
    assert (made.root / claim).exists()
    assert made.confirm(claim) == 0
    typed(monkeypatch, "maybe", "yes")
    assert made.run("erase", str(made.root / claim)) == 0
    assert "No seal lists this" in made.said
    assert [path for path in made.files() if "late-bakers" in path] == []
    assert made.run("check") == 0


def test_a_confirmation_that_no_seal_lists(made: Made) -> None:
    """Then the claim waits again."""
    assert made.confirm(f"{S}/late-bakers/2026-06-01-signed.yml") == 0
    assert made.run("erase", f"{S}/late-bakers/2026-06-01-confirmed.yml", "--yes") == 0
    assert made.run("queue") == 0
    assert "1 record waits" in made.said


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ((SIGNED, "--yes"), 1, "it is erased on a ground"),
        ((SIGNED, "--ground", "Ask jo@example.org", "--yes"), 1, "ground: The value holds an e-mail address."),
        ((SIGNED, "--ground", "x" * 301, "--yes"), 1, "ground: The value has 301 characters."),
        ((SIGNED, "--ground", "A ☃", "--yes"), 1, "a sign that no record can hold"),
        ((SIGNED, "--ground", "A request"), 2, "Add --yes."),
        ((f"{S}/dawn-baker/2026-06-01-signed.yml", "--yes"), 1, f'Did you mean "{SIGNED}"?'),
        (("commitment/stewards", "--yes"), 1, "There is no record"),
        (("/etc/passwd", "--yes"), 1, "There is no record"),
    ],
)
def test_what_is_not_done(made: Made, words: tuple[str, ...], status: int, said: str) -> None:
    before = made.files()
    assert made.run("erase", *words) == status
    assert said in made.said
    assert made.files() == before


def test_cut_short_between_the_two(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both lie there, the check says so, and the same command ends it."""
    monkeypatch.setattr(Path, "unlink", _stopped)
    assert made.run("erase", SIGNED, "--ground", "A request", "--yes") == 1
    monkeypatch.undo()
    assert "This is not done. The system refuses" in made.said
    assert made.run("check") == 1
    assert made.run("erase", SIGNED, "--ground", "A request", "--yes", as_of="2026-06-02") == 0
    assert made.seal("north", "south", as_of="2026-06-02") == 0
    assert made.run("check", as_of="2026-06-02") == 0


path_unlink = Path.unlink


def _stopped(path: Path, missing_ok: bool = False) -> None:
    if path.name.endswith(".yml"):
        raise OSError(5, "Input/output error", str(path))
    path_unlink(path)


def test_a_seal_that_waits(made: Made) -> None:
    assert made.run("erase", SIGNED, "--ground", "A request", "--yes") == 0
    assert made.seal("north") == 0
    assert made.run("erase", f"{S}/late-bakers/2026-06-01-signed.yml", "--yes") == 1
    assert "waits for another office" in made.said
