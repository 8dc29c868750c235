"""Nothing is published that GOVERNANCE.md forbids: people had the days for comment that the class asks for, those whom
a substantive change concerns were asked, and readers learn what they said.

A first version has no text before it, and is exempt. So is one that mends words that do harm: its days follow it.
"""

from collections.abc import Iterator
from typing import Any, cast

from accord.commitment.build import NUMBER
from accord.commitment.comment_days import DAYS, last_day
from accord.commitment.rules.versions import About
from accord.files.days import read_day
from accord.files.nodes import plain
from accord.files.problem import Problem, listed, shown
from accord.project.inputs import Inputs
from accord.project.reading import Document

FOLDER = "data/consultations/"
GROUPS = ("families", "workers", "organisations", "unequal")


def check(inputs: Inputs) -> Iterator[Problem]:
    """Yield versions without a consultation that holds, and consultations on what can be no version."""
    told = {document.stem: document for document in inputs.project.of_kind("consultation")}
    for stem, document in told.items():
        if not NUMBER.match(stem):
            wrong = f"{shown(stem)} is not the number of a version."
            yield Problem(document.path, 1, "", wrong, "Name the file like 1.2.0.yml.")
    for document in inputs.project.of_kind("version"):
        about, path = About(document, None), f"{FOLDER}{document.stem}.yml"
        if about.amendment not in DAYS or path in inputs.project.unread:
            continue
        if document.stem in told:
            yield from _judged(about, About(told[document.stem], None))
        else:
            wrong = f"Nothing says who was asked about version {document.stem}."
            cure = f'Write {path}; "accord fields consultation" prints its fields.'
            yield Problem(document.path, 1, "", wrong, cure)


def _judged(about: About, told: About) -> Iterator[Problem]:
    if told.get("emergency"):
        return
    for field in ("opened", "closed", "said", "unchanged"):
        if not told.get(field):
            wrong = f"The version is published, and the field {shown(field)} is missing."
            yield told.problem(field, wrong, "Write it before the release.")
    opened, closed, released = map(read_day, (told.get("opened"), told.get("closed"), about.get("released")))
    if opened and closed and closed < (earliest := last_day(opened, about.amendment)):
        wrong = (
            f"These are fewer days than the {DAYS[about.amendment]} for comment on a version that is {about.amendment}."
        )
        cure = f"School holidays do not count, so the last day is {earliest} or later."
        yield told.problem("closed", wrong, cure)
    elif closed and released and released <= closed:
        wrong = f"The version is released on {released}, before the days for comment have ended."
        yield told.problem("closed", wrong, f"Release it after {closed}.")
    if about.amendment == "substantive" and (missing := [g for g in GROUPS if g not in _asked(told.document)]):
        wrong = f"The promises change, and of those who have to be asked these were not: {listed(missing)}."
        yield told.problem("asked", wrong, "Ask them while the answer can still be no, and say who they were.")


def _asked(document: Document) -> set[str]:
    fields = cast(Any, plain(document.node))
    entries = fields.get("asked") if isinstance(fields, dict) else None
    return {str(each.get("group")) for each in entries or () if isinstance(each, dict)}
