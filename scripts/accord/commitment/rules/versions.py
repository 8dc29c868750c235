"""The published versions are a chain: each text is what its digest says, and each follows from the one before."""

from collections.abc import Iterator
from dataclasses import dataclass

from accord.commitment.amendment import follows, next_number, refusal, weigh, written
from accord.commitment.build import NUMBER
from accord.commitment.folder import VERSIONS, TextFile, read_texts
from accord.commitment.text import CLASSES, Parts, parts
from accord.files.digests import digest
from accord.files.nodes import Mapping, line_at
from accord.files.problem import Problem, shown
from accord.project.inputs import Inputs
from accord.project.reading import Document

FIRST = "first"


@dataclass(frozen=True, slots=True)
class About:
    """What a version's .yml says: its fields that are text, and where. `file` is None where the text is missing."""

    document: Document
    file: TextFile | None

    def get(self, name: str) -> str:
        found = self.document.scalar(name)
        return found.value if found else ""

    def problem(self, field: str, wrong: str, cure: str) -> Problem:
        return Problem(self.document.path, line_at(self.document.node, (field,)), field, wrong, cure)

    @property
    def amendment(self) -> str:
        """Return the class, or "" where it is none that we know: the rule of the fields says so."""
        return self.get("class") if self.get("class") in CLASSES else ""

    @property
    def agreed(self) -> bool:
        """Say whether it names the stewards who agreed to it. How many there have to be, the schema says."""
        return isinstance(self.document.node, Mapping) and self.document.node.get("agreed") is not None

    @property
    def whole(self) -> bool:
        """Say whether the text is the one that was published, as far as its own digest says."""
        return self.file is not None and digest(self.file.raw) == self.get("digest")

    @property
    def number(self) -> Parts:
        return parts(self.document.stem)


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield files without their partner, and links of the chain that do not hold."""
    folder = read_texts(inputs.project)
    documents = {document.stem: document for document in inputs.project.of_kind("version")}
    for stem in sorted({*folder.texts, *documents}):
        yield from _pair(stem, folder.texts.get(stem), f"{VERSIONS}{stem}.yml" in folder.abouts)
    stems = {*folder.texts, *(path.removeprefix(VERSIONS).removesuffix(".yml") for path in folder.abouts)}
    chain = [
        About(documents[stem], folder.texts.get(stem)) if stem in documents else None
        for stem in sorted(filter(NUMBER.match, stems), key=parts)
    ]
    digests = {about.get("digest"): about.document.stem for about in chain if about}
    for place, about in enumerate(chain):
        if about:
            yield from _file(about, digests)
            last = chain[place - 1] if place else None
            if last or not place:  # what follows a version that can't be read is judged when it can
                yield from _link(about, last)


def _pair(stem: str, text: TextFile | None, about: bool) -> Iterator[Problem]:
    path = text.path if text else f"{VERSIONS}{stem}.yml"
    if not NUMBER.match(stem):
        wrong = f"{shown(stem)} is not the number of a version."
        yield Problem(path, 1, "", wrong, "Move the file, or name it like 1.2.0.")
    elif text is None:
        wrong = f"The text of version {stem} is missing."
        yield Problem(path, 1, "", wrong, "Bring the .md file back from git.")
    elif not about:
        wrong = f"Nothing describes version {stem}: its .yml file is missing."
        cure = "Bring it back from git; after a release that was cut short, run the same release again."
        yield Problem(path, 1, "", wrong, cure)


def _file(about: About, digests: dict[str, str]) -> Iterator[Problem]:
    """Yield what a version says of itself and is not so."""
    stem, said = about.document.stem, about.get("digest")
    if about.get("version") not in ("", stem):
        wrong = f"The version is {shown(about.get('version'))}, and the file is named {stem}."
        yield about.problem("version", wrong, "Bring both files back from git.")
    if said and about.file and not about.whole:
        wrong = f"These are not the bytes of {stem} that were published."
        cure = "Bring them back from git. Words change only in a new version."
        if (other := digests.get(digest(about.file.raw), stem)) != stem:
            wrong = f"This is the text of {other}, under the number {stem}."
            cure = "Check both files out again: each text keeps its own name."
        yield Problem(about.file.path, 1, "digest", wrong, cure)


def _link(about: About, last: About | None) -> Iterator[Problem]:
    """Yield what is wrong with how a version follows from the last one."""
    stem, amendment = about.document.stem, about.amendment
    if last is None:
        for field in ("previous", "previous_digest"):
            if about.get(field):
                yield about.problem(field, "The first version follows no other.", "Delete the field.")
        if amendment not in ("", FIRST):
            yield about.problem("class", f"{stem} is the first version, and says {shown(amendment)}.", "Write first.")
            return
    elif amendment == FIRST:
        wrong = f"{stem} says that it is the first version, and {last.document.stem} is older."
        yield about.problem("class", wrong, "Its class is editorial, clarifying or substantive.")
        return
    else:
        yield from _chained(about, last)
    if amendment and not follows(about.number, last.number if last else None, amendment):
        wrong = f"The number {stem} does not fit the class {amendment}."
        cure = "A first version is 1.0.0, or another number that ends in .0.0."
        if last:
            cure = f"After {last.document.stem} comes {written(next_number(last.number, amendment))}."
        yield about.problem("class", wrong, cure)


def _chained(about: About, last: About) -> Iterator[Problem]:
    stem, amendment = last.document.stem, about.amendment
    for field, wanted in (("previous", stem), ("previous_digest", last.get("digest"))):
        if wanted and about.get(field) != wanted:
            wrong = f"The version before is {stem}, and the file says {shown(about.get(field))}."
            yield about.problem(field, wrong, f"Write {wanted}.")
    if about.get("released") and about.get("released") < last.get("released"):
        wrong = f"The day is before that of {stem}, {last.get('released')}."
        yield about.problem("released", wrong, "Write the day on which it was published.")
    if not about.agreed:
        wrong = "A version needs two stewards who agree, and it names none."
        yield about.problem("agreed", wrong, 'Name them: "accord release" takes --agreed NAME twice.')
    if amendment and about.whole and last.whole:
        yield from _weighed(about, last)


def _weighed(about: About, last: About) -> Iterator[Problem]:
    """Yield a class that the difference of the two texts contradicts."""
    old, new = last.file, about.file
    if old is None or new is None:
        return
    if old.raw == new.raw:
        wrong = f"The text is that of {last.document.stem}."
        yield about.problem("version", wrong, "Take this version out: nothing changed.")
    elif old.text and new.text and (no := refusal(weigh(old.text, new.text), about.amendment, about.get("reason"))):
        yield about.problem("class", *no)
