"""A made-up holder of a key, who signs records in process: ten thousand runs of ssh-keygen would take an hour."""

from __future__ import annotations

import base64
import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from accord.verify import keys
from accord.verify.sshsig import MAGIC, NAMESPACE
from accord.verify.wire import string

WIDTH = 70  # letters a line, as OpenSSH writes them
HASH = "sha512"
_HEAD = tuple(map(string, (NAMESPACE.encode(), b"", HASH.encode())))


class Holder:
    """Holds the key that belongs to a name: the same name has the same key, so it protects nothing."""

    def __init__(self, name: str) -> None:
        self.private = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(name.encode()).digest())
        self.blob = string(keys.ED25519.encode()) + string(self.private.public_key().public_bytes_raw())
        self.line = keys.line(keys.ED25519, self.blob)

    def value(self, message: bytes) -> tuple[bytes, bytes]:
        """Return the bare signature, 64 bytes, and the bytes that it is over."""
        signed = MAGIC + b"".join(_HEAD) + string(hashlib.new(HASH, message).digest())
        return self.private.sign(signed), signed

    def sign(self, message: bytes) -> bytes:
        """Return the .sig file of a message, as `ssh-keygen -Y sign` makes it."""
        inner = string(keys.ED25519.encode()) + string(self.value(message)[0])
        raw = MAGIC + (1).to_bytes(4, "big") + string(self.blob) + b"".join(_HEAD) + string(inner)
        text = base64.b64encode(raw).decode()
        rows = [text[at : at + WIDTH] for at in range(0, len(text), WIDTH)]
        return "\n".join(["-----BEGIN SSH SIGNATURE-----", *rows, "-----END SSH SIGNATURE-----", ""]).encode()
