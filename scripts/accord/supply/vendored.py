"""The scripts of others in docs/assets/vendor/, as README.txt there describes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

BLOCK = re.compile(r"^(?P<file>[a-z0-9.-]+\.js)\n(?P<rows>(?:  .*\n)+)", re.MULTILINE)
WHAT = re.compile(r"  What: +(?P<name>\S+) (?P<version>[0-9][0-9.]*)")
LICENCE = re.compile(r"  Licence: +(?P<licence>[A-Za-z0-9.-]+), Copyright (?P<holder>[^;\n]+);")
FROM = re.compile(
    r"  From: +(?P<address>https://registry\.npmjs\.org/(?P<package>[a-z0-9-]+)/-/\S+)\n +sha256 (?P<sha>[0-9a-f]{64})"
)
RESULT = re.compile(r"sha256 of the result (?P<sha>[0-9a-f]{64})")

PARTS = {"What": WHAT, "Licence": LICENCE, "From": FROM, "sha256 of the result": RESULT}


@dataclass(frozen=True, slots=True)
class Vendored:
    """`sha` is that of the file here, `source_sha` that of the package that it was taken from."""

    file: str
    package: str
    version: str
    licence: str
    holder: str
    address: str
    source_sha: str
    sha: str


def read(text: str) -> list[Vendored]:
    """Return each script that the notes describe.

    Raises:
        ValueError: a part of a description is missing or of another form.
    """
    found = []
    for block in BLOCK.finditer(text):
        parts = {name: form.search(block["rows"]) for name, form in PARTS.items()}
        if missing := [name for name, part in parts.items() if part is None]:
            raise ValueError(f"{block['file']}: the notes lack {', '.join(missing)}")
        what, licence, source, result = (part for part in parts.values() if part)
        found.append(
            Vendored(
                file=block["file"],
                package=source["package"],
                version=what["version"],
                licence=licence["licence"],
                holder=licence["holder"],
                address=source["address"],
                source_sha=source["sha"],
                sha=result["sha"],
            )
        )
    return found
