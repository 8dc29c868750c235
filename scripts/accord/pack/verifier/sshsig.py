"""SSH's keys and signatures to the last byte: RFC 4251, section 5, and OpenSSH's PROTOCOL.sshsig and PROTOCOL.u2f."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import List, NamedTuple, Tuple

from accord.pack.verifier.ed25519 import ORDER, ed25519_good, is_weak, point_of
from accord.pack.verifier.p256 import on_curve, p256_good
from accord.pack.verifier.said import Bad

NAMESPACE = "commitment-record-v1"
ED25519 = "ssh-ed25519"
SK_ED25519 = "sk-ssh-ed25519@openssh.com"
SK_ECDSA = "sk-ecdsa-sha2-nistp256@openssh.com"
BLOCK = re.compile(
    rb"-----BEGIN SSH SIGNATURE-----\n((?:[A-Za-z0-9+/=]{1,70}\n)+)-----END SSH SIGNATURE-----\n", re.DOTALL
)
KEY_LINE = re.compile(r"([a-z0-9@.-]{1,64}) ([A-Za-z0-9+/=]{1,900})")
APPLICATION = re.compile(rb"ssh:[!-~]{0,60}")


class Key(NamedTuple):
    """`application` is what a security key was made for, and empty for a key in a file. `raw` is its point."""

    line: str
    kind: str
    blob: bytes
    raw: bytes
    application: bytes


def whole(text: bytes) -> bytes:
    """Return what base64 in its one form stands for. Raises Bad where it is in another."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if not raw or base64.b64encode(raw) != text:
        raise Bad("its letters are not sound base64")
    return raw


def cut(raw: bytes, number: int) -> Tuple[List[bytes], bytes]:
    """Return so many strings from the start, each a length in four bytes and then its bytes; and what is left."""
    found = []
    for _ in range(number):
        size = int.from_bytes(raw[:4], "big")
        if len(raw) < 4 + size:
            raise Bad("it is cut short or changed")
        found.append(raw[4 : 4 + size])
        raw = raw[4 + size :]
    return found, raw


def read_key(line: str) -> Key:
    """Return the key of a line `type base64`. Raises Bad for one that is not taken."""
    match = KEY_LINE.fullmatch(line)
    if match is None or match[1] not in (ED25519, SK_ED25519, SK_ECDSA):
        raise Bad("it is not a plain key of Ed25519 or of a security key")
    kind, blob = match[1], whole(match[2].encode())
    names = 2 if kind == SK_ECDSA else 1
    parts, left = cut(blob, names + (1 if kind == ED25519 else 2))
    if left or parts[0] != kind.encode() or (kind == SK_ECDSA and parts[1] != b"nistp256"):
        raise Bad("its parts do not fit its type")
    raw, application = parts[names], b"".join(parts[names + 1 :])
    if kind != ED25519 and not APPLICATION.fullmatch(application):
        raise Bad("the security key was not made for SSH")
    if kind == SK_ECDSA:
        if len(raw) != 65 or raw[0] != 4 or not on_curve(*halves(raw[1:])):
            raise Bad("it is not a point of its curve")
    else:
        point = point_of(raw)
        if point is None or is_weak(point):
            raise Bad("it is a weak point, with which anyone could sign")
    return Key(line, kind, blob, raw, application)


def halves(raw: bytes) -> Tuple[int, int]:
    """Return 64 bytes as two numbers."""
    return int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")


def positive(raw: bytes) -> int:
    """Return the number of an mpint in its shortest form, above nought."""
    if not raw or raw[0] > 0x7F or (raw[0] == 0 and (len(raw) == 1 or raw[1] < 0x80)):
        raise Bad("it is cut short or changed")
    return int.from_bytes(raw, "big")


def check_signature(block: bytes, message: bytes) -> Key:
    """Return the key by which the signature in a .sig file is good for a message. Raises Bad where it is not."""
    match = BLOCK.fullmatch(block)
    if match is None:
        raise Bad("the file is not one block, just as ssh-keygen writes it")
    body = whole(match[1].replace(b"\n", b""))
    if body[:10] != b"SSHSIG\0\0\0\1":
        raise Bad("the block holds no SSH signature of version 1")
    (blob, namespace, reserved, hashed, inner), left = cut(body[10:], 5)
    if left or reserved:
        raise Bad("it is cut short or changed")
    if namespace != NAMESPACE.encode():
        raise Bad("it was made for something else than a record")
    if hashed not in (b"sha256", b"sha512"):
        raise Bad("it uses another hash than SHA-256 and SHA-512")
    kind = cut(blob, 1)[0][0].decode("latin-1")
    key = read_key(f"{kind} {base64.b64encode(blob).decode()}")
    digest = hashlib.new(hashed.decode(), message).digest()
    packed = [len(part).to_bytes(4, "big") + part for part in (namespace, reserved, hashed, digest)]
    if not inner_good(key, inner, b"SSHSIG" + b"".join(packed)):
        raise Bad("it does not fit the record: one of the two was changed after signing")
    return key


def inner_good(key: Key, inner: bytes, signed: bytes) -> bool:
    """Say whether the innermost signature fits. Raises Bad where its form is wrong."""
    (kind, value), tail = cut(inner, 2)
    if kind != key.kind.encode() or len(tail) != (5 if key.application else 0):
        raise Bad("its method does not belong to its key")
    if key.application:  # a security key signs its flags and its counter, too
        if not tail[0] & 1:
            raise Bad("nobody touched the security key when this was signed")
        signed = hashlib.sha256(key.application).digest() + tail + hashlib.sha256(signed).digest()
    if key.kind == SK_ECDSA:
        (r, s), left = cut(value, 2)
        if left:
            raise Bad("it is cut short or changed")
        return p256_good(halves(key.raw[1:]), signed, positive(r), positive(s))
    if len(value) != 64 or int.from_bytes(value[32:], "little") >= ORDER:
        raise Bad("it is cut short or changed")
    return ed25519_good(key.raw, signed, value)
