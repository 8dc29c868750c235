"""`accord adopt`: what it writes, what it refuses, and what is still to be filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.cli import main
from accord.copy.adopt import NEEDED
from accord.files.disk import Disk
from accord.files.schema import load
from tests import forks, support

SITE = "data/local/site.yml"
BASIC = ("--authority", "Crumbshire", "--contact", "The bakery.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return support.sample(tmp_path / "sample")


def adopt(root: Path, *options: str) -> int:
    return main(["adopt", "--root", str(root), "--as-of", "2026-06-01", *options])


def test_little_is_enough_to_begin(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The authority's name leads to its short name, and each other setting is a comment that says what it is."""
    assert adopt(root, *BASIC) == 0
    assert capsys.readouterr().out.startswith(f"{SITE}\nNext: fill in {SITE}.")
    rows = (root / SITE).read_text(encoding="utf-8").split("\n")
    assert rows[:4] == [
        'authority: "crumbshire"',
        'council: "Crumbshire"',
        'name: "Sample bakery: Crumbshire"',
        'contact: "The bakery."',
    ]
    fields = load(Disk(root))["local-site"]["properties"]
    assert [name for name in fields if name not in NEEDED and not any(f"# {name}: " in row for row in rows)] == []
    assert len(support.lines(root)) == 9
    assert all("A public body must publish this" in line for line in support.lines(root))
    with (root / SITE).open("a", encoding="utf-8") as settings:
        settings.write(forks.FILLED)
    assert support.lines(root) == []


@pytest.mark.parametrize("authority", ["crumbshire", "E10999905"])
def test_values_come_back_as_they_were_given(root: Path, authority: str) -> None:
    odd = 'The "bakery" \\ Tŷ Bara: ask # [for] {us}'
    assert adopt(root, *BASIC, "--authority", authority, "--name", odd) == 0
    text = (root / SITE).read_text(encoding="utf-8")
    assert 'authority: "crumbshire"' in text
    assert f'name: "{odd.replace(chr(92), chr(92) * 2).replace(chr(34), chr(92) + chr(34))}"' in text


def test_nothing_is_written_over(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert adopt(root, *BASIC) == 0
    before = (root / SITE).read_bytes()
    assert adopt(root, "--authority", "ovenby", "--contact", "Another.") == 2
    assert f"{SITE} is there already. Change the file itself." in capsys.readouterr().err
    assert (root / SITE).read_bytes() == before


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        ((), 2, "missing: --authority, --contact."),
        (("--authority", "Crumshire", "--contact", "Us"), 1, 'Did you mean "crumbshire"?'),
        ((*BASIC, "--council", "Crumb\u202eshire"), 1, "hidden character (U+202E)"),
        ((*BASIC, "--name", "Our [[nowhere]] copy"), 1, 'name: The mark "[[nowhere]]" names no id.'),
        ((*BASIC, "--contact", "Ask <b>us</b>."), 1, "which looks like Markdown or HTML."),
    ],
)
def test_wrong_calls(
    root: Path, options: tuple[str, ...], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each says what is wrong on one line, and nothing is written."""
    assert adopt(root, *options) == status
    out, err = capsys.readouterr()
    assert said in out + err
    assert "Traceback" not in out + err
    assert not (root / "data" / "local").exists()
