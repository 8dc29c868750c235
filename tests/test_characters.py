"""The one list of letters and signs: what is on it, that nothing else is, and that every Python says the same."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import strategies as st

from accord.files.characters import hidden, mended, strange
from accord.register import reading as record
from tests.support import ROOT

# Written out again, as numbers, so that a slip in the list is not repeated here.
RANGES = (
    (0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0xFF), (0x100, 0x17F), (0x1E80, 0x1E85), (0x1EF2, 0x1EF3), (0x2013, 0x2014),
    (0x2018, 0x2019), (0x201C, 0x201D), (0x2022, 0x2022), (0x2026, 0x2026), (0x20AC, 0x20AC),
)  # fmt: skip
EVERY = [chr(point) for first, last in RANGES for point in range(first, last + 1)]
letters = st.sampled_from(EVERY)
# What data and pages may hold: letters of any language, and nothing that shows nothing.
shown_characters = st.characters(exclude_categories=["Cc", "Cs"]).filter(lambda letter: not hidden(letter))
# What versions of Unicode differ about: signs of 14 to 16, scripts, digits, letters of two parts, unassigned points.
ODD = (
    "\u2028", "\xa0", "\xad", "🫠", "🫨", "🫩", "\U0001e030", "\U00010d40", "٣", "２", "ª", "²", "K", "ſ", "ﬁ", "é",
    "e\u0301", "\u0378", "\u1f0b0", "\u3164", "\ufffc", "\ud7ff", "Œ", "ẅ", "ỳ", "ẁ", "…", "€", "ĳ",
    "\u0149", "\x80", "\x85",
)  # fmt: skip
SAMPLES = [f'{name}: "{value}"\n' for value in (*ODD, *EVERY) for name in ("role", "stat" + value)]
ASK = """
import json, re, sys
sys.path.insert(0, sys.argv[1])
from accord.files.characters import strange
from accord.register import reading as record
fields, told = [], []
for sample in json.load(sys.stdin):
    found, problems = record.parse("r.yml", sample.encode("utf-8", "surrogatepass"))
    # How a sign is shown, as itself or by its code, depends on whether this Python knows it. The words do not.
    words = [re.sub('"[^"]*" ', "", str(each)) for each in problems]
    told.append([found, words])
print(json.dumps(["".join("01"[not strange(chr(point))] for point in range(0x110000)), told]))
"""


def test_just_these_are_on_the_list() -> None:
    """Each range to its ends, and no other of all characters that there can be."""
    assert [chr(point) for point in range(0x110000) if not strange(chr(point))] == EVERY


@pytest.mark.parametrize("letter", ["Ŵ", "ŷ", "ẁ", "ẃ", "ẅ", "Ỳ", "â", "ö", "Ł", "ő", "š", "ß", "’", "–", "€", "•"])
def test_names_of_these_islands_and_of_europe_can_be_written(letter: str) -> None:
    assert strange(f"Cyngor {letter}") == ""


def test_every_text_has_one_spelling() -> None:
    """None of the letters is made of two parts, and none is a blank that shows nothing."""
    assert all(unicodedata.normalize("NFC", letter) == letter for letter in EVERY)
    assert not any(map(hidden, EVERY))
    assert strange("Łódź \u0301") == "\u0301"


def test_pasted_text_is_mended_where_its_meaning_is_plain() -> None:
    """Spaces of any width become one, what shows nothing goes, and the rest is left for the person."""
    assert mended(" a\u00a0b\t\u2003c\r\nd\u200b\ufeffe\u00adf ") == "a b c def"
    assert strange(mended("Jo\u0430")) == "\u0430"


def others() -> Iterator[Path]:
    """Yield another Python for each minor version from 3.11 on that lies on this machine, this one's left out."""
    homes = sorted(Path.home().glob(".pyenv/versions/*/bin"))
    for name in (f"python3.{minor}" for minor in range(11, 20) if minor != sys.version_info.minor):
        found = next((each for home in homes if (each := home / name).exists()), None) or shutil.which(name)
        if found:
            yield Path(found)


def test_every_python_says_the_same() -> None:
    """A letter that one Python knows and another does not changes no verdict, and no word of it."""
    asked = {python.name: _ask(python) for python in others()}
    if not asked:
        pytest.skip("There is no other Python from 3.11 on (python3.12, python3.13 …) on this machine to compare with.")
    ours = _ask(Path(sys.executable))
    assert [record.parse("r.yml", sample.encode("utf-8", "surrogatepass"))[0] is None for sample in SAMPLES] == [
        found is None for found, _ in ours[1]
    ]
    assert [name for name, said in asked.items() if said != ours] == []


def _ask(python: Path) -> tuple[str, list[tuple[object, list[str]]]]:
    command = [str(python), "-I", "-S", "-c", ASK, str(ROOT / "scripts")]
    done = subprocess.run(command, input=json.dumps(SAMPLES), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    verdicts, told = json.loads(done.stdout)
    return verdicts, told
