"""Confirm a claim after showing all that there is to know of it; without SLUG, go through what waits one by one."""

import argparse
import sys

from accord.commands.words import refused
from accord.files.problem import CalledWrongly, visible
from accord.project import reading
from accord.register.writing.draft import Draft
from accord.register.writing.terminal import agreed, line
from accord.steward import view
from accord.steward.confirming import Confirming
from accord.steward.queue import Waiting


def run(options: argparse.Namespace) -> int:
    """Return 0 where a claim is confirmed or the user decides against it, 1 where it can't be, 2 on a wrong call."""
    given = {"method": options.method or "", "checked_url": options.checked_url or ""}
    work = Confirming(reading.load(options.root), options.today)
    if options.slug and options.target:
        return _one(work, work.find(options.slug, options.target), given)
    if not sys.stdin.isatty():
        raise CalledWrongly("missing: SLUG, --target. In a terminal, the command asks.")
    return _each(work, options.slug, given)


def _one(work: Confirming, item: Waiting, given: dict[str, str]) -> int:
    _show(work, item)
    draft = work.draft(item, given)
    if item.faults:
        return refused((), "Nothing is confirmed.")
    if missing := draft.missing():
        if not sys.stdin.isatty():
            options = ", ".join(f"--{spec.name.replace('_', '-')}" for spec in missing)
            raise CalledWrongly(f"missing: {options}. In a terminal, the command asks.")
        work.ask(draft)
        if not agreed("Confirm it?"):
            print("Nothing is confirmed.")
            return 0
    if not _made(work, draft):
        return 1
    print("It counts once it is sealed: accord seal --key KEY")
    return 0


def _each(work: Confirming, slug: str | None, given: dict[str, str]) -> int:
    """Go through what waits, oldest first. What is confirmed can make room for what follows from it."""
    paths = [item.claim.path for item in work.queue.waiting if slug in (None, item.claim.signatory)]
    made = 0
    for number, path in enumerate(paths, 1):
        item = next(each for each in work.queue.waiting if each.claim.path == path)
        print(f"\n{number} of {len(paths)}")
        _show(work, item)
        answer = "skip" if item.faults else _answer()
        if answer == "stop":
            break
        if answer in ("confirm", "c"):
            draft = work.draft(item, given)
            work.ask(draft)
            made += _made(work, draft)
    print(f"{made} of {len(paths)} confirmed.{' They count once they are sealed: accord seal --key KEY' * bool(made)}")
    return 0


def _answer() -> str:
    words = ("confirm", "c", "skip", "stop")
    return line(
        "Confirm, skip or stop? ", lambda said: "" if said.lower() in words else "Write one of the three."
    ).lower()


def _show(work: Confirming, item: Waiting) -> None:
    for words in view.lines(work.queue, item):
        print(visible(words))


def _made(work: Confirming, draft: Draft) -> bool:
    path, problems = work.confirm(draft)
    if problems:
        return not refused(problems, "Nothing is confirmed.")
    print(path)
    return True
