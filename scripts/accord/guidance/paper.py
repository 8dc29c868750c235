"""The documents that were made for a build, for the pages that offer them."""

from dataclasses import dataclass

PLACE = "documents/"  # where documents are, below the site's root


@dataclass(frozen=True, slots=True)
class Offer:
    """A document that was made: its title, for whom it is, and each file's format and size in bytes."""

    name: str
    title: str
    audience: str
    files: tuple[tuple[str, str, int], ...]  # ending, label, size
    path: str = ""  # of the words in data/, where they can be edited
