"""What differs between two files of answers, answer by answer and field by field."""

from dataclasses import dataclass
from typing import Literal

from accord.answers.answers import Answer, Answers

Fate = Literal["added", "changed", "removed", "same"]
FATES: tuple[Fate, ...] = ("added", "changed", "removed", "same")
FIELDS = ("state", "notes", "evidence", "role", "by", "asked")


@dataclass(frozen=True, slots=True)
class Compared:
    """One answer, or one field of the project or the decision (`project/name`). `fields` are those that differ."""

    place: str
    fate: Fate
    fields: tuple[tuple[str, str, str], ...]


def difference(old: Answers, new: Answers) -> tuple[Compared, ...]:
    """Return the two files side by side: the project's fields, the decision's, then the answers by id."""
    before, after = _flat(old), _flat(new)
    return tuple(_compared(place, before.get(place), after.get(place)) for place in {**before, **after})


def _compared(place: str, old: dict[str, str] | None, new: dict[str, str] | None) -> Compared:
    if old == new:
        return Compared(place, "same", ())
    fate: Fate = "added" if old is None else "removed" if new is None else "changed"
    one, other = old or {}, new or {}
    names = [name for name in {**one, **other} if one.get(name, "") != other.get(name, "")]
    return Compared(place, fate, tuple((name, one.get(name, ""), other.get(name, "")) for name in names))


def _flat(file: Answers) -> dict[str, dict[str, str]]:
    blocks = {"project": file.project, "decision": file.decision}
    found = {f"{block}/{name}": {"": value} for block, values in blocks.items() for name, value in values.items()}
    return found | {name: _texts(answer) for name, answer in sorted(file.answers.items())}


def _texts(answer: Answer) -> dict[str, str]:
    evidence = "\n".join(f"{proof.text} {proof.url}".strip() for proof in answer.evidence)
    values = {name: evidence if name == "evidence" else str(getattr(answer, name)) for name in FIELDS}
    return {name: value for name, value in values.items() if value}
