"""A council's settings and notes, held to what their schemas say."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from accord.files.disk import Disk
from accord.files.schema import load
from accord.guidance.local import LocalSite, Note


def test_fields_are_the_schemas(root: Path) -> None:
    known = load(Disk(root))
    for kind, cls in (("local-site", LocalSite), ("local-note", Note)):
        assert {field.name for field in dataclasses.fields(cls)} - {"path"} == set(known[kind]["properties"])
        needed = {f.name for f in dataclasses.fields(cls) if f.default is dataclasses.MISSING} - {"path"}
        assert needed == set(known[kind]["required"])
