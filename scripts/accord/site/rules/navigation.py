"""The menu of mkdocs.yml names every page once, and only pages that are there: a page in no menu is hard to find."""

from collections.abc import Iterator
from fnmatch import fnmatch

from accord.files import yaml_strict
from accord.files.nodes import Mapping, Node, Scalar, Sequence
from accord.files.problem import Problem, shown
from accord.files.text import LARGEST
from accord.project.inputs import Guesses, Inputs
from accord.project.page import ROOT_PAGES, address_of

NAME = "mkdocs.yml"


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield entries without a page, pages without an entry, and a file that can't be read."""
    tree = inputs.project.tree
    if tree.kind(NAME) != "file":
        return
    node, problems = yaml_strict.parse(NAME, tree.read(NAME, LARGEST).decode("utf-8", "replace"))
    if not isinstance(node, Mapping):
        yield from problems
        return
    beside = {f"{address}index.md" for address in ROOT_PAGES.values()}
    pages = {page.path.removeprefix("docs/") for page in inputs.project.pages if page.path.startswith("docs/")} | beside
    named: dict[str, int] = {}
    for entry in (entry for entry in _entries(node.get("nav")) if entry.value.endswith(".md")):
        if named.setdefault(entry.value, entry.line) != entry.line:
            wrong = f"The menu names {shown(entry.value)} twice (first on line {named[entry.value]})."
            yield Problem(NAME, entry.line, "nav", wrong, "Keep one of them.")
    unread = {name.removeprefix("docs/") for name in inputs.project.unread}
    guesses = Guesses()
    for name, line in named.items():
        if name not in pages | unread:
            near = guesses.nearest(name, pages - named.keys())
            wrong = f"There is no page docs/{name}.{near}"
            cure = "Write the way to a page below docs/, or delete the entry."
            lacks, owns = address_of(f"docs/{name}"), "".join(near.split('"')[1:2])
            yield Problem(NAME, line, "nav", wrong, cure, lacks=lacks, owns=owns)
    outside = getattr(node.get("not_in_nav"), "value", "").split()
    for name in sorted(pages - named.keys()):
        if not any(fnmatch(f"/{name}", pattern) for pattern in outside):
            wrong = f"No menu has this page: {NAME} does not name {shown(name)}."
            cure = f"Add it below `nav:` in {NAME}, where a reader would look."
            yield Problem(f"docs/{name}", 1, "", wrong, cure, lacks=name)


def _entries(node: Node | None) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence() | Mapping():
            for each in node.items if isinstance(node, Sequence) else (value for _, value in node.entries):
                yield from _entries(each)
