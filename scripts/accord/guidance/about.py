"""What every document of the guidance says of itself: its day, its version, its address and its identifier."""

import hashlib

from accord.guidance.guidance import Guidance
from accord.pages.view import View


def day(g: Guidance) -> str:
    """Return the day of the guidance (ISO 8601): that of its release, or today's while it is in preparation."""
    return g.release.released or g.as_of.isoformat()


def name_version(g: Guidance) -> str:
    """Return the number of the guidance and its day, as every document from it says them."""
    return f"Guidance version {g.release.name}, {View(g, '').day(day(g))}"


def at(g: Guidance, page: str) -> str:
    """Return the address of a page, from the site's root where the site has no address of its own yet."""
    return f"{g.site.address.rstrip('/')}/{page}"


def identifier(name: str, g: Guidance, content: object) -> str:
    """Return a URI that stays the same for the same words of the same version on the same site."""
    whole = f"{name} {g.release.version} {day(g)} {g.site.name} {g.site.address} {content}"
    return f"urn:sha256:{hashlib.sha256(whole.encode()).hexdigest()}"
