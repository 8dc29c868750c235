"""Give a thing or a page another name: its file, all that names it, and a way from the old address to the new."""

import argparse
import re
from collections.abc import Iterator
from posixpath import dirname, normpath, relpath

from accord.commands.release import NOTHING
from accord.commands.words import refused, told
from accord.files.atomic import write_new, write_over
from accord.files.problem import CalledWrongly, Problem, counted, listed, shown
from accord.files.text import LARGEST
from accord.files.tree import Overlay
from accord.guidance.build import build
from accord.guidance.reading import known
from accord.project import reading
from accord.project.ids import known as definitions
from accord.project.inputs import ALL, Inputs
from accord.project.page import ROOT_PAGES, address_of
from accord.project.reading import Project, kind_of
from accord.project.rules_all import check

KINDS = ("practice", "role", "term", "source", "recommendation")
KEPT = ("data/guidance-releases/", "data/schema/", "data/local/", "data/authorities.yml")  # frozen, sealed, another's
GUIDANCE, MENU = "data/guidance.yml", "mkdocs.yml"
TAKEN = "{new} is taken, or was. A name means one thing for ever."
LINK = re.compile(r"(\]\(\s*)([^()\s#:]+\.md)")


Written = dict[str, str | None]  # the text of each file that changes; None where it goes


def run(options: argparse.Namespace) -> int:
    """Rename, and say what was changed; or say why not, print problems, and return 1."""
    before = reading.load(options.root)
    if problems := _problems(before, options):
        return refused(problems, NOTHING)
    texts = dict(_texts(before))
    places, written = _plan(before, texts, options)
    if problems := _problems(_project(before, written), options):
        return refused(problems, NOTHING)
    for path, each in written.items():
        if each is None:
            (options.root / path).unlink()
        else:
            (write_over if path in texts else write_new)(options.root / path, each.encode())
    said = {"files": listed(sorted(written)), "count": counted(places, "place")}
    print(told("rename", "done", old=options.old, new=options.new, **said))
    return 0


def _plan(before: Project, texts: dict[str, str], options: argparse.Namespace) -> tuple[int, Written]:
    """Return how many addresses change, and what has to be written. Raises CalledWrongly: it can't be."""
    old, new = options.old, options.new
    after = dict(texts)
    moves = dict(_page(old, new) if old.endswith(".md") else _thing(before, after, old, new))
    if gone := moves.keys() - texts.keys():
        raise CalledWrongly(f"There is no file {shown(min(gone))}, or it is published for good.")
    after = {moves.get(path, path): _linked(path, text, moves) for path, text in after.items()}
    draft = _project(before, _changes(texts, after, moves))
    places = list(_places(before, draft, moves, options))
    if any(f'old: "{now}"' in texts[GUIDANCE] for _, now in places) or not texts.keys().isdisjoint(moves.values()):
        raise CalledWrongly(TAKEN.format(new=shown(new)))
    for was, now in (each for each in places if "#" not in each[0]):
        for path in (path for path in after if kind_of(path) and path != GUIDANCE):
            after[path] = re.sub(rf"(?<=page: ){re.escape(was)}(?=#|\s)", now, after[path])
    for was, now in places:
        after[GUIDANCE] = _added(after[GUIDANCE], "moved", f'  - old: "{was}"\n    new: "{now}"\n')
    asks = known(before)
    if asks and old in asks.wordings:
        after[GUIDANCE] = _added(after[GUIDANCE], "retired", f"  - id: {old}\n    replaced_by: {new}\n")
    return len(places), _changes(texts, after, moves)


def _changes(texts: dict[str, str], after: dict[str, str], moves: dict[str, str]) -> Written:
    return {path: text for path, text in after.items() if texts.get(path) != text} | dict.fromkeys(moves)


def _problems(project: Project, options: argparse.Namespace) -> list[Problem]:
    found = check(Inputs(project, options.today))
    return [each for each in found if each.severity == "problem" and each.lacks != ALL]


def _project(before: Project, written: Written) -> Project:
    raw = {path: None if text is None else text.encode() for path, text in written.items()}
    return reading.load(Overlay(before.tree, raw), before.schemas)


