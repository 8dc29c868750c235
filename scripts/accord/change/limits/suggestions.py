"""Anyone may bring what somebody said about the Commitment. Nobody answers it in the same change, or makes it vanish.

So an answer is a change of its own, which those who decide look at. A suggestion gives nobody a standing: it is no
record, and no seal lists it.
"""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.change.said import said
from accord.files import text, yaml_strict
from accord.files.nodes import Mapping, Scalar
from accord.files.problem import Problem

FOLDER = "data/suggestions/"


def check(change: Change) -> Iterator[Problem]:
    """Yield suggestions that come with an answer, and those that are gone."""
    for path in (path for path in change.added if path.startswith(FOLDER)):
        words, _ = text.decode(path, change.head.get(path, text.LARGEST) or b"")
        node, _ = yaml_strict.parse(path, words)
        outcome = node.get("outcome") if isinstance(node, Mapping) else None
        if isinstance(outcome, Scalar) and outcome.value != "waiting":
            yield said("suggestion answered", path, outcome.line, "outcome")
    for path in (path for path in change.removed if path.startswith(FOLDER)):
        if change.upstream is None or path in change.upstream.entries:
            yield said("suggestion gone", path)
