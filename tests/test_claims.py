"""A claim is nobody's word: whatever strangers add to the register, nothing that counts changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from accord.commitment.build import commitment
from accord.project.reading import Project
from accord.project.rules_all import Inputs, check
from accord.register.build import make_register
from accord.register.folder import read_folder
from accord.register.record import EVENTS
from accord.register.register import Register as Made
from accord.steward.audit import audit
from tests.registers import CLAUSES, Register, path, sample
from tests.support import AS_OF

Claim = tuple[str, Mapping[str, str]]  # a name, and the fields besides those that its event needs
SAMPLE = sample()
NAMES = SAMPLE.names()
SLUGS = sorted({name.split("/")[0] for name in NAMES} | {"millbridge", "lower-mill", "test-shop", "con", "Ovenby"})
DAYS = ("2024-01-15", "2025-02-01", "2025-02-14", "2026-02-01", "2026-05-31", "2026-06-01", "2026-06-02", "2027-01-01")
FIELDS = {
    "target": st.sampled_from(NAMES),
    "kind": st.sampled_from(("local-authority", "childrens-trust", "supplier", "x")),
    "organisation": st.sampled_from(("Ovenby", "Market Bakery", "Crumbshire Council", "")),
    "ons_code": st.sampled_from(("E08999904", "E06999903", "E06999903, E08999904", "x")),
    "successor": st.sampled_from(SLUGS),
    "role": st.sampled_from(("Owners", "Mr J Smith")),
    "version": st.sampled_from(("1.0.0", "1.1.0", "9.9.9")),
    "field": st.sampled_from(("organisation", "role", "version", *CLAUSES)),
    "value": st.sampled_from(("Evil Ltd", "kept")),
}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    slug, day, event = (draw(st.sampled_from(each)) for each in (SLUGS, DAYS, EVENTS))
    number = draw(st.sampled_from(("", "-2", "-7")))
    more = draw(st.fixed_dictionaries({}, optional=FIELDS))
    return f"{slug}/{day}-{event}{number}", more | ({"target": draw(FIELDS["target"])} if event == "confirmed" else {})


def _with(told: list[Claim], copies: list[tuple[str, str]] = []) -> tuple[Register, set[str]]:  # noqa: B006
    """Return the sample with claims and copies of its records, none of them sealed, and their paths."""
    r = sample()
    for name, fields in told:
        if path(name) not in r.files:
            r.add(name, **fields)
    for name, of in copies:
        if path(name) not in r.files:
            r.put(name, r.raw(of))
    added = {at for at in r.files if at not in SAMPLE.files}
    r.unsealed |= added
    return r, added


def _made(project: Project) -> Made:
    """Return the register, but for the claims, of which only the number is shown."""
    return replace(make_register(project, commitment(project), AS_OF), waiting=())


@cache
def _before() -> tuple[Made, int, set[str]]:
    """Return the register, the number of claims and what the check says before anybody adds a record."""
    project = SAMPLE.project()
    found = {str(each) for each in check(Inputs(project, AS_OF))}
    return _made(project), len(read_folder(project).claims), found


COPIES = st.lists(
    st.tuples(
        st.builds(lambda slug, day: f"{slug}/{day}-signed", st.sampled_from(SLUGS), st.sampled_from(DAYS)),
        st.sampled_from(NAMES),
    ),
    max_size=2,
)


@given(st.lists(claims(), max_size=6), COPIES)
@example([("leeds/2026-05-01-signed", {}), ("crumbshire/2026-05-01-withdrawn", {})], [])
@example([], [("ovenby/2024-01-15-signed", "ovenby/2025-02-01-signed")])
def test_a_stranger_changes_nothing_that_counts(told: list[Claim], copies: list[tuple[str, str]]) -> None:
    """Every standing, name, count and successor stays, and so does all that is said of what lay there before."""
    r, added = _with(told, copies)
    after, (register, claims, before) = r.project(), _before()
    assert _made(after) == register
    assert len(read_folder(after).claims) <= claims + len(added)
    assert {str(found) for found in check(Inputs(after, AS_OF)) if found.path not in added} == before


@given(st.lists(claims(), max_size=6), COPIES, st.lists(st.sampled_from(NAMES), max_size=3), st.booleans())
def test_whatever_lies_there_the_sums_add_up(
    told: list[Claim], copies: list[tuple[str, str]], broken: list[str], erased: bool
) -> None:
    """Claims, copies, records that can't be read, erasures without a seal: each is counted once."""
    r, _ = _with(told, copies)
    for name in broken:
        r.put(name, b"event: signed\n")
    if erased:
        r.erase("market-bakery/2025-08-01-signed")
        r.unsealed.add("market-bakery/2025-08-01-signed.yml.erased")
    found = audit(r.project(), AS_OF)
    assert [str(each) for each in found.sums if not each.adds_up] == []
    assert found.sums[0].total == sum(at.endswith(".yml") for at in r.files)
