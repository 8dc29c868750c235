"""Judges a PNG picture by its chunks (ISO/IEC 15948): whole, still, of a sensible size, and without words in it."""

import zlib
from collections.abc import Iterator

from accord.files.problem import Problem

SIGNATURE = b"\x89PNG\r\n\x1a\n"
POINTER = b"version https://git-lfs"  # what stands in a checkout without Git LFS
LARGEST = 128 * 1024  # bytes
WIDEST = 1_000  # pixels each way
DRAWS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT", b"bKGD"}
SAVE_AGAIN = "Save it again as a PNG for the web, without details about the picture."


def check(name: str, raw: bytes) -> Iterator[Problem]:
    """Yield what is wrong with a PNG file's bytes. Nothing is unpacked."""
    if len(raw) > LARGEST:
        yield Problem(name, 1, "", f"The picture is larger than {LARGEST // 1024} KiB.", "Save it smaller.")
        return
    if raw.startswith(POINTER):
        wrong = "This is a pointer of Git LFS, and not the picture itself."
        yield Problem(name, 1, "", wrong, "Add the picture as a plain file: nothing here is kept in Git LFS.")
        return
    kinds = list(_kinds(raw))
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or kinds.count(b"IHDR") != 1 or b"IDAT" not in kinds:
        yield Problem(name, 1, "", "This is not a whole PNG picture.", SAVE_AGAIN)
        return
    width, height = (int.from_bytes(raw[at : at + 4], "big") for at in (16, 20))
    if not (0 < width <= WIDEST and 0 < height <= WIDEST):
        wrong = f"The picture is {width} by {height} pixels, and {WIDEST} each way is the most."
        yield Problem(name, 1, "", wrong, "Save it smaller.")
    if not DRAWS.issuperset(kinds):
        wrong = "The picture holds more than its drawing: words, camera details or movement."
        yield Problem(name, 1, "", wrong, SAVE_AGAIN)


def _kinds(raw: bytes) -> Iterator[bytes]:
    """Yield the name of each chunk. An empty name ends them at the first that is not whole, or is no chunk at all."""
    at = len(SIGNATURE) if raw.startswith(SIGNATURE) else len(raw)
    while at < len(raw):
        end = at + 8 + int.from_bytes(raw[at : at + 4], "big")
        whole = raw[end : end + 4] == zlib.crc32(raw[at + 4 : end]).to_bytes(4, "big")
        yield raw[at + 4 : at + 8] if whole else b""
        at = end + 4 if whole else len(raw)
