"""`accord found`: names the first stewards, and later brings keys in and ends them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from accord.seals import chain
from accord.steward import naming
from tests.steward_made import DAY, Made, founded, key, unfounded

LIST = chain.STEWARDS


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return unfounded(tmp_path)


def rows(made: Made) -> list[str]:
    return (made.root / LIST).read_text().splitlines()


def refused(made: Made, *words: str) -> str:
    before = made.files()
    assert made.run("found", *words) == 1
    assert made.files() == before
    return made.said


def test_the_list_has_one_form(made: Made) -> None:
    """No comment, which can name a person, gets into it; people are told what to compare and what comes next."""
    until = ("--until", "2028-06-01")
    pairs = (f"north={made.key('north')}.pub", f"south={made.key('south')}.pub")
    assert made.run("found", "--steward", pairs[0], "--steward", pairs[1], *until) == 0
    public = Path(f"{made.key('north')}.pub").read_text().split()
    assert rows(made)[0] == (
        f'north namespaces="accord-seal-v1",valid-after="20260601",valid-before="20280601" {" ".join(public[:2])}'
    )
    assert "jo@example.org" not in made.said
    asked = subprocess.check_output(["ssh-keygen", "-l", "-f", f"{made.key('north')}.pub"], text=True)
    assert f"north: {asked.split()[1]}" in made.said
    assert "accord seal --key" in made.said
    assert made.seal("north", "south") == 0


def test_every_type_that_is_said_to_seal_can_stand_in_the_list() -> None:
    letters = "A" * 60
    for kind in naming.TYPES:
        assert chain.STEWARD.fullmatch(naming.row(chain.Steward("north", "20260601", "", f"{kind} {letters}")))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda made: (made.keys / "north", None), "is a private key, which nobody else may hold"),
        (lambda made: (made.keys / "x.pub", "ssh-rsa AAAA"), '"ssh-rsa" is no type of key'),
        (lambda made: (made.keys / "x.pub", "ssh-ed25519-cert-v01@openssh.com AAAA"), "is a certificate"),
        (lambda made: (made.keys / "x.pub", "ssh-ed25519 AAAA\nssh-ed25519 BBBB\n"), "holds 2 lines"),
        (lambda made: (made.keys / "x.pub", ""), "holds 0 lines"),
        (lambda made: (made.keys / "x.pub", f"ssh-ed25519 {'A' * 68}"), "OpenSSH can't read this key"),
        (lambda made: (made.keys / "x.pub", 'command="ls" ssh-ed25519 AAAA'), "is no type of key that can seal"),
        (lambda made: (made.keys / "gone.pub", None), "can't be read"),
        (lambda made: (made.keys, None), "can't be read"),
        (lambda made: (made.keys / "south.pub", None), "The key stands twice."),
    ],
)
def test_keys_that_can_seal_nothing(made: Made, spoil, said: str) -> None:  # type: ignore[no-untyped-def]
    """Each is refused in a sentence, and nothing is written."""
    path, text = spoil(made)
    if text is not None:
        path.write_text(text)
    south = f"south={made.key('south')}.pub"
    assert said in refused(made, "--steward", f"north={path}", "--steward", south)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name two offices"),
        (("--steward", "north={north}.pub"), "Fewer than two offices"),
        (("--steward", "north={north}.pub", "--steward", "north={south}.pub"), "Fewer than two offices"),
        (("--steward", "Jo Baker={north}.pub", "--steward", "south={south}.pub"), "the name in small letters"),
        (("--steward", "{north}.pub", "--steward", "south={south}.pub"), "write NAME=KEY.pub"),
        (("--steward", "north={north}.pub", "--steward", "south={south}.pub", "--until", DAY), "comes after its first"),
        (("--add", "north={north}.pub"), "There are no stewards yet"),
    ],
)
def test_offices_that_found_nothing(made: Made, words: tuple[str, ...], said: str) -> None:
    keys = {office: made.key(office) for office in ("north", "south")}
    assert said in refused(made, *(word.format(**keys) for word in words))


def test_stewards_are_named_once(made: Made) -> None:
    """Before the first seal the list is simply deleted. After it two seal each change, and the command says how."""
    assert made.found() == 0
    east = ("--steward", f"east={made.key('east')}.pub")
    assert f"Delete {made.root / LIST} to begin anew." in refused(made, *east)
    assert made.seal("north", "south") == 0
    for words in ((), east):
        said = refused(made, *words)
        assert "names stewards already" in said
        assert "--end NAME --until DAY" in said


def test_a_key_comes_in_and_another_ends(tmp_path: Path) -> None:
    """Two offices of before seal it; the new one signs from the next day, and old seals hold."""
    made = founded(tmp_path)
    south = rows(made)[1]
    assert made.run("found", "--add", f"east={made.key('east')}.pub", "--end", "south", "--until", "2026-06-05") == 0
    assert rows(made)[1] == south.replace('"20260601"', '"20260601",valid-before="20260605"')
    assert 'east namespaces="accord-seal-v1",valid-after="20260602"' in rows(made)[2]
    assert made.run("check") == 1  # it waits for the seal
    assert made.seal("north") == 0
    assert "Another office has to sign." in made.said
    assert made.seal("south") == 0
    assert made.run("verify") == 0
    assert made.confirm(made.sign("dawn-bakers")) == 0
    assert made.seal("east", as_of="2026-06-06") == 0
    assert made.run("verify", as_of="2026-06-06") == 0


def test_one_key_of_an_office_ends(tmp_path: Path) -> None:
    """The spare takes over."""
    made = founded(tmp_path)
    key(made.keys, "spare")
    assert made.run("found", "--add", f"north={made.key('spare')}.pub") == 0
    assert made.seal("north", "south") == 0
    assert made.run("found", "--end", f"north={made.key('north')}.pub", "--until", "2026-06-02") == 0
    assert ["valid-before" in row for row in rows(made)] == [True, False, False]
    assert made.seal("south", "spare", as_of="2026-06-02") == 0
    assert made.run("verify", as_of="2026-06-03") == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--end", "south", "--until", "2026-06-05"), "Fewer than two offices could sign after 2026-06-05"),
        (("--end", "west", "--until", "2026-06-05"), "no such key can still sign"),
        (("--end", "south={north}.pub", "--until", "2026-06-05"), "no such key can still sign"),
        (("--end", "south", "--until", "2026-06-01"), "A key's last day (2026-06-01) comes after its first"),
        (("--add", "east={east}.pub", "--from", "2026-06-01"), "a new key signs from a later day on"),
        (("--add", "east={south}.pub"), "The key stands twice."),
    ],
)
def test_changes_that_nobody_could_seal(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    made = founded(tmp_path)
    keys = {office: made.key(office) for office in ("north", "south", "east")}
    assert said in refused(made, *(word.format(**keys) for word in words))
