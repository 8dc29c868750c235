"""What waits for a steward: each claim with what speaks for it and against it, and what confirming it would change."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from accord.commitment.build import commitment
from accord.files.days import day
from accord.files.problem import Problem, Unusable, visible
from accord.project.reading import Project
from accord.register.authorities import authorities
from accord.register.authority_names import reads_like
from accord.register.build import build
from accord.register.folder import SIGNATORIES, put_folder, read_folder
from accord.register.pages.terminal import headline, standing_in_words
from accord.register.reading import name as name_of
from accord.register.record import CONFIRMED, Record
from accord.register.record_values import codes
from accord.register.record_values import day as day_of
from accord.register.register import Register, Signatory
from accord.register.writing import make
from accord.seals import chain
from accord.steward import sealing

PROMISED = 14  # days from a record's arrival to a steward's answer: GOVERNANCE.md
NO_LIST = "a site of which we keep no list: look whether it is the organisation's own"


@dataclass(frozen=True)
class Waiting:
    """A claim with all that the rules find in it. `alike` are the short names of other claims that read like it."""

    claim: Record
    days: int
    found: tuple[Problem, ...]
    alike: tuple[str, ...]

    @property
    def faults(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.found if problem.severity == "problem")


class Queue:
    """The claims of a project, oldest first, judged as if a seal covered all that is confirmed already: the `plan`.

    Raises Unusable: the seals do not hold. Raises OSError: a file can't be read.
    """

    def __init__(self, project: Project, as_of: date) -> None:
        self.as_of = as_of
        folder, self.plan = read_folder(project), None
        if chain.STEWARDS in folder.sealing:
            with suppress(sealing.NothingToSeal):
                self.plan = sealing.plan(folder, as_of)
        covered = folder.under(chain.Chain((self.plan.seal,))) if self.plan else folder
        self.project = put_folder(project, covered)
        self.texts = commitment(self.project)
        self.known = authorities(project)
        self._found: dict[str, list[Problem]] = defaultdict(list)
        for problem in sorted({*project.problems, *make.judged(self.project, as_of)}):
            self._found[problem.path].append(problem)

    def open_for_change(self) -> None:
        """Raise Unusable where nothing may be confirmed or erased now: nobody could seal it."""
        if chain.STEWARDS not in read_folder(self.project).sealing:
            raise Unusable('This register has no steward yet. Name two offices first: "accord found".')
        if self.plan and self.plan.waits:
            cure = "Let it sign first, so that it signs what the other saw: accord seal --key KEY"
            raise Unusable(f"{self.plan.path} waits for another office. {cure}")

    @cached_property
    def waiting(self) -> tuple[Waiting, ...]:
        claims = sorted(read_folder(self.project).claims, key=lambda claim: (claim.date, claim.path))
        return tuple(map(self._waiting, claims))

    def _waiting(self, claim: Record) -> Waiting:
        alike = {slug for name in _names(claim) for slug in self._claimed[name]} - {claim.signatory}
        days = max(0, (self.as_of - claim.date).days)
        return Waiting(claim, days, tuple(self._found[claim.path]), tuple(sorted(alike)))

    @property
    def sealing(self) -> int:
        """Return how many confirmations wait for a seal."""
        names = map(name_of, self.plan.added if self.plan else ())
        return sum(name is not None and name.event == CONFIRMED for name in names)

    @property
    def wrong(self) -> list[Problem]:
        """Return what is wrong with records that would count, so that no seal could cover them."""
        claims = {claim.path for claim in read_folder(self.project).claims}
        found = (problem for path in self._found.keys() - claims for problem in self._found[path])
        return sorted(each for each in found if each.severity == "problem" and each.path.startswith(SIGNATORIES))

    @property
    def unread(self) -> list[Problem]:
        """Return what is wrong with records that can't be read, and so wait for nobody."""
        files = [file.path for file in read_folder(self.project).records if file.record is None]
        return [problem for path in files for problem in self._found[path]]

    @cached_property
    def _now(self) -> Register:
        return self._register(read_folder(self.project).counting)

    def _register(self, records: Iterable[Record]) -> Register:
        return build(records, read_folder(self.project).gone, self.texts, self.known, self.as_of)

    @cached_property
    def _by_slug(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in read_folder(self.project).counting:
            found[record.signatory].append(record)
        return found

    @cached_property
    def _successions(self) -> set[tuple[str, str]]:
        named = {(each.signatory, each.get("successor")) for each in read_folder(self.project).counting}
        return {pair for pair in named if pair[1]} | {(a.slug, heir) for a in self.known.all for heir in a.successors}

    def _kin(self, claim: Record) -> set[str]:
        """Return the signatories that a claim can touch: its own, and all that successions tie to it."""
        kin = {claim.signatory} | ({claim.get("successor")} - {""})
        while more := {slug for pair in self._successions if kin.intersection(pair) for slug in pair} - kin:
            kin |= more
        return kin

    def name(self, record: Record) -> str:
        """Return the signatory's name on the day of a record."""
        if authority := self.known.slug(record.signatory):
            return authority.name_on(record.date)
        signatory = self._now.by_slug.get(record.signatory)
        return record.get("organisation") or (signatory.name if signatory else record.signatory)

    def effect(self, claim: Record) -> list[str]:
        """Return what would change on the register today if a steward confirmed the claim today."""
        by = Record("", CONFIRMED, claim.signatory, self.as_of, 1, "", {})
        kin = self._kin(claim)
        records = [record for slug in kin for record in self._by_slug.get(slug, ())]
        now, then = self._register(records), self._register([*records, replace(claim, confirmation=by)])
        pairs = ((slug, *(_stands(register.by_slug.get(slug)) for register in (now, then))) for slug in sorted(kin))
        lines = [f"{slug}: {before} → {after}" for slug, before, after in pairs if before != after]
        return [*lines, *self._put_right(claim)] or ["nothing that the register shows today"]

    def _put_right(self, claim: Record) -> Iterator[str]:
        target = next((each for each in read_folder(self.project).counting if each.digest == claim.get("target")), None)
        signatory = self._now.by_slug.get(claim.signatory)
        if claim.event == "corrected" and target and signatory:
            was = signatory.value(target, claim.get("field")) or "not said"
            yield f"{claim.get('field')} of {target.path}: {visible(was)} → {visible(claim.get('value'))}"

    def links(self, claim: Record) -> Iterator[tuple[str, str]]:
        """Yield each address in a record that could show the decision, with whose site it is."""
        for name in ("decision_url", "url"):
            if url := claim.get(name):
                yield url, self._owner(claim, re.split(r"[/?#\\]", url.removeprefix("https://"))[0])

    def _owner(self, claim: Record, host: str) -> str:
        served = (self.known.code(code) for code in codes(claim.get("ons_code")))
        near = [each for each in (self.known.slug(claim.signatory), *served) if each]
        if owner := next((each for each in near if each.owns(host)), None):
            return f"a site of {owner.name}"
        domains = dict.fromkeys(domain for each in near for domain in each.domains)
        return f"NOT on a domain that we know of it ({', '.join(domains)})" if domains else NO_LIST

    @cached_property
    def _claimed(self) -> dict[str, set[str]]:
        """Return who claims a name, by the form in which look-alikes are equal."""
        found: dict[str, set[str]] = defaultdict(set)
        for claim in read_folder(self.project).claims:
            for name in _names(claim):
                found[name].add(claim.signatory)
        return found

    def sentence(self, claim: Record) -> str:
        """Return who did what on which day, by which office, and when that was decided."""
        role, decided = claim.get("role"), day_of(claim.get("decided"))
        by = f" By: {role}." if role else ""
        on = f" Decided on {day(decided)}." if decided else ""
        return visible(f"{day(claim.date)}: {self.name(claim)} {headline(claim, claim.fields)}{by}{on}")


def _names(claim: Record) -> set[str]:
    """Return the names that a claim gives to its signatory, in the form in which look-alikes are equal."""
    given = claim.get("value") if claim.get("field") == "organisation" else claim.get("organisation")
    return {reads_like(name) for name in (given, claim.signatory.replace("-", " "))} - {""}


def _stands(signatory: Signatory | None) -> str:
    if signatory is None:
        return "not on the register"
    standing = signatory.standing
    parts = [standing_in_words(standing), f"as {visible(signatory.name)}"]
    if signatory.signing:
        parts.append(f"version {visible(signatory.signing.get('version'))}")
    if standing.review_due:
        parts.append(f"next review by {day(standing.review_due)}")
    if signatory.inherits:
        parts.append(f"with the promises of {', '.join(signatory.inherits)}")
    if signatory.successors:
        parts.append(f"followed by {', '.join(signatory.successors)}")
    return ", ".join(parts)
