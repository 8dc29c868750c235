"""Check files of answers, which the worksheets save, and carry one over to today's guidance."""

import argparse
import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

from accord.answers import book as answer_book
from accord.answers.answers import Answers, encoded
from accord.answers.migration import carried, report
from accord.answers.pages import terminal as answers_text
from accord.files import atomic
from accord.files.problem import CalledWrongly, Problem, counted, shown, visible
from accord.guidance.known import Known
from accord.project import reading
from accord.project.ids import nearest

STDOUT = "-"


def run(options: argparse.Namespace) -> int:
    """Do what is asked. Return 1 where a file has a problem, 2 where the command was called wrongly."""
    if options.what == "migrate" and len(options.files) != 1:
        raise CalledWrongly("give one file.")
    if options.what != "migrate" and (options.out or options.confirm):
        raise CalledWrongly("--out and --confirm go with migrate.")
    book = answer_book.of(reading.load(options.root))
    opened = [book.opened(str(path), path) for path in options.files]
    problems = [problem for each in opened for problem in each.problems]
    if options.what == "check":
        return _check(options, book.known, opened, problems)
    for problem in problems:
        print(problem)
    files = [each.answers for each in opened if each.answers]
    return 1 if problems else _migrate(options, book.known, files[0])


def _check(options: argparse.Namespace, known: Known, opened: list[answer_book.Opened], problems: list[Problem]) -> int:
    notes = [note for each in opened for note in each.notes]
    if options.format == "json":
        _json({"files": len(opened), "problems": [dataclasses.asdict(found) for found in (*problems, *notes)]})
        return 1 if problems else 0
    for found in (*problems, *notes):
        print(found)
    for each in opened:
        if each.answers:
            for line in answers_text.head(report(each.answers, known), known):
                print(visible(f"{each.name}: {line}"))
    counts = (counted(len(opened), "file"), counted(len(problems), "problem"), counted(len(notes), "note"))
    print(f"{counts[0]} read: {counts[1]}, {counts[2]}.")
    return 1 if problems else 0


def _migrate(options: argparse.Namespace, known: Known, file: Answers) -> int:
    confirmed: list[str] = options.confirm or []
    for name in confirmed:
        if name not in file.answers or name not in known.asked:
            near = nearest(name, [each.id for each in report(file, known).of("reworded")])
            raise CalledWrongly(f"{shown(name)} can't be confirmed: the file has no answer to it.{near}")
    today = options.today
    after = carried(file, known, confirmed, today.isoformat())
    source: Path = options.files[0]
    out: Path = options.out or source.with_suffix(".json")  # what was YAML is kept, and JSON stands beside it
    if str(out) == STDOUT:
        sys.stdout.write(encoded(after).decode())
        return 0
    try:
        (atomic.write_over if out == source else atomic.write_new)(out, encoded(after))
    except FileExistsError:
        raise CalledWrongly(f"{out} is there already. Choose another name with --out.") from None
    found = report(after, known)
    if options.format == "json":
        _json(answers_text.told(found))
    for line in answers_text.report(found, known) if options.format != "json" else ():
        print(visible(line))
    return 0


def _json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
