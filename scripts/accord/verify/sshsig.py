"""An SSH signature (OpenSSH's PROTOCOL.sshsig), read to the last byte and verified in process."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from accord.problem import shown
from accord.verify import armour, keys, points
from accord.verify.wire import SHOWN, Broken, Reader, Refusal, positive, string

NAMESPACE = "commitment-record-v1"
MAGIC = b"SSHSIG"
HASHES = ("sha256", "sha512")
PRESENT = 0x01  # the flag by which a security key says that somebody touched it
AGAIN = 'Make it anew: "ssh-keygen -Y sign -n commitment-record-v1 -f KEY RECORD".'
CHANGED = "The signature does not fit the record: one of the two was changed after signing."
OTHER = "The signature is by another key than this signatory's."
NAMED_KEY = "Sign with the key that the signatory's last signing names."
NAMED = {  # what other namespaces are used for, by OpenSSH's manual and by Git's
    "git": "This signature was made for Git, not for a record.",
    "file": "This signature was made for a file in general, not for a record.",
    "email": "This signature was made for an e-mail, not for a record.",
}
NIST_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@dataclass(frozen=True, slots=True)
class Signature:
    """What a signature says. `value` is the raw signature: 64 bytes, or r and s of ECDSA in DER.

    `flags` and `counter` are a security key's, one byte and four.
    """

    key: keys.Key
    hash: str
    value: bytes
    flags: int = 0
    counter: bytes = b""


def read(raw: bytes) -> Signature | Refusal:
    """Return the signature that a .sig file holds, or why it is not taken. Never raises."""
    body = armour.body(raw)
    if isinstance(body, Refusal):
        return body
    try:
        return _outer(Reader(body))
    except Broken:
        return Refusal("The signature is cut short or changed.", AGAIN)


def _outer(reader: Reader) -> Signature | Refusal:
    if reader.take(len(MAGIC)) != MAGIC:
        return Refusal("The block holds no SSH signature.", AGAIN)
    if (version := reader.number()) != 1:
        return Refusal(f"The signature has the form of version {version}, and only 1 is known.", AGAIN)
    blob, namespace, reserved, hashed, inner = (reader.string() for _ in range(5))
    reader.end()
    if namespace != NAMESPACE.encode():
        return _elsewhere(namespace)
    if reserved:
        return Refusal("The signature uses a part that is reserved for later.", AGAIN)
    if (name := hashed.decode("latin-1")) not in HASHES:
        return Refusal("The signature uses another hash than SHA-256 and SHA-512.", AGAIN)
    key = _key(blob)
    return key if isinstance(key, Refusal) else _inner(key, name, Reader(inner))


def _elsewhere(namespace: bytes) -> Refusal:
    name = namespace.decode("latin-1")
    wrong = NAMED.get(name)
    if not SHOWN.match(namespace):
        wrong = "The signature's namespace is empty or unreadable."
    return Refusal(wrong or f"This signature was made for {shown(name)}, not for a record.", AGAIN)


def _key(blob: bytes) -> keys.Key | Refusal:
    """Return the key that a signature names, judged just as one in a record."""
    kind = Reader(blob).string()
    if not SHOWN.match(kind):
        raise Broken
    return keys.read(keys.line(kind.decode(), blob))


def _inner(key: keys.Key, hashed: str, reader: Reader) -> Signature | Refusal:
    if reader.string() != key.type.encode():
        return Refusal("The signature's method does not belong to its key.", AGAIN)
    value = reader.string()
    flags = counter = b""
    if key.application:
        flags, counter = reader.take(1), reader.take(4)
    reader.end()
    if key.type == keys.SK_ECDSA:
        value = _der(value)
    elif len(value) != 64 or int.from_bytes(value[32:], "little") >= points.ORDER:
        raise Broken  # a second form of the same signature would be possible
    if key.application and not flags[0] & PRESENT:
        return Refusal("Nobody touched the security key when this was signed.", AGAIN)
    return Signature(key, hashed, value, flags[0] if flags else 0, counter)


def _der(value: bytes) -> bytes:
    """Return r and s in the form that `cryptography` takes."""
    reader = Reader(value)
    r, s = positive(reader.string()), positive(reader.string())
    reader.end()
    if r >= NIST_ORDER or s >= NIST_ORDER:
        raise Broken
    return encode_dss_signature(r, s)


def verify(signature: Signature, message: bytes, key: keys.Key) -> Refusal | None:
    """Return why a signature of a message is not good for a key, or None where it is good."""
    if signature.key.blob != key.blob:
        return Refusal(OTHER, NAMED_KEY)
    hashed = hashlib.new(signature.hash, message).digest()
    signed = MAGIC + b"".join(map(string, (NAMESPACE.encode(), b"", signature.hash.encode(), hashed)))
    if key.application:
        touch = bytes([signature.flags]) + signature.counter
        signed = hashlib.sha256(key.application).digest() + touch + hashlib.sha256(signed).digest()
    try:
        if isinstance(key.public, EllipticCurvePublicKey):
            key.public.verify(signature.value, signed, ECDSA(SHA256()))
        else:
            key.public.verify(signature.value, signed)
    except InvalidSignature:
        return Refusal(CHANGED, "Bring both back as they were, or sign anew in another record.")
    return None
