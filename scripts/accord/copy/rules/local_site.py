"""A council's copy is of a council that exists, and has an address and a repository of its own."""

from collections.abc import Iterator

from accord.files.problem import Problem, listed, shown
from accord.project.inputs import Inputs
from accord.project.reading import Document
from accord.register.authorities import authorities
from accord.register.authority_names import suggestion


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield an authority that is unknown, as a note one that has ended, and addresses that are upstream's."""
    for document in inputs.project.of_kind("local-site"):
        yield from _authority(inputs, document)
        for upstream in inputs.project.of_kind("site"):
            for name in ("address", "repository"):
                own, theirs = document.scalar(name), upstream.scalar(name)
                if own and theirs and own.value and own.value.rstrip("/") == theirs.value.rstrip("/"):
                    wrong = f"{shown(own.value)} is upstream's."
                    yield Problem(document.path, own.line, name, wrong, "Write the council's own, or delete the field.")


def _authority(inputs: Inputs, document: Document) -> Iterator[Problem]:
    value = document.scalar("authority")
    known = authorities(inputs.project)
    if not (value and value.value and known.all):
        return  # the fields' rule, or that of the authorities, says what is wrong
    found = known.slug(value.value)
    if found is None:
        near = suggestion(known.all, value.value)
        wrong = f"No authority has the short name {shown(value.value)}.{near}"
        cure = "Find yours in data/authorities.yml, and write its slug."
        yield Problem(document.path, value.line, "authority", wrong, cure)
    elif found.until is not None and found.until <= inputs.as_of:
        wrong = f"{found.name} ended on {found.until}."
        after = f" ({listed(list(found.successors))})" if found.successors else ""
        cure = f"The copy is now for whoever took over{after}: write its slug."
        yield Problem(document.path, value.line, "authority", wrong, cure, "note")
