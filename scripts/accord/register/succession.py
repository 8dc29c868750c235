"""Who takes over from whom on a day: by a record, or by the list of authorities. Many may follow many."""

from collections.abc import Iterable, Mapping
from datetime import date

from accord.register.authorities import Authorities
from accord.register.record import Record
from accord.register.standing import Standing


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
        reached: set[str] = set()
        ahead = list(after.get(slug, ()))
        while ahead:
            heir = ahead.pop()
            if heir not in reached and heir != slug:
                reached.add(heir)
                ahead.extend(after.get(heir, ()))
        for heir in reached:
            found.setdefault(heir, set()).add(slug)
    return {heir: tuple(sorted(slugs)) for heir, slugs in found.items()}


def first_day(slugs: Iterable[str], standings: Mapping[str, Standing]) -> date:
    """Return the day on which the first of some predecessors ended."""
    return min(standings[slug].since for slug in slugs)
