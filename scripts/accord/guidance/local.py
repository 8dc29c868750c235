"""What makes a copy a council's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from accord.project.element import Element


@dataclass(frozen=True)
class Local:
    """Settings, notes by the id of the promise or practice that they are beside, and the name of upstream's site."""

    site: Element
    notes: Mapping[str, Element]
    upstream: str
