"""Bad inputs that a text file in git cannot hold well: bytes, links, odd names, sizes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from accord.files import yaml_strict
from tests import support

ROLE = "data/roles/eater.yml"
PAGE = "docs/framework/index.md"
SAVE = "Save it as plain UTF-8, without BOM."
LINK = "The file is a symbolic link, and its target would be published. Replace it by the file itself."
ODD_NAME = (
    "The file's name holds a character that does not belong in an address. "
    "Use letters a to z, digits, hyphens and full stops."
)


NOT_YAML = "x.yml:1: This is not YAML that we can read. Compare it with another file."


@dataclass(frozen=True)
class Case:
    """What to do to the sample project, and the lines that must come of it."""

    name: str
    spoil: Callable[[Path], object]
    expected: tuple[str, ...]
    aside: tuple[str, ...] = ()  # said by what `spoil` calls itself


def _changed(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda root: (root / name).write_bytes(change((root / name).read_bytes()))


def _twins(*names: str) -> Callable[[Path], object]:
    def spoil(root: Path) -> None:
        for name in names:
            support.write(root, name, "Bread.\n")

    return spoil


def _link(name: str, target: str) -> Callable[[Path], object]:
    return lambda root: (root / name).symlink_to(target)


def _odd(name: bytes) -> Callable[[Path], object]:
    return lambda root: Path(os.fsdecode(os.fsencode(root / "docs") + b"/" + name)).write_bytes(b"Bread.\n")


def _parsed(text: str) -> Callable[[Path], object]:
    """Return what hands text to the parser that no file can: the bytes are refused before it."""

    def spoil(root: Path) -> None:
        problems = yaml_strict.parse("x.yml", text)[1]
        assert tuple(map(str, problems)) == (NOT_YAML,)

    return spoil


TABLE = (
    Case(
        "larger than 256 KiB",
        _changed(ROLE, lambda raw: raw + b"#" * 256 * 1024),
        (f"{ROLE}:1: The file is larger than 256 KiB. Split it, or shorten it.",),
    ),
    Case(
        "a byte order mark",
        _changed(ROLE, lambda raw: b"\xef\xbb\xbf" + raw),
        (f"{ROLE}:1: The file starts with a byte order mark (BOM). {SAVE}",),
    ),
    Case(
        "a byte order mark in the middle",
        _changed(ROLE, lambda raw: raw.replace(b"label", b"\xef\xbb\xbflabel")),
        (f"{ROLE}:3: The line has a hidden character (U+FEFF). Delete it.",),
    ),
    Case(
        "UTF-16",
        _changed(ROLE, lambda raw: raw.decode().encode("utf-16")),
        (f"{ROLE}:1: The file is not UTF-8 text. {SAVE}",),
    ),
    Case(
        "Latin 1 on line 3",
        _changed(ROLE, lambda raw: raw.replace(b"label: Eater", b"label: Eat\xe9r")),
        (f"{ROLE}:3: The file is not UTF-8 text. {SAVE}",),
    ),
    Case(
        "a lone surrogate",
        _changed(ROLE, lambda raw: raw.replace(b"Eater\n", b"Eat\xed\xa0\x80r\n")),
        (f"{ROLE}:3: The file is not UTF-8 text. {SAVE}",),
    ),
    Case(
        "Windows line ends from line 2",
        _changed(ROLE, lambda raw: raw.replace(b'"2"\n', b'"2"\r\n')),
        (f"{ROLE}:2: The file has Windows line ends (CR LF). Save it with LF line ends.",),
    ),
    Case(
        "a tab",
        _changed(PAGE, lambda raw: raw.replace(b"Ask the", b"Ask\tthe")),
        (f"{PAGE}:15: The line has a tab. Use spaces.",),
    ),
    Case(
        "a tab and a turn of the text",
        _changed(PAGE, lambda raw: raw.replace(b"Ask the", b"Ask\tthe \xe2\x80\xae")),
        (
            f"{PAGE}:15: The line has a hidden character (U+202E). Delete it.",
            f"{PAGE}:15: The line has a tab. Use spaces.",
        ),
    ),
    Case(
        "NUL",
        _changed(ROLE, lambda raw: raw.replace(b"Eaters", b"Eaters\0")),
        (f"{ROLE}:4: The line has a hidden character (U+0000). Delete it.",),
    ),
    Case(
        "an accent in two parts",
        _changed(ROLE, lambda raw: raw.replace(b"Eaters", b"Eate\xcc\x81rs")),
        (f"{ROLE}:4: An accented letter is written in two parts (not NFC). Type the letter again on your keyboard.",),
    ),
    Case(
        "too many values",
        _changed(ROLE, lambda raw: raw + b"".join(b"k%d: v\n" % n for n in range(10_001))),
        (f"{ROLE}:9999: The file holds too many values. Split it into several files.",),
    ),
    Case("what no file can hold", _parsed("aims: \0"), (), (NOT_YAML,)),
    Case("a link to a file", _link("docs/passwd.md", "/etc/passwd"), (f"docs/passwd.md:1: {LINK}",)),
    Case("a link to nothing", _link("data/roles/gone.yml", "nowhere"), (f"data/roles/gone.yml:1: {LINK}",)),
    Case("a link to a folder", _link("data/more", "/etc"), (f"data/more:1: {LINK}",)),
    Case(
        "a line end in a name",
        _odd(b"a\ndata:1: all is well.md"),
        (
            f"docs/a\\u000adata:1: all is well.md:1: {ODD_NAME}",
            "docs/a\\u000adata:1: all is well.md:1: The page has no front matter. Start the file with a line ---, "
            "then title, summary, audience, last_reviewed and review_due, then ---.",
        ),
    ),
    Case("a name that is not UTF-8", _odd(b"caf\xe9.txt"), (f"docs/caf\\udce9.txt:1: {ODD_NAME}",)),
    Case("a tag for a name", _odd(b"<img src=x>.txt"), (f"docs/<img src=x>.txt:1: {ODD_NAME}",)),
    Case(
        "two names that only capitals tell apart",
        _twins("docs/assets/robots.txt", "docs/assets/Robots.txt"),
        (
            "docs/assets/robots.txt:1: Only capital letters tell the name from docs/assets/Robots.txt, and some "
            "computers take the two for one. Rename one of them.",
        ),
    ),
)


@cache
def outcome(case: Case) -> support.Outcome:
    """Run the checker over one entry of the table."""
    return support.watched(case.spoil)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_bytes_give_exactly_these_lines(case: Case) -> None:
    """The lines are these and no others."""
    assert outcome(case).lines == case.expected
