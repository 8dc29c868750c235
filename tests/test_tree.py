"""A tree gives the same files wherever they are kept: on disk, in a commit, or put over another tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.change.commits import snapshot
from accord.change.git import repository
from accord.files.disk import Disk
from accord.files.tree import DEEPEST, Overlay, Tree
from accord.project import reading
from accord.project.reading import Project
from accord.project.rules_all import Inputs, check
from accord.register.folder import read_folder
from tests import sealed, support

SPOILT = {
    "data/roles/eater.yml": b"label: [\n",
    "data/roles/new.yaml": b"",
    "docs/big.md": b"#" * 300_000,
    "commitment/draft.md": b"\xff",
}
DEEP = "/".join(["docs", *["a"] * DEEPEST, "page.md"])


def _committed(root: Path) -> Tree:
    sealed.git(root, "init", "-q")
    sealed.commit(root)
    return _head(root)


def _head(root: Path) -> Tree:
    kept = repository(root)
    assert kept is not None
    return snapshot(kept, "HEAD", "all")


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tree]:
    """Return the sample project with files that can't be read, and a link: on disk, committed, and as an overlay."""
    sample, spoilt = (support.sample(tmp_path_factory.mktemp(name)) for name in ("sample", "spoilt"))
    for root in (sample, spoilt):
        (root / "docs" / "link.md").symlink_to("index.md")
        support.write(root, DEEP, b"")
    for name, raw in SPOILT.items():
        support.write(spoilt, name, raw)
    (spoilt / "docs" / "index.md").unlink()
    over = Overlay(Disk(sample), {**SPOILT, "docs/index.md": None})
    return {"disk": Disk(spoilt), "commit": _committed(spoilt), "overlay": over}


def _read(project: Project) -> tuple[object, ...]:
    found = check(Inputs(project, support.AS_OF))
    return project.documents, project.pages, project.files, read_folder(project).records, found


@pytest.mark.parametrize("kind", ["commit", "overlay"])
def test_a_project_is_the_same_in_each(kind: str, trees: dict[str, Tree]) -> None:
    """Documents, pages, records and problems are those of the folder."""
    wanted, found = (_read(reading.load(trees[name])) for name in ("disk", kind))
    assert found == wanted


@pytest.mark.parametrize("kind", ["disk", "commit", "overlay"])
def test_what_is_at_a_path(kind: str, trees: dict[str, Tree]) -> None:
    tree = trees[kind]
    at = {path: tree.kind(path) for path in ("docs/big.md", "docs/link.md", "docs/index.md", "docs", "nothing")}
    assert at == {"docs/big.md": "file", "docs/link.md": "link", "docs/index.md": None, "docs": None, "nothing": None}
    assert tree.read("commitment/draft.md", 10) == b"\xff"
    assert len(tree.read("docs/big.md", 10)) == 11
    for gone in ("docs/index.md", "docs/link.md", "docs", "nothing"):
        assert tree.get(gone, 10) is None


def test_a_submodule_and_a_link_for_a_folder(tmp_path: Path) -> None:
    """What git keeps elsewhere is no plain file, and nothing behind a link is read."""
    root = support.sample(tmp_path)
    (root / "data" / "local").symlink_to("values")
    _committed(root)
    head = sealed.git(root, "rev-parse", "HEAD").strip()
    sealed.git(root, "update-index", "--add", "--cacheinfo", f"160000,{head},data/roles/sub.yml")
    sealed.git(root, "commit", "-qm", "Sub")
    tree = _head(root)
    assert (tree.kind("data/roles/sub.yml"), tree.kind("data/local")) == ("odd", "link")
    assert tree.walk("data/local")[0] == [("data/local", "link")]
    assert tree.walk("data/local/values") == ([], [])
    assert "data/roles/sub.yml:1: This can't be read (no plain file)." in str(reading.load(tree).problems[0])
    with pytest.raises(ValueError, match="in no folder"):
        _ = tree.root
