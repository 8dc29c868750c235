"""A council's colours can be read: at least 4.5 to 1 with all that they meet (WCAG 2.2, success criterion 1.4.3)."""

import re
from collections.abc import Iterator

from accord.copy.colours import AA, SETTINGS, worst
from accord.files.nodes import Mapping, Scalar
from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs

COLOUR = re.compile(r"#[0-9a-f]{6}\Z")  # another form is the fields' rule to refuse


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield each colour that is too near to one that it meets."""
    for document in inputs.project.of_kind("local-site"):
        for setting in SETTINGS:
            value = document.node.get(setting) if isinstance(document.node, Mapping) else None
            if not isinstance(value, Scalar) or not COLOUR.match(value.value):
                continue
            beside, ratio = worst(setting, value.value)
            if ratio < AA:
                wrong = (
                    f"The contrast of {shown(value.value)} with {beside} is {ratio:.1f} to 1, and {AA} is the least."
                )
                cure = f"Choose a {'lighter' if setting == 'colour_dark' else 'darker'} colour."
                yield Problem(document.path, value.line, setting, wrong, cure)
