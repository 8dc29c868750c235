"""The page of one signatory: where it stands, what exactly it signed, what it reports, and what a reader can ask."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import Any

from markupsafe import Markup

from accord.pages.encode import encode
from accord.pages.frame import Frames
from accord.pages.templating import environment
from accord.pages.view import View
from accord.register.pages import questions, words
from accord.register.published import Published
from accord.register.record import Record
from accord.register.register import Signatory
from accord.register.standing import WORDS

BASE = "../../../"
NO_ANSWER, NOTHING = Markup("No answer"), Markup("")
FACTS = ("role", "decided", "decision_url", "statement", "url")

SUMMARY = words.TEXTS["about"]  # what the page holds, where it is not what a signatory's page holds


class Pages:
    """Makes the pages. What all of them share is made once: links to clauses, dates, the template."""

    def __init__(self, g: Published, frames: Frames) -> None:
        self.g = g
        self.frames = frames
        self.view = View(g, BASE)
        # `finalize` encodes all that the template prints, so that a second look at each value is time for nothing.
        self.template = environment().overlay(autoescape=False).get_template("commitment/signatory.html")
        self.states = {answer: encode(answer) for answer in words.ANSWER}
        self.answers = {answer: encode(label) for answer, label in words.ANSWER.items()}
        self.current = g.commitment.current(g.as_of)
        self.as_of = words.time(g.as_of)

    @cached_property
    def clauses(self) -> dict[str, dict[str, Markup]]:
        """A link to each clause of each version, by version and id."""
        link = Markup('<a href="{}commitment/{}/#{}">{}</a>{}')
        return {
            version.number: {
                c.id: link.format(BASE, version.number, c.id, encode(c.label), self._title(c.digest))
                for c in version.text.clauses
            }
            for version in self.g.commitment.versions
        }

    def _title(self, digest: str) -> Markup:
        return Markup(": {}").format(encode(title)) if (title := self.g.clause_titles.get(digest)) else Markup("")

    def page(self, s: Signatory) -> tuple[str, str]:
        """Return the site path and the text of a signatory's page."""
        name = s.name
        label = WORDS[s.standing.state]
        values = {**self._values(s), "label": label, "state": s.standing.state, "s": s}
        body = Markup(self.template.render(**values))  # noqa: S704  our own template, which encodes
        about = SUMMARY.get(s.standing.state, "What it signed, what it reports and what you can ask.")
        summary = f"{label}, as at {words.day(self.g.as_of)}. {about}"
        trail = Markup('<li><a href="../">Who has signed</a></li>')
        return self.frames.page(f"commitment/signatories/{s.slug}/", name, summary, trail, body)

    def _values(self, s: Signatory) -> dict[str, Any]:
        register = self.g.register
        signed = s.signing
        version = self.g.commitment.by_number.get(signed.get("version")) if signed else None
        return {
            "g": self.g, "v": self.view, "words": words, "as_of": self.as_of, "current": self.current,
            "badge": words.ever_confirmed(s),
            "signed": signed, "version": version,
            "kind": words.KIND.get(s.kind, ""),
            "use": words.USE.get(words.use_of_ml(s), "Not said"),
            "facts": {name: words.shown(s, signed, name) for name in FACTS} if signed else {},
            "clauses": self.clauses[version.number] if version else {},
            "reviews": [self._review(s, review) for review in words.reviews(s)],
            "asks": list(questions.general(s, register.as_of)),
            "asks_by_clause": list(questions.by_clause(s, version)), "no_questions": questions.ASK["all-kept"],
            "told": sorted([*s.records, *s.erased, *s.claims], key=lambda each: each.place, reverse=True),
            "targets": {record.digest: record for record in s.records},
        }  # fmt: skip

    def _review(self, s: Signatory, review: Record) -> dict[str, Any]:
        """Return a review: the numbers of its answers, as a bar too; what is not kept; what is, by what shows it."""
        rows = list(self._rows(s, review))
        counts = Counter[str](row["answer"] for row in rows)
        told = [(state, label, counts[state]) for state, label in (*self.answers.items(), (NOTHING, NO_ANSWER))]
        kept = sorted((row for row in rows if row["answer"] == "kept"), key=lambda row: row["evidence"])
        return {
            "date": review.date,
            "about": {name: words.shown(s, review, name) for name in ("role", "statement", "url", "version")},
            "href": words.typed(s.value(review, "url")),
            "counts": [each for each in told if each[2]],
            "total": len(rows),
            "open": [row for row in rows if row["answer"] != "kept"],
            "kept": [list(group) for _, group in groupby(kept, key=lambda row: row["evidence"])],
            "kept_number": len(kept),
        }

    def _rows(self, s: Signatory, review: Record) -> Iterator[dict[str, Markup]]:
        """Yield a review's clauses: our link, the answer as a state and in words, and what was said about it."""
        signed = s.signing
        reserved = signed.reservations if signed else {}
        shown, value = words.shown, s.value
        for clause, link in self.clauses.get(review.get("version"), {}).items():
            answer = value(review, clause)
            corrected = words.CORRECTED if answer != review.get(clause) else NOTHING
            evidence = shown(s, review, f"{clause}_evidence")
            yield {
                "clause": link,
                "answer": self.states.get(answer, NOTHING),
                "label": self.answers.get(answer, NO_ANSWER) + corrected,
                "corrected": corrected,
                "why": shown(s, review, f"{clause}_why"),
                "evidence": evidence,
                "href": evidence.removesuffix(words.CORRECTED),
                "reserved": words.typed(reserved[clause]) if clause in reserved else NOTHING,
            }
