"""Each record lies in its signatory's folder under a name that says its day and event, and says the same inside.

A file that no reader finds is a record that nobody checks, and two names that some computers take for one are a record
that somebody loses (security.md, 3.4).
"""

import re
from collections.abc import Iterator

from accord.files.problem import Problem, listed, shown
from accord.project.inputs import Inputs
from accord.register import reading as records
from accord.register.book import book, names
from accord.register.record import EVENTS, Record
from accord.register.record_messages import said
from accord.register.record_values import day

FORM = "Name it <day>-<event>.yml, such as 2026-11-22-signed.yml; a second of one day ends in -2.yml."


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield names that are not a record's, and what a record says that its name does not."""
    told = book(inputs.project)
    gone = {(left.signatory, left.digest): left for left in told.folder.gone}
    for path, name in names(told.folder):
        if name is None:
            yield _named(path)
    for record in told.records:
        yield from _inside(record)
        first = told.by_digest[record.signatory, record.digest]
        if first is not record:
            wrong = f"The record is the same as {first.path}, byte for byte."
            yield Problem(record.path, 1, "", wrong, "Delete it: one thing has one record.")
        if left := gone.get((record.signatory, record.digest)):
            wrong = f"Two stewards erased this record ({left.path}.erased), and what confirmed it may lie there still."
            yield Problem(record.path, 1, "", wrong, "Delete it. What happened anew gets a record of its own.")
    paths = {file.path for file in told.folder.records}
    for file in told.folder.erased:
        if file.path.removesuffix(".erased") in paths:
            wrong = "The record that was erased is still there."
            yield Problem(file.path, 1, "", wrong, "Delete the record, or this file.")


def _named(path: str) -> Problem:
    _, _, slug, name = path.split("/")
    if not records.is_slug(slug):
        return Problem(path, 1, "", *said("slug", slug=shown(slug)))
    match = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-([a-z]+)(?:-[0-9]+)?\.yml", name)
    if match and match[1] not in EVENTS:
        return Problem(path, 1, "", f"{shown(match[1])} is no event.", f"Events are {listed(EVENTS)}.")
    if match and re.search(r"-(?:0[0-9]*|1)\.yml", name):
        return Problem(path, 1, "", "The first record of a day has no number, and the next has -2.", FORM)
    if match and day(name[:10]) is None:
        return Problem(path, 1, "", f"{shown(name[:10])} is no day of the calendar.", FORM)
    return Problem(path, 1, "", "The file's name is not a record's.", FORM)


def _inside(record: Record) -> Iterator[Problem]:
    placed = {"event": record.event, "signatory": record.signatory, "date": record.date.isoformat()}
    for name, value in placed.items():
        own = record.get(name)
        if own and own != value:
            yield record.fault(name, "place", own=shown(own), value=shown(value))
