"""Every step of a door, and every place that the search names, is a page: none ends in nothing."""

from collections.abc import Iterator

from accord.files.nodes import field
from accord.files.problem import Problem, shown
from accord.guidance.elements import Stage
from accord.guidance.reading import elements
from accord.project.ids import nearest
from accord.project.inputs import Inputs
from accord.project.page import address_of


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield steps and places whose page is neither in docs/ nor a practice's. What follows # is tested on the site."""
    project = inputs.project
    addresses = {address_of(name) for name in project.files if name.endswith(".md")}
    addresses |= {stage.page_of(each.id) for stage in elements(project).of("stage", Stage) for each in stage.practices}
    for document in (*project.of_kind("door"), *project.of_kind("search")):
        for path, scalar, _ in project.scalars[document.path]:
            if path[-1:] != ("page",):
                continue
            address = scalar.value.partition("#")[0]
            if address not in addresses:
                wrong = f"There is no page at {shown(address)}.{nearest(address, addresses)}"
                cure = "Write the address of a page in docs/, such as lifecycle/stopping/."
                yield Problem(document.path, scalar.line, field(path), wrong, cure)
