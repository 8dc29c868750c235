"""The whole guidance, and the questions that pages ask of it: what is this id, where does it live, what names it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Any

from accord.commitment.consultation import Consultation
from accord.commitment.text import Commitment, Version
from accord.guidance import elements as kinds
from accord.guidance.asked import Asked
from accord.guidance.crosswalk import Crosswalk
from accord.guidance.field_guide import Guide
from accord.guidance.local import Local
from accord.guidance.paper import Offer
from accord.guidance.releases import Frozen
from accord.guidance.sheets import FOLDER, SUPPLIER, Sheet, asked, sheets
from accord.pages.links import Entry
from accord.project.element import Element
from accord.project.ids import plainly
from accord.project.reading import FOLDERS, LOCAL

LETTER = "families/letter/"  # the page that makes a letter
# Where the guidance holds the elements of each kind, and what there is one of.
LISTS = {kind: f"{kind}s" for kind in FOLDERS.values() if kind != "guidance-release"}
LISTS |= {"document": "papers", "export": "layouts"}
SINGLES = {kind: kind for kind in ("search", "site", "letter", "helplines")}
SINGLES |= {"api": "data", "guidance": "release", "supplier": "supplier_questions", "papers": "paper_words"}


@dataclass(frozen=True, kw_only=True)
class Guidance:
    """What data/ says, in order, with the Commitment as at the day `as_of`. The register comes above it (register/)."""

    tiers: tuple[Element, ...] = ()
    values: tuple[Element, ...] = ()
    principles: tuple[Element, ...] = ()
    virtues: tuple[Element, ...] = ()
    contexts: tuple[Element, ...] = ()
    stages: tuple[kinds.Stage, ...] = ()
    recommendations: tuple[Element, ...] = ()
    roles: tuple[Element, ...] = ()
    terms: tuple[Element, ...] = ()
    sources: tuple[kinds.Source, ...] = ()
    doors: tuple[Element, ...] = ()
    clauses: tuple[Element, ...] = ()
    cards: tuple[kinds.Card, ...] = ()
    figures: tuple[kinds.Named, ...] = ()
    crosswalks: tuple[Crosswalk, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    suggestions: tuple[Element, ...] = ()
    papers: tuple[kinds.Named, ...] = ()
    layouts: tuple[kinds.Layout, ...] = ()  # of papers made from answers
    search: Element
    release: kinds.Release
    site: Element
    letter: Element
    helplines: Element
    supplier_questions: Element
    paper_words: Element
    data: Element  # what is published for programs
    commitment: Commitment
    as_of: date
    fields: tuple[Guide, ...] = ()
    frozen: tuple[Frozen, ...] = ()  # releases of the guidance, the oldest first
    local: Local | None = None  # of a council's copy
    bibtex: tuple[str, ...] = ()  # lines: how to cite the site
    offers: tuple[Offer, ...] = ()  # documents that were made for this build

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every id with its place on the site."""
        return {entry.id: entry for entry in self._entries()}

    @cached_property
    def practices(self) -> dict[str, Element]:
        """Every practice by id, in the order of the stages."""
        return {practice.id: practice for stage in self.stages for practice in stage.practices}

    @cached_property
    def before_use(self) -> tuple[kinds.Stage, ...]:
        """The stages before the first in which a tool is in use."""
        return tuple(takewhile(lambda stage: not stage.in_use, self.stages))

    @property
    def address(self) -> str:
        """The site's own address, or an empty string where it has none yet."""
        return str(self.site.address)

    def repository_of(self, path: str) -> str:
        """Return the address of the repository that a file is changed in, or an empty string where none is set."""
        own = self.local.site.repository if self.local and path.startswith(LOCAL) else ""
        return own or self.site.repository

    @cached_property
    def source_by_id(self) -> dict[str, kinds.Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def offer_by_name(self) -> dict[str, Offer]:
        return {offer.name: offer for offer in self.offers}

    @cached_property
    def related(self) -> dict[str, tuple[str, ...]]:
        """For each id the ids related to it, in either direction: a relation is written once and shown twice."""
        framework = (*self.tiers, *self.values, *self.principles, *self.virtues, *self.contexts)
        relating = (*framework, *self.stages, *self.recommendations, *self.terms, *self.clauses)
        pairs = [(e.id, other) for e in relating for other in e.related]
        pairs += [(r.id, practice) for r in self.recommendations for practice in r.practices]
        found: dict[str, dict[str, None]] = {}
        for one, other in pairs:
            found.setdefault(one, {})[other] = None
            found.setdefault(other, {})[one] = None
        order = {name: place for place, name in enumerate(self.entries)}
        return {name: tuple(sorted(others, key=lambda o: order[o])) for name, others in found.items()}

    def of(self, kind: str) -> tuple[Any, ...]:
        """Return the elements of a kind."""
        found: tuple[Any, ...] = getattr(self, LISTS[kind]) if kind in LISTS else (getattr(self, SINGLES[kind]),)
        return found

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The worksheets with all that they ask."""
        return sheets(self.of, self.label)

    def label(self, name: str) -> str:
        """Return what a mark without words of its own shows: a source as its name in brackets."""
        entry = self.entries[name]
        return f"({entry.label})" if entry.kind == "source" else entry.label

    def plain(self, text: str) -> str:
        """Return text with its marks as the words that a reader sees."""
        return plainly(text, self.label)

    @cached_property
    def asked(self) -> dict[str, Asked]:
        """All that the worksheets ask, by id."""
        return asked(self.sheets)

    @cached_property
    def asked_by(self) -> dict[str, tuple[str, ...]]:
        """For each question the practices that help to answer it."""
        found: dict[str, list[str]] = {}
        for practice in self.practices.values():
            for question in practice.questions:
                found.setdefault(question, []).append(practice.id)
        return {question: tuple(practices) for question, practices in found.items()}

    @cached_property
    def clause_words(self) -> dict[str, Element]:
        """What explains each clause, by id."""
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def clause_titles(self) -> dict[str, str]:
        """Our short title of every wording of every clause, by digest."""
        return {wording.explains: clause.label for clause in self.clauses for wording in clause.wordings}

    @cached_property
    def clause_labels(self) -> dict[str, str]:
        """The label of each clause of any text, such as "Respect 2", by id: a label is never given twice."""
        texts = [version.text for version in self.commitment.versions]
        return {clause.id: clause.label for text in texts for clause in text.clauses}

    @cached_property
    def promises(self) -> dict[str, Version]:
        """Every promise that was ever published, today's first, and its version: today's, else the last that had it."""
        current = self.commitment.current(self.as_of)
        found: dict[str, Version] = {}
        for version in (*((current,) if current else ()), *reversed(self.commitment.versions)):
            for clause in version.text.clauses:
                found.setdefault(clause.id, version)
        return found

    def _entries(self) -> Iterator[Entry]:
        groups = (
            ("tier", "framework/", self.tiers),
            ("value", "framework/values/", self.values),
            ("principle", "framework/principles/", self.principles),
            ("virtue", "framework/virtues/", self.virtues),
            *(("context", f"should-we/{each.id}/", (each,)) for each in self.contexts),
        )
        for kind, page, elements in groups:
            for element in elements:
                yield Entry(element.id, kind, element.label, page, own=kind == "context")
                for question in element.questions:
                    yield Entry(question.id, "question", question.text, page)
        for stage in self.stages:
            yield from _stage_entries(stage)
        for rec in self.recommendations:
            yield Entry(rec.id, "recommendation", rec.label, f"recommendations/{rec.order}/")
        yield from (Entry(role.id, "role", role.label, "framework/roles/") for role in self.roles)
        yield from (Entry(term.id, "term", term.label, "glossary/") for term in self.terms)
        yield from (Entry(source.id, "source", source.cite, "sources/") for source in self.sources)
        yield from (Entry(door.id, "door", door.label, "") for door in self.doors)
        for clause in self.clauses:
            own = clause.id in self.promises  # else in the draft alone
            page = f"commitment/{clause.id}/" if own else "commitment/proposed/"
            yield Entry(clause.id, "clause", clause.label, page, own=own)
        yield from (Entry(c.id, "card", f"Card: {c.label}", f"toolkit/cards/{c.role}/") for c in self.cards)
        for each in self.crosswalks:
            page = f"toolkit/crosswalks/{each.id.removeprefix('crosswalk-')}/"
            yield Entry(each.id, "crosswalk", each.label, page, own=True)
        yield from self._asking_entries()

    def _asking_entries(self) -> Iterator[Entry]:
        for group in self.supplier_questions.groups:
            for each in group.questions:
                yield Entry(each.id, "supplier-question", each.text, f"{FOLDER}{SUPPLIER}/")
        for topic in self.letter.topics:
            yield Entry(topic.id, "topic", topic.label, LETTER)
        for right in self.letter.rights:
            yield Entry(right.id, "right", right.title, LETTER)


def _stage_entries(stage: kinds.Stage) -> Iterator[Entry]:
    page = f"lifecycle/{stage.id}/"
    yield Entry(stage.id, "stage", stage.label, page)
    pages = {each.id: stage.page_of(each.id) for each in stage.practices}
    for practice in stage.practices:
        yield Entry(practice.id, "practice", practice.title, pages[practice.id], own=True)
    for pitfall in stage.pitfalls:
        yield Entry(pitfall.id, "pitfall", pitfall.title, pages.get(pitfall.practice, page))
    for question in stage.family_questions:
        yield Entry(question.id, "family-question", question.text, page)
    for sign in stage.stop:
        yield Entry(sign.id, "stop-sign", sign.text, page)
    for case in stage.cases:
        yield Entry(case.id, "case", case.title, pages.get(case.practice, page))
