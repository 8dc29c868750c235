"""The list of digests that anyone keeps as a witness: `sha256sum` reads it, and a changed one is found."""

from __future__ import annotations

import hashlib
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.records import Erased
from accord.verify import merkle, root_list, since
from accord.verify.root_list import RootList
from accord.verify.wire import Refusal
from tests.hostile import Bad, answered

DAY = date(2026, 6, 1)
AGAIN = "Get the list again, byte for byte, from where it was published."
TEXT, ABOUT = "commitment/versions/1.0.0.md", "commitment/versions/1.0.0.yml"
OVEN = "commitment/signatories/oven/2026-05-01-signed.yml"
MILL = "commitment/signatories/mill/2026-05-01-signed-2.yml"
SHAS = {path: hashlib.sha256(path.encode()).hexdigest() for path in (OVEN, TEXT, MILL, ABOUT)}
MADE = root_list.make(SHAS, DAY)
RAW = root_list.write(MADE)
ROWS = RAW.decode().splitlines()
ROOT = MADE.root


def test_the_list_is_exactly_this() -> None:
    """Versions first, then records, each part by path; the root is over the records' lines in that order."""
    leaves = [f"{SHAS[MILL]}  {MILL}".encode(), f"{SHAS[OVEN]}  {OVEN}".encode()]
    root = hashlib.sha256(b"\1" + merkle.leaf(leaves[0]) + merkle.leaf(leaves[1])).hexdigest()
    rows = [f"# root sha256:{root} over 2 records, as at 2026-06-01"]
    rows += [f"{SHAS[path]}  {path}" for path in (TEXT, ABOUT, MILL, OVEN)]
    assert RAW.decode() == "".join(f"{row}\n" for row in rows)


def test_an_empty_register() -> None:
    made = root_list.make({}, DAY)
    sha = hashlib.sha256(b"").hexdigest()
    assert root_list.write(made).decode() == f"# root sha256:{sha} over 0 records, as at 2026-06-01\n"
    assert root_list.read(root_list.write(made)) == made


def test_one_record_is_one() -> None:
    made = root_list.make({OVEN: SHAS[OVEN]}, DAY)
    assert b" over 1 record, as at " in root_list.write(made)
    assert root_list.read(root_list.write(made)) == made


