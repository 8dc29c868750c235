"""A value that YAML would read as a number, a date, a yes or nothing stands in quotes.

We read every value as text, but other people's programs read our files too, and theirs turn NO into false.
"""

from collections.abc import Iterator

from accord.files.messages import table
from accord.files.nodes import Mapping, Node, Path, Scalar, field
from accord.files.problem import Problem, shown
from accord.files.schema_words import told
from accord.files.yaml_strict import guessed_type
from accord.project.inputs import Inputs

MEANS = table(__file__)  # what each type of YAML 1.1 means, in words


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield unquoted values that YAML 1.1 reads as something else than text."""
    for document in inputs.project.documents:
        yield from _walk(document.path, document.node, ())
    for page in inputs.project.pages:
        yield from _walk(page.path, page.front, ())


def _walk(name: str, node: Node, path: Path) -> Iterator[Problem]:
    if isinstance(node, Scalar):
        guess = guessed_type(node.value) if node.plain else "str"
        # The one true that a page needs: mkdocs-macros asks for a real one (plugin.py, `render_macros == True`). What
        # else may stand there is refused by the front matter's own rule.
        if guess == "str" or (path == ("render_macros",) and node.value):
            return
        if node.value == "":
            yield Problem(name, node.line, field(path), *told("empty"))
            return
        wrong = f"{shown(node.value)} without quotes means {MEANS.get(guess, guess)} to YAML."
        yield Problem(name, node.line, field(path), wrong, f"Write {shown(node.value)} in double quotes.")
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _walk(name, key, (*path, key.value))
            yield from _walk(name, value, (*path, key.value))
    else:
        for index, item in enumerate(node.items):
            yield from _walk(name, item, (*path, index))
