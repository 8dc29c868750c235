"""From bytes to text, within bounds, before any parser sees them."""

import json
import re
import unicodedata
from collections.abc import Iterator

from accord.files import characters
from accord.files.problem import Problem

LARGEST = 256 * 1024  # bytes; the largest data file today is under 40 KiB
MERGE_MARK = re.compile(rb"^(?:<{7}|>{7}|\|{7})(?: |\r?$)", re.MULTILINE)
SAVE = "Save it as plain UTF-8, without BOM."


def decode(name: str, raw: bytes, largest: int = LARGEST) -> tuple[str, list[Problem]]:
    """Return the text of a file and the problems of its bytes; the text is empty where it can't be read."""
    text, found = utf8(name, raw, largest)
    found = found or list(odd_characters(name, text))
    return ("" if found else text), found


def utf8(name: str, raw: bytes, most: int, cure: str = "Split it, or shorten it.") -> tuple[str, list[Problem]]:
    """Return the text in these bytes, whatever its characters, or an empty text and why it can't be read.

    `most` are the bytes that the file may have, and `cure` is what to do with a longer one.
    """
    if len(raw) > most:
        return "", [Problem(name, 1, "", f"The file is larger than {most // 1024:,} KiB.", cure)]
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} or raw.count(0) * 4 > len(raw):
        return "", [Problem(name, 1, "", "The file is UTF-16 text, which some editors call Unicode.", SAVE)]
    if raw.startswith(b"\xef\xbb\xbf"):
        return "", [Problem(name, 1, "", "The file starts with a byte order mark (BOM).", SAVE)]
    if mark := MERGE_MARK.search(raw):
        wrong = "The line is a mark of a merge that nobody finished."
        cure = (
            "Keep the words that are right, and delete all marks of the merge (<<<<<<<, |||||||, ======= and >>>>>>>)."
        )
        return "", [Problem(name, raw.count(b"\n", 0, mark.start()) + 1, "", wrong, cure)]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        cure = "It is no text at all: move it out of here." if b"\0" in raw else SAVE
        return "", [Problem(name, line, "", "The file is not UTF-8 text.", cure)]


def quoted(words: str) -> str:
    """Return words in double quotes, as JSON and YAML write them."""
    return json.dumps(words, ensure_ascii=False)


def hidden(row: str) -> str:
    """Return the code of the first character that shows nothing (line ends apart), or an empty string."""
    odd = characters.hidden(row)
    return f"U+{ord(odd):04X}" if odd else ""


def odd_characters(name: str, text: str) -> Iterator[Problem]:
    """Yield at most one problem for each kind of character that does not belong in a text file."""
    for key, sign in (("crlf", "\r"), ("tab", "\t")):
        if sign in text:
            yield Problem(name, text[: text.index(sign)].count("\n") + 1, "", *characters.BYTES[key])
            if key == "crlf":
                return
    for number, row in enumerate(text.split("\n"), 1):
        if row.lstrip(" ").startswith("\u00a0"):
            yield Problem(name, number, "", *characters.BYTES["indent"])
            return
        if code := hidden(row.replace("\t", " ")):
            wrong, cure = characters.BYTES["hidden"]
            yield Problem(name, number, "", wrong.format(code=code), cure)
            return
    if not unicodedata.is_normalized("NFC", text):
        for number, row in enumerate(text.split("\n"), 1):
            if not unicodedata.is_normalized("NFC", row):
                yield Problem(name, number, "", *characters.BYTES["nfc"])
                return
