"""`accord queue` and `accord confirm`: what a steward sees of a claim, what confirming changes, what is refused."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from accord.steward.queue import PROMISED
from tests import support
from tests.steward_made import Made, founded, typed, unfounded

PAGE = "https://www.example.org/minutes?item=7&part=2"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Return a sealed register in which one council has a web domain."""
    found = unfounded(tmp_path)
    file = found.root / "data" / "authorities.yml"
    file.write_text(f"{file.read_text()}    domains:\n      - crumbshire.gov.uk\n")
    assert found.found() == 0
    assert found.seal("north", "south") == 0
    return found


def council(made: Made, **more: str) -> str:
    """Make the council's claim, and return its path."""
    return made.sign("crumbshire", kind="", organisation="", **{"role": "Head of Ovens", **more})


def withdrawal(made: Made, day: str) -> str:
    """Lay down the council's withdrawal, though its signing is not sealed yet."""
    path = f"commitment/signatories/crumbshire/{day}-withdrawn.yml"
    values = {"event": "withdrawn", "signatory": "crumbshire", "date": day, "role": "Board", "reason": "We stop."}
    (made.root / path).write_text("".join(f'{name}: "{value}"\n' for name, value in values.items()))
    return path


def test_all_that_there_is_to_know(made: Made) -> None:
    """Oldest first; with days, the link and whose it is, what would change, and the command."""
    second = made.sign("dawn-bakers", organisation="Dawn Bakers", date="2026-05-31")
    first = council(made, date="2026-05-10", decided="2026-05-06", decision_url=PAGE)
    assert made.run("queue") == 0
    assert made.said.index(first) < made.said.index(second)
    assert "10 May 2026: Crumbshire signed version 1.1.0. By: Head of Ovens. Decided on 6 May 2026." in made.said
    assert f"Waits 22 of the {PROMISED} days that are promised: 8 too many." in made.said
    assert f"Look at {PAGE}: NOT on a domain that we know of it (crumbshire.gov.uk)." in made.said
    assert "crumbshire: not on the register → Signed, in force since 1 June 2026" in made.said
    assert f"accord confirm crumbshire --target {made.digest(first)} --method METHOD" in made.said
    assert "It names no page to look at." in made.said
    assert "2 records wait for a steward." in made.said
    assert made.run("queue", "dawn-bakers") == 0
    assert first not in made.said


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://democracy.crumbshire.gov.uk/x", "a site of Crumbshire"),
        ("https://crumbshire.gov.uk", "a site of Crumbshire"),
        ("https://crumbshire.gov.uk.example.org/", "NOT on a domain"),
        ("https://notcrumbshire.gov.uk/", "NOT on a domain"),
        ("https://www.example.org/crumbshire.gov.uk", "NOT on a domain"),
        ("https://www.example.org?x=.crumbshire.gov.uk", "NOT on a domain"),
        ("https://www.example.org#.crumbshire.gov.uk", "NOT on a domain"),
    ],
)
def test_whose_site_a_link_leads_to(made: Made, url: str, said: str) -> None:
    council(made, decision_url=url)
    assert made.run("queue", "crumbshire") == 0
    assert f"Look at {url}: {said}" in made.said


def test_names_that_read_like_another(made: Made) -> None:
    """Another claim's is told; that of a council or of a signatory that counts, the rules refuse."""
    made.sign("dawn-bakers", organisation="Dawn Bakers")
    made.sign("the-dawn", organisation="DAWN BÅKERS")
    for slug, other in (("dawn-bakers", "the-dawn"), ("the-dawn", "dawn-bakers")):
        assert made.run("queue", slug) == 0
        assert f"Its name reads like that of another claim: {other}." in made.said
    assert made.confirm("commitment/signatories/dawn-bakers/2026-06-01-signed.yml") == 0
    assert made.run("queue", "the-dawn") == 0
    assert "Against it" in made.said
    assert 'The name reads like that of "Dawn Bakers" (dawn-bakers).' in made.said


def test_what_each_event_would_change(made: Made) -> None:
    """A review moves the next one, a correction a value, a succession two names, a withdrawal ends."""
    assert made.confirm(made.sign("dawn-bakers", date="2026-05-15")) == 0
    target = made.digest("commitment/signatories/dawn-bakers/2026-05-15-signed.yml")
    assert made.seal("north") == 0
    made.sign("dawn-bakers", "withdrawn", reason="We close.")
    made.sign("dawn-bakers", "succeeded", successor="crumbshire", reason="The council bakes now.")
    assert made.run("sign", "--event", "corrected", "--signatory", "dawn-bakers", "--target", "2026-05-15-signed",
                    "--field", "role", "--value", "Board", "--reason", "A slip.") == 0  # fmt: skip
    assert made.run("queue", "dawn-bakers") == 0
    assert "→ Withdrawn on 1 June 2026" in made.said
    assert "dawn-bakers: Signed, in force since 1 June 2026" in made.said
    assert "followed by crumbshire" in made.said
    assert "crumbshire: not on the register → Inherits since 1 June 2026" in made.said
    assert "role of commitment/signatories/dawn-bakers/2026-05-15-signed.yml: Owners → Board" in made.said
    assert target in made.said


