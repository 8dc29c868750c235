"""Other sizes of paper: the same look on a smaller page, with letters, margins and gaps made smaller.

A5 is A4 folded in half, so that a length in proportion is that of A4 times the square root of one half (ISO 216).
"""

from __future__ import annotations

import re

HALF = 0.5**0.5
LETTERS = 0.72  # a little larger than in proportion: 8 points are hard to read
GAPS = 0.3  # between paragraphs; smaller, for the same reason
WORD_PAGE = (b'w:w="11906" w:h="16838"', b'w:w="8391" w:h="11906"')  # ISO 216, in twentieths of a point
OPEN_PAGE = (b'fo:page-width="21cm" fo:page-height="29.7cm"', b'fo:page-width="14.8cm" fo:page-height="21cm"')
WORD_LETTERS = re.compile(rb'(<w:(?:sz|szCs) w:val=")(\d+)(")')
WORD_GAPS = re.compile(rb'( w:(?:before|after)=")(\d+)(")')
WORD_LENGTHS = re.compile(rb'( w:(?:top|right|bottom|left|header|footer|pos)=")(\d+)(")')
OPEN_LETTERS = re.compile(rb'(fo:font-size=")([\d.]+)(pt")')
OPEN_GAPS = re.compile(rb'(fo:margin-(?:top|bottom)=")([\d.]+)(cm")')
OPEN_LENGTHS = re.compile(rb'(=")([\d.]+)(cm")')


def word_a5(raw: bytes) -> bytes:
    """Return a part of a Word file with its page, lengths and letters for A5. Whole numbers stay whole."""
    raw = WORD_GAPS.sub(lambda found: _scaled(found, GAPS, 0), raw)
    raw = WORD_LENGTHS.sub(lambda found: _scaled(found, HALF, 0), raw)
    return WORD_LETTERS.sub(lambda found: _scaled(found, LETTERS, 0), raw).replace(*WORD_PAGE)


def opendocument_a5(raw: bytes) -> bytes:
    """Return the styles of an OpenDocument file with its page, lengths and letters for A5."""
    page, smaller = OPEN_PAGE
    before, found, after = raw.partition(page)
    before = OPEN_GAPS.sub(lambda gap: _scaled(gap, GAPS, 3), before)  # the page's own margins stand after its size
    whole = before + (smaller if found else b"") + OPEN_LENGTHS.sub(lambda length: _scaled(length, HALF, 3), after)
    return OPEN_LETTERS.sub(lambda size: _scaled(size, LETTERS, 1), whole)


def _scaled(found: re.Match[bytes], factor: float, digits: int) -> bytes:
    number = round(float(found[2]) * factor, digits)
    return b"%b%b%b" % (found[1], f"{number:.{digits}f}".encode(), found[3])
