"""A record's public key: three types are taken, whole and plain, and each other thing has its own words."""

from __future__ import annotations

import base64
import random
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.verify import keys, points
from tests.hostile import Bad, answered
from tests.ssh import Holder, string

ED = Holder()
PASTE = "Paste the line of your .pub file, up to the end of the key and without the comment after it."
OTHER = 'Make another with "ssh-keygen -t ed25519", or use a security key.'
LOST = "Take it out, never use it again, and make a new pair: whoever has seen it can sign as you."
PRIVATE = f"This is a private key, which nobody else may ever see. {LOST}"
FORM = (
    "The key is in the form of another program. "
    'Use the form of OpenSSH: one line that starts with "ssh-ed25519" or "sk-".'
)
CUT = "The key is cut short or changed: its letters do not make one. Copy it from the .pub file anew."
COMMENT = f"A comment stands after the key, often a name or an address. {PASTE}"
BEFORE = f"Something stands before the key: an option or a name. {PASTE}"
SEVERAL = f"There are several keys, and a record names one. {PASTE}"
UNTYPED = f"The line does not start with the type of a key. {PASTE}"
LINES = f"The key does not stand on one line. {PASTE}"
SPACES = "There are spaces too many round the key. Leave one between its type and the rest, and no more."
WEAK = f"The key is a weak point: anyone could sign with it. {OTHER}"
NOT_SSH = 'The security key was not made for SSH. Make one for it with "ssh-keygen -t ed25519-sk".'
CERT = "The key is a certificate. Give the plain key of your .pub file."
INNER = "The type inside the key is another than the one before it. Copy both from the .pub file anew."


def encoded(*parts: bytes, kind: str = keys.ED25519, after: bytes = b"") -> str:
    """Return a line with any parts in its blob."""
    return f"{kind} {base64.b64encode(b''.join(map(string, parts)) + after).decode()}"


def point(number: int) -> str:
    return encoded(b"ssh-ed25519", number.to_bytes(32, "little"))


BODY = ED.line.split(" ")[1]
TABLE = {
    "empty": ("", UNTYPED),
    "words": ("our key is on the website", UNTYPED),
    "only letters": (BODY, UNTYPED),
    "comment": (f"{ED.line} jo@example.org", COMMENT),
    "comment of words": (f"{ED.line} the office key", COMMENT),
    "two keys": (f"{ED.line} {Holder().line}", SEVERAL),
    "two lines": (f"{ED.line}\n{Holder().line}", LINES),
    "a line end at its end": (f"{ED.line}\n", LINES),
    "another line end": (f"{ED.line}\u2028alice ssh-ed25519 AAAA", LINES),
    "a hidden character": (f"\u200b{ED.line}", LINES),
    "namespaces": (f'namespaces="git" {ED.line}', BEFORE),
    "authority": (f"cert-authority {ED.line}", BEFORE),
    "a principal": (f"* {ED.line}", BEFORE),
    "a space before": (f" {ED.line}", BEFORE),
    "a space after": (f"{ED.line} ", SPACES),
    "two spaces": (ED.line.replace(" ", "  "), SPACES),
    "a tab": (ED.line.replace(" ", "\t"), LINES),
    "type alone": ("ssh-ed25519", f"After the type the key itself is missing. {PASTE}"),
    "capitals": (ED.line.replace("ssh-", "SSH-"), UNTYPED),
    "RSA": ("ssh-rsa AAAAB3NzaC1yc2E= jo@example.org", f"The key is an RSA key, and these are not taken. {OTHER}"),
    "RSA's other name": ("rsa-sha2-512 AAAA", f"The key is an RSA key, and these are not taken. {OTHER}"),
    "DSA": ("ssh-dss AAAA", f"The key is a DSA key, and these are weak. {OTHER}"),
    "ECDSA": ("ecdsa-sha2-nistp256 AAAA", f"The key is an ECDSA key without a security key. {OTHER}"),
    "certificate": ("ssh-ed25519-cert-v01@openssh.com AAAA", CERT),
    "RSA certificate": ("ssh-rsa-cert-v01@openssh.com AAAA", CERT),
    "old certificate": ("ssh-dss-cert-v00@openssh.com AAAA", CERT),
    "security key's certificate": ("sk-ssh-ed25519-cert-v01@openssh.com AAAA", CERT),
    "web": ("webauthn-sk-ecdsa-sha2-nistp256@openssh.com AAAA", UNTYPED),
    "unknown": ("ssh-ed448 AAAA", f"The key is of a type that is not taken. {OTHER}"),
    "long": (f"ssh-ed25519 {'A' * 990}", f"The key is longer than 1,000 characters. {PASTE}"),
    "private": ("-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjEAAAAA", PRIVATE),
    "private, the middle of it": ("b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ", PRIVATE),
    "private and long": (f"-----BEGIN RSA PRIVATE KEY-----{'A' * 3000}", PRIVATE),
    "PuTTY": ("PuTTY-User-Key-File-3: ssh-ed25519", PRIVATE),
    "PEM": ("-----BEGIN PUBLIC KEY----- MCow", FORM),
    "RFC 4716": ("---- BEGIN SSH2 PUBLIC KEY ----", FORM),
    "cut": (ED.line[:-4], CUT),
    "no padding where some belongs": (Holder(keys.SK_ED25519).line.rstrip("="), CUT),
    "padding too much": (f"{ED.line}====", CUT),
    "bits that stand for nothing": (Holder(keys.SK_ED25519, b"ssh:a").line.replace("==", "") + "=", CUT),
    "letters of another alphabet": (ED.line.replace(BODY[-4:], "_-_-"), CUT),
    "other type inside": (f"{keys.SK_ED25519} {BODY}", INNER),
    "bytes after it": (encoded(b"ssh-ed25519", ED.raw, after=b"\0"), CUT),
    "31 bytes": (encoded(b"ssh-ed25519", ED.raw[:31]), CUT),
    "33 bytes": (encoded(b"ssh-ed25519", ED.raw + b"\0"), CUT),
    "a length beyond the end": (encoded(b"ssh-ed25519", after=b"\xff" * 36), CUT),
    "no point of the curve": (point(2), WEAK),
    "a second form of a point": (point(2**255 - 19 + 3), WEAK),
    "without application": (encoded(b"sk-ssh-ed25519@openssh.com", ED.raw, kind=keys.SK_ED25519), CUT),
    "another application": (Holder(keys.SK_ED25519, b"https://x").line, NOT_SSH),
    "application of odd bytes": (Holder(keys.SK_ED25519, b"ssh:\n").line, NOT_SSH),
    "another curve": (encoded(keys.SK_ECDSA.encode(), b"nistp384", b"\4" * 65, b"ssh:", kind=keys.SK_ECDSA), CUT),
    "off the curve": (encoded(keys.SK_ECDSA.encode(), b"nistp256", b"\4" * 65, b"ssh:", kind=keys.SK_ECDSA),
                      f"The key is not a point of its curve. {OTHER}"),
    "compressed": (encoded(keys.SK_ECDSA.encode(), b"nistp256", b"\2" * 33, b"ssh:", kind=keys.SK_ECDSA), CUT),
}  # fmt: skip


