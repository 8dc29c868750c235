"""Write documents: the committee paper, the checklists, each version of the Commitment."""

import argparse

from accord.files import atomic
from accord.files.problem import CalledWrongly, listed, shown, visible
from accord.paper.formats import FORMATS
from accord.paper.tools import Failed
from accord.project.ids import nearest
from accord.site import shelf
from accord.site.shelf import Title
from accord.site.workspace import Unfit, open_checked


def run(options: argparse.Namespace) -> int:
    """Write each file whole, over one of that name. Return 1 where the project has problems, 2 for a wrong call."""
    try:
        workspace = open_checked(options.root, options.as_of)
    except Unfit as unfit:
        print(unfit)
        return 1
    titles = {title.name: title for title in shelf.titles(workspace.guidance)}
    if options.name is None:
        for title in titles.values():
            print(f"{title.name:20} {','.join(title.endings):24} {title.title}")
        return 0
    title, endings = _chosen(titles, options.name, options.format)
    try:
        files = shelf.make(options.root, [(title, ending) for ending in endings])
    except Failed as error:
        raise CalledWrongly(f"a document could not be made. {error}") from None
    for file in files:
        path = options.out / f"{file.name}.{file.ending}"
        atomic.write_over(path, file.raw)
        print(visible(str(path)))
    return 0


def _chosen(titles: dict[str, Title], name: str, formats: str) -> tuple[Title, list[str]]:
    """Return a document and the formats that are wanted. Raises CalledWrongly: there is none, or not in that format."""
    if name not in titles:
        near = nearest(name, titles)
        raise CalledWrongly(f"there is no document {shown(name)}.{near} Documents: {listed(list(titles))}.")
    endings = [word.strip().lower() for word in formats.split(",") if word.strip()]
    for ending in endings:
        if ending not in FORMATS:
            near = nearest(ending, FORMATS)
            raise CalledWrongly(f"{shown(ending)} is no format.{near} Formats: {listed(list(FORMATS))}.")
        if ending not in titles[name].endings:
            raise CalledWrongly(f"{name} is not made as {ending}. Its formats: {listed(titles[name].endings)}.")
    return titles[name], endings or list(titles[name].endings)
