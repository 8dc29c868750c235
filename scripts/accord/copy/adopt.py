"""Makes a copy a council's own: asks for its settings or takes them, judges them, and writes them in one step each."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accord.copy.draft import KIND, SITE, LocalDraft, Value, typed
from accord.files import disk
from accord.files.atomic import write_new, write_over
from accord.files.nodes import plain
from accord.files.problem import Problem, clipped, visible
from accord.files.text import LARGEST
from accord.project import reading
from accord.project.reading import LOCAL

NONE = "-"  # what takes a setting away
NEEDED = ("authority", "council", "name", "contact")
FOLLOWS = ("council", "name")  # from the authority
GROUPS = {
    "authority": "Whose copy this is",
    "address": "Where it is (both may wait)",
    "logo": "How it looks (all of it may wait)",
    "accessibility_contact": "What a public body must say about accessibility (it may wait until you publish)",
    "privacy_contact": "What it must say about privacy (it may wait until you publish)",
    "security_contact": "Where a weakness can be reported (it may wait)",
}


@dataclass(frozen=True)
class Wish:
    """What the caller wants. `values` are the settings that are given; `logo` among them is a file's path."""

    root: Path
    as_of: date
    values: Mapping[str, Value]
    again: bool = False


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _read(words: str) -> str:
    print(words, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


class Adoption:
    """One run. Whatever people read goes to standard error; standard output gets the names of what was written."""

    def __init__(self, wish: Wish) -> None:
        self.wish = wish
        self.draft = LocalDraft(reading.load(wish.root), wish.as_of)

    def run(self) -> int:
        """Return 0 where the settings are written or the user decides against it, 1 on problems, 2 on a wrong call."""
        if (self.wish.root / SITE).exists() and not self.wish.again:
            return self._wrong(f"{SITE} is there already. To change it, add --again; what you leave out stays.")
        self._kept()
        for name, value in self.wish.values.items():
            if fault := self._take(name, value):
                return self._wrong(fault)
        self.draft.known()
        unknown = self._of("authority") if self.draft.values.get("authority") else []
        if unknown and not sys.stdin.isatty():
            return self._wrong(f"{unknown[0].wrong} {unknown[0].cure}")
        known = self.draft.values
        lacking = [name for name in NEEDED if not (known.get(name) or (name in FOLLOWS and not known.get("authority")))]
        asking = sys.stdin.isatty() and (bool(lacking) or not self.wish.values)
        if lacking and not asking:
            options = ", ".join(f"--{name}" for name in lacking)
            return self._wrong(f"missing: {options}. In a terminal, the command asks for it.")
        if asking:
            self._ask()
        problems = [problem for problem in self.draft.problems() if problem.severity == "problem"]
        for problem in problems:
            _say(str(problem))
        if problems:
            _say("Nothing is written.")
            return 1
        if asking and not self._agreed():
            _say("Nothing is written.")
            return 0
        return self._write()

    def _wrong(self, words: str) -> int:
        _say(visible(f"accord adopt: {words}"))
        return 2

    def _kept(self) -> None:
        """Take over the settings that are there."""
        for document in self.draft.project.of_kind(KIND):
            found = plain(document.node)
            if isinstance(found, dict):
                self.draft.values |= {name: _as_value(value) for name, value in found.items()}

    def _take(self, name: str, value: Value) -> str:
        """Set one setting, or take it away. Return what is wrong with a logo's file, or an empty string."""
        if value == NONE:
            self.draft.values.pop(name, None)
        elif name == "logo":
            return self._logo(Path(str(value)).expanduser())
        elif isinstance(value, list):
            self.draft.values[name] = [typed(item) for item in value]
        else:
            self.draft.values[name] = self.draft.resolved(value) if name == "authority" else typed(value)
        return ""

    def _logo(self, path: Path) -> str:
        kept = self.wish.root / LOCAL
        if path.suffix.lower() != ".png":
            return f"{path} does not end in .png. Save the logo in this form."
        try:
            self.draft.logo = disk.start(path.resolve(), LARGEST)
        except OSError as error:
            return f"{path} can't be read: {error.strerror}. Give the path of a file, or leave the logo out."
        self.draft.values["logo"] = "logo.png"
        if path.resolve().parent == kept.resolve() and path.name == self.draft.values["logo"]:
            self.draft.logo = None  # it lies in its place
        return ""

    def _ask(self) -> None:
        """Ask for every setting in the order of the file, again where an answer can't be right."""
        _say("Press Enter alone to take what stands in [brackets], or to leave a thing for later.")
        _say(f"A hyphen ({NONE}) takes a setting away. Ctrl-C stops, and nothing is written.")
        for name, about in self.draft.schema.items():
            if name in self.wish.values and not self._of(name):
                continue
            if name in GROUPS:
                _say(f"\n{GROUPS[name]}\n{'-' * len(GROUPS[name])}")
            self._field(name, about)

    def _field(self, name: str, about: Mapping[str, object]) -> None:
        many = about.get("type") == "array"
        kept = self.draft.values.get(name, "")
        default = "; ".join(kept) if isinstance(kept, list) else kept or self.draft.default(name)
        _say(f"\n{name}{'' if name in NEEDED else ' (may wait)'}\n  {about['description']}{_form(name, about)}")
        while True:
            told = _unquoted(typed(_read(f"  [{visible(default)}] " if default else "  > ")))
            told = told or (default if not many else "")
            if not told:
                if name not in NEEDED or many:
                    return
                _say("  This is needed.")
                continue
            value: Value = [part.strip() for part in told.split(";") if part.strip()] if many else told
            before = dict(self.draft.values), self.draft.logo
            fault = "" if name == "logo" and told == kept else self._take(name, value)
            wrong = [fault] if fault else [f"{p.wrong} {p.cure}" for p in self._of(name)]
            if not wrong:
                return
            self.draft.values, self.draft.logo = before
            _say(f"  {visible(wrong[0])} Try again.")

    def _of(self, name: str) -> list[Problem]:
        path = f"{LOCAL}{self.draft.values.get('logo')}" if name == "logo" else SITE
        found = [problem for problem in self.draft.problems() if problem.severity == "problem"]
        return [p for p in found if p.field.split("/")[0] == name or (name == "logo" and p.path == path)]

    def _agreed(self) -> bool:
        _say(f"\n{SITE}:\n\n{self.draft.raw().decode()}\nAll of this becomes public. Name offices, and no person.\n")
        while True:
            answer = _read("Write it? (yes or no) ").strip().lower()
            if answer in ("yes", "y", "no", "n"):
                return answer.startswith("y")

    def _write(self) -> int:
        files: list[tuple[str, bytes]] = [(SITE, self.draft.raw())]
        if self.draft.logo is not None:
            files.insert(0, (f"{LOCAL}{self.draft.values['logo']}", self.draft.logo))
        for name, raw in files:
            try:
                (write_over if self.wish.again else write_new)(self.wish.root / name, raw)
            except OSError as error:
                cause = "is there already, and stays as it is. To change it, add --again"
                if not isinstance(error, FileExistsError):
                    cause = f"can't be written: {clipped(str(error.strerror))}"
                _say(visible(f"{name} {cause}."))
                self._undone(files[: files.index((name, raw))])
                return 1
        for name, _ in files:
            print(name)
        if "logo" not in self.draft.values and self.wish.again:
            (self.wish.root / LOCAL / "logo.png").unlink(missing_ok=True)
        self._next()
        return 0

    def _undone(self, written: list[tuple[str, bytes]]) -> None:
        """Take away what was new before something could not be written: a logo alone is no setting."""
        for name, _ in () if self.wish.again else written:
            (self.wish.root / name).unlink(missing_ok=True)
        with suppress(OSError):  # it holds something, or was never made
            (self.wish.root / LOCAL).rmdir()

    def _next(self) -> None:
        """Say what is still to be filled in, and what comes next."""
        missing = self.draft.missing()
        if missing:
            _say(f"\nBefore you publish, fill in {len(missing)} more in {SITE}:")
            for problem in missing:
                _say(f"  {problem.field}: {problem.cure.removeprefix('Add it: ')}")
            _say(
                'Edit the file, or run "accord adopt --again". Until then "accord check" names them: no site is built.'
            )
        else:
            _say("\nNothing is left to fill in.")
        _say("Next: accord check, then make site, then commit data/local/. To sign: accord sign.")
        _say("Where you publish it, set the variable UPSTREAM to the https address of upstream's repository.")


def _as_value(value: object) -> Value:
    return [str(item) for item in value] if isinstance(value, list) else str(value)


def _unquoted(told: str) -> str:
    """Return an answer without the quotes around it: the file needs them, the terminal does not."""
    return told[1:-1] if len(told) > 1 and told[0] == told[-1] == '"' else told


def _form(name: str, about: Mapping[str, object]) -> str:
    """Return the words that say what may be answered."""
    if name == "logo":
        return " Give the path of an .svg or .png file; it is copied."
    if name == "authority":
        return " The name or the code does too."
    if isinstance(choices := about.get("enum"), list):
        return f" One of: {', '.join(choices)}."
    if about.get("type") == "array":
        return " Put semicolons between them."
    return f" Write {str(about['x-expected']).replace(' in quotes', '')}." if "pattern" in about else ""
