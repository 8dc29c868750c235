"""The list of authorities: the real one is whole, names lead to the right council, and Surrey ends on its day.

The names and hosts are a table, cases/authorities.yml.
"""

from __future__ import annotations

from datetime import date

import pytest

from accord.files.characters import strange
from accord.project import reading
from accord.project.rules_all import Inputs
from accord.register.authorities import Authorities, Authority, authorities
from accord.register.authority_names import find, forms, named, reads_like, suggestion
from accord.register.rules.record_authorities import check as judged
from tests import support
from tests.registers import written

OVENBY = "commitment/signatories/ovenby/2025-02-01-signed.yml"
LIST = "data/authorities.yml"
TABLE = support.table("authorities")
LEEDS = Authority("E08000035", "Leeds", "", "", "leeds", domains=("leeds.gov.uk", "leeds.example"))
RENAMED = Authority("E1", "New", "", "", "new", earlier_names=(("Old", date(2027, 4, 1)), ("Newer", date(2028, 4, 1))))


@pytest.fixture(scope="module")
def real() -> Authorities:
    return authorities(reading.load(support.ROOT))


def test_the_real_list(real: Authorities) -> None:
    """153 authorities today, each with a short name that people would guess, a council's name and a domain.

    Surrey is one authority to 31 March 2027, and two from 1 April.
    """
    today = {a.slug: a for a in real.on(date(2026, 11, 22))}
    assert len(today) == 153
    assert all(a.code and a.domains and a.common_names for a in today.values())
    assert {"kingston-upon-hull", "bristol", "st-helens", "city-of-london", "isles-of-scilly"} <= {*today}
    assert [(today[slug].code, today[slug].former_codes) for slug in ("barnsley", "sheffield")] == [
        ("E08000038", ("E08000016",)), ("E08000039", ("E08000019",)),
    ]  # fmt: skip
    for day, there, number in (("2027-03-31", {"surrey"}, 153), ("2027-04-01", {"east-surrey", "west-surrey"}, 154)):
        found = {a.slug for a in real.on(date.fromisoformat(day))}
        assert ({"surrey", "east-surrey", "west-surrey"} & found, len(found)) == (there, number)
    assert [a.slug for a in real.predecessors("west-surrey")] == ["surrey"]


def test_names_that_people_use_are_found_by_their_words(real: Authorities) -> None:
    """What is meant comes first, and never one that only has the letters ("Durham", Oldham; "Harlow", Harrow).

    Three are guessed. The signing page finds the same (tests/browser/test_sign_answers.py).
    """
    for words, slugs in TABLE["found"].items():
        assert [authority.slug for authority in find(real.all, words)] == slugs, words
    for words, slugs in TABLE["typed"].items():
        assert {authority.slug for authority in named(real.all, words) or find(real.all, words)} == {*slugs}, words
    assert suggestion(real.all, "kingston") == ' Did you mean "kingston-upon-thames" or "kingston-upon-hull"?'
    assert suggestion(real.all, "nowhere") == ""


def test_each_is_found_first_by_each_of_its_names(real: Authorities) -> None:
    """The name, the council's and the short name, of all of them."""
    known = forms(real.all)
    for authority in real.all:
        for name in (*authority.names, authority.slug, f"{authority.name} Council".upper()):
            assert known[reads_like(name)] == [authority], name


def test_what_reads_like_another(real: Authorities) -> None:
    """Case, signs, accents, look-alike letters and what says "a council" do not tell two names apart.

    A trust or charity that has the name of a place in its own is itself. An accent that the table forgets would make a
    second Leeds.
    """
    for name, others in TABLE["alike"].items():
        assert {reads_like(other) for other in others} == {reads_like(name)}, name
    for name in TABLE["organisations"]:
        assert reads_like(name)
        assert named(real.all, name) == [], name
    known = forms(real.all)
    for more in ("Children's Trust", "Mind", "CVS", "Youth Zone", "Foundation", "Cares"):
        made = [each for a in real.all for each in (f"{a.name} {more}", f"{more} {a.name}")]
        assert [each for each in made if reads_like(each) in known] == []
    letters = [chr(n) for n in range(0xA1, 0x2100) if chr(n).isalpha() and not strange(chr(n))]
    assert len(letters) > 190
    assert [letter for letter in letters if not reads_like(f"x{letter}x")[1:-1]] == []


def test_whose_host_it_is() -> None:
    """A domain of the council or below one, and nothing that only looks so. An empty list is not a list of all."""
    hosts = TABLE["hosts"]
    assert [host for host in (*hosts["own"], *hosts["other"]) if LEEDS.owns(host)] == hosts["own"]
    assert not RENAMED.owns("leeds.gov.uk")


def test_a_name_is_that_of_the_day() -> None:
    """An earlier name holds to the day before its `until`."""
    days = (date(2026, 1, 1), date(2027, 3, 31), date(2027, 4, 1), date(2028, 3, 31), date(2028, 4, 1))
    assert [RENAMED.name_on(day) for day in days] == ["Old", "Old", "Newer", "Newer", "New"]


def test_who_signs_in_surrey() -> None:
    """The county to its last day; and neither of the two before its first, or without a code of its own."""
    for slug, day, code, said in TABLE["surrey"]:
        files = support.files()
        files.put(LIST, (support.ROOT / LIST).read_bytes())
        fields = {"event": "signed", "signatory": slug, "date": day, "kind": "local-authority", "ons_code": code}
        files.put(f"commitment/signatories/{slug}/{day}-signed.yml", written(fields))
        found = [p for p in judged(Inputs(reading.load(files), date.fromisoformat(day))) if f"/{slug}/" in p.path]
        assert [p.wrong.startswith(said) for p in found] == ([True] if said else []), found


def test_what_is_broken_has_its_own_line_and_no_other() -> None:
    """A list that is missing or broken, a broken record, a published text in which a byte was changed."""
    files = support.files()
    files.drop(LIST)
    assert support.lines(files) == [f"{LIST}:1: The file is missing, and the site needs it. Bring it back."]
    files.put(LIST, b"- one\n")
    assert all(line.startswith(f"{LIST}:") for line in support.lines(files))
    files = support.files()
    files.put(OVENBY, files.raw(OVENBY) + b"url\n")
    assert support.lines(files) == [
        f'{OVENBY}:9: The line has no colon. Write `field: "value"`, and keep a value on one line.'
    ]
    files, text = support.files(), "commitment/versions/1.0.0.md"
    files.put(text, files.raw(text).replace(b"hot", b"hut"))
    assert not [line for line in support.lines(files) if line.startswith("commitment/signatories/")]
