"""Anyone may bring claims, in a number that somebody can look at, and to upstream nothing else of a council's copy."""

from collections.abc import Iterator

from accord.change.compare import Change
from accord.files.problem import Problem
from accord.project.reading import LOCAL

MOST = 100  # claims of one change


def check(change: Change) -> Iterator[Problem]:
    """Yield a flood of claims, and a copy's own settings that come to upstream."""
    records = change.of("record", change.added)
    if len(records) > MOST and not set(records) & change.chains[1].sealed.keys():
        wrong = f"The change adds {len(records):,} records, and a change adds up to {MOST}."
        yield Problem(records[0], 1, "", wrong, "Send them in several changes.")
    local = [path for path in change.added if path.startswith(LOCAL)]
    if local and change.upstream is None and f"{LOCAL}site.yml" not in change.base.entries:
        wrong = "This is a council's own copy, and it does not belong to the project that all share."
        cure = 'Propose the record alone: "accord propose". In a copy, the check is given --upstream.'
        yield Problem(local[0], 1, "", wrong, cure)
