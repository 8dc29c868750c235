"""`accord export`: what there is, what it writes, and what it says to a wrong call."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.cli import main
from accord.paper.tools import Failed
from accord.site import shelf
from tests import support

PAPER = "committee-paper"


def export(root: Path, *options: str) -> int:
    return main(["export", "--root", str(root), "--as-of", "2026-11-22", *options])


def test_it_lists_what_there_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split(maxsplit=2) == [PAPER, "html,docx,odt,pdf", "Committee paper: whether to sign the Commitment"]
    assert lines[1].split(maxsplit=2) == ["commitment-1.0.0", "html,docx,odt,pdf,epub", "The Commitment, version 1.0.0"]


def test_it_writes_every_format(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All formats where none is named, over what was there, and in a folder that it makes."""
    folder = tmp_path / "new" / "folder"
    assert export(root, "commitment-1.0.0", "--out", str(folder)) == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"commitment-1.0.0.{ending}" for ending in ("docx", "epub", "html", "odt", "pdf")]
    assert capsys.readouterr().out.split() == [
        str(folder / f"commitment-1.0.0.{e}") for e in ("html", "docx", "odt", "pdf", "epub")
    ]
    before = (folder / "commitment-1.0.0.docx").read_bytes()
    (folder / "commitment-1.0.0.docx").write_bytes(b"old")
    assert export(root, "commitment-1.0.0", "--format", "docx, PDF", "--out", str(folder)) == 0
    assert (folder / "commitment-1.0.0.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["comittee-paper"], 'there is no document "comittee-paper". Did you mean "committee-paper"? Documents: '),
        (
            [PAPER, "--format", "docs"],
            '"docs" is no format. Did you mean "docx"? Formats: html, docx, odt, pdf and epub.',
        ),
        ([PAPER, "--format", "epub"], "committee-paper is not made as epub. Its formats: html, docx, odt and pdf."),
    ],
)
def test_a_wrong_call_is_explained(
    root: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    assert export(root, *options) == 2
    assert words in capsys.readouterr().err


def test_a_document_that_fails_is_told(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program's own words, no traceback, and no file."""

    def fail(*_: object) -> list[object]:
        raise Failed("pandoc: no")

    monkeypatch.setattr(shelf, "make", fail)
    assert export(root, PAPER, "--out", str(tmp_path)) == 2
    assert capsys.readouterr().err == "accord export: a document could not be made. pandoc: no\n"
    assert list(tmp_path.iterdir()) == []


def test_a_project_with_problems_makes_no_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = support.sample(tmp_path / "sample")
    support.write(root, "data/roles/baker.yml", "id: baker\n")
    assert export(root) == 1
    assert "data/roles/baker.yml" in capsys.readouterr().out
