"""One record from options to a written file: filled in, judged, shown, written."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from accord.files.atomic import write_new
from accord.files.characters import mended
from accord.files.problem import CalledWrongly, Problem
from accord.project import reading
from accord.project.reading import Project
from accord.register.book import book
from accord.register.folder import read_folder
from accord.register.record_fields import CLAUSE, Spec
from accord.register.writing import make
from accord.register.writing.draft import EVENT, Draft
from accord.register.writing.terminal import say

STOPPED = "Nothing is written."
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


def sign(root: Path, as_of: date, given: Mapping[str, str], to_stdout: bool = False) -> int:
    """Make a record. Whatever people read goes to standard error, and the name of what was written to standard output.

    Return 0 where the record is written, 1 on problems.

    Raises:
        CalledWrongly: a field is missing.
        OSError: the record can't be written.
    """
    project = reading.load(root)
    draft = Draft(book(project), as_of, {name: mended(value) for name, value in given.items()})
    draft.known()
    missing = draft.missing() if draft.event else [EVENT]
    if missing and not (draft.values.get("signatory") and draft.event and draft.homeless()):
        raise CalledWrongly(f"missing: {', '.join(map(_option, missing))}. The site's page for signing asks for it.")
    path, raw, found = _made(project, draft)
    for problem in found:
        say(str(problem))
    if any(problem.severity == "problem" for problem in found):
        say(STOPPED)
        return 1
    if to_stdout:
        sys.stdout.buffer.write(raw)
        sys.stdout.flush()
        return 0
    say(f"\n{path}:\n\n{raw.decode()}\n{PUBLIC}\n")
    write_new(root / path, raw)
    print(path)
    say("It counts once a steward has confirmed it. Commit it, and propose the change: it needs no other file.")
    return 0


def _option(spec: Spec) -> str:
    names = {name: option for option, name in PER_CLAUSE.items()}
    option = names.get(spec.name.replace(spec.clause, CLAUSE)) if spec.clause else None
    return f"--{option} {spec.clause}=…" if option else f"--{spec.name.replace('_', '-')}"


def _made(project: Project, draft: Draft) -> tuple[str, bytes, list[Problem]]:
    """Return the record's path and bytes, and what the check says of it."""
    values = draft.values
    raw = make.encode(values, draft.specs())
    if homeless := draft.homeless():
        return "", raw, [homeless]
    path = make.free(read_folder(project), values["signatory"], values["date"], values["event"])
    return path, raw, make.problems(project, draft.as_of, path, raw)
