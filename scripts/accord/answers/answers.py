"""One file of answers: a project, what was decided, and an answer to each thing that the worksheets ask."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

V = TypeVar("V")
FORMAT = "accord-answers-1"
# The blocks of a file, and the fields of each in the order in which they stand there: that of data/schema/answers.json.
PROJECT, DECISION = "project", "decision"
FIELDS = {
    PROJECT: (
        *("name", "organisation", "purpose", "use_of_ml", "supplier", "office", "url"),
        *("dpia", "processing_record", "procurement", "contract"),
    ),
    DECISION: ("about", "answer", "reasons", "conditions", "office", "decided", "look_again"),
}


@dataclass(frozen=True, slots=True)
class Proof:
    """An entry of an answer's evidence. `url` is https, or empty."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class More:
    """One more thing to do about an answer, or the same for somebody else. `done` is "yes", or empty."""

    what: str
    who: str = ""
    by: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to one thing. `asked` is the digest of the words that it answers. Files leave out what is empty."""

    asked: str
    state: str = ""
    notes: str = ""
    steps: tuple[str, ...] = ()
    evidence: tuple[Proof, ...] = ()
    role: str = ""
    by: str = ""
    more: tuple[More, ...] = ()
    answered_by: str = ""
    approved_by: str = ""
    approved: str = ""


@dataclass(frozen=True)
class Answers:
    """One project's answers. `project` and `decision` hold the fields of those blocks; days are ISO 8601.

    `earlier` are decisions before the newest, the oldest first.
    """

    guidance: str
    saved: str
    project: Mapping[str, str] = field(default_factory=dict)
    decision: Mapping[str, str] = field(default_factory=dict)
    earlier: tuple[Mapping[str, str], ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)


def make(plain: Mapping[str, Any]) -> Answers:
    """Return the answers that a checked file's plain values hold.

    Raises TypeError, KeyError, AttributeError: the file has problems that its check names.
    """
    answers = {name: _answer(value) for name, value in plain.get("answers", {}).items()}
    return Answers(
        plain["guidance"],
        plain["saved"],
        dict(_full(FIELDS[PROJECT], plain.get("project", {}))),
        dict(_full(FIELDS[DECISION], plain.get("decision", {}))),
        tuple(dict(_full(FIELDS[DECISION], each)) for each in plain.get("earlier", ())),
        dict(sorted(answers.items())),
    )


def _answer(value: Mapping[str, Any]) -> Answer:
    evidence = tuple(Proof(**each) for each in value.get("evidence", ()))
    more = tuple(More(**each) for each in value.get("more", ()))
    return Answer(**{**value, "steps": tuple(value.get("steps", ())), "evidence": evidence, "more": more})


def plain(file: Answers) -> dict[str, Any]:
    """Return a file's values in its order, what is empty left out, answers by code point of their ids."""
    whole = {"format": FORMAT, **asdict(file), "answers": dict(sorted(asdict(file)["answers"].items()))}
    for block, names in FIELDS.items():
        whole[block] = dict(_full(names, whole[block]))
    whole["earlier"] = tuple(dict(_full(FIELDS[DECISION], each)) for each in file.earlier)
    filled: dict[str, Any] = _filled(whole)
    return filled


def encoded(file: Answers) -> bytes:
    """Return a file's bytes: the one form that every writer gives to equal content.

    JSON as JavaScript's `JSON.stringify(value, null, 2)` (ECMA-262, 25.5.2) and a final line end, in UTF-8: the
    worksheets write the same bytes.
    """
    return f"{json.dumps(plain(file), ensure_ascii=False, indent=2)}\n".encode()


def _full(names: Iterable[str], values: Mapping[str, V]) -> Iterator[tuple[str, V]]:
    """Yield the fields `names` in that order, what is empty left out."""
    return ((name, values[name]) for name in names if values.get(name))


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _filled(inner) for name, inner in value.items() if inner}
    return [_filled(inner) for inner in value] if isinstance(value, tuple) else value
