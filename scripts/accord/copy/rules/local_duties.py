"""A council's copy says what a public body must: how accessible it is, whom to tell, and who holds personal data.

What a statement needs stands in docs/accessibility/, with its sources;
what a host's privacy page needs, in docs/privacy/.
"""

from collections.abc import Iterator

from accord.files.nodes import Mapping, Scalar
from accord.files.problem import Problem
from accord.project.inputs import Inputs

DUTIES = (
    "accessibility_contact",
    "accessibility_answer",
    "accessibility_formats",
    "accessibility_status",
    "accessibility_prepared",
    "accessibility_tested",
    "privacy_contact",
    "privacy_host",
    "privacy_logs",
)
REASONS = "accessibility_problems"


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield each of them that is not filled in."""
    for document in inputs.project.of_kind("local-site"):
        if not isinstance(document.node, Mapping):
            continue
        about = inputs.project.schemas["local-site"]["properties"]
        status = document.node.get("accessibility_status")
        partly = isinstance(status, Scalar) and status.value != "fully compliant"
        for name in (*DUTIES, *([REASONS] if partly else [])):
            if document.node.get(name) is None:
                wrong = "A public body must publish this, and it is not filled in."
                yield Problem(document.path, 1, name, wrong, f"Add it: {about[name]['description']}")
