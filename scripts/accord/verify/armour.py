"""The text block round an SSH signature. Its shape is exact, so that what is read is all that the file holds."""

from __future__ import annotations

import re

from accord.verify.wire import Broken, Refusal, unbase64

HEADER = b"-----BEGIN SSH SIGNATURE-----"
FOOTER = b"-----END SSH SIGNATURE-----"
LARGEST = 4096  # bytes; a security key's signature takes about 600
# `ssh-keygen` wraps at 70. A last line that is shorter ends the block, and nothing follows the footer's line end.
SHAPE = re.compile(re.escape(HEADER) + rb"\n((?:[A-Za-z0-9+/=]{1,70}\n)+)" + re.escape(FOOTER) + rb"\n\Z")
LETTERS = re.compile(rb"[A-Za-z0-9+/=]*\Z")
UNTOUCHED = "Put the file there as ssh-keygen wrote it."
LF = "Save it with LF line ends, as ssh-keygen wrote it."
OTHERS = (  # what people put there instead
    (b"PRIVATE KEY", "This is a private key, which nobody else may ever see.", "Delete the file and make a new pair."),
    (
        b"-----BEGIN PGP ",
        "This is a PGP signature, and records take SSH signatures.",
        'Make one with "ssh-keygen -Y sign -n commitment-record-v1 -f KEY RECORD".',
    ),
    (b"ssh-ed25519 ", "This is a public key and not a signature.", UNTOUCHED),
    (b"sk-ssh-ed25519@openssh.com ", "This is a public key and not a signature.", UNTOUCHED),
    (b"ssh-rsa ", "This is a public key and not a signature.", UNTOUCHED),
)


def body(raw: bytes) -> bytes | Refusal:
    """Return the bytes inside the block, or why the file is not one exact block."""
    if len(raw) > LARGEST:
        return Refusal(f"The file is larger than {LARGEST:,} bytes, and no signature is.", UNTOUCHED)
    found = SHAPE.match(raw)
    if found is None:
        return _unlike(raw)
    try:
        return unbase64(found[1].replace(b"\n", b""))
    except Broken:
        return Refusal("The letters of the block are not sound base64.", UNTOUCHED, 2)


def _unlike(raw: bytes) -> Refusal:
    """Say in which way the file is unlike a signature's block."""
    if not raw.strip():
        return Refusal("The file is empty.", UNTOUCHED)
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return Refusal("The file starts with a byte order mark (BOM).", UNTOUCHED)
    for mark, wrong, cure in OTHERS:
        if mark in raw:
            return Refusal(wrong, cure)
    if b"\r" in raw:
        return Refusal("The file has Windows line ends (CR LF).", LF, raw[: raw.index(b"\r")].count(b"\n") + 1)
    return _misplaced(raw)


def _misplaced(raw: bytes) -> Refusal:
    rows = raw.split(b"\n")
    if HEADER not in rows:
        return Refusal("The block of an SSH signature does not start anywhere.", UNTOUCHED)
    first = rows.index(HEADER)
    if first:
        return Refusal("Something stands before the signature.", UNTOUCHED)
    if FOOTER not in rows:
        return Refusal("The block of the signature has no end.", UNTOUCHED, len(rows))
    last = rows.index(FOOTER)
    if rows.count(HEADER) > 1:
        return Refusal("The file holds several signatures, and a record has one.", UNTOUCHED, rows.index(HEADER, 1) + 1)
    if any(rows[last + 1 :]) or len(rows) > last + 2:
        return Refusal("Something stands after the signature.", UNTOUCHED, last + 2)
    for number, row in enumerate(rows[1:last], 2):
        if not row or not LETTERS.match(row):
            return Refusal("The line does not belong in a signature's block.", UNTOUCHED, number)
        if len(row) > 70:
            return Refusal("The line is longer than 70 characters.", UNTOUCHED, number)
    if last == 1:
        return Refusal("The signature's block is empty.", UNTOUCHED)
    return Refusal("The last line has no line end.", UNTOUCHED, last + 1)
