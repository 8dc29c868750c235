"""`accord adopt` by options: what it writes, what it refuses, and what it says is still to be filled in."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from accord.cli import main
from accord.commands.adopt import OPTIONS, PROBLEM
from accord.files.disk import Disk
from accord.files.schema import load
from tests import forks, support
from tests.made_logos import png

SITE = "data/local/site.yml"
LOGO = png()
BASIC = ("--authority", "Crumbshire", "--contact", "The bakery.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return support.sample(tmp_path / "sample")


def adopt(root: Path, *options: str) -> int:
    return main(["adopt", "--root", str(root), "--as-of", "2026-06-01", *options])


def test_every_setting_has_an_option(root: Path) -> None:
    fields = set(load(Disk(root))["local-site"]["properties"])
    assert {option.replace("-", "_") for option in OPTIONS} | {PROBLEM} == fields


def test_little_is_enough_to_begin(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The authority's name leads to its short name, and what a public body has to add is listed."""
    assert adopt(root, *BASIC) == 0
    out, err = capsys.readouterr()
    assert out == f"{SITE}\n"
    assert (root / SITE).read_text(encoding="utf-8") == (
        'authority: "crumbshire"\ncouncil: "Crumbshire"\nname: "Sample bakery: Crumbshire"\ncontact: "The bakery."\n'
    )
    assert f"fill in 9 more in {SITE}" in err
    assert "privacy_contact: How to reach the council about personal data" in err
    assert len(support.lines(root)) == 9
    assert all("A public body must publish this" in line for line in support.lines(root))


def test_all_of_it_passes_the_check(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Quotes, a backslash and letters of other languages come back from the file as they were given."""
    logo = tmp_path / "Our Logo.PNG"
    logo.write_bytes(LOGO)
    odd = 'The "bakery" \\ Tŷ Bara: ask # [for] {us}'
    assert adopt(root, "--authority", "E10999905", *forks.FILLED, "--name", odd, "--logo", str(logo),
                 "--colour", "#5d2a7d", "--colour-dark", "#d9b8f0", "--colour-foot", "#33104a",
                 "--address", "https://bakery.example/", "--repository", "https://git.example/bakery") == 0  # fmt: skip
    assert "Nothing is left to fill in." in capsys.readouterr().err
    assert support.lines(root) == []
    assert (root / "data" / "local" / "logo.png").read_bytes() == LOGO
    text = (root / SITE).read_text(encoding="utf-8")
    assert f'name: "{odd.replace(chr(92), chr(92) * 2).replace(chr(34), chr(92) + chr(34))}"' in text
    assert 'logo: "logo.png"' in text


def test_nothing_is_written_over(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert adopt(root, *BASIC) == 0
    before = (root / SITE).read_bytes()
    assert adopt(root, "--authority", "ovenby", "--contact", "Another.") == 2
    assert f"{SITE} is there already. To change it, add --again; what you leave out stays." in capsys.readouterr().err
    assert (root / SITE).read_bytes() == before
    assert adopt(root, "--again", "--contact", "Another.", "--address", "https://bakery.example/") == 0
    text = (root / SITE).read_text(encoding="utf-8")
    assert 'authority: "crumbshire"' in text
    assert 'contact: "Another."' in text
    assert adopt(root, "--again", "--address", "-") == 0
    assert "address" not in (root / SITE).read_text(encoding="utf-8")
    assert sorted(path.name for path in (root / "data" / "local").iterdir()) == ["site.yml"]


def test_a_new_logo_takes_the_old_ones_place(root: Path, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(LOGO)
    assert adopt(root, *BASIC, "--logo", str(logo)) == 0
    assert adopt(root, "--again", "--logo", str(root / "data" / "local" / "logo.png")) == 0
    assert (root / "data" / "local" / "logo.png").read_bytes() == LOGO
    assert adopt(root, "--again", "--logo", "-") == 0
    assert sorted(path.name for path in (root / "data" / "local").iterdir()) == ["site.yml"]


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        ((), 2, "missing: --authority, --contact. In a terminal, the command asks for it."),
        (("--authority", "Crumshire"), 2, 'No authority has the short name "crumshire". Did you mean "crumbshire"?'),
        ((*BASIC, "--colour", "#cc88ff"), 1, "and 4.5 is the least. Choose a darker colour."),
        ((*BASIC, "--colour", "purple"), 1, '"purple" has the wrong form.'),
        ((*BASIC, "--address", "http://bakery.example"), 1, "Write an address that starts with https://"),
        ((*BASIC, "--accessibility-status", "perfect"), 1, '"perfect" is not one of the choices.'),
        ((*BASIC, "--accessibility-prepared", "2026-02-30"), 1, '"2026-02-30" is no day of the calendar.'),
        ((*BASIC, "--council", "Crumb\u202eshire"), 1, "hidden character (U+202E)"),
        ((*BASIC, "--logo", "/nowhere/logo.png"), 2, "/nowhere/logo.png can't be read: No such file or directory."),
        ((*BASIC, "--logo", "logo.svg"), 2, "does not end in .png."),
        ((*BASIC, "--name", "Our [[nowhere]] copy"), 1, 'name: The mark "[[nowhere]]" names no id.'),
        ((*BASIC, "--contact", "Ask <b>us</b>."), 1, "which looks like Markdown or HTML."),
    ],
)
def test_wrong_calls(
    root: Path, options: tuple[str, ...], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each says what is wrong on one line, and nothing is written."""
    assert adopt(root, *options) == status
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err
    assert not (root / "data" / "local").exists()


def test_a_hostile_logo_is_refused(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(LOGO + b"<script>alert(1)</script>")
    assert adopt(root, *BASIC, "--logo", str(logo)) == 1
    err = capsys.readouterr().err
    assert "data/local/logo.png:1: This is not a whole PNG picture." in err
    assert not (root / "data" / "local").exists()


def test_a_logo_that_is_no_file_is_told_at_once(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe that nobody writes to is not waited for; a link leads to its file."""
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    assert adopt(root, *BASIC, "--logo", str(pipe)) == 2
    assert f"{pipe} can't be read: no plain file." in capsys.readouterr().err
    (tmp_path / "real.png").write_bytes(LOGO)
    (tmp_path / "link.png").symlink_to("real.png")
    assert adopt(root, *BASIC, "--logo", str(tmp_path / "link.png")) == 0


@pytest.mark.parametrize("failing", [1, 2])
def test_what_can_not_be_written_leaves_nothing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: int
) -> None:
    """Whichever of the two files the disk has no room for, neither is left, nor a folder for them."""
    logo = tmp_path / "logo.png"
    logo.write_bytes(LOGO)
    named: list[Path] = []

    def link(old: Path, new: Path) -> None:
        named.append(new)
        if len(named) == failing:
            raise OSError(errno.ENOSPC, "No space left on device")
        old.rename(new)

    monkeypatch.setattr(os, "link", link)
    assert adopt(root, *BASIC, "--logo", str(logo)) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "Nothing is written. The system refuses (No space left on device" in err
    assert not (root / "data" / "local").exists()
