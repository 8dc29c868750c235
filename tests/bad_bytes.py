"""Bytes and lines that are no record, with what is said of each. What is left of an erased record is read alike."""

from __future__ import annotations

from collections.abc import Callable

from tests.register_cases import Case, case

YEAST = "yeast-works/2026-05-20-signed"
LEFT = "commitment/signatories/test-shop/2026-05-02-signed.yml.erased"
ROLE = 'role: "Owners"\n'  # line 6 of a signing
SAVE = "Save it as plain UTF-8, without BOM."


def _row(row: str, said: str) -> Case:
    """Return the case of one line that is no field. It stands on line 7."""
    return case(row or "an empty line", lambda r: r.edit(YEAST, ROLE, f"{ROLE}{row}\n"), f"{YEAST}:7: {said}")


def _bytes(name: str, old: bytes, new: bytes, said: str) -> Case:
    """Return the case of bytes that no record holds."""
    return case(name, lambda r: r.put(YEAST, r.raw(YEAST).replace(old, new)), f"{YEAST}:{said}")


def _whole(name: str, change: Callable[[bytes], bytes], said: str) -> Case:
    return case(name, lambda r: r.put(YEAST, change(r.raw(YEAST))), f"{YEAST}:1: {said}")


READER = (
    _whole("no bytes", lambda raw: b"", "The file is empty. Write the record's fields, one a line."),
    _whole("33 KiB", lambda raw: raw + b"x" * 33 * 1024,
           "The file is larger than 32 KiB. Shorten it, and link to what is longer."),
    _whole("a byte order mark", lambda raw: b"\xef\xbb\xbf" + raw,
           f"The file starts with a byte order mark (BOM). {SAVE}"),
    _whole("UTF-16", lambda raw: raw.decode().encode("utf-16"),
           f"The file is UTF-16 text, which some editors call Unicode. {SAVE}"),
    _whole("UTF-16 without a mark", lambda raw: raw.decode().encode("utf-16-le"),
           f"The file is UTF-16 text, which some editors call Unicode. {SAVE}"),
    _bytes("Latin-1", b"Owners", b"Own\xe9rs", f"6: The file is not UTF-8 text. {SAVE}"),
    _whole("Windows line ends", lambda raw: raw.replace(b"\n", b"\r\n"),
           "The file has Windows line ends (CR LF). Save it with LF line ends."),
    _bytes("a tab", b"role: ", b"role:\t", "6: The line has a tab. Use spaces."),
    _bytes("a letter of another alphabet", b"Owners", "Оwners".encode(), '6: The line has a sign that no record can '
           'hold: "О" (U+041E). Type it anew with letters of the English or Welsh keyboard, or leave it out.'),
    _bytes("a sign that turns the text round", b"Owners", "Own\u202eers".encode(), '6: The line has a sign that no '
           'record can hold: "\\u202e" (U+202E). Type it anew with letters of the English or Welsh keyboard, or leave '
           "it out."),
    *(_row(row, "The line is empty, a comment or a mark. Delete it: a record is one field a line, and nothing else.")
      for row in ("", "# Owners", "---")),
    _row("Board", 'The line has no colon. Write `field: "value"`, and keep a value on one line.'),
    *(_row(row, "The line does not begin with the name of a field and a colon. Use small letters, digits, hyphens and "
           "low lines, up to 80, such as `ons_code:`, in the first column.")
      for row in ("- a: b", "  role: x", '"role": x', 'role : "Board"', 'Role: "Board"', 'ro.le: "Board"',
                  f'{"a" * 81}: "Board"')),
    *(_row(row, "The colon is not followed by one space and a value in double quotes. "
           'Write `field: "value"`, with the straight marks of a keyboard.')
      for row in ("role:", 'role:"Board"', 'role:  "Board"', "role: “Board”", "role: 'Board'", "role: |", "role: *b",
                  "role: [a]", "role: Board", 'ro:le: "Board"')),
    *(_row(row, "The value goes on after its closing quotation mark. "
           'Delete what follows, or write a quotation mark inside a value as \\".')
      for row in ('role: "The "Board""', 'role: "Board" ', 'role: "Board" # new')),
    _row('role: "a\\nb"', "A backslash stands before a sign that it may not stand before. Write a backslash as "
         '\\\\, and type other signs as they are; only \\" and \\\\ have a meaning.'),
    *(_row(row, "A quotation mark is opened on this line and never closed. "
           'Keep the whole value on this line, and close it with a straight ".')
      for row in ('role: "Board”', 'role: "Board')),
    _row('role: "Board"', 'role: The field "role" stands twice (first on line 6). Keep one of them.'),
    _row('on: "x"', "on: YAML takes this field's name for a yes, a no or nothing. Write a name of the guide."),
    _row(f'reason: "{"x" * 2001}"', "reason: The value has 2001 characters. "
         "Shorten it: no value has more than 2,000."),
    case("what is left of an erased record", lambda r: r.put(LEFT, b"digest: x\n"),
         f"{LEFT}:1: The colon is not followed by one space and a value in double quotes. "
         'Write `field: "value"`, with the straight marks of a keyboard.'),
    case("eleven wrong lines: ten are enough", lambda r: r.edit(YEAST, ROLE, "x\n" * 11), *(
        f'{YEAST}:{line}: The line has no colon. Write `field: "value"`, and keep a value on one line.'
        for line in range(6, 16)
    )),
)  # fmt: skip

TABLES = {"reader": READER}
