"""What a steward reads of a claim before confirming it, and the reply to copy where it can't be confirmed."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from accord.files.days import day
from accord.files.problem import listed, visible
from accord.steward.queue import PROMISED, Queue, Waiting

# The fields that the sentence and the links tell already.
TOLD = {"event", "signatory", "date", "kind", "organisation", "role", "decided", "decision_url", "url", "digest"}
# claim.txt and reply.txt, whose days are those of GOVERNANCE.md.
_TEXTS = Environment(  # noqa: S701  plain text
    loader=FileSystemLoader(Path(__file__).parent), trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    undefined=StrictUndefined,
)  # fmt: skip


def lines(queue: Queue, item: Waiting, whole: bool = True) -> list[str]:
    """Return all that there is to know of a claim, a line each; without `whole`, not each of its further fields."""
    more = {name: value for name, value in item.claim.fields.items() if whole and name not in TOLD}
    return _filled("claim.txt", queue, item, more=more, listed=listed).splitlines()


def reply(queue: Queue, item: Waiting) -> str:
    """Return a letter that says what is missing, what would be enough, and how to appeal. It names no person."""
    words = _filled("reply.txt", queue, item, name=queue.name(item.claim), day=day(item.claim.date))
    return "\n".join(visible(line) for line in words.split("\n"))


def _filled(file: str, queue: Queue, item: Waiting, **more: object) -> str:
    links = list(queue.links(item.claim))
    known = {"claim": item.claim, "faults": item.faults, "links": links, "promised": PROMISED, **more}
    return _TEXTS.get_template(file).render(queue=queue, item=item, **known)
