"""Files that programs look for at fixed addresses: security.txt (RFC 9116), robots.txt (RFC 9309), .nojekyll."""

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from accord.guidance.guidance import Guidance

SECURITY = ".well-known/security.txt"
KEPT = timedelta(days=364)  # RFC 9116, section 2.5.5: less than a year ahead


def files(g: Guidance) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each file; what nothing is known of is left out."""
    yield ".nojekyll", ""  # hosts that run Jekyll over a site drop folders that start with a dot, unless this is there
    if g.site.security_contact:
        yield SECURITY, security(g.site.security_contact, g.site.address, g.as_of)
    if g.site.address:
        yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {_below(g.site.address)}sitemap.xml\n"


def security(contact: str, address: str, as_of: date) -> str:
    """Return security.txt. `contact` is an https or a mailto address; a build each week keeps it from running out."""
    rows = [
        "# How to report a weakness of this site. Please never send details of a child or family.",
        f"Contact: {contact}",
        f"Expires: {(as_of + KEPT).isoformat()}T00:00:00Z",
        "Preferred-Languages: en",
        *([f"Canonical: {_below(address)}{SECURITY}"] if address else []),
    ]
    return "\n".join(rows) + "\n"


def notes(g: Guidance) -> Iterator[str]:
    """Yield what a build says of files that are left out, or that no program will look for."""
    settings = "data/local/site.yml" if g.local else "data/site.yml"
    if not g.site.address:
        yield f"No address is set in {settings}: links are relative, and the site has no sitemap and no robots.txt."
    if not g.site.security_contact:
        yield f"No security_contact is set in {settings}: the site has no {SECURITY}."
    elif urlsplit(g.site.address).path not in {"", "/"}:
        yield f"The address has a path, and programs look for {SECURITY} at a host's root only. Publish a copy there."


def _below(address: str) -> str:
    return f"{address.rstrip('/')}/"