def test_what_speaks_against_a_claim(made: Made) -> None:
    """The rules' own lines; such a claim gets no command, and can't be confirmed. The reply says what to put right."""
    path = council(made, decision_url=PAGE)
    file = made.root / path
    file.write_text(file.read_text().replace("Head of Ovens", "Mr Ovens"))
    line = f'{path}:6: role: The office begins with a person\'s title ("Mr"). Name the office, never who holds it.'
    assert made.run("queue") == 0
    assert f"  Against it: {line}" in made.said
    assert "--target" not in made.said
    before = made.files()
    assert made.confirm(path) == 1
    assert line in made.said
    assert "Nothing is confirmed." in made.said
    assert made.files() == before
    assert made.run("queue", "crumbshire", "--reply") == 0
    assert "- role: The office begins with a person's title" in made.said
    assert "Any one of these is enough" not in made.said


def test_a_reply_to_copy(made: Made) -> None:
    """It names the record by file and digest, what would be enough and how to appeal, in lines of plain text."""
    path = council(made, decision_url=PAGE, decided="2026-05-20")
    assert made.run("queue", "crumbshire", "--reply") == 0
    for words in (path, made.digest(path), PAGE, "a published minute", "You can appeal", "Crumbshire"):
        assert words in made.said
    assert "Head of Ovens" not in made.said
    assert made.said.isascii()
    assert not re.search(r"[{}<>]|^ *$\n^ *$", made.said, re.MULTILINE)
    assert made.run("queue", "--reply") == 2
    assert made.run("queue", "crumbshir") == 2
    assert 'Did you mean "crumbshire"?' in made.said


def test_the_days_are_those_of_the_governance() -> None:
    """The reply promises no other days than the page that decides about them."""
    governance = (support.ROOT / "GOVERNANCE.md").read_text()
    reply = (support.CODE / "steward" / "reply.txt").read_text()
    assert f"The target is {PROMISED} days" in governance
    appeals = governance.partition("## Appeals")[2].partition("## ")[0]
    days = re.findall(r"within (\d+) days", reply)
    assert days
    assert set(days) <= set(re.findall(r"within (\d+) days", appeals))


def test_a_record_that_nobody_can_read(made: Made) -> None:
    """It waits for nobody, and is told."""
    path = made.root / "commitment/signatories/dawn-bakers/2026-06-01-signed.yml"
    path.parent.mkdir(parents=True)
    path.write_text("event: signed\n")
    assert made.run("queue") == 0
    assert "2026-06-01-signed.yml:1: The colon is not followed by one space" in made.said
    assert "0 records wait" in made.said


def test_confirmed_by_options(made: Made) -> None:
    """The record has one form; it counts once it is sealed, and what follows from it can be confirmed before."""
    path = council(made, decision_url=PAGE)
    assert made.confirm(path, "--method", "minute", "--checked-url", PAGE) == 0
    record = made.root / "commitment/signatories/crumbshire/2026-06-01-confirmed.yml"
    assert record.read_text() == (
        'event: "confirmed"\nsignatory: "crumbshire"\ndate: "2026-06-01"\n'
        f'target: "{made.digest(path)}"\nmethod: "minute"\nchecked_url: "{PAGE}"\n'
    )
    assert "accord seal --key" in made.said
    assert made.run("queue") == 0
    assert "0 records wait" in made.said
    assert "1 more confirmed, and not sealed yet" in made.said
    assert made.confirm(withdrawal(made, "2026-06-01")) == 1  # no seal could cover the two together
    assert "Sign from the next day on." in made.said
    assert made.confirm(withdrawal(made, "2026-06-02"), "--method", "meeting", "--as-of", "2026-06-02") == 0
    made.as_of = "2026-06-02"
    assert made.seal("north") == 0
    assert made.run("status", "crumbshire") == 0
    assert "Withdrawn on 2 June 2026" in made.said
    assert made.run("check") == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("crumbshire", "--target", "{nearly}", "--method", "letter"), 'Did you mean "{digest}"?'),
        (("crumbshire", "--target", "sha256:0", "--method", "letter"), "One that waits is {digest}."),
        (("dawn-bakers", "--target", "{digest}", "--method", "letter"), "Give its signatory: crumbshire."),
        (("crumbshir", "--target", "sha256:0", "--method", "letter"), 'Did you mean "crumbshire"?'),
        (("crumbshire", "--target", "{digest}", "--method", "minute", "--checked-url", "http://x.example.org"),
         "checked_url: The address does not start with https://."),
    ],
)  # fmt: skip
def test_what_can_not_be_confirmed(made: Made, words: tuple[str, ...], said: str) -> None:
    digest = made.digest(council(made))
    parts = {"digest": digest, "nearly": f"{digest[:-1]}{'0' if digest[-1] != '0' else '1'}"}
    before = made.files()
    assert made.run("confirm", *(word.format(**parts) for word in words)) == 1
    assert said.format(**parts) in made.said
    assert made.files() == before


