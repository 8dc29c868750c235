"""The same words give the same bytes wherever they are made; nothing is made twice, and what changed is made anew."""

import dataclasses
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from accord.paper import blocks as model
from accord.paper import formats, html, programs, tools
from accord.paper.blocks import Document
from accord.paper.cache import ELSEWHERE, Cache
from accord.paper.formats import Recipe, recipe
from accord.paper.tools import Failed
from accord.site import shelf
from accord.site.shelf import everything
from tests.documents import CHAPTER, PACKED, document
from tests.render_commitment import guidance

ENDINGS = (*PACKED, "pdf")
SCRIPT = """
import hashlib, os, sys
os.umask(int(sys.argv[1], 8))
sys.path.insert(0, sys.argv[2])
from tests.documents import document, of
made = document("caf\\u00e9 =1+1")
print(*(hashlib.sha256(of(each, made)).hexdigest() for each in ("docx", "odt", "pdf")))
"""


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what these tests make out of the folder that other tests share."""
    monkeypatch.delenv(ELSEWHERE, raising=False)


def digests(root: Path, folder: Path, umask: str, **settings: str) -> str:
    """Make the sample document in a process of its own, under other circumstances. Return a digest for each format."""
    kept = {key: value for key, value in os.environ.items() if key not in {"LC_ALL", "LANG", "TZ", "HOME"}}
    command = [sys.executable, "-c", SCRIPT, umask, str(root)]
    return subprocess.run(command, cwd=folder, env=kept | settings, capture_output=True, text=True, check=True).stdout


def test_bytes_depend_on_nothing_around(root: Path, tmp_path: Path) -> None:
    """Clock, zone, locale, umask, hash seed, home and working folder leave no trace."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b" / "pandoc").mkdir(parents=True)
    (tmp_path / "b" / "pandoc" / "reference.docx").write_text("no document")
    one = digests(root, tmp_path / "a", "022", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1", SOURCE_DATE_EPOCH="1")
    other = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "99", "HOME": str(tmp_path / "b")}
    two = digests(root, tmp_path / "b", "077", XDG_DATA_HOME=str(tmp_path / "b"), **other)
    assert one == two
    assert len(set(one.split())) == len(ENDINGS)


def test_nothing_is_made_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a document lies in the folder, it comes from there, byte for byte, and no program is called.

    Of two threads that write at once, one can sweep away the other's file before it is locked. That document is made
    again the next time, here by one thread: slower, and never other bytes.
    """
    first = everything(tmp_path, guidance())
    assert len(first[1]) > 5
    monkeypatch.setattr(shelf, "THREADS", 1)
    assert everything(tmp_path, guidance()) == first

    def never(*_: object) -> bytes:
        raise AssertionError("a program was called")

    monkeypatch.setattr(tools, "pandoc", never)
    monkeypatch.setattr(tools, "pdf", never)
    assert everything(tmp_path, guidance()) == first
    (tmp_path / "build" / "documents").rename(tmp_path / "elsewhere")
    with pytest.raises(AssertionError, match="a program was called"):
        everything(tmp_path, guidance())


def made(part: bytes = b"x", raw: bytes = b"made") -> Recipe:
    return Recipe("pdf", (part,), lambda: raw)


def fail() -> bytes:
    raise Failed("pandoc: no")


def test_a_failed_program_leaves_nothing(tmp_path: Path) -> None:
    """What was not made whole is not kept; what was is not made again."""
    cache = Cache(tmp_path)
    with pytest.raises(Failed, match="pandoc: no"):
        cache.take(Recipe("pdf", (b"x",), fail))
    assert list(tmp_path.rglob("*.pdf")) == []
    assert [cache.take(made()), cache.take(Recipe("pdf", (b"x",), fail))] == [b"made"] * 2


def test_what_is_kept_is_whole_or_made_anew(tmp_path: Path) -> None:
    """Whatever changed a file or cut it short, its name tells. A folder that can't be written costs only time."""
    cache = Cache(tmp_path)
    for times, spoilt in enumerate((b"", b"mad", b"made and more"), 1):
        cache.take(made())
        (path,) = cache.folder.iterdir()
        path.write_bytes(spoilt)
        assert cache.take(made()) == b"made"
        assert [left.read_bytes() for left in cache.folder.iterdir()] == [b"made"]
        assert cache.made == times + 1
    (tmp_path / "file").write_text("")
    cache.folder = tmp_path / "file"
    assert [cache.take(made()), cache.take(made(raw=b"again"))] == [b"made", b"again"]
    cache.tidy()


