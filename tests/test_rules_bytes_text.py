"""Bad inputs of the Commitment's texts that a text file in git cannot hold well: bytes and sizes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accord.files.digests import digest
from tests import support
from tests.test_rules_bytes import Case, outcome

DRAFT = "commitment/draft.md"
TEXT = "commitment/versions/2.0.0.md"
SAME = "the words are the same and the bytes are not."
ANEW = "Check the file out again, and save it with no other program."
ENCODING = 'Take "working-tree-encoding" out of .gitattributes, and check the file out again.'
NOT_UTF_8 = "The file is not UTF-8 text. Save it as plain UTF-8, without BOM."
ABOUT = """version: "2.0.0"
released: "2026-03-01"
class: substantive
digest: {now}
previous: "1.1.0"
previous_digest: {before}
summary: A promise to wait.
agreed:
  - north
  - south
"""


def _published(change: Callable[[bytes], bytes], last: bytes = b"the others") -> Callable[[Path], object]:
    """Return what publishes the draft as 2.0.0, and then changes the bytes that lie there.

    `last` are the words that end the text as published.
    """

    def spoil(root: Path) -> None:
        raw = (root / DRAFT).read_bytes().replace(b"the others", last)
        before = digest((root / "commitment/versions/1.1.0.md").read_bytes())
        support.write(root, "commitment/versions/2.0.0.yml", ABOUT.format(now=digest(raw), before=before))
        support.write(root, TEXT, change(raw))
        support.write(root, DRAFT, raw if b"$" not in last else (root / DRAFT).read_bytes())

    return spoil


def _this_is(found: str, cure: str) -> str:
    return f"{TEXT}:1: digest: This is 2.0.0 with {found}: {SAME} {cure}"


TABLE = (
    Case(
        "the Windows line ends of a version",
        _published(lambda raw: raw.replace(b"\n", b"\r\n")),
        (
            f"{TEXT}:1: The file has Windows line ends (CR LF). Save it with LF line ends.",
            f"{TEXT}:1: digest: These are the Windows line ends of 2.0.0: {SAME} "
            'Run "git config core.autocrlf false", and check the file out again.',
        ),
    ),
    Case(
        "a byte order mark before a version, and Windows line ends",
        _published(lambda raw: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n")),
        (
            f"{TEXT}:1: The file starts with a byte order mark (BOM). Save it as plain UTF-8, without BOM.",
            _this_is("a byte order mark and the Windows line ends", ANEW),
        ),
    ),
    Case(
        "a version in UTF-16",
        _published(lambda raw: raw.decode().encode("utf-16")),
        (f"{TEXT}:1: {NOT_UTF_8}", _this_is("another encoding (UTF-16)", ENCODING)),
    ),
    Case(
        "a version in Windows-1252",
        _published(lambda raw: raw.decode().encode("cp1252"), "each caf\u00e9".encode()),
        (_this_is("another encoding (Windows-1252)", ENCODING), f"{TEXT}:27: {NOT_UTF_8}"),
    ),
    Case(
        "a version with accents in two parts",
        _published(lambda raw: raw.replace("\u00e9".encode(), "e\u0301".encode()), "each caf\u00e9".encode()),
        (
            _this_is("letters in two parts (NFD)", ANEW),
            f"{TEXT}:27: An accented letter is written in two parts (not NFC). Type the letter again on your keyboard.",
        ),
    ),
    Case(
        "Git's keyword in a version",
        _published(lambda raw: raw.replace(b"$Id$", b"$Id: 0123456789 $"), b"others than $Id$"),
        (
            _this_is(
                "Git's $Id$ keyword filled in", 'Take "ident" out of .gitattributes, and check the file out again.'
            ),
            f'{TEXT}:27: The line holds a dollar sign: "$". Say it in words: Git and formulas use it as a mark.',
        ),
    ),
    Case(
        "a draft larger than 64 KiB",
        lambda root: support.write(root, DRAFT, b"We bake.\n" * 8000),
        (f"{DRAFT}:1: The text is larger than 64 KiB. Shorten it: nobody signs what nobody reads.",),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_bytes_of_a_text_give_exactly_these_lines(case: Case) -> None:
    """The lines are these and no others."""
    assert outcome(case).lines == case.expected
