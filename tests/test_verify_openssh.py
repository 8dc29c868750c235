"""`ssh-keygen` as a second judge: one line of allowed signers from checked parts, whatever surrounds the caller."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from accord.verify import openssh
from tests.ssh import Holder, says
from tests.ssh import openssh as by_openssh

MESSAGE = b'event: "signed"\nsignatory: "bakery"\n'
ED = Holder()
GOOD = ED.sign(MESSAGE)


@pytest.mark.parametrize(
    "more",
    [
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "Pacific/Honolulu", "LC_ALL": "C"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"HOME": "/nonexistent", "SSH_AUTH_SOCK": "/nonexistent", "SSH_SK_PROVIDER": "/nonexistent"},
    ],
)
def test_zone_locale_and_home_change_nothing(more: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is of the bytes alone, in process and by OpenSSH."""
    for name, value in more.items():
        monkeypatch.setenv(name, value)
    time.tzset()
    assert says(GOOD, MESSAGE, ED.line) == ""
    assert openssh.verify("bakery", ED.key(), GOOD, MESSAGE)
    assert not openssh.verify("bakery", ED.key(), GOOD, b"other")


def test_the_line_of_the_recipe() -> None:
    """One line, made from checked parts: no date that could pass, no pattern, no authority."""
    assert openssh.allowed_signers("bakery", ED.key()) == f'bakery namespaces="commitment-record-v1" {ED.line}\n'
    assert openssh.environment().items() >= {"TZ": "UTC", "LC_ALL": "C"}.items()
    assert "HOME" not in openssh.environment()


@pytest.mark.parametrize("slug", ["*", "a*,!alice", "x,bob", "a\nb", "a\n", "", "-a", "a b", "A", 'a"'])
def test_no_pattern_is_a_principal(slug: str) -> None:
    """OpenSSH takes a principal for a list of patterns, so that only a slug may be one."""
    with pytest.raises(ValueError, match=r".*"):
        openssh.allowed_signers(slug, ED.key())


def test_without_openssh(monkeypatch: pytest.MonkeyPatch) -> None:
    """In process nothing needs it."""
    monkeypatch.setenv("PATH", "/nonexistent")
    assert says(GOOD, MESSAGE, ED.line) == ""
    with pytest.raises(openssh.Missing):
        openssh.verify("bakery", ED.key(), GOOD, MESSAGE)


# What security.md (3.5) proved of OpenSSH, so that a change of its ways is noticed: each passes where it should not.
TRAPS = {
    "a pattern for a principal": {"principal": "*"},
    "a list of patterns": {"principal": "x,bakery"},
    "no namespaces": {"options": ""},
}


@pytest.mark.parametrize("trap", TRAPS)
def test_the_traps_are_still_there(trap: str, tmp_path: Path) -> None:
    """Our line has none of them: its principal is a slug, and its namespace is fixed."""
    assert by_openssh(tmp_path, GOOD, MESSAGE, ED.line, **TRAPS[trap])


def test_another_namespace_is_refused_by_the_line(tmp_path: Path) -> None:
    """With `namespaces=` in the line, a signature of a commit is good for nobody."""
    assert not by_openssh(tmp_path, ED.sign(MESSAGE, namespace="git"), MESSAGE, ED.line)
    assert not by_openssh(tmp_path, GOOD, MESSAGE, ED.line, options='namespaces="git"')
