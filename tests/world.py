"""A project on disk for tests: what people call in it, and what anybody may do to its files (tests/calls.py)."""

from __future__ import annotations

import errno
import io
import re
import shlex
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest

from accord.cli import main
from accord.files.digests import digest
from tests import bad_inputs, sealed, support

DAY = "2026-06-01"
S = sealed.S


class Terminal(io.StringIO):
    """A standard input that is a terminal, at which somebody types these lines."""

    def isatty(self) -> bool:
        return True


class World(support.Folder):
    """A project on disk, what people call in it, and what anybody may do to its files."""

    said = ""

    def __init__(self, root: Path, day: str = DAY) -> None:
        super().__init__(root)
        self.day, self.patch = day, pytest.MonkeyPatch()

    # What is typed.

    def call(self, *words: str, as_of: str = "") -> int:
        """Call a command, and return its status. What it prints is in `said`, errors where they come."""
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        with redirect_stdout(out), redirect_stderr(out):
            try:
                day = ["--as-of", as_of or self.day] if as_of or self.day else []
                status = main([words[0], "--root", str(self.root), *day, *words[1:]])
            except SystemExit as stopped:
                status = int(str(stopped.code))
        out.seek(0)
        self.said = out.read()
        assert "Traceback" not in self.said
        return status

    def run(self, words: str | list[str], **told: Any) -> None:
        """Call a command, and see to it that it does what the table says."""
        typed = words if isinstance(words, list) else shlex.split(words)
        stdin: io.TextIOBase = io.TextIOWrapper(io.BytesIO(told.get("pastes", "").encode()), encoding="utf-8")
        if "types" in told:
            stdin = Terminal("".join(f"{line}\n" for line in told["types"]))
        before = self.files() if told.get("exit") else {}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdin", stdin)
            status = self.call(*typed, as_of=str(told.get("as_of", "")))
        assert status == told.get("exit", 0), self.said
        if status and not told.get("changes"):
            assert self.files() == before
        for piece in _several(told.get("says", ())):
            assert piece.rstrip("\n") in self.said, self.said
        for piece in _several(told.get("never", ())):
            assert piece not in self.said, self.said
        if "just" in told:
            assert self.said.rstrip("\n") == told["just"].rstrip("\n"), self.said
        self.holds(**{key: told[key] for key in ("writes", "gone") if key in told})

    def claim(self, slug: str, event: str = "signed", **values: str) -> None:
        """Make a claim by the command. What is not said is usual; an empty value is left out."""
        usual = {"role": "Owners", "kind": "organisation", "organisation": slug.replace("-", " ").title()}
        given = {**(usual if event == "signed" else {"role": "Owners"}), **values}
        options = [word for name, value in given.items() if value for word in (f"--{name.replace('_', '-')}", value)]
        assert self.call("sign", "--event", event, "--signatory", slug, *options) == 0, self.said

    def confirm(self, path: str, **told: Any) -> None:
        """Confirm a claim by a letter."""
        self.run(f"confirm {path.split('/')[2]} --target {self.digest(path)} --method letter", **told)

    def found(self, *offices: str, **told: Any) -> None:
        pairs = (f"--steward {office}={sealed.keys() / office}.pub" for office in offices or ("harbour", "meadow"))
        self.run(f"found {' '.join(pairs)}", **told)

    def seal(self, offices: list[str], **told: Any) -> None:
        self.run(f"seal --yes {' '.join(f'--key {sealed.keys() / office}' for office in offices)}", **told)

    # What is there.

    def holds(self, writes: Mapping[str, str] = {}, gone: Sequence[str] = ()) -> None:
        """See to it that files have just these bytes, and that others are not there."""
        assert {path: self.raw(path).decode() for path in writes} == writes
        assert [path for path in gone if (self.root / path).exists()] == []

    def zipped(self, path: str, holds: Sequence[str]) -> None:
        """See to it that a pack has these files and no others."""
        names = zipfile.ZipFile(self.root / path).namelist()
        assert [name.partition("/")[2] for name in names] == holds

    def files(self) -> dict[str, bytes]:
        tops = (self.root / name for name in ("commitment", "data"))
        return {str(path): path.read_bytes() for top in tops for path in top.rglob("*") if path.is_file()}

    def digest(self, path: str) -> str:
        return digest(self.raw(path))

    def filled(self, told: Any) -> Any:
        """Return what a table tells with all in it that stands for something else filled in."""
        if isinstance(told, dict):
            return {self.filled(key): self.filled(each) for key, each in told.items()}
        if isinstance(told, list):
            return [self.filled(each) for each in told]
        if not isinstance(told, str):
            return told
        paths = re.sub(r"~([a-z0-9-]+/[0-9-]+-[a-z]+(?:-[0-9]+)?)", rf"{S}/\1.yml", told)
        return re.sub(r"\{([a-z]+)(?: ([^ {}]+))?\}", self._part, paths)

    def _part(self, found: re.Match[str]) -> str:
        if found[1] == "digest":
            return self.digest(found[2])
        if found[1] == "sample":
            return (support.HERE / "sample" / found[2]).read_text(encoding="utf-8")
        if found[1] == "text":
            return self.raw(found[2]).decode()
        if found[1] == "nearly":  # a digest with a slip
            return self.digest(found[2])[:-1] + ("1" if self.digest(found[2])[-1] == "0" else "0")
        if found[1] == "public":
            return sealed.steward("", found[2]).split(" ", 2)[2].strip()
        return str(getattr(self, found[1], None) or sealed.keys() / found[1])

    # What anybody may do to the files, with whatever keys they have.

    def move(self, path: str, to: str) -> None:
        (self.root / path).rename(self.root / to)

    def copy(self, path: str, to: str) -> None:
        shutil.copy(self.root / path, self.root / to)

    def link(self, path: str, to: str) -> None:
        (self.root / path).symlink_to(to)

    def mark(self, path: str) -> None:
        """Mark a file as a program."""
        (self.root / path).chmod(0o755)

    def drop(self, path: str) -> None:
        """Take away all that fits a pattern. A folder goes with what is in it."""
        for found in list(self.root.glob(path)):
            shutil.rmtree(found) if found.is_dir() else found.unlink()

    def record(self, slug: str, day: str = "2026-05-30", event: str = "signed", /, **values: str) -> None:
        """Lay down a record by hand."""
        sealed.record(self.root, slug, day, event, values)

    def confirmed(self, path: str, day: str = "2026-05-30") -> None:
        """Lay down what confirms a record by hand."""
        sealed.confirm(self.root, path, day)

    def sealed(self, day: str, by: list[str]) -> None:
        """Seal what lies there by the keys of these offices, or by other keys: `OFFICE KEY`. Nothing is checked."""
        path = sealed.seal(self.root, day=day)
        for each in by:
            sealed.sign(self.root, path, *each.split())

    def signature(self, path: str, by: str) -> None:
        sealed.sign(self.root, path, *by.split())

    def stewards(self, path: str, rows: list[list[str]], more: bool = False) -> None:
        """Write a list of keys. A row is an office, its key and the days from which and until which it counts."""
        lines = "".join(sealed.steward(*row) for row in rows)
        self.put(path, (self.raw(path) if more else b"") + lines.encode())

    def erased(self, path: str) -> None:
        """Leave of a record what stewards leave, and nothing asked."""
        left = f'digest: "{self.digest(path)}"\ndate: "2026-05-30"\nground: "A request"\n'
        self.put(f"{path}.erased", left.encode())
        (self.root / path).unlink()

    def flood(self, path: str, times: int, of: str = "", text: str = "") -> None:
        """Write many files: a copy of one, or a text. <n> is the number of each, <m> the next."""
        for number in range(times):
            words = text.replace("<m>", str(number + 1)).encode()
            self.put(path.replace("<n>", str(number)), self.raw(of) + b" " * number if of else words)

    def lists(self, seal: str, path: str) -> None:
        """Have a seal list a file more. It is signed again by whoever can."""
        first, *rows = self.raw(seal).decode().splitlines(keepends=True)
        rows.append(f"{self.digest(path).removeprefix('sha256:')}  {path}\n")
        self.put(seal, (first + "".join(sorted(rows, key=lambda row: row[66:]))).encode())

    def unlists(self, seal: str, words: str) -> None:
        rows = self.raw(seal).decode().splitlines(keepends=True)
        self.put(seal, "".join(row for row in rows if words not in row).encode())

    def long_seal(self, path: str) -> None:
        """Write a long seal, of files that are not there."""
        rows = "".join(f"{number:064x}  {S}/a{number:05}/2026-05-10-signed.yml\n" for number in range(5000))
        self.put(path, f"# 2026-05-31 adds much\n{rows}".encode())

    def module(self, path: str) -> None:
        """Put a submodule into what will be committed."""
        head = self.git("rev-parse", "HEAD").strip()
        self.git("update-index", "--add", "--cacheinfo", f"160000,{head},{path}")
        (self.root / path).mkdir()

    def key(self, path: str) -> None:
        """Make a key of an old type."""
        command = ["ssh-keygen", "-q", "-t", "ecdsa", "-b", "256", "-N", "", "-f", str(self.root / path)]
        subprocess.run(command, check=True, capture_output=True)

    def full(self, writer: str, of: str = "") -> None:
        """Let the disk be full for files whose names end so, as the function of that name finds when it writes one."""
        write = resolve_name(writer)

        def refuse(path: Path, raw: bytes) -> None:
            if path.name.endswith(of):
                raise OSError(errno.ENOSPC, "No space left on device", str(path))
            write(path, raw)

        self.patch.setattr(writer, refuse)

    def room(self, _: bool) -> None:
        """Let there be room on the disk again."""
        self.patch.undo()

    def git(self, *words: str) -> str:
        return sealed.git(self.root, *words)

    def commit(self, words: str = "A change") -> None:
        sealed.commit(self.root, words)

    def does(self, step: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
        """Do one step of a table, or several that belong together."""
        if not isinstance(step, Mapping):
            for each in step:
                self.does(each)
            return
        given = self.filled(dict(step))
        way = next(iter(given))
        if way in ("file", "add", "remove", "publish"):
            bad_inputs.change(self, given)
        else:
            first = given.pop(way)
            getattr(self, way)(*(first if way in ("record", "found") else [first]), **given)


def _several(told: Any) -> list[str]:
    return [told] if isinstance(told, str) else list(told)
