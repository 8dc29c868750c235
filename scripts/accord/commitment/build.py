"""The Commitment from what was read. What can't be read is left out: the rules say why, and `verify` goes on."""

import re

from accord.commitment.folder import read_texts
from accord.commitment.text import Commitment, Version
from accord.files.days import read_day
from accord.files.digests import digest
from accord.files.nodes import plain
from accord.project.reading import Document, Project

NUMBER = re.compile(r"(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\Z")


def commitment(project: Project) -> Commitment:
    """Return every version whose two files can be read, oldest first, and the draft: made once for a project."""
    return project.once(_commitment)


def _commitment(project: Project) -> Commitment:
    found = (made for document in project.of_kind("version") if (made := _version(project, document)))
    draft = read_texts(project).draft
    return Commitment(tuple(sorted(found, key=lambda version: version.parts)), draft.text if draft else None)


def _version(project: Project, document: Document) -> Version | None:
    """Return a version with the digest of the bytes that lie there. Whether its file says so, a rule finds out."""
    fields = plain(document.node)
    file = read_texts(project).texts.get(document.stem)
    if file is None or file.text is None or not isinstance(fields, dict) or not NUMBER.match(document.stem):
        return None
    agreed = fields.get("agreed")
    values = {key: value for key, value in fields.items() if isinstance(value, str)}
    released = read_day(values.get("released", ""))
    if released is None:
        return None
    return Version(
        number=document.stem,
        released=released,
        amendment=values.get("class", ""),
        digest=digest(file.raw),
        text=file.text,
        path=file.path,
        **{name: values.get(name, "") for name in ("summary", "previous", "reason")},
        agreed=tuple(map(str, agreed)) if isinstance(agreed, list) else (),
    )
