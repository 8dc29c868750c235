"""`accord receive`: finds a record in what came, makes right what is plain, and never what a value says."""

from __future__ import annotations

import io
import re
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.files.problem import Unusable
from accord.register.writing import make, receiving
from tests import support
from tests.steward_made import Made, S, founded

VERSION = "sha256:31b169320bb5c41eaa2c166c41b5b8e8680c67d75db3f6429adf38f54b2a62cd"
STATEMENT = 'We sign because our eaters asked us: "What is in it?" Nobody knew, and now everybody can look at the list.'
VALUES = {
    "event": "signed", "signatory": "dawn-bakers", "date": "2026-06-01", "kind": "organisation",
    "organisation": "The Dawn Bakers", "role": "Chair of the Bakers", "decided": "2026-05-28",
    "decision_url": "https://www.example.org/minutes/2026/may?item=7&part=the-decision-to-sign-the-commitment",
    "version": "1.1.0", "digest": VERSION, "statement": STATEMENT,
}  # fmt: skip
SENT = "".join(f'{name}: "{make.escaped(value)}"\n' for name, value in VALUES.items())
PATH = f"{S}/dawn-bakers/2026-06-01-signed.yml"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return founded(tmp_path)


def receive(made: Made, text: str | bytes, name: str = "Re_ Our record (1).txt") -> int:
    file = made.keys / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return made.run("receive", str(file))


def wrapped(text: str, width: int = 72) -> str:
    """Break lines as a mail program does: at spaces, and an address where it likes."""
    rows, left = [], text.splitlines()
    while left:
        line = left.pop(0)
        at = line.rfind(" ", 12, width) if len(line) > width else len(line)
        rows.append(line[: at if at > 0 else width])
        left[:0] = [rest] if (rest := line[at + 1 if at > 0 else width :]) else []
    return "\n".join(rows) + "\n"


def marked(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.splitlines())


def curly(text: str) -> str:
    return "\n".join(f"{name}: “{value[1:-1]}”" for name, value in (line.split(": ", 1) for line in text.splitlines()))


MAIL = """Dear stewards,

please find our record below. Its url: is in our minutes.

{}
Kind regards
Date: tomorrow
Role: none
"""
HEAD = "From: Jo <jo@example.org>\nDate: Mon, 1 Jun 2026 10:00\nSubject: Our record\nVersion: 1.0\n\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SENT, ""),
        (MAIL.format(SENT), ""),
        (MAIL.format(f"```\n{SENT}```\n"), ""),
        (HEAD + SENT, ""),
        (f"{SENT}\nOn Monday somebody wrote:\n{marked(SENT)}", "marks of an answer (>)"),
        (SENT.replace("\n", "\r\n"), "line ends"),
        (SENT.replace("\n", "\r\n").rstrip(), "line ends"),
        (f"\ufeff{SENT}", ""),
        (SENT.encode("utf-16"), ""),
        (SENT.replace("\n", "\n\n"), "the form of some lines"),
        (SENT.replace(": ", ":\t").replace("\n", " \t\n"), "spaces, and signs that show nothing"),
        (SENT.replace("Dawn Bakers", "Dawn\u00a0\u200bBakers"), "spaces, and signs that show nothing"),
        ("".join(sorted(SENT.splitlines(keepends=True))), "order of the fields"),
        (MAIL.format(wrapped(SENT)), "lines joined: decision_url, digest and statement"),
        (MAIL.format(wrapped(SENT, 40)), "lines joined: decision_url, digest and statement"),
        (MAIL.format(marked(SENT)), "marks of an answer (>)"),
        (MAIL.format(marked(wrapped(SENT))), "lines joined"),
        (curly(SENT), "quotation marks: event, signatory, date"),
        (MAIL.format(f"{curly(wrapped(SENT, 2000))}\n"), "quotation marks: event"),
        (SENT.replace('signed"', "signed”").replace('"dawn', "“dawn"), "quotation marks: event and signatory"),
        (SENT.replace('"signed"', "'signed'").replace('"dawn-bakers"', "dawn-bakers"), "quotation marks: event"),
        (SENT.replace('Bakers"\n', "Bakers\n"), "quotation marks: organisation and role"),
        (SENT.replace('"Chair', "Chair"), "quotation marks: role"),
        ("\n".join(line[:1].upper() + line[1:] for line in SENT.splitlines()), "the form of some lines"),
        (SENT.replace('\\"What is in it?\\"', '"What is in it?"'), "the form of some lines"),
        (SENT.replace("event: ", "event : "), "the form of some lines"),
        (re.sub(r'(?<!\\)"', "", SENT).replace("\\", ""), "quotation marks: event"),
    ],
)
def test_what_is_plain_is_made_right(made: Made, text: str | bytes, said: str) -> None:
    """To the very bytes that were sent, whatever mail programs and word processors did; and it says what it did."""
    assert receive(made, text) == 0, made.said
    assert (made.root / PATH).read_text() == SENT
    assert PATH in made.said
    assert said in made.said
    assert ("Made right" in made.said) == bool(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SENT.replace('role: "Chair of the Bakers"', 'role: "Chair of\nthe Bakers'), "role: It is not plain where"),
        (SENT.replace('role: "Chair of the Bakers"', "role: Chair of\nthe Bakers"), "role: It is not plain where"),
        (SENT.replace('role: "Chair of the Bakers"', 'role: "Chair" of the "Bakers'), "role: It is not plain where"),
        (SENT.replace("role:", "rule:"), ":6: This line is in the midst of the record"),
        (SENT.replace("decided:", "Some words.\ndecided:"), ":7: This line is in the midst of the record"),
        (f'{SENT}role: "Owner"\n', 'role: The field stands twice, and says "Chair of the Bakers" before.'),
        (SENT.replace('look at the list."', "look\nurl: at it.”"), "statement: It is not plain where"),
        ("Dear stewards, we sign.\n", "No line of a record is in it."),
        ("", "No line of a record is in it."),
        (SENT.replace('"signed"', '"confirmed"'), "A confirmation never comes from outside."),
        (SENT.replace("Bakers", "Båkers").encode("latin-1"), "This is no UTF-8 text."),
        (f"Content-Transfer-Encoding: quoted-printable\n\n{SENT}", "This is an e-mail with all its codes."),
        ("x" * (64 * 1024 + 1), "This is larger than 64 KiB."),
        # What the check says of a claim that somebody brings
        (SENT.replace("Chair of", "Mrs Baker,"), f"{PATH}:6: role: The office begins with a person's title"),
        (SENT.replace('"2026-06-01"', '"2026-06-09"'), "date: The day 2026-06-09 has not come: today is 2026-06-01."),
        (SENT.replace('"1.1.0"', '"9.0.0"'), "version: There is no version 9.0.0."),
        (SENT.replace('"dawn-bakers"', '"../../etc"'), 'signatory: "../../etc" has the wrong form.'),
        (SENT.replace('"dawn-bakers"', '"Dawn Bakers"'), 'signatory: "Dawn Bakers" has the wrong form.'),
        (SENT.replace('"signed"', '"Signed"'), "event: There is no such event."),
        (SENT.replace("The Dawn", "The ☃ Dawn"), "a sign that no record can hold"),
        (SENT.replace('role: "Chair of the Bakers"\n', ""), 'The field "role" is missing.'),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_said(made: Made, text: str | bytes, said: str) -> None:
    """And nothing is written."""
    before = made.files()
    assert receive(made, text) == 1
    assert said in made.said
    assert made.files() == before


