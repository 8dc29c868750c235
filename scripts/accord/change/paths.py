"""What a path stands for. Wider than the rules of the tree: what looks published is kept, however odd."""

import re
from typing import Literal

from accord.commitment.folder import VERSIONS
from accord.register.folder import SIGNATORIES
from accord.register.reading import name
from accord.seals import chain

Kind = Literal["version", "release", "record", "erased", "seal", "attributes", "other"]
# What has one content in every copy.
PUBLISHED: tuple[Kind, ...] = ("version", "release", "record", "erased", "seal")
VERSION = re.compile(rf"{VERSIONS}[0-9]+\.[0-9]+\.[0-9]+\.(?:md|yml)", re.ASCII)
RELEASE = re.compile(r"data/guidance-releases/[0-9]+\.[0-9]+\.[0-9]+\.yml", re.ASCII)


def kind(path: str) -> Kind:
    """Return what a path stands for."""
    if path.rpartition("/")[2].casefold() == ".gitattributes":
        return "attributes"
    if path.startswith(SIGNATORIES):
        erased = path.endswith(".yml.erased")
        if name(path.removesuffix(".erased")):
            return "erased" if erased else "record"
        return "other"
    if path.startswith(chain.FOLDER):
        return "seal"
    if VERSION.fullmatch(path):
        return "version"
    return "release" if RELEASE.fullmatch(path) else "other"
