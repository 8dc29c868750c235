"""The letters and signs that a record and a signed text may hold: one list, for program, browser and any reader.

The list is positive and fixed, so that no verdict depends on the version of Unicode that a Python or a browser knows.
None of its letters is made of two parts, so that a text has one spelling in bytes. It covers English and Welsh names
and those of most of Europe: printable ASCII, the letters and signs of Latin-1, Latin Extended-A, Welsh letters with a
grave accent or a diaeresis, and the dashes, quotation marks, bullet, ellipsis and euro sign of a word processor.
"""

import re
import unicodedata

# Written with escapes, so that Python and JavaScript read it alike. U+00A0 (a space) and U+00AD (a hyphen that hides)
# are left out of Latin-1.
ALLOWED = (
    r" -~\u00a1-\u00ac\u00ae-\u00ff\u0100-\u017f\u1e80-\u1e85\u1ef2\u1ef3"
    r"\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac"
)
# What comes with pasted text and whose meaning is plain: spaces of other widths and line ends become a space, what
# shows nothing goes, and signs that word processors and PDFs put for a hyphen, a bullet or two letters become those.
# Only forms that people fill in do this; records and texts are checked, never mended.
SPACES = r"\t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
NOTHING = r"\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
ALIKE = {
    "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u2212": "–",
    "\u25cf": "•", "\u25aa": "•", "\u2023": "•", "\uf0b7": "•",
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
}  # fmt: skip

# What shows nothing or turns a text round (CVE-2021-42574, "Trojan Source"), as first and last code points: controls
# but the line end, format characters, halves of letters, private use. Refused in data, pages and answers, which may
# hold letters of any language. The ranges are fixed, and not those of some version of Unicode.
HIDDEN = (
    (0x00, 0x09), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x600, 0x605), (0x61C, 0x61C), (0x6DD, 0x6DD),
    (0x70F, 0x70F), (0x890, 0x891), (0x8E2, 0x8E2), (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E),
    (0x2060, 0x206F), (0xD800, 0xF8FF), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xFFFE, 0xFFFF), (0x110BD, 0x110CD),
    (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE00FF), (0xE01F0, 0x10FFFF),
)  # fmt: skip

_HIDDEN = re.compile("[" + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in HIDDEN) + "]")
_STRANGE = re.compile(f"[^{ALLOWED}]")
_SPACES = re.compile(f"[{SPACES}]+")
_NOTHING = re.compile(f"[{NOTHING}]")
_ALIKE = str.maketrans(ALIKE)


def strange(text: str) -> str:
    """Return the first character that is not on the list, or an empty string."""
    found = _STRANGE.search(text)
    return found[0] if found else ""


def hidden(text: str) -> str:
    """Return the first character that shows nothing, line ends apart, or an empty string."""
    found = _HIDDEN.search(text)
    return found[0] if found else ""


def mended(text: str) -> str:
    """Return pasted text with accents in one part (NFC), plain single spaces, and nothing in it that can't be seen."""
    seen = _NOTHING.sub("", unicodedata.normalize("NFC", text)).translate(_ALIKE)
    return re.sub(" {2,}", " ", _SPACES.sub(" ", seen)).strip(" ")


# What is said of the bytes of a text: what is wrong, and the cure. The signing page says it in the same words.
BYTES = {
    "crlf": ("The file has Windows line ends (CR LF).", "Save it with LF line ends."),
    "tab": ("The line has a tab.", "Use spaces."),
    "hidden": ("The line has a hidden character ({code}).", "Delete it."),
    "indent": ("The line is indented by a no-break space.", "Use the spaces of your keyboard."),
    "nfc": ("An accented letter is written in two parts (not NFC).", "Type the letter again on your keyboard."),
}
