"""What stands first on some pages of a council's copy, by the page's address. Upstream's site has none of it."""

from accord.pages.templating import render
from accord.project.element import Element
from accord.register.pages import words
from accord.register.published import Published
from accord.register.standing import WORDS

FIRST = {
    "": "local/own.html",
    "commitment/": "local/own.html",
    "accessibility/": "local/accessibility.html",
    "privacy/": "local/privacy.html",
    "contributing/": "local/contact.html",
}


def first(g: Published, url: str) -> str:
    """Return what stands first on the page at `url` below the root, as HTML, or an empty string."""
    if g.local is None or url not in FIRST:
        return ""
    base = "../" * url.count("/")
    values = _standing(g, g.local.site) if FIRST[url] == "local/own.html" else {}
    return render(FIRST[url], g, base, site=g.local.site, upstream=g.local.upstream, words=words, **values)


def _standing(g: Published, site: Element) -> dict[str, object]:
    """Return what the council's own records say, in the words of its page on the register."""
    own = g.register.by_slug.get(site.authority)
    if own is None:
        return {"own": None}
    signed = own.signing
    reviews = words.reviews(own)
    return {
        "own": own,
        "state": own.standing.state,
        "label": WORDS[own.standing.state],
        "reserved": [(name, words.typed(why)) for name, why in signed.reservations.items()] if signed else [],
        "review": reviews[0] if reviews else None,
    }
