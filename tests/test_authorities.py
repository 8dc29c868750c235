"""The list of authorities: the real one is whole, names lead to the right council, and Surrey ends on its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from accord.files.characters import strange
from accord.project import reading
from accord.project.rules_all import Inputs
from accord.register.authorities import Authorities, Authority, authorities
from accord.register.authority_names import find, forms, named, reads_like, suggestion
from accord.register.rules.record_authorities import check as judged
from tests import support

OVENBY = "commitment/signatories/ovenby/2025-02-01-signed.yml"
REAL = date(2026, 11, 22)
TYPED: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("council_names.yml").read_text("utf-8"))


LEEDS = Authority("E08000035", "Leeds", "", "", "leeds", domains=("leeds.gov.uk", "leeds.example"))
RENAMED = Authority("E1", "New", "", "", "new", earlier_names=(("Old", date(2027, 4, 1)), ("Newer", date(2028, 4, 1))))


@pytest.fixture(scope="module")
def real() -> Authorities:
    return authorities(reading.load(support.ROOT))


def test_the_real_list(real: Authorities) -> None:
    """153 authorities today, each with a short name that people would guess, a council's name and a domain."""
    today = real.on(REAL)
    assert len(today) == 153
    assert all(a.code and a.domains and a.common_names for a in today)
    assert {"kingston-upon-hull", "bristol", "st-helens", "city-of-london", "isles-of-scilly"} <= {
        a.slug for a in today
    }
    merged = {a.slug: (a.code, a.former_codes) for a in today if a.slug in ("barnsley", "sheffield")}
    assert merged == {"barnsley": ("E08000038", ("E08000016",)), "sheffield": ("E08000039", ("E08000019",))}


@pytest.mark.parametrize("words", TYPED)
def test_names_that_people_use_are_found_by_their_words(real: Authorities, words: str) -> None:
    """What is meant, and never one that only has the letters ("Durham", Oldham; "Harlow", Harrow)."""
    assert {authority.slug for authority in named(real.all, words) or find(real.all, words)} == {*TYPED[words]}


@pytest.mark.parametrize(("words", "slugs"), {"Kingston": "kingston-upon-thames kingston-upon-hull",
    "Surrey": "surrey east-surrey west-surrey", "Bournmouth": "bournemouth-christchurch-and-poole", "": "",
    "St Hellens": "st-helens", "Middlesborough": "middlesbrough", "Brsitol": "bristol", "Botlon": "bolton"}.items()
)  # fmt: skip
def test_what_is_meant_comes_first_and_slips_of_the_keys_are_found(real: Authorities, words: str, slugs: str) -> None:
    assert [authority.slug for authority in find(real.all, words)] == slugs.split()
    assert not named(real.all, words) or words in ("Kingston", "Surrey"), "a slip is never taken for a name"


def test_each_is_found_first_by_each_of_its_names(real: Authorities) -> None:
    """The name, the council's and the short name, of all of them."""
    for authority in real.all:
        for name in (*authority.names, authority.slug, f"{authority.name} Council".upper()):
            assert named(real.all, name) == [authority], name


def test_a_guess_is_said_by_short_names(real: Authorities) -> None:
    """Up to three, and nothing where no word fits."""
    assert suggestion(real.all, "kingston") == ' Did you mean "kingston-upon-thames" or "kingston-upon-hull"?'
    assert suggestion(real.all, "nowhere") == ""


LEEDS_TOO = ("LEEDS", "leeds-city-council", "leedscitycouncil", "The City of Leeds", "Leeds, City of", "L e e d s",
             "Leed5", "1eeds", "Ieeds", "|eeds", "łéèđs", "Leedſ Council", "Leeds C0unci1", "Leeds MBC", "Leeds CC",
             "“Leeds”")  # fmt: skip