def test_a_second_confirmation(made: Made) -> None:
    path = council(made)
    assert made.confirm(path) == 0
    for _ in range(2):
        before = made.files()
        assert made.confirm(path) == 1
        assert (
            "This record is confirmed already: commitment/signatories/crumbshire/2026-06-01-confirmed.yml." in made.said
        )
        assert made.files() == before
        made.seal("north")


@pytest.mark.parametrize(
    ("words", "missing"),
    [((), "SLUG, --target"), (("{slug}",), "SLUG, --target"), (("{slug}", "--target", "{digest}"), "--method"),
     (("{slug}", "--target", "{digest}", "--method", "domain"), "--checked-url")],
)  # fmt: skip
def test_nobody_to_ask(made: Made, words: tuple[str, ...], missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = council(made)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert made.run("confirm", *(word.format(slug="crumbshire", digest=made.digest(path)) for word in words)) == 2
    assert f"accord confirm: missing: {missing}." in made.said


def test_one_by_one_in_a_terminal(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Confirm, skip, stop; the page is taken from the decision link; a claim with faults is passed over."""
    first = council(made, date="2026-05-10", decision_url=PAGE)
    bad = made.sign("bad-bakers", date="2026-05-11")
    (made.root / bad).write_text((made.root / bad).read_text().replace("Owners", "Mr Baker"))
    made.sign("dawn-bakers", date="2026-05-12")
    ending = withdrawal(made, "2026-05-13")
    made.sign("late-bakers", date="2026-05-14")
    typed(monkeypatch, "what?", "confirm", "minut", "minute", "", "skip", "c", "letter", "stop")
    assert made.run("confirm") == 0
    assert "5 of 5" in made.said
    assert 'is not one of the choices. Did you mean "minute"?' in made.said
    assert "2 of 5 confirmed." in made.said
    assert len([path for path in made.files() if "confirmed" in path]) == 2
    text = (made.root / "commitment/signatories/crumbshire/2026-06-01-confirmed.yml").read_text()
    assert made.digest(first) in text
    assert f'checked_url: "{PAGE}"' in text
    assert (
        made.digest(ending) in (made.root / "commitment/signatories/crumbshire/2026-06-01-confirmed-2.yml").read_text()
    )


def test_stopped_in_a_terminal(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of the input ends it, and what was confirmed before stays."""
    made.sign("dawn-bakers", date="2026-05-12")
    made.sign("late-bakers", date="2026-05-14")
    typed(monkeypatch, "confirm", "letter", "confirm")
    assert made.run("confirm") == 130
    assert "Stopped. Nothing more is confirmed." in made.said
    assert len([path for path in made.files() if "confirmed" in path]) == 1


def test_where_nobody_could_seal(tmp_path: Path) -> None:
    """No steward, or a seal that waits for another office: the queue shows, and nothing is confirmed."""
    made = unfounded(tmp_path)
    path = made.sign("dawn-bakers")
    assert made.run("queue") == 0
    assert "This register has no steward yet" in made.said
    assert made.confirm(path) == 1
    assert "accord found" in made.said
    assert made.found() == 0
    assert made.seal("north") == 0
    assert made.confirm(path) == 1
    assert "waits for another office" in made.said
    assert made.seal("south") == 0
    assert made.confirm(path) == 0


def test_a_seal_that_is_broken(tmp_path: Path) -> None:
    """Then nothing counts, and the queue would show what is confirmed as waiting."""
    made = founded(tmp_path)
    made.sign("dawn-bakers")
    (made.root / "commitment/seals/2026-06-01.sha256.south.sig").write_text("no signature\n")
    for command in ("queue", "confirm"):
        assert made.run(command, *(("dawn-bakers", "--target", "x") if command == "confirm" else ())) == 1
        assert "The seals do not hold: commitment/seals/2026-06-01.sha256.south.sig" in made.said