def test_a_second_of_one_day(made: Made) -> None:
    """It gets its number; the very same once more is refused."""
    assert receive(made, SENT) == 0
    assert receive(made, SENT) == 1
    assert "The record is the same as" in made.said
    assert receive(made, SENT.replace("Chair", "Board")) == 0
    assert PATH.replace(".yml", "-2.yml") in made.said


def test_the_digest_that_came_with_it(made: Made) -> None:
    """Shows whether what was made right is what was sent."""
    assert receive(made, f"Its digest: sha256:{'0' * 64}\n\n{SENT}") == 0
    assert "Another came with it, so compare every line" in made.said
    own = made.digest(PATH)
    (made.root / PATH).unlink()
    assert receive(made, f"Its digest is {own}.\n\n{curly(wrapped(SENT, 2000))}\n") == 0
    assert "Its digest is the one that came with it" in made.said


def test_pasted(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SENT.encode())))
    assert made.run("receive", "-") == 0
    assert (made.root / PATH).read_text() == SENT


def test_files_that_are_none(made: Made, tmp_path: Path) -> None:
    for path in (tmp_path / "gone", tmp_path):
        assert made.run("receive", str(path)) == 1
        assert "Nothing is written" in made.said


@pytest.mark.parametrize(
    "text",
    ['statement: "\n' + "x\n" * 32_000, 'role: "x\n' * 8_000, "event: x\n" * 7_000, '"' * 65_000, "> " * 32_000,
     "role: " + '\\"' * 32_000, "role:\n" * 10_000],
)  # fmt: skip
def test_hostile_text_is_answered_soon(made: Made, text: str) -> None:
    """Within two seconds, and in few lines."""
    began = time.process_time()
    assert receive(made, text) == 1
    assert time.process_time() - began < support.SLOWEST
    assert len(made.said.splitlines()) < 15


ALLOWED = st.text("abc \\\"'“”‘’>:-é=", min_size=1, max_size=60).filter(lambda t: t == " ".join(t.split()))


@given(role=ALLOWED, statement=ALLOWED)
def test_a_good_record_is_read_as_it_is(role: str, statement: str) -> None:
    """Whatever its values hold: what needs nothing made right is never changed."""
    values = {**VALUES, "role": role, "statement": statement}
    raw = make.encode(values, [])
    found = receiving.Reading("mail", receiving.text(raw))
    assert (found.values, found.problems, found.changed) == (values, [], {})


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from([*SENT.splitlines(), '"', "“", "role: ", "> ", "x"])).map("\n".join)
)
def test_any_text_is_answered(text: str) -> None:
    """With values or a sentence, and no value that the text does not hold."""
    try:
        found = receiving.Reading("mail", receiving.text(text.encode("utf-8", "replace")))
    except Unusable:
        return
    assert all(problem.wrong and problem.cure for problem in found.problems)
