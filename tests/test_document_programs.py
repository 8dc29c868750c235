"""The name of a kept file: it changes with any word of the document and with any program that writes it."""

from __future__ import annotations

import ast
import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accord.paper import blocks as model
from accord.paper import html, programs, tools
from accord.paper.blocks import Document, Paragraph, Run
from tests.documents import document

# Where the way from a document to bytes ends: modules that only name types, check what is read, or serve pages.
NOT_FOLLOWED = {
    "commitment/text.py", "guidance/guidance.py", "register/record_messages.py", "files/problem.py",
    "files/disk.py", "files/__init__.py", "pages/__init__.py", "pages/bytecode.py", "pages/links.py", "pages/view.py",
    "__init__.py", "paper/__init__.py", "commitment/__init__.py", "commitment/pages/__init__.py",
}  # fmt: skip


def called(module: str) -> Iterator[str]:
    """Yield the modules of the package that a module imports, by their paths in it."""
    for node in ast.walk(ast.parse((programs.HERE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "accord":
            place = (node.module or "").split(".")[1:]
            for name in (place, *([*place, alias.name] for alias in node.names)):
                for path in ("/".join(name) + ".py", "/".join([*name, "__init__.py"])):
                    if (programs.HERE / path).is_file():
                        yield path


def test_every_module_on_the_way_to_bytes_is_named() -> None:
    """A new helper of a renderer must be listed, or what it writes would be taken from an old file."""
    seen: set[str] = set()
    left = ["paper/formats.py", "paper/html.py"]
    while left:
        module = left.pop()
        if module not in seen | NOT_FOLLOWED:
            seen.add(module)
            left += called(module)
    assert seen == set(programs.MODULES)


def test_any_program_or_template_changes_the_name(tmp_path: Path) -> None:
    """One byte more at the end of any of them, a new template, or one that is gone."""
    for name in (*programs.MODULES, *programs.TEMPLATES):
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (programs.HERE / name).is_dir() else shutil.copyfile
        copy(programs.HERE / name, place)
    whole = programs.of.__wrapped__
    first = whole(tmp_path)
    assert first == whole(programs.HERE)
    for path in [path for path in tmp_path.rglob("*") if path.is_file()]:
        raw = path.read_bytes()
        path.write_bytes(raw + b" ")
        assert whole(tmp_path) != first, path
        path.write_bytes(raw)
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
