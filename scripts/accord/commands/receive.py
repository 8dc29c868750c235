"""Take in a record that came by e-mail or on paper: found in its text, made right where that is plain, and judged."""

import argparse
import sys
from pathlib import Path

from accord.commands.words import refused
from accord.files import disk
from accord.files.atomic import write_new
from accord.files.digests import digest
from accord.files.problem import Unusable, listed, visible
from accord.project import reading
from accord.register.book import book
from accord.register.folder import read_folder
from accord.register.record import CONFIRMED
from accord.register.writing import make, receiving
from accord.register.writing.draft import Draft


def run(options: argparse.Namespace) -> int:
    """Return 0 where the record is in its place, 1 where it is not plain or not good."""
    most = receiving.LARGEST
    if options.file == "-" and sys.stdin.isatty():
        print("Paste the text, and end with Ctrl-D on a line of its own.", file=sys.stderr)
    raw = sys.stdin.buffer.read(most + 1) if options.file == "-" else disk.start(Path(options.file), most)
    found = receiving.Reading(options.file, receiving.text(raw))
    if found.values.get("event") == CONFIRMED:
        raise Unusable('A confirmation never comes from outside. A steward makes it: "accord confirm".')
    if not found.values:
        raise Unusable('No line of a record is in it. A record begins with a line such as event: "signed".')
    for problem in found.problems:
        print(problem)
    return 1 if found.problems else _placed(options, found)


def _placed(options: argparse.Namespace, found: receiving.Reading) -> int:
    """Judge the record as one that somebody brings, and write it to its place."""
    project, as_of = reading.load(options.root), options.today
    draft = Draft(book(project), as_of, found.values)
    raw = make.encode(found.values, draft.specs())
    if homeless := draft.homeless():
        print(homeless)
        return 1
    day, event, slug = (found.values[name] for name in ("date", "event", "signatory"))
    path = make.free(read_folder(project), slug, day, event)
    if list(found.values) != [line.partition(":")[0] for line in raw.decode().splitlines()]:
        found.changed["order of the fields"] = []
    if not found.changed and raw.decode() not in found.words:
        found.changed["the form of some lines"] = []
    for what, fields in found.changed.items():
        print(visible(f"Made right: {what}{': ' if fields else ''}{listed(fields)}."))
    print("\n".join(visible(line) for line in raw.decode().splitlines()))
    problems = make.problems(project, as_of, path, raw)
    if any(problem.severity == "problem" for problem in problems):
        return refused(problems, options.stopped)
    for problem in problems:
        print(problem)
    own, beside = digest(raw), found.digests - {version.digest for version in draft.book.commitment.versions}
    write_new(options.root / path, raw)
    print(path)
    if own in beside:
        print(f"Its digest is the one that came with it: {own}")
    elif beside:
        print(f"Its digest is {own}. Another came with it, so compare every line with what was sent.")
    else:
        print(f"Its digest is {own}. Compare it with the sender's.")
    print("It is a claim. Commit it; accord queue shows what to look at.")
    return 0
