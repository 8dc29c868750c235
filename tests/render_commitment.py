"""A made-up Commitment and register in memory, for the tests of what is rendered from them. No name in it is real."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from accord.commitment.text import Block, Clause, Commitment, Text, Version
from accord.files.digests import digest
from accord.guidance.guidance import SINGLES
from accord.project.element import Element
from accord.register.authorities import Authorities, Authority
from accord.register.build import build
from accord.register.published import Published
from accord.register.record import Erased, Record
from accord.seals.chain import Chain, Seal
from tests import commitment_made
from tests.support import element

AS_OF = date(2026, 11, 22)
HOSTILE = '<script>alert(1)</script> & "O\'Brien" {{ 7*7 }} [x](y) | =1+1'
REGIONS = ("North East", "London", "South West")


def clause(value: str, number: int, words: str) -> Clause:
    label = f"{value} {number}"
    name = f"{value.lower()}-{number}"
    return Clause(name, label, value.lower(), number, words, 1, digest(f"**{label}.** {words}".encode()))


def text(title: str, lead: str, clauses: Iterable[Clause]) -> Text:
    """Return a text with a list, emphasis and the clauses under their headings."""
    clauses = tuple(clauses)
    blocks = [Block("heading", title, 1, 1), Block("paragraph", lead, 3)]
    blocks += [Block("bullet", "One *small* thing.", 5), Block("bullet", "Another **big** thing & more.", 6)]
    for value in dict.fromkeys(c.label.split()[0] for c in clauses):
        blocks.append(Block("heading", value, 8, 2))
        own = [c for c in clauses if c.label.startswith(value)]
        blocks += [Block("paragraph", f"**{c.label}.** {c.words}", 9, clause=c.id) for c in own]
    blocks += [Block("heading", "How we keep it", 90, 2), Block("number", "We write it down.", 91)]
    blocks.append(Block("number", "We say why.", 92))
    return Text(tuple(blocks), clauses)


def version(number: str, day: str, kind: str, body: Text, previous: str = "", reason: str = "") -> Version:
    made = digest(f"{number} {body}".encode())
    path = f"commitment/versions/{number}.md"
    released, summary = date.fromisoformat(day), f"What is new in {number}."
    return Version(number, released, kind, made, body, summary, path, previous, reason)


FIRST = (
    clause("Respect", 1, "We will keep a public list of every tool. If there is none, the list will say so."),
    clause("Respect", 2, "Before we use a tool, we will tell families in *plain* words."),
    clause("Care", 1, "We will ask a person to look again when a family asks."),
    clause("Care", 2, "We will stop a tool that harms."),
)
SECOND = (
    FIRST[0],
    clause("Respect", 2, "Before we use or test a tool, we will tell families and children in plain words."),
    FIRST[3],
    FIRST[2],
    clause("Care", 3, "We will publish what we learned."),
)
LEAD = "We promise this *in public* to children & families, who may not have chosen us."


def commitment() -> Commitment:
    one = text("The made-up promise", LEAD, FIRST)
    clearer = text("The made-up promise", f"{LEAD} This is clearer.", FIRST)
    two = text("The made-up promise", LEAD, SECOND)
    why = "The steward says that the meaning is the same."
    return Commitment((
        version("1.0.0", "2023-01-10", "first", one),
        version("1.1.0", "2024-02-01", "clarifying", clearer, "1.0.0", why),
        version("2.0.0", "2026-03-01", "substantive", two, "1.1.0"),
    ))  # fmt: skip


def records(slug: str, *told: dict[str, str]) -> list[Record]:
    """Return records with paths and digests, each with what confirms it.

    `target` may be the place of another record in the list, such as "0"; `seen` is the day of the confirmation, the
    record's own where it is left out, and empty for a claim.
    """
    made: list[Record] = []
    for fields in told:
        whole = {**fields}
        event, day, seen = whole.pop("event"), whole.pop("date"), whole.pop("seen", fields["date"])
        if whole.get("target", "").isdigit():
            whole["target"] = made[int(whole["target"])].digest
        number = sum((other.event, other.date.isoformat()) == (event, day) for other in made) + 1
        act = commitment_made.record(event, day, slug, number, **whole)
        page = {"method": "minute", "checked_url": "https://council.example/minutes"}
        made.append(commitment_made.confirmed(act, seen, **page) if seen else act)
    return made


def signed(day: str, name: str, number: str = "2.0.0", **more: str) -> dict[str, str]:
    """Return a signing: a council's, whose name is the list's, unless `more` says another kind."""
    found = commitment().by_number[number]
    named = {"organisation": name} if more.get("kind", "local-authority") != "local-authority" else {}
    base = {"event": "signed", "date": day, "kind": "local-authority", **named}
    text = {"role": "Director of children’s services", "version": number, "digest": found.digest}
    return {**base, **text, **more}


def reviewed(day: str, number: str = "2.0.0", **answers: str) -> dict[str, str]:
    found = commitment().by_number[number]
    given = {c.id: answers.get(c.id.replace("-", "_"), "kept") for c in found.text.clauses}
    late = [name for name, answer in given.items() if answer != "kept"]
    why = {f"{name}_why": f"We are late with {name}, and here is why." for name in late}
    return {
        "event": "reviewed", "date": day, "role": "Cabinet", "version": number, "digest": found.digest,
        "use_of_ml": "piloting", **given, **why, "respect-1_evidence": "https://council.example/list?a=1&b=2",
    }  # fmt: skip


def sample() -> list[Record]:
    """Return records that bring about every standing, and a claim of a council that nobody has confirmed."""
    return [
        *records("ambleford", full(),
            reviewed("2026-10-01", respect_1="partly", care_1="not-yet", care_3="not-applicable")),
        *records("brackwater", signed("2025-03-01", "", "1.1.0", seen="2025-03-04"),
            reviewed("2025-09-01", "1.1.0", care_2="partly")),
        *records("cray", signed("2026-03-02", "", seen="2026-03-08")),
        *records("dunmere", signed("2023-05-01", "", "1.0.0", seen="2023-05-09")),
        *records("elmouth", signed("2026-11-01", HOSTILE, kind="organisation", seen="2026-11-03")),
        *records("farholt", signed("2024-05-01", "", "1.1.0", seen="2024-05-02"), WITHDRAWN),
        *records("garth-trust", signed("2026-05-01", "Garth Children’s Trust", kind="childrens-trust"),
            {"event": "corrected", "date": "2026-05-20", "target": "0", "field": "organisation",
             "value": "Garth Trust for Children", "reason": "A slip."}),
        *records("old-hale", signed("2024-06-01", "", "1.1.0")),
        *records("place-7", signed("2026-11-12", "", seen="")),
        *records("toolmaker", signed("2025-10-01", "Toolmaker Example Ltd", "1.1.0", kind="supplier")),
    ]  # fmt: skip


WITHDRAWN = {"event": "withdrawn", "date": "2025-01-05", "role": "Cabinet",
             "reason": "We stopped every tool & moved on."}  # fmt: skip


def full() -> dict[str, str]:
    page = "https://council.example/decisions/12?item=3&x='quoted'"
    more = {"reserves_care-2": "We share our tools.", "statement": "We sign this as we mean it: “plainly”."}
    return signed(
        "2026-04-01", "", decision_url=page, decided="2026-03-20", use_of_ml="none", seen="2026-04-09", **more
    )


def authorities() -> Authorities:
    """Return forty made-up authorities; some of them have a signatory's slug."""
    slugs = ["ambleford", "brackwater", "cray", "dunmere", "farholt", "new-hale", *(f"place-{n}" for n in range(34))]
    made = [
        Authority(f"E060{n:05}", slug.replace("-", " ").title(), "unitary authority", REGIONS[n % 3], slug)
        for n, slug in enumerate(slugs)
    ]
    old = Authority("E06000999", "Old Hale", "unitary authority", "London", "old-hale", until=date(2025, 4, 1),
                    successors=("new-hale",))  # fmt: skip
    return Authorities((*made, old))


