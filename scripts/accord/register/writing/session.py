"""One record from first answer to written file: filled in, asked for, judged, shown, written."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from accord.files.atomic import write_new
from accord.files.characters import mended
from accord.files.problem import Problem, visible
from accord.project import reading
from accord.register.book import book
from accord.register.folder import read_folder
from accord.register.record_fields import CLAUSE, Spec
from accord.register.writing import make
from accord.register.writing.ask import Asker
from accord.register.writing.draft import Draft
from accord.register.writing.terminal import ask

PUBLIC = (
    "All of this becomes public, and so do the name and the address that your git writes beside it.\n"
    "Git keeps it for good, even where a steward erases the record later. Name an office, and no person."
)
# The options that give a field of one clause, as `--answer respect-1=kept`.
PER_CLAUSE = {
    "reserves": f"reserves_{CLAUSE}",
    "answer": CLAUSE,
    "why": f"{CLAUSE}_why",
    "evidence": f"{CLAUSE}_evidence",
}


@dataclass(frozen=True)
class Wish:
    """What the caller wants: where, on which day, which fields are given, and what to do with the record."""

    root: Path
    as_of: date
    values: Mapping[str, str]
    to_stdout: bool = False


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


class Session:
    """One run. Whatever people read goes to standard error; standard output gets the names of what was written."""

    def __init__(self, wish: Wish) -> None:
        self.wish = wish
        self.project = reading.load(wish.root)
        self.draft = Draft(book(self.project), wish.as_of, {k: mended(v) for k, v in wish.values.items()})
        self.asker: Asker | None = None

    def run(self) -> int:
        """Return 0 where the record is written or the user decides against it, 1 on problems, 2 on a wrong call."""
        return self._filled() or self._judged()

    def _wrong(self, words: str) -> int:
        _say(visible(f"accord sign: {words}"))
        return 2

    def _filled(self) -> int:
        """Fill in what is known, and ask for the rest. Return 2 where there is nobody to ask."""
        self._resolve()
        trial = replace(self.draft, values=dict(self.draft.values))
        trial.known()
        missing = trial.missing() if trial.event else []
        if trial.event and not missing:
            self.draft = trial
        elif sys.stdin.isatty():
            self.asker = Asker(self.draft, ask, _say)
            self.asker.everything()
        elif trial.values.get("signatory") and (homeless := trial.homeless()):
            _say(f"{homeless}\nNothing is written.")
            return 1
        else:
            return self._wrong(f"missing: {self._options(missing)}. In a terminal, the command asks for it.")
        self._resolve()
        return 0

    def _resolve(self) -> None:
        """Put the digest where a file's name stands for it, and a council's short name where its usual one does."""
        for name in ("signatory", "target"):
            if name in self.draft.values:
                self.draft.values[name] = self.draft.resolved(name, self.draft.values[name])

    def _options(self, missing: list[Spec]) -> str:
        if not self.draft.event:
            return "--event"
        names = {name: option for option, name in PER_CLAUSE.items()}
        told = []
        for spec in missing:
            option = names.get(spec.name.replace(spec.clause, CLAUSE)) if spec.clause else None
            told.append(f"--{option} {spec.clause}=…" if option else f"--{spec.name.replace('_', '-')}")
        return ", ".join(told)

    def _judged(self) -> int:
        """Judge the record by the rules of the check, until it is good or there is nobody to ask again."""
        while True:
            path, raw, found = self._made()
            for problem in found:
                _say(str(problem))
            wrong = {problem.field for problem in found if problem.severity == "problem"}
            if not wrong:
                return self._agreed(path, raw)
            if self.asker is None or not self.asker.again(wrong):
                _say("Nothing is written.")
                return 1

    def _made(self) -> tuple[str, bytes, list[Problem]]:
        values = self.draft.values
        raw = make.encode(values, self.draft.specs())
        if homeless := self.draft.homeless():
            return "", raw, [homeless]
        path = make.free(read_folder(self.project), values["signatory"], values["date"], values["event"])
        return path, raw, make.problems(self.project, self.wish.as_of, path, raw)

    def _agreed(self, path: str, raw: bytes) -> int:
        """Show the record, and write it where that is wanted."""
        if self.wish.to_stdout:
            sys.stdout.buffer.write(raw)
            sys.stdout.flush()
            return 0
        _say(f"\n{path}:\n\n{raw.decode()}\n{PUBLIC}\n")
        if self.asker and not self.asker.agree("Write it?"):
            _say("Nothing is written.")
            return 0
        return self._written(path, raw)

    def _written(self, path: str, raw: bytes) -> int:
        file = self.wish.root / path
        try:
            write_new(file, raw)
        except FileExistsError:
            stays = f"{file} was written by somebody else meanwhile, and stays as it is. Run the command again."
            _say(visible(stays))
            return 1
        except OSError as error:
            _say(visible(f"{file} can't be written: {error.strerror}."))
            return 1
        print(path)
        _say("It counts once a steward has confirmed it. Commit it, and propose the change: it needs no other file.")
        return 0
