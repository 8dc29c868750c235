"""What a steward reads of a claim before confirming it, and the reply to copy where it can't be confirmed."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from accord.files.days import day
from accord.files.problem import listed, visible
from accord.register.record import METHODS
from accord.steward.queue import PROMISED, Queue, Waiting

REPLY = Path(__file__).with_name("reply.txt")  # its days are those of GOVERNANCE.md
# The fields that the sentence and the links tell already.
TOLD = {"event", "signatory", "date", "kind", "organisation", "role", "decided", "decision_url", "url", "digest"}


def lines(queue: Queue, item: Waiting, whole: bool = True) -> Iterator[str]:
    """Yield all that there is to know of a claim, a line each; without `whole`, not each of its further fields."""
    claim = item.claim
    late = f": {item.days - PROMISED} too many" if item.days > PROMISED else ""
    yield claim.path
    yield f"  {queue.sentence(claim)}"
    yield f"  Waits {item.days} of the {PROMISED} days that are promised{late}."
    links = list(queue.links(claim))
    for url, owner in links:
        yield f"  Look at {url}: {owner}."
    if not links:
        yield "  It names no page to look at."
    for name, value in claim.fields.items() if whole else ():
        if name not in TOLD:
            yield f"  {name}: {value}"
    if item.alike:
        yield f"  Its name reads like that of another claim: {listed(item.alike)}."
    for problem in item.found:
        yield f"  Against it: {problem}"
    for line in queue.effect(claim):
        yield f"  Would change: {line}"
    if item.faults:
        yield f"  It can't be confirmed as it is. A reply to copy: accord queue {claim.signatory} --reply"
    else:
        yield f"  {command(item)}"


def command(item: Waiting) -> str:
    """Return the command that confirms a claim, but for what the steward alone knows."""
    claim = item.claim
    return f"accord confirm {claim.signatory} --target {claim.digest} --method METHOD --checked-url URL"


def methods() -> str:
    return f"METHOD is {listed(METHODS, 'or')}."


def reply(queue: Queue, item: Waiting) -> str:
    """Return a letter that says what is missing, what would be enough, and how to appeal. It names no person."""
    made = Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined)  # noqa: S701  plain text
    words = made.from_string(REPLY.read_text(encoding="utf-8")).render(
        name=queue.name(item.claim),
        day=day(item.claim.date),
        claim=item.claim,
        faults=item.faults,
        links=list(queue.links(item.claim)),
        promised=PROMISED,
    )
    return "\n".join(visible(line) for line in words.split("\n"))
