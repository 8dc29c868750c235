"""Bad files of answers, byte by byte: what a text file in git cannot hold well, and what nobody should send."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import support
from tests.test_rules_bytes import Case, outcome

SITE = "data/local/site.yml"
JSON = "data/local/assessments/oven.json"
SETTINGS = (support.BAD / "local_notes" / "other-name" / SITE).read_bytes()
HEAD = b"""{"format": "accord-answers-1", "guidance": "0.1.0", "saved": "2026-05-01",
 "project": {"name": "The oven", "organisation": "Ovenby", "purpose": "Bread is late.", "office": "Head baker"}"""
AGAIN = "Save or download the file again, and do not edit it by hand."
QUOTES = "Put it in double quotes, or delete the field."
HIDDEN = "Delete it, and type the words again."
OVER = "A text goes on over the end of its line. Write \\n for a new line, and close the quotes."
ESCAPE = "A backslash stands before a sign that it may not stand before. Write the backslash twice."
FIELDS = "Delete it. The fields are format, guidance, saved, project, decision and answers."
PLAIN = "Save it as plain UTF-8, without BOM."


def fine(rest: bytes = b"") -> bytes:
    """Return a sound file, with `rest` before its end."""
    return HEAD + rest + b"}\n"


def note(raw: bytes) -> bytes:
    """Return a file with one answer whose note is the JSON `raw`."""
    return fine(b',\n "answers": {"warmth-q1": {"asked": "000000000000", "notes": ' + raw + b"}}")


def lay(name: str, raw: bytes) -> Callable[[Path], object]:
    def spoil(root: Path) -> None:
        support.write(root, SITE, SETTINGS)
        support.write(root, name, raw)

    return spoil


def json(name: str, raw: bytes, *wrong: str) -> Case:
    """Return a case of a JSON file. Each of `wrong` is a line without the file's name."""
    return Case(name, lay(JSON, raw), tuple(f"{JSON}:{line}" for line in wrong))


TABLE = (
    json(
        "a file that is too large",
        fine(b" " * 1024 * 1024),
        "1: The file is larger than 1,024 KiB. Shorten notes, and link to what is longer.",
    ),
    json("a byte order mark", b"\xef\xbb\xbf" + fine(), f"1: The file starts with a byte order mark (BOM). {PLAIN}"),
    json("UTF-16", fine().decode().encode("utf-16"), f"1: The file is not UTF-8 text. {PLAIN}"),
    json(
        "Latin-1 on its second line", fine().replace(b"Ovenby", b"\xd6venby"), f"2: The file is not UTF-8 text. {PLAIN}"
    ),
    json("an empty file", b"", "1: The file is empty. Choose a file that a worksheet saved."),
    json("a file of spaces", b" \n\n", "1: The file is empty. Choose a file that a worksheet saved."),
    json(
        "a file that ends within a text", fine()[:30], f"1: The file ends too early: a part of it is missing. {AGAIN}"
    ),
    json(
        "a file that ends within a block", fine()[:-2], f"2: The file ends too early: a part of it is missing. {AGAIN}"
    ),
    json(
        "a file that ends where a value should stand",
        b'{"format":',
        f"1: format: The file ends too early: a part of it is missing. {AGAIN}",
    ),
    json("two blocks", fine() + fine(), f"3: Something stands after the end of the answers. {AGAIN}"),
    json("an end mark after the block", fine() + b";", f"3: Something stands after the end of the answers. {AGAIN}"),
    json("a list", b"[]", "1: The value has the wrong form. Write a block of fields."),
    json("a text", b'"answers"', "1: The value has the wrong form. Write a block of fields."),
    json("a web page", b"<!doctype html><script>alert(1)</script>", f'1: "<" stands where a value should. {AGAIN}'),
    json("a program", b"alert(1)", f"1: The value is a word without quotes and not text. {QUOTES}"),
    json(
        "a comment", fine(b", // a comment\n"), f'2: "/" stands where a field\'s name in double quotes should. {AGAIN}'
    ),
    json(
        "a field without quotes",
        fine(b", answers: {}"),
        f'2: "a" stands where a field\'s name in double quotes should. {AGAIN}',
    ),
    json(
        "a field in single quotes",
        fine(b", 'answers': {}"),
        f"2: \"'\" stands where a field's name in double quotes should. {AGAIN}",
    ),
    json(
        "a comma before the closing brace",
        fine(b","),
        f'2: "}}" stands where a field\'s name in double quotes should. {AGAIN}',
    ),
    json(
        "a comma that is missing",
        fine(b' "answers": {}'),
        f"2: A quotation mark stands where a comma or a closing brace should. {AGAIN}",
    ),
    json("a colon that is missing", fine(b', "answers" {}'), f'2: answers: "{{" stands where a colon should. {AGAIN}'),
    json(
        "a list without a comma",
        fine(b', "answers": {"warmth-q1": {"evidence": [{"text": "a"} {"text": "b"}]}}'),
        f'2: answers/warmth-q1/evidence: "{{" stands where a comma or a closing bracket should. {AGAIN}',
    ),
    json(
        "a list with a comma too many",
        fine(b', "answers": {"warmth-q1": {"evidence": [{"text": "a"},]}}'),
        f'2: answers/warmth-q1/evidence/2: "]" stands where a value should. {AGAIN}',
    ),
    json("a number", note(b"12"), f"3: answers/warmth-q1/notes: The value is a number and not text. {QUOTES}"),
    json(
        "a number below nothing",
        note(b"-1e999"),
        f"3: answers/warmth-q1/notes: The value is a number and not text. {QUOTES}",
    ),
    json("a yes", note(b"true"), f"3: answers/warmth-q1/notes: The value is true or false and not text. {QUOTES}"),
    json("nothing", note(b"null"), f"3: answers/warmth-q1/notes: The value is nothing (null) and not text. {QUOTES}"),
    json(
        "not a number",
        note(b"NaN"),
        f"3: answers/warmth-q1/notes: The value is a word without quotes and not text. {QUOTES}",
    ),
    json(
        "infinity",
        note(b"Infinity"),
        f"3: answers/warmth-q1/notes: The value is a word without quotes and not text. {QUOTES}",
    ),
    json("a line end in a text", note(b'"one\ntwo"'), f"3: answers/warmth-q1/notes: {OVER}"),
    json("a Windows line end in a text", note(b'"one\r\ntwo"'), f"3: answers/warmth-q1/notes: {OVER}"),
    json(
        "a tab in a text",
        note(b'"one\ttwo"'),
        "3: answers/warmth-q1/notes: A text holds a control character (U+0009). Delete it.",
    ),
    json(
        "a NUL in a text",
        note(b'"one\0two"'),
        "3: answers/warmth-q1/notes: A text holds a control character (U+0000). Delete it.",
    ),
    json(
        "an escaped NUL",
        note(b'"one\\u0000two"'),
        f"3: answers/warmth-q1/notes: The text holds a character that shows nothing (U+0000). {HIDDEN}",
    ),
    json(
        "an escape of a terminal",
        note(b'"\\u001b[31mred"'),
        f"3: answers/warmth-q1/notes: The text holds a character that shows nothing (U+001B). {HIDDEN}",
    ),
    json("an unknown escape", note(b'"C:\\x"'), f"3: answers/warmth-q1/notes: {ESCAPE}"),
    json("half an escape", note(b'"\\u12"'), f"3: answers/warmth-q1/notes: {ESCAPE}"),
    json(
        "half of a surrogate pair",
        note(b'"\\ud83d"'),
        f"3: answers/warmth-q1/notes: The text holds a character that shows nothing (U+D83D). {HIDDEN}",
    ),
    json(
        "the other half of a surrogate pair",
        note(b'"\\udc00 x"'),
        f"3: answers/warmth-q1/notes: The text holds a character that shows nothing (U+DC00). {HIDDEN}",
    ),
    json(
        "two first halves",
        note(b'"\\ud83d\\ud83d"'),
        f"3: answers/warmth-q1/notes: The text holds a character that shows nothing (U+D83D). {HIDDEN}",
    ),
    json(
        "text turned round",
        note('"safe \u202e txt.exe"'.encode()),
        f"3: answers/warmth-q1/notes: The text holds a character that shows nothing (U+202E). {HIDDEN}",
    ),
    json(
        "text turned round by an escape",
        note(b'"\\u2066x\\u2069"'),
        f"3: answers/warmth-q1/notes: The text holds a character that shows nothing (U+2066). {HIDDEN}",
    ),
    json(
        "a space that shows nothing",
        note('"a\u200bb"'.encode()),
        f"3: answers/warmth-q1/notes: The text holds a character that shows nothing (U+200B). {HIDDEN}",
    ),
    json(
        "a hidden sign in a field's name",
        fine(b', "ans\\u200dwers": {}'),
        f"2: The text holds a character that shows nothing (U+200D). {HIDDEN}",
    ),
    json(
        "many levels",
        fine(b', "answers": ' + b"[" * 100_000),
        "2: answers/1/1/1/1/1: The values are nested too deeply. Compare the file with one that a worksheet saved.",
    ),
    json(
        "a level too many", note(b'[[["x"]]]'), "3: answers/warmth-q1/notes: The value has the wrong form. Write text."
    ),
    json(
        "a field twice",
        fine(b',\n "saved": "2026-05-02"'),
        '3: saved: The field "saved" stands twice (first on line 1). Keep one of them.',
    ),
    json(
        "an answer twice",
        fine(b',\n "answers": {"warmth-q1": {},\n "warmth-q1": {}}'),
        '4: answers/warmth-q1: The field "warmth-q1" stands twice (first on line 3). Keep one of them.',
    ),
    json(
        "a name of JavaScript",
        fine(b', "__proto__": {"x": "y"}'),
        f'2: __proto__: There is no field "__proto__" here. {FIELDS}',
    ),
    json(
        "too many answers",
        fine(b', "answers": {%s}' % b",".join(b'"a-%d": {}' % n for n in range(2001))),
        "2: answers: The file holds 2,001 answers. Keep up to 2,000: one file is for one project.",
    ),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.name)
def test_a_bad_file_of_answers_gives_exactly_these_lines(case: Case) -> None:
    """The words, the line and the field are those of the table, in little time."""
    assert outcome(case).lines == case.expected
