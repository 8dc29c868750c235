"""The Commitment's texts have the parts that everything else relies on: a title, sections for the values, clauses.

A published text can't be mended, so a version is held only to what its readers and signatories need. Which id a clause
has, the text alone decides: two values that change their labels would change what each review answered.
"""

import re
from collections.abc import Iterator

from accord.commitment.folder import TextFile, read_texts
from accord.commitment.text import Text
from accord.files.nodes import Scalar
from accord.files.problem import Problem, listed, shown
from accord.project.inputs import Inputs
from accord.project.reading import Document, Project

LIKE_A_CLAUSE = re.compile(r"\*\*[^*]+ [0-9]+[.:]?\*\*")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield what a text lacks, and values by another name than their id. There may be no draft."""
    folder = read_texts(inputs.project)
    for file in (*folder.texts.values(), *([folder.draft] if folder.draft else [])):
        if file.text is not None:
            yield from _parts(file, file.text)
    labels = list(_labels(inputs.project))
    for document, label in labels:
        if (name := re.sub(r"[^a-z0-9]+", "-", label.value.lower())) != document.stem:
            wrong = (
                f"The label {shown(label.value)} makes clauses like {shown(f'{name}-1')}, and the file is another's."
            )
            cure = f"Write {shown(document.stem.capitalize())}, or name the file and the id after the label."
            yield Problem(document.path, label.line, "label", wrong, cure)
    if folder.draft and folder.draft.text:
        yield from _sections(folder.draft.path, folder.draft.text, [label.value for _, label in labels])


def _labels(project: Project) -> Iterator[tuple[Document, Scalar]]:
    for document in project.of_kind("value"):
        if (label := document.scalar("label")) and label.value:
            yield document, label


def _parts(file: TextFile, text: Text) -> Iterator[Problem]:
    for place, block in enumerate(text.blocks):
        if (block.level == 1) != (place == 0):
            wrong = "The text does not start with its title." if place == 0 else "A second title stands here."
            yield Problem(file.path, block.line, "", wrong, "Write one title, `# Words`, on the first line.")
        if block.kind == "paragraph" and not block.clause and (mark := LIKE_A_CLAUSE.match(block.words)):
            wrong = f"{shown(mark[0])} looks like a clause, and no value of data/values/ is called so."
            yield Problem(file.path, block.line, "", wrong, "A value that a text names keeps its label for ever.")
    if not text.clauses:
        cure = "Write one as `**Value 1.** We will …`, under a heading `## Value`."
        yield Problem(file.path, 1, "", "The text has no clause.", cure)


def _sections(path: str, text: Text, labels: list[str]) -> Iterator[Problem]:
    promised = {clause.label.rpartition(" ")[0] for clause in text.clauses}
    missing = [label for label in labels if label not in promised]
    if missing and text.clauses:
        wrong = f"The draft promises nothing under {listed([shown(label) for label in missing])}."
        yield Problem(path, 1, "", wrong, "Give each value a heading, `## Label`, and a clause.")
