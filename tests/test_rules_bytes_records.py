"""Bad inputs of the register that a text file in git, or a folder on every computer, cannot hold well."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import support
from tests.test_rules_bytes import LINK, SAVE, Case, outcome

PLACE = "commitment/signatories"
OVENBY = f"{PLACE}/ovenby/2025-02-01-signed.yml"
CONFIRMED = f"{PLACE}/ovenby/2025-02-14-confirmed.yml"
SPACE = "Delete it, and type an ordinary space if one is needed."
SLUG = "Use small letters, digits and single hyphens, up to 64, and none of the names that Windows keeps."
LOST = f"{CONFIRMED}:4: target: No record has this digest."
FIND = 'Write "sha256:" and what sha256sum prints for the record that is meant.'


def _changed(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda root: (root / OVENBY).write_bytes(change((root / OVENBY).read_bytes()))


def _named(*names: str) -> Callable[[Path], object]:
    """Return what puts a record of a shop that is not in the sample at each of some places."""

    def spoil(root: Path) -> None:
        raw = (root / f"{PLACE}/old-oven/2024-02-01-signed.yml").read_bytes()
        for name in names:
            support.write(root, f"{PLACE}/{name}", raw + b'statement: "%s"\n' % str(len(name)).encode())

    return spoil


def _link(root: Path) -> None:
    (root / PLACE / "ovenby/2025-03-01-signed.yml").symlink_to("2025-02-01-signed.yml")


def _pipe(root: Path) -> None:
    os.mkfifo(root / PLACE / "ovenby/2025-03-01-signed.yml")


def _bytes(name: str, change: Callable[[bytes], bytes], line: int, said: str) -> Case:
    """Return a case of bytes that the reader refuses. The record's digest is another then, and that is not held up."""
    return Case(name, _changed(change), (f"{OVENBY}:{line}: {said}",))