def test_sha256sum_reads_it(tmp_path: Path) -> None:
    """With nothing of ours: a file that fits is OK, a changed one fails."""
    for path in SHAS:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    (tmp_path / "list").write_bytes(RAW)
    command = ["sha256sum", "--strict", "-c", "list"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    (tmp_path / OVEN).write_text("changed")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 1


PATHS = st.from_regex(
    r"commitment/(versions/[1-9]\.[0-9]\.[0-9]\.(md|yml)|signatories/[a-z0-9-]{1,9}/2026-0[1-9]-0[1-9]-signed(-2)?\.yml)",
    fullmatch=True,
)


@given(st.dictionaries(PATHS, st.binary(min_size=32, max_size=32).map(bytes.hex), max_size=12))
def test_what_is_written_is_read(shas: dict[str, str]) -> None:
    """And the order in which the digests came is of no matter."""
    made = root_list.make(shas, DAY)
    assert root_list.read(root_list.write(made)) == made
    assert root_list.write(root_list.make(dict(reversed(shas.items())), DAY)) == root_list.write(made)


START = f'The list does not start with "# root sha256:… over … records, as at …". {AGAIN}'
LINE = f"The line is not a digest, two spaces and the path of a version or record. {AGAIN}"
BAD: dict[str, tuple[bytes, str, int]] = {
    "empty": (b"", f"The list is empty. {AGAIN}", 1),
    "blank": (b"\n\n", f"The list is empty. {AGAIN}", 1),
    "large": (b"#" * (root_list.LARGEST + 1), f"The list is larger than 32 MiB. {AGAIN}", 1),
    "UTF-16": (RAW.decode().encode("utf-16"),
               f"The list holds characters that no list of ours has, or is saved as UTF-16. {AGAIN}", 1),
    "UTF-16 without mark": (RAW.decode().encode("utf-16-le"),
                            f"The list holds characters that no list of ours has, or is saved as UTF-16. {AGAIN}", 1),
    "BOM": (b"\xef\xbb\xbf" + RAW,
            f"The list holds characters that no list of ours has, or is saved as UTF-16. {AGAIN}", 1),
    "CR LF": (RAW.replace(b"\n", b"\r\n"), f"The list has Windows line ends (CR LF). {AGAIN}", 1),
    "a page of HTML": (b"<!doctype html>\n<title>404</title>\n", START, 1),
    "no first line": (RAW.partition(b"\n")[2], START, 1),
    "no day": (RAW.replace(b"2026-06-01\n", b"2026-02-30\n"), START, 1),
    "one line more": (RAW + b"\n", LINE, 6),
    "one space": (RAW.replace(b"  commitment/v", b" commitment/v", 1), LINE, 2),
    "sha256sum's mark of binary": (RAW.replace(b"  commitment/v", b" *commitment/v", 1), LINE, 2),
    "capitals": (RAW.replace(SHAS[TEXT].encode(), SHAS[TEXT].upper().encode()), LINE, 2),
    "another place": (RAW.replace(b"commitment/versions/1.0.0.md", b"/etc/passwd"), LINE, 2),
    "up and away": (RAW.replace(b"signatories/mill/", b"signatories/../"), LINE, 4),
    "an escape": (RAW.replace(b"1.0.0.md", b"1.0.0.md\x1b[2J"), LINE, 2),
    "twice": (RAW + ROWS[2].encode() + b"\n", f"The list names {ABOUT} twice. {AGAIN}", 6),
    "one record less": (b"\n".join(RAW.split(b"\n")[:-2]) + b"\n", f"The list says 2 records and holds 1. {AGAIN}", 1),
    "a changed count": (RAW.replace(b"over 2", b"over 3"), f"The list says 3 records and holds 2. {AGAIN}", 1),
    "a changed root": (RAW.replace(ROOT.encode(), b"0" * 64),
                       f"The list was changed: its lines give the root sha256:{ROOT}. {AGAIN}", 1),
}  # fmt: skip


def bad_inputs() -> Iterator[Bad]:
    """Join tests/hostile.py, which tries each within bounds."""
    for name, (raw, expected, _) in BAD.items():
        yield answered(name, partial(root_list.read, raw), expected)


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_list_has_its_own_words(name: str) -> None:
    """Each in bounded time."""
    raw, expected, line = BAD[name]
    start = time.process_time()
    found = root_list.read(raw)
    assert time.process_time() - start < 2
    assert str(found) == expected
    assert isinstance(found, Refusal)
    assert found.line == line


def test_a_changed_record_changes_the_root() -> None:
    found = root_list.read(RAW.replace(SHAS[OVEN].encode(), b"0" * 64))
    assert isinstance(found, Refusal)
    assert found.wrong.startswith("The list was changed: its lines give the root sha256:")


def test_a_missing_last_line_end_is_taken() -> None:
    """Copied from a browser, it is the same list."""
    assert root_list.read(RAW[:-1]) == MADE


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(raw: bytes) -> None:
    assert isinstance(root_list.read(raw), Refusal)
    assert isinstance(root_list.read(RAW + raw), Refusal | RootList)


@given(st.integers(0, len(RAW) - 2), st.integers(1, 255))
def test_any_changed_byte_of_a_records_line_is_found(at: int, bits: int) -> None:
    """What the root covers can't change unseen; a version's digest is checked against its file."""
    changed = RAW[:at] + bytes([RAW[at] ^ bits]) + RAW[at + 1 :]
    found = root_list.read(changed)
    start = RAW.index(SHAS[MILL].encode())
    assert isinstance(found, Refusal) or at < start


def gone(path: str, sha: str) -> Erased:
    return Erased(path, "signed", "oven", DAY, 1, f"sha256:{sha}", DAY, "at the signatory's request")


def told(now: dict[str, str], erased: dict[str, Erased]) -> list[str]:
    return [str(problem) for problem in since.problems(MADE, since.compare(MADE, now, erased), erased)]


BRING = "Bring the file back as it was, and add a new record or version for what has changed."


def test_nothing_vanished() -> None:
    found = since.compare(MADE, {**SHAS, "commitment/signatories/a/2026-06-01-signed.yml": "0" * 64}, {})
    assert (found.kept, found.added) == ([*MADE.digests], ["commitment/signatories/a/2026-06-01-signed.yml"])
    assert told(SHAS, {}) == []


def test_what_vanished_changed_or_was_erased_is_named() -> None:
    """Each by its path; an erasure that keeps the digest is a note."""
    less = {path: sha for path, sha in SHAS.items() if path != OVEN}
    assert told(less, {}) == [f"{OVEN}:1: It was in the list of 2026-06-01, and it is gone. {BRING}"]
    assert told({**SHAS, TEXT: "0" * 64}, {}) == [
        f"{TEXT}:1: It was in the list of 2026-06-01 as sha256:{SHAS[TEXT]}, and its bytes have changed. {BRING}"
    ]
    assert told(less, {OVEN: gone(OVEN, SHAS[OVEN])}) == [
        f"{OVEN}.erased:1: note: It was in the list of 2026-06-01, and was erased on 2026-06-01: "
        "at the signatory's request. Its digest stays."
    ]
    long_ago = replace(gone(OVEN, SHAS[OVEN]), erased=date(2026, 5, 31))
    assert told(less, {OVEN: long_ago}) == []  # before the list was made
    assert told(less, {OVEN: gone(OVEN, "0" * 64)}) == [
        f"{OVEN}.erased:1: digest: It was in the list of 2026-06-01, and what is left of it gives another digest than "
        f"the list. Write sha256:{SHAS[OVEN]}."
    ]


@given(st.dictionaries(PATHS, st.sampled_from(["kept", "erased", "other erased", "changed", "gone"]), max_size=12))
def test_each_file_of_the_list_has_one_fate(fates: dict[str, str]) -> None:
    """Whatever became of them, each is in exactly one part, and the right one."""
    old = root_list.make({path: hashlib.sha256(path.encode()).hexdigest() for path in fates}, DAY)
    now = {path: old.digests[path] if fate == "kept" else "0" * 64 for path, fate in fates.items()
           if fate in ("kept", "changed")}  # fmt: skip
    erased = {path: gone(path, old.digests[path] if fate == "erased" else "0" * 64) for path, fate in fates.items()
              if "erased" in fate}  # fmt: skip
    found = since.compare(old, now, erased)
    parts = {"kept": found.kept, "erased": found.erased, "changed": found.changed, "gone": found.vanished}
    became = {path: word for word, paths in parts.items() for path in paths}
    assert became == {path: "changed" if fate == "other erased" else fate for path, fate in fates.items()}
    assert sum(map(len, parts.values())) == len(fates)
    assert found.added == []
