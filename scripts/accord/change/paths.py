"""What a path stands for. Wider than the rules of the tree: what looks published is kept, however odd."""

from __future__ import annotations

import re
from typing import Literal

from accord.read.commitment import DRAFT, FOLDER, SIGNATORIES, VERSIONS
from accord.read.record import name

Kind = Literal["version", "release", "record", "signature", "erased", "attributes", "draft", "other"]
# What is added once and never changes.
PUBLISHED: tuple[Kind, ...] = ("version", "release", "record", "signature", "erased")
VERSION = re.compile(rf"{VERSIONS}([0-9]+\.[0-9]+\.[0-9]+)\.(?:md|yml)", re.ASCII)
RELEASE = re.compile(r"data/guidance-releases/([0-9]+\.[0-9]+\.[0-9]+)\.yml", re.ASCII)
NAME_OF_ATTRIBUTES = ".gitattributes"


def kind(path: str) -> Kind:
    """Return what a path stands for."""
    if path.startswith(SIGNATORIES):
        return _beside(path)
    if path.rpartition("/")[2].casefold() == NAME_OF_ATTRIBUTES:
        return "attributes"
    if VERSION.fullmatch(path):
        return "version"
    if RELEASE.fullmatch(path):
        return "release"
    return "draft" if path == DRAFT else "other"


def _beside(path: str) -> Kind:
    endings: tuple[tuple[str, Kind], ...] = ((".yml.sig", "signature"), (".yml.erased", "erased"), (".yml", "record"))
    for ending, found in endings:
        if path.endswith(ending) and name(f"{path.removesuffix(ending)}.yml"):
            return found
    return "attributes" if path.rpartition("/")[2].casefold() == NAME_OF_ATTRIBUTES else "other"


def version(path: str) -> str:
    """Return the number of the version that a path belongs to, or an empty string."""
    match = VERSION.fullmatch(path)
    return match[1] if match else ""


def release(path: str) -> str:
    """Return the number of the release of the guidance that a path holds, or an empty string."""
    match = RELEASE.fullmatch(path)
    return match[1] if match else ""


def record_of(path: str) -> str:
    """Return the path of the record that a `.sig` or `.erased` file belongs to."""
    return path.removesuffix(".sig").removesuffix(".erased")


def slug(path: str) -> str:
    """Return the signatory whose file this is, or an empty string."""
    return path.removeprefix(SIGNATORIES).partition("/")[0] if path.startswith(SIGNATORIES) else ""


def in_the_commitment(path: str) -> bool:
    """Say whether a path is, or lies in, the Commitment's folder."""
    return path == FOLDER or path.startswith(f"{FOLDER}/")
