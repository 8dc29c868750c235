"""The parts that elements are made of. Fields are those of the JSON Schemas (a test holds the two together)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ask:
    """What something asks of a role, what a role is there for, or whose it is to show. `text` may hold [[marks]]."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Situation:
    """An illustration: invented, typical, without names."""

    text: str
    notice: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement and the id of the source that it rests on."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement with its day, month or year (ISO 8601, shortened) and its source."""

    date: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page with a heading of its own."""

    title: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a page: its address, the link's words, and what the reader does there."""

    page: str
    label: str
    why: str


@dataclass(frozen=True, slots=True)
class Practice:
    """Something to do in a stage. `force` is `must` (law), `should` or `could`; `law` holds source ids.

    The first of `roles` leads, the others help. `contract` is model wording for a contract, `sections` say more,
    and `see` leads to where it is shown.
    """

    id: str
    title: str
    force: str
    why: str
    steps: tuple[str, ...]
    evidence: tuple[str, ...]
    roles: tuple[str, ...]
    principles: tuple[str, ...]
    values: tuple[str, ...]
    questions: tuple[str, ...]
    law: tuple[str, ...] = ()
    before_buying: str = ""
    contract_title: str = ""
    contract: str = ""
    sections: tuple[Section, ...] = ()
    see: tuple[Way, ...] = ()

    @property
    def asks_supplier(self) -> bool:
        """Whether a supplier is among those who do it."""
        return "supplier" in self.roles


@dataclass(frozen=True, slots=True)
class Pitfall:
    """What goes wrong. `practice` is the id of the practice on whose page it is shown, if there is one."""

    id: str
    title: str
    text: str
    practice: str = ""


@dataclass(frozen=True, slots=True)
class FamilyQuestion:
    id: str
    text: str
    answer: str


@dataclass(frozen=True, slots=True)
class Helpline:
    """Somebody to ring. `phone` is empty where its own page shows none; `places` are the lists that show it."""

    name: str
    who: str
    url: str
    source: str
    places: tuple[str, ...]
    phone: str = ""
    times: str = ""


@dataclass(frozen=True, slots=True)
class SupplierQuestion:
    """A question about a product. `evidence` is what to attach."""

    id: str
    text: str
    evidence: str


@dataclass(frozen=True, slots=True)
class SupplierGroup:
    """Questions to a supplier under one heading. `id` is a part of the heading's address."""

    id: str
    label: str
    questions: tuple[SupplierQuestion, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A real case or study. `shows` is `harm`, `good` or `mixed`; `practice` as in a pitfall."""

    id: str
    title: str
    shows: str
    date: str
    text: str
    lesson: str
    source: str
    practice: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    role: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a version of the guidance changed, and what to do about it. `date` is empty while it is in preparation."""

    version: str
    text: tuple[str, ...]
    do: tuple[str, ...]
    date: str = ""


@dataclass(frozen=True, slots=True)
class Retired:
    """An id that is asked no more, and the one that asks about it now."""

    id: str
    replaced_by: str


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """What people ask, and the page that answers: that of an id, or one by its address."""

    words: tuple[str, ...]
    id: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What people ask that this site does not cover, and who does."""

    words: tuple[str, ...]
    text: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Words about one wording of a clause. `explains` is the clause's digest; `young` is for a reading age of 9."""

    explains: str
    plain: str
    young: str
    evidence: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class CardItem:
    """A short sentence of a card. `rests_on` holds ids of practices, questions, clauses or sources."""

    text: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardStage:
    """A card's line for a stage. `item` is the id of a practice or a family's question of that stage."""

    item: str
    text: str


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes a letter: a role's id, the words of the choice, and what the letter says."""

    role: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What a letter can ask about. `questions`, `clauses` and `rights` hold ids; `asks` stand on a page of the site."""

    id: str
    label: str
    questions: tuple[str, ...]
    asks: tuple[str, ...]
    clauses: tuple[str, ...]
    rights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Right:
    """A right in the words of the families' page. `limit` is the time in which the council answers, if one is known."""

    id: str
    title: str
    text: tuple[str, ...]
    sources: tuple[str, ...]
    limit: str = ""


@dataclass(frozen=True, slots=True)
class After:
    """A step for when the answer does not come, or is not enough."""

    title: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A part of a drawing. `text` is said beside it, `count` is of 1,000, `page` is where it leads."""

    label: str
    text: str = ""
    count: str = ""
    tier: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A point along a line of time."""

    label: str
    text: str
