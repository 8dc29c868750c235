"""The letter that a family can send: one to any council, and one to each signatory made from its own records.

What all letters share is made once: the questions of a topic, the words of each version's promises, the rights.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from accord.commitment.pages.text import inline
from accord.commitment.text import Version
from accord.families import letter_words
from accord.pages.encode import encode
from accord.pages.frame import Frames
from accord.pages.templating import environment, render
from accord.pages.view import View
from accord.project.element import Element
from accord.register.pages import questions, words
from accord.register.published import Published
from accord.register.register import Signatory
from accord.register.standing import WORDS

BASE = "../../../../"
NO_COUNCIL = Markup("[name of your council]")
COUNCIL = "local-authority"


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise in a letter: "You promised" or the like, its label and title, its exact words, and what is told of it.

    `question` is what its answer calls for, or empty.
    """

    lead: Markup
    label: Markup
    words: Markup
    told: tuple[Markup, ...]
    question: Markup


@dataclass(frozen=True, slots=True)
class Part:
    """What a letter asks about one topic."""

    id: Markup
    label: Markup
    rights: Markup  # ids with spaces between
    asks: Markup  # list items
    promises: tuple[Promise, ...]


def letter(g: Published, base: str, _: str) -> str:
    """Return the letter to a council that has no letter of its own, complete, with blanks to fill by hand."""
    made = Letters(g, base)
    return render("commitment/letter.html", g, base, **made.shared, **made.general())


class Letters:
    """Makes letters. `base` is the way to the root from the page that shows them."""

    def __init__(self, g: Published, base: str = BASE) -> None:
        self.g, self.base = g, base
        self.words = g.letter
        self.view = View(g, base)
        # `finalize` encodes all that the template prints, so that a second look at each value is time for nothing.
        self.template = environment().overlay(autoescape=False).get_template("commitment/letter.html")

    @cached_property
    def shared(self) -> dict[str, Any]:
        """Return what every letter on pages of one depth has."""
        blocks = {
            name: Markup(render(f"commitment/letter_{name}.html", self.g, self.base, letter=self.words))  # noqa: S704
            for name in ("before", "writers", "rights", "after")  # our own templates, which encode
        }
        return {
            **blocks,
            "caution": encode(self.words.caution),
            "council_asks": _items(self.words.council_asks),
            "path": self.words.path,
            "as_of": words.time(self.g.as_of),
            "site": encode(self.g.site.address.rstrip("/")),
        }

    @cached_property
    def parts(self) -> dict[str, tuple[Markup, Markup, Markup, Markup]]:
        """Return of each topic what every letter has: its id, label, rights and questions (families' own first)."""
        entries = self.g.entries
        return {
            topic.id: (
                encode(topic.id),
                encode(topic.label),
                encode(" ".join(topic.rights)),
                _items((*(entries[name].label for name in topic.questions), *topic.asks)),
            )
            for topic in self.words.topics
        }

    @cached_property
    def clauses(self) -> dict[str, dict[str, tuple[Markup, Markup]]]:
        """Return, by version and clause, the label with our title, and the exact words."""
        return {
            version.number: {c.id: (self._label(c.label, c.digest), inline(c.words)) for c in version.text.clauses}
            for version in self.g.commitment.versions
        }

    def _label(self, label: str, digest: str) -> Markup:
        title = self.g.clause_titles.get(digest)
        return encode(f"{label}, {title}") if title else encode(label)

    def general(self) -> dict[str, Any]:
        """Return what fills the letter to a council of which nothing is known."""
        parts = [self._part(topic, (), None, {}) for topic in self.words.topics]
        return {
            "to": NO_COUNCIL, "council": True, "own": False, "parts": parts, "sentences": [], "asks": [],
            "others": [], "version": None, "record": "", "followed": [], "edit": True,
        }  # fmt: skip

    def page(self, s: Signatory, frames: Frames) -> tuple[str, str]:
        """Return the site path and the text of the page with a signatory's letter."""
        name, place = s.name, f"commitment/signatories/{s.slug}/"
        values = {"g": self.g, "v": self.view, **self.shared, **self._of(s)}
        body = Markup(self.template.render(**values))  # noqa: S704  our own template, which encodes
        label = WORDS[s.standing.state]
        day = words.day(self.g.as_of)
        summary = f"A letter to print or to copy, made from its public record. {label}, as at {day}."
        back = Markup('<li><a href="../../">Who has signed</a></li><li><a href="../"><bdi>{}</bdi></a></li>')
        return frames.page(f"{place}letter/", f"A letter to {name}", summary, back.format(words.typed(name)), body)

    def _of(self, s: Signatory) -> dict[str, Any]:
        register, signed = self.g.register, s.signing
        version = self.g.commitment.by_number.get(signed.get("version")) if signed else None
        asked = dict(questions.by_clause(s, version))
        parts = [self._part(topic, topic.clauses, s, asked, version) for topic in self.words.topics]
        covered = {name for topic in self.words.topics for name in topic.clauses}
        return {
            "to": words.typed(s.name),
            "council": s.kind == COUNCIL,
            "own": True,
            "parts": parts,
            "sentences": list(letter_words.sentences(register, s)),
            "asks": list(questions.general(s, register.as_of)),
            "others": [self._promise(s, name, asked, version) for name in asked if name not in covered],
            "version": version,
            "record": Markup(f"commitment/signatories/{s.slug}/"),  # noqa: S704  letters, digits and hyphens
            "followed": [self._follower(slug) for slug in s.successors],
            "edit": False,
        }

    def _part(
        self,
        topic: Element,
        clauses: tuple[str, ...],
        s: Signatory | None,
        asked: dict[str, Markup],
        version: Version | None = None,
    ) -> Part:
        known = self.clauses.get(version.number, {}) if version else {}
        promises = tuple(self._promise(s, name, asked, version) for name in clauses if s and name in known)
        return Part(*self.parts[topic.id], promises)

    def _promise(self, s: Signatory, name: str, asked: dict[str, Markup], version: Version | None) -> Promise:
        assert version is not None
        label, text = self.clauses[version.number][name]
        lead = letter_words.lead(s, name)
        return Promise(lead, label, text, tuple(letter_words.answer(s, name)), asked.get(name, Markup("")))

    def _follower(self, slug: str) -> Markup:
        name = words.typed(words.named(self.g.register, slug))
        if slug not in self.g.register.by_slug:
            return name
        return Markup('<a href="../../{}/letter/">{}</a>').format(slug, name)


def pages(g: Published, frames: Frames) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each signatory's letter, one at a time."""
    made = Letters(g)
    for signatory in g.register.signatories:
        yield made.page(signatory, frames)


def _items(texts: Iterable[str]) -> Markup:
    return Markup("").join(Markup("<li>{}</li>").format(encode(text)) for text in texts)
