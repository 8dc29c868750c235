"""Digests of bytes."""

import hashlib


def digest(raw: bytes) -> str:
    """Return `sha256:` and the lower-case SHA-256 of the bytes, as `sha256sum` prints it."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"