def bad_inputs() -> Iterator[Bad]:
    """Join tests/hostile.py, which tries each within bounds."""
    for name, (line, expected) in TABLE.items():
        yield answered(name, partial(keys.read, line), expected)


@pytest.mark.parametrize("name", TABLE)
def test_what_is_not_taken_has_its_own_words(name: str) -> None:
    """The refusal is this one, and it never repeats the line: it may be a secret."""
    line, expected = TABLE[name]
    found = keys.read(line)
    assert str(found) == expected
    assert not isinstance(found, keys.Key)
    assert keys.check(line) == found.wrong
    assert len(line) < 20 or line[12:40] not in str(found)


@pytest.mark.parametrize("kind", keys.ALLOWED)
def test_three_types_are_taken(kind: str, tmp_path: Path) -> None:
    """OpenSSH reads our keys as keys, too."""
    holder = Holder(kind)
    assert keys.check(holder.line) == ""
    assert holder.key().blob == holder.blob
    (tmp_path / "k.pub").write_text(f"{holder.line}\n")
    subprocess.run(["ssh-keygen", "-l", "-f", str(tmp_path / "k.pub")], check=True, capture_output=True)


@pytest.mark.parametrize("kind", ["rsa", "ecdsa", "ed25519"])
def test_what_ssh_keygen_makes(kind: str, tmp_path: Path) -> None:
    """A fresh pair's public half is taken without its comment if it is Ed25519; the private half is known as one."""
    command = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", "jo", "-f", str(tmp_path / "k")]
    subprocess.run(command, check=True)
    line = (tmp_path / "k.pub").read_text().strip()
    assert keys.check(line.removesuffix(" jo")) == ("" if kind == "ed25519" else str(keys.check(line)))
    assert keys.check(line) != ""
    private = (tmp_path / "k").read_text()
    assert {str(keys.read(each)) for each in (private, private.replace("\n", " "), private.split("\n")[1])} == {PRIVATE}


# RFC 8032's small subgroup as published (for instance in libsodium's list of blocked points).
SMALL = (
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
)


@pytest.mark.parametrize("text", SMALL)
@pytest.mark.parametrize("sign", [0, 0x80])
def test_weak_points_are_refused(text: str, sign: int) -> None:
    """In both forms of each."""
    raw = bytearray.fromhex(text)
    raw[31] |= sign
    assert not points.sound(bytes(raw))
    assert str(keys.read(encoded(b"ssh-ed25519", bytes(raw)))) == WEAK


def test_squares_are_told_as_eulers_criterion_tells_them() -> None:
    """The fast way and the plain one agree: at the edges, and for numbers by chance."""
    dice = random.Random(25519)
    numbers = [*range(50), points.P - 1, points.P - 2, *(dice.randrange(points.P) for _ in range(500))]
    for number in numbers:
        assert points._is_square(number) == (pow(number, (points.P - 1) // 2, points.P) != points.P - 1), number


def test_real_keys_are_sound() -> None:
    """Fresh keys are taken; bytes by chance are a point half of the time."""
    assert all(points.sound(Holder().raw) for _ in range(100))
    assert not points.sound(b"")


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    """Nothing raises, and nothing but a key is one."""
    assert keys.check(text) != ""


@given(st.integers(0, len(ED.line) - 1), st.characters(codec="utf-8"))
def test_a_changed_letter_is_another_key_or_none(at: int, letter: str) -> None:
    """No two lines are one key."""
    line = ED.line[:at] + letter + ED.line[at + 1 :]
    found = keys.read(line)
    if isinstance(found, keys.Key) and line != ED.line:
        assert found.blob != ED.blob
