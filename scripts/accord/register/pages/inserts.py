"""What the program puts into a document: the Commitment, its facts, who has signed, what is cited."""

from collections.abc import Callable, Iterator

from accord.commitment.text import Version
from accord.files.days import day
from accord.guidance import credit
from accord.paper.blocks import Block, Paragraph, Run, Runs, Table
from accord.paper.words import Filler
from accord.project.element import Element
from accord.register.pages import version_paper as commitment
from accord.register.pages import words
from accord.register.pages.words import AMENDMENT, KIND, count, having, others
from accord.register.published import Published
from accord.register.register import Signatory
from accord.register.standing import WORDS

MOST = 60  # names; a longer list is left to the site
APART = ("promise left out", "promises left out")
Insert = Callable[[Filler[Published], Element, Version], Iterator[Block]]


def _text(filler: Filler[Published], paper: Element, version: Version) -> Iterator[Block]:
    yield from commitment.blocks(version.text, 1)


def _facts(filler: Filler[Published], paper: Element, version: Version) -> Iterator[Block]:
    rows: list[tuple[str, Run]] = [
        ("Title", Run(version.text.title)),
        ("Version", Run(f"{version.number} ({AMENDMENT[version.amendment]})")),
        ("Released", Run(day(version.released))),
        ("Promises", Run(f"{len(version.text.clauses)}, in Appendix 1 word for word")),
        ("Digest", Run(version.digest, code=True)),
    ]
    yield Table(
        "The text that you are asked about", ("What", "Which"), tuple(((Run(a),), (b,)) for a, b in rows), (20, 80)
    )


def _apart(filler: Filler[Published], paper: Element, version: Version) -> Iterator[Block]:
    titles = {name: clause.label for name, clause in filler.guidance.clause_words.items()}
    named = (": ".join(filter(None, (clause.label, titles.get(clause.id)))) for clause in version.text.clauses)
    rows = tuple(((Run(each),), (), ()) for each in named)
    heads = ("Promise", "Left out?", "Reason, in public words")
    yield Table("Promises left out, each with its reason", heads, rows, (35, 15, 50), tall=2)


def _register(filler: Filler[Published], paper: Element, version: Version) -> Iterator[Block]:
    register = filler.guidance.register
    signed = words.by_name(filler.guidance.signed_for(version))
    holds = f"a confirmed signature that holds for version {version.number}"
    yield _plain(f"{having(len(signed))} {holds}, as at {day(register.as_of)}.")
    if signed:
        yield from _listed(filler, "Confirmed signatures", signed)
    if more := others(len(register.counted) - len(signed)):
        yield _plain(more)
    yield _plain(
        "An organisation that is not on the register may work well or badly: not signing says nothing about it."
    )


def _listed(filler: Filler[Published], caption: str, found: list[Signatory]) -> Iterator[Block]:
    if len(found) > MOST:
        yield _plain(
            f"They are too many for this paper. The list is at {filler.fills['address']}commitment/signatories/."
        )
        return
    rows = tuple((_one(s.name), _one(KIND.get(s.kind, "")), _one(_since(s))) for s in found)
    yield Table(caption, ("Organisation", "Kind", "Where it stands"), rows, (45, 20, 35))


def _since(s: Signatory) -> str:
    told = f"{WORDS[s.standing.state]} since {day(s.standing.since)}"
    signed = s.signing
    if signed is None:
        return told
    apart = len(signed.reservations)
    return f"{told}, version {signed.get('version')}{f', {count(apart, *APART)}' if apart else ''}"


def _sources(filler: Filler[Published], paper: Element, version: Version) -> Iterator[Block]:
    """List every source that the document cites, and say whose words the rest is."""
    yield credit.sources(filler.guidance, _prose(paper))
    yield credit.ours(filler.guidance, f"Commitment {version.number}")


def _prose(paper: Element) -> Iterator[str]:
    for section in paper.sections:
        for part in section.parts:
            yield from (*part.text, *part.bullets, *part.numbers, *(part.note.text if part.note else ()))


def _one(words: str) -> Runs:
    return (Run(words or "–"),)


def _plain(words: str) -> Paragraph:
    return Paragraph((Run(words),))


INSERTS: dict[str, Insert] = {
    "apart": _apart,
    "commitment-text": _text,
    "facts": _facts,
    "register": _register,
    "sources": _sources,
}
