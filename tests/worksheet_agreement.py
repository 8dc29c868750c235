"""Files of answers, good, wrong and hostile, with what `accord answers` says of each: the worksheets' scripts agree."""

from __future__ import annotations

import base64
import copy
import json
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

from accord.answers import book as answer_book
from accord.answers import reading
from accord.answers.answers import encoded
from accord.answers.diff import difference
from accord.answers.migration import report
from accord.answers.pages.terminal import told
from accord.guidance.known import Known
from accord.project import reading as projects
from tests.support import ROOT

Case = dict[str, Any]
HOSTILE = '<img src=x onerror="document.title=1">{{ 7*7 }}[[care]]</script>'
TRICKY = [
    "", " ", "done", "Done", "dnoe", "open", "partly", "planned", "not-yet", "2026-11-22", "2026-02-30", "22/11/2026",
    "0.3.0", "0.2", "9.0.0", "0.3.0.0", "99999999999999999999.0.0", "accord-answers-2", "javascript:alert(1)",
    "https://example.org/a", "http://example.org",
    "https://localhost/", "HTTPS://example.org", "https://user@example.org/", "data:text/html,x", "analyst", "analist",
    "0123456789ab", "0123456789AB", "x" * 300, "x" * 301, "é" * 2000, "é" * 2001, "😀" * 301, "two\nlines", HOSTILE,
    "a@example.org", "943 476 5919", "07700 900123", "in-use", "in use", "\u00a0", "中文", "care-q1", "yes",
    "https://example.org/\u00a0", "a\u2028b", "a\u200bb", "\u202eevil", "a\tb", "a\rb", "__proto__", "constructor",
]  # fmt: skip
TOKENS = ["{", "}", "[", "]", '"', ",", ":", "\\", "\\u", "\\ud800", "\\udc00", "\\ud83d\\ude00", "\\x", "null", "true",
          "1e9", "-1", "NaN", "Infinity", "//", "/* */", "\n", "\t", "\r\n", "\u00a0", "\ufeff", "\x00", "'",
          "\\u0000", "\\u200b", "\\/", "\\b", "word", "\U0010ffff", "é"]  # fmt: skip
NAMES = ["state", "stat", "notes", "evidence", "asked", "by", "role", "colour", "__proto__", "text", "url", "answers",
         "project", "decision", "name", "office", "care-q1", "care-q9", "modelling-1-supplier", "rec-1",
         "format"]  # fmt: skip


@cache
def known() -> Known:
    """Return what this project asks."""
    return answer_book.known(projects.load(ROOT))


def good() -> dict[str, Any]:
    """Return a file that holds something of everything."""
    asked = {name: item.digest for name, item in known().asked.items()}
    proof = [{"text": "Minutes", "url": "https://example.org/minutes"}, {"text": HOSTILE[:300]}]
    return {
        "format": "accord-answers-1",
        "guidance": known().release.version,
        "saved": "2026-11-22",
        "project": {"name": "Early help flag", "organisation": "Crumbshire Council", "purpose": "Families\nwait.",
                    "use_of_ml": "piloting", "office": "Data team", "url": "https://example.org/p?q=%C3%A9#x"},
        "decision": {"answer": "not-yet", "reasons": "No “room” yet — 😀.", "decided": "2026-11-01"},
        "answers": {
            "care-q1": {"asked": asked["care-q1"], "state": "answered", "notes": 'Two\nlines "and" \\ more',
                        "evidence": proof},
            "care-q2": {"asked": "0123456789ab", "state": "open", "role": "analyst", "by": "2027-03-31"},
            "modelling-1": {"asked": asked["modelling-1"], "state": "partly", "notes": HOSTILE},
            "modelling-1-supplier": {"asked": asked["modelling-1-supplier"], "state": "said"},
            "rec-3": {"asked": asked["rec-3"], "state": "doing", "role": "director"},
        },
    }  # fmt: skip


def text(content: Any) -> str:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n"


