"""The kinds of data of which more is asked than the fields of their schemas."""

from pathlib import PurePosixPath

from accord.commitment.consultation import Consultation
from accord.guidance.crosswalk import Crosswalk
from accord.project.element import Element


class FrameworkElement(Element):
    """A tier, value, principle, virtue or context. Fields that its kind has not are empty."""

    gate = quote = ""
    situation = None
    evidence = not_yet = ()


class Stage(Element):
    def page_of(self, practice: str) -> str:
        """Return the address of the page of the practice with this id."""
        return f"lifecycle/{self.id}/{practice.removeprefix(f'{self.id}-')}/"

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its practices and of the questions that families may ask in it."""
        return frozenset(each.id for each in (*self.practices, *self.family_questions))


class Source(Element):
    @property
    def stop(self) -> str:
        """What follows the title: a full stop, unless the title ends in a sign of its own."""
        return "" if self.title.endswith(("?", "!", ".")) else "."


class Release(Element):
    """The guidance's number and history (data/guidance.yml). `released` is empty while it is in preparation."""

    @property
    def name(self) -> str:
        """The number, and whether it is in preparation, as pages say it."""
        return f"{self.version}" if self.released else f"{self.version}, in preparation"


class Card(Element):
    @property
    def items(self) -> tuple[Element, ...]:
        """Every sentence that names what it rests on, in the card's order."""
        return (*self.know, *self.ask, *self.write, *self.say)


class Named(Element):
    """What is called by its file's name: a figure, a document."""

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).stem


class Layout(Named):
    """How a paper is made of a file of answers, by the browser (docs/assets/paper/)."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of file that can be made of it."""
        return ("docx", "html", *self.files)

    @property
    def fields(self) -> tuple[Element, ...]:
        return tuple(field for section in self.sections for field in section.fields)


CLASSES: dict[str, type[Element]] = {
    **dict.fromkeys(("tier", "value", "principle", "virtue", "context"), FrameworkElement),
    "stage": Stage,
    "source": Source,
    "guidance": Release,
    "card": Card,
    "figure": Named,
    "document": Named,
    "export": Layout,
    "consultation": Consultation,
    "crosswalk": Crosswalk,
}
