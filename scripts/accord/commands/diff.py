"""Say what changed between two versions of the Commitment, clause by clause, or what a change would touch."""

import argparse
from datetime import date

from accord.commitment.amendment import weigh
from accord.commitment.build import commitment
from accord.commitment.diff import difference
from accord.commitment.folder import read_texts
from accord.commitment.rules.wordings import explained
from accord.commitment.text import Commitment, Text
from accord.files.problem import CalledWrongly, shown, visible
from accord.project import reading
from accord.project.ids import nearest
from accord.project.reading import Project
from accord.register.build import make_register
from accord.register.pages.diff_lines import changes, classed, named, touched

DRAFT = "draft"


def run(options: argparse.Namespace) -> int:
    """Print the difference. Return 1 where a text can't be read, 2 where it was called wrongly."""
    project = reading.load(options.root)
    texts = commitment(project)
    names: list[str] = options.versions
    wanted = [*names, DRAFT] if options.impact else names
    if (len(names) > 1 or DRAFT in names) if options.impact else len(names) != 2:
        raise CalledWrongly('give two versions, or --impact and at most one. "draft" is the draft.')
    found = {each.number: each.text for each in texts.versions} | ({DRAFT: texts.draft} if texts.draft else {})
    for name in wanted:
        if name not in found:
            return _unknown(project, [*found], name)
    lines = (
        _impact(project, texts, names, options.today)
        if options.impact
        else _diff(names, *(found[name] for name in names))
    )
    for line in lines:
        print(visible(line))
    return 0


def _unknown(project: Project, known: list[str], name: str) -> int:
    """Say why there is no such text: it can't be read, or there is none."""
    path = f"commitment/{DRAFT}.md" if name == DRAFT else f"commitment/versions/{name}."
    told = (*project.problems, *read_texts(project).problems)
    found = sorted(problem for problem in told if problem.path.startswith(path))
    for problem in found:
        print(problem)
    if found:
        return 1
    there = f"There are {', '.join(known)}." if known else "There is no version yet."
    raise CalledWrongly(f"there is no version {shown(name)}.{nearest(name, known)} {there}")


def _diff(names: list[str], old: Text, new: Text) -> list[str]:
    whole = [f"From {names[0]} to {names[1]}.", *changes(difference(old, new))]
    return whole if old == new else [*whole, "", classed(weigh(old, new))]


def _impact(project: Project, texts: Commitment, names: list[str], day: date) -> list[str]:
    if not texts.versions:
        raise CalledWrongly("no version is published yet, so a draft touches nobody.")
    version = texts.by_number[names[0]] if names else texts.versions[-1]
    assert texts.draft is not None
    told = [scalar.value for document in project.of_kind("clause") for _, scalar in explained(document)]
    held = make_register(project, texts, day)
    return list(touched(version, texts.draft, held, told, named(project, "clause")))
