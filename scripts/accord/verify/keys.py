"""A plain SSH public key, `type base64` on one line, parsed whole: what a record's `public_key` may hold."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from accord.verify import points
from accord.verify.wire import SHOWN, Broken, Reader, Refusal, unbase64

ED25519 = "ssh-ed25519"
SK_ED25519 = "sk-ssh-ed25519@openssh.com"
SK_ECDSA = "sk-ecdsa-sha2-nistp256@openssh.com"
ALLOWED = (ED25519, SK_ED25519, SK_ECDSA)
CURE = "Paste the line of your .pub file, up to the end of the key and without the comment after it."
MAKE = 'Make another with "ssh-keygen -t ed25519", or use a security key.'
LOST = "Take it out, never use it again, and make a new pair: whoever has seen it can sign as you."
CONVERT = 'Use the form of OpenSSH: one line that starts with "ssh-ed25519" or "sk-".'
LONGEST = 1000  # characters; the longest key that we take has about 300
# How a private key looks: PEM, PuTTY, and the first bytes of OpenSSH's own form where only the middle was pasted.
PRIVATE = re.compile(r"PRIVATE[ -]KEY|PuTTY-User-Key|Private-Lines|b3BlbnNzaC1rZXktdjE|AGE-SECRET-KEY")
OTHER_FORM = re.compile(r"-{4,5} ?BEGIN ")
KINDS = (  # what a type's name says of a key that we do not take
    (
        re.compile(r".+-cert-v0[01]@openssh\.com\Z"),
        "The key is a certificate.",
        "Give the plain key of your .pub file.",
    ),
    (re.compile(r"ssh-rsa\Z|rsa-sha2-(256|512)\Z"), "The key is an RSA key, and these are not taken.", MAKE),
    (re.compile(r"ssh-dss\Z"), "The key is a DSA key, and these are weak.", MAKE),
    (re.compile(r"ecdsa-sha2-nistp\d+\Z"), "The key is an ECDSA key without a security key.", MAKE),
)
TYPE = re.compile(r"(ssh|ecdsa|rsa|sk)-[a-z0-9@.-]+\Z")


@dataclass(frozen=True, slots=True)
class Key:
    """A key that was found good. `line` is `type base64`, `blob` its bytes.

    `application` is what a security key was made for ("ssh:"), and empty for a key in a file.
    """

    type: str
    line: str
    blob: bytes
    public: Ed25519PublicKey | EllipticCurvePublicKey
    application: bytes = b""


def check(line: str) -> str:
    """Return what is wrong with a public key, in one sentence, or "". `CURE` says what to do about most of them."""
    key = read(line)
    return "" if isinstance(key, Key) else key.wrong


@lru_cache(maxsize=20_000)
def read(line: str) -> Key | Refusal:
    """Return the key that a line holds, or why it is not taken. Never raises, and never repeats the line."""
    if PRIVATE.search(line):
        return Refusal("This is a private key, which nobody else may ever see.", LOST)
    if len(line) > LONGEST:
        return Refusal(f"The key is longer than {LONGEST:,} characters.", CURE)
    if len(line.splitlines()) > 1 or not line.isprintable():
        return Refusal("The key does not stand on one line.", CURE)
    if OTHER_FORM.match(line):
        return Refusal("The key is in the form of another program.", CONVERT)
    return _shape(line)


def _shape(line: str) -> Key | Refusal:
    """Judge the words of the line."""
    words = line.split(" ")
    types = [word for word in words if TYPE.match(word)]
    if not types:
        return Refusal("The line does not start with the type of a key.", CURE)
    if len(types) > 1:
        return Refusal("There are several keys, and a record names one.", CURE)
    if words[0] != types[0]:
        return Refusal("Something stands before the key: an option or a name.", CURE)
    for form, wrong, cure in KINDS:
        if form.match(words[0]):
            return Refusal(wrong, cure)
    if words[0] not in ALLOWED:
        return Refusal("The key is of a type that is not taken.", MAKE)
    if len(words) == 1:
        return Refusal("After the type the key itself is missing.", CURE)
    if "" in words:
        return Refusal(
            "There are spaces too many round the key.", "Leave one between its type and the rest, and no more."
        )
    if len(words) > 2:
        return Refusal("A comment stands after the key, often a name or an address.", CURE)
    return _whole(line, *words)


def line(kind: str, blob: bytes) -> str:
    """Return the line `type base64` of a blob."""
    return f"{kind} {base64.b64encode(blob).decode()}"


def _whole(line: str, kind: str, text: str) -> Key | Refusal:
    """Judge the bytes of the key."""
    try:
        blob = unbase64(text.encode())
        return parts(kind, line, blob)
    except Broken:
        return Refusal(
            "The key is cut short or changed: its letters do not make one.", "Copy it from the .pub file anew."
        )


def parts(kind: str, line: str, blob: bytes) -> Key | Refusal:
    """Return the key in a blob of an allowed type.

    Raises:
        Broken: the blob does not have that type's form, to the last byte.
    """
    reader = Reader(blob)
    if reader.string() != kind.encode():
        inner = "The type inside the key is another than the one before it."
        return Refusal(inner, "Copy both from the .pub file anew.")
    if kind == SK_ECDSA and reader.string() != b"nistp256":
        raise Broken
    raw = reader.string()
    application = b"" if kind == ED25519 else reader.string()
    reader.end()
    if kind != ED25519 and not (SHOWN.match(application) and application.startswith(b"ssh:")):
        return Refusal("The security key was not made for SSH.", 'Make one for it with "ssh-keygen -t ed25519-sk".')
    if kind == SK_ECDSA:
        return _curve(kind, line, blob, raw, application)
    if len(raw) != 32:
        raise Broken
    if not points.sound(raw):
        return Refusal("The key is a weak point: anyone could sign with it.", MAKE)
    return Key(kind, line, blob, Ed25519PublicKey.from_public_bytes(raw), application)


def _curve(kind: str, line: str, blob: bytes, raw: bytes, application: bytes) -> Key | Refusal:
    if len(raw) != 65 or raw[0] != 4:  # an uncompressed point, the one form that SSH allows (RFC 5656)
        raise Broken
    try:
        public = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), raw)
    except ValueError:
        return Refusal("The key is not a point of its curve.", MAKE)
    return Key(kind, line, blob, public, application)
