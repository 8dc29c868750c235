"""Copies a project without what is built or set up, and lays other files over the copy: for samples and proofs."""

import shutil
from pathlib import Path

# What a build reads. Whatever else lies in the folder (a .git, a site, an environment) stays where it is.
KEPT = ("commitment", "data", "docs", "overrides", "scripts", "mkdocs.yml", "GOVERNANCE.md", "CITATION.cff")


def copy_project(root: Path, to: Path) -> None:
    """Copy what a build reads into the folder `to`, which is made.

    Raises OSError: `to` exists, the disk is full, or a file can't be read.
    """
    to.mkdir(parents=True)
    for name in KEPT:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        elif source.exists():
            shutil.copy(source, to / name)


def lay_over(sample: Path, root: Path) -> None:
    """Put the files of `sample` into the project at `root`. A folder of commitment/ or data/ that the sample has is
    replaced as a whole: a sample register stands alone, and never beside a real one or as a council's own."""
    names = ("commitment/signatories", "commitment/versions", "commitment/seals", "commitment/stewards", "data/local")
    own = map(Path, names if (sample / "commitment").is_dir() else ())  # what it has none of, nobody has here
    parts = [path.relative_to(sample) for name in ("commitment", "data") for path in (sample / name).glob("*")]
    for part in (*parts, *own):
        shutil.rmtree(root / part, ignore_errors=True)
        if (root / part).is_file():
            (root / part).unlink()
    for name in ("commitment", "data"):
        if (sample / name).is_dir():
            shutil.copytree(sample / name, root / name, dirs_exist_ok=True)
