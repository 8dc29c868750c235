"""Bad logos of a council's copy: what is no whole, plain, small picture, and one that is missing or not named."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import support
from tests.test_rules_bytes import Case, outcome

SITE = "data/local/site.yml"
PNG = "data/local/logo.png"
SAVE_AGAIN = "Save it again as a PNG for the web, without details about the picture."
NOT_WHOLE = (f"{PNG}:1: This is not a whole PNG picture. {SAVE_AGAIN}",)
HELD = (f"{PNG}:1: The picture holds more than its drawing: words, camera details or movement. {SAVE_AGAIN}",)
SIGNATURE = b"\x89PNG\r\n\x1a\n"
NAMED = b'logo: "logo.png"\n'
SETTINGS = (
    b"""\
authority: "crumbshire"
council: "Crumbshire Council"
name: "Sample bakery of Crumbshire"
contact: "Ask at the counter."
accessibility_contact: "Call 01632 960000."
accessibility_answer: "Within 10 working days."
accessibility_formats: "Ask at the counter."
accessibility_status: "fully compliant"
accessibility_prepared: "2026-05-01"
accessibility_tested: "On 1 May 2026, by a program."
privacy_contact: "The privacy office."
privacy_host: "The council."
privacy_logs: "Nothing."
"""
    + NAMED
)
LINE = SETTINGS.count(b"\n")


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    """Return one chunk of a PNG."""
    checksum = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + checksum


def png(*more: bytes, width: int = 2, height: int = 2) -> bytes:
    """Return a small picture, with further chunks before its end."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    drawn = chunk(b"IDAT", zlib.compress(b"\0\0\0" * 2))
    return SIGNATURE + chunk(b"IHDR", head) + drawn + b"".join(more) + chunk(b"IEND")


def lay(raw: bytes | None, settings: bytes = SETTINGS) -> Callable[[Path], object]:
    def spoil(root: Path) -> None:
        support.write(root, SITE, settings)
        if raw is not None:
            support.write(root, PNG, raw)

    return spoil


TABLE = (
    Case("a PNG's name and no PNG", lay(b"<svg onload='alert(1)'/>"), NOT_WHOLE),
    Case("an empty PNG", lay(b""), NOT_WHOLE),
    Case("a PNG that ends early", lay(png()[:-7]), NOT_WHOLE),
    Case("a PNG with a wrong checksum", lay(png().replace(b"IDATx", b"IDATy")), NOT_WHOLE),
    Case("a PNG with a page after its end", lay(png() + b"<script>alert(1)</script>"), NOT_WHOLE),
    Case("a PNG with two heads", lay(png(png()[8:33])), NOT_WHOLE),
    Case("a PNG with words", lay(png(chunk(b"tEXt", b"Author\0A. Person"))), HELD),
    Case("a PNG with camera details", lay(png(chunk(b"eXIf", b"MM"))), HELD),
    Case("a PNG that moves", lay(png(chunk(b"acTL", b"\0" * 8))), HELD),
    Case(
        "a PNG that is too wide",
        lay(png(width=100_000)),
        (f"{PNG}:1: The picture is 100000 by 2 pixels, and 1000 each way is the most. Save it smaller.",),
    ),
    Case(
        "a PNG that is too large",
        lay(png(chunk(b"IDAT", b"\0" * 128 * 1024))),
        (f"{PNG}:1: The picture is larger than 128 KiB. Save it smaller.",),
    ),
    Case(
        "a logo that is not there",
        lay(None),
        (f"{SITE}:{LINE}: logo: There is no file {PNG}. Add it, or delete the field.",),
    ),
    Case(
        "a logo that no setting names",
        lay(png(), SETTINGS.removesuffix(NAMED)),
        (f"{PNG}:1: No setting names this logo. Add logo to data/local/site.yml, or delete it.",),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_logos_give_exactly_these_lines(case: Case) -> None:
    """The lines are these and no others."""
    assert outcome(case).lines == case.expected


@pytest.mark.parametrize("raw", [png(), png(chunk(b"pHYs", b"\0" * 9))])
def test_a_plain_logo_passes(tmp_path: Path, raw: bytes) -> None:
    root = support.sample(tmp_path)
    lay(raw)(root)
    assert support.lines(root) == []
