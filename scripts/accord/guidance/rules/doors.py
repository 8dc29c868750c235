"""Every step of a door or figure, and every place that the search or a practice names, is a page."""

from collections.abc import Iterator

from accord.files.nodes import field
from accord.files.problem import Problem, shown
from accord.guidance.reading import elements
from accord.project.ids import nearest
from accord.project.inputs import Inputs
from accord.project.page import address_of


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield steps and places whose page is neither in docs/ nor a practice's. What follows # is tested on the site.

    And places of the search that are none, two, or a part of a page, which the search does not know by its address.
    """
    project = inputs.project
    addresses = {address_of(name) for name in project.files if name.endswith(".md")}
    addresses |= {stage.page_of(each.id) for stage in elements(project).of("stage") for each in stage.practices}
    for document in (each for kind in ("door", "search", "figure", "stage") for each in project.of_kind(kind)):
        for path, scalar, _ in project.scalars[document.path]:
            if path[-1:] != ("page",):
                continue
            address = scalar.value.partition("#")[0]
            if address not in addresses:
                wrong = f"There is no page at {shown(address)}.{nearest(address, addresses)}"
                cure = "Write the address of a page in docs/, such as lifecycle/stopping/."
                yield Problem(document.path, scalar.line, field(path), wrong, cure, lacks=address)
    found = elements(project)
    for search in found.of("search"):
        for number, asked in enumerate(search.asked):
            at = found.at(search, ("asked", number))
            if bool(asked.id) == bool(asked.page):
                yield Problem(search.path, *at, "The place has an id and a page, or neither.", "Write one of the two.")
            elif "#" in asked.page:
                yield Problem(search.path, *at, "The search leads to a whole page.", "Leave out # and what follows.")
