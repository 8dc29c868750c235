"""Nothing lies about unused: every source is cited, every role has something asked of it, every term is linked.

A source that nothing cites looks like evidence and is none.
"""

from collections.abc import Iterator

from accord.files.nodes import field
from accord.files.problem import Problem, shown
from accord.files.schema import is_words
from accord.project.ids import MARK, definitions
from accord.project.inputs import Inputs
from accord.project.reading import owned

USED = {
    "source": "Cite it where a statement rests on it, or delete the file.",
    "role": "Ask something of it (asks, people, roles), or delete the file.",
    "term": "Link it where a reader meets the word, or delete the file.",
}


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield sources, roles and terms that no other file and no page names, once every file can be read."""
    project = inputs.project
    if project.unread:
        return  # what could not be read may name anything
    named: set[str] = set()
    for document in project.documents:
        own = document.scalar("id")
        words: set[str] = set()
        for _, scalar, schema in project.scalars[document.path]:
            if "x-refers" in schema:
                words.add(scalar.value)
            elif is_words(schema):
                words.update(mark[1] for mark in MARK.finditer(scalar.value))
        named |= words - {own.value if own else document.stem}
    for page in project.pages:
        named.update(mark[1] for _, row in page.lines for mark in MARK.finditer(row))
    for definition in definitions(project):
        if definition.kind in USED and definition.id not in named:
            wrong = f"Nothing names the {definition.kind} {shown(definition.id)}."
            where = field(definition.path)
            path = definition.document.path
            yield Problem(path, definition.line, where, wrong, USED[definition.kind], lacks=owned(path))
