"""The things that the data holds, one a file. `path` is the file, for the edit link and nothing else."""

from dataclasses import dataclass

from accord.guidance import parts


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkElement:
    """A tier, value, principle, virtue or context. Fields that its kind has not are empty."""

    path: str
    id: str
    order: str
    label: str
    provenance: str
    summary: str
    meaning: tuple[str, ...]
    asks: tuple[parts.Ask, ...]
    questions: tuple[parts.Question, ...]
    related: tuple[str, ...]
    gate: str = ""
    quote: str = ""
    situation: parts.Situation | None = None
    evidence: tuple[parts.Cited, ...] = ()
    not_yet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    path: str
    id: str
    order: str
    label: str
    family_label: str
    provenance: str
    summary: str
    purpose: tuple[str, ...]
    people: tuple[parts.Ask, ...]
    practices: tuple[parts.Practice, ...]
    pitfalls: tuple[parts.Pitfall, ...]
    family_questions: tuple[parts.FamilyQuestion, ...]
    stop: tuple[parts.Question, ...]
    cases: tuple[parts.Case, ...]
    gaps: str
    related: tuple[str, ...]
    in_use: str = ""

    def page_of(self, practice: str) -> str:
        """Return the address of the page of the practice with this id."""
        return f"lifecycle/{self.id}/{practice.removeprefix(f'{self.id}-')}/"

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its practices and of the questions that families may ask in it."""
        return frozenset((*(each.id for each in self.practices), *(each.id for each in self.family_questions)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    path: str
    id: str
    order: str
    label: str
    provenance: str
    quote: str
    summary: str
    asks: tuple[str, ...]
    why: tuple[str, ...]
    who: tuple[parts.Ask, ...]
    first_steps: tuple[parts.Steps, ...]
    progress: tuple[str, ...]
    since: tuple[parts.Dated, ...]
    gaps: str
    practices: tuple[str, ...]
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    path: str
    id: str
    order: str
    label: str
    plural: str
    provenance: str
    summary: str
    aims: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    path: str
    id: str
    label: str
    definition: str
    aliases: tuple[str, ...] = ()
    source: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication. `strength` is `first-hand`, `part` or `second-hand`; `checked` is the day we last looked."""

    path: str
    id: str
    title: str
    publisher: str
    cite: str
    date: str
    kind: str
    strength: str
    read: str
    checked: str
    says: tuple[str, ...]
    authors: str = ""
    url: str = ""

    @property
    def stop(self) -> str:
        """What follows the title: a full stop, unless the title ends in a sign of its own."""
        return "" if self.title.endswith(("?", "!", ".")) else "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    path: str
    id: str
    order: str
    label: str
    need: str
    summary: str
    steps: tuple[parts.Way, ...]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The words of a drawing; its name is the file's. `practice` is the id of the practice whose page shows it."""

    path: str
    shape: str
    caption: str
    practice: str = ""
    centre: str = ""
    notes: tuple[str, ...] = ()
    line: tuple[parts.LinePoint, ...] = ()
    points: tuple[parts.FigurePart, ...] = ()

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2].removesuffix(".yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The guidance's number and history (data/guidance.yml). `released` is empty while it is in preparation.

    `twins` are pairs of ids that two sheets ask alike.
    """

    path: str
    version: str
    changes: tuple[parts.Change, ...]
    released: str = ""
    retired: tuple[parts.Retired, ...] = ()
    twins: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        """Return the number, and whether it is in preparation, as pages say it."""
        return self.version if self.released else f"{self.version}, in preparation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    path: str
    name: str
    description: str
    contact: str
    address: str = ""
    repository: str = ""
    security_contact: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseWords:
    """What explains a clause of the Commitment. `wordings` has one for each that the clause had, newest first."""

    path: str
    id: str
    label: str
    related: tuple[str, ...]
    wordings: tuple[parts.Wording, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One side of A5 for one role. `stop` holds ids of stop signs."""

    path: str
    id: str
    order: str
    role: str
    label: str
    when: str
    know: tuple[parts.CardItem, ...] = ()
    ask: tuple[parts.CardItem, ...]
    write: tuple[parts.CardItem, ...]
    say: tuple[parts.CardItem, ...]
    go: tuple[parts.Ask, ...]
    stop: tuple[str, ...]
    stages: tuple[parts.CardStage, ...]

    @property
    def items(self) -> tuple[parts.CardItem, ...]:
        """Return every sentence that names what it rests on, in the card's order."""
        return (*self.know, *self.ask, *self.write, *self.say)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a family's letter to a council is made of (data/letter.yml)."""

    path: str
    caution: str
    writers: tuple[parts.Writer, ...]
    topics: tuple[parts.Topic, ...]
    rights: tuple[parts.Right, ...]
    council_asks: tuple[str, ...]
    after: tuple[parts.After, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Helplines:
    """Who families and young people can ring (data/helplines.yml)."""

    path: str
    caution: str
    lines: tuple[parts.Helpline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierQuestions:
    """What a council asks the supplier of a product (data/supplier.yml)."""

    path: str
    groups: tuple[parts.SupplierGroup, ...]


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What the search knows besides the pages (data/search.yml)."""

    path: str
    groups: tuple[tuple[str, ...], ...]
    asked: tuple[parts.AskedPlace, ...] = ()
    elsewhere: tuple[parts.Elsewhere, ...] = ()


Relating = FrameworkElement | Stage | Recommendation | Term | ClauseWords  # what names what it is related to
