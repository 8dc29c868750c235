"""What we say of a clause: its page, and the line beside it in a text."""

from collections import Counter
from itertools import groupby

from markupsafe import Markup

from accord.commitment.pages.text import inline
from accord.commitment.text import Clause, Text
from accord.pages.templating import render
from accord.project.element import Element
from accord.register.pages.words import ANSWER
from accord.register.published import Published
from accord.register.register import Signatory

NAMED = 20  # signatories that a promise's page names; of more it gives the numbers alone
HELPS = ("stage", "practice", "recommendation")


class Explained:
    """The explanations of every wording of every clause, as seen from pages of one depth."""

    def __init__(self, guidance: Published, base: str) -> None:
        self.guidance = guidance
        self.base = base
        self.wordings: dict[str, tuple[Element, Element]] = {
            wording.explains: (words, wording) for words in guidance.clauses for wording in words.wordings
        }

    def title(self, clause: Clause) -> str:
        """Return our short title of a clause, or its label where it has none."""
        found = self.wordings.get(clause.digest)
        return found[0].label if found else clause.label

    def plain(self, clause: Clause) -> str:
        """Return our plain words on a clause, marks and all, or an empty string."""
        found = self.wordings.get(clause.digest)
        return found[1].plain if found else ""

    def young(self, clause: Clause) -> str:
        """Return our words for young people on a clause, or an empty string."""
        found = self.wordings.get(clause.digest)
        return found[1].young if found else ""

    def notes(self, clause: Clause) -> Markup:
        """Return the line beside a clause, which leads to its page; a wording that is not on it is explained here."""
        words, wording = self.wordings.get(clause.digest, (None, None))
        page = self.guidance.promises[clause.id].text.by_id[clause.id].digest == clause.digest
        text = render(
            "commitment/notes.html", self.guidance, self.base, clause=clause, words=words, wording=wording, page=page
        )
        return Markup(text)  # noqa: S704  printed by our own template, which encodes


def by_value(text: Text) -> list[tuple[str, list[Clause]]]:
    """Return the clauses of a text under the value that heads them, such as "Respect"."""
    groups = groupby(text.clauses, key=lambda clause: clause.label.rpartition(" ")[0])
    return [(value, list(clauses)) for value, clauses in groups]


def promise(g: Published, base: str, name: str) -> str:
    """Return the page of the promise with the id `name`. Raises KeyError: it was never published."""
    version = g.promises[name]
    clause = version.text.by_id[name]
    explained = Explained(g, base)
    words, wording = explained.wordings.get(clause.digest, (g.clause_words[name], None))
    related = g.related.get(name, ())
    told = g.reports.get(clause.digest, ())
    counts = Counter(answer for _, answer in told)
    draft = g.commitment.draft
    then = draft.by_id.get(name) if draft else clause
    return render(
        "commitment/promise.html", g, base,
        clause=clause, words=words, wording=wording, version=version, signed=inline(clause.words),
        current=g.commitment.current(g.as_of),
        proposed=version is g.commitment.versions[-1] and (then is None or then.digest != clause.digest),
        helps=[each for each in related if g.entries[each].kind in HELPS],
        others=[each for each in related if g.entries[each].kind not in HELPS],
        counts=[(label, counts[answer]) for answer, label in ANSWER.items() if counts[answer]],
        named=_named(told) if len(told) <= NAMED else [],
    )  # fmt: skip


def _named(told: tuple[tuple[Signatory, str], ...]) -> list[tuple[Signatory, str]]:
    found = [(signatory, ANSWER.get(answer, "No answer")) for signatory, answer in told]
    return sorted(found, key=lambda pair: pair[0].name.casefold())
