"""The fields of a record, as data: the one table for the check, `accord sign` and whoever else writes a record.

The order is that in which the fields stand in a file. A name with `<clause>` stands for one field
for each clause of the version that the record names; `needed`, `events` and `kinds` say when a field may be there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from accord.files.messages import table

CLAUSE = "<clause>"
CHECKED = ("minute", "domain")  # the methods for which a steward names the page that was checked


@dataclass(frozen=True, slots=True)
class Spec:
    """One field. `form` is a key of record_values.FORMS; `about` is what a signer is told and asked."""

    name: str
    events: tuple[str, ...]
    form: str
    about: str
    needed: tuple[str, ...] = ()  # events
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()  # where it is of use (and needed) for these kinds of signatory only
    limit: int = 300  # characters
    correctable: bool = False
    clause: str = ""  # the clause's id, once the name is a real one


def _spec(row: dict[str, Any]) -> Spec:
    values: dict[str, Any] = {key: tuple(each) if isinstance(each, list) else each for key, each in row.items()}
    return Spec(**values)


# TABLE has the fields of records; ERASED what is left of a record that a steward erased.
TABLE, ERASED = (tuple(map(_spec, rows)) for rows in table(__file__).values())
BY_NAME = {spec.name: spec for spec in TABLE}
SERVING = BY_NAME["ons_code"].kinds  # the kinds that name an authority's code


def fields(event: str, clauses: Iterable[str] = ()) -> list[Spec]:
    """Return the fields of an event in a file's order, those of each clause of a version under their real names."""
    return list(_spelled([spec for spec in TABLE if event in spec.events], tuple(clauses)))


def _spelled(specs: list[Spec], clauses: tuple[str, ...]) -> Iterator[Spec]:
    answers = [spec for spec in specs if spec.name.startswith(CLAUSE)]  # grouped by clause
    for item in specs:
        if CLAUSE not in item.name:
            yield item
        elif item not in answers:
            yield from (_of(item, clause) for clause in clauses)
        elif item is answers[0]:
            yield from (_of(answer, clause) for clause in clauses for answer in answers)


def _of(spec: Spec, clause: str) -> Spec:
    return replace(spec, name=spec.name.replace(CLAUSE, clause), clause=clause)