def test_the_folder_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files wanted longest ago go first."""
    monkeypatch.setattr("accord.paper.cache.MOST", 4)
    cache = Cache(tmp_path)
    recipes = [made(bytes([number])) for number in range(7)]
    for number, each in enumerate(recipes):
        cache.take(each)
        (path,) = cache.folder.glob(f"{each.digest}.*.pdf")
        os.utime(path, (number, number))
    cache.tidy()
    assert {path.name.partition(".")[0] for path in cache.folder.iterdir()} == {each.digest for each in recipes[-4:]}


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: tools.pandoc(b"no json", "json", "docx"), "pandoc: "),
        (lambda: tools.pdf(b"#no-such()", "{}"), "typst: "),
    ],
)
def test_a_program_that_refuses_is_told_in_its_words(call: Callable[[], bytes], told: str) -> None:
    with pytest.raises(Failed, match=told):
        call()


def test_the_digest_is_over_every_part() -> None:
    """The document, its format and what stands around a page are in it, and parts can't run into one another."""
    assert Recipe("pdf", (b"ab", b"c"), bytes).digest != Recipe("pdf", (b"a", b"bc"), bytes).digest
    assert set(formats.FORMATS) == {"html", *ENDINGS}
    found = [recipe(document(word), ending).digest for ending in ENDINGS for word in ("one", "two")]
    assert recipe(document("one"), ENDINGS[0]).digest == found[0]
    for word, file, back in (
        ("one", "a.pdf", "x/"),
        ("two", "a.pdf", "x/"),
        ("one", "b.pdf", "x/"),
        ("one", "a.pdf", "y/"),
    ):
        page = html.recipe(document(word), [("pdf", file)], (back, "X"))
        assert page.make() == html.beside(document(word), [("pdf", file)], (back, "X")).encode()
        found.append(page.digest)
    assert len(set(found)) == len(found)


def test_any_program_or_template_changes_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte more in a module or a template, a new file, another version of a package; compiled files do not."""
    whole = programs.of.__wrapped__
    for room in programs.ROOMS:
        shutil.copytree(programs.HERE / room, tmp_path / room)
    first = whole(tmp_path)
    assert first == whole(programs.HERE)
    for name in ("paper/ast.py", "pages/templates/document.html", "files/characters.py"):
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
    before, known = programs.digest_programs(), tools.find_version
    for package in programs.PACKAGES:
        monkeypatch.setattr(tools, "find_version", lambda name, own=package: "99" if name == own else known(name))
        assert programs.digest_programs() != before, package


def test_every_field_of_a_document_is_in_its_digest() -> None:
    """Python shows each field of each block, and shows no two texts alike."""
    kinds = [kind for kind in vars(model).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]
    assert [kind for kind in kinds for field in dataclasses.fields(kind) if not field.repr] == []
    first = document("plain words")
    for field in dataclasses.fields(Document):
        fields: Any = {field.name: {"blocks": (CHAPTER,), "foot": ("x",)}.get(field.name, "another")}
        assert dataclasses.replace(first, **fields).digest != first.digest, field.name
    words = ("a', 'b", 'a", "b', "\\n", "\n", "\u00e9", "e\u0301")
    assert len({document(each).digest for each in words}) == len(words)
