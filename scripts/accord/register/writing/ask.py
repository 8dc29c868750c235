"""Asks for a record's fields step by step, in words, again where an answer can't be right."""

from collections.abc import Iterable

from accord.files.problem import clipped
from accord.register.record_fields import Spec
from accord.register.record_values import FORMS
from accord.register.writing.draft import EVENT, UNASKED, Draft
from accord.register.writing.terminal import ask, say

LATER = "reserves_"


def everything(draft: Draft) -> None:
    """Ask for every field that the draft does not have yet, in the order of a record."""
    say("Press Enter alone to take what stands in [brackets], or to leave out what is not needed.")
    say("Ctrl-C stops, and nothing is written.")
    if not draft.event:
        field(draft, EVENT)
    asked: set[str] = set()
    while spec := next((spec for spec in draft.specs() if _open(draft, spec, asked)), None):
        asked.add(spec.name)  # an answer (a version, a kind) can bring further fields
        if spec.name.startswith(LATER):
            asked.update(_reserves(draft))
        else:
            field(draft, spec)
    draft.known()


def again(draft: Draft, names: Iterable[str]) -> bool:
    """Ask once more for the fields that a rule found fault with. Say whether there was one to ask for."""
    specs = [spec for spec in draft.specs() if spec.name in set(names) and spec.name not in UNASKED]
    for spec in specs:
        field(draft, spec)
    return bool(specs)


def field(draft: Draft, spec: Spec, needed: bool = False) -> None:
    """Ask for one field until its value has the right form. A field that is left out on purpose is empty."""
    needed = needed or spec is EVENT or draft.needs(spec)
    default = draft.values.get(spec.name) or (draft.default(spec.name) if spec is not EVENT else "")

    def take(text: str) -> str:
        value = draft.resolved(spec.name, text)
        fault = draft.fault(spec, value)
        draft.values[spec.name] = "" if fault else value
        return fault

    draft.values[spec.name] = ""
    ask(_title(draft, spec), f"{spec.about}{_allowed(draft, spec)}", needed, default, take)


def _open(draft: Draft, spec: Spec, asked: set[str]) -> bool:
    why = spec.name == f"{spec.clause}_why" and not draft.needs(spec)
    return not (spec.name in draft.values or spec.name in asked or spec.name in UNASKED or why)


def _reserves(draft: Draft) -> list[str]:
    """Ask once which clauses are set apart, and then for the reason of each. Return the names of all such fields."""
    later = [spec for spec in draft.specs() if spec.name.startswith(LATER)]
    chosen: list[str] = []

    def take(text: str) -> str:
        chosen[:] = text.replace(",", " ").split()
        strange = [word for word in chosen if word not in {spec.clause for spec in later}]
        return f"No clause of this version: {clipped(', '.join(strange))}." if strange else ""

    if not any(spec.name in draft.values for spec in later):
        clauses = f"Which clauses, with commas between? They are: {', '.join(spec.clause for spec in later)}."
        title = "Clauses that are set apart (reserves_…). Most signatories set none apart."
        ask(title, clauses, False, "", take)
    for spec in later:
        if spec.clause in chosen:
            field(draft, spec, needed=True)
    return [spec.name for spec in later]


def _title(draft: Draft, spec: Spec) -> str:
    clause = draft.version.text.by_id.get(spec.clause) if draft.version and spec.clause else None
    return f"{spec.name}: {clause.words}" if clause and spec.name == clause.id else spec.name


def _allowed(draft: Draft, spec: Spec) -> str:
    """Return the words that say what may be answered."""
    if spec.choices:
        return f" One of: {', '.join(spec.choices)}."
    if spec.name == "target":
        told = [entry.path.rpartition("/")[2] for entry in draft.entries]
        return f" Give the file's name: {', '.join(told)}." if told else ""
    if spec.name == "signatory":
        return f" Write a council's usual name, or {FORMS['slug'].expected}."
    if spec.name == "field":
        return f" One of: {', '.join(draft.correctable())}."
    if spec.form == "words":
        return f" Up to {spec.limit:,} characters on one line."
    return f" Write {FORMS[spec.form].expected}." if spec.form in FORMS else ""
