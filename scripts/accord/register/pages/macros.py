"""What hand-written pages of the Commitment call: its state today, its words, its versions and their digests."""

import re

from accord.commitment.pages.text import text_html
from accord.commitment.text import Version
from accord.pages.templating import render
from accord.register.pages import words
from accord.register.pages.clauses import Explained, by_value
from accord.register.pages.versions import GROUPS, asked, listed
from accord.register.published import Published

MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
HELP = {"words": words, "amendment": words.AMENDMENT}


def status(g: Published, base: str, _: str) -> str:
    """Return the facts about the current version, and how many signatures hold for it."""
    version = _current(g)
    signed = len(g.signed_for(version)) if version else 0
    facts = {"signed": signed, "earlier": len(g.register.counted) - signed, "asked": asked(g, version)}
    return render("commitment/status.html", g, base, version=version, **facts, **HELP)


def text(g: Published, base: str, _: str) -> str:
    """Return the current text, clause by clause with our notes. Its parts are in the page's list (mkdocs_hook)."""
    version = _current(g)
    if version is None:
        return render("commitment/no_version.html", g, base)
    explained = Explained(g, base)
    body = text_html(version.text, explained.notes)
    values = {"version": version, "body": body, "jump": False, "explained": explained}
    return render("commitment/current.html", g, base, groups=by_value(version.text), **values, **HELP)


def contents(g: Published, base: str, _: str) -> str:
    """Return our short titles of the promises by value; each leads to its page."""
    version = _current(g)
    groups = by_value(version.text) if version else []
    return render("commitment/contents.html", g, base, groups=groups, explained=Explained(g, base))


def versions(g: Published, base: str, _: str) -> str:
    """Return the list of all versions, newest first, and who was asked about each."""
    return render("commitment/versions.html", g, base, current=_current(g), asked=listed(g), groups=GROUPS, **HELP)


def digests(g: Published, base: str, _: str) -> str:
    """Return the digest of each version, and the newest seal with who signed it."""
    seal = g.chain.newest
    offices = sorted(g.chain.offices[seal.path]) if seal else []
    return render("commitment/digests.html", g, base, seal=seal, offices=offices, **HELP)


def sign_form(g: Published, base: str, _: str) -> str:
    """Return the signing page's form: its parts and words, which docs/assets/sign/form.js puts together.

    It is closed where the site names no repository and no e-mail address: then no record can be sent from it. Where no
    stewards have sealed the register, nobody answers yet.
    """
    found = MAIL.search(g.site.contact)
    values = {
        "version": _current(g),
        "mail": found[0] if found else "",
        "closed": not (g.site.repository or found),
        "founded": bool(g.chain.sealed),
        "own": g.local.site if g.local else None,
        "titles": g.clause_titles,
    }
    return render("commitment/sign_form.html", g, base, **values, **HELP)


def sign_sheet(g: Published, base: str, _: str) -> str:
    """Return the blank sheet that is signed on paper."""
    version = _current(g)
    groups = " ".join(re.findall(".{8}", version.digest.removeprefix("sha256:"))) if version else ""
    return render("commitment/sign_sheet.html", g, base, version=version, groups=groups, **HELP)


def _current(g: Published) -> Version | None:
    return g.commitment.current(g.as_of)
