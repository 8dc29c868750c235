"""Bad files of answers: bytes that nobody should send, values that the schema refuses, and what is not asked."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any

from tests.bad_inputs import Case

JSON = "data/local/assessments/oven.json"
YAML = "data/local/assessments/oven.yml"
CONTENT: dict[str, bytes] = {}  # of each case, by its name
GOOD: dict[str, Any] = {
    "format": "accord-answers-1",
    "guidance": "0.1.0",
    "saved": "2026-05-01",
    "project": {"name": "The oven", "organisation": "Ovenby", "purpose": "Bread is late.", "office": "Head baker"},
    "answers": {"warmth-q1": {"asked": "f544309a4c65"}},
}
SOUND = b"""format: accord-answers-1
guidance: "0.1.0"
saved: "2026-05-01"
project: {name: The oven, organisation: Ovenby, purpose: Bread is late., office: Head baker}
"""
CHANGED = (
    "The file is not one that a worksheet saved: a part of it is missing or was changed. "
    "Save or download the file again, and do not edit it by hand."
)
QUOTES = "stands without quotes. Put it in double quotes, or delete the field."
PLAIN = "Save it as plain UTF-8, without BOM."
FIELDS = "Fields stand where text should be. Write text, in double quotes where it holds a colon and a space."
A_LIST = "A list stands where text should be. Write text, in double quotes where it starts with a bracket."
SHAPE = "The value has the wrong form. Write"
LIST, WORD = "a list, one entry a line after a hyphen.", "one word: yes, not-yet or no."
EMPTY = "The field has no value. Write one, or delete the field."
ADDRESS = (
    "has the wrong form. Write an address such as https://www.example.org/page, with up to 500 characters and "
    "without spaces."
)
NO_CHARACTER = (
    "A backslash and a number name a character that does not exist. Type the character itself, without a backslash."
)


def raw(name: str, content: bytes, *wrong: str, path: str = JSON) -> Case:
    """Return a case of a file's bytes. Each of `wrong` is a line without the file's name."""
    CONTENT[f"answers, {name}"] = content

    def apply(files: Any) -> None:
        files.lay("sample_on/copy")
        files.put(path, content)

    return Case("reader", f"answers, {name}", apply, tuple(f"{path}:{line}" for line in wrong))


def yaml(name: str, content: bytes, *wrong: str) -> Case:
    return raw(name, content, *wrong, path=YAML)


def values(name: str, changes: dict[str, Any], *wrong: str) -> Case:
    """Return a case of a good file with other values, by their place such as `project/url`; None deletes one."""
    content = copy.deepcopy(GOOD)
    for place, value in changes.items():
        *above, last = place.split("/")
        block = content
        for step in above:
            block = block.setdefault(step, {})
        block[last] = value
        if value is None:
            del block[last]
    return raw(name, json.dumps(content, ensure_ascii=False).encode(), *(f"1: {line}" for line in wrong))


def note(content: bytes) -> bytes:
    """Return a good file of three lines with the JSON `content` as a note on its second."""
    start, end = json.dumps({**GOOD, "decision": {"reasons": "?"}}).encode().split(b'"?"')
    return start + b"\n" + content + b"\n" + end


WHOLE = json.dumps(GOOD, indent=1).encode()
ONE = "answers/warmth-q1"
BYTES = (
    raw("too large", WHOLE + b" " * 1024 * 1024, "1: The file is larger than 1,024 KiB. Split it, or shorten it."),
    raw("UTF-16", WHOLE.decode().encode("utf-16"),
        f"1: The file is UTF-16 text, which some editors call Unicode. {PLAIN}"),
    raw("Latin-1", WHOLE.replace(b"Ovenby", b"\xd6venby"), f"7: The file is not UTF-8 text. {PLAIN}"),
    raw("line ends of old Macs", b"{\r}", "1: The file has Windows line ends (CR LF). Save it with LF line ends."),
    raw("empty", b"", f"1: {CHANGED}"),
    raw("white space", b" \n\n", f"3: {CHANGED}"),
    raw("cut off", WHOLE[:40], f"3: {CHANGED}"),
    raw("two files", WHOLE * 2, f"16: {CHANGED}"),
    raw("a web page", b"<!doctype html><script>alert(1)</script>", f"1: {CHANGED}"),
    raw("a comment", note(b'"a" // a comment'), f"2: {CHANGED}"),
    raw("a name without quotes", note(b'"a", b: "c"'), f"2: {CHANGED}"),
    raw("single quotes", note(b"'a'"), f"2: {CHANGED}"),
    raw("a comma too many", note(b'"a",'), f"3: {CHANGED}"),
    raw("a line end in a text", note(b'"a\nb"'), f"2: {CHANGED}"),
    raw("an unknown escape", note(b'"C:\\x"'), f"2: {CHANGED}"),
    raw("many levels", note(b"[" * 100_000), f"1: {CHANGED}"),
    raw("a number", note(b"12"), f'2: decision/reasons: "12" {QUOTES}'),
    raw("more than any number", note(b"-1e999"), f'2: decision/reasons: "-1e999" {QUOTES}'),
    raw("a very long number", note(b"1" * 5000), f"1: {CHANGED}"),
    raw("a yes", note(b"true"), f'2: decision/reasons: "true" {QUOTES}'),
    raw("nothing", note(b"null"), f'2: decision/reasons: "null" {QUOTES}'),
    raw("not a number", note(b"NaN"), f'2: decision/reasons: "NaN" {QUOTES}'),
    raw("infinity", note(b"Infinity"), f'2: decision/reasons: "Infinity" {QUOTES}'),
    raw("a tab in a text", note(b'"a\tb"'), "2: The line has a tab. Use spaces."),
    raw("a NUL", note(b'"a\0b"'), "2: The line has a hidden character (U+0000). Delete it."),
    raw("a spelled NUL", note(b'"\\u0000"'), "2: The value spells a hidden character (U+0000). Delete it."),
    raw("a terminal's code", note(b'"\\u001b[31m"'), "2: The value spells a hidden character (U+001B). Delete it."),
    raw("half a letter", note(b'"\\ud83d"'), f"2: {NO_CHARACTER}"),
    raw("text turned round", note('"a \u202e b"'.encode()), "2: The line has a hidden character (U+202E). Delete it."),
    raw("a hidden name", b'{"\\u200d": ""}', "1: The value spells a hidden character (U+200D). Delete it."),
    raw(
        "a field twice",
        note(b'"a"},\n "saved": "2026-05-02", "x": {"y": "z"'),
        '3: saved: The field "saved" stands twice (first on line 1). Keep one of them.',
    ),
    yaml("an anchor", b"format: &a b\n", '1: The value has an anchor ("&a"). Delete the anchor, or quote the value.'),
    yaml("an alias", b"a: *a\n", '1: The value is an alias ("*a"). Write the value itself, or quote it.'),
    yaml("a tag", b"a: !!python/name:os.system x\n",
        '1: The value has a tag ("tag:yaml.org,2002:python/name:os.system"). Delete the tag, or quote the value.'),
    yaml("two documents", SOUND + b"---\na: b\n",
        '5: The file holds a second document (a line "---"). Put one thing in one file.'),
    yaml("too many values", b"answers: [" + b"a, " * 101_000 + b"]\n",
        "1: The file holds too many values. Split it into several files."),
)  # fmt: skip
FORM = (
    yaml("a merge key", b"<<: {format: accord-answers-1}\n" + SOUND,
        '1: <<: "<<" is not a field of this file. The fields are format, guidance, saved, project, decision and '
        "answers."),
    raw("a list", b"[]", f"1: {SHAPE} a block of fields."),
    raw("a text", b'"answers"', f"1: {SHAPE} a block of fields."),
    values("text for a block", {"decision": "Yes"}, f"decision: {SHAPE} a block of fields."),
    values("a block for text", {"project/supplier": {"name": "x"}}, f"project/supplier: {FIELDS}"),
    values("a list for a block", {"answers": ["x"]}, f"answers: {SHAPE} a block of fields."),
    values("a level too many", {f"{ONE}/notes": [["x"]]}, f"{ONE}/notes: {A_LIST}"),
    values("a block for a choice", {"decision/answer": {"x": "y"}}, f"decision/answer: {SHAPE} {WORD}"),
    values("no list", {f"{ONE}/evidence": "minutes"}, f"{ONE}/evidence: {SHAPE} {LIST}"),
    values(
        "missing",
        {"format": None, f"{ONE}/asked": None, f"{ONE}/evidence": [{"url": "https://www.example.org/"}]},
        'The field "format" is missing. Add it: The format of the file.',
        f'{ONE}: The field "asked" is missing. Add it: The digest of the words that were asked when this was answered.',
        f'{ONE}/evidence/1: The field "text" is missing. Add it: What it is, and where it is kept.',
    ),
    values(
        "unknown",
        {"project/ofice": "x", f"{ONE}/__proto__": {"x": "y"}},
        f'{ONE}/__proto__: "__proto__" is not a field of this block. The fields are asked, state, notes, evidence, '
        "role and by.",
        'project/ofice: "ofice" is not a field of this block. Did you mean "office"? The fields are name, '
        "organisation, purpose, use_of_ml, supplier, office and url.",
    ),
    values("no value", {"project/supplier": ""}, f"project/supplier: {EMPTY}"),
    values(
        "choices",
        {"format": "accord-answers-2", "project/use_of_ml": "piloted", "decision/answer": "maybe"},
        'decision/answer: "maybe" is not one of the choices. Write yes, not-yet or no.',
        'format: "accord-answers-2" is not one of the choices. Did you mean "accord-answers-1"? '
        "Write accord-answers-1.",
        'project/use_of_ml: "piloted" is not one of the choices. Did you mean "piloting"? Write none, exploring, '
        "piloting, in-use or stopped.",
    ),
    values(
        "forms",
        {"guidance": "1", "saved": "today", f"{ONE}/asked": "f544309a4c65\n", f"{ONE}/by": "2026-02-30"},
        f'{ONE}/asked: "f544309a4c65\\u000a" has the wrong form. Write 12 digits or letters a to f.',
        f'{ONE}/by: "2026-02-30" is no day of the calendar. Write a date in quotes, such as "2026-11-22".',
        'guidance: "1" has the wrong form. Write a version in quotes, such as "1.2.0".',
        'saved: "today" has the wrong form. Write a date in quotes, such as "2026-11-22".',
    ),
    values("a long version", {"guidance": f"{'9' * 5000}.0.0"},
           'guidance: The text has 5004 characters. Write a version in quotes, such as "1.2.0".'),
    values("a second line", {"project/supplier": "a\nb", "decision/reasons": "a\nb"},
           'project/supplier: "a\\u000ab" has the wrong form. Write one line of up to 300 characters.'),
    values("a last line end", {"project/supplier": "a\n"},
           'project/supplier: "a\\u000a" has the wrong form. Write one line of up to 300 characters.'),
    values(
        "too long",
        {"project/supplier": "x" * 301, "decision/reasons": "é" * 2001},
        "decision/reasons: The text has 2001 characters. Write up to 2,000 characters.",
        "project/supplier: The text has 301 characters. Write one line of up to 300 characters.",
    ),
    values("as long as may be", {"project/supplier": "😀" * 300, "decision/reasons": "é" * 2000}),
    values(
        "too much evidence",
        {f"{ONE}/evidence": [{"text": "x"}] * 21},
        f"{ONE}/evidence: The list has 21 of at most 20 entries. Take some out.",
    ),
    values(
        "too many answers",
        {f"answers/a-{number}": {} for number in range(2001)},
        "answers: The block has 2002 of at most 2000 entries. Take some out.",
    ),
    *(
        values(f"the address {address}", {"project/url": address}, f'project/url: "{address}" {ADDRESS}')
        for address in (
            "http://www.example.org", "javascript:alert(1)", "https://www.example.org/<b>", "mailto:x@example.org",
            "https://user@example.org/", "https://www.example.org:8080/", "https://localhost/", "https://192.0.2.1/",
            "//www.example.org", "https://www.example.org/a b",
        )
    ),
    values(
        "an address inside",
        {"project/url": "https://oven.local/x"},
        "project/url: Only people inside an organisation can open the address. Give an address on the web.",
    ),
)  # fmt: skip
OLD = {"asked": "0123456789ab"}
DELETE = "Write the id of what is answered, or delete the answer."
IDS = (
    values(
        "newer guidance",
        {"guidance": "0.2.0", "answers/dough-q1": OLD},
        "guidance: The file is of version 0.2.0 of the guidance, and this is 0.1.0. Open it where that version is, or "
        "bring this copy up to date.",
    ),
    values(
        "unknown ids",
        {"answers/warmth-q9": OLD, "answers/__proto__": OLD},
        f'answers/__proto__: No worksheet asks "__proto__", and none did. {DELETE}',
        f'answers/warmth-q9: No worksheet asks "warmth-q9", and none did. Did you mean "warmth-q4"? {DELETE}',
    ),
    values(
        "another role",
        {f"{ONE}/role": "bakers"},
        f'{ONE}/role: There is no role "bakers". Did you mean "baker"? Write baker or eater.',
    ),
    values(
        "states of other kinds",
        {
            f"{ONE}/state": "done",
            "answers/stage-one-1": {**OLD, "state": "answered"},
            "answers/rec-1": {**OLD, "state": "partly"},
            "answers/supplier-q1": {**OLD, "state": "done"},
        },
        'answers/rec-1/state: "partly" is no state of a recommendation. Write planned, doing, done or not-ours.',
        'answers/stage-one-1/state: "answered" is no state of a practice. Write done, partly, not-yet or '
        "not-applicable.",
        'answers/supplier-q1/state: "done" is no state of a question to a supplier. Write shown, said, '
        "not-shown or not-applicable.",
        f'{ONE}/state: "done" is no state of a question. Write answered, open or not-applicable.',
    ),
)


PHONE = "The text holds what looks like a telephone number. Delete it if it is about a person."
NHS = "The text holds what looks like an NHS number. Delete it if it is about a person."
OF_A_PERSON = "Delete it if it is about a person."
WORDS = (
    *(
        values(
            f"what looks like {what}: {words}" if told else f"what could be {what}: {words}",
            {f"{ONE}/notes": words},
            *([f"note: {ONE}/notes: The text holds what looks like {what}. {OF_A_PERSON}"] if told else []),
        )
        for what, words, told in (
            ("a date of birth", "DOB 03/04/2012 on the form.", True),
            ("a date of birth", "Born 3 May 2012.", True),
            ("a date of birth", "We take the date of birth out.", False),
            ("a postcode", "At WE1 2AB.", True),
            ("a postcode", "Version 2A of form B12.", False),
            ("a National Insurance number", "QQ 12 34 56 C", False),
            ("a National Insurance number", "AB123456C", True),
            ("a case number", "See case 10023456.", True),
            ("a case number", "Mosaic ID 1234567", True),
            ("a case number", "In case 40 families ask.", False),
        )
    ),
    values(
        "what looks personal",
        {
            "decision/reasons": "Ring 0161 496 0000, or (0161) 496-0000.",
            f"{ONE}/notes": "Number 943 476 5919.\nAlso 2026-11-22 and 12345.",
            f"{ONE}/evidence": [{"text": "+44 161 496 0000"}, {"text": "Of 9434765919 and 1,000,000 people"}],
        },
        f"note: {ONE}/evidence/1/text: {PHONE}",
        f"note: {ONE}/evidence/2/text: {NHS}",
        f"note: {ONE}/notes: {NHS}",
        f"note: decision/reasons: {PHONE}",
    ),
)


ODD = Case("reader", "answers, a pipe", lambda files: (files.lay("sample_on/copy"), files.put(JSON, "odd")),
           (f"{JSON}:1: This can't be read (no plain file). Look at what it is, and who may read it.",))  # fmt: skip
TABLES = {"reader": (*BYTES, ODD), "answers_fields": FORM, "answers_ids": IDS, "answers_words": WORDS}
CASES = tuple(replace(case, rule=rule) for rule, cases in TABLES.items() for case in cases)
