"""Print a data file's fields as a template to copy and fill."""

import argparse
import textwrap

from accord.files import schema
from accord.files.disk import Disk
from accord.files.problem import CalledWrongly, listed, shown
from accord.guidance.build import PLACES
from accord.guidance.field_guide import Field, guides
from accord.project.ids import nearest


def run(options: argparse.Namespace) -> int:
    """Print the template of one kind, or the list of kinds."""
    by_kind = {guide.kind: guide for guide in guides(schema.load(Disk(options.root)), PLACES)}
    if options.kind is None:
        for guide in by_kind.values():
            print(f"{guide.kind:16} {guide.place:24} {guide.about}")
        return 0
    if options.kind not in by_kind:
        near = nearest(options.kind, by_kind)
        raise CalledWrongly(f"{shown(options.kind)} is no kind of file.{near} Kinds: {listed(list(by_kind))}.")
    guide = by_kind[options.kind]
    print(f"# {guide.title}: {guide.about}\n# Lives in {guide.place}")
    print("\n".join(line for field in guide.fields for line in _lines(field)))
    return 0


def _lines(field: Field) -> list[str]:
    indent = "    " * field.depth
    need = "" if field.required else " (may be left out)"
    choice = f" One of: {', '.join(field.choices)}." if field.choices else ""
    about = textwrap.wrap(f"{field.about}{choice}{need}", 100 - len(indent))
    form = "  # a list, one hyphen a line" if field.listed else ""
    return [*(f"{indent}# {line}" for line in about), f"{indent}{field.name}:{form}"]
