"""SSH keys and signatures made in software, security keys included, so that tests can break each part of them."""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from accord.verify import keys, sshsig

NAMESPACE = "commitment-record-v1"


def string(raw: bytes) -> bytes:
    """Return SSH's string, written here anew so that a test does not agree with the program's own slip."""
    return len(raw).to_bytes(4, "big") + raw


def mpint(number: int) -> bytes:
    return string(number.to_bytes(number.bit_length() // 8 + 1, "big"))


@dataclass
class Holder:
    """A key pair of one of the three types."""

    type: str = keys.ED25519
    application: bytes = b"ssh:"
    private: Ed25519PrivateKey | EllipticCurvePrivateKey = field(init=False)

    def __post_init__(self) -> None:
        self.private = generate_private_key(SECP256R1()) if self.type == keys.SK_ECDSA else Ed25519PrivateKey.generate()

    @property
    def raw(self) -> bytes:
        encoding, form = serialization.Encoding, serialization.PublicFormat
        if isinstance(self.private, Ed25519PrivateKey):
            return self.private.public_key().public_bytes(encoding.Raw, form.Raw)
        return self.private.public_key().public_bytes(encoding.X962, form.UncompressedPoint)

    @property
    def blob(self) -> bytes:
        parts = [self.type.encode(), self.raw]
        if self.type == keys.SK_ECDSA:
            parts.insert(1, b"nistp256")
        if self.type != keys.ED25519:
            parts.append(self.application)
        return b"".join(map(string, parts))

    @property
    def line(self) -> str:
        return f"{self.type} {base64.b64encode(self.blob).decode()}"

    def key(self) -> keys.Key:
        found = keys.read(self.line)
        assert isinstance(found, keys.Key), found
        return found

    def inner(self, signed: bytes, flags: int = 1, counter: int = 7) -> bytes:
        """Return the innermost signature over bytes."""
        tail = b""
        if self.type != keys.ED25519:
            tail = bytes([flags]) + counter.to_bytes(4, "big")
            signed = hashlib.sha256(self.application).digest() + tail + hashlib.sha256(signed).digest()
        if isinstance(self.private, Ed25519PrivateKey):
            value = self.private.sign(signed)
        else:
            value = b"".join(map(mpint, decode_dss_signature(self.private.sign(signed, ECDSA(SHA256())))))
        return string(self.type.encode()) + string(value) + tail

    def blocked(self, message: bytes, **changes: Any) -> bytes:
        """Return the bytes inside the block. `changes` may be of any part: version, namespace, reserved, hash, …"""
        part = {"namespace": NAMESPACE, "reserved": b"", "hash": "sha512", "flags": 1, "version": 1, **changes}
        hashed = hashlib.new(part.get("really", part["hash"]), message).digest()
        head = (part["namespace"].encode(), part["reserved"], part["hash"].encode())
        signed = b"SSHSIG" + b"".join(map(string, (*head, hashed)))
        inner = part.get("inner") or self.inner(signed, flags=part["flags"])
        parts = map(string, (part.get("blob") or self.blob, *head, inner))
        version: int = part["version"]
        return b"SSHSIG" + version.to_bytes(4, "big") + b"".join(parts)

    def sign(self, message: bytes, **changes: Any) -> bytes:
        """Return a .sig file."""
        return armoured(self.blocked(message, **changes))

    def save(self, folder: Path, name: str = "key") -> Path:
        """Write an Ed25519 pair as OpenSSH does, and return the private key's file."""
        assert isinstance(self.private, Ed25519PrivateKey)
        form = serialization.PrivateFormat.OpenSSH
        raw = self.private.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
        path = folder / name
        path.write_bytes(raw)
        path.chmod(0o600)
        path.with_name(f"{name}.pub").write_text(f"{self.line} somebody@example.org\n")
        return path


def armoured(raw: bytes, width: int = 70) -> bytes:
    """Return the text block round a signature's bytes."""
    text = base64.b64encode(raw).decode()
    rows = [text[at : at + width] for at in range(0, len(text), width)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *rows, "-----END SSH SIGNATURE-----", ""]).encode()


def unarmoured(block: bytes) -> bytes:
    return base64.b64decode(b"".join(block.split(b"\n")[1:-2]))


def says(signature: bytes, message: bytes, line: str) -> str:
    """Return what our verification says, "" where it is good."""
    key = keys.read(line)
    assert isinstance(key, keys.Key), key
    found = sshsig.read(signature)
    return str((sshsig.verify(found, message, key) or "") if isinstance(found, sshsig.Signature) else found)


def openssh(folder: Path, signature: bytes, message: bytes, line: str, **more: str) -> bool:
    """Ask OpenSSH itself, with an allowed-signers line written here (`options` may go before the key)."""
    principal, options = more.pop("principal", "bakery"), more.pop("options", f'namespaces="{NAMESPACE}"')
    (folder / "signers").write_text(f"{principal} {options} {line}\n")
    (folder / "sig").write_bytes(signature)
    command = ["ssh-keygen", "-Y", "verify", "-f", "signers", "-I", "bakery", "-n", NAMESPACE, "-s", "sig"]
    environment = {**os.environ, **more}
    done = subprocess.run(command, cwd=folder, input=message, capture_output=True, check=False, env=environment)
    return done.returncode == 0
