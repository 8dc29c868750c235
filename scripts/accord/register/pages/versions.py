"""The page of each version, the page of what changed since each but the newest, and what hand-written pages call.

Those show the Commitment's state today, its words, its versions and their digests, and how to sign.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup

from accord.commitment.consultation import Consultation
from accord.commitment.diff import difference
from accord.commitment.pages import redline
from accord.commitment.pages.text import sections, text_html
from accord.commitment.text import Version, parts
from accord.guidance.pages.documents import documents
from accord.guidance.pages.report import MAIL
from accord.pages.frame import Frames
from accord.pages.templating import render
from accord.register.pages import words
from accord.register.pages.clauses import Explained, by_value
from accord.register.published import Published


def listed(g: Published) -> list[tuple[str, Consultation, Version | None]]:
    """Return each consultation with its version's number, and the version where it is published, newest first."""
    numbers = sorted((each.number for each in g.consultations), key=parts, reverse=True)
    told = {each.number: each for each in g.consultations}
    return [(number, told[number], g.commitment.by_number.get(number)) for number in numbers]


def asked(g: Published, version: Version | None) -> str:
    """Return the groups that were asked about a version, or that nobody was."""
    entry = next((each for each in g.consultations if version and each.number == version.number), None)
    groups = ", ".join(dict.fromkeys(words.GROUPS[one.group] for one in entry.asked)) if entry else ""
    return groups.capitalize() or "Nobody"


WEIGHT = ("substantive", "clarifying", "editorial")  # heaviest first


def pages(g: Published, frames: Frames) -> Iterator[tuple[str, str]]:
    """Yield the site path and the text of each page."""
    current = g.commitment.current(g.as_of)
    for version in g.commitment.versions:
        yield _version(g, frames, version, current)
    for version in g.commitment.versions[:-1]:
        yield _changes(g, frames, version)


def weight(steps: tuple[Version, ...]) -> str:
    """Return the heaviest class among some versions."""
    return next((name for name in WEIGHT if any(step.amendment == name for step in steps)), WEIGHT[-1])


def _version(g: Published, frames: Frames, version: Version, current: Version | None) -> tuple[str, str]:
    place = f"commitment/{version.number}/"
    base = "../" * place.count("/")
    body = render(
        "commitment/version.html", g, base,
        version=version, current=current, body=text_html(version.text, Explained(g, base).notes),
        parts=sections(version.text), jump=True, words=words,
        asked=asked(g, version),
        documents=Markup(documents(g, base, f"commitment-{version.number}")),  # noqa: S704  our template's
    )  # fmt: skip
    summary = f"The exact words of version {version.number}, released on {words.day(version.released)}."
    return frames.page(place, f"Version {version.number}", summary, _trail(base), Markup(body))  # noqa: S704  our template's


def _changes(g: Published, frames: Frames, old: Version) -> tuple[str, str]:
    place = f"commitment/changes/{old.number}/"
    base = "../" * place.count("/")
    steps = tuple(version for version in g.commitment.versions if version.parts > old.parts)
    new = steps[-1]
    found = difference(old.text, new.text)
    groups = [(fate, label, [c for c in found.clauses if c.fate == fate]) for fate, label in words.FATES.items()]
    body = render(
        "commitment/changes.html", g, base,
        old=old, new=new, steps=steps, groups=[group for group in groups if group[2]],
        others=found.blocks, redline=redline, weight=weight(steps), explained=Explained(g, base),
        words=words,
    )  # fmt: skip
    summary = f"What is different in version {new.number}, clause by clause, and what to do if you signed {old.number}."
    title = f"What changed since {old.number}"
    return frames.page(place, title, summary, _trail(base), Markup(body))  # noqa: S704  our template's


def _trail(base: str) -> Markup:
    return Markup('<li><a href="{}commitment/changes/">Versions and changes</a></li>').format(base)


def status(g: Published, base: str, _: str) -> str:
    """Return the facts about the current version, and how many signatures hold for it."""
    version = _current(g)
    signed = len(g.signed_for(version)) if version else 0
    facts = {"signed": signed, "earlier": len(g.register.counted) - signed, "asked": asked(g, version)}
    return render("commitment/status.html", g, base, version=version, **facts, words=words)


def text(g: Published, base: str, _: str) -> str:
    """Return the current text, clause by clause with our notes. Its parts are in the page's list (mkdocs_hook)."""
    version = _current(g)
    if version is None:
        return render("commitment/no_version.html", g, base)
    explained = Explained(g, base)
    body = text_html(version.text, explained.notes)
    values = {"version": version, "body": body, "jump": False, "explained": explained}
    return render("commitment/current.html", g, base, groups=by_value(version.text), **values, words=words)


def contents(g: Published, base: str, _: str) -> str:
    """Return our short titles of the promises by value; each leads to its page."""
    version = _current(g)
    groups = by_value(version.text) if version else []
    return render("commitment/contents.html", g, base, groups=groups, explained=Explained(g, base))


def versions(g: Published, base: str, _: str) -> str:
    """Return the list of all versions, newest first, and who was asked about each."""
    return render(
        "commitment/versions.html", g, base, current=_current(g), asked=listed(g), groups=words.GROUPS, words=words
    )


def digests(g: Published, base: str, _: str) -> str:
    """Return the digest of each version, and the newest seal with who signed it."""
    seal = g.chain.newest
    offices = sorted(g.chain.offices[seal.path]) if seal else []
    return render("commitment/digests.html", g, base, seal=seal, offices=offices, words=words)


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
    return render("commitment/sign_form.html", g, base, **values, words=words)


def sign_sheet(g: Published, base: str, _: str) -> str:
    """Return the blank sheet that is signed on paper."""
    version = _current(g)
    groups = " ".join(re.findall(".{8}", version.digest.removeprefix("sha256:"))) if version else ""
    return render("commitment/sign_sheet.html", g, base, version=version, groups=groups, words=words)


def _current(g: Published) -> Version | None:
    return g.commitment.current(g.as_of)
