"""Bad logos of a council's copy: pictures whose bytes are made here, with their checksums."""

from __future__ import annotations

import zlib

from tests.bad_inputs import Case
from tests.support import Files

PNG = "data/local/logo.png"
SAVE_AGAIN = "Save it again as a PNG for the web, without details about the picture."
NOT_WHOLE = f"This is not a whole PNG picture. {SAVE_AGAIN}"
HELD = f"The picture holds more than its drawing: words, camera details or movement. {SAVE_AGAIN}"


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    """Return one chunk of a PNG."""
    checksum = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + checksum


def png(*more: bytes, width: int = 2, height: int = 2) -> bytes:
    """Return a small picture, with further chunks before its end."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    drawn = chunk(b"IDAT", zlib.compress(b"\0\0\0" * 2))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + drawn + b"".join(more) + chunk(b"IEND")


def _case(name: str, raw: bytes, *says: str, named: bytes = b'logo: "logo.png"\n') -> Case:
    def apply(files: Files) -> None:
        files.lay("sample_on/copy")
        files.put("data/local/site.yml", files.raw("data/local/site.yml") + named)
        files.put(PNG, raw)

    return Case("local_logo", name, apply, tuple(f"{PNG}:1: {line}" for line in says))


CASES = (
    _case("a plain PNG is no bad input", png()),
    _case("nor is one that says its size in print", png(chunk(b"pHYs", b"\0" * 9))),
    _case("a PNG's name and no PNG", b"<svg onload='alert(1)'/>", NOT_WHOLE),
    _case("an empty PNG", b"", NOT_WHOLE),
    _case("a PNG that ends early", png()[:-7], NOT_WHOLE),
    _case("a PNG with a wrong checksum", png().replace(b"IDATx", b"IDATy"), NOT_WHOLE),
    _case("a PNG with a page after its end", png() + b"<script>alert(1)</script>", NOT_WHOLE),
    _case("a PNG with two heads", png(png()[8:33]), NOT_WHOLE),
    _case("a PNG with words", png(chunk(b"tEXt", b"Author\0A. Person")), HELD),
    _case("a PNG with camera details", png(chunk(b"eXIf", b"MM")), HELD),
    _case("a PNG that moves", png(chunk(b"acTL", b"\0" * 8)), HELD),
    _case(
        "a PNG that is too wide",
        png(width=100_000),
        "The picture is 100000 by 2 pixels, and 1000 each way is the most. Save it smaller.",
    ),
    _case(
        "a PNG that is too large",
        png(chunk(b"IDAT", b"\0" * 128 * 1024)),
        "The picture is larger than 128 KiB. Save it smaller.",
    ),
    _case(
        "a logo that no setting names",
        png(),
        "No setting names this logo. Add logo to data/local/site.yml, or delete it.",
        named=b"",
    ),
)
