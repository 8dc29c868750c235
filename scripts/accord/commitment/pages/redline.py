"""What changed between two wordings, in marks that the eye, the ear and paper can tell apart."""

from markupsafe import Markup

from accord.commitment.diff import BlockChange, ClauseChange, redline
from accord.commitment.pages.text import inline, plain

RUN = {
    "same": Markup("{}"),
    "removed": Markup(
        '<del><span class="visually-hidden">[removed: </span>{}<span class="visually-hidden">]</span></del>'
    ),
    "added": Markup('<ins><span class="visually-hidden">[added: </span>{}<span class="visually-hidden">]</span></ins>'),
}


def mark_change(change: ClauseChange | BlockChange) -> Markup:
    """Return the words of a clause or a block, what was removed and what was added marked."""
    return marked(change.old.words if change.old else "", change.new.words if change.new else "")


def sides(change: ClauseChange | BlockChange) -> tuple[Markup, Markup]:
    """Return the older words with what goes marked, and the newer with what comes."""
    runs = redline(*(plain(each.words) if each else "" for each in (change.old, change.new)))
    older, newer = (
        [RUN[op].format(inline(words)) for op, words in runs if op != drop] for drop in ("added", "removed")
    )
    return Markup(" ").join(older), Markup(" ").join(newer)


def marked(old: str, new: str) -> Markup:
    """Return two wordings as one. Emphasis is left out: it would be cut in two where words change."""
    return Markup(" ").join(RUN[op].format(inline(words)) for op, words in redline(plain(old), plain(new)))
