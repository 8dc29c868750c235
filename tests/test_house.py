"""The rooms of the program: each imports only from those below it, so that one can be read, or deleted, by itself."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

CODE = Path(__file__).parents[1] / "scripts" / "accord"
# From the ground up. Rooms on one floor know nothing of each other.
FLOORS = (
    ("files",),
    ("project",),
    ("pages",),
    ("commitment", "paper"),
    ("guidance",),
    ("seals",),
    ("register",),
    ("answers", "change", "families", "steward"),
    ("copy",),
    ("site",),
    ("commands",),
    ("cli",),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def imports(source: str) -> Iterator[str]:
    """Yield every module of the package that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "accord":
            yield from (f"accord.{each.name}" for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)


def upward(code: Path) -> Iterator[str]:
    """Yield every import that does not point down, with both of its ends."""
    for path in sorted(code.rglob("*.py")):
        room = path.relative_to(code).parts[0].removesuffix(".py")
        for name in imports(path.read_text(encoding="utf-8")):
            other = name.removeprefix("accord.").partition(".")[0] if name.startswith("accord.") else room
            if other != room and room in FLOOR and FLOOR[other] >= FLOOR[room]:
                yield f"{path.relative_to(code)} imports {name}, which is not below it"


def test_every_import_points_down() -> None:
    assert list(upward(CODE)) == []


def test_every_room_has_a_floor_and_says_what_it_is() -> None:
    rooms = {path.parent.name for path in CODE.glob("*/__init__.py")}
    assert rooms | {"cli"} == FLOOR.keys()
    for room in rooms:
        assert ast.get_docstring(ast.parse((CODE / room / "__init__.py").read_text(encoding="utf-8"))), room


def test_the_guide_shows_these_rooms() -> None:
    """CONTRIBUTING.md draws the house as it is, and stays short enough to be read: under six kilobytes."""
    guide = (CODE.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawn = guide.partition("```\ncommands")[2].partition("```")[0]
    shown = {word for row in f"commands{drawn}".splitlines() for word in row[:34].split()}
    assert shown == FLOOR.keys() - {"cli"}
    assert len(guide.encode()) < 6 * 1024


def test_a_word_of_the_vocabulary_names_one_thing() -> None:
    """Each word that CONTRIBUTING.md explains is the name of at most one function or class of a module's own."""
    guide = (CODE.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    words = re.findall(r"^\| ([a-z]+) \| (?!meaning)", guide, re.MULTILINE)
    bodies = (ast.parse(path.read_text(encoding="utf-8")).body for path in CODE.rglob("*.py"))
    kinds = (ast.FunctionDef, ast.ClassDef)
    found = Counter(node.name.lower() for body in bodies for node in body if isinstance(node, kinds))
    assert len(words) == 20
    assert [word for word in words if found[word] > 1] == []
