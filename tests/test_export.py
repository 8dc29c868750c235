"""`accord export`: what it writes and refuses; and what the browser gets to make papers of answers."""

import json
from pathlib import Path
from unittest.mock import Mock

import pytest

from accord.answers.pages import export_data
from accord.cli import main
from accord.paper import html
from accord.paper.tools import Failed
from accord.site import shelf
from accord.site.workspace import open_checked
from tests import support

PAPER = "committee-paper"


def test_the_published_layouts_are_ours(root: Path) -> None:
    g = open_checked(root).guidance
    told = json.loads(dict(export_data.files(g))["api/exports.json"])
    assert [each["name"] for each in told["layouts"]] == [each.name for each in g.layouts]
    assert told["policy"] == html.policy_alone()


def export(root: Path, *options: str) -> int:
    return main(["export", "--root", str(root), "--as-of", "2026-11-22", *options])


def test_it_writes_every_format(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It lists what there is. All formats where none is named, over what was there, and in a folder that it makes."""
    assert export(root) == 0
    listed = [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()[:2]]
    assert listed == [[PAPER, "html,docx,odt,pdf", "Committee paper: whether to sign the Commitment"],
                      ["commitment-1.0.0", "html,docx,odt,pdf", "The Commitment, version 1.0.0"]]  # fmt: skip
    folder = tmp_path / "new" / "folder"
    paths = [folder / f"commitment-1.0.0.{ending}" for ending in ("html", "docx", "odt", "pdf")]
    assert export(root, "commitment-1.0.0", "--out", str(folder)) == 0
    assert sorted(folder.iterdir()) == sorted(paths)
    assert capsys.readouterr().out.split() == list(map(str, paths))
    before = paths[1].read_bytes()
    paths[1].write_bytes(b"old")
    assert export(root, "commitment-1.0.0", "--format", "docx, PDF", "--out", str(folder)) == 0
    assert paths[1].read_bytes() == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("comittee-paper", 'there is no document "comittee-paper". Did you mean "committee-paper"? Documents: '),
        (f"{PAPER} --format docs", '"docs" is no format. Did you mean "docx"? Formats: html, docx, odt and pdf.'),
        (PAPER, "a document could not be made. pandoc: no\n"),
    ],
)
def test_what_cannot_be_done_is_explained(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    options: str, words: str,
) -> None:  # fmt: skip
    """In one line: what is wrong with the call, or what a program said; and no file is left."""
    monkeypatch.setattr(shelf, "make", Mock(side_effect=Failed("pandoc: no")))
    assert export(root, *options.split(), "--out", str(tmp_path)) == 2
    assert capsys.readouterr().err.startswith(f"accord export: {words}")
    assert list(tmp_path.iterdir()) == []


def test_a_project_with_problems_makes_no_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = support.sample(tmp_path / "sample")
    support.write(root, "data/roles/baker.yml", "id: baker\n")
    assert export(root) == 1
    assert "data/roles/baker.yml" in capsys.readouterr().out
