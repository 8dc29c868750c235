"""The practices and the register as tables to take away, whole: /api/practices.csv, .ods, and /api/signatories.ods."""

from __future__ import annotations

from collections.abc import Iterator

from accord.files.days import day
from accord.guidance.pages.api import LICENCE
from accord.guidance.parts import Practice
from accord.pages.spreadsheet import Table, comma_separated, open_document
from accord.pages.view import FORCE
from accord.project.ids import MARK
from accord.register.pages import signatories
from accord.register.pages.data import signatory
from accord.register.pages.words import KIND, USE
from accord.register.published import Published
from accord.register.standing import WORDS

YES, NO = "Yes", "No"
# The heads of the register's table, by the field of /api/signatories.json that stands below each.
REGISTER = {
    "name": "Name",
    "standing": "Standing",
    "since": "Since",
    "confirmed": "Confirmed",
    "kind": "Kind",
    "region": "Region",
    "code": "Code",
    "version": "Version signed",
    "signed": "Date signed",
    "reviewed": "Last review",
    "review_due": "Next review",
    "use_of_ml": "Use of machine learning",
    "reserved": "Promises set apart",
    "digest": "Digest of the text",
    "address": "Address",
}


def files(g: Published) -> Iterator[tuple[str, bytes]]:
    """Yield the site path and the bytes of each file."""
    listed = practices(g)
    yield "api/practices.csv", comma_separated(listed.heads, listed.rows).encode()
    yield "api/practices.ods", open_document(listed)
    yield "api/signatories.ods", open_document(register(g))


def practices(g: Published) -> Table:
    """Return every practice with what the matrix shows of it, and what it says."""
    heads = ("Id", "Practice", "Stage", "Force", "Who", *(p.label for p in g.principles), "How", "Evidence to keep",
             "Law", "Look at before buying", "Address")  # fmt: skip
    rows = [_practice(g, stage.label, practice) for stage in g.stages for practice in stage.practices]
    about = ("All practices of the guidance.", *_about(g))
    return Table("Practices", heads, rows, about)


def register(g: Published) -> Table:
    """Return every signatory. Days stay as they are written in records: ISO 8601, which sorts."""
    rows = []
    for s in signatories.by_name(g.register.signatories):
        said = signatory(s)
        said["standing"] = WORDS[s.standing.state]
        said["kind"] = KIND.get(said.get("kind", ""), "")
        said["use_of_ml"] = USE.get(said.get("use_of_ml", ""), "")
        said["confirmed"] = YES if said["confirmed"] == "yes" else NO
        said["address"] = _address(g, said["address"])
        rows.append([said.get(name, "") for name in REGISTER])
    about = (
        f"Every organisation on the register, as at {day(g.as_of)}.",
        "Not signing says nothing about how an organisation works with children and families.",
        *_about(g),
    )
    return Table("Register", tuple(REGISTER.values()), rows, about)


def _practice(g: Published, stage: str, practice: Practice) -> list[str]:
    serves = (YES if principle.id in practice.principles else NO for principle in g.principles)
    return [
        practice.id,
        _plain(g, practice.title),
        stage,
        FORCE[practice.force],
        ", ".join(g.entries[role].label for role in practice.roles),
        *serves,
        _plain(g, practice.how),
        "\n".join(_plain(g, item) for item in practice.evidence),
        "\n".join(g.source_by_id[source].cite for source in practice.law),
        YES if practice.before_buying else NO,
        _address(g, g.entries[practice.id].address),
    ]


def _plain(g: Published, text: str) -> str:
    """Return text with its marks as the words that a reader sees."""
    return " ".join(MARK.sub(lambda mark: mark[2] or _named(g, mark[1]), text).split())


def _named(g: Published, name: str) -> str:
    entry = g.entries[name]
    return f"({g.source_by_id[name].cite})" if entry.kind == "source" else entry.label


def _address(g: Published, place: str) -> str:
    """Return a page's whole address, or its place below the site's root where the site has no address yet."""
    return f"{g.site.address.rstrip('/')}/{place}" if g.site.address else place


def _about(g: Published) -> tuple[str, ...]:
    return (f"{g.site.name}, version {g.release.version} of the guidance.", f"Licence: CC BY 4.0, {LICENCE}")