def _texts(project: Project) -> Iterator[tuple[str, str]]:
    """Yield what may be changed: data and pages, and the menu."""
    names = [*(n for n in project.files if n.endswith(".md") or (kind_of(n) and not n.startswith(KEPT))), MENU]
    for name in names:
        if project.tree.kind(name) == "file":
            yield name, project.tree.read(name, LARGEST).decode()


def _page(old: str, new: str) -> Iterator[tuple[str, str]]:
    if not re.fullmatch(r"docs/[a-z0-9/-]+\.md", new) or not old.startswith("docs/"):
        raise CalledWrongly("A page is named by its file, such as docs/families/letter.md, in small letters.")
    yield old, new


def _thing(project: Project, texts: dict[str, str], old: str, new: str) -> Iterator[tuple[str, str]]:
    """Change an id where it stands in `texts`, and yield the files that are called by it, with their new names."""
    defined, asks = definitions(project), known(project)
    kind = defined[old].kind if old in defined else ""
    if kind not in KINDS:
        raise CalledWrongly(f"{shown(old)} is not the id of a {listed(KINDS, 'or')}, or the file of a page.")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", new):
        raise CalledWrongly(f"{shown(new)} is no id. Write small letters, digits and single hyphens.")
    if new in defined or (asks and new in asks.wordings):
        raise CalledWrongly(TAKEN.format(new=shown(new)))
    pairs = [(old, new)]
    if f"card-{old}" in defined:
        pairs.append((f"card-{old}", f"card-{new}"))
        yield f"docs/toolkit/cards/{old}.md", f"docs/toolkit/cards/{new}.md"
    if kind == "recommendation":
        yield tuple(f"docs/recommendations/{each.removeprefix('rec-')}.md" for each in (old, new))  # type: ignore[misc]
    for one, other in pairs:
        _renamed(project, texts, one, other)
        place = defined[one].document.path
        if defined[one].path == ("id",):
            stem = place.rpartition("/")[2].removesuffix(".yml")
            yield place, f"{dirname(place)}/{other[len(one) - len(stem) :]}.yml"


def _renamed(project: Project, texts: dict[str, str], one: str, other: str) -> None:
    """Write another id wherever `texts` name one: in fields, marks, calls of macros and anchors."""
    token = re.compile(rf"(?<![\w-]){one}(?![\w-])")
    for document in (each for each in project.documents if each.path in texts):
        rows = texts[document.path].split("\n")
        for _, scalar, schema in project.scalars[document.path]:
            if scalar.value == one and schema.keys() & {"x-refers", "x-defines"}:
                rows[scalar.line - 1] = token.sub(other, rows[scalar.line - 1])
        texts[document.path] = "\n".join(rows)
    for name, text in texts.items():
        texts[name] = re.sub(rf'(\[\[|\("|#){one}(?=[\]|"\s)}}])', rf"\g<1>{other}", text)


def _linked(path: str, text: str, moves: dict[str, str]) -> str:
    """Return a page with its links to what moves, and from where it moves, as they will be; or the menu."""
    if path == MENU:
        for one, other in moves.items():
            text = re.sub(rf"(?<=[ /]){one.removeprefix('docs/')}(?=\s)", other.removeprefix("docs/"), text)
        return text
    home = "docs/governance" if path in ROOT_PAGES else dirname(path)

    def lead(link: re.Match[str]) -> str:
        target = normpath(f"{home}/{link[2]}")
        if target not in moves and path not in moves:
            return link[0]
        return f"{link[1]}{relpath(moves.get(target, target), dirname(moves[path]) if path in moves else home)}"

    return LINK.sub(lead, text) if path.endswith(".md") else text


def _places(
    before: Project, draft: Project, moves: dict[str, str], options: argparse.Namespace
) -> Iterator[tuple[str, str]]:
    """Yield each address of a page that changes, or of a place on one that stays, and what it becomes."""
    yield from ((address_of(one), address_of(other)) for one, other in moves.items() if one.endswith(".md"))
    was, now = (build(each, options.today).entries for each in (before, draft))
    if options.old in was and not any(one.endswith(".md") for one in moves if "recommendations" in one):
        yield was[options.old].address, now[options.new].address


def _added(text: str, name: str, row: str) -> str:
    head = f"\n{name}:\n"
    return text.replace(head, head + row, 1) if head in text else f"{text.rstrip()}{head}{row}"