ALIKE = (("Bamet", "Barnet"), ("VVigan", "Wigan"), ("Clevon", "Devon"), ("Bıackpooı", "Blackpool"),
         ("Øldhám", "Oldham"), ("Staſſordshire", "Staffordshire"), ("Þlymouth", "Plymouth"), ("ßury", "Bury"),
         ("C0rnwall", "Cornwall"))  # fmt: skip


@pytest.mark.parametrize(("name", "other"), [*((name, "Leeds") for name in LEEDS_TOO), *ALIKE])
def test_what_reads_like_another(name: str, other: str) -> None:
    """Case, signs, accents, look-alike letters and what says "a council" do not tell two names apart."""
    assert reads_like(name) == reads_like(other)


@pytest.mark.parametrize(
    "name",
    [
        "Achieving for Children", "Together for Children", "Together for Children Sunderland",
        "Sandwell Children's Trust", "Birmingham Children's Trust", "Leeds Children's Services Ltd",
        "Slough Children First", "Coram", "Kids", "NSPCC", "Worcestershire Children First",
        "Northamptonshire Children's Trust", "Bradford Children and Families Trust",
        "Doncaster Children's Services Trust", "Richmond Fellowship", "Sutton Trust", "Kent Community Foundation",
        "London Councils", "London Youth", "York Cares", "Leicester City in the Community", "YMCA Milton Keynes",
        "Sheffield Children's Hospital Charity", "Durham University", "City, University of London", "Royal Holloway",
        "Plymouth Argyle Community Trust", "County Councils Network", "District Councils' Network",
        "Family Rights Group", "Council for Disabled Children", "Barnardo's", "The Children's Society", "Kinship",
        "Become", "Catch22", "SOFEA",
    ],
)  # fmt: skip
def test_real_organisations_are_not_taken_for_councils(real: Authorities, name: str) -> None:
    """A trust or charity that has the name of a place in its own is itself."""
    assert reads_like(name)
    assert named(real.all, name) == []


@pytest.mark.parametrize("more", ["Children's Trust", "Mind", "CVS", "Youth Zone", "Foundation", "Cares"])
def test_a_trust_of_each_place_is_not_taken_for_its_council(real: Authorities, more: str) -> None:
    """Nor for that of another place."""
    known = forms(real.all)
    assert [
        a.slug for a in real.all if {reads_like(f"{a.name} {more}"), reads_like(f"{more} {a.name}")} & {*known}
    ] == []


def test_every_letter_that_records_allow_is_folded() -> None:
    """An accent that the table forgets would make a second Leeds."""
    letters = [chr(n) for n in range(0xA1, 0x2100) if chr(n).isalpha() and not strange(chr(n))]
    assert len(letters) > 190
    assert [letter for letter in letters if not reads_like(f"x{letter}x")[1:-1]] == []


@pytest.mark.parametrize(
    ("host", "owned"),
    [
        ("leeds.gov.uk", True), ("www.leeds.gov.uk", True), ("democracy.leeds.gov.uk", True), ("a.leeds.example", True),
        ("WWW.Leeds.GOV.UK", True), ("leeds.gov.uk.", True), ("democracy.leeds.gov.uk:9071", True),
        ("leeds.gov.uk.evil.example", False), ("xleeds.gov.uk", False), ("x-leeds.gov.uk", False), ("gov.uk", False),
        ("leeds.gov.uk..", False), ("leeds.gov.uk:", False), ("leeds.gov.uk@evil.example", False),
        ("evil.example:80@leeds.gov.uk", False), ("evil.example/.leeds.gov.uk", False), ("leeds.gov.uk/x", False),
        ("evil.example\\.leeds.gov.uk", False), ("leedſ.gov.uk", False), ("leeds.gov.u\u212a", False),
        (" leeds.gov.uk", False), ("leeds.gov.uk\n", False), ("", False),
    ],
)  # fmt: skip
def test_whose_host_it_is(host: str, owned: bool) -> None:
    """A domain of the council or below one, and nothing that only looks so."""
    assert LEEDS.owns(host) is owned