def words() -> tuple[Element, ...]:
    found: dict[str, list[Clause]] = {}
    for each in (*SECOND, *FIRST):
        if each not in found.setdefault(each.id, []):
            found[each.id].append(each)
    asked = [{"role": "social-worker", "text": "A dated list."}]
    return tuple(
        element("clause", path=f"data/clauses/{name}.yml", id=name, label=f"Short title of {name}", wordings=[
            {"explains": c.digest, "plain": f"Plain words on {c.label}.", "young": f"Young words on {c.label}.",
             "evidence": asked} for c in clauses])
        for name, clauses in found.items()
    )  # fmt: skip


def letter() -> Element:
    """Return what a letter of one topic and one right is made of. Its clauses are some of those above, not all."""
    topic = {"id": "letter-t1", "label": "Was a score used?", "questions": [], "asks": ["Did you use a score?"],
             "clauses": ["respect-1", "care-2"], "rights": ["letter-r1"]}  # fmt: skip
    right = {"id": "letter-r1", "title": "To be told", "text": ["You can ask."], "limit": "It has a month."}
    made: Element = element(
        "letter", path="data/letter.yml", caution="No advice.", topics=[topic], rights=[right],
        writers=[{"role": "young-person", "label": "A young person", "text": "I am young."},
                 {"role": "family", "label": "A parent", "text": "I am a parent."}],
        council_asks=["Which tools do you use?"], after=[{"title": "Tell someone", "text": "Tell the manager."}],
    )  # fmt: skip
    return made


SEAL = Seal("commitment/seals/2026-11-20.sha256", "2026-11-20", "5" * 64, {"commitment/stewards": "6" * 64})


def guidance(told: Iterable[Record] = (), erased: Iterable[Erased] = (), texts: Commitment | None = None,
             own: str = "", sealed: bool = True) -> Published:  # fmt: skip
    """Return guidance that holds little else than the Commitment and a register of these records.

    `own` is the slug of the council whose copy it is; what nobody has confirmed is a claim.
    """
    texts, told = texts or commitment(), [*told]
    counting, claims = [r for r in told if r.confirmation], [r for r in told if not r.confirmation]
    content: dict[str, Any] = {name: element(kind) for kind, name in SINGLES.items()} | {
        "release": element("guidance", version="0.1.0", released="2026-11-22"),
        "site": element("site", name="Made-up site"),
        "letter": letter(),
    }
    return Published(
        **content,
        roles=(element("role", id="social-worker", order="1", label="Social worker"),),
        clauses=words(), commitment=texts, as_of=AS_OF,
        register=build(counting, erased, texts, authorities(), AS_OF, claims, own),
        chain=Chain((SEAL,), (), {SEAL.path: ("north", "south")}) if sealed else Chain(),
    )  # fmt: skip


def shell(base: str) -> str:
    """Return a frame without a theme."""
    return (
        f'<!doctype html><html lang="en"><head><title>@@accord-title@@</title></head><body><a href="{base}">Home</a>'
        "<ol>@@accord-trail@@</ol><main><h1>@@accord-title@@</h1><p>@@accord-summary@@</p>@@accord-body@@</main></body></html>"
    )
