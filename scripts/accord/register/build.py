"""The register from the records: each signatory with its standing, its corrections, and what it inherits."""

from collections.abc import Iterable, Mapping
from datetime import date

from accord.commitment.text import Commitment
from accord.files.nodes import plain
from accord.project.reading import Project
from accord.register.authorities import Authorities, authorities, reached
from accord.register.folder import read_folder
from accord.register.record import Erased, Record, by_signatory
from accord.register.register import Register, Signatory
from accord.register.standing import Standing, find_standing


def make_register(project: Project, commitment: Commitment, as_of: date) -> Register:
    """Return the register of a project that was read, as it stands on a day."""
    folder = read_folder(project)
    return build(folder.counting, folder.gone, commitment, authorities(project), as_of, folder.claims, copy_of(project))


def copy_of(project: Project) -> str:
    """Return the slug of the authority whose copy this is, or an empty string."""
    for document in project.of_kind("local-site"):
        fields = plain(document.node)
        if isinstance(fields, dict) and isinstance(slug := fields.get("authority"), str):
            return slug
    return ""


def build(
    records: Iterable[Record],
    erased: Iterable[Erased],
    commitment: Commitment,
    known: Authorities,
    as_of: date,
    claims: Iterable[Record] = (),
    own: str = "",
) -> Register:
    """Return the register on a day. Records dated later are left out; the order in which they come is of no matter.

    Args:
        records: those that count, each with what confirms it.
        erased: what is left of records that were erased under a seal.
        claims: records that wait for a steward. They are counted, and change nothing.
        own: the slug of the council whose copy this is: its own claims are shown, as waiting.
    """
    waiting = tuple(claims)
    mine = tuple(claim for claim in waiting if claim.signatory == own)
    told = by_signatory(record for record in records if record.known_from <= as_of)
    gone = by_signatory(left for left in erased if left.date <= as_of)
    ends = {authority.slug: authority.until for authority in known.all if authority.until and authority.until <= as_of}
    standings = {
        slug: find_standing(told.get(slug, ()), gone.get(slug, ()), commitment.versions, as_of, ends.get(slug))
        for slug in sorted({*told, *gone, *ends})
    }
    after = {slug: successors(slug, told.get(slug, ()), found, known) for slug, found in standings.items()}
    inherited = heirs(after, [slug for slug, found in standings.items() if found.signing])
    for slug, before in inherited.items():
        if slug not in standings:
            standings[slug] = Standing("inherits", min(standings[each].since for each in before))
    if mine and own not in standings and any(claim.event == "signed" for claim in mine):
        signing = [claim for claim in mine if claim.event == "signed"][-1]
        standings[own] = Standing("waiting", signing.date, signing=signing)
    listed = {slug for slug in standings if slug in told or slug in gone or slug in inherited or (slug == own and mine)}
    signatories = (
        Signatory(
            slug=slug,
            records=told.get(slug, ()),
            erased=gone.get(slug, ()),
            standing=standings[slug],
            corrected=corrections(told.get(slug, ())),
            authority=known.slug(slug),
            inherits=inherited.get(slug, ()),
            successors=after.get(slug, ()),
            claims=mine if slug == own else (),
        )
        for slug in listed
    )
    return Register(tuple(sorted(signatories, key=lambda s: (s.name.casefold(), s.slug))), known, as_of, waiting)


def corrections(records: Iterable[Record]) -> Mapping[str, Mapping[str, str]]:
    """Return, by the digest of a record, the fields that were put right and the last value that each was given."""
    found: dict[str, dict[str, str]] = {}
    for record in sorted(records, key=lambda record: record.place):
        if record.event == "corrected":
            found.setdefault(record.get("target"), {})[record.get("field")] = record.get("value")
    return found


def successors(slug: str, records: Iterable[Record], standing: Standing, known: Authorities) -> tuple[str, ...]:
    """Return, by name, who takes over from a signatory that is succeeded, and nobody from any other.

    Every `succeeded` record since the ending names one; so does the list of authorities, from the authority's last day.
    """
    if standing.state != "succeeded":
        return ()
    named = {r.get("successor") for r in records if r.event == "succeeded" and r.date >= standing.since}
    authority = known.slug(slug)
    if authority and authority.until and authority.until <= standing.since:
        named |= set(authority.successors)
    return tuple(sorted(named - {"", slug}))


def heirs(after: Mapping[str, tuple[str, ...]], promised: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return, by heir, those whose promises come to it, directly or through others that were succeeded in turn.

    `after` is who follows whom; `promised` are the slugs that have a confirmed promise to hand on.
    """
    found: dict[str, set[str]] = {}
    for slug in promised:
        for heir in reached(slug, after) - {slug}:
            found.setdefault(heir, set()).add(slug)
    return {heir: tuple(sorted(slugs)) for heir, slugs in found.items()}