def test_without_a_domain_nothing_is_owned_and_a_name_is_that_of_the_day() -> None:
    """An empty list is not a list of all. An earlier name holds to the day before its `until`."""
    assert not RENAMED.owns("leeds.gov.uk")
    days = (date(2026, 1, 1), date(2027, 3, 31), date(2027, 4, 1), date(2028, 3, 31), date(2028, 4, 1))
    assert [RENAMED.name_on(day) for day in days] == ["Old", "Old", "Newer", "Newer", "New"]


@pytest.mark.parametrize(
    ("slug", "day", "code", "said"),
    [
        ("surrey", "2027-03-31", "E10000030", ""),
        ("surrey", "2027-04-01", "E10000030", "Surrey ended on 2027-04-01"),
        ("east-surrey", "2027-03-31", "E10000030", "E10000030 is the code of Surrey"),
        ("east-surrey", "2027-03-31", "E06000999", "East Surrey begins on 2027-04-01"),
        ("east-surrey", "2027-04-01", "E06000999", "E06000999 is the code of no authority."),
        ("west-surrey", "2027-04-01", "E08000035", "E08000035 is the code of Leeds"),
    ],
)
def test_who_signs_in_surrey(tmp_path: Path, slug: str, day: str, code: str, said: str) -> None:
    """The county to its last day; and neither of the two before its first, or without a code of its own."""
    root = support.sample(tmp_path)
    support.write(root, "data/authorities.yml", (support.ROOT / "data/authorities.yml").read_bytes())
    fields = {"event": "signed", "signatory": slug, "date": day, "kind": "local-authority", "ons_code": code}
    raw = "".join(f'{name}: "{value}"\n' for name, value in fields.items())
    support.write(root, f"commitment/signatories/{slug}/{day}-signed.yml", raw)
    found = [p for p in judged(Inputs(reading.load(root), date.fromisoformat(day))) if f"/{slug}/" in p.path]
    assert [p.wrong.startswith(said) for p in found] == ([True] if said else []), found


def test_surrey_becomes_two(real: Authorities) -> None:
    """One authority to 31 March 2027, two from 1 April."""
    last, first = date(2027, 3, 31), date(2027, 4, 1)
    three = {"surrey", "east-surrey", "west-surrey"}
    assert three & {a.slug for a in real.on(last)} == {"surrey"}
    assert three & {a.slug for a in real.on(first)} == {"east-surrey", "west-surrey"}
    assert (len(real.on(last)), len(real.on(first))) == (153, 154)
    assert [a.slug for a in real.predecessors("west-surrey")] == ["surrey"]


def test_without_the_list_no_code_is_called_wrong(tmp_path: Path) -> None:
    """A list that is missing or broken has its own line, and the records have none."""
    root = support.sample(tmp_path)
    (root / "data/authorities.yml").unlink()
    assert support.lines(root) == ["data/authorities.yml:1: The file is missing, and the site needs it. Bring it back."]
    support.write(root, "data/authorities.yml", "- one\n")
    assert all(line.startswith("data/authorities.yml:") for line in support.lines(root))


def test_an_unread_record_is_not_held_against_the_others(tmp_path: Path) -> None:
    """What a broken record may have said is not known: only its own line is shown."""
    root = support.sample(tmp_path)
    support.write(root, OVENBY, (root / OVENBY).read_bytes() + b"url\n")
    assert support.lines(root) == [
        f'{OVENBY}:9: The line has no colon. Write `field: "value"`, and keep a value on one line.'
    ]


def test_a_version_that_was_changed_is_not_held_against_its_records(tmp_path: Path) -> None:
    """A changed byte of a published text has a line of its own, and not one for each signatory."""
    root = support.sample(tmp_path)
    text = "commitment/versions/1.0.0.md"
    support.write(root, text, (root / text).read_bytes().replace(b"hot", b"hut"))
    assert not [line for line in support.lines(root) if line.startswith("commitment/signatories/")]