TABLE = (
    _bytes(
        "a record larger than 32 KiB",
        lambda raw: raw + b"x" * 32 * 1024,
        1,
        "The file is larger than 32 KiB. Shorten it, and link to what is longer.",
    ),
    _bytes(
        "a record with a byte order mark",
        lambda raw: b"\xef\xbb\xbf" + raw,
        1,
        f"The file starts with a byte order mark (BOM). {SAVE}",
    ),
    _bytes(
        "a record in UTF-16",
        lambda raw: raw.decode().encode("utf-16"),
        1,
        f"The file is UTF-16 text, which some editors call Unicode. {SAVE}",
    ),
    _bytes(
        "a record in UTF-16 without mark",
        lambda raw: raw.decode().encode("utf-16-le"),
        1,
        f"The file is UTF-16 text, which some editors call Unicode. {SAVE}",
    ),
    _bytes(
        "a record in Latin 1",
        lambda raw: raw.replace(b"Ovenby Borough", b"Ov\xe9nby"),
        4,
        f"The file is not UTF-8 text. {SAVE}",
    ),
    _bytes(
        "a record with Windows line ends",
        lambda raw: raw.replace(b"\n", b"\r\n"),
        1,
        "The file has Windows line ends (CR LF). Save it with LF line ends.",
    ),
    _bytes("a record with a tab", lambda raw: raw.replace(b": ", b":\t", 2), 1, "The line has a tab. Use spaces."),
    _bytes(
        "a record with half a letter's accent",
        lambda raw: raw.replace(b"Ovenby Borough", unicodedata.normalize("NFD", "Ovénby").encode()),
        4,
        "An accented letter is written in two parts (not NFC). Type the letter again on your keyboard.",
    ),
    _bytes(
        "a record that joins letters unseen",
        lambda raw: raw.replace(b"Ovenby Borough", "Oven\u200dby".encode()),
        4,
        "The line has a hidden character (U+200D). Delete it.",
    ),
    _bytes(
        "a record that turns the text round",
        lambda raw: raw.replace(b"Ovenby Borough", "Oven\u202eby".encode()),
        4,
        "The line has a hidden character (U+202E). Delete it.",
    ),
    _bytes(
        "a record with a terminal's escape",
        lambda raw: raw.replace(b"Ovenby Borough", b"Oven\x1b[31mby"),
        4,
        "The line has a hidden character (U+001B). Delete it.",
    ),
    _bytes(
        "a record with a character that is none",
        lambda raw: raw.replace(b"Ovenby Borough", "Oven\ufdd0by".encode()),
        4,
        "The line has a hidden character (U+FDD0). Delete it.",
    ),
    _bytes(
        "a record with a filler",
        lambda raw: raw.replace(b"Ovenby Borough", "Oven\u3164by".encode()),
        4,
        f"The line has a blank character (U+3164). {SPACE}",
    ),
    _bytes(
        "a record with a word processor's space",
        lambda raw: raw.replace(b"Ovenby Borough", "Ovenby\u00a0Borough".encode()),
        4,
        f"The line has an unusual space (U+00A0). {SPACE}",
    ),
    _bytes(
        "a record with a chosen form of a sign",
        lambda raw: raw.replace(b"Ovenby Borough", "Oven\ufe0fby".encode()),
        4,
        f"The line has a blank character (U+FE0F). {SPACE}",
    ),
    Case(
        "one byte of a confirmed record",
        _changed(lambda raw: raw.replace(b"Ovenby Borough", b"Ovenby borough")),
        (f"{LOST} {FIND}",),
    ),
    Case("a record without last line end", _changed(lambda raw: raw.removesuffix(b"\n")), (f"{LOST} {FIND}",)),
    Case("a link to a record", _link, (f"{PLACE}/ovenby/2025-03-01-signed.yml:1: {LINK}",)),
    Case("a pipe", _pipe, (f"{PLACE}/ovenby/2025-03-01-signed.yml:1: This is no plain file. Delete it.",)),
    Case(
        "a folder that Windows keeps",
        _named("con/2026-05-02-signed.yml"),
        (f"{PLACE}/con/2026-05-02-signed.yml:1: \"con\" can't be a signatory's short name. {SLUG}",),
    ),
    Case(
        "two folders that only capitals tell apart",
        _named("old-Oven/2026-05-02-signed.yml"),
        (
            f"{PLACE}/old-Oven/2026-05-02-signed.yml:1: \"old-Oven\" can't be a signatory's short name. {SLUG}",
            f"{PLACE}/old-Oven/2026-05-02-signed.yml:1: Only capital letters tell the name from {PLACE}/old-oven, "
            "and some computers take the two for one. Rename one of them.",
        ),
    ),
    Case(
        "attributes of git in a signatory's folder",
        lambda root: support.write(root, f"{PLACE}/ovenby/.gitattributes", "* text\n"),
        (
            f"{PLACE}/ovenby/.gitattributes:1: The file could change the bytes of what was signed. "
            "Delete it: the one at the top is enough.",
        ),
    ),
    Case(
        "a line end in a signatory's name",
        _named("a\nb/2026-05-02-signed.yml"),
        (f"{PLACE}/a\\u000ab/2026-05-02-signed.yml:1: \"a\\u000ab\" can't be a signatory's short name. {SLUG}",),
    ),
    Case(
        "the first word of an option, and of a shell",
        _named("-rf/2026-05-02-signed.yml", "$(id)/2026-05-02-signed.yml"),
        (
            f"{PLACE}/$(id)/2026-05-02-signed.yml:1: \"$(id)\" can't be a signatory's short name. {SLUG}",
            f"{PLACE}/-rf/2026-05-02-signed.yml:1: \"-rf\" can't be a signatory's short name. {SLUG}",
        ),
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_bytes_give_exactly_these_lines(case: Case) -> None:
    """The lines are these and no others."""
    assert outcome(case).lines == case.expected
