"""Judges a PNG picture by its chunks (ISO/IEC 15948): whole, still, of a sensible size, and without words in it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from accord.files.problem import Problem

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LARGEST = 128 * 1024  # bytes
WIDEST = 1_000  # pixels each way
DRAWS = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT", b"bKGD")
SAVE_AGAIN = "Save it again as a PNG for the web, without details about the picture."


def check(name: str, raw: bytes) -> Iterator[Problem]:
    """Yield what is wrong with a PNG file's bytes. Nothing is unpacked."""
    if len(raw) > LARGEST:
        yield Problem(name, 1, "", f"The picture is larger than {LARGEST // 1024} KiB.", "Save it smaller.")
        return
    found = list(_chunks(raw))
    names = [kind for kind, _ in found]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or names.count(b"IHDR") != 1 or b"IDAT" not in names:
        yield Problem(name, 1, "", "This is not a whole PNG picture.", SAVE_AGAIN)
        return
    width, height = (int.from_bytes(found[0][1][at : at + 4], "big") for at in (0, 4))
    if not (0 < width <= WIDEST and 0 < height <= WIDEST):
        wrong = f"The picture is {width} by {height} pixels, and {WIDEST} each way is the most."
        yield Problem(name, 1, "", wrong, "Save it smaller.")
    if any(kind not in DRAWS for kind in names):
        wrong = "The picture holds more than its drawing: words, camera details or movement."
        yield Problem(name, 1, "", wrong, SAVE_AGAIN)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and the content of each chunk up to the first that is not whole; one without a name ends it."""
    at = len(SIGNATURE)
    if raw[:at] != SIGNATURE:
        return
    while at < len(raw):
        length, kind = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4 : at + 8]
        content, checksum = raw[at + 8 : at + 8 + length], raw[at + 8 + length : at + 12 + length]
        if len(checksum) != 4 or zlib.crc32(kind + content).to_bytes(4, "big") != checksum:
            yield b"", b""
            return
        yield kind, content
        at += 12 + length
