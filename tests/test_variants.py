"""What changed the bytes of a text is told apart, alone and in pairs."""

from __future__ import annotations

import unicodedata
from time import process_time

import pytest

from accord.files.digests import digest
from accord.files.variants import explained, variant
from tests import support

TEXT = "# Café\n\nWe “promise” nothing £ much.\n\nThe end.\n"
RAW = TEXT.encode()
NFD = unicodedata.normalize("NFD", TEXT).encode()
PLAIN = "# Café\n\nWe promise.\n".encode()

CASES = {
    "the Windows line ends": RAW.replace(b"\n", b"\r\n"),
    "the line ends of old Macs": RAW.replace(b"\n", b"\r"),
    "a byte order mark": b"\xef\xbb\xbf" + RAW,
    "letters in two parts (NFD)": NFD,
    "spaces at line ends": RAW.replace(b".\n", b".  \n"),
    "a missing last line end": RAW[:-1],
    "an extra line end": RAW + b"\n\n",
    "another encoding (UTF-16)": TEXT.encode("utf-16"),
    "another encoding (Windows-1252)": TEXT.encode("cp1252"),
    "letters encoded twice": PLAIN.decode("cp1252").encode(),
    "a byte order mark and the Windows line ends": b"\xef\xbb\xbf" + RAW.replace(b"\n", b"\r\n"),
    "another encoding (UTF-16) and the Windows line ends": TEXT.replace("\n", "\r\n").encode("utf-16-le"),
    "the Windows line ends and letters in two parts (NFD)": NFD.replace(b"\n", b"\r\n"),
    "the Windows line ends and a missing last line end": RAW.replace(b"\n", b"\r\n")[:-2],
    "": RAW.replace(b"nothing", b"something"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_named(name: str) -> None:
    """Each change, made here in the plain way, is undone and named; another word is no such change."""
    published = PLAIN if name == "letters encoded twice" else RAW
    assert variant(CASES[name], digest(published)) == name


def test_git_keyword() -> None:
    """Git's ident filter fills in $Id$."""
    assert variant(b"We $Id: 00ff $ bake.\n", digest(b"We $Id$ bake.\n")) == "Git's $Id$ keyword filled in"


def test_the_text_of_another_version() -> None:
    """Two files that changed places are told apart from changed words."""
    found = variant(RAW, digest(b"x"), {digest(RAW): "1.1.0"})
    assert found == "the text of 1.1.0"
    wrong, cure = explained(found, "1.0.0")
    assert wrong == "This is the text of 1.1.0, under the number 1.0.0."
    assert cure == "Check both files out again: each text keeps its own name."


@pytest.mark.parametrize("piece", ["\u0301\u0316", "e\u0301\u0316", " \t", "$Id:", "\r", "\r\n", "é", "\n"])
def test_no_bytes_make_it_slow(piece: str) -> None:
    """Undoing NFD of a long run of accents takes Python minutes, so it is not tried."""
    start = process_time()
    assert variant((piece * 64 * 1024).encode()[: 64 * 1024], "sha256:none") == ""
    assert process_time() - start < support.SLOWEST
