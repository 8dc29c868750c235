"""Asks for a record's fields step by step, in words, again where an answer can't be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from accord.files.characters import mended
from accord.files.problem import clipped, visible
from accord.register.record_fields import Spec
from accord.register.record_values import FORMS
from accord.register.writing.draft import EVENT, UNASKED, Draft

Read = Callable[[str], str]  # shows words, returns a line; raises EOFError at the end of the input
Say = Callable[[str], None]
LATER = "reserves_"


class Asker:
    """Fills a draft by asking. `read` and `say` are the terminal, or a test."""

    def __init__(self, draft: Draft, read: Read, say: Say) -> None:
        self.draft = draft
        self._read = read
        self.say = say

    def everything(self) -> None:
        """Ask for every field that the draft does not have yet, in the order of a record."""
        draft = self.draft
        self.say("Press Enter alone to take what stands in [brackets], or to leave out what is not needed.")
        self.say("Ctrl-C stops, and nothing is written.")
        if not draft.event:
            draft.values["event"] = self.field(EVENT)
        asked: set[str] = set()
        while spec := next((spec for spec in draft.specs() if self._open(spec, asked)), None):
            asked.add(spec.name)  # an answer (a version, a kind) can bring further fields
            if spec.name.startswith(LATER):
                self._reserves(asked)
            else:
                draft.values[spec.name] = self.field(spec)
        draft.known()

    def _open(self, spec: Spec, asked: set[str]) -> bool:
        why = spec.name == f"{spec.clause}_why" and not self.draft.needs(spec)
        known = spec.name in self.draft.values or spec.name in asked
        return not (known or spec.name in UNASKED or why)

    def again(self, names: Iterable[str]) -> bool:
        """Ask once more for the fields that a rule found fault with. Say whether there was one to ask for."""
        specs = [spec for spec in self.draft.specs() if spec.name in set(names) and spec.name not in UNASKED]
        for spec in specs:
            self.draft.values[spec.name] = self.field(spec)
        return bool(specs)

    def _reserves(self, asked: set[str]) -> None:
        """Ask once which clauses are set apart, and then for the reason of each."""
        later = [spec for spec in self.draft.specs() if spec.name.startswith(LATER)]
        asked.update(spec.name for spec in later)
        if any(spec.name in self.draft.values for spec in later):
            return
        clauses = [spec.clause for spec in later]
        self.say("\nClauses that are set apart (reserves_…). Most signatories set none apart.")
        self.say(f"  The clauses: {', '.join(clauses)}.")
        while True:
            named = [
                word for word in mended(self._read("  Which, with commas between? ")).replace(",", " ").split() if word
            ]
            strange = [word for word in named if word not in clauses]
            if not strange:
                break
            self.say(f"  No clause of this version: {clipped(', '.join(strange))}. Try again.")
        for spec in later:
            if spec.clause in named:
                self.draft.values[spec.name] = self.field(spec, needed=True)

    def field(self, spec: Spec, needed: bool = False) -> str:
        """Ask for one field until its value has the right form. Return "" where it is left out."""
        needed = needed or spec is EVENT or self.draft.needs(spec)
        default = self.draft.values.get(spec.name) or (self.draft.default(spec.name) if spec is not EVENT else "")
        self.say(f"\n{self._title(spec)}{'' if needed else ' (may be left out)'}")
        self.say(f"  {spec.about}{self._allowed(spec)}")
        while True:
            text = mended(self._read(f"  [{visible(default)}] " if default else "  > ")) or default
            if not text and not needed:
                return ""
            text = self.draft.resolved(spec.name, text)
            fault = "This is needed." if not text else self.draft.fault(spec, text)
            if not fault:
                return text
            self.say(f"  {fault} Try again.")

    def _title(self, spec: Spec) -> str:
        version = self.draft.version
        clause = version.text.by_id.get(spec.clause) if version and spec.clause else None
        return f"{spec.name}: {clause.words}" if clause and spec.name == clause.id else spec.name

    def _allowed(self, spec: Spec) -> str:
        """Return the words that say what may be answered."""
        if spec.choices:
            return f" One of: {', '.join(spec.choices)}."
        if spec.name == "target":
            told = [record.path.rpartition("/")[2] for record in self.draft.entries]
            return f" Give the file's name: {', '.join(told)}." if told else ""
        if spec.name == "signatory":
            return f" Write a council's usual name, or {FORMS['slug'].expected}."
        if spec.name == "field":
            return f" One of: {', '.join(self.draft.correctable())}."
        if spec.form == "words":
            return f" Up to {spec.limit:,} characters on one line."
        return f" Write {FORMS[spec.form].expected}." if spec.form in FORMS else ""

    def agree(self, question: str) -> bool:
        """Ask a question that has yes or no for an answer."""
        while True:
            answer = self._read(f"{question} (yes or no) ").strip().lower()
            if answer in ("yes", "y", "no", "n"):
                return answer.startswith("y")
