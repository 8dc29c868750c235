"""Show the register, or one signatory's history and standing."""

import argparse

from accord.commands.words import refused
from accord.files.days import day
from accord.files.problem import CalledWrongly, shown
from accord.project import reading
from accord.project.ids import nearest
from accord.register.authority_names import suggestion
from accord.register.pages.terminal import history, table
from accord.steward.audit import audit


def run(options: argparse.Namespace) -> int:
    """Print the register or a history. Return 1 where a record has a problem, 2 where nobody has that short name."""
    as_of = options.today
    found = audit(reading.load(options.root), as_of)
    if found.problems:
        return refused(found.problems, "The register can't be told while these are there.")
    made = found.register
    if options.slug is None:
        print("\n".join(table(made)))
        return 0
    signatory = made.by_slug.get(options.slug)
    waiting = [claim for claim in made.waiting if claim.signatory == options.slug]
    if signatory is None and not waiting:
        near = nearest(options.slug, made.by_slug) or suggestion(made.authorities.all, options.slug)
        said = f"Nobody is in the register as {shown(options.slug)} on {day(as_of)}."
        raise CalledWrongly(f"{said}{near}")
    if signatory:
        print("\n".join(history(signatory, found.commitment, as_of)))
    for claim in waiting:
        print(f"Waits for a steward, and counts for nothing yet: {claim.path}")
    return 0
