"""Makes a record's bytes from its fields, and judges them by the rules of `accord check` before they are written."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from accord.files.problem import Problem
from accord.project.reading import Project
from accord.project.rules_all import Inputs, every_rule
from accord.register.folder import SIGNATORIES, Folder, read_folder, written
from accord.register.record_fields import Spec

RULES = "record_"  # the rules whose modules start so judge records


def encode(values: Mapping[str, str], specs: Iterable[Spec]) -> bytes:
    """Return the file of a record: the fields in their order, one a line, and a line end after each.

    What the table does not know comes last, so that the rules say what is wrong with it.
    """
    order = [spec.name for spec in specs if values.get(spec.name)]
    order += [name for name in values if name not in order and values[name]]
    rows = (f'{name}: "{escaped(values[name])}"\n' for name in order)
    return "".join(rows).encode("utf-8", "surrogateescape")


def escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def free(folder: Folder, slug: str, day: str, event: str) -> str:
    """Return the path of a new record, below the root: `-2`, `-3` … where the name is taken or was."""
    taken = {file.path for file in folder.records} | {file.path.removesuffix(".erased") for file in folder.erased}
    first = f"{SIGNATORIES}{slug}/{day}-{event}"
    later = (f"{first}-{number}.yml" for number in range(2, 100))
    return next((path for path in (f"{first}.yml", *later) if path not in taken), f"{first}-100.yml")


def problems(project: Project, as_of: date, path: str, raw: bytes) -> list[Problem]:
    """Return what `accord check` would say of a record that somebody brings, its notes included."""
    then = written(project, {path: raw})
    return sorted({each for each in judged(then, as_of) if each.path == path})


def judged(project: Project, as_of: date) -> Iterator[Problem]:
    """Yield all that the rules of records find, and hold claims against the register as strictly as what counts."""
    inputs = Inputs(project, as_of, frozenset(claim.path for claim in read_folder(project).claims))
    for rule in every_rule(RULES).values():
        yield from rule(inputs)
