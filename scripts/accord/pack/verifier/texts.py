"""The published texts: each is what its digest says, and names the one before it with that one's digest."""

from __future__ import annotations

import re
from typing import Dict, List, Optional

from accord.pack.verifier.files import Pack
from accord.pack.verifier.lists import sha
from accord.pack.verifier.said import Bad, Finding

VERSIONS = "commitment/versions/"
SAID = re.compile(r"(version|digest|previous|previous_digest|class): *(['\"]?)([A-Za-z0-9.:]{1,80})\2 *")


def number_of(name: str) -> List[int]:
    """Return the number of a version as numbers, for sorting."""
    return [int(part) for part in name[len(VERSIONS) :].rpartition(".")[0].split(".")]


def about(raw: bytes) -> Dict[str, str]:
    """Return what a version's .yml says of digests and numbers. Raises Bad where a field stands there twice."""
    found: Dict[str, str] = {}
    for row in raw.decode("utf-8", "replace").split("\n"):
        match = SAID.fullmatch(row)
        if match is not None:
            if match[1] in found:
                raise Bad(f"The field {match[1]} stands there twice.")
            found[match[1]] = match[3]
    return found


def texts(pack: Pack, raws: Dict[str, bytes], found: List[Finding]) -> Dict[str, str]:
    """Return the digest of each sound text by its number, and note what is wrong with the chain of versions.

    `raws` are the bytes of the files that could be read.
    """
    good: Dict[str, str] = {}
    last = ""
    names = sorted({name[:-4] for name in pack.named(".yml", VERSIONS)} | {n[:-3] for n in pack.named(".md", VERSIONS)})
    for name in sorted(names, key=lambda name: number_of(f"{name}.md")):
        number = name[len(VERSIONS) :]
        wrong = one_text(raws.get(f"{name}.md"), raws.get(f"{name}.yml"), number, last and f"{last} {good.get(last)}")
        found.extend((f"{name}.md", each) for each in wrong)
        if f"{name}.md" in raws:
            good[number] = f"sha256:{sha(raws[f'{name}.md'])}"
        last = number
    return good


def one_text(text: Optional[bytes], described: Optional[bytes], number: str, before: str) -> List[str]:
    """Return what is wrong with one version. `before` is the number and digest of the one before it, or empty."""
    if text is None or described is None:
        return ["The text or the file that describes it (.yml) is missing or can't be read."]
    try:
        said = about(described)
    except Bad as bad:
        return [str(bad)]
    digest = f"sha256:{sha(text)}"
    wrong = []
    if said.get("digest") != digest:
        hint = " It has Windows line ends: get the pack again, unchanged." if b"\r" in text else ""
        wrong.append(f"The text gives {digest}, and its .yml says {said.get('digest', 'nothing')}.{hint}")
    if said.get("version") != number:
        wrong.append(f"The .yml says version {said.get('version', 'nothing')}.")
    chained = " ".join(said[name] for name in ("previous", "previous_digest") if name in said)
    if chained != before:
        wrong.append(f"The version before is {before or 'none'}, and the .yml says {chained or 'none'}.")
    if (said.get("class") == "first") != (not before):
        wrong.append("The first version, and no other, has the class first.")
    return wrong
