"""A council's copy is of a council that exists, has an address and a repository of its own, and says what it must.

That is how accessible it is, whom to tell, and who holds personal data. What a statement needs stands in
docs/accessibility/, with its sources; what a host's privacy page needs, in docs/privacy/.
"""

from collections.abc import Iterator

from accord.files.nodes import Mapping
from accord.files.problem import Problem, listed, shown
from accord.project.inputs import Inputs
from accord.project.reading import Document
from accord.register.authorities import authorities
from accord.register.authority_names import suggestion

DUTIES = (
    "accessibility_contact", "accessibility_answer", "accessibility_formats", "accessibility_status",
    "accessibility_prepared", "accessibility_tested", "privacy_contact", "privacy_host", "privacy_logs",
)  # fmt: skip


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield an authority that is unknown, as a note one that has ended; addresses that are upstream's; what lacks."""
    for document in inputs.project.of_kind("local-site"):
        yield from _authority(inputs, document)
        yield from _duties(inputs, document)
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


def _duties(inputs: Inputs, document: Document) -> Iterator[Problem]:
    about = inputs.project.schemas["local-site"]["properties"]
    status = document.scalar("accessibility_status")
    reasons = ["accessibility_problems"] if status and status.value != "fully compliant" else []
    for name in (*DUTIES, *reasons):
        if isinstance(document.node, Mapping) and document.node.get(name) is None:
            wrong = "A public body must publish this, and it is not filled in."
            yield Problem(document.path, 1, name, wrong, f"Add it: {about[name]['description']}")
