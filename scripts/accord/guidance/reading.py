"""From data files to typed elements. Each is made as soon as its own file fits its schema, for rules and for pages."""

from functools import cached_property
from typing import Any

from accord.files.nodes import Path, field, line_at, node_at, plain
from accord.guidance.elements import CLASSES
from accord.guidance.known import Known
from accord.guidance.releases import in_order
from accord.guidance.sheets import sheets
from accord.project.element import Element, shape
from accord.project.ids import definitions
from accord.project.reading import Project

LABELS = ("cite", "label", "title", "text")  # of what an id names: the first that it has (as guidance/guidance.py)
ASKING = (
    "tier",
    "value",
    "principle",
    "context",
    "stage",
    "recommendation",
    "supplier",
    "role",
    "guidance",
    "guidance-release",
)


class Elements:
    """The typed elements of a project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._nodes = {document.path: document.node for document in project.documents}
        self._made: dict[str, tuple[Any, ...]] = {}

    def of(self, kind: str) -> tuple[Any, ...]:
        """Return the elements of one kind, as they are ordered on pages, without those whose files are not sound."""
        if kind not in self._made:
            schemas, cls = self.project.schemas, CLASSES.get(kind, Element)
            sound = [each for each in self.project.of_kind(kind) if schemas.fits(kind, each.node)]
            made = [shape(schemas[kind], plain(each.node), cls, path=each.path) for each in sound]
            self._made[kind] = tuple(sorted(made, key=_place))
        return self._made[kind]

    def are_sound(self, *kinds: str) -> bool:
        """Say whether no data file is unread, and every file of these kinds fits its schema."""
        if any(path.startswith("data/") for path in self.project.unread):
            return False
        fits = self.project.schemas.fits
        return all(fits(kind, each.node) for kind in kinds for each in self.project.of_kind(kind))

    def at(self, element: Any, path: Path) -> tuple[int, str]:
        """Return the line of what is at a path in an element's file, and the path as people count, for a problem."""
        return line_at(self._nodes[element.path], path), field(path)

    @cached_property
    def known(self) -> Known | None:
        """What the project asks and asked, or None where a file that says so is not sound: then other rules speak."""
        releases = self.of("guidance") if self.are_sound(*ASKING) else ()
        if not releases:
            return None
        labels = self._labels()
        try:
            asked = sheets(self.of, labels.__getitem__)
        except KeyError:  # a mark that names nothing
            return None
        roles = {role.id: role.label for role in self.of("role")}
        return Known(asked, releases[0], in_order(self.of("guidance-release")), roles)

    def _labels(self) -> dict[str, str]:
        """Return the words of a link to each id."""
        found: dict[str, str] = {}
        for definition in definitions(self.project):
            node = node_at(definition.document.node, definition.path[:-1])
            holder: Any = plain(node) if node else {}
            words = next((str(holder[name]) for name in LABELS if name in holder), definition.id)
            found.setdefault(definition.id, f"({words})" if definition.kind == "source" else words)
        return found


def elements(project: Project) -> Elements:
    """Return the typed elements of a project, made once."""
    return project.once(Elements)


def known(project: Project) -> Known | None:
    """Return what a project asks and asked, or None where a file that says so is not sound."""
    return elements(project).known


def _place(element: Any) -> tuple[int, str]:
    """Sort by `order` where there is one, else by label without regard to case."""
    return (int(getattr(element, "order", "0")), str(getattr(element, "label", element.path)).casefold())
