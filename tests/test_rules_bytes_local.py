"""Bad logos of a council's copy: pictures whose bytes or sizes a text file in git cannot hold well."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import support
from tests.test_rules_bytes import Case, outcome

SITE = "data/local/site.yml"
PNG = "data/local/logo.png"
SVG = "data/local/logo.svg"
SAVE_AGAIN = "Save it again as a PNG for the web, without details about the picture."
NOT_WHOLE = (f"{PNG}:1: This is not a whole PNG picture. {SAVE_AGAIN}",)
HELD = (f"{PNG}:1: The picture holds more than its drawing: words, camera details or movement. {SAVE_AGAIN}",)
DRAW = "Save it as plain SVG: shapes and colours only, without styles, scripts, text, links and pictures in it."
SIGNATURE = b"\x89PNG\r\n\x1a\n"
END = b'<path d="M0 0"/></svg>\n'
START = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
SETTINGS = (support.BAD / "local_logo" / "absent" / SITE).read_bytes()


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    """Return one chunk of a PNG."""
    checksum = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + checksum


def png(*more: bytes, width: int = 2, height: int = 2) -> bytes:
    """Return a small picture, with further chunks before its end."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    drawn = chunk(b"IDAT", zlib.compress(b"\0\0\0" * 2))
    return SIGNATURE + chunk(b"IHDR", head) + drawn + b"".join(more) + chunk(b"IEND")


def lay(name: str, raw: bytes) -> Callable[[Path], object]:
    def spoil(root: Path) -> None:
        support.write(root, SITE, SETTINGS.replace(b"logo.png", Path(name).name.encode()))
        support.write(root, name, raw)

    return spoil


TABLE = (
    Case("a PNG's name and no PNG", lay(PNG, b"<svg onload='alert(1)'/>"), NOT_WHOLE),
    Case("an empty PNG", lay(PNG, b""), NOT_WHOLE),
    Case("a PNG that ends early", lay(PNG, png()[:-7]), NOT_WHOLE),
    Case("a PNG with a wrong checksum", lay(PNG, png().replace(b"IDATx", b"IDATy")), NOT_WHOLE),
    Case("a PNG with a page after its end", lay(PNG, png() + b"<script>alert(1)</script>"), NOT_WHOLE),
    Case("a PNG with two heads", lay(PNG, png(png()[8:33])), NOT_WHOLE),
    Case("a PNG with words", lay(PNG, png(chunk(b"tEXt", b"Author\0A. Person"))), HELD),
    Case("a PNG with camera details", lay(PNG, png(chunk(b"eXIf", b"MM"))), HELD),
    Case("a PNG that moves", lay(PNG, png(chunk(b"acTL", b"\0" * 8))), HELD),
    Case(
        "a PNG that is too wide",
        lay(PNG, png(width=100_000)),
        (f"{PNG}:1: The picture is 100000 by 2 pixels, and 1000 each way is the most. Save it smaller.",),
    ),
    Case(
        "a PNG that is too large",
        lay(PNG, png(chunk(b"IDAT", b"\0" * 128 * 1024))),
        (f"{PNG}:1: The picture is larger than 128 KiB. Save it smaller.",),
    ),
    Case(
        "an SVG that is too large",
        lay(SVG, START + b" " * 64 * 1024 + END),
        (f"{SVG}:1: The drawing is larger than 64 KiB. Save it smaller.",),
    ),
    Case(
        "an SVG of too many parts",
        lay(SVG, START + b"<g/>" * 2_000 + END),
        (f"{SVG}:1: The drawing has more than 2000 parts. {DRAW}",),
    ),
    Case(
        "an SVG in UTF-16",
        lay(SVG, (START + END).decode().encode("utf-16")),
        (f"{SVG}:1: This is not a drawing that we can read (SVG, in UTF-8). {DRAW}",),
    ),
    Case(
        "an SVG that says it is in UTF-7",
        lay(SVG, b'<?xml version="1.0" encoding="UTF-7"?>' + START + b"+ADw-script/+AD4-" + END),
        (f"{SVG}:1: This is not a drawing that we can read (SVG, in UTF-8). {DRAW}",),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_logos_give_exactly_these_lines(case: Case) -> None:
    """The lines are these and no others."""
    assert outcome(case).lines == case.expected


@pytest.mark.parametrize(("name", "raw"), [(PNG, png()), (PNG, png(chunk(b"pHYs", b"\0" * 9))), (SVG, START + END)])
def test_a_plain_logo_passes(tmp_path: Path, name: str, raw: bytes) -> None:
    root = support.sample(tmp_path)
    lay(name, raw)(root)
    assert support.lines(root) == []