def written() -> Iterator[tuple[str, bytes]]:
    """Yield files that somebody thought of, with a name for each."""
    whole = text(good())
    yield "good", whole.encode()
    yield "good, on one line", json.dumps(good()).encode()
    yield "good, without the last line end", whole.rstrip().encode()
    yield "good, Windows line ends", whole.replace("\n", "\r\n").encode()
    yield "nothing", b""
    yield "white space", b" \n\t \n"
    yield "separators that Python strips", b"\x1c\x1f\n"
    yield "BOM", b"\xef\xbb\xbf" + whole.encode()
    yield "only a BOM", b"\xef\xbb\xbf"
    yield "UTF-16", whole.encode("utf-16")
    yield "Latin-1", whole.replace("😀", "é").replace("“", "").replace("”", "").replace("—", "").encode("latin-1")
    yield "cut in a letter", whole.encode()[: whole.encode().index("😀".encode()) + 2]
    yield "NUL", whole.replace("Minutes", "Min\x00utes").encode()
    yield "too large", b" " * (1024 * 1024 + 1)
    yield "deep", b"[" * 100_000
    yield "seven levels", b'{"answers": {"a": {"evidence": [{"text": [["x"]]}]}}}'
    yield "two documents", whole.encode() * 2
    yield "a list", b"[]"
    yield "a text", b'"accord"'
    yield "a number", b"1"
    yield (
        "empty blocks",
        b'{"format": "accord-answers-1", "guidance": "0.3.0", "saved": "2026-11-22", "project": {}, "answers": {}}',
    )
    yield "twice at the top", whole.replace('"saved"', '"format": "x",\n  "saved"', 1).encode()
    yield "twice inside", whole.replace('"state": "said"', '"state": "said", "state": "shown"').encode()
    yield "twice by escape", whole.replace('"state": "said"', '"state": "said", "st\\u0061te": "shown"').encode()
    yield "proto", whole.replace('"rec-3"', '"__proto__"').encode()
    yield "proto in a block", whole.replace('"role": "director"', '"__proto__": {"state": "done"}').encode()
    yield "many answers", text({**good(), "answers": {f"a-{n}": {"asked": "0" * 12} for n in range(2001)}}).encode()
    yield (
        "many ids that nobody asks",
        text({**good(), "answers": {f"car-q{n}": {"asked": "0" * 12} for n in range(80)}}).encode(),
    )
    yield "much evidence", whole.replace('"state": "said"', f'"evidence": {json.dumps([{"text": "x"}] * 21)}').encode()
    for token in TOKENS:
        yield f"begins with {token!r}", f"{token}{whole}".encode("utf-8", "surrogatepass")
        yield f"ends with {token!r}", f"{whole}{token}".encode("utf-8", "surrogatepass")
        yield f"inside {token!r}", whole.replace("Minutes", f"Min{token}utes").encode("utf-8", "surrogatepass")


def spoilt(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield good files, changed as hands and pranks do: in their text, and in their values."""
    chance = random.Random(seed)
    for number in range(count):
        if chance.random() < 0.4:
            raw = text(good())
            for _ in range(chance.randint(1, 2)):
                at = chance.randrange(len(raw))
                raw = raw[:at] + chance.choice([*TOKENS, ""]) + raw[at + chance.choice([0, 0, 1, 3, 30]) :]
        else:
            content = copy.deepcopy(good())
            for _ in range(chance.randint(1, 3)):
                _spoil(chance, content)
            raw = json.dumps(content, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, 1, 2]))
        yield f"{seed}/{number}", raw.encode("utf-8", "surrogatepass")


def _spoil(chance: random.Random, content: dict[str, Any]) -> None:
    """Change one value somewhere: another text, another kind, another name, or gone."""
    place: Any = content
    while True:
        inner = [
            each for each in (place.values() if isinstance(place, dict) else place) if isinstance(each, dict | list)
        ]
        if not inner or chance.random() < 0.3:
            break
        place = chance.choice(inner)
    if not place:
        return
    name = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
    what = chance.random()
    if what < 0.5:
        place[name] = chance.choice(TRICKY)
    elif what < 0.65:
        place[name] = chance.choice([None, 1, 1.5, True, [], {}, ["x"], {"text": "x"}, [["x"]], ""])
    elif what < 0.85 and isinstance(place, dict):
        place[chance.choice(NAMES)] = place.pop(name)
    else:
        del place[name]


def case(name: str, raw: bytes) -> Case:
    """Return one file with the verdict on it; of a good one also what is written again, and the report."""
    opened = answer_book.judged(*reading.parse("answers.json", raw), known())
    said = [[each.line, each.field, each.wrong, each.cure] for each in opened.problems]
    found: Case = {
        "name": name,
        "raw": base64.b64encode(raw).decode(),
        "said": sorted(said),
        "written": None,
        "told": None,
    }
    if opened.answers:
        found["written"] = encoded(opened.answers).decode()
        found["told"] = told(report(opened.answers, known()))
        found["notes"] = sorted([each.field, f"{each.wrong} {each.cure}"] for each in opened.notes)
    return found


def cases() -> list[Case]:
    """Return the whole set."""
    return [case(name, raw) for name, raw in [*written(), *spoilt(600, 1)]]


def compared(one: bytes, other: bytes) -> list[Any]:
    """Return how `accord answers compare` sees two good files."""
    files = [answer_book.judged(*reading.parse("answers.json", raw), known()).answers for raw in (one, other)]
    assert files[0]
    assert files[1]
    return [[each.place, each.fate, [list(row) for row in each.fields]] for each in difference(files[0], files[1])]
