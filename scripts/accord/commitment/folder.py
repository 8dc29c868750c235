"""Reads the draft and the published texts in commitment/."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from accord.commitment import canonical, reading
from accord.commitment.text import Text
from accord.files.nodes import plain
from accord.files.problem import Problem
from accord.files.tree import Found, unreadable
from accord.project.reading import COMMITMENT, Project

FOLDER = COMMITMENT
LARGEST = 64 * 1024  # bytes that are read of any one file here, and one more
DRAFT = f"{FOLDER}/draft.md"
VERSIONS = f"{FOLDER}/versions/"
TEXTS = (DRAFT, VERSIONS)


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text as read. `text` is None where it could not be read."""

    path: str
    raw: bytes
    text: Text | None


@dataclass(frozen=True)
class Texts:
    """`texts` are the published ones by number; `abouts` the paths of the files that describe them."""

    draft: TextFile | None = None
    texts: Mapping[str, TextFile] = field(default_factory=dict)
    abouts: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def walk(project: Project) -> tuple[list[Found], list[Problem]]:
    """Return all files in commitment/, and a problem for each folder that can't be read: walked once."""
    return project.once(_walk)


def _walk(project: Project) -> tuple[list[Found], list[Problem]]:
    return project.tree.walk(FOLDER)


def read_texts(project: Project) -> Texts:
    """Return the texts of a project, read once. Never raises for bad content."""
    return project.once(_read)


def _read(project: Project) -> Texts:
    reader = _Reader(project)
    found = [each.path for each in walk(project)[0] if each.kind == "file" and each.path.startswith(TEXTS)]
    project.tree.fetch(found, LARGEST)
    draft = reader.text(DRAFT) if DRAFT in found else None
    versions = [path for path in found if path.startswith(VERSIONS) and path.count("/") == 2]
    texts = [file for path in versions if path.endswith(".md") and (file := reader.text(path))]
    abouts = [path for path in versions if path.endswith(".yml") and reader.raw(path) is not None]
    by_number = {file.path.removeprefix(VERSIONS).removesuffix(".md"): file for file in texts}
    return Texts(draft, by_number, tuple(abouts), tuple(reader.problems))


class _Reader:
    """Without every value's label, clauses can't be told from other words: then no text is read."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.blind = any(path.startswith("data/values/") for path in project.unread)
        found = [plain(document.node) for document in project.of_kind("value")]
        self.values = {str(value.get("label")): str(value.get("id")) for value in found if isinstance(value, dict)}
        self.problems: list[Problem] = []

    def raw(self, path: str) -> bytes | None:
        """Return a file's bytes, or None where it can't be read: then a problem says so."""
        try:
            return self.project.tree.read(path, LARGEST)
        except OSError as error:
            self.problems.append(unreadable(path, error))
            return None

    def text(self, path: str) -> TextFile | None:
        raw = self.raw(path)
        if raw is None or self.blind:
            return raw if raw is None else TextFile(path, raw, None)
        words, found = canonical.check(path, raw)
        text = None
        if words:
            text, more = reading.parse(path, words, self.values)
            found = [*found, *more]
        self.problems.extend(found)
        return TextFile(path, raw, text)
