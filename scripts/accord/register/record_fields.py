"""The fields of a record, as data: the one table for the check, `accord sign` and whoever else writes a record.

The order is that in which the fields stand in a file. A name with `<clause>` stands for one field
for each clause of the version that the record names; `needed`, `events` and `kinds` say when a field may be there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from accord.register.record import ANSWERS, EVENTS, KINDS, METHODS, USES

LINE, TEXT = 300, 2_000  # characters
CLAUSE = "<clause>"
SERVING = ("local-authority", "childrens-trust")  # the kinds that name an authority's code
NAMED = (
    "childrens-trust",
    "organisation",
    "supplier",
)  # the kinds that say their own name; an authority's is the list's


@dataclass(frozen=True, slots=True)
class Spec:
    """One field. `form` is a key of `model/record_values.FORMS`; `about` is what a signer is told and asked."""

    name: str
    events: tuple[str, ...]
    form: str
    about: str
    needed: tuple[str, ...] = ()  # events
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()  # where it is of use (and needed) for these kinds of signatory only
    limit: int = LINE
    correctable: bool = False
    clause: str = ""  # the clause's id, once the name is a real one


SIGNED, REVIEWED, CORRECTED, SUCCEEDED, WITHDRAWN, CONFIRMED = ((event,) for event in EVENTS)
BOTH = (*SIGNED, *REVIEWED)
ACTS = (*BOTH, *SUCCEEDED, *WITHDRAWN)

TABLE = (
    Spec("event", EVENTS, "choice", "What the record says has happened.", EVENTS, choices=EVENTS),
    Spec("signatory", EVENTS, "slug", "The signatory's short name, equal to its folder's.", EVENTS),
    Spec("date", EVENTS, "day", "The day on which the record is made.", EVENTS),
    Spec("kind", SIGNED, "choice", "What kind of organisation it is.", SIGNED, choices=KINDS),
    Spec("organisation", SIGNED, "words", "The organisation's name, as it is to be shown.",
         SIGNED, kinds=NAMED, correctable=True),
    Spec("ons_code", SIGNED, "codes", "The authority's code; a trust names those it serves, with commas between.",
         SIGNED, kinds=SERVING, correctable=True),
    Spec("role", ACTS, "words", "The office that acts, never a person's name.", ACTS, correctable=True),
    Spec("decided", SIGNED, "day", "The day of the decision to sign.", correctable=True),
    Spec("decision_url", SIGNED, "url", "The public record of the decision.", correctable=True),
    Spec("version", BOTH, "version", "The version of the Commitment that is meant.", BOTH),
    Spec("digest", BOTH, "digest", "The digest of that version's text.", BOTH),
    Spec("use_of_ml", BOTH, "choice", "How far machine learning is in use.", choices=USES, correctable=True),
    Spec("reserves_<clause>", SIGNED, "words", "Why this clause is set apart.", limit=TEXT),
    Spec("<clause>", REVIEWED, "choice", "How far this clause is kept.", REVIEWED, choices=ANSWERS, correctable=True),
    Spec("<clause>_why", REVIEWED, "words", "In words: why, and what comes next. Needed unless the clause is kept.",
         limit=TEXT, correctable=True),
    Spec("<clause>_evidence", REVIEWED, "url", "A public page that shows it.", correctable=True),
    Spec("statement", BOTH, "words", "What the signatory wants to say. It is shown as typed.", limit=TEXT,
         correctable=True),
    Spec("url", BOTH, "url", "The organisation's own page about it.", correctable=True),
    Spec("target", (*CONFIRMED, *CORRECTED), "digest", "The digest of the record that is meant.",
         (*CONFIRMED, *CORRECTED)),
    Spec("method", CONFIRMED, "choice", "How a steward checked that the organisation did this.", CONFIRMED,
         choices=METHODS),
    Spec("checked_url", CONFIRMED, "url", "The page that was checked. Needed for a minute and a domain."),
    Spec("field", CORRECTED, "name", "The field that is put right.", CORRECTED),
    Spec("value", CORRECTED, "words", "What the field should have said.", CORRECTED, limit=TEXT),
    Spec("successor", SUCCEEDED, "slug", "The short name of the signatory that takes over.", SUCCEEDED),
    Spec("reason", (*CORRECTED, *SUCCEEDED, *WITHDRAWN), "words", "The reason, in words. It is public.",
         (*CORRECTED, *SUCCEEDED, *WITHDRAWN), limit=TEXT),
)  # fmt: skip
# What is left of a record that a steward erased.
ERASED = (
    Spec("digest", (), "digest", "The digest of the record that was erased."),
    Spec("date", (), "day", "The day on which it was erased."),
    Spec("ground", (), "words", "The ground on which it was erased, in general words."),
)
CHECKED = ("minute", "domain")  # the methods for which a steward names the page that was checked


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
