"""Finds the record in what came by e-mail or on paper, and makes right what is plain, never what a value says.

What a mail program does to a record's lines is known: it marks them with ">", wraps them, and makes quotation marks
curly. Whatever else is unclear is said, and nothing is guessed.
"""

import re

from accord.files.characters import mended
from accord.files.problem import Problem, Unusable, shown
from accord.register.reading import LONGEST, MOST
from accord.register.record_fields import TABLE

LARGEST = 64 * 1024  # bytes
NAMES = {spec.name for spec in TABLE}
SPACED = {spec.name for spec in TABLE if spec.form in ("words", "codes")}  # values that may hold a space
_CLAUSE = re.compile(r"(?:reserves_)?[a-z]+-[0-9]+(?:_why|_evidence)?")
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9_-]*+) ?: ?(.*)")
_MARKED = re.compile(r"^(?:\s*+>)++\s?")  # how mail programs mark what they answer to
_LINES = re.compile(r"\r\n|[\n\r\f\v\u0085\u2028\u2029]")
_RULER = re.compile(r"[-`=*_~]{2,}+")  # what people draw round a record
_ESCAPED = re.compile(r'\\(["\\“”])')
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
SINGLE = ("'", "‘", "’")
MARKS = ('"', "“", "”", *SINGLE)
PLAIN = 'Write each field as `field: "value"`, on a line of its own.'


def text(raw: bytes) -> str:
    """Return the text in a file's bytes. Raises Unusable: it is too large, or no text that we can read."""
    if len(raw) > LARGEST:
        raise Unusable(f"This is larger than {LARGEST // 1024} KiB. Cut out the record, and receive that.")
    try:
        found = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable("This is no UTF-8 text. Save it as plain text (UTF-8), and receive that.") from None
    if re.search(r"(?im)^Content-Transfer-Encoding: *(?:quoted-printable|base64)", found):
        raise Unusable("This is an e-mail with all its codes. Copy its text, or save its attachment.")
    return found


class Reading:
    """What a text holds: `values` by field in its order, what was made right, what is unclear, and other `digests`."""

    def __init__(self, name: str, words: str) -> None:
        self.name, self.words = name, words
        self.values: dict[str, str] = {}
        self.changed: dict[str, list[str]] = {}  # what was made right -> fields
        self.problems: list[Problem] = []
        lines = _LINES.split(words)
        cut = [_MARKED.sub("", line) for line in lines]
        self._rows = [mended(line) for line in cut]
        self._lower = any(match and match[1] == "event" for match in map(_FIELD.fullmatch, self._rows))
        self._note("line ends", "", len(lines) != words.count("\n") + 1 or "\r" in words)
        self._note("marks of an answer (>)", "", cut != lines)
        self._note("spaces, and signs that show nothing", "", self._rows != cut)
        self._read()
        self.digests = set(_DIGEST.findall(" ".join(self._rows))) - {*self.values.values()}

    def _read(self) -> None:
        at, last, strays = 0, 0, []
        while at < len(self._rows):
            if key := self._key(at):
                known = len(self.values)
                at = self._field(at, *key)
                last = at if len(self.values) > known else last
            else:
                if self.values and self._rows[at] and not _RULER.fullmatch(self._rows[at]):
                    strays.append(at)
                at += 1
        for number in strays:
            if number < last:
                self._wrong(number, "", "This line is in the midst of the record, and is no field.", PLAIN)

    def _key(self, at: int) -> tuple[str, str] | None:
        """Return the name of the field that begins on a row, and what follows the colon.

        Where no field has small letters, a word processor made the capitals; else they are of a mail's head (`Date:`).
        """
        match = _FIELD.fullmatch(self._rows[at])
        if match is None:
            return None
        name = match[1] if self._lower else match[1].lower()
        return (name, match[2]) if name in NAMES or _CLAUSE.fullmatch(name) else None

    def _field(self, at: int, name: str, said: str) -> int:
        """Take the field that begins on a row, and return the row after it."""
        end = at + 1
        if not said and end < len(self._rows) and self._rows[end][:1] in MARKS:
            said, end = self._rows[end], end + 1
        joint = " " if name in SPACED or name.endswith("_why") or name.startswith("reserves_") else ""
        while said[:1] in MARKS and not _closed(said) and end < len(self._rows) and self._rows[end]:
            if self._key(end) or len(said) > 3 * LONGEST:
                break
            said, end = f"{said}{joint}{self._rows[end]}", end + 1
        closed, value = _closed(said), _inside(said)
        straight = closed and said[0] == said[-1] == '"'
        if value is None or not (closed or end == at + 1) or (not straight and self._goes_on(end, said, closed)):
            self._wrong(at, name, "It is not plain where this value ends.", "Put it in double quotes.")
        self._note("lines joined", name, end > at + 1)
        self._note("quotation marks", name, not straight)
        self._take(at, name, mended(_ESCAPED.sub(r"\1", value or said)))
        return end

    def _goes_on(self, end: int, said: str, closed: bool) -> bool:
        """Say whether a row could belong to the value before it, which no straight quotation mark closes."""
        if end == len(self._rows) or not self._rows[end] or _RULER.fullmatch(self._rows[end]):
            return False
        key = self._key(end)
        return key is None or (said[:1] in MARKS and not closed and key[1][:1] not in MARKS)

    def _take(self, at: int, name: str, value: str) -> None:
        was = self.values.setdefault(name, value)
        if was != value:
            self._wrong(at, name, f"The field stands twice, and says {shown(was)} before.", "Keep one of the two.")

    def _note(self, what: str, name: str, is_so: bool) -> None:
        if is_so:
            self.changed.setdefault(what, []).extend([name] if name else [])

    def _wrong(self, row: int, name: str, wrong: str, cure: str) -> None:
        if len(self.problems) < MOST:
            self.problems.append(Problem(self.name, row + 1, name, wrong, cure))


def _closed(said: str) -> bool:
    """Say whether a value that begins with a quotation mark ends with the one that belongs to it."""
    bare = re.sub(r"\\.", "", said)
    first, last = bare[:1], bare[-1:]
    if len(bare) < 2 or first not in MARKS:
        return False
    if first in SINGLE or last in SINGLE:
        return first in SINGLE and last in SINGLE
    if last == '"':
        return bare.count('"') % 2 == (first != '"')
    return last == "”" and bare.count("”") - bare.count("“") >= (first != "“")


def _inside(said: str) -> str | None:
    """Return what stands in quotation marks, or a value that has none or lacks one; None where that is not plain."""
    if _closed(said):
        return said[1:-1]
    doubles = len(re.findall('["“”]', said))
    if said[:1] in MARKS:
        return said[1:] if doubles == 1 and said[0] not in SINGLE else None
    return said[:-1] if doubles == 1 and said[-1] in MARKS else said
