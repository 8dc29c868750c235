"""The name of a kept file: it changes with any word of the document and with any program that writes it."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import Any

import pytest

from accord.paper import blocks as model
from accord.paper import html, programs, tools
from accord.paper.blocks import Document, Paragraph, Run
from tests.documents import document


def test_any_program_or_template_changes_the_name(tmp_path: Path) -> None:
    """A byte more in a module or a template of each room, a new file, or one that is gone; compiled files do not."""
    whole = programs.of.__wrapped__
    for room in programs.ROOMS:
        shutil.copytree(programs.HERE / room, tmp_path / room)
    first = whole(tmp_path)
    assert first == whole(programs.HERE)
    for name in ("paper/ast.py", "paper/templates/epub.css", "pages/templates/document.html", "files/characters.py"):
        path = tmp_path / name
        raw = path.read_bytes()
        path.write_bytes(raw + b" ")
        assert whole(tmp_path) != first, name
        path.write_bytes(raw)
    compiled = tmp_path / "paper" / "__pycache__"
    compiled.mkdir(exist_ok=True)
    (compiled / "x.pyc").write_bytes(b"x")
    assert whole(tmp_path) == first
    (tmp_path / "paper/templates/new.xml").write_bytes(b"")
    assert whole(tmp_path) != first


@pytest.mark.parametrize("package", programs.PACKAGES)
def test_another_version_of_a_package_changes_the_name(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, known = programs.digest(), tools.version
    monkeypatch.setattr(tools, "version", lambda name: "99" if name == package else known(name))
    assert programs.digest() != first


def test_every_field_of_a_document_is_in_its_digest() -> None:
    """Python shows each field of each block, and shows no two texts alike."""
    kinds = [kind for kind in vars(model).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]
    assert len(kinds) > 8
    for kind in kinds:
        assert all(field.repr for field in dataclasses.fields(kind)), kind
    first = document()
    for field in dataclasses.fields(Document):
        other: object = (*first.blocks, Paragraph((Run("x"),))) if field.name == "blocks" else "another"
        fields: Any = {field.name: ("x",) if field.name == "foot" else other}
        changed = dataclasses.replace(first, **fields)
        assert changed.digest != first.digest, field.name
    assert dataclasses.replace(first).digest == first.digest
    for one, two in (("a', 'b", 'a", "b'), ("\\n", "\n"), ("\u00e9", "e\u0301")):
        assert document(one).digest != document(two).digest


def test_a_page_is_named_by_what_stands_around_it_too() -> None:
    made = html.recipe(document(), [("pdf", "a.pdf")], ("x/", "X"))
    assert made.make() == html.beside(document(), [("pdf", "a.pdf")], ("x/", "X")).encode()
    assert html.recipe(document(), [("pdf", "b.pdf")], ("x/", "X")).digest != made.digest
    assert html.recipe(document(), [("pdf", "a.pdf")], ("y/", "X")).digest != made.digest
    assert html.recipe(document("other"), [("pdf", "a.pdf")], ("x/", "X")).digest != made.digest
