"""Makes a copy a council's own: writes its settings with what is known of it, and the rest as lines to fill in."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date

from accord.copy.rules.local_files import SITE
from accord.copy.rules.local_site import DUTIES
from accord.files.atomic import write_new
from accord.files.characters import mended
from accord.files.nodes import plain
from accord.files.problem import CalledWrongly, Problem
from accord.files.text import quoted
from accord.project.reading import Project
from accord.project.rules_all import Inputs, check
from accord.register.authorities import authorities
from accord.register.authority_names import named
from accord.register.folder import written

NEEDED = ("authority", "council", "name", "contact")


def adopt(project: Project, as_of: date, given: Mapping[str, str]) -> list[Problem]:
    """Write the settings of a copy, unless the check would refuse them. Return why it would.

    `given` are some of NEEDED by name; the council and the copy's name follow from the authority.

    Raises:
        CalledWrongly: settings are there, or one is missing.
        OSError: the file can't be written.
    """
    if project.tree.kind(SITE):
        raise CalledWrongly(f"{SITE} is there already. Change the file itself.")
    values = _known(project, {name: mended(value) for name, value in given.items()})
    if lacking := [f"--{name}" for name in ("authority", "contact") if not values.get(name)]:
        raise CalledWrongly(f"missing: {', '.join(lacking)}.")
    raw = "".join(f"{row}\n" for row in _rows(project, values)).encode("utf-8", "surrogateescape")
    found = check(Inputs(written(project, {SITE: raw}), as_of))
    wrong = [p for p in found if p.path == SITE and p.severity == "problem" and p.field not in DUTIES]
    if not wrong:
        write_new(project.root / SITE, raw)
    return wrong


def _known(project: Project, given: Mapping[str, str]) -> dict[str, str]:
    """Return what is given, and what follows from the authority, of which a name or the code does too."""
    told = given.get("authority", "")
    listed = authorities(project)
    exact = listed.slug(told.lower()) or listed.code(told.upper())
    meant = [exact] if exact else named(listed.all, told)
    found = meant[0] if len(meant) == 1 else None
    slug = found.slug if found else "-".join(re.findall("[a-z0-9]+", told.casefold()))
    council = given.get("council") or (found.name if found else told)
    upstream = next((plain(document.node) for document in project.of_kind("site")), None)
    name = f"{upstream['name']}: {council}" if isinstance(upstream, dict) else council
    return {"name": name, **given, "authority": slug, "council": council}


def _rows(project: Project, values: Mapping[str, str]) -> Iterator[str]:
    """Yield the file's lines in the schema's order: a setting that is not known is a comment that asks for it."""
    for name, about in project.schemas["local-site"]["properties"].items():
        if value := values.get(name):
            yield f"{name}: {quoted(value)}"
        else:
            yield from (f"# {line}" for line in textwrap.wrap(f"{name}: {about['description']}", 116))
