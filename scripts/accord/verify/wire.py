"""SSH's binary form (RFC 4251, section 5): texts and numbers with their lengths, read within exact bounds."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

SHOWN = re.compile(rb"[!-~]{1,64}\Z")  # what a name in a key or a signature may hold


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a key, a signature or a list is not taken: what is wrong, what to do, and the line where it is."""

    wrong: str
    cure: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.wrong} {self.cure}"


class Broken(Exception):
    """The bytes do not have the form that they should have. Caught in this package, and said in words there."""


class Reader:
    """Takes one part after another from bytes. Raises Broken where a part is cut short."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.at = 0

    def take(self, size: int) -> bytes:
        """Return the next `size` bytes."""
        end = self.at + size
        if end > len(self.raw):
            raise Broken
        part, self.at = self.raw[self.at : end], end
        return part

    def number(self) -> int:
        """Return the next uint32."""
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        """Return the next string: its length as uint32, then its bytes."""
        start = self.at + 4
        end = start + int.from_bytes(self.raw[self.at : start], "big")
        if end > len(self.raw):  # also where the length itself is cut short: it counts as no bytes, after the end
            raise Broken
        self.at = end
        return self.raw[start:end]

    def end(self) -> None:
        """Raise Broken where something is left."""
        if self.at != len(self.raw):
            raise Broken


def string(raw: bytes) -> bytes:
    """Return bytes in the form that `Reader.string` reads."""
    return len(raw).to_bytes(4, "big") + raw


def positive(raw: bytes) -> int:
    """Return the number in a multiple precision integer (mpint), which must be above nought and in its shortest form.

    Raises:
        Broken: it is not.
    """
    if not raw or raw[0] > 0x7F or (raw[0] == 0 and (len(raw) == 1 or raw[1] < 0x80)):
        raise Broken
    return int.from_bytes(raw, "big")


def unbase64(text: bytes) -> bytes:
    """Return what base64 stands for, where it is in its one canonical form (RFC 4648, section 3.5).

    Raises:
        Broken: another letter, wrong padding, or bits that stand for nothing.
    """
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Broken from None
    if base64.b64encode(raw) != text:
        raise Broken
    return raw
